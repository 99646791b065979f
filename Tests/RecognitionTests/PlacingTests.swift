import Testing

@testable import Forms
@testable import Recognition

struct PlacingTests {
  @Test func `labels under their lines take the lines above them`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120)
    let rows = ["Prénom", "Nom", "Fonction", "Code postal", "Téléphone", "Adresse électronique"]
    for (rank, label) in rows.enumerated() {
      let y = 150 + 26 * Double(rank)
      sheet = sheet.writing("ENTRÉE\(rank)", y: y - 10, font: "Fill").ruled(40, 400, y: y).writing(label, y: y + 1)
    }
    let map = FormMap(try Sheet.definition.get(), pages: [try sheet.page()])
    let reader = EntryReader(map)
    let fields: [FieldID] = ["s2.firstName", "s2.lastName", "s2.function", "s2.postalCode", "s2.phone", "s2.email"]
    for (rank, id) in fields.enumerated() {
      let field = try #require(Sheet.definition.get().field(id))
      #expect(reader.read(field).value == .text("ENTRÉE\(rank)"), "\(id)")
    }
  }

  @Test func `captions in boxes of their own make those boxes the date's places`() throws {
    let sheet = Sheet(1).writing("ANNÉE", x: 104, y: 102).writing("MOIS", x: 164, y: 102).writing("JOUR", x: 204, y: 102)
    let captions = try #require(DateCaptions.all(on: sheet.content).first)
    let boxes = [Box(100, 100, 150, 124), Box(160, 100, 195, 124), Box(200, 100, 235, 124)]
    #expect(captions.places(among: boxes.map { Slot(page: 1, box: $0, origin: .cell) }).map(\.box) == boxes)
    // Boxes as high as the captions alone are the captions' frames: the places stand under them.
    let low = boxes.map { Box($0.x0, 100, $0.x1, 111) }
    let under = boxes.map { Box($0.x0, 111, $0.x1, 130) }
    let slots = (low + under).map { Slot(page: 1, box: $0, origin: .cell) }
    #expect(captions.places(among: slots).map(\.box) == under)
  }

  @Test func `two rows in the space over one line make its value doubtful`() throws {
    let sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Nom", y: 160).ruled(60, 300, y: 170)
      .writing("LAVOIE", x: 80, y: 160, font: "Fill").writing("ÉTRANGER", x: 80, y: 149, font: "Fill")
    let field = try #require(Sheet.definition.get().field("s2.lastName"))
    #expect(EntryReader(FormMap(try Sheet.definition.get(), pages: [try sheet.page()])).read(field).doubtful)
  }
}
