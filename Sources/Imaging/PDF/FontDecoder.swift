/// Tells what the bytes of a shown string mean in one font, and how wide its glyphs are.
///
/// A `ToUnicode` map is believed first, then the encoding's glyph names. A composite font without a map says nothing.
struct FontDecoder {
  struct Glyph {
    var text: String?
    /// Advance in ems.
    var width: Double
    /// Whether the single-byte code is 32, to which word spacing applies.
    var isSpace: Bool
  }

  private let isComposite: Bool
  private let unicode: [Int: String]
  private let widths: [Int: Double]
  private let defaultWidth: Double
  /// The glyph of each single-byte code; none of a composite font.
  private let simple: [Glyph]

  init(_ font: PDFObject) {
    isComposite = font["Subtype"].name == "Type0"
    var unicode: [Int: String] = [:]
    var widths: [Int: Double] = [:]
    var names: [Int: String] = [:]
    let map = font["ToUnicode"]
    if let bytes = map.decoded() {
      unicode = CharacterMap.parse(bytes)
      if unicode.isEmpty { font.file.noteDamage() }
    } else if map.kind == .stream || map.number != 0 && map.kind != .name {
      // Named and not there: what its codes mean is a guess from here on.
      font.file.noteDamage()
    }
    let descendant = font["DescendantFonts"].items(limit: 1).first
    if map.isNull, isComposite || font["Encoding"].isNull {
      // What its codes mean then stands in the font's program alone.
      let descriptor = (descendant ?? font)["FontDescriptor"]
      for key in ["FontFile2", "FontFile3", "FontFile"] { _ = descriptor[key].decoded() }
    }
    if isComposite {
      defaultWidth = (descendant?["DW"].double ?? 1000) / 1000
      if let list = descendant?["W"] { Self.readWidths(list, into: &widths) }
    } else {
      let scale = font["Subtype"].name == "Type3" ? font["FontMatrix"].numbers(6)?[0] ?? 0.001 : 0.001
      let first = font["FirstChar"].int ?? 0
      for (offset, width) in font["Widths"].numbers(upTo: 256).enumerated() {
        if let width { widths[first + offset] = width * scale }
      }
      // Helvetica's mean advance, for the standard fonts that need not list theirs.
      defaultWidth = 0.55
      names = GlyphNames.encoding(font["Encoding"])
    }
    let width = defaultWidth
    simple = isComposite ? [] : (0..<256).map { code in
      Glyph(text: unicode[code] ?? names[code], width: widths[code] ?? width, isSpace: code == 32)
    }
    (self.unicode, self.widths) = (unicode, widths)
  }

  func glyphs(_ bytes: [UInt8]) -> [Glyph] {
    if isComposite {
      return stride(from: 0, to: bytes.count - 1, by: 2).map { index in
        let code = Int(bytes[index]) << 8 | Int(bytes[index + 1])
        return Glyph(text: unicode[code], width: widths[code] ?? defaultWidth, isSpace: false)
      }
    }
    return bytes.map { simple[Int($0)] }
  }

  /// Reads the `W` array of a CID font: `c [w1 w2 …]` and `first last w`.
  private static func readWidths(_ list: PDFObject, into widths: inout [Int: Double]) {
    let items = list.items(limit: 20_000)
    var index = 0
    while index + 1 < items.count {
      // A CID has two bytes.
      guard let first = items[index].int, (0...0xFFFF).contains(first) else { return }
      if items[index + 1].kind == .array {
        for (offset, width) in items[index + 1].numbers(upTo: 100_000).enumerated() {
          if let width { widths[first + offset] = width / 1000 }
        }
        index += 2
      } else if index + 2 < items.count, let last = items[index + 1].int, let width = items[index + 2].double {
        for code in first...max(first, min(last, first + 65_535)) { widths[code] = width / 1000 }
        index += 3
      } else {
        return
      }
    }
  }
}

/// Reads `ToUnicode` maps (ISO 32000-1, 9.10.3).
enum CharacterMap {
  static func parse(_ bytes: [UInt8]) -> [Int: String] {
    var scanner = ContentScanner(bytes)
    var map: [Int: String] = [:]
    var strings: [[UInt8]] = []
    var list: [[UInt8]]?
    var lists: [Int: [[UInt8]]] = [:]
    while let token = scanner.next(), map.count < 70_000 {
      switch token {
      case .string(let bytes):
        if list != nil { list!.append(bytes) } else { strings.append(bytes) }
      case .arrayStart: list = []
      case .arrayEnd:
        if let list { lists[strings.count] = list }
        strings.append([])
        list = nil
      case .keyword("beginbfchar"), .keyword("beginbfrange"):
        strings = []
        lists = [:]
      case .keyword("endbfchar"):
        for index in stride(from: 0, to: strings.count - 1, by: 2) {
          map[code(strings[index])] = text(strings[index + 1])
        }
        strings = []
      case .keyword("endbfrange"):
        for index in stride(from: 0, to: strings.count - 2, by: 3) {
          let (first, last) = (code(strings[index]), code(strings[index + 1]))
          guard last >= first, last - first <= 65_535 else { continue }
          for offset in 0...(last - first) {
            if let texts = lists[index + 2] {
              if offset < texts.count { map[first + offset] = text(texts[offset]) }
            } else {
              map[first + offset] = text(strings[index + 2], adding: offset)
            }
          }
        }
        strings = []
      default: break
      }
    }
    return map
  }

  private static func code(_ bytes: [UInt8]) -> Int { bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) } }

  private static func text(_ bytes: [UInt8], adding offset: Int = 0) -> String {
    // Nearly every code means one letter, which needs no decoder.
    if bytes.count == 2, let letter = Unicode.Scalar((UInt16(bytes[0]) << 8 | UInt16(bytes[1])) &+ UInt16(truncatingIfNeeded: offset)) {
      return String(letter)
    }
    var units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    if let last = units.last { units[units.count - 1] = last &+ UInt16(truncatingIfNeeded: offset) }
    return String(decoding: units, as: UTF16.self)
  }
}
