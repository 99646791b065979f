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

  @Test func `cells side by side that hold one character each are one place`() {
    let date = (0..<8).map { rank in Box(Double(rank) * 13 + (rank > 3 ? 6 : 0), 0, Double(rank) * 13 + 12 + (rank > 3 ? 6 : 0), 14) }
    let wide = Box(0, 40, 200, 60)
    #expect(SlotFinder.combs(date + [wide]).map(\.width).sorted() == [109, 200])
    // Three boxes are a choice's, and boxes with a word between are no comb.
    let apart = (0..<5).map { Box(Double($0) * 60, 0, Double($0) * 60 + 10, 10) }
    #expect(SlotFinder.combs(apart) == apart)
  }

  @Test func `a value cell is its label's however wide the label's own cell is`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Nom", x: 44, y: 150).writing("DIALLO", x: 330, y: 150, font: "Fill")
    for y in [146.0, 162] { sheet = sheet.ruled(40, 580, y: y) }
    for x in [40.0, 320, 580] { sheet.content.rules.append(Rule(box: Box(x, 146, x, 162), isHorizontal: false)) }
    let field = try #require(Sheet.definition.get().field("s2.lastName"))
    #expect(EntryReader(FormMap(try Sheet.definition.get(), pages: [try sheet.page()])).read(field).value == .text("DIALLO"))
  }

  @Test func `a box that ends a line is ticked for the words that begin the next`() {
    let label = Box(40, 120, 200, 128)
    #expect(FormMap.side(of: Box(300, 108, 308, 116), label: label, favourite: .before) == nil)
    #expect(FormMap.side(of: Box(300, 108, 308, 116), label: label, favourite: .before, mayWrap: true)?.side == .before)
  }

  @Test func `a label set flush right over two lines is one label`() throws {
    let page = try Sheet(1).writing("Numéro de", x: 60, y: 100).writing("l’établissement", x: 38, y: 110).page()
    #expect(page.found.contains { $0.roles.contains(.label("s2.orgNumber")) && $0.words.count == 3 })
  }

  @Test func `a section whose heading was lost begins where its labels come again, in doubt`() throws {
    var sheet = Sheet.title(1).section("2. Utilisateur", y: 120).section("", y: 400)
    for rank in 0..<8 { sheet = sheet.ruled(140, 400, y: 430 + 20 * Double(rank)) }
    let map = FormMap(try Sheet.definition.get(), pages: [try sheet.page()])
    let heading = try #require(map.sections.headings.first { $0.section == "s3" })
    #expect(heading.isInferred && heading.box.y0 > 390 && heading.box.y1 < 421)
    #expect(FormReader(try Sheet.definition.get()).read([try sheet.page()])["s3.lastName"].doubtful)
  }
}
