import Forms
import Foundation

/// Says that the register given with `--register` cannot be used, with everything found wrong in it at once.
struct RegisterError: Error {
  /// A mistake: where, what and what to do. Nil for the line means the file as a whole.
  struct Problem {
    var line: Int?
    var words: Wording
  }

  let file: String
  let problems: [Problem]

  /// `file:line : what. what to do.`, a line each, at most the first twenty.
  func sentences(_ language: Language) -> String {
    let lines = problems.prefix(20).map { problem in
      file.shown + (problem.line.map { ":\($0)" } ?? "") + Voice(language).colon + problem.words[language]
    }
    return (lines + (problems.count > 20 ? ["… (+\(problems.count - 20))"] : [])).joined(separator: "\n")
  }
}

/// Loads the establishments of a CSV file in UTF-8, strictly: a register that is half understood would refuse good forms.
func loadRegister(at path: String) throws(RegisterError) -> Register {
  var file = RegisterFile()
  if let data = FileManager.default.contents(atPath: path) {
    if let text = String(data: data, encoding: .utf8) {
      file.read(text)
    } else {
      file.report(
        nil, "Le registre n’est pas en UTF-8. Enregistrez-le de nouveau en « CSV UTF-8 ».",
        "The register is not UTF-8. Save it again as “CSV UTF-8”.")
    }
  } else {
    file.report(
      nil, "Le registre est absent ou illisible. Vérifiez son nom et les droits du fichier.",
      "The register is missing or cannot be read. See to its name and the file’s rights.")
  }
  guard file.problems.isEmpty else { throw RegisterError(file: path, problems: file.problems) }
  return Register(file.establishments)
}

/// A register under reading: what was understood, and what was not.
private struct RegisterFile {
  private(set) var establishments: [Establishment] = []
  private(set) var problems: [RegisterError.Problem] = []

  private static let columns = [
    "number", "name", "parent", "address", "postal_code", "region", "category", "valid_from", "valid_to",
  ]

  mutating func report(_ line: Int?, _ french: String, _ english: String) {
    problems.append(.init(line: line, words: Wording(fr: french, en: english)))
  }

  mutating func read(_ text: String) {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let (rows, openQuote) = parseCSV(text)
    if let openQuote {
      report(
        openQuote, "Un guillemet ouvert n’est jamais fermé. Fermez-le, ou doublez-le s’il fait partie du texte.",
        "A quotation mark is never closed. Close it, or double it if it is part of the text.")
      return
    }
    guard rows.first?.cells == Self.columns else {
      let columns = Self.columns.joined(separator: ",")
      report(
        1, "La première ligne doit être « \(columns) », avec des virgules.",
        "The first line must be “\(columns)”, with commas.")
      return
    }
    for row in rows.dropFirst() where row.cells != [""] { read(row) }
  }

  private mutating func read(_ row: (line: Int, cells: [String])) {
    guard row.cells.count == Self.columns.count else {
      let (found, wanted) = (row.cells.count, Self.columns.count)
      report(
        row.line,
        "Il y a \(found) colonnes au lieu de \(wanted). Mettez entre guillemets les textes qui ont une virgule.",
        "There are \(found) columns instead of \(wanted). Put texts with a comma between quotation marks.")
      return
    }
    let cells = row.cells.map { $0.trimmingCharacters(in: .whitespaces) }
    let before = problems.count
    if !Self.isNumber(cells[0]) {
      report(
        row.line, "number : il faut quatre chiffres, puis un chiffre ou X.",
        "number: four digits, then a digit or X, are needed.")
    }
    if !cells[2].isEmpty, !Self.isNumber(cells[2]) {
      report(
        row.line, "parent : il faut un numéro d’établissement, ou rien.",
        "parent: an establishment’s number, or nothing, is needed.")
    }
    if cells[1].isEmpty { report(row.line, "name : le nom est vide.", "name: the name is empty.") }
    let category = Establishment.Category(rawValue: cells[6])
    if category == nil {
      let known = Establishment.Category.allCases.map(\.rawValue).joined(separator: ", ")
      report(row.line, "category : choisissez parmi \(known).", "category: choose one of \(known).")
    }
    let from = day(cells[7], "valid_from", row.line)
    let to = day(cells[8], "valid_to", row.line)
    if let from, let to, to < from {
      report(row.line, "valid_to précède valid_from.", "valid_to is before valid_from.")
    }
    guard problems.count == before, let category else { return }
    establishments.append(
      Establishment(
        number: cells[0], name: cells[1], parent: cells[2].isEmpty ? nil : cells[2], address: cells[3],
        postalCode: cells[4], region: cells[5], category: category, validFrom: from, validTo: to))
  }

  private static func isNumber(_ text: String) -> Bool { text.wholeMatch(of: /[0-9]{4}[0-9X]/) != nil }

  private mutating func day(_ text: String, _ column: String, _ line: Int) -> CalendarDate? {
    if text.isEmpty { return nil }
    let day = CalendarDate(text)
    if day == nil {
      report(line, "\(column) : il faut une date AAAA-MM-JJ.", "\(column): a date YYYY-MM-DD is needed.")
    }
    return day
  }
}

/// Splits CSV (RFC 4180) into rows, each with the line it begins on; answers also the line of a quote never closed.
private func parseCSV(_ text: String) -> (rows: [(line: Int, cells: [String])], openQuote: Int?) {
  var rows: [(line: Int, cells: [String])] = []
  var (cells, cell): ([String], String) = ([], "")
  var (line, start) = (1, 1)
  var quote: Int?
  var characters = Array(text)[...]
  while let next = characters.popFirst() {
    if next.isNewline { line += 1 }
    switch next {
    case "\"" where quote != nil && characters.first == "\"":
      characters.removeFirst()
      cell.append("\"")
    case "\"" where quote != nil: quote = nil
    case "\"" where cell.isEmpty: quote = line
    case _ where quote != nil: cell.append(next)
    case ",":
      cells.append(cell)
      cell = ""
    case _ where next.isNewline:
      rows.append((start, cells + [cell]))
      (cells, cell, start) = ([], "", line)
    default: cell.append(next)
    }
  }
  if !cells.isEmpty || !cell.isEmpty { rows.append((start, cells + [cell])) }
  return (rows, quote)
}
