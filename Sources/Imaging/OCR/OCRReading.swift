/// One guess at one character.
package struct SymbolChoice: Hashable, Sendable {
  package let text: String
  /// 0 to 1.
  package let confidence: Double
}

/// One character as it was read, with what else it might be.
package struct OCRSymbol: Hashable, Sendable {
  package let text: String
  /// In pixels of the bitmap that was given.
  package let box: PixelBox
  /// 0 to 1.
  package let confidence: Double
  /// The other guesses, best first, without the one taken.
  package let alternatives: [SymbolChoice]
}

/// One word as it was read.
package struct OCRWord: Hashable, Sendable {
  package let text: String
  /// In pixels of the bitmap that was given.
  package let box: PixelBox
  /// 0 to 1: Tesseract's figure for its least certain character. Not a probability; calibrate before relying on it.
  package let confidence: Double
  /// Counted from 0 over the whole bitmap.
  package let block: Int
  package let line: Int
  /// Empty unless the reading was asked for symbols.
  package let symbols: [OCRSymbol]
}

/// What was read in a crop or on a page, in reading order.
package struct OCRReading: Hashable, Sendable {
  package let words: [OCRWord]

  /// The words with spaces, lines with line feeds.
  package var text: String {
    var text = ""
    for (index, word) in words.enumerated() {
      if index > 0 { text += word.line == words[index - 1].line ? " " : "\n" }
      text += word.text
    }
    return text
  }

  /// The confidence of the least certain word; 0 when nothing was read.
  package var confidence: Double { words.map(\.confidence).min() ?? 0 }
}
