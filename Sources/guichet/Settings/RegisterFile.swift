import Forms
import Foundation

/// Says that the register given with `--register` cannot be used, with everything found wrong in it at once.
struct RegisterError: Error, CustomStringConvertible {
  /// `file:line: what. what to do.`, at most the first twenty.
  let problems: [String]

  var description: String {
    problems.prefix(20).joined(separator: "\n")
      + (problems.count > 20 ? "\n… (\(problems.count - 20) autres)" : "")
  }
}

/// Loads the establishments of a CSV file in UTF-8, strictly: a register that is half understood would refuse good forms.
func loadRegister(at path: String) throws(RegisterError) -> Register {
  let name = path.shown
  guard let data = FileManager.default.contents(atPath: path) else {
    throw RegisterError(problems: ["\(name) : Le registre est absent ou illisible. Vérifiez --register et les droits du fichier."])
  }
  guard let text = String(data: data, encoding: .utf8) else {
    throw RegisterError(problems: ["\(name) : Le registre n’est pas en UTF-8. Enregistrez-le de nouveau en « CSV UTF-8 »."])
  }
  var file = RegisterFile(name: name)
  file.read(text)
  guard file.problems.isEmpty else { throw RegisterError(problems: file.problems) }
  return Register(file.establishments)
}

/// A register under reading: what was understood, and what was not.
private struct RegisterFile {
  let name: String
  var establishments: [Establishment] = []
  var problems: [String] = []

  static let columns = [
    "number", "name", "parent", "address", "postal_code", "region", "category", "valid_from", "valid_to",
  ]

  init(name: String) { self.name = name }

  mutating func report(_ line: Int, _ sentence: String) { problems.append("\(name):\(line) : \(sentence)") }

  mutating func read(_ text: String) {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let (rows, openQuote) = parseCSV(text)
    if let openQuote {
      report(openQuote, "Un guillemet ouvert n’est jamais fermé. Fermez-le, ou doublez-le s’il fait partie du texte.")
      return
    }
    guard let header = rows.first, header.cells == Self.columns else {
      report(
        1, "La première ligne doit être « \(Self.columns.joined(separator: ",")) », séparée par des virgules.")
      return
    }
    for row in rows.dropFirst() where row.cells != [""] { read(row) }
  }

  private mutating func read(_ row: (line: Int, cells: [String])) {
    guard row.cells.count == Self.columns.count else {
      report(row.line, "Il y a \(row.cells.count) colonnes au lieu de \(Self.columns.count). Mettez entre guillemets les textes qui ont une virgule.")
      return
    }
    let cells = row.cells.map { $0.trimmingCharacters(in: .whitespaces) }
    let before = problems.count
    if cells[0].wholeMatch(of: /[0-9]{4}[0-9X]/) == nil {
      report(row.line, "Le numéro doit avoir quatre chiffres, puis un chiffre ou X.")
    }
    if !cells[2].isEmpty, cells[2].wholeMatch(of: /[0-9]{4}[0-9X]/) == nil {
      report(row.line, "Le numéro du parent doit être vide, ou avoir quatre chiffres, puis un chiffre ou X.")
    }
    if cells[1].isEmpty { report(row.line, "Le nom est vide.") }
    let category = Establishment.Category(rawValue: cells[6])
    if category == nil {
      let known = Establishment.Category.allCases.map(\.rawValue).joined(separator: ", ")
      report(row.line, "La catégorie « \(cells[6].shown.cut(to: 30)) » n’existe pas. Choisissez : \(known).")
    }
    let from = day(cells[7], "valid_from", row.line)
    let to = day(cells[8], "valid_to", row.line)
    if let from, let to, to < from { report(row.line, "valid_to précède valid_from.") }
    guard problems.count == before, let category else { return }
    establishments.append(
      Establishment(
        number: cells[0], name: cells[1], parent: cells[2].isEmpty ? nil : cells[2], address: cells[3],
        postalCode: cells[4], region: cells[5], category: category, validFrom: from, validTo: to))
  }

  private mutating func day(_ text: String, _ column: String, _ line: Int) -> CalendarDate? {
    if text.isEmpty { return nil }
    let day = CalendarDate(text)
    if day == nil { report(line, "\(column) n’est pas une date AAAA-MM-JJ.") }
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
