import Testing

@testable import Forms
@testable import Imaging
@testable import Recognition

/// How forms met in sets V to B2 are laid out: numbered labels, tables whose rows hold more than a label and its place.
struct TableFormTests: SheetReading {
  private func tick(_ x: Double, _ y: Double, _ state: TickFrame.State = .off) -> TickFrame {
    TickFrame(box: Box(x, y, x + 8, y + 8), state: state, source: .mark)
  }

  /// A cell's four sides.
  private func cell(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> [Recognition.Rule] {
    [y0, y1].map { Recognition.Rule(box: Box(x0, $0, x1, $0), isHorizontal: true) } + [x0, x1].map { Recognition.Rule(box: Box($0, y0, $0, y1), isHorizontal: false) }
  }

  private static let labels = ["Prénom", "Nom", "Fonction", "Code postal", "Téléphone", "Télécopieur"]

  @Test(arguments: [["2.1", "2.2", "2.3", "2.4", "2.5", "2.6"], ["7.", "8.", "9.", "10.", "11.", "12."]])
  func `the numbers of a form's labels are print`(numbers: [String]) throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120)
    for (rank, label) in Self.labels.enumerated() {
      let y = 140 + 24 * Double(rank)
      sheet.content.rules += cell(38, y - 2, 400, y + 22)
      sheet = sheet.writing("\(numbers[rank]) \(label)", y: y)
    }
    #expect(try value("s2.firstName", sheet) == .nothing && value("s2.fax", sheet) == .nothing)
    #expect(try value("s2.phone", sheet.writing("418 555-0123", y: 248, font: "Fill")) == .text("418 555-0123"))
  }

  @Test(arguments: [["2.1", "2.2", "2.3", "2.4", "2.5", ""], ["7.", "8.", "9.", "10.", "11.", ""]])
  func `an entry before a label without a number stays one where the others are numbered`(numbers: [String]) throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120)
    for (rank, label) in Self.labels.enumerated() { sheet = sheet.writing("\(numbers[rank]) \(label)", y: 140 + 24 * Double(rank)) }
    sheet = sheet.writing("12", x: 30, y: 260, font: "Fill")
    let found = try sheet.page().found
    #expect(found.first { $0.roles.contains(.label("s2.fax")) }?.words.count == 1)
    #expect(found.first { $0.roles.contains(.label("s2.phone")) }?.words.count == 2)
  }

  @Test func `a number before one label is an entry's`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120)
    for (rank, label) in Self.labels.enumerated() { sheet = sheet.writing(label, y: 140 + 24 * Double(rank)) }
    sheet = sheet.writing("12", x: 30, y: 260, font: "Fill")
    let fax = try sheet.page().found.first { $0.roles.contains(.label("s2.fax")) }
    #expect(fax?.words.count == 1)
  }

  @Test func `captions in brackets say how a date is written, and stand by no place of their own`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Nom", y: 140).ruled(80, 300, y: 148)
      .writing("SIGNATURE DE L’UTILISATEUR", y: 180).writing("DATE (ANNÉE MOIS JOUR)", x: 400, y: 180)
    for (x0, x1, part) in [(398.0, 450.0, "2026"), (456, 482, "08"), (488, 514, "20")] {
      sheet.content.rules += cell(x0, 190, x1, 206)
      sheet = sheet.writing(part, x: x0 + 4, y: 194, font: "Fill")
    }
    #expect(try value("s2.date", sheet) == .text("2026-08-20"))
  }

  @Test func `a row's place ends where another label begins in it, though no wall stands between`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120)
    for (rank, label) in ["Nom", "Prénom", "Fonction", "Code postal"].enumerated() {
      let y = 140 + 18 * Double(rank)
      sheet.content.rules += cell(38, y - 4, 150, y + 14) + cell(150, y - 4, 560, y + 14)
      sheet = sheet.writing("\(label) :", y: y).writing(["ROY", "ANNE", "COMMIS", "G1K 7T3"][rank], x: 154, y: y, font: "Fill")
    }
    sheet = sheet.writing("Téléphone :", x: 260, y: 194).writing("418 555-0123", x: 310, y: 194, font: "Fill").writing("Poste :", x: 400, y: 194)
    #expect(try value("s2.postalCode", sheet) == .text("G1K 7T3") && value("s2.phone", sheet) == .text("418 555-0123"))
    #expect(try value("s2.phoneExt", sheet) == .nothing)
  }

  @Test func `in a row of a table a cell of words may stand between an option and its box`() throws {
    var sheet = Sheet.title(1)
    for (rank, option) in ["De certaines installations de l’établissement", "De toutes les installations de l’établissement"].enumerated() {
      let y = 120 + 14 * Double(rank)
      sheet.content.rules += cell(38, y - 3, 300, y + 11) + cell(300, y - 3, 500, y + 11) + cell(500, y - 3, 520, y + 11)
      sheet = sheet.writing(option, y: y).writing("Ne joignez pas de liste.", x: 304, y: y)
      sheet.content.ticks.append(tick(506, y, rank == 1 ? .on : .off))
    }
    #expect(try value("s1.scope", sheet) == .text("all"))
  }

  @Test func `a small cell right after an option is its box where none stands before it`() throws {
    let label = Box(40, 100, 48, 108)
    let page = try Sheet(1).writing("M", y: 100).writing("✓", x: 56, y: 100).page()
    let cells = [Box(49, 98, 63, 112), Box(80, 98, 94, 112)]
    #expect(FormMap.tickCell(beside: label, cells, page)?.state == .on)
    #expect(FormMap.tickCell(beside: label, cells + [Box(25, 98, 39, 112)], page)?.state == .off)
    #expect(FormMap.tickCell(beside: label, Array(cells.dropFirst()), page) == nil)
  }

  @Test func `a box beyond another option's words is that option's, however boxes stand elsewhere`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Nom", y: 140).ruled(80, 300, y: 148)
    for (rank, option) in ["De certaines installations de l’établissement", "De toutes les installations de l’établissement"].enumerated() {
      sheet = sheet.writing(option, y: 92 + 12 * Double(rank))
      sheet.content.ticks.append(tick(28, 92 + 12 * Double(rank), rank == 0 ? .on : .off))
    }
    // « M ☐ F ☐ » with the boxes close to either letter.
    sheet = sheet.writing("Sexe", x: 340, y: 140).writing("M", x: 362, y: 140).writing("F", x: 385, y: 140)
    sheet.content.ticks += [tick(371, 140, .on), tick(394, 140)]
    #expect(try value("s2.sex", sheet) == .text("M"))
  }

  @Test func `a hint in brackets after a label is no label, whatever its words are`() throws {
    let sheet = Sheet.title(1).writing("3. Autorisation", y: 120).writing("Nom", y: 140).ruled(80, 300, y: 148)
      .writing("Fonction (titre, s’il y a lieu)", y: 170)
    let found = try sheet.page().found.filter { $0.roles.contains(.label("s3.functionText")) }
    #expect(found.map { $0.words.count } == [6])
  }

  @Test func `the number of a file is no telephone's`() {
    #expect(ValueForms.evidentKind("2026-77-0913") == nil && ValueForms.evidentKind("2026-7709-13") == nil)
    for phone in ["418 555-0123", "(418) 555-0123", "4185550123", "1 418 555 0123", "418.555.0123"] { #expect(ValueForms.evidentKind(phone) == .phone) }
  }

  @Test func `a section whose heading stands in the margin begins with the number over it`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120)
    sheet.content.words.append(Word(text: "3", box: Box(14, 191, 21, 202), font: "Print", size: 11, source: .text))
    sheet.content.words.append(Word(text: "Autorisation", box: Box(14, 208, 60, 214), font: "Print", size: 6, source: .text))
    sheet = sheet.writing("Nom", x: 106, y: 210).writing("Prénom", x: 306, y: 210).writing("Fonction", x: 106, y: 236)
    #expect(try map(sheet).sections.section(of: Box(106, 192, 280, 204), page: 1) == "s3")
  }

  @Test func `columns of lines in a frame are places, the frame is none`() throws {
    var sheet = Sheet(2).writing("5. Numéros d’établissement supplémentaires", y: 20)
    sheet.content.rules += cell(120, 40, 580, 130)
    for (column, number) in ["60911", "60929", "60937"].enumerated() {
      let x = 130 + 150 * Double(column)
      sheet = sheet.writing("Numéro", x: x, y: 44).writing(number, x: x, y: 60, font: "Fill")
      for row in 0..<3 { sheet = sheet.ruled(x, x + 130, y: 70 + 20 * Double(row)) }
    }
    let page = try sheet.page()
    let labels = page.found.filter { $0.roles.contains(.label("s5.numbers")) }.map(\.box)
    let slots = SlotFinder.slots(of: page.content, grid: page.grid, labels: labels, headings: [])
    #expect(labels.count == 3 && slots.count { $0.origin == .line } == 9)
  }
}

struct CircleSizeTests {
  @Test func `a page's circles are the larger ones where its letters are nearly as many`() {
    func box(_ x: Int, _ side: Int, _ shape: TickBox.Shape = .round) -> TickBox { TickBox(frame: PixelBox(x: x, y: 0, width: side, height: side), shape: shape) }
    let letters = (0..<16).map { box(1000 + $0 * 60, 25) }
    let circles = (0..<12).map { box($0 * 60, 38) }
    #expect(ScannedPage.boxesAlike(letters + circles) == circles)
    // One of another size is a title's letter.
    #expect(ScannedPage.boxesAlike(circles + [box(3000, 52)]) == circles)
  }
}
