import Testing

@testable import Imaging

struct UnderlineTests {
  /// Eight letters with stems and open feet, 24 pixels high, from x = 100.
  private func word(_ canvas: inout Canvas, foot: Int) {
    for letter in 0..<8 {
      for stem in [0, 14] { canvas.fill(100 + letter * 26 + stem, foot - 24, 5, 24) }
      canvas.fill(100 + letter * 26, foot - 24, 19, 4)
    }
  }

  @Test func `a line right under a word is found, the word itself and a box are none`() throws {
    var canvas = Canvas(600, 300)
    word(&canvas, foot: 124)
    #expect(try UnderlineFinder().underlines(of: canvas.bitmap().bilevel()).isEmpty)
    canvas.fill(96, 124, 212, 3)
    let found = try UnderlineFinder().underlines(of: canvas.bitmap().bilevel())
    let line = try #require(found.first)
    #expect(found.count == 1 && abs(line.y0 - 125) <= 1 && line.thickness <= 4 && abs(line.x1 - 307) <= 2)
    var box = Canvas(600, 300)
    for (x, y, w, h) in [(96, 100, 212, 3), (96, 140, 212, 3), (96, 100, 3, 43), (305, 100, 3, 43)] { box.fill(x, y, w, h) }
    #expect(try UnderlineFinder().underlines(of: box.bitmap().bilevel()).isEmpty)
  }

  @Test func `a dotted line goes on under what is written on its dots, and not under a label between two`() throws {
    func lines(_ writing: (inout Canvas) -> Void) throws -> [Int] {
      var canvas = Canvas(1600, 300)
      for x in stride(from: 100, to: 1400, by: 8) { canvas.fill(x, 200, 3, 3) }
      writing(&canvas)
      return try RuleFinder().rules(of: canvas.bitmap()).horizontal.filter(\.isDotted).map(\.length)
    }
    // Letters stand on the dots.
    let written = try lines { canvas in
      for letter in 0..<14 { canvas.fill(500 + letter * 26, 172, 17, 31) }
    }
    #expect(written.count == 1 && written[0] > 1250)
    // Between two lines stands a label, its feet at their height.
    let labelled = try lines { canvas in
      canvas.fill(500, 190, 420, 20, 255)
      for letter in 0..<14 { canvas.fill(520 + letter * 27, 172, 15, 31) }
    }
    #expect(labelled.count == 2 && labelled.allSatisfy { $0 < 500 })
  }

  @Test func `a dotted line begins at its first free dot, and a letter on it ends where it ends beside the dots`() throws {
    var canvas = Canvas(1600, 300)
    for x in stride(from: 100, to: 1400, by: 12) { canvas.fill(x, 200, 4, 4) }
    // Letters that end amid the dots from the second on, and one that goes on below them.
    for letter in 0..<7 { canvas.fill(110 + letter * 30, 172, 17, 30) }
    canvas.fill(320, 172, 6, 44)
    let page = try canvas.bitmap()
    let rules = try RuleFinder().rules(of: page)
    let line = try #require(rules.horizontal.first { $0.isDotted })
    #expect(line.x0 <= 103 && line.x1 > 1380 && rules.horizontal.count == 1)
    let rest = try page.removing(rules.all, ink: page.bilevel()).ink
    // All the dots go; the letters' feet stay.
    #expect(try rest.ink(in: PixelBox(x: 0, y: 202, width: 1600, height: 10)) == rest.ink(in: PixelBox(x: 318, y: 202, width: 10, height: 10)))
    #expect(try rest.ink(in: PixelBox(x: 110, y: 172, width: 200, height: 30)) >= 7 * 17 * 30 * 97 / 100)
    #expect(try rest.ink(in: PixelBox(x: 320, y: 172, width: 6, height: 44)) >= 6 * 42)
  }

  @Test func `a rule goes on where a pen's strokes hide it over a length, and not at a label`() throws {
    var canvas = Canvas(1600, 300)
    canvas.fill(100, 200, 1200, 3)
    for stroke in 0..<6 { canvas.line(600 + stroke * 12, 170, 575 + stroke * 12, 240, thick: 5) }
    #expect(try RuleFinder().rules(of: canvas.bitmap()).horizontal.map { $0.length > 1190 } == [true])
    var labelled = Canvas(1600, 300)
    labelled.fill(100, 200, 480, 3)
    labelled.fill(680, 200, 600, 3)
    for letter in 0..<4 { labelled.fill(590 + letter * 22, 178, 14, 24) }
    #expect(try RuleFinder().rules(of: labelled.bitmap()).horizontal.count == 2)
  }

  @Test func `paper is told from the shade that takes most of a page, and from what lies around the sheet`() throws {
    var canvas = Canvas(800, 800, paper: 225)
    for row in 0..<10 { canvas.fill(40, 20 + row * 80, 720, 30, 245) }
    #expect(try canvas.bitmap().histogram().paper == 225 && canvas.bitmap().barePaper() == 245)
    // A few bright specks are no paper, nor is the bed that the sheet lay on.
    var specked = Canvas(800, 800, paper: 225)
    specked.fill(0, 0, 200, 100, 250)
    #expect(try specked.bitmap().barePaper() == 225)
    var bed = Canvas(800, 800, paper: 252)
    bed.fill(60, 60, 680, 680, 225)
    #expect(try bed.bitmap().barePaper() == 225)
  }
}
