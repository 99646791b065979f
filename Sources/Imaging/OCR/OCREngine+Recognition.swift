// Measured on 408 crops of one line (names with accents, e-mails, postal codes, telephones, numbers, addresses; 8 fonts,
// 9 to 12 points, 300 and 200 dpi, grey with grain and 1 bit), exact lines and character errors, Tesseract 5.3.0, fra:
//
//   grey, capitals 36 px, thickened     87.7 %  0.71 %    <- `line`
//   grey, capitals 24 px                87.0 %  0.82 %    <- `lineAgain`
//   grey, 36 / 48 / 18 px               83.6 / 81.1 / 87.3 %
//   grey, scaled to 300 dpi             86.0 %  0.84 %
//   black and white 36 px, thickened    85.8 %  0.89 %    (not thickened 81.4 %)
//   models fra+eng / eng, 24 px         85.0 / 73 % at 36 px: accents are lost
//   layout 13 instead of 7              55 % at best
//
// More than half of what `line` misses are postal codes: mostly 0 and O, which the caller's grammar tells apart.
// Telephones and numbers are read without a miss. Margins of 8 to 40 pixels and word lists make no difference.

extension OCRPreparation {
  /// One line of print, the first reading: large, strokes grown by a pixel.
  package static let line = OCRPreparation(tone: .grey, size: .capitals(36), layout: .line, thickens: true)

  /// One line of print, the second reading: smaller, strokes as they are.
  package static let lineAgain = OCRPreparation(tone: .grey, size: .capitals(24), layout: .line)

  /// Several lines of one width.
  package static let block = OCRPreparation(tone: .grey, size: .resolution(300), layout: .block)

  /// A whole page in one of the layouts: `sparse` for forms.
  package static func page(_ layout: OCREngine.Layout) -> OCRPreparation {
    OCRPreparation(tone: .grey, size: .resolution(300), layout: layout)
  }
}

/// Two readings of one crop, made so that they fail on different letters.
package struct CropReadings: Hashable, Sendable {
  package let first: OCRReading
  package let second: OCRReading

  /// Whether both read the same text. Disagreement is doubt: of the lines misread in the
  /// measurement above, four in ten are betrayed by it, at the price of doubting 3 % of the good ones.
  package var agree: Bool { first.text == second.text }
}

extension OCREngine {
  /// Reads a crop that holds one line, with each character's alternatives.
  package func recognizeLine(_ crop: Bitmap) throws -> OCRReading { try recognize(crop, .line, symbols: true) }

  /// Reads a crop that holds a block of lines.
  package func recognizeBlock(_ crop: Bitmap) throws -> OCRReading { try recognize(crop, .block, symbols: true) }

  /// Reads an upright page: words and their places, without the characters' details.
  package func recognizePage(_ page: Bitmap, _ layout: Layout = .sparse) throws -> OCRReading {
    try recognize(page, .page(layout))
  }

  /// Reads a crop of one line in two ways, so that the caller can take disagreement for doubt.
  package func readings(of crop: Bitmap) throws -> CropReadings {
    try CropReadings(
      first: recognize(crop, .line), second: recognize(crop, .lineAgain))
  }

  /// Reads a bitmap prepared the way given; boxes are in the bitmap's own pixels.
  package func recognize(_ bitmap: Bitmap, _ preparation: OCRPreparation, symbols: Bool = false) throws -> OCRReading {
    // Of an image without ink Tesseract makes up words.
    let ink = try bitmap.bilevel()
    guard try ink.ink(in: ink.bounds) > 0 else { return OCRReading(words: []) }
    let ready = try PreparedBitmap(bitmap, preparation)
    let reading = try read(ready.bitmap, preparation.layout, preparation.model, symbols: symbols)
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
