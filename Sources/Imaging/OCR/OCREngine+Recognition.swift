extension OCREngine {
  /// Reads a bitmap prepared the way given; boxes are in the bitmap's own pixels.
  package func recognize(_ bitmap: Bitmap, _ preparation: OCRPreparation, symbols: Bool = false) throws -> OCRReading {
    let ready = try PreparedBitmap(bitmap, preparation)
    let reading = try read(ready.bitmap, preparation.layout, symbols: symbols)
    return OCRReading(
      words: reading.words.map { word in
        OCRWord(
          text: word.text, box: ready.restored(word.box), confidence: word.confidence, block: word.block,
          line: word.line,
          symbols: word.symbols.map {
            OCRSymbol(
              text: $0.text, box: ready.restored($0.box), confidence: $0.confidence, alternatives: $0.alternatives)
          })
      })
  }
}
