import Testing

@testable import Forms
@testable import Imaging
@testable import Recognition

struct DrawingTests {
  private let page = PageContent(number: 1, width: 612, height: 792)
  private let box = PageBox(100, 100, 108, 108)

  private func shape(_ box: PageBox, fill: Double?, isStroked: Bool = false, order: Int) -> PageGraphics.Shape {
    PageGraphics.Shape(box: box, isRectangle: false, isStroked: isStroked, isFrame: true, fill: fill, order: order)
  }

  private func segment(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, isWhite: Bool = false) -> PageGraphics.Segment {
    PageGraphics.Segment(x0: x0, y0: y0, x1: x1, y1: y1, width: 1, order: 9, isWhite: isWhite)
  }

  private func ticks(_ graphics: PageGraphics, inked: [InkMark] = []) -> [TickFrame.State] {
    Drawing(graphics, page: page).tickFrames(words: [], inked: inked, besides: []).frames.map(\.state)
  }

  @Test func `a dark box with a light mark painted over it is ticked`() {
    var graphics = PageGraphics()
    graphics.shapes = [shape(box, fill: 0.4, order: 1)]
    #expect(ticks(graphics).isEmpty)
    graphics.segments = [segment(102, 104, 104, 106, isWhite: true), segment(104, 106, 107, 102, isWhite: true)]
    #expect(ticks(graphics) == [.on])
  }

  @Test func `a dark box that a light one leaves only a rim of is not ticked`() {
    var graphics = PageGraphics()
    graphics.shapes = [shape(box, fill: 0.2, order: 1), shape(PageBox(101, 101, 107, 107), fill: 1, order: 2)]
    #expect(!ticks(graphics).contains(.on))
  }

  @Test func `a pen's mark in an annotation ticks a drawn box`() {
    var graphics = PageGraphics()
    graphics.shapes = [shape(box, fill: nil, isStroked: true, order: 1)]
    #expect(ticks(graphics) == [.off])
    #expect(ticks(graphics, inked: [InkMark(kind: .stylus, box: Box(101, 99, 110, 107))]) == [.on])
    #expect(ticks(graphics, inked: [InkMark(kind: .stylus, box: Box(60, 90, 200, 130))]) == [.off])
  }

  @Test func `the short level pieces of a flourish are no ruling lines`() {
    var graphics = PageGraphics()
    graphics.segments = [
      segment(40, 300, 300, 300), segment(50, 290.3, 53, 290.1), segment(53, 290.1, 56, 290.1), segment(56, 290.1, 59, 290.3),
      segment(120, 290, 123, 290),
    ]
    #expect(Drawing(graphics, page: page).rules.map(\.box.x0).sorted() == [40, 120])
  }

  @Test func `boxes set close upon one another keep their own marks`() {
    var graphics = PageGraphics()
    // Two boxes of ten points, two points apart, the upper one crossed.
    for y in [100.0, 112] {
      graphics.segments += [segment(100, y, 110, y), segment(100, y + 10, 110, y + 10), segment(100, y, 100, y + 10), segment(110, y, 110, y + 10)]
    }
    graphics.segments += [segment(102, 102, 108, 108), segment(108, 102, 102, 108)]
    #expect(ticks(graphics).sorted { "\($0)" < "\($1)" } == [.off, .on])
  }

  @Test func `a box filled in white is a place only on something darker`() {
    var graphics = PageGraphics()
    graphics.shapes = [shape(PageBox(100, 100, 200, 120), fill: 1, order: 2)]
    #expect(Drawing(graphics, page: page).frames.isEmpty)
    graphics.shapes.insert(shape(PageBox(50, 50, 400, 300), fill: 0.9, order: 1), at: 0)
    #expect(Drawing(graphics, page: page).frames.contains(Box(100, 100, 200, 120)))
  }

  @Test func `dots in a row are no hand's`() {
    var graphics = PageGraphics()
    graphics.shapes = (0..<60).map { rank in shape(PageBox(100 + Double(rank) * 3, 100, 101 + Double(rank) * 3, 101), fill: 0, order: rank) }
    #expect(Drawing(graphics, page: page).marks.isEmpty)
  }

