import Imaging
import Testing

@testable import Forms
@testable import Recognition

/// How forms met in sets G to J are laid out.
struct MarginTests: SheetReading {
  /// Sections with their headings left of their labels and lower than the first of them.
  private func margined(_ sheet: Sheet, heading: String, y: Double, entries: [String]) -> Sheet {
    let labels = ["Prénom", "Nom", "Fonction", "Code postal", "Téléphone", "Adresse électronique"]
    var sheet = sheet.writing(heading, x: 30, y: y + 14)
    for (rank, label) in labels.enumerated() {
      let (x, y) = (rank < 2 ? 140 + 200 * Double(rank) : 140, y + 24 * Double(max(rank - 1, 0)))
      sheet = sheet.writing(label, x: x, y: y).ruled(x, x + 180, y: y + 22)
      if rank < entries.count { sheet = sheet.writing(entries[rank], x: x, y: y + 12, font: "Fill") }
    }
    return sheet
  }

  @Test func `a heading in the margin that stands lower than its first label begins with it`() throws {
    var sheet = margined(Sheet.title(1), heading: "2. Utilisateur", y: 120, entries: ["MAUDE", "OTIS", "COMMIS"])
    sheet = margined(sheet, heading: "3. Autorisation", y: 320, entries: ["LÉO", "ROY"])
    #expect(try value("s2.firstName", sheet) == .text("MAUDE"))
    #expect(try value("s2.lastName", sheet) == .text("OTIS"))
    #expect(try value("s3.firstName", sheet) == .text("LÉO"))
    #expect(try value("s3.lastName", sheet) == .text("ROY"))
    // A date in the sheet's head moves no heading.
    for (y, date) in [(280.0, "2026-05-12"), (480.0, "2026-05-13")] {
      sheet = sheet.writing("SIGNATURE", x: 140, y: y).writing("DATE", x: 380, y: y).ruled(410, 540, y: y + 9).writing(date, x: 420, y: y, font: "Fill")
    }
    for dated in [sheet, sheet.writing("DATE", x: 480, y: 24)] {
      #expect(try value("s2.date", dated) == .text("2026-05-12"))
      #expect(try value("s3.date", dated) == .text("2026-05-13"))
    }
  }

  @Test func `a sentence that passes by a signature's line is no name typed there, a name is`() throws {
    let sentence = "Note : En cas de manquement à ces engagements, la Régie pourra retirer en tout temps et sans préavis les accès accordés"
    var sheet = Sheet.title(1).writing("3. Autorisation", y: 120).writing("Nom", y: 140)
    sheet = sheet.writing(sentence, y: 224, font: "Print").writing("SIGNATURE", x: 40, y: 250).ruled(160, 380, y: 258)
    let field = try #require(Sheet.definition.get().field("s3.signature"))
    func signed(_ sheet: Sheet) throws -> FieldValue { SignatureFinder(EntryReader(try map(sheet))).read(field).reading.value }
    #expect(try signed(sheet) == .text("none"))
    #expect(try signed(sheet.writing("Jean Roy", x: 180, y: 248, font: "Fill")) == .text("typed"))
    // A paragraph whose last word stands over the line.
    let paragraph = sheet.writing("à ne pas divulguer les éléments de cette personne dont je pourrais prendre", x: 170, y: 234, font: "Print")
      .writing("connaissance;", x: 170, y: 244, font: "Print")
    #expect(try signed(paragraph) == .text("none"))
    #expect(try signed(paragraph.writing("Jean Roy", x: 300, y: 248, font: "Fill")) == .text("typed"))
  }

  @Test func `places of a date on lines of unlike room are one row`() throws {
    let sheet = Sheet(1).writing("ANNÉE", x: 104, y: 122).writing("MOIS", x: 164, y: 122).writing("JOUR", x: 204, y: 122)
    let captions = try #require(DateCaptions.all(on: sheet.content).first)
    // A label ends low over the first line.
    let lines = [Box(100, 108, 150, 120), Box(156, 94, 195, 120), Box(200, 94, 235, 120)]
    #expect(captions.places(among: lines.map { Slot(page: 1, box: $0, origin: .line) }).map(\.box) == lines)
  }

