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

  @Test func `lost headings are as good as found where each section's own labels show them`() throws {
    let form = try Sheet.definition.get()
    var sheet = Sheet(1).writing("Demande d’accès aux services en ligne", y: 10).writing("Établissements du réseau de la santé", y: 22)
      .writing("Autorisation des demandes de paiement en ligne", y: 40)
      .writing("Association entre le responsable de l’autorisation et le professionnel", y: 52)
    sheet = sheet.section("", y: 70).writing("Numéro de l’établissement", y: 250).writing("SIGNATURE DE L’UTILISATEUR", y: 270)
    sheet = sheet.section("", y: 290).writing("Nom de l’établissement, de l’installation, de la grappe de services (OPTILAB) ou du GMF", y: 470)
      .writing("J’autorise l’utilisateur ci-dessus à se servir des formulaires électroniques prévus", y: 490).writing("SIGNATURE", y: 510)
      .writing("4. Privilèges d’accès créés et éléments d’identification remis", y: 540).writing("Date d’inscription", y: 560)
      .writing("Numéro de référence", y: 580)
    let headings = FormMap(form, pages: [try sheet.page()]).sections.headings
    #expect(headings.map(\.section).sorted() == ["s1", "s2", "s3", "s4"] && !headings.contains(where: \.isInferred))
    #expect(headings.first { $0.section == "s2" }.map { (80..<90).contains($0.box.y0) } == true)
    #expect(headings.first { $0.section == "s3" }.map { (300..<310).contains($0.box.y0) } == true)
  }

  @Test func `a word of the directives is no section's heading`() throws {
    let front = Sheet.title(1).section("", y: 120).writing("Numéro de l’établissement", y: 300).writing("SIGNATURE DE L’UTILISATEUR", y: 320)
    let back = Sheet(2).writing("Utilisateur", y: 60).writing("Cette section doit être remplie par la personne désignée", y: 75)
    let map = FormMap(try Sheet.definition.get(), pages: [try front.page(), try back.page()])
    #expect(map.sections.headings.first { $0.section == "s2" }?.page == 1)
  }

  @Test func `an option goes on where its cell begins, not where its row does`() throws {
    var sheet = Sheet(1).writing("Applications", y: 100).writing("Autorisation des demandes", x: 200, y: 100).writing("Association", x: 400, y: 100)
      .writing("entre le responsable de l’autorisation et le professionnel", x: 200, y: 110)
    #expect(try !sheet.page().found.contains { $0.roles.contains(.label("s1.app.association")) })
    sheet.content.rules.append(Rule(box: Box(190, 95, 190, 125), isHorizontal: false))
    #expect(try sheet.page().found.contains { $0.roles.contains(.label("s1.app.association")) })
  }

  @Test func `labels over a row of boxes part it where each begins`() {
    let row = (0..<20).map { Box(Double($0) * 12, 20, Double($0) * 12 + 10, 36) }
    let labels = [Box(0, 8, 60, 16), Box(120, 8, 150, 16)]
    #expect(Comb.all(among: row, under: labels).map(\.teeth.count) == [10, 10])
    // One label in the middle of its place parts nothing.
    #expect(Comb.all(among: row, under: [labels[1]]).map(\.teeth.count) == [20])
  }

  @Test func `a label level with the middle of two lines names both`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Adresse de correspondance (lieu de travail)", y: 161)
    for (y, text) in [(150.0, "97, RUE KING"), (168, "LÉVIS")] {
      sheet.content.frames.append(Box(250, y, 500, y + 14))
      sheet = sheet.writing(text, x: 256, y: y + 3, font: "Fill")
    }
    let field = try #require(Sheet.definition.get().field("s2.address"))
    #expect(EntryReader(FormMap(try Sheet.definition.get(), pages: [try sheet.page()])).read(field).value == .text("97, RUE KING LÉVIS"))
  }

  @Test func `a flourish close over a line takes nothing of its place`() {
    let line = Rule(box: Box(40, 200, 300, 200), isHorizontal: true)
    var page = Sheet(1).ruled(40, 300, y: 200).ruled(80, 160, y: 195).content
    #expect(CellGrid(page).clearance(above: line, limit: 26) == 26)
    page.rules.append(Rule(box: Box(60, 186, 320, 186), isHorizontal: true))
    #expect(CellGrid(page).clearance(above: line, limit: 26) == 14)
  }

  @Test func `the parts of a number are no places of their own`() {
    func slot(_ x: Double) -> Slot { Slot(page: 1, box: Box(x, 100, x + 50, 116), origin: .entry(0)) }
    let slots = [slot(40), slot(96), slot(152)]
    let over = Box(40, 90, 80, 98)
    #expect(slots.map { FormMap.continues($0, among: slots, [over]) } == [false, true, true])
    #expect(!FormMap.continues(slots[2], among: slots, [over, Box(152, 90, 170, 98)]))
    // The wide label of the next row only happens to have its middle here.
    #expect(FormMap.continues(slots[1], among: slots, [over, Box(20, 124, 222, 132)]))
  }

  @Test func `no line of another cell runs out through a cell's open side`() throws {
    var sheet = Sheet(1).ruled(40, 200, y: 100).ruled(40, 200, y: 128).ruled(40, 300, y: 103).ruled(40, 300, y: 125)
    for x in [40.0, 300] { sheet.content.rules.append(Rule(box: Box(x, 100, x, 128), isHorizontal: false)) }
    #expect(CellGrid(sheet.content).cell(aroundX: 120, y: 114) == Box(40, 103, 300, 125))
    // Two lines closer to each other than that make no cell.
    sheet = Sheet(1).ruled(40, 200, y: 100).ruled(40, 200, y: 101.5)
    sheet.content.rules.append(Rule(box: Box(40, 90, 40, 110), isHorizontal: false))
    #expect(CellGrid(sheet.content).cells.isEmpty)
  }

  @Test func `numbers with a field to each character are read five by five, row by row`() throws {
    var sheet = Sheet.title(1).writing("5. Numéros d’établissement supplémentaires", y: 120)
    for (x, label) in [(40.0, "Numéro"), (200, "Numéro")] { sheet = sheet.writing(label, x: x, y: 140) }
    for (row, numbers) in [["61234", "6567X"], ["60001", ""]].enumerated() {
      for (column, number) in numbers.enumerated() {
        for rank in 0..<5 {
          let x = 40 + Double(column) * 160 + Double(rank) * 14
          sheet.content.entries.append(
            Sheet.field(Box(x, 160 + Double(row) * 24, x + 13, 176 + Double(row) * 24), text: number.isEmpty ? "" : String(Array(number)[rank])))
        }
      }
    }
    let field = try #require(Sheet.definition.get().field("s5.numbers"))
    let read = EntryReader(FormMap(try Sheet.definition.get(), pages: [try sheet.page()])).read(field)
    #expect(read.value == .list(["61234", "6567X", "60001"]) && !read.doubtful)
    // A character left by itself, apart from any comb, is not passed over.
    sheet.content.entries.append(Sheet.field(Box(300, 208, 313, 224), text: "6"))
    #expect(EntryReader(FormMap(try Sheet.definition.get(), pages: [try sheet.page()])).read(field).doubtful)
  }

  @Test func `a word of an address that is like a short label is none on a scan`() throws {
    var sheet = Sheet(1).writing("Poste", y: 100).writing("Posle", y: 130).writing("8729 avenue du Phare porte 4", y: 160).writing("PORTE", y: 190)
    sheet.content.isScan = true
    // What is clearly read as another word is one, though it stands alone.
    for index in sheet.content.words.indices where sheet.content.words[index].text == "Posle" { sheet.content.words[index].confidence = 0.7 }
    let labels = try sheet.page().found.filter { $0.roles.contains(.label("s2.phoneExt")) }.map(\.box.y0)
    #expect(labels.sorted() == [100, 130])
  }

  @Test func `a word deep in a sentence is no section's heading`() throws {
    let sheet = Sheet.title(1).writing("à ne pas divulguer les éléments au nom de l’utilisateur mentionné", y: 300)
    #expect(FormMap(try Sheet.definition.get(), pages: [try sheet.page()]).sections.headings.allSatisfy { $0.box.y0 < 290 || $0.isInferred })
  }

  @Test func `a section that is missing between two leaves both in doubt`() throws {
    let form = try Sheet.definition.get()
    func reading(_ start: Sheet) throws -> Reading {
      var sheet = start.section("3. Autorisation", y: 400)
      for rank in 0..<8 { sheet = sheet.ruled(140, 400, y: 430 + 20 * Double(rank)) }
      return FormReader(form).read([try sheet.page()])
    }
    #expect(try !reading(.title(1).writing("2. Utilisateur", y: 120))["s3.lastName"].doubtful)
    #expect(try reading(.title(1))["s3.lastName"].doubtful)
  }
  @Test func `pieces of one line a hair apart close their cells, whatever their order`() {
    var sheet = Sheet(1)
    let ends = [40.0, 120, 200, 253, 322, 386, 572]
    for (y, jitters) in [(100.0, [0, 0.02, 0.01, 0.03, 0, 0.02]), (118, [0.01, 0.03, 0, 0.02, 0.01, 0])] {
      for (rank, jitter) in jitters.enumerated() { sheet = sheet.ruled(ends[rank], ends[rank + 1], y: y + jitter) }
    }
    for x in ends { sheet.content.rules.append(Rule(box: Box(x, 99.7, x, 118.3), isHorizontal: false)) }
    #expect(CellGrid(sheet.content).cells.map { $0.width.rounded() } == [80, 80, 53, 69, 64, 186])
  }

  @Test func `the wording of a choice goes on under its box`() throws {
    let sheet = Sheet.title(1).writing("3. Autorisation", y: 120).writing("Représentant autorisé d’une grappe de", x: 154, y: 200)
      .writing("services (OPTILAB)", x: 135, y: 210)
    let found = try sheet.page().found.filter { $0.roles.contains(.option("s3.role", "optilabRepresentative")) }
    #expect(found.count == 1 && found[0].length > 40)
  }

  @Test func `a person called ANNE, clearly read, is no caption`() throws {
    func captions(_ confidence: Double) throws -> Int {
      var sheet = Sheet(1).writing("ANNE", x: 100, y: 100)
      sheet.content.isScan = true
      sheet.content.words[0].confidence = confidence
      return try sheet.page().found.count { $0.roles.contains(.caption) }
    }
    #expect(try captions(0.96) == 0)
    #expect(try captions(0.6) == 1)
  }

  @Test func `words recognised as one line stay one, however high each is`() {
    func word(_ text: String, _ x: Double, _ y: Double, _ height: Double, row: Int?) -> Word {
      Word(text: text, box: Box(x, y, x + Double(text.count) * 5, y + height), font: "", size: height, source: .ocr, row: row)
    }
    let words = [
      word("ou", 100, 102.6, 3.4, row: 1), word("grappe", 114, 103.4, 6.2, row: 1), word("Là", 160, 99, 7, row: 1),
      word("autre", 300, 99.2, 4.6, row: 2),
    ]
    #expect(Lines(words, rules: []).segments.contains([0, 1, 2]))
    let apart = words.map { word in
      var word = word
      word.row = nil
      return word
    }
    #expect(!Lines(apart, rules: []).segments.contains([0, 1, 2]))
  }

  @Test func `a row's words are no part of the paragraph that begins under it`() throws {
    var sheet = Sheet.title(1).section("2. Utilisateur", y: 120).writing("Je m’engage :", y: 320)
    sheet.content.isScan = true
    sheet.content.words.append(Word(text: "5550191", box: Box(44, 309, 90, 322), font: "", size: 13, source: .ocr))
    let map = FormMap(try Sheet.definition.get(), pages: [try sheet.page()])
    #expect(map.printed[1]?.contains(sheet.content.words.count - 1) == false)
  }

  @Test func `the other box of a choice of two letters is the other letter's, in doubt`() throws {
    var sheet = Sheet.title(1).section("2. Utilisateur", y: 120).writing("Sexe", x: 300, y: 140).writing("M", x: 372, y: 140)
    sheet.content.isScan = true
    sheet.content.ticks = [(330.0, TickFrame.State.on), (360, .off)].map { TickFrame(box: Box($0, 140, $0 + 8, 148), state: $1, source: .mark) }
    let reading = FormReader(try Sheet.definition.get()).read([try sheet.page()])["s2.sex"]
    #expect(reading.value == .text("F") && reading.doubtful)
  }
  @Test func `the top of a shaded place is no line to write on`() {
    var page = PageContent(number: 1, width: 612, height: 792)
    page.frames = [Box(40, 253.5, 263, 267.7)]
    page.rules = [253.5, 267.7].map { Rule(box: Box(42, $0, 261, $0), isHorizontal: true) }
    let slots = SlotFinder.slots(of: page, grid: CellGrid(page), labels: [Box(40, 244, 110, 252)], headings: [])
    #expect(slots.map(\.box) == [Box(40, 253.5, 263, 267.7)])
  }

  @Test func `places beside the captions of a date are its own, whatever cells the captions have`() throws {
    let sheet = Sheet(1).writing("ANNÉE", x: 104, y: 108).writing("MOIS", x: 184, y: 108).writing("JOUR", x: 244, y: 108)
    let captions = try #require(DateCaptions.all(on: sheet.content).first)
    let own = [Box(100, 100, 130, 124), Box(180, 100, 204, 124), Box(240, 100, 264, 124)]
    let beside = [Box(130, 100, 180, 124), Box(204, 100, 240, 124), Box(264, 100, 300, 124)]
    #expect(captions.places(among: (own + beside).map { Slot(page: 1, box: $0, origin: .cell) }).map(\.box) == beside)
  }

  @Test func `a heading among directives that name some labels too is no section's`() throws {
    let front = Sheet.title(1).section("", y: 120).writing("Numéro de l’établissement", y: 300).writing("SIGNATURE DE L’UTILISATEUR", y: 320)
    let back = Sheet(2).writing("Utilisateur", y: 60).writing("Fonction", y: 90).writing("Téléphone", y: 120)
    let map = FormMap(try Sheet.definition.get(), pages: [try front.page(), try back.page()])
    #expect(map.sections.headings.first { $0.section == "s2" }?.page == 1)
  }

  @Test func `columns headed alike are the back's list, though its heading was not read`() throws {
    let back = Sheet(2).writing("Numéro", x: 40, y: 60).writing("Numéro", x: 240, y: 60).writing("Numéro", x: 440, y: 60)
    let one = Sheet(2).writing("Numéro", x: 40, y: 60)
    let form = try Sheet.definition.get()
    let front = try Sheet.title(1).section("2. Utilisateur", y: 120).page()
    #expect(FormMap(form, pages: [front, try back.page()]).sections.headings.contains { $0.section == "s5" && $0.page == 2 })
    #expect(!FormMap(form, pages: [front, try one.page()]).sections.headings.contains { $0.section == "s5" })
  }

  @Test func `a bracket that opens a number is no part of the label above`() throws {
    let page = try Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Téléphone", y: 140).writing("(", y: 150).page()
    let label = try #require(page.found.first { $0.roles.contains(.label("s2.phone")) })
    #expect(label.words.count == 1 && label.box.y1 == 148)
  }

  @Test func `a label half a page from a column of places names the one it is level with`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120)
    let labels = ["Nom", "Prénom", "Fonction", "Code postal", "Adresse électronique"]
    for (rank, label) in labels.enumerated() {
      let y = 150 + 24 * Double(rank)
      sheet = sheet.writing(label, y: y)
      sheet.content.entries.append(Sheet.field(Box(300, y - 4, 560, y + 12), text: "ENTRÉE\(rank)"))
    }
    let reader = EntryReader(FormMap(try Sheet.definition.get(), pages: [try sheet.page()]))
    let field = try #require(Sheet.definition.get().field("s2.lastName"))
    #expect(reader.read(field).value == .text("ENTRÉE0"))
  }

  @Test func `of like labels the one further on in the row comes first`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("4. Privilèges d’accès créés et éléments d’identification remis", y: 400)
    sheet = sheet.writing("SIGNATURE DU RÉPONDANT À LA RAMQ", x: 200, y: 440).writing("DATE", x: 480, y: 440)
    sheet = sheet.writing("SIGNATURE SOES", x: 40, y: 470).writing("DATE", x: 310, y: 470)
    for (x0, x1, y) in [(340.0, 470.0, 440.0), (505, 580, 440), (110, 300, 470), (335, 420, 470)] {
      sheet.content.entries.append(Sheet.field(Box(x0, y - 4, x1, y + 12), text: ""))
    }
    let map = FormMap(try Sheet.definition.get(), pages: [try sheet.page()])
    #expect(map.placements["s4.respondentDate"]?.label.y0 == 440 && map.placements["s4.soesDate"]?.label.y0 == 470)
  }

  @Test func `of two like labels a lone one leaves both fields in doubt`() throws {
    let form = try Sheet.definition.get()
    let row = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("4. Privilèges d’accès créés et éléments d’identification remis", y: 400)
      .writing("Numéro de référence", y: 420).writing("Identifiant du répondant", y: 440)
    func read(_ sheet: Sheet) throws -> [FieldID: FieldReading] {
      var fields = Dictionary(uniqueKeysWithValues: ["s4.respondentDate", "s4.soesDate"].map { (id: FieldID) in
        (id, FieldReading(.nothing, confidence: Confidence(0.98), doubtful: false, seen: Evidence(.blank, page: 1, box: Box(0, 0, 1, 1))))
      })
      FormReader(form).doubtTwins(&fields, FormMap(form, pages: [try sheet.page()]))
      return fields
    }
    #expect(try read(row.writing("DATE", x: 480, y: 440)).values.allSatisfy(\.doubtful))
    #expect(try read(row.writing("DATE", x: 480, y: 440).writing("DATE", x: 480, y: 470)).values.allSatisfy { !$0.doubtful })
  }

  @Test func `an entry whose words go on beyond its place was cut`() throws {
    let sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Nom", y: 150).writing("LA ROCHELLE", x: 62, y: 150, font: "Fill")
    let page = try sheet.page()
    let reader = EntryReader(FormMap(try Sheet.definition.get(), pages: [page]))
    let placement = try #require(reader.map.placements["s2.lastName"])
    let (cut, whole) = (Box(58, 146, 71, 162), Box(58, 146, 200, 162))
    #expect(reader.goesOn(reader.words(in: cut, page: page), beyond: cut, of: placement, page))
    #expect(!reader.goesOn(reader.words(in: whole, page: page), beyond: whole, of: placement, page))
  }

  @Test func `an empty narrow cell beside an extension's label is its own, whatever stands over the label`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120)
    for (rank, (label, entry)) in [("Fonction", "COMMIS"), ("Prénom", "ANNE"), ("Nom", "ROY"), ("Adresse de correspondance (lieu de travail)", "1, RUE A")].enumerated() {
      sheet = sheet.writing(label, x: 44, y: 144 + 20 * Double(rank)).writing(entry, x: 230, y: 144 + 20 * Double(rank), font: "Fill")
    }
    sheet = sheet.writing("SAINT-NOÉ", x: 230, y: 224, font: "Fill").writing("Téléphone", x: 44, y: 244)
      .writing("418 555-0101", x: 230, y: 244, font: "Fill").writing("Poste", x: 344, y: 244)
    for y in stride(from: 140.0, through: 200, by: 20) { sheet = sheet.ruled(40, 580, y: y) }
    for y in [240.0, 260] { sheet = sheet.ruled(40, 580, y: y) }
    // The address's label has a cell of two rows.
    sheet = sheet.ruled(220, 580, y: 220)
    for (x, y0, y1) in [(40.0, 140.0, 260.0), (220, 140, 260), (580, 140, 260), (340, 240, 260), (385, 240, 260), (450, 240, 260)] {
      sheet.content.rules.append(Rule(box: Box(x, y0, x, y1), isHorizontal: false))
    }
    let form = try Sheet.definition.get()
    let reader = EntryReader(FormMap(form, pages: [try sheet.page()]))
    #expect(reader.read(try #require(form.field("s2.phoneExt"))).value == .nothing)
    #expect(reader.read(try #require(form.field("s2.address"))).value == .text("1, RUE A SAINT-NOÉ"))
  }

  @Test func `a town's name amid an entry on a scan is entered, by itself it is printed`() throws {
    func map(_ entry: String) throws -> FormMap {
      var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Adresse de correspondance (lieu de travail)", y: 150).writing(entry, y: 170)
      sheet.content.isScan = true
      return FormMap(try Sheet.definition.get(), pages: [try sheet.page()])
    }
    func isPrinted(_ map: FormMap) -> Bool {
      let words = map.pages[0].content.words
      return words.indices.filter { folded(words[$0].text) == "quebec" }.allSatisfy { map.printed[1]?.contains($0) == true }
    }
    #expect(!isPrinted(try map("BEAURIVAGE (QUÉBEC)")))
    #expect(isPrinted(try map("Québec")))
  }

  @Test func `a heading that was only inferred takes no place from its first label`() throws {
    let sheet = Sheet.title(1).section("2. Utilisateur", y: 120).section("", y: 320)
    let map = FormMap(try Sheet.definition.get(), pages: [try sheet.page()])
    #expect(map.sections.headings.contains { $0.section == "s3" && $0.words.isEmpty })
    #expect(map.headings(on: 1).count == map.sections.headings.count { !$0.words.isEmpty })
  }
}