  @Test func `a shape without extent is no mark in a box`() {
    var graphics = PageGraphics()
    graphics.shapes = [shape(box, fill: nil, isStroked: true, order: 1), shape(PageBox(104, 104, 104, 104), fill: 0, order: 2)]
    #expect(ticks(graphics) == [.off])
  }

  @Test func `dots drawn one by one are the line they stand for`() {
    var graphics = PageGraphics()
    graphics.shapes = (0..<80).map { shape(PageBox(100 + Double($0) * 1.5, 300, 100.75 + Double($0) * 1.5, 300.75), fill: 0.2, order: $0) }
    let rules = Drawing(graphics, page: page).rules.filter(\.isHorizontal)
    #expect(rules.count == 1 && abs(rules[0].start - 100) < 1 && rules[0].length > 115)
    // An ellipsis is none.
    graphics.shapes = Array(graphics.shapes.prefix(3))
    #expect(Drawing(graphics, page: page).rules.isEmpty)
  }

  @Test func `a pen's curve in pieces of a fraction of a point is a mark`() {
    var graphics = PageGraphics()
    for step in 0..<200 {
      let x = 100 + Double(step) * 0.3
      let (y, next) = (400 + Double(step % 40) * 0.15, 400 + Double(step % 40 + 1) * 0.15)
      graphics.segments.append(segment(x, y, x + 0.3, next))
    }
    let marks = Drawing(graphics, page: page).marks
    #expect(marks.contains { $0.kind == .stylus && $0.box.width > 40 })
  }

  @Test func `a box character is shown under a dark mark, not under white or when it is invisible`() {
    func marks(fill: Double, width: Double = 6, isInvisible: Bool = false) -> Bool {
      var graphics = PageGraphics()
      graphics.runs = [PageGraphics.Run(box: PageBox(100, 100, 109, 112), text: "☐", glyphs: 1, size: 10, isInvisible: isInvisible, lightness: 0, order: 1)]
      let cover = PageBox(102, 103, 102 + width, 109)
      graphics.shapes = [PageGraphics.Shape(box: cover, isRectangle: true, isStroked: false, isFrame: true, fill: fill, order: 2)]
      return graphics.hidesText(atX: 104.5, y: 106) && graphics.marksText(atX: 104.5, y: 106)
    }
    #expect(marks(fill: 0))
    #expect(!marks(fill: 1))
    #expect(!marks(fill: 0, width: 60))
    #expect(!marks(fill: 0, isInvisible: true))
  }

  @Test func `boxes one upon the other may share the walls that go on from the first to the last`() {
    var graphics = PageGraphics()
    for y in [100.0, 111, 122] { graphics.segments.append(segment(100, y, 112, y)) }
    for x in [100.0, 112] { graphics.segments.append(segment(x, 100, x, 122)) }
    #expect(ticks(graphics) == [.off, .off])
    // Walls that go on beyond them are a table's.
    for x in [100.0, 112] { graphics.segments.append(segment(x, 90, x, 160)) }
    graphics.segments.removeAll { $0.x0 == $0.x1 && $0.y0 == 100 }
    #expect(ticks(graphics).isEmpty)
  }

  @Test func `the sides of a box with round corners bound the cells that lines make of it, and only then`() {
    var graphics = PageGraphics()
    graphics.shapes = [shape(PageBox(40, 100, 540, 160), fill: nil, isStroked: true, order: 1)]
    #expect(Drawing(graphics, page: page).rules.isEmpty)
    // A line to write on amid the box ends before its sides.
    graphics.segments = [segment(60, 130, 300, 130)]
    #expect(Drawing(graphics, page: page).rules.count == 1)
    graphics.segments = [segment(40, 130, 540, 130)]
    #expect(Drawing(graphics, page: page).rules.count == 5)
    graphics.segments = [segment(40, 130, 200, 130), segment(200, 130, 540, 130)]
    #expect(Drawing(graphics, page: page).rules.count == 6)
    graphics.segments = [segment(40, 130, 200, 130), segment(230, 130, 540, 130)]
    #expect(Drawing(graphics, page: page).rules.count == 2)
  }
}
