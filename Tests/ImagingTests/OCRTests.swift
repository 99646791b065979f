import Imaging
import Testing

struct OCRTests {
  @Test(arguments: [
    (Fixtures.name, "Hélène Côté-Gagné"), (Fixtures.phone, "418 555-0137"), (Fixtures.email, "h.cote@example.org"),
  ])
  func `both models read a line of print alike`(png: [UInt8], text: String) throws {
    let (engine, crop) = try (OCREngine(), Bitmap(decoding: png))
    for preparation in [OCRPreparation.line, .lineAgain, .lineFrench, .lineSmall] {
      let reading = try engine.recognize(crop, preparation)
      #expect(reading.text == text)
      #expect(reading.confidence > 0.5 && reading.confidence <= 1)
    }
  }

  @Test func `each character has its place and alternatives`() throws {
    let crop = try Bitmap(decoding: Fixtures.name)
    let reading = try OCREngine().recognizeLine(crop)
    let symbols = reading.words.flatMap(\.symbols)
    #expect(symbols.map(\.text).joined() == "HélèneCôté-Gagné")
    #expect(symbols.allSatisfy { crop.bounds.contains($0.box) })
    #expect(symbols.contains { !$0.alternatives.isEmpty })
    #expect(symbols.allSatisfy { symbol in !symbol.alternatives.contains { $0.text == symbol.text } })
    #expect(reading.words.map(\.line) == [0, 0])
  }

  @Test func `a crop reads the same whatever was read before`() throws {
    let (name, phone) = try (Bitmap(decoding: Fixtures.name), Bitmap(decoding: Fixtures.phone))
    let paragraph = try Bitmap(decoding: Fixtures.paragraph)
    let fresh = try OCREngine().recognizeLine(name)
    let engine = try OCREngine()
    for other in [phone, paragraph, name] {
      _ = try engine.recognizeBlock(other)
      _ = try engine.recognizePage(other)
      #expect(try engine.recognizeLine(name) == fresh)
    }
  }

  @Test(arguments: [OCREngine.Layout.sparse, .page, .block]) func `a paragraph is read line by line`(
    layout: OCREngine.Layout
  ) throws {
    let reading = try OCREngine().recognizePage(Bitmap(decoding: Fixtures.paragraph), layout)
    #expect(reading.text.split(separator: "\n").count == 5)
    #expect(reading.text.contains("responsable des accès"))
  }

  @Test func `places do not depend on the resolution`() throws {
    let page = try Bitmap(decoding: Fixtures.paragraph)
    let coarse = try page.grey().scaled(0.6)
    let (a, b) = try (OCREngine().recognizePage(page), OCREngine().recognizePage(coarse))
    let (large, small) = try (#require(a.words.first), #require(b.words.first))
    #expect(large.text == small.text)
    #expect(abs(Double(large.box.x) * 0.6 - Double(small.box.x)) < 4)
    #expect(abs(Double(large.box.maxY) * 0.6 - Double(small.box.maxY)) < 4)
  }

  @Test func `a blank crop has no words`() throws {
    let engine = try OCREngine()
    for depth in [Bitmap.Depth.bilevel, .grey, .colour] {
      #expect(try engine.recognizeLine(Bitmap(width: 300, height: 60, depth: depth)).words.isEmpty)
    }
    #expect(try engine.recognizeLine(Bitmap(width: 1, height: 1, depth: .grey)).words.isEmpty)
  }

  @Test func `a line on tinted paper is read`() throws {
    var grey = try Bitmap(decoding: Fixtures.phone).greyBytes()
    let crop = try Bitmap(decoding: Fixtures.phone)
    for index in grey.indices { grey[index] = UInt8(90 + Int(grey[index]) * 110 / 255) }
    let tinted = try Bitmap(
      bytes: grey, layout: .grey8, width: crop.width, height: crop.height, stride: crop.width,
      resolution: Resolution(300))
    #expect(try OCREngine().recognizeLine(tinted).text == "418 555-0137")
  }

  @Test func `a missing model is named`() {
    #expect(throws: ImagingError.languageMissing("fra")) { try OCREngine(dataPath: "/nonexistent") }
  }

  @Test func `upright print is told from turned print`() throws {
    let paragraph = try Bitmap(decoding: Fixtures.paragraph)
    var page = try Bitmap(width: 1900, height: 2600, depth: .bilevel, resolution: Resolution(300))
    for row in 0..<6 { for column in 0..<2 { try page.paste(paragraph, x: 40 + column * 920, y: 30 + row * 420) } }
    for turn in Turn.allCases {
      let orientation = try #require(try Orientation(of: page.turned(turn)))
      #expect(try page.turned(turn).turned(orientation.correction).greyBytes() == page.greyBytes())
    }
  }
}
