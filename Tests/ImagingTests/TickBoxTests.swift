import Imaging
import Testing

struct TickBoxTests {
  @Test(arguments: [26, 34, 42, 60, 80]) func `an empty square is found`(side: Int) throws {
    var canvas = Canvas(300, 300)
    canvas.frame(100, 120, side, thick: 3)
    let boxes = try TickBoxFinder().boxes(of: canvas.bitmap())
    #expect(boxes == [TickBox(frame: PixelBox(x: 100, y: 120, width: side, height: side), shape: .square)])
  }

  @Test func `rounded corners do not hide a square`() throws {
    var canvas = Canvas(300, 300)
    canvas.frame(100, 120, 44, thick: 3, cut: 8)
    let boxes = try TickBoxFinder().boxes(of: canvas.bitmap())
    #expect(boxes.count == 1 && abs(boxes[0].frame.width - 44) <= 2 && abs(boxes[0].frame.height - 44) <= 2)
  }

  @Test func `a mark that crosses the frame does not hide it`() throws {
    var canvas = Canvas(400, 300)
    canvas.frame(100, 120, 40, thick: 3)
    canvas.line(85, 105, 155, 175, thick: 5)
    canvas.line(155, 105, 85, 175, thick: 5)
    canvas.frame(250, 120, 40, thick: 3)
    canvas.line(255, 140, 268, 156, thick: 5)
    canvas.line(268, 156, 305, 95, thick: 5)
    let boxes = try TickBoxFinder().boxes(of: canvas.bitmap()).map(\.frame).sorted { $0.x < $1.x }
    #expect(boxes.count == 2)
    for (box, x) in zip(boxes, [100, 250]) {
      #expect(abs(box.x - x) <= 1 && abs(box.y - 120) <= 1 && abs(box.width - 40) <= 1 && abs(box.height - 40) <= 1)
    }
  }

  @Test func `a cross from corner to corner of a heavy frame makes no circle of it`() throws {
    var canvas = Canvas(300, 300)
    canvas.frame(100, 120, 48, thick: 6)
    canvas.line(103, 123, 144, 164, thick: 6)
    canvas.line(144, 123, 103, 164, thick: 6)
    let boxes = try TickBoxFinder().boxes(of: canvas.bitmap())
    #expect(boxes.map(\.shape) == [.square])
  }

  @Test func `a cell's wall beside a square makes no larger square with it`() throws {
    var canvas = Canvas(400, 300)
    // The wall, and the cell's rules over and under it, which the square's far side faces.
    canvas.fill(100, 80, 4, 118)
    canvas.fill(100, 105, 250, 3)
    canvas.fill(100, 171, 250, 3)
    canvas.frame(124, 118, 42, thick: 4)
    canvas.fill(135, 129, 20, 20)
    let boxes = try TickBoxFinder().boxes(of: canvas.bitmap())
    #expect(boxes.map(\.frame) == [PixelBox(x: 124, y: 118, width: 42, height: 42)])
  }

