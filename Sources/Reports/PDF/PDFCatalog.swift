import Forms

/// Appends to a PDF of cairo what cairo 1.16 cannot write: its language, that it is tagged, that viewers show its title,
/// and a well-formed document information dictionary.
///
/// The addition is an incremental update (ISO 32000-1, 7.5.6): new versions of two objects and a cross-reference
/// section for them. The bytes before it are not touched.
struct PDFCatalog {
  var title: String
  /// As `fr-CA`.
  var language: String
  var author: String
  /// The day that the document bears; its time is written as midnight, so that the same input gives the same bytes.
  var date: CalendarDate

  /// The date as cairo takes it.
  var isoDate: String { "\(date)T00:00:00Z" }

  func appended(to pdf: [UInt8]) throws(ReportsError) -> [UInt8] {
    let tail = String(decoding: pdf.suffix(256), as: UTF8.self)
    guard let start = tail.firstMatch(of: /startxref\s+(\d+)/).flatMap({ Int($0.1) }), start < pdf.count else {
      throw .unexpectedPDF("cross-reference offset")
    }
    guard let trailer = tail.firstMatch(of: /\/Size (\d+)\s+\/Root (\d+) 0 R\s+\/Info (\d+) 0 R/),
      let size = Int(trailer.1), let root = Int(trailer.2), let info = Int(trailer.3)
    else { throw .unexpectedPDF("trailer") }
    let table = String(decoding: pdf[start...], as: UTF8.self)
    let lines = table.split(separator: "\n", maxSplits: size + 2)
    guard lines.count > size, lines[0] == "xref", let offset = Int(lines[2 + root].prefix(10)), offset < start,
      let catalog = String(decoding: pdf[offset..<start], as: UTF8.self)
        .firstMatch(of: /obj\s*<<(.*?)>>\s*endobj/.dotMatchesNewlines())
    else { throw .unexpectedPDF("catalog") }

    var result = pdf
    if result.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
    var offsets: [Int: Int] = [:]
    // cairo marks the file as tagged in some cases only.
    let mark = catalog.1.contains("/MarkInfo") ? "" : "   /MarkInfo << /Marked true >>\n"
    let objects = [
      root: "<<\(catalog.1)   /Lang (\(language))\n\(mark)"
        + "   /ViewerPreferences << /DisplayDocTitle true >>\n>>",
      info: information,
    ]
    for (number, object) in objects.sorted(by: { $0.key < $1.key }) {
      offsets[number] = result.count
      result += Array("\(number) 0 obj\n\(object)\nendobj\n".utf8)
    }
    let crossReference = result.count
    var section = "xref\n"
    for (number, offset) in offsets.sorted(by: { $0.key < $1.key }) {
      let digits = String(offset)
      section += "\(number) 1\n" + String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    section += "trailer\n<< /Size \(size) /Root \(root) 0 R /Info \(info) 0 R /Prev \(start) >>\n"
    section += "startxref\n\(crossReference)\n%%EOF\n"
    return result + Array(section.utf8)
  }

  private var information: String {
    let day = date.description.replacing("-", with: "")
    return "<< /Title \(Self.hexadecimal(title))\n   /Author \(Self.hexadecimal(author))\n"
      + "   /Creator (Guichet)\n   /Producer (cairo)\n   /CreationDate (D:\(day)000000Z)\n>>"
  }

  /// A text string in UTF-16BE with its mark, as a PDF hexadecimal string.
  private static func hexadecimal(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    let units = [0xFEFF] + Sanitized.line(text).utf16
    let written = units.flatMap { unit in
      [12, 8, 4, 0].map { digits[Int(unit >> UInt16($0)) & 0xF] }
    }
    return "<" + String(written) + ">"
  }
}
