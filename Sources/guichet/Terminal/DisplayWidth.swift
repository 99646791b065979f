import Forms

extension Character {
  /// The columns a terminal gives the character: two for East Asian wide characters and pictures, none for marks.
  var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.properties.isEmojiPresentation { return 2 }
    if unicodeScalars.count > 1, unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    return Self.wide.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// The blocks whose characters Unicode's East Asian Width calls wide or full-width.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}

extension StringProtocol {
  /// The columns a terminal gives the text.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The text safe to show: what could steer a terminal or turn the writing direction is shown as U+FFFD.
  ///
  /// File names and form values are written by strangers.
  var shown: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The text as one word of a shell's command line, quoted only where it must be.
  var quotedForShell: String {
    let isPlain =
      !isEmpty
      && utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "/._-+,:@%".utf8.contains(byte)
      }
    return isPlain ? String(self) : "'" + String(self).replacing("'", with: #"'\''"#) + "'"
  }

  /// The text cut to so many columns, ended by « … » when something was cut.
  func cut(to width: Int) -> String {
    guard columns > width else { return String(self) }
    var (kept, used) = ("", 0)
    for character in self {
      guard used + character.columns <= width - 1 else { break }
      kept.append(character)
      used += character.columns
    }
    return width > 0 ? kept + "…" : ""
  }

  /// The text in lines of at most so many columns, broken at spaces, words longer than a line in pieces.
  func wrapped(to width: Int) -> [String] {
    let width = Swift.max(width, 2)
    var lines: [String] = []
    var (line, used) = ("", 0)
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      var rest = String(word)
      if !line.isEmpty, used + 1 + rest.columns <= width {
        line += " " + rest
        used += 1 + rest.columns
        continue
      }
      if !line.isEmpty {
        lines.append(line)
        (line, used) = ("", 0)
      }
      while rest.columns > width {
        var (piece, columns) = ("", 0)
        while let next = rest.first, columns + next.columns <= width {
          piece.append(rest.removeFirst())
          columns += next.columns
        }
        lines.append(piece)
      }
      (line, used) = (rest, rest.columns)
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
