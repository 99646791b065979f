import Testing

@testable import Forms
@testable import Recognition

/// How forms met in sets K and L and among the house styles are laid out.
struct RowTests: SheetReading {
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

  /// Two rows of section 2 with a line under each and no walls: labels over their entries.
  private func rows(_ labels: [[(String, Double)]], _ entries: [[(String, Double)]]) -> Sheet {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 110).ruled(30, 580, y: 128)
    for (rank, row) in labels.enumerated() {
      let y = 130 + 30 * Double(rank)
      for (text, x) in row { sheet = sheet.writing(text, x: x, y: y) }
      for (text, x) in entries[rank] { sheet = sheet.writing(text, x: x, y: y + 14, font: "Fill") }
      sheet = sheet.ruled(30, 580, y: y + 27)
    }
    return sheet
  }

  @Test func `a line under several labels is cut where each begins`() throws {
    let sheet = rows(
      [[("Prénom", 34), ("Nom", 300)], [("Téléphone", 34), ("Poste", 200), ("Télécopieur", 300)]],
      [[("STÉPHANE", 40), ("LÉ", 304)], [("438 555-0134", 40), ("22", 204), ("450 555-0154", 304)]])
    #expect(try value("s2.firstName", sheet) == .text("STÉPHANE"))
    #expect(try value("s2.lastName", sheet) == .text("LÉ"))
    #expect(try value("s2.phoneExt", sheet) == .text("22"))
    #expect(try value("s2.fax", sheet) == .text("450 555-0154"))
  }

  @Test func `brackets are boxes to tick where some are blank or many are marked, and part of an entry elsewhere`() {
    func words(_ texts: [String]) -> [Word] {
      texts.enumerated().map { Word(text: $1, box: Box(40 + 60 * Double($0), 100, 52 + 60 * Double($0), 109), font: "Print", size: 9, source: .text) }
    }
    var leaders: [Recognition.Rule] = []
    var ticked = words(["(X)", "Directeur", "()", "Autre"])
    #expect(TickGlyphs.typed(in: &ticked, &leaders).map(\.state) == [.on, .off] && ticked.map(\.text) == ["Directeur", "Autre"])
    var entry = words(["GMF", "(V)"])
    #expect(TickGlyphs.typed(in: &entry, &leaders).isEmpty && entry.count == 2)
    var list = words(["(a)", "premier", "(b)", "second", "(c)"])
    #expect(TickGlyphs.typed(in: &list, &leaders).isEmpty && list.count == 5)
  }

  @Test func `a mark between underscores is a box to tick, and so are rows as long beside words, no row at a line's end`() {
    func word(_ text: String, _ x: Double, _ y: Double) -> Word {
      Word(text: text, box: Box(x, y, x + 4 * Double(text.count), y + 9), font: "Print", size: 9, source: .text)
    }
    var words = [word("_X_", 40, 100), word("Directeur", 56, 100), word("Autre", 156, 100), word("Poste", 40, 200)]
    var leaders = [Box(140, 107, 152, 107), Box(64, 207, 76, 207)].map { Recognition.Rule(box: $0, isHorizontal: true) }
    let frames = TickGlyphs.typed(in: &words, &leaders)
    #expect(Set(frames.map(\.state)) == [.on, .off] && frames.count == 2 && leaders.map(\.start) == [64])
  }

  @Test func `dots that lead from a label to its entry are no place, those that are written on are`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", y: 110)
    for (rank, label) in ["Nom", "Prénom"].enumerated() {
      let y = 140 + 24 * Double(rank)
      sheet = sheet.writing(label, x: 34, y: y)
      sheet.content.rules.append(Recognition.Rule(box: Box(70, y + 7, 120, y + 7), isHorizontal: true, isLeader: true))
    }
    sheet = sheet.writing("OTIS", x: 126, y: 140, font: "Fill").writing("MAUDE", x: 76, y: 164, font: "Fill")
    #expect(try value("s2.lastName", sheet) == .text("OTIS"))
    #expect(try value("s2.firstName", sheet) == .text("MAUDE"))
  }

  @Test func `a box far along an option's row of a table is its own, not that of the row over it`() throws {
    var sheet = Sheet.title(1)
    sheet.content.words.removeAll { $0.box.y0 == 80 }
    let texts = ["Autorisation des demandes de paiement en ligne", "Association entre le responsable de l’autorisation et le professionnel"]
    for (rank, text) in texts.enumerated() {
      let y = 90 + 14 * Double(rank)
      sheet = sheet.writing(text, x: 40, y: y + 2)
      sheet.content.frames.append(Box(36, y, 570, y + 14))
      for edge in [y, y + 14] { sheet = sheet.ruled(36, 570, y: edge) }
      for x in [36.0, 530, 570] { sheet.content.rules.append(Recognition.Rule(box: Box(x, y, x, y + 14), isHorizontal: false)) }
      sheet.content.ticks.append(TickFrame(box: Box(545, y + 3, 553, y + 11), state: rank == 0 ? .off : .on, source: .mark))
    }
    #expect(try value("s1.app.paymentAuthorization", sheet) == .flag(false))
    #expect(try value("s1.app.association", sheet) == .flag(true))
  }

  @Test func `dates of two signatures stand in the order of these, side by side too`() throws {
    var sheet = Sheet.title(1).writing("4. Privilèges d’accès créés et éléments d’identification remis (à l’usage de la RAMQ)", y: 500)
    sheet = sheet.writing("SIGNATURE DU RÉPONDANT À LA RAMQ", x: 34, y: 540).ruled(34, 200, y: 570).writing("DATE", x: 210, y: 540).ruled(210, 290, y: 570)
      .writing("SIGNATURE SOES", x: 310, y: 540).ruled(310, 480, y: 570).writing("DATE", x: 490, y: 540).ruled(490, 570, y: 570)
      .writing("2026-03-01", x: 214, y: 560, font: "Fill").writing("2026-03-09", x: 494, y: 560, font: "Fill")
    #expect(try value("s4.respondentDate", sheet) == .text("2026-03-01"))
    #expect(try value("s4.soesDate", sheet) == .text("2026-03-09"))
  }

  @Test func `a heading in the margin under its number begins with that, and with its panel`() throws {
    var sheet = Sheet.title(1)
    for (y, number, heading, entry) in [(120.0, "2", "Utilisateur", "CLÉMENT"), (320, "3", "Autorisation", "ÉMILE")] {
      sheet = sheet.writing(number, x: 34, y: y).writing(heading, x: 34, y: y + 10)
      sheet = sheet.writing("Prénom", x: 120, y: y).ruled(150, 300, y: y + 9).writing(entry, x: 154, y: y, font: "Fill")
      for (rank, label) in ["Fonction", "Code postal", "Téléphone", "Adresse électronique"].enumerated() {
        sheet = sheet.writing(label, x: 120, y: y + 24 * Double(rank + 1)).ruled(210, 400, y: y + 24 * Double(rank + 1) + 9)
      }
    }
    var panelled = sheet
    panelled.content.words.removeAll { ["2", "3"].contains($0.text) && $0.box.x0 == 34 }
    panelled.content.frames = [Box(30, 116, 100, 300), Box(30, 316, 100, 500)]
    for sheet in [sheet, panelled] {
      #expect(try value("s2.firstName", sheet) == .text("CLÉMENT"))
      #expect(try value("s3.firstName", sheet) == .text("ÉMILE"))
    }
  }
}
