import Testing

@testable import Forms
@testable import Recognition

/// How forms met in sets C, D and E are laid out.
struct LayoutTests: SheetReading {
  private func boxed(_ sheet: Sheet, _ boxes: [Box]) -> Sheet {
    var sheet = sheet
    for box in boxes {
      for y in [box.y0, box.y1] { sheet.content.rules.append(Rule(box: Box(box.x0, y, box.x1, y), isHorizontal: true)) }
      for x in [box.x0, box.x1] { sheet.content.rules.append(Rule(box: Box(x, box.y0, x, box.y1), isHorizontal: false)) }
    }
    return sheet
  }

  private func ticked(_ sheet: Sheet, _ boxes: [Box], on: Int? = nil) -> Sheet {
    var sheet = sheet
    for (rank, box) in boxes.enumerated() { sheet.content.ticks.append(TickFrame(box: box, state: rank == on ? .on : .off, source: .mark)) }
    return sheet
  }

  @Test func `a letter in a comb is a name's, and no letter of a choice`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Nom", x: 40, y: 140).writing("Sexe", x: 400, y: 140)
    let teeth = (0..<12).map { Box(40 + Double($0) * 13, 150, 53 + Double($0) * 13, 166) }
    sheet = boxed(sheet, teeth)
    for (rank, letter) in "PHAM".enumerated() { sheet = sheet.writing(String(letter), x: 44 + Double(rank) * 13, y: 154, font: "Fill") }
    sheet = sheet.writing("F", x: 420, y: 154).writing("M", x: 450, y: 154)
    sheet = ticked(sheet, [Box(408, 153, 417, 162), Box(438, 153, 447, 162)], on: 1)
    #expect(try value("s2.lastName", sheet) == .text("PHAM"))
    #expect(try value("s2.sex", sheet) == .text("M"))
  }

  @Test func `a cell that is filled in as its neighbour is keeps its entry, on a page where labels share their cells with entries`() throws {
    let cells = [Box(40, 140, 300, 164), Box(300, 140, 560, 164), Box(40, 164, 300, 188), Box(300, 164, 560, 188), Box(40, 188, 300, 212)]
    var sheet = boxed(Sheet.title(1).writing("2. Utilisateur", y: 120), cells)
    sheet = sheet.writing("Nom", x: 43, y: 142).writing("OTIS", x: 43, y: 154, font: "Fill")
    sheet = sheet.writing("Adresse de correspondance (lieu de travail)", x: 303, y: 142).writing("12, RUE BASSE", x: 303, y: 154, font: "Fill")
    sheet = sheet.writing("Prénom", x: 43, y: 166).writing("MAUDE", x: 43, y: 178, font: "Fill").writing("SAINT-ÉLOI", x: 303, y: 176, font: "Fill")
    sheet = sheet.writing("Fonction", x: 43, y: 190).writing("COMMIS", x: 43, y: 202, font: "Fill")
    #expect(try value("s2.firstName", sheet) == .text("MAUDE"))
    #expect(try value("s2.address", sheet) == .text("12, RUE BASSE SAINT-ÉLOI"))
    // So does one that is left blank.
    sheet.content.words.removeAll { $0.text == "MAUDE" }
    #expect(try value("s2.firstName", sheet) == .nothing)
    #expect(try value("s2.address", sheet) == .text("12, RUE BASSE SAINT-ÉLOI"))
  }

  @Test func `teeth beside their captions are a date's, and no boxes to tick`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("DATE", x: 300, y: 154).writing("ANNÉE", x: 330, y: 154)
    let year = (0..<4).map { Box(360 + Double($0) * 12, 150, 372 + Double($0) * 12, 166) }
    let month = [Box(436, 150, 448, 166), Box(448, 150, 460, 166)]
    let day = [Box(486, 150, 498, 166), Box(498, 150, 510, 166)]
    sheet = sheet.writing("MOIS", x: 414, y: 154).writing("JOUR", x: 464, y: 154)
    sheet = ticked(boxed(sheet, year + month + day), month + day)
    sheet.content.ticks = DateCaptions.boxesToTick(on: sheet.content)
    #expect(sheet.content.ticks.isEmpty)
    for (tooth, figure) in zip(year + month + day, "20260511") { sheet = sheet.writing(String(figure), x: tooth.x0 + 4, y: 154, font: "Fill") }
    #expect(try value("s2.date", sheet) == .text("2026-05-11"))
    // A lone box beside a caption stays one to tick.
    let alone = ticked(Sheet(1).writing("ANNÉE", x: 330, y: 154).writing("MOIS", x: 414, y: 154).writing("JOUR", x: 464, y: 154), [Box(500, 152, 510, 162)])
    #expect(DateCaptions.boxesToTick(on: alone.content).count == 1)
  }

  @Test func `a section with its heading in the margin begins where its panel does`() throws {
    var sheet = Sheet.title(1)
    for (rank, heading) in ["2. Utilisateur", "3. Autorisation"].enumerated() {
      let y = 120 + Double(rank) * 150
      sheet = sheet.writing(heading, x: 20, y: y + 40)
      sheet.content.frames.append(Box(110, y, 580, y + 140))
      sheet = sheet.writing("Prénom", x: 120, y: y + 10).writing("Nom", x: 300, y: y + 10).writing("Fonction", x: 120, y: y + 60)
    }
    let map = try map(sheet)
    #expect(map.sections.section(of: Box(120, 130, 144, 138), page: 1) == "s2")
    #expect(map.sections.section(of: Box(120, 280, 144, 288), page: 1) == "s3")
  }

  @Test func `a box after its option's words is found though other words stand between`() throws {
    var sheet = Sheet.title(1).writing("L’objet de la demande s’applique aux registres", y: 100)
    sheet = sheet.writing("De certaines installations de l’établissement (spécifiez les numéros)", y: 114).writing("De toutes les installations de l’établissement", y: 128)
    let first = try #require(sheet.content.words.last { $0.box.y0 == 114 }).box.x1
    let second = try #require(sheet.content.words.last).box.x1
    sheet = ticked(sheet, [Box(first + 3, 113, first + 12, 122), Box(second + 3, 127, second + 12, 136)], on: 0)
    #expect(try value("s1.scope", sheet) == .text("some"))
  }

  @Test func `a box in the middle of its option's two lines is found beyond the longer of them`() throws {
    var sheet = Sheet.title(1).writing("L’objet de la demande s’applique aux registres", y: 100)
    sheet = sheet.writing("De certaines installations", y: 114).writing("(spécifiez le ou les numéros d’établissement à la section 5 au verso)", y: 124)
    let end = try #require(sheet.content.words.last).box.x1
    sheet = ticked(sheet, [Box(end + 4, 118, end + 13, 127)], on: 0)
    #expect(try value("s1.scope", sheet) == .text("some"))
  }

  @Test func `a hint that goes on with a label is printed, and so is no word of a sentence a label`() throws {
    let sheet = Sheet.title(1).writing("2. Utilisateur", y: 120).writing("Fonction (précisez) :", y: 150).writing("remis à son nom sans délai", y: 170)
    let page = try sheet.page()
    let label = try #require(page.found.first { $0.roles.contains(.label("s2.function")) })
    #expect(label.words.count == 3)
    #expect(!page.found.contains { $0.roles.contains(.label("s2.lastName")) })
    // An entry is none, though it stands as close and in the same face.
    for line in ["Fonction : (intérim)", "Fonction (COMMIS)", "Fonction Analyste, équipe :", "Fonction commis 2 :"] {
      let other = try Sheet.title(1).writing("2. Utilisateur", y: 120).writing(line, y: 150).page()
      let words = try #require(other.found.first { $0.roles.contains(.label("s2.function")) }).words
      #expect(words.count == (line.hasPrefix("Fonction :") ? 2 : 1), "\(line)")
    }
    let list = try Sheet.title(1).writing("2. Utilisateur", y: 120).writing("7, Télécopieur, Laval", y: 150).page()
    #expect(!list.found.contains { $0.roles.contains(.label("s2.fax")) })
  }

  @Test func `a list whose labels stand under its lines begins over the first of them`() throws {
    var sheet = Sheet(2).writing("5. Numéros d’établissement supplémentaires", y: 20)
    for (row, numbers) in [["60111", "60129", "60137"], ["60145", "60153", ""]].enumerated() {
      for (column, number) in numbers.enumerated() {
        let (x, y) = (40 + Double(column) * 180, 60 + Double(row) * 30)
        sheet = sheet.ruled(x, x + 150, y: y).writing("Numéro", x: x + 60, y: y + 1)
        if !number.isEmpty { sheet = sheet.writing(number, x: x + 60, y: y - 10, font: "Fill") }
      }
    }
    #expect(try value("s5.numbers", sheet) == .list(["60111", "60129", "60137", "60145", "60153"]))
  }

  @Test func `labels of two sections that all stand in one of them make both doubtful`() throws {
    var sheet = Sheet.title(1).section("2. Utilisateur", y: 120)
    sheet = sheet.section("", y: 320).writing("3. Autorisation", y: 560).writing("Directeur général", y: 580)
    let reading = FormReader(try Sheet.definition.get()).read([try sheet.page()])
    #expect(reading["s2.firstName"].doubtful && reading["s2.phone"].doubtful && reading["s3.lastName"].doubtful)
  }
}
