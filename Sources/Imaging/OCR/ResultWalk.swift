import CTesseract

/// Copies what a Tesseract result iterator shows into values; owns nothing.
@unsafe
struct ResultWalk {
  private let iterator: OpaquePointer

  init(_ iterator: OpaquePointer) { unsafe self.iterator = iterator }

  /// Lists the words from where the iterator stands.
  func words(symbols: Bool) -> [OCRWord] {
    var words: [OCRWord] = []
    var (block, line) = (-1, -1)
    repeat {
      if unsafe begins(RIL_BLOCK) { block += 1 }
      if unsafe begins(RIL_TEXTLINE) { line += 1 }
      guard let text = unsafe text(RIL_WORD), let box = unsafe box(RIL_WORD) else { continue }
      let confidence = unsafe confidence(RIL_WORD)
      let read = unsafe symbols ? self.symbols() : []
      words.append(
        OCRWord(
          text: text, box: box, confidence: confidence, block: max(block, 0), line: max(line, 0), symbols: read))
    } while unsafe TessResultIteratorNext(iterator, RIL_WORD) != 0
    return words
  }

  /// Lists the characters of the word that the iterator stands on, with a copy of it.
  private func symbols() -> [OCRSymbol] {
    guard let copy = unsafe TessResultIteratorCopy(iterator) else { return [] }
    defer { unsafe TessResultIteratorDelete(copy) }
    let walk = unsafe ResultWalk(copy)
    var symbols: [OCRSymbol] = []
    while true {
      if let text = unsafe walk.text(RIL_SYMBOL), let box = unsafe walk.box(RIL_SYMBOL) {
        symbols.append(
          OCRSymbol(
            text: text, box: box, confidence: unsafe walk.confidence(RIL_SYMBOL),
            alternatives: unsafe walk.alternatives(to: text)))
      }
      if unsafe TessPageIteratorIsAtFinalElement(TessResultIteratorGetPageIteratorConst(copy), RIL_WORD, RIL_SYMBOL)
        != 0
      {
        return symbols
      }
      if unsafe TessResultIteratorNext(copy, RIL_SYMBOL) == 0 { return symbols }
    }
  }

  private func alternatives(to taken: String) -> [SymbolChoice] {
    guard let choices = unsafe TessResultIteratorGetChoiceIterator(iterator) else { return [] }
    defer { unsafe TessChoiceIteratorDelete(choices) }
    var found: [SymbolChoice] = []
    repeat {
      // The text belongs to the iterator.
      guard let pointer = unsafe TessChoiceIteratorGetUTF8Text(choices) else { continue }
      let text = unsafe String(cString: pointer)
      if !text.isEmpty, text != taken, !found.contains(where: { $0.text == text }) {
        found.append(SymbolChoice(text: text, confidence: unsafe share(TessChoiceIteratorConfidence(choices))))
      }
    } while unsafe TessChoiceIteratorNext(choices) != 0
    return found.sorted { $0.confidence > $1.confidence }
  }

  private func text(_ level: TessPageIteratorLevel) -> String? {
    guard let pointer = unsafe TessResultIteratorGetUTF8Text(iterator, level) else { return nil }
    defer { unsafe TessDeleteText(pointer) }
    let text = unsafe String(cString: pointer)
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  private func box(_ level: TessPageIteratorLevel) -> PixelBox? {
    var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let page = unsafe TessResultIteratorGetPageIteratorConst(iterator)
    guard unsafe TessPageIteratorBoundingBox(page, level, &left, &top, &right, &bottom) != 0 else { return nil }
    return PixelBox(x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top))
  }

  private func begins(_ level: TessPageIteratorLevel) -> Bool {
    unsafe TessPageIteratorIsAtBeginningOf(TessResultIteratorGetPageIteratorConst(iterator), level) != 0
  }

  private func confidence(_ level: TessPageIteratorLevel) -> Double {
    unsafe share(TessResultIteratorConfidence(iterator, level))
  }

  /// Brings Tesseract's 0 to 100, which can fall below 0, to 0 to 1.
  private func share(_ percent: Float) -> Double { percent.isFinite ? min(max(Double(percent) / 100, 0), 1) : 0 }
}
