import Testing

@testable import Forms
@testable import Imaging
@testable import Recognition

/// How forms met in set P and in house styles 6 to 9 are laid out.
struct OrdinaryFormTests: SheetReading {
  private func tick(_ x: Double, _ y: Double, _ state: TickFrame.State = .off) -> TickFrame {
    TickFrame(box: Box(x, y, x + 8, y + 8), state: state, source: .mark)
  }

  private func read(_ sheet: Sheet) throws -> Reading { FormReader(try Sheet.definition.get()).read([try sheet.page()]) }

  @Test func `a leader ties an option to the box it leads to, not to one before the next option`() throws {
    var sheet = Sheet.title(1).writing("3. Autorisation", y: 120).writing("Nom", y: 140).ruled(80, 300, y: 148).writing("Fonction", y: 170)
    for (rank, pair) in [("Directeur des services professionnels", "Médecin responsable du GMF"), ("Directeur général", "Médecin coresponsable du GMF")].enumerated() {
      let y = 170 + 14 * Double(rank)
      for (x, option, box) in [(90.0, pair.0, 310.0), (340, pair.1, 540)] {
        sheet = sheet.writing(option, x: x, y: y)
        let end = sheet.content.words.last!.box.x1
        sheet = sheet.ruled(end + 4, box - 4, y: y + 7)
        sheet.content.ticks.append(tick(box, y, x < 100 && rank == 1 ? .on : .off))
      }
    }
    #expect(try value("s3.role", sheet) == .text("executiveDirector"))
    // Without leaders, the box right before an option's words is that option's.
    sheet.content.rules.removeAll { $0.length > 30 && $0.length < 220 && $0.position > 160 }
    #expect(try value("s3.role", sheet) == .text("gmfCoPhysician"))
  }

