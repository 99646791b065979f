import Testing

@testable import Forms
@testable import Recognition

struct FormFinderTests {
  private func pages(_ sheets: Sheet...) throws -> [[Int]] {
    try FormFinder(Sheet.definition.get()).forms(in: sheets.map { try $0.page() }).map(\.pages)
  }

  private func user(_ number: Int) -> Sheet { Sheet.title(number).section("2. Utilisateur", y: 120) }
  private func front(_ number: Int) -> Sheet { user(number).section("3. Autorisation", y: 400) }
  private func authorizer(_ number: Int) -> Sheet { Sheet(number).section("3. Autorisation", y: 30) }
  private func back(_ number: Int) -> Sheet {
    Sheet(number).writing("5. Numéros d’établissement supplémentaires", y: 30).writing("Numéro", y: 50).writing("Numéro", x: 240, y: 50)
  }
  private func letter(_ number: Int) -> Sheet { Sheet(number).writing("Bonjour, veuillez trouver ci-joint ma demande.", y: 40) }

  @Test func `a form spread over three pages is one form`() throws {
    #expect(try pages(user(1), authorizer(2), back(3)) == [[1, 2, 3]])
  }

  @Test func `a section that comes again begins the next form`() throws {
    #expect(try pages(user(1), authorizer(2), user(3), authorizer(4), back(5)) == [[1, 2], [3, 4, 5]])
    #expect(try pages(front(1), front(2), back(3)) == [[1], [2, 3]])
  }

  @Test func `the pages of a form may come in any order`() throws {
    #expect(try pages(back(1), front(2)) == [[2, 1]])
    #expect(try pages(authorizer(1), back(2), user(3)) == [[3, 1, 2]])
  }

  @Test func `a form's name at the head of every page does not part them`() throws {
    let headed = authorizer(2).writing("Demande d’accès aux services en ligne – suite", y: 10)
    #expect(try pages(user(1), headed, back(3)) == [[1, 2, 3]])
  }

  @Test func `a page between that is no part of the form is named as extra`() throws {
    let forms = try FormFinder(Sheet.definition.get()).forms(in: [front(1).page(), letter(2).page(), back(3).page()])
    #expect(forms.map(\.pages) == [[1, 3]])
    #expect(forms.first?.observations.extraPages == [2])
  }

  @Test func `a section goes on at the top of the next page`() throws {
    let first = user(1).writing("3. Autorisation", y: 400).writing("Prénom", y: 420).writing("Nom", y: 440)
    let rest = ["Code postal", "Téléphone", "Télécopieur", "Adresse électronique"].enumerated().reduce(Sheet(2)) { sheet, item in
      sheet.writing(item.element, y: 30 + 20 * Double(item.offset))
    }
    let pages = try [first.page(), rest.page()]
    #expect(try self.pages(first, rest) == [[1, 2]])
    let map = FormMap(try Sheet.definition.get(), pages: pages)
    #expect(map.placements["s3.email"]?.page == 2)
    #expect(map.placements["s2.email"]?.page == 1)
  }

  @Test func `labels that every form has, twice on a page, do not make it this form`() throws {
    let labels = ["Nom", "Prénom", "Fonction", "Adresse", "Code postal", "Téléphone", "Télécopieur", "Courriel", "Date", "Signature"]
    let sheet = (labels + labels).enumerated().reduce(Sheet(1)) { sheet, item in
      sheet.writing(item.element, y: 40 + 20 * Double(item.offset))
    }
    #expect(try pages(sheet).isEmpty)
  }

  @Test func `an excluded form is known by its number, which an address is not`() throws {
    let finder = FormFinder(try Sheet.definition.get())
    #expect(finder.excludedNumbers(in: [try Sheet(1).writing("4123 (21/07)", y: 700).page()]) == ["4123"])
    #expect(finder.excludedNumbers(in: [try Sheet(1).writing("4123", y: 700).page()]) == ["4123"])
    #expect(finder.excludedNumbers(in: [try Sheet(1).writing("4123, rue Principale", y: 700).page()]).isEmpty)
  }
}
