/// A piece of a content stream.
enum ContentToken {
  case number(Double)
  case name(String)
  case string([UInt8])
  case arrayStart, arrayEnd
  case dictionaryStart, dictionaryEnd
  case keyword(String)
  /// An image written into the stream; its data is not kept.
  case inlineImage
}

/// Cuts a content stream (ISO 32000-1, 7.8.2) into tokens. Never fails: what it cannot read it passes over.
struct ContentScanner {
  private let bytes: [UInt8]
  private var position = 0
  /// Whether the stream ended within a string or an image, so that more was to come.
  private(set) var endsWithin = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> ContentToken? {
    skipSpace()
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return number()
    case UInt8(ascii: "/"):
      position += 1
      return .name(name())
    case UInt8(ascii: "("): return .string(literal())
    case UInt8(ascii: "<"):
      if position + 1 < bytes.count, bytes[position + 1] == byte {
        position += 2
        return .dictionaryStart
      }
      return .string(hexadecimal())
    case UInt8(ascii: ">"):
      position += position + 1 < bytes.count && bytes[position + 1] == byte ? 2 : 1
      return .dictionaryEnd
    case UInt8(ascii: "["):
      position += 1
      return .arrayStart
    case UInt8(ascii: "]"):
      position += 1
      return .arrayEnd
    case UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      position += 1
      return next()
    default:
      let start = position
      while position < bytes.count, Self.isRegular(bytes[position]) { position += 1 }
      if position == start { position += 1 }
      let word = String(decoding: bytes[start..<position], as: UTF8.self)
      if word == "ID" {
        skipInlineImage()
        return .inlineImage
      }
      return .keyword(word)
    }
  }

  private static func isSpace(_ b: UInt8) -> Bool { b == 32 || b == 10 || b == 13 || b == 9 || b == 12 || b == 0 }

  private static func isRegular(_ b: UInt8) -> Bool {
    switch b {
    case 0, 9, 10, 12, 13, 32: false
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      false
    default: true
    }
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      if Self.isSpace(bytes[position]) {
        position += 1
      } else if bytes[position] == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
      } else {
        return
      }
    }
  }

  private mutating func number() -> ContentToken {
    var (negative, whole, fraction, scale, seenPoint) = (false, 0.0, 0.0, 1.0, false)
    var digits = 0
    scan: while position < bytes.count {
      let b = bytes[position]
      switch b {
      case UInt8(ascii: "-"): negative = digits == 0
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "."): seenPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if seenPoint {
          scale /= 10
          fraction += Double(b - 48) * scale
        } else {
          whole = whole * 10 + Double(b - 48)
        }
      default: break scan
      }
      position += 1
    }
    let value = whole + fraction
    return .number(negative ? -value : value)
  }

  private mutating func name() -> String {
    var characters: [UInt8] = []
    while position < bytes.count, Self.isRegular(bytes[position]) {
      if bytes[position] == UInt8(ascii: "#"), position + 2 < bytes.count,
        let high = Self.nibble(bytes[position + 1]), let low = Self.nibble(bytes[position + 2])
      {
        characters.append(high << 4 | low)
        position += 3
      } else {
        characters.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: characters, as: UTF8.self)
  }

  private mutating func literal() -> [UInt8] {
    position += 1
    var (depth, out) = (1, [UInt8]())
    while position < bytes.count {
      let b = bytes[position]
      position += 1
      switch b {
      case UInt8(ascii: "("):
        depth += 1
        out.append(b)
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return out }
        out.append(b)
      case UInt8(ascii: "\\"):
        guard position < bytes.count else { break }
        let e = bytes[position]
        position += 1
        switch e {
        case UInt8(ascii: "n"): out.append(10)
        case UInt8(ascii: "r"): out.append(13)
        case UInt8(ascii: "t"): out.append(9)
        case UInt8(ascii: "b"): out.append(8)
        case UInt8(ascii: "f"): out.append(12)
        case 13: if position < bytes.count, bytes[position] == 10 { position += 1 }
        case 10: break
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
          var code = Int(e - 48)
          for _ in 0..<2 where position < bytes.count && (48...55).contains(bytes[position]) {
            code = code * 8 + Int(bytes[position] - 48)
            position += 1
          }
          out.append(UInt8(truncatingIfNeeded: code))
        default: out.append(e)
        }
      default: out.append(b)
      }
    }
    endsWithin = true
    return out
  }

  private mutating func hexadecimal() -> [UInt8] {
    position += 1
    var (out, high) = ([UInt8](), UInt8?.none)
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if let nibble = Self.nibble(bytes[position]) {
        if let h = high {
          out.append(h << 4 | nibble)
          high = nil
        } else {
          high = nibble
        }
      }
      position += 1
    }
    endsWithin = endsWithin || position >= bytes.count
    position += 1
    if let high { out.append(high << 4) }
    return out
  }

  private static func nibble(_ b: UInt8) -> UInt8? {
    switch b {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): b - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): b - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): b - 55
    default: nil
    }
  }

  /// Passes over an inline image's data: up to an `EI` that stands between white space.
  private mutating func skipInlineImage() {
    while position + 2 < bytes.count {
      if bytes[position] == UInt8(ascii: "E"), bytes[position + 1] == UInt8(ascii: "I"),
        Self.isSpace(bytes[position - 1]), Self.isSpace(bytes[position + 2])
      {
        position += 2
        return
      }
      position += 1
    }
    endsWithin = true
    position = bytes.count
  }
}