  @Test func `a hint in brackets beside a label is print, capitals there are an entry`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Nom", y: 140).ruled(80, 300, y: 148)
    sheet.content.frames.append(Box(38, 170, 400, 200))
    #expect(try value("s2.function", sheet.writing("Fonction (en toutes lettres, si différente)", y: 172)) == .nothing)
    let filled = sheet.writing("Fonction", y: 172).writing("(COMMIS)", x: 74, y: 172)
    #expect(try value("s2.function", filled) != .nothing)
  }

  @Test func `captions between two rows of lines go with the side of most others`() throws {
    var sheet = Sheet(1)
    var lines: [Box] = []
    for y in [100.0, 200, 300, 326] {
      for (rank, caption) in ["ANNÉE", "MOIS", "JOUR"].enumerated() {
        let x = 100 + 50 * Double(rank)
        sheet = sheet.writing(caption, x: x + 4, y: y + 2)
        lines.append(Box(x, y - 14, x + 40, y + 1))
      }
    }
    // The space over the last row's lines reaches up to the row before.
    lines = lines.map { $0.y1 == 327 ? Box($0.x0, 299, $0.x1, 327) : $0 }
    let captions = DateCaptions.all(on: sheet.content)
    let slots = lines.map { Slot(page: 1, box: $0, origin: .line) }
    let rows = DateCaptions.places(of: captions, among: slots).map { $0.map(\.box) }
    #expect(rows.count == 4 && rows[2] == Array(lines[6..<9]) && rows[3] == Array(lines[9..<12]))
    #expect(captions[2].places(among: slots).map(\.box) != rows[2])
  }

  @Test func `a signature that reaches into the commitment's last line strikes nothing out, a stroke through it does`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Nom", y: 140).ruled(80, 300, y: 148)
    sheet = sheet.writing("Je m’engage : à ne pas divulguer les éléments d’identification", y: 180)
      .writing("SIGNATURE DE L’UTILISATEUR", y: 214).ruled(160, 400, y: 222)
    let stroke = Box(160, 183, 240, 185)
    let signature = Box(160, 183, 260, 230)
    sheet.content.overlays = [Overlay(box: stroke, drawing: signature, isHand: true)]
    #expect(try value("s2.commitment", sheet) == .flag(true))
    // A line, or a pen's stroke through the whole line, that ends in the signature.
    sheet.content.overlays = [Overlay(box: stroke, drawing: signature)]
    #expect(try value("s2.commitment", sheet) == .flag(false))
    sheet.content.overlays = [Overlay(box: Box(44, 183, 240, 185), drawing: signature, isHand: true)]
    #expect(try value("s2.commitment", sheet) == .flag(false))
    sheet.content.overlays = [Overlay(box: stroke, drawing: stroke)]
    #expect(try value("s2.commitment", sheet) == .flag(false))
  }

  @Test func `a signature stands in the cell beside its label's own`() throws {
    var sheet = Sheet.title(1).writing("3. Autorisation", y: 120).writing("Nom", y: 140).ruled(80, 300, y: 148).writing("SIGNATURE", x: 42, y: 208)
      .writing("DATE", x: 446, y: 203)
    sheet.content.rules += [200.0, 224].map { Rule(box: Box(38, $0, 560, $0), isHorizontal: true) }
    sheet.content.rules += [38.0, 130, 560].map { Rule(box: Box($0, 200, $0, 224), isHorizontal: false) }
    let field = try #require(Sheet.definition.get().field("s3.signature"))
    func signed(_ sheet: Sheet) throws -> FieldReading { SignatureFinder(EntryReader(try map(sheet))).read(field).reading }
    #expect(try signed(sheet).value == .text("none"))
    sheet.content.marks = [InkMark(kind: .stylus, box: Box(180, 203, 240, 222))]
    let reading = try signed(sheet)
    #expect(reading.value == .text("stylus") && !reading.doubtful)
    // What is drawn beyond the date's label is not the signature.
    sheet.content.marks = [InkMark(kind: .stylus, box: Box(480, 203, 540, 222))]
    #expect(try signed(sheet).value == .text("none"))
  }

  @Test func `a misread word is no heading where the heading stands itself`() throws {
    var sheet = Sheet.title(1).section("Utilisateur", y: 110).section("Autorisation", y: 400)
    // A pen has run through « L'UTILISATEUR » and made it taller.
    sheet.content.words.append(Word(text: "LUTILISATRUR", box: Box(160, 296, 220, 314), font: "", size: 18, source: .ocr, confidence: 0.3))
    sheet.content.isScan = true
    let headings = try map(sheet).sections.headings.filter { $0.section == "s2" }
    #expect(headings.map(\.box.y0) == [110])
  }

  @Test func `an option's wording goes on below in its own size, a larger word there is an entry`() throws {
    var sheet = Sheet.title(1).writing("3. Autorisation", y: 120).writing("Directeur des services professionnels", x: 60, y: 170)
    sheet.content.words.append(Word(text: "DSP", box: Box(62, 180, 80, 191), font: "Print", size: 11, source: .text))
    let page = try sheet.page()
    let option = try #require(page.found.first { $0.roles.contains(.option("s3.role", "professionalServicesDirector")) })
    #expect(!option.words.contains(sheet.content.words.count - 1))
  }

  @Test func `letters over short lines of their own are one word where the lines adjoin`() {
    let letters = [("L", 132.0), ("É", 142)].map { Word(text: $0.0, box: Box($0.1, 100, $0.1 + 5, 110), font: "Fill", size: 9, source: .text) }
    let lines = [128.0, 138.5, 149].map { Rule(box: Box($0, 112, $0 + 10, 112), isHorizontal: true) }
    #expect(EntryReader.join(letters, rules: lines) == "LÉ")
    #expect(EntryReader.join(letters, rules: []) == "L É")
    // Teeth of the row below are not theirs.
    let below = [130.0, 136, 141].map { Rule(box: Box($0, 111, $0, 124), isHorizontal: false) }
    #expect(EntryReader.join(letters, rules: lines + below) == "LÉ")
  }

  @Test func `a required blank is doubted beside an entry in doubt, one that may be blank is not`() throws {
    let rows = [
      "Prénom", "Nom", "Fonction", "Nom de l’établissement", "Numéro de l’établissement", "Adresse de correspondance (lieu de travail)", "Code postal",
      "Téléphone", "Poste", "Télécopieur", "Adresse électronique", "Si oui, donnez votre nom d’utilisateur", "Date",
    ]
    func sheet(_ entries: [String: String]) -> Sheet {
      rows.enumerated().reduce(Sheet.title(1).writing("2. Utilisateur", y: 120)) { sheet, row in
        let y = 150 + 26 * Double(row.offset)
        let lined = sheet.writing(row.element, y: y - 9).ruled(270, 520, y: y)
        return entries[row.element].map { lined.writing($0, x: 280, y: y - 10, font: "Fill") } ?? lined
      }
    }
    let values = ["AWA", "DIALLO", "COMMIS", "CISSS", "60001", "12 RUE ROY", nil, "418 555-0123", "12", nil, "a.diallo@example.org", "IP12345", "2026-05-12"]
    let sound = Dictionary(uniqueKeysWithValues: zip(rows, values).compactMap { row, value in value.map { (row, $0) } })
    let clear = try read(sheet(sound))
    #expect(!clear["s2.postalCode"].doubtful && !clear["s2.fax"].doubtful)
    let cut = try read(sheet(sound.merging(["Téléphone": "418 55"]) { $1 }))
    #expect(cut["s2.phone"].doubtful && cut["s2.postalCode"].doubtful && !cut["s2.fax"].doubtful)
    // Letters of a comb whose blanks were not seen, and signs alone.
    #expect(try read(sheet(sound.merging(["Nom": "D I"]) { $1 }))["s2.lastName"].doubtful)
    #expect(try read(sheet(sound.merging(["Fonction": "() ()"]) { $1 }))["s2.function"].doubtful)
  }

  @Test func `words a little askew over letters that touch are one line, an entry that stands lower is another`() throws {
    /// Letters as boxes: left, top, width, height.
    func lines(_ letters: [(Int, Int, Int, Int)]) throws -> Int {
      var page = try Bitmap(width: 900, height: 200, tone: 255, resolution: Resolution(300))
      try page.paintBlack(letters.map { PixelBox(x: $0.0, y: $0.1, width: $0.2, height: $0.3) })
      return try SegmentFinder(scale: 300 / 72).segments(of: page.bilevel(), besides: []).count
    }
    // « l’ » of a typewriter: the apostrophe is more than half as tall as its letter.
    let first = [(100, 55, 14, 13), (116, 50, 14, 18)]
    #expect(try lines(first + [(146, 50, 12, 18), (161, 50, 7, 10), (180, 55, 14, 13), (196, 55, 14, 13)]) == 1)
    // « LAB) » whose letters touch, before words that stand as all do.
    #expect(try lines(first + [(146, 51, 45, 17), (194, 51, 7, 20), (214, 50, 14, 18), (230, 55, 14, 13)]) == 1)
    #expect(try lines(first + [(146, 58, 14, 18), (162, 63, 14, 13), (178, 58, 14, 18)]) == 2)
  }

  @Test func `a title beside the options is the function written in, its label's hint is not, nor are its words an option`() throws {
    func sheet(_ line: String) -> Sheet {
      Sheet.title(1).writing("3. Autorisation", y: 120).writing("Nom", y: 140).ruled(80, 300, y: 148).writing("Fonction", y: 170)
        .writing("Directeur des services professionnels", x: 100, y: 170).writing("Directeur général", x: 300, y: 170)
        .writing(line, x: 100, y: 190)
    }
    func function(_ line: String) throws -> (value: FieldValue, doubtful: Bool) {
      var sheet = sheet(line)
      sheet.content.ticks = [tick(88, 170, .on), tick(288, 170)]
      let reading = try read(sheet)["s3.functionText"]
      return (reading.value, reading.doubtful)
    }
    #expect(try function("Titre exact : CHEF PAR INTÉRIM").value == .text("CHEF PAR INTÉRIM"))
    #expect(try function("Précisez, s’il y a lieu : DIRECTRICE ADJOINTE").value == .text("DIRECTRICE ADJOINTE"))
    #expect(try function("Autre précision : DIRECTEUR GÉNÉRAL").value == .text("DIRECTEUR GÉNÉRAL"))
    #expect(try function("Titre : DOCTEUR").value == .nothing)
    // An unknown label's entry is not read, and never taken for a blank with confidence.
    #expect(try function("Qualité du signataire : DIRECTRICE ADJOINTE").doubtful)
  }

  @Test func `a line with a caption of its own goes on with an address, one without does not`() throws {
    func sheet(_ caption: String) -> Sheet {
      Sheet.title(1).writing("2. Utilisateur", y: 120).writing("12 RUE ROY", y: 140, font: "Fill").ruled(40, 400, y: 149)
        .writing("Adresse de correspondance (lieu de travail)", y: 152).writing("MANIWAKI", y: 170, font: "Fill").ruled(40, 400, y: 179)
        .writing(caption, y: 182).writing("COMMIS", y: 200, font: "Fill").ruled(40, 400, y: 209).writing("Fonction", y: 212)
        .writing("ROY", y: 230, font: "Fill").ruled(40, 400, y: 239).writing("Nom", y: 242)
    }
    #expect(try value("s2.address", sheet("(suite)")) == .text("12 RUE ROY MANIWAKI"))
    #expect(try value("s2.address", sheet("Direction")) == .text("12 RUE ROY"))
    // Nor does one whose caption is print of another kind.
    #expect(try value("s2.address", sheet("Description")) == .text("12 RUE ROY"))
  }

  @Test func `letters upright in the margin do not part a label from its second line`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Nom", y: 140).ruled(80, 300, y: 148).writing("Adresse de correspondance", y: 180)
      .writing("(lieu de travail)", y: 189)
    for step in 0..<6 {
      let y = 181 + 2.0 * Double(step)
      sheet.content.words.append(Word(text: "A", box: Box(14, y, 22, y + 1.6), font: "Print", size: 8, source: .text))
    }
    let found = try sheet.page().found.filter { $0.roles.contains(.label("s2.address")) }
    #expect(found.map(\.words.count) == [6])
  }

  @Test func `a comb of many letters is a place, a paragraph's frame is none`() throws {
    func sheet(_ text: [String]) -> Sheet {
      var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Nom", y: 140).ruled(80, 300, y: 148)
        .writing("Adresse de correspondance (lieu de travail)", y: 180)
      for (rank, word) in text.enumerated() { sheet = sheet.writing(word, x: 42 + 14 * Double(rank), y: 193, font: "Fill") }
      sheet.content.frames = [Box(38, 190, 500, 204), Box(38, 206, 500, 220)]
      return sheet
    }
    let letters = "135BOULEVARDSAINTRAYMOND".map(String.init)
    #expect(try map(sheet(letters)).placements["s2.address"]?.slots.first?.box.y0 == 190)
    #expect(try map(sheet(letters.map { $0 + "z" })).placements["s2.address"]?.slots.first?.box.y0 != 190)
  }
}

struct CombDrawingTests {
  @Test func `a comb whose teeth are of two widths has no boxes to tick among them`() {
    var graphics = PageGraphics()
    var x = 100.0
    for width in [9.8, 9, 9, 9.8, 9, 9] {
      graphics.shapes.append(
        PageGraphics.Shape(box: PageBox(x, 100, x + width, 112.7), isRectangle: true, isStroked: true, isFrame: true, fill: nil, order: 1))
      x += width
    }
    let alone = PageGraphics.Shape(box: PageBox(300, 100, 309.8, 112.7), isRectangle: true, isStroked: true, isFrame: true, fill: nil, order: 2)
    graphics.shapes.append(alone)
    let found = Drawing(graphics, page: PageContent(number: 1, width: 612, height: 792)).tickFrames(words: [], inked: [], besides: [])
    #expect(found.frames.map(\.box.x0) == [300])
    #expect(found.combs.map(\.teeth.count) == [6])
  }
}