  @Test func `a date's captions stand beside or under its label, never before it`() throws {
    var sheet = Sheet.title(1).writing("2. Utilisateur", x: 30, y: 110).writing("3. Autorisation", x: 306, y: 110)
    for (x, date) in [(30.0, ["2026", "08", "03"]), (306.0, [])] {
      sheet = sheet.writing("Nom", x: x, y: 130).ruled(x, x + 200, y: 152).writing("DATE", x: x, y: 170)
      for (rank, caption) in ["ANNÉE", "MOIS", "JOUR"].enumerated() {
        let left = x + 138 + Double(rank) * 44
        sheet = sheet.writing(caption, x: left, y: 162)
        sheet.content.frames.append(Box(left - 8, 160, left + 36, 186))
        if rank < date.count { sheet = sheet.writing(date[rank], x: left, y: 175, font: "Fill") }
      }
    }
    #expect(try value("s2.date", sheet) == .text("2026-08-03"))
    #expect(try value("s3.date", sheet) == .nothing)
  }

  @Test func `the text line of a choice stands among its options`() throws {
    var sheet = Sheet.title(1).writing("3. Autorisation", y: 120).writing("Nom", y: 140).ruled(80, 300, y: 148).writing("Fonction", y: 186)
    for (rank, option) in ["Directeur des services professionnels", "Directeur général"].enumerated() {
      let y = 170 + 14 * Double(rank)
      sheet = sheet.writing(option, x: 190, y: y)
      sheet.content.ticks.append(TickFrame(box: Box(178, y, 186, y + 8), state: .off, source: .mark))
    }
    sheet = sheet.writing("Code postal", y: 240).ruled(140, 300, y: 248)
    sheet.content.entries = [Sheet.field(Box(178, 200, 500, 214), text: "Directeur médical")]
    #expect(try value("s3.functionText", sheet) == .text("Directeur médical"))
  }

  @Test func `boxes in the cells of a list are its places, not the cells too`() throws {
    var sheet = Sheet(1).writing("5. Numéros d’établissement supplémentaires", y: 40)
    for column in 0..<3 {
      let x = 40 + 180 * Double(column)
      sheet = sheet.writing("Numéro", x: x + 60, y: 60)
      for box in [Box(x, 74, x + 180, 96), Box(x + 50, 78, x + 130, 92)] { sheet.content.frames.append(box) }
      sheet = sheet.writing("6002\(column)", x: x + 56, y: 81, font: "Fill")
    }
    #expect(try value("s5.numbers", sheet) == .list(["60020", "60021", "60022"]))
    // Where the number stands beside the box, the cell is the place.
    sheet.content.words.removeAll { $0.text == "60022" }
    #expect(try value("s5.numbers", sheet.writing("60022", x: 405, y: 81, font: "Fill")) == .list(["60020", "60021", "60022"]))
    // With one in the box and one beside it, neither is read twice.
    let both = try map(sheet.writing("60022", x: 405, y: 81, font: "Fill").writing("60023", x: 456, y: 81, font: "Fill"))
    let places = try #require(both.placements["s5.numbers"]).slots.map(\.box)
    #expect(places.contains(Box(400, 74, 580, 96)) && !places.contains(Box(450, 78, 530, 92)))
  }

  /// Letters 12 pixels wide and 20 high in steps of 20, a space as wide as a letter.
  private func typed(_ text: String, x: Int) -> [PixelBox] {
    text.enumerated().filter { $0.element != " " }.map { PixelBox(x: x + 20 * $0.offset, y: 100, width: 12, height: 20) }
  }

  @Test func `a typewriter's words stand one step apart, columns further`() {
    func parts(_ words: [[PixelBox]]) -> Int {
      EvenSpacing(marks: []).joined(
        words.map { word in
          var segment = Segment()
          for letter in word { segment.add(letter) }
          return segment
        }
      ).count
    }
    #expect(parts([typed("adresse", x: 0), typed("de", x: 160), typed("correspondance", x: 220)]) == 1)
    #expect(parts([typed("adresse", x: 0), typed("code", x: 200)]) == 2)
    // Letters set each in its own width have no step.
    let uneven = [0, 8, 30, 42, 70].map { PixelBox(x: $0, y: 100, width: 6, height: 20) }
    #expect(parts([uneven, uneven.map { PixelBox(x: $0.x + 110, y: 100, width: 6, height: 20) }]) == 2)
  }
}
