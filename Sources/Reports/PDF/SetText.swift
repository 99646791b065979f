import CPango

/// A text broken into lines for a width: a value, with its size in points.
struct SetText: Hashable, Sendable {
  /// The distance of lines, as a multiple of the font's own.
  private static let leading = 1.15

  /// One line each. The space at a break is kept and drawn, so that readers do not join the words around it.
  let lines: [StyledText]
  let lineHeight: Double
  /// The width given, or that of the longest line.
  let width: Double

  private let firstLineHeight: Double

  var height: Double { firstLineHeight + lineHeight * Double(lines.count - 1) }

  /// Breaks the text; nil width leaves it on one line.
  init(_ text: StyledText, width: Double?, on canvas: borrowing PDFCanvas, language: String) {
    let layout = TextLayout(text, width: width, on: canvas, language: language)
    lines = layout.lineRanges.map { text.plainPart($0) }
    firstLineHeight = layout.firstLineHeight
    lineHeight = firstLineHeight * Self.leading
    self.width = width ?? layout.width
  }
}

extension StyledText {
  /// The words as they are drawn: clean, on one line. A no-break space would be drawn with an ActualText span that some
  /// readers stop at, so it becomes a plain space where the layout forbids a break.
  static func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }

  /// The part of the drawn text between two byte offsets, in the same styles.
  ///
  /// Text that is centred or stands at the right loses the spaces at its end, which would move it.
  fileprivate func plainPart(_ range: Range<Int>) -> StyledText {
    var part = StyledText([], size: size, alignment: alignment)
    var start = 0
    for run in runs {
      let bytes = Array(Self.plain(Sanitized.line(run.text)).utf8)
      let common = range.clamped(to: start..<start + bytes.count)
      if !common.isEmpty {
        let text = String(decoding: bytes[(common.lowerBound - start)..<(common.upperBound - start)], as: UTF8.self)
        part.runs.append(Run(text: text, bold: run.bold, colour: run.colour))
      }
      start += bytes.count
    }
    guard alignment != .leading else { return part }
    while let last = part.runs.last, last.text.hasSuffix(" ") || last.text.isEmpty {
      part.runs.removeLast()
      guard !last.text.isEmpty else { continue }
      part.runs.append(Run(text: String(last.text.dropLast()), bold: last.bold, colour: last.colour))
    }
    return part
  }
}
