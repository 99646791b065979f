/// Writes rows as CSV (RFC 4180) in UTF-8 with a byte order mark, safe to open in a spreadsheet.
///
/// A cell that a spreadsheet would take for a formula is given an apostrophe before it (OWASP, CSV injection).
struct CSVTable {
  private var text = "\u{FEFF}"

  mutating func add(_ cells: [String]) {
    text += cells.map(Self.cell).joined(separator: ",") + "\r\n"
  }

  var csv: String { text }

  /// One cell: without control characters, never a formula, quoted when it must be.
  static func cell(_ value: String) -> String {
    var plain = Sanitized.line(value)
    // Spaces do not shield a formula in every program, and a control character in front has become a space.
    let first = plain.unicodeScalars.first { !$0.properties.isWhitespace }
    let startsWithControl = value.unicodeScalars.first.map { "\t\r\n".unicodeScalars.contains($0) } ?? false
    if startsWithControl || first.map({ formulaStarts.contains($0) }) ?? false { plain = "'" + plain }
    guard plain.unicodeScalars.contains(where: { "\",;\r\n".unicodeScalars.contains($0) }) else { return plain }
    return "\"" + plain.replacing("\"", with: "\"\"") + "\""
  }

  /// `= + - @`, their full-width forms, small forms and the minus sign.
  private static let formulaStarts = Set("=+-@＝＋－＠﹦﹢﹣﹫−".unicodeScalars)
}
