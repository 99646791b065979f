import Definitions
import Foundation
import Testing

@testable import Forms
@testable import Recognition

/// A page written for a test: words of fixed pitch on lines, and ruling lines.
struct Sheet {
  static let definition = Result {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try loadForm(at: root.appending(path: "Pipelines/forms/acces-sel-etablissements")).definition
  }

  var content: PageContent

  init(_ number: Int) { content = PageContent(number: number, width: 612, height: 792) }

  /// Writes a line of words, 4 points a letter and 8 high, its baseline's box beginning at `y`.
  func writing(_ text: String, x: Double = 40, y: Double, font: String = "Print") -> Sheet {
    var (sheet, x) = (self, x)
    for word in text.split(separator: " ") {
      let end = x + Double(word.count) * 4
      sheet.content.words.append(Word(text: String(word), box: Box(x, y, end, y + 8), font: font, size: 8, source: .text))
      x = end + 2
    }
    return sheet
  }

  func ruled(_ x0: Double, _ x1: Double, y: Double) -> Sheet {
    var sheet = self
    sheet.content.rules.append(Rule(box: Box(x0, y, x1, y), isHorizontal: true))
    return sheet
  }

  /// A fillable field with its value.
  static func field(_ box: Box, text: String) -> EntryField {
    EntryField(box: box, isSignature: false, isSigned: false, text: text, differs: false, isUncompared: false)
  }

  /// Writes the labels that sections 2 and 3 have in common under a heading.
  func section(_ heading: String, y: Double) -> Sheet {
    let labels = ["Prénom", "Nom", "Fonction", "Code postal", "Téléphone", "Poste", "Télécopieur", "Adresse électronique"]
    return labels.enumerated().reduce(writing(heading, y: y)) { sheet, item in
      sheet.writing(item.element, y: y + 20 * Double(item.offset + 1))
    }
  }

  func page() throws -> FormPage { FormPage(content, LabelFinder(try Self.definition.get())) }

  static func title(_ number: Int) -> Sheet {
    Sheet(number).writing("Demande d’accès aux services en ligne", y: 20)
      .writing("1. Description des services en ligne demandés", y: 40).writing("Établissements du réseau de la santé", y: 60)
      .writing("Autorisation des demandes de paiement en ligne", y: 80)
  }
}

/// What tests of written sheets ask: where fields are placed, and what one of them is read to hold.
protocol SheetReading {}

extension SheetReading {
  func map(_ sheet: Sheet) throws -> FormMap { FormMap(try Sheet.definition.get(), pages: [try sheet.page()]) }

  func value(_ id: FieldID, _ sheet: Sheet) throws -> FieldValue {
    EntryReader(try map(sheet)).read(try #require(Sheet.definition.get().field(id))).value
  }
}
