import Testing

@testable import Forms
@testable import Recognition

/// Readings that look sound one by one and are not believed together.
struct DoubtTests {
  private let rows = ["Prénom", "Nom", "Fonction", "Code postal", "Téléphone", "Télécopieur", "Adresse électronique"]

  /// Section 2 with a line beside each label, filled in by name.
  private func sheet(_ entries: [String: String]) -> Sheet {
    rows.enumerated().reduce(Sheet.title(1).writing("2. Utilisateur", y: 120)) { sheet, row in
      let y = 150 + 26 * Double(row.offset)
      let lined = sheet.writing(row.element, y: y - 9).ruled(160, 420, y: y)
      return entries[row.element].map { lined.writing($0, x: 170, y: y - 10, font: "Fill") } ?? lined
    }
  }

  private func read(_ sheet: Sheet) throws -> Reading { FormReader(try Sheet.definition.get()).read([try sheet.page()]) }

  @Test func `an entry of its own kind is believed`() throws {
    let reading = try read(sheet(["Nom": "DIALLO", "Téléphone": "418 555-0123"]))
    #expect(!reading["s2.lastName"].doubtful && !reading["s2.phone"].doubtful && !reading["s2.fax"].doubtful)
  }

  @Test func `an entry of another kind than its label's doubts what was read beside it`() throws {
    let reading = try read(sheet(["Nom": "418 555-0123", "Prénom": "AWA", "Téléphone": "a.diallo@example.org"]))
    #expect(reading["s2.phone"].doubtful && reading["s2.lastName"].doubtful && reading["s2.firstName"].doubtful)
  }

  @Test func `a word that looks entered and stands in no place doubts the fields beside it`() throws {
    let filled = sheet(["Nom": "DIALLO", "Prénom": "AWA"])
    #expect(try !read(filled)["s2.fax"].doubtful)
    #expect(try read(filled.writing("418 555-0123", x: 440, y: 271, font: "Fill"))["s2.fax"].doubtful)
  }

  @Test func `a form filled in without a single drawn tick is not believed to have none`() throws {
    var filled = sheet(Dictionary(uniqueKeysWithValues: rows.map { ($0, "X\($0.count)") }))
    filled.content.ticks = [TickFrame(box: Box(25, 80, 33, 88), state: .off, source: .mark)]
    var few = sheet(["Nom": "DIALLO"])
    few.content.ticks = filled.content.ticks
    #expect(try !read(few)["s1.app.paymentAuthorization"].doubtful)
    filled = filled.writing("IP12345", x: 170, y: 332, font: "Fill").writing("Nom d’utilisateur", y: 333).ruled(160, 420, y: 342)
    #expect(try read(filled)["s1.app.paymentAuthorization"].doubtful)
  }

  @Test func `a field that is filled in and that no label names doubts those beside it`() throws {
    var filled = sheet(["Nom": "DIALLO", "Prénom": "AWA"])
    filled.content.entries = [Sheet.field(Box(440, 270, 540, 284), text: "")]
    #expect(try !read(filled)["s2.fax"].doubtful)
    filled.content.entries[0].text = "418 555-0123"
    #expect(try read(filled)["s2.fax"].doubtful)
  }

  @Test func `a date put together from several places that is no date is doubtful`() throws {
    var parts = sheet([:]).writing("DATE", y: 400).writing("ANNÉE", x: 160, y: 400).writing("MOIS", x: 220, y: 400).writing("JOUR", x: 260, y: 400)
    for (x, text) in [(158.0, "2026"), (218, "1"), (258, "x2")] {
      parts.content.frames.append(Box(x, 410, x + 34, 426))
      parts = parts.writing(text, x: x + 4, y: 414, font: "Fill")
    }
    let date = try read(parts)["s2.date"]
    #expect(date.value != .nothing && date.doubtful)
  }
}