  @Test func `a blackened square is found`() throws {
    var canvas = Canvas(300, 300)
    canvas.fill(100, 120, 40, 40)
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).count <= 1)
    canvas.frame(100, 120, 40, thick: 3)
    canvas.fill(104, 124, 30, 30)
    #expect(
      try TickBoxFinder().boxes(of: canvas.bitmap()).map(\.frame) == [PixelBox(x: 100, y: 120, width: 40, height: 40)])
  }

  @Test func `circles are found, marked beside unmarked`() throws {
    var canvas = Canvas(500, 300)
    canvas.ring(100, 150, radius: 20, thick: 3)
    canvas.ring(300, 150, radius: 20, thick: 3)
    canvas.line(275, 125, 325, 175, thick: 4)
    canvas.line(325, 125, 275, 175, thick: 4)
    let boxes = try TickBoxFinder().boxes(of: canvas.bitmap())
    #expect(boxes.map(\.shape) == [.round, .round])
    #expect(boxes.map(\.frame.x).sorted().elementsEqual([80, 280]) { abs($0 - $1) <= 2 })
  }

  @Test func `a square or a dot in a circle is its mark`() throws {
    var canvas = Canvas(700, 300)
    for x in [100, 300, 500] { canvas.ring(x, 150, radius: 20, thick: 3) }
    canvas.fill(288, 138, 25, 25)
    canvas.ring(500, 150, radius: 12, thick: 12)
    let boxes = try TickBoxFinder().boxes(of: canvas.bitmap())
    #expect(boxes.map(\.shape) == [.round, .round, .round] && boxes.allSatisfy { $0.frame.width > 36 })
    // Between the square and the circle's line is paper on all four sides; in a blackened circle there is none.
    let frame = PixelBox(x: 280, y: 130, width: 41, height: 41)
    #expect(try canvas.bitmap().bilevel().inkShare(in: frame, shape: .round).paperCorners == 4)
    canvas.ring(300, 150, radius: 20, thick: 20)
    #expect(try canvas.bitmap().bilevel().inkShare(in: frame, shape: .round).paperCorners == 0)
  }

  @Test func `a square that touches its circle does not hide it beside others`() throws {
    var canvas = Canvas(700, 300)
    for x in [100, 300, 500] { canvas.ring(x, 150, radius: 20, thick: 3) }
    canvas.fill(284, 140, 32, 29)
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).count == 3)
  }

  @Test func `a circle with a letter close to its right is found beside others of its size`() throws {
    var canvas = Canvas(700, 300)
    // A letter's stem, as tall as two thirds of the circle, a few pixels from it.
    func label(_ x: Int) { canvas.fill(x, 136, 5, 26) }
    canvas.ring(100, 150, radius: 20, thick: 3)
    label(126)
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).isEmpty)
    for x in [300, 500] { canvas.ring(x, 150, radius: 20, thick: 3) }
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).map(\.shape) == [.round, .round, .round])
    // With a letter at its left as well it is one of a word's.
    label(70)
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).count == 2)
  }

  @Test func `a dot that fills its frame leaves the corners to the paper`() throws {
    var canvas = Canvas(300, 300)
    canvas.frame(100, 100, 40, thick: 3)
    canvas.ring(120, 120, radius: 15, thick: 15)
    let frame = PixelBox(x: 100, y: 100, width: 40, height: 40)
    let ink = try canvas.bitmap().bilevel()
    #expect(try ink.inkShare(in: frame).paperCorners == 4)
    canvas.fill(104, 104, 32, 32)
    #expect(try canvas.bitmap().bilevel().inkShare(in: frame).paperCorners == 0)
  }

  @Test func `cells of a comb are no tick boxes`() throws {
    var canvas = Canvas(700, 300)
    canvas.fill(100, 100, 503, 3)
    canvas.fill(100, 150, 503, 3)
    for cell in 0...10 { canvas.fill(100 + cell * 50, 100, 3, 53) }
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).isEmpty)
  }

  @Test func `an O beside a U is no circle`() throws {
    var canvas = Canvas(500, 300)
    canvas.ring(100, 150, radius: 20, thick: 4)
    canvas.fill(126, 130, 4, 40)
    canvas.fill(126, 166, 24, 4)
    canvas.fill(146, 130, 4, 40)
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).isEmpty)
  }
}

struct MarkMeasureTests {
  private func box(_ mark: (inout Canvas) -> Void) throws -> Bitmap {
    var canvas = Canvas(200, 200)
    canvas.frame(80, 80, 40, thick: 3)
    mark(&canvas)
    return try canvas.bitmap().bilevel()
  }

  @Test(arguments: [-3, 0, 2]) func `an empty frame holds no ink though it is misplaced`(shift: Int) throws {
    let frame = PixelBox(x: 80 + shift, y: 80 - shift, width: 40, height: 40)
    #expect(try box { _ in }.inkShare(in: frame).ink == 0)
  }

  @Test func `a cross, a speck and a blot differ`() throws {
    let frame = PixelBox(x: 80, y: 80, width: 40, height: 40)
    let cross = try box {
      $0.line(85, 85, 115, 115, thick: 4); $0.line(115, 85, 85, 115, thick: 4)
    }.inkShare(in: frame)
    let speck = try box { $0.fill(95, 95, 3, 3) }.inkShare(in: frame)
    let blot = try box { $0.fill(80, 80, 40, 40) }.inkShare(in: frame)
    #expect(cross.share > 0.15 && cross.share < 0.5 && cross.pieces.count == 1)
    #expect(speck.ink == 9 && speck.share < 0.02)
    #expect(blot.share == 1)
    let extent = try #require(cross.extent)
    #expect(extent.width * 10 >= cross.interior.width * 9)
  }

