import Testing

@testable import Forms
@testable import Recognition

/// How forms met in sets K and L are laid out.
struct RowTests {
  private func map(_ sheet: Sheet) throws -> FormMap { FormMap(try Sheet.definition.get(), pages: [try sheet.page()]) }

  private func value(_ id: FieldID, _ sheet: Sheet) throws -> FieldValue {
    EntryReader(try map(sheet)).read(try #require(Sheet.definition.get().field(id))).value
  }

  /// Letters in boxes of 12 points, at their left sides, each as wide as given.
  private func letters(_ text: [(Character, Double)], teeth: [Int] = []) -> (words: [Word], rules: [Recognition.Rule]) {
    let words = text.enumerated().compactMap { rank, letter -> Word? in
      let x = 100 + 12 * Double(rank)
      return letter.0 == " " ? nil : Word(text: String(letter.0), box: Box(x + 3, 100, x + 3 + letter.1, 109), font: "Fill", size: 9, source: .text)
    }
    return (words, teeth.map { Recognition.Rule(box: Box(100 + 12 * Double($0), 105, 100 + 12 * Double($0), 110), isHorizontal: false) })
  }

  @Test func `letters in a comb are told apart from words by the teeth between them`() {
    let (jo, tooth) = letters([("J", 4), ("O", 8)], teeth: [1])
    #expect(EntryReader.join(jo, rules: tooth) == "JO")
    #expect(EntryReader.join(jo) == "J O")
    let (names, teeth) = letters([("L", 6), ("É", 6), (" ", 0), ("I", 2)], teeth: [1, 2, 3])
    #expect(EntryReader.join(names, rules: teeth) == "LÉ I")
    // A tooth drawn for each of the boxes it parts is one.
    #expect(EntryReader.join(jo, rules: tooth + [Recognition.Rule(box: Box(112.5, 105, 112.5, 110), isHorizontal: false)]) == "JO")
  }

  @Test func `letters of unlike widths stand in step by their left sides`() {
    let (name, _) = letters([("P", 7), ("I", 1), ("E", 7), ("-", 2), ("O", 11), ("M", 11), (" ", 0), ("I", 1), ("M", 11)])
    #expect(EntryReader.join(name) == "PIE-OM IM")
  }

  @Test func `a line right over a heading, longer than those to write on, is no signature's`() throws {
    let ends = [(120.0, "2. Utilisateur"), (300.0, "3. Autorisation")]
    var sheet = ends.reduce(Sheet.title(1)) { sheet, section in
      let (y, heading) = section
      return sheet.ruled(30, 580, y: y - 3).writing(heading, x: 36, y: y)
        .ruled(140, 300, y: y + 30).writing("Prénom", x: 140, y: y + 31).ruled(310, 500, y: y + 30).writing("Nom", x: 310, y: y + 31)
        .ruled(140, 300, y: y + 60).writing("Fonction", x: 140, y: y + 61)
    }
    sheet = sheet.writing("SIGNATURE DE L’UTILISATEUR", x: 140, y: 288).ruled(140, 430, y: 287)
    let field = try #require(Sheet.definition.get().field("s2.signature"))
    let slot = try #require(try map(sheet).placements[field.id]?.slots.first)
    #expect(slot.box.x0 == 140 && slot.box.x1 == 430)
  }

  @Test func `in a shaded row each label has the line beside it, and the heading's number is no place`() throws {
    var sheet = Sheet.title(1).writing("2.", x: 36, y: 120).writing("Utilisateur", x: 56, y: 120)
    sheet.content.frames = [Box(30, 117, 50, 131), Box(30, 134, 580, 156)]
    sheet = sheet.writing("Prénom", x: 36, y: 140).ruled(66, 230, y: 150).writing("Nom", x: 240, y: 140).ruled(258, 480, y: 150)
    sheet = sheet.writing("LUC", x: 70, y: 140, font: "Fill").writing("MC NEIL", x: 262, y: 140, font: "Fill")
    #expect(try value("s2.firstName", sheet) == .text("LUC"))
    #expect(try value("s2.lastName", sheet) == .text("MC NEIL"))
  }

  @Test func `capitals that stand in no place doubt a function that the form was not seen to have`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 100).writing("3. Autorisation", y: 120).writing("Nom", y: 140).ruled(100, 300, y: 149)
      .writing("ROY", x: 110, y: 140, font: "Fill").writing("Fonction", y: 170)
    sheet = sheet.writing("Directeur général", x: 120, y: 170).writing("Médecin responsable du GMF", x: 120, y: 182)
    sheet.content.ticks = [170.0, 182].map { TickFrame(box: Box(108, $0, 116, $0 + 8), state: $0 == 170 ? .on : .off, source: .mark) }
    func read(_ sheet: Sheet) throws -> FieldReading { FormReader(try Sheet.definition.get()).read([try sheet.page()])["s3.functionText"] }
    #expect(try !read(sheet).doubtful)
    #expect(try read(sheet.writing("DIRECTEUR PAR INTÉRIM", x: 330, y: 200)).doubtful)
    #expect(try !read(sheet.writing("Inscrire en majuscules", x: 330, y: 200)).doubtful)
  }
}
