// Measured on 3,000 lines of one typed field each (names with accents, organisations, postal addresses, e-mails, postal codes, telephones,
// dates, numbers; 24 fonts, 8 to 12 points, 300 and 200 dpi, grain, JPEG), exact lines once each kind's grammar has mended what it can,
// Tesseract 5.3.0:
//
//   Latin, capitals 36 px, thickened    95.6 %    <- `line`
//   French, capitals 24 px              93.7 %    <- `lineAgain`
//   French, 36 px, thickened            95.0 %    <- `lineFrench`
//   Latin, 24 px                        93.1 %    <- `lineSmall`
//
// Two models fail on different letters: `line` and `lineAgain` agree on 91 % of the lines, and 13 of these are wrong; the two French ones
// agree on 94 %, 67 wrong. So these two are asked first, the others where they disagree.

extension OCRPreparation {
  /// One line of print, the first reading: large, strokes grown by a pixel.
  package static let line = OCRPreparation(tone: .grey, size: .capitals(36), layout: .line, model: .latin, thickens: true)

  /// One line of print, the second reading: by the other model, smaller, strokes as they are.
  package static let lineAgain = OCRPreparation(tone: .grey, size: .capitals(24), layout: .line)

  /// The third reading: the second's model, prepared as the first.
  package static let lineFrench = OCRPreparation(tone: .grey, size: .capitals(36), layout: .line, thickens: true)

  /// The fourth reading: the first's model, prepared as the second.
  package static let lineSmall = OCRPreparation(tone: .grey, size: .capitals(24), layout: .line, model: .latin)

  /// For hairlines, as a light typewriter face has them: small, strokes grown by a pixel. « 581-555-0166 » in such a face, clear to the eye, was read
  /// with no confidence by the four above, and with 95 % by these two.
  package static let lineBold = OCRPreparation(tone: .grey, size: .capitals(24), layout: .line, model: .latin, thickens: true)

  /// The same by the other model.
  package static let lineFrenchBold = OCRPreparation(tone: .grey, size: .capitals(24), layout: .line, thickens: true)

  /// Several lines of one width.
  package static let block = OCRPreparation(tone: .grey, size: .resolution(300), layout: .block)

  /// A whole page in one of the layouts: `sparse` for forms.
  package static func page(_ layout: OCREngine.Layout) -> OCRPreparation {
    OCRPreparation(tone: .grey, size: .resolution(300), layout: layout)
  }
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