  @Test func `a mark that runs into both sides of a small box does not hide it`() throws {
    var canvas = Canvas(300, 300)
    canvas.frame(100, 120, 36, thick: 4)
    canvas.line(104, 140, 114, 150, thick: 10)
    canvas.line(114, 150, 132, 128, thick: 10)
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).count == 1)
  }

  @Test func `boxes one upon the other share their walls, the cells of a table are none`() throws {
    var canvas = Canvas(600, 400)
    for row in 0..<3 { canvas.frame(100, 100 + 41 * row, 44, thick: 3) }
    canvas.line(108, 108, 136, 136, thick: 4)
    let boxes = try TickBoxFinder().boxes(of: canvas.bitmap())
    #expect(boxes.map { $0.frame.y / 10 } == [10, 14, 18])
    // A very coarse picture has no room for them.
    var coarse = Canvas(60, 60)
    coarse.fill(20, 20, 1, 5)
    coarse.fill(23, 20, 1, 5)
    #expect(try TickBoxFinder().boxes(of: coarse.bitmap(dpi: 36)).isEmpty)
    // Lines that go on to both sides make a table of it.
    for row in 0..<4 { canvas.fill(60, 100 + 41 * row, 300, 3) }
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).isEmpty)
  }

  @Test func `a square with paper around it in a square box is a mark, a blackened box is none`() throws {
    func measure(_ gap: Int) throws -> MarkMeasure {
      var canvas = Canvas(300, 300)
      canvas.frame(100, 100, 44, thick: 4)
      canvas.fill(104 + gap, 104 + gap, 36 - 2 * gap, 36 - 2 * gap)
      return try canvas.bitmap().bilevel().inkShare(in: PixelBox(x: 100, y: 100, width: 44, height: 44))
    }
    #expect(try measure(2).paperCorners == 4)
    #expect(try measure(0).paperCorners == 0)
  }

  /// Two brackets 32 pixels high, their stems 38 apart.
  private func brackets(_ canvas: inout Canvas, _ x: Int, _ y: Int) {
    for (left, bar) in [(x, x), (x + 38, x + 31)] {
      canvas.fill(left, y, 3, 32)
      for foot in [y, y + 29] { canvas.fill(bar, foot, 10, 3) }
    }
  }

  @Test func `two brackets are a box to tick, also where a mark touches them; one pair alone and round ones are text`() throws {
    var canvas = Canvas(600, 400)
    brackets(&canvas, 100, 100)
    #expect(try BracketFinder().pairs(of: canvas.bitmap().bilevel()).isEmpty)
    brackets(&canvas, 100, 200)
    brackets(&canvas, 300, 200)
    canvas.line(303, 208, 336, 224, thick: 4)
    let pairs = try BracketFinder().pairs(of: canvas.bitmap().bilevel())
    #expect(pairs.map(\.frame.x).sorted() == [100, 100, 300])
    #expect(pairs.allSatisfy { $0.inside.width < 32 })
    var round = Canvas(600, 400)
    for y in [100, 200] {
      for x in [100, 140] { for step in 0..<32 { round.fill(x + (x == 100 ? 1 : -1) * abs(step - 16) / 2, y + step, 3, 1) } }
    }
    #expect(try BracketFinder().pairs(of: round.bitmap().bilevel()).isEmpty)
  }

  @Test func `print fills a box evenly, a pen does not, and a rule close by is none of its sides`() throws {
    func page(_ draw: (inout Canvas) -> Void) throws -> Bitmap {
      var canvas = Canvas(300, 300)
      draw(&canvas)
      return try canvas.bitmap().bilevel()
    }
    let frame = PixelBox(x: 100, y: 100, width: 33, height: 33)
    #expect(try page { $0.fill(100, 100, 33, 33) }.isNeatlyFilled(frame))
    // One side may have a rule close by.
    #expect(try page { canvas in
      canvas.fill(100, 100, 33, 33)
      canvas.fill(20, 136, 260, 3)
    }.isNeatlyFilled(frame))
    #expect(try !page { canvas in
      canvas.frame(100, 100, 33, thick: 3)
      for step in 0..<9 { canvas.line(98, 96 + step * 4, 136, 104 + step * 4, thick: 3) }
    }.isNeatlyFilled(frame))
    let empty = try page { canvas in
      canvas.frame(100, 100, 33, thick: 3)
      canvas.fill(20, 136, 260, 3)
    }.inkShare(in: frame)
    #expect(empty.share < 0.02 && empty.interior.maxY < 131)
  }

  @Test func `circles one upon the other that touch are found each, as is one that a letter's foot reaches`() throws {
    var canvas = Canvas(900, 400)
    for y in [100, 138, 176] { canvas.ring(100, y, radius: 20, thick: 3) }
    let frames = try TickBoxFinder().boxes(of: canvas.bitmap())
    #expect(frames.map(\.shape) == [.round, .round, .round])
    #expect(frames.map(\.frame.y).elementsEqual([80, 118, 156]) { abs($0 - $1) <= 2 })
    // A stem over the upper one makes a piece of other proportions of them.
    for x in [500, 700] { canvas.ring(x, 100, radius: 20, thick: 3) }
    canvas.fill(104, 50, 5, 32)
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).count == 5)
    // A figure eight is not as wide as two circles.
    var eight = Canvas(900, 400)
    for y in [100, 128] { eight.ring(100, y, radius: 20, thick: 3) }
    #expect(try TickBoxFinder().boxes(of: eight.bitmap()).isEmpty)
  }

  @Test func `a dot ends before its circle's line, what blackens the circle does not`() throws {
    let frame = PixelBox(x: 80, y: 130, width: 41, height: 41)
    var canvas = Canvas(300, 300)
    canvas.ring(100, 150, radius: 20, thick: 3)
    canvas.ring(100, 150, radius: 15, thick: 15)
    #expect(try canvas.bitmap().bilevel().holdsDot(frame))
    // A stroke from dot to line leaves the gap nearly all around; black to the line leaves none, nor does half of it.
    canvas.line(100, 150, 118, 150, thick: 4)
    #expect(try canvas.bitmap().bilevel().holdsDot(frame))
    canvas.fill(100, 132, 18, 37)
    #expect(try !canvas.bitmap().bilevel().holdsDot(frame))
    canvas.ring(100, 150, radius: 20, thick: 20)
    #expect(try !canvas.bitmap().bilevel().holdsDot(frame))
  }

  @Test func `a square with a letter close to its right is found beside others of its size`() throws {
    var canvas = Canvas(900, 300)
    canvas.frame(100, 120, 36, thick: 3)
    canvas.fill(142, 124, 5, 30)
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).isEmpty)
    canvas.frame(400, 120, 36, thick: 3)
    canvas.frame(600, 120, 36, thick: 3)
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).count == 3)
  }

  @Test func `a square that hangs on the line of a row is found beside others of its size, a table's cell is not`() throws {
    var canvas = Canvas(1000, 300)
    canvas.fill(60, 117, 200, 3)
    canvas.frame(100, 117, 36, thick: 3)
    canvas.fill(700, 117, 3, 200)
    canvas.fill(660, 117, 140, 3)
    canvas.frame(700, 117, 36, thick: 3)
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).isEmpty)
    canvas.frame(400, 120, 36, thick: 3)
    canvas.frame(550, 120, 36, thick: 3)
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).map(\.frame.x) == [100, 400, 550])
  }

  @Test func `a box that fills its row to a hair is found between the row's lines`() throws {
    var canvas = Canvas(900, 300)
    canvas.fill(60, 112, 700, 3)
    canvas.fill(60, 160, 700, 3)
    for x in [100, 400] { canvas.frame(x, 117, 41, thick: 3, cut: 3) }
    // The lines of the row and of the boxes are a pixel or two apart, which blur bridges in part.
    for side in [100, 138, 400, 438] {
      canvas.fill(side, 115, 3, 2)
      canvas.fill(side, 158, 3, 2)
    }
    #expect(try TickBoxFinder().boxes(of: canvas.bitmap()).map(\.frame.x) == [100, 400])
  }

  @Test func `a table of a picture of a few dots an inch is looked at to the end`() throws {
    for dpi in [10.0, 20, 36, 50] {
      for step in [2, 3, 4, 6] {
        var canvas = Canvas(60, 60)
        for line in stride(from: 0, to: 60, by: step) {
          canvas.fill(line, 0, 1, 60)
          canvas.fill(0, line, 60, 1)
        }
        let page = try Bitmap(bytes: canvas.pixels, layout: .grey8, width: 60, height: 60, stride: 60, resolution: Resolution(dpi))
        // Frames lower than four pixels have no quarter to look for a line in.
        #expect(throws: Never.self) { try TickBoxFinder().boxes(of: page) }
      }
    }
  }
}
