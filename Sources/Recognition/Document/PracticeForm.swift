import Forms

/// Writes a small fillable PDF that bears a form's printed texts, for the worker to read before any document: what a
/// first reading sets up once (types, tables, the libraries' own parameters) is then ready in every forked process.
struct PracticeForm {
  private var content = ""
  private var widgets: [String] = []
  private var rows = 0
  /// Points from one row to the next.
  private static let rowHeight = 20
  /// How high the page must be for every row.
  private let height: Int

  init(_ definition: FormDefinition) {
    let boxes = definition.fields.map { max(1, $0.options.count) + 2 }.reduce(0, +)
    height = (definition.identity.count + definition.sections.count + boxes + 2) * Self.rowHeight
    for proof in definition.identity { print(proof.first ?? "") }
    for section in definition.sections {
      print(section.number + " " + (section.headings.first ?? ""))
      for field in definition.fields where field.section == section.id {
        print(field.labels.first ?? "")
        switch field.kind {
        case .tick: addWidget("/FT /Btn /V /Off /AS /Off", under: false)
        case .signature:
          addWidget("/FT /Sig", under: true)
          content += "BT /F 9 Tf 40 \(foot + 4) Td (Essai) Tj ET\n"
        case .choice, .preprinted: break
        default: addWidget("/FT /Tx /V (\(Self.entry(field.kind))) /AP << /N 6 0 R >>", under: true)
        }
        for option in field.options {
          print(option.labels.first ?? "")
          addWidget("/FT /Btn /V /Off /AS /Off", under: false)
        }
      }
    }
  }

  /// An entry of a field's kind: each kind is read in a way of its own.
  private static func entry(_ kind: FieldDefinition.Kind) -> String {
    switch kind {
    case .date: "2026-01-02"
    case .phone: "418 555-0100"
    case .postalCode: "G1K 7T3"
    case .email: "essai@example.org"
    case .establishmentNumber, .establishmentNumbers: "60001"
    default: "Essai"
    }
  }

  /// The height of a row's foot above the page's.
  private var foot: Int { height - (rows + 1) * Self.rowHeight }

  /// Prints a text on a row of its own, over a ruling line.
  private mutating func print(_ text: String) {
    rows += 1
    let escaped = text.map { "()\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    content += "BT /F 9 Tf 30 \(foot + 4) Td (\(escaped)) Tj ET 30 \(foot) m 540 \(foot) l S\n"
  }

  /// Adds a place to write in under a row's text, on a row of its own, or a box to tick before it.
  private mutating func addWidget(_ entries: String, under: Bool) {
    if under { rows += 1 }
    let (left, width) = under ? (30, 200) : (10, 10)
    widgets.append("/Type /Annot /Subtype /Widget /Rect [\(left) \(foot + 2) \(left + width) \(foot + 14)] /F 4 \(entries)")
  }

  /// The file. What Latin 1 does not hold is printed as a question mark.
  var bytes: [UInt8] {
    let references = widgets.indices.map { "\($0 + 7) 0 R" }.joined(separator: " ")
    let appearance = "/Tx BMC q BT /F 9 Tf 2 3 Td (Essai) Tj ET Q EMC"
    let resources = "/Resources << /Font << /F 5 0 R >> >>"
    let objects =
      [
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [\(references)] >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 570 \(height)] /Contents 4 0 R /Annots [\(references)] \(resources) >>",
        "<< /Length \(content.unicodeScalars.count) >>\nstream\n\(content)\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 200 12] \(resources) /Length \(appearance.count) >>\nstream\n\(appearance)\nendstream",
      ] + widgets.enumerated().map { "<< /T (\($0)) \($1) >>" }
    var file = Self.latin("%PDF-1.7\n")
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      table += String(repeating: "0", count: 10 - "\(file.count)".count) + "\(file.count) 00000 n \n"
      file += Self.latin("\(index + 1) 0 obj\n\(object)\nendobj\n")
    }
    let trailer = "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(file.count)\n%%EOF\n"
    return file + Self.latin(table + trailer)
  }

  private static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(exactly: $0.value) ?? UInt8(ascii: "?") }
  }
}
