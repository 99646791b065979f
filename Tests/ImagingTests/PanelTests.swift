import Imaging
import Testing

struct PanelTests {
  /// A panel of 440 × 160 points with three white boxes in it, print over them and in the first.
  private func panel(_ tone: UInt8 = 220, outline: Bool = false) -> Canvas {
    var canvas = Canvas(2200, 900, paper: 248)
    canvas.fill(100, 100, 1840, 660, tone)
    for row in 0..<3 {
      if outline { canvas.fill(160 - 2, 180 + row * 190 - 2, 1700 + 4, 100 + 4, 60) }
      canvas.fill(160, 180 + row * 190, 1700, 100, 248)
      for letter in 0..<16 { canvas.fill(170 + letter * 20, 145 + row * 190, 4, 24, 30) }
    }
    for letter in 0..<12 { canvas.fill(190 + letter * 30, 210, 6, 40, 30) }
    return canvas
  }

  @Test(arguments: [true, false])
  func `white boxes in a panel are places, and the panel is one tint`(outline: Bool) throws {
    let page = try panel(outline: outline).bitmap()
    let holes = try TintFinder().holes(of: page)
    #expect(holes.count == 3, "\(holes)")
    #expect(holes.allSatisfy { abs($0.x - 160) <= 8 && abs($0.maxX - 1860) <= 8 && abs($0.height - 100) <= 16 })
    let tints = try TintFinder().tints(of: page)
    #expect(tints.count == 1 && abs(tints[0].box.width - 1840) <= 16 && abs(tints[0].box.height - 660) <= 16, "\(tints)")
  }

  @Test func `cells drawn on paper are no boxes in a shade`() throws {
    var canvas = Canvas(2200, 900, paper: 248)
    for row in 0..<4 { canvas.fill(100, 100 + row * 150, 1803, 3, 20) }
    for column in 0..<3 { canvas.fill(100 + column * 900, 100, 3, 450, 20) }
    #expect(try TintFinder().holes(of: canvas.bitmap()).isEmpty)
  }

  @Test func `small white squares in a shade are teeth or boxes to tick`() throws {
    var canvas = Canvas(2000, 800, paper: 248)
    canvas.fill(100, 100, 1600, 300, 215)
    for tooth in 0..<4 { canvas.fill(300 + tooth * 70, 200, 45, 45, 248) }
    #expect(try TintFinder.small.holes(of: canvas.bitmap()).count == 4)
  }

  @Test func `a white box in a dark band is left when the band is made even`() throws {
    var canvas = Canvas(2000, 800, paper: 248)
    canvas.fill(100, 200, 1600, 120, 90)
    canvas.fill(1200, 220, 400, 80, 248)
    for letter in 0..<8 { canvas.fill(1230 + letter * 24, 240, 6, 36, 20) }
    let page = try canvas.bitmap()
    let even = try page.without(TintFinder().tints(of: page), around: TintFinder().holes(of: page)).page
    #expect(even.darkness(x: 1233, y: 255) > 150 && even.darkness(x: 1218, y: 260) < 40)
  }

  @Test func `a band hardly higher than its print is a tint within its lines`() throws {
    var canvas = Canvas(2400, 600, paper: 248)
    canvas.fill(100, 100, 2000, 60, 40)
    canvas.fill(103, 103, 1994, 54, 205)
    for letter in 0..<24 { canvas.fill(120 + letter * 20, 110, 5, 40, 30) }
    let page = try canvas.bitmap()
    let tints = try TintFinder().tints(of: page)
    #expect(tints.count == 1 && abs(tints[0].tone - 205 / 248) < 0.03, "\(tints.map { ($0.box.x, $0.box.y, $0.box.width, $0.box.height, $0.tone) })")
    let even = try page.without(tints).page
    #expect(even.darkness(x: 1900, y: 130) < 20 && even.darkness(x: 124, y: 130) > 150)
  }

  @Test func `a band and the shaded row under it are two tints`() throws {
    var canvas = Canvas(2400, 600, paper: 248)
    canvas.fill(100, 100, 2000, 60, 205)
    canvas.fill(100, 160, 2000, 60, 236)
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.count == 2 && tints.allSatisfy { $0.box.height < 80 }, "\(tints.map { ($0.box.x, $0.box.y, $0.box.width, $0.box.height, $0.tone) })")
  }

  @Test func `a row of a table with shaded cells is no tint as a whole`() throws {
    var canvas = Canvas(2400, 600, paper: 248)
    canvas.fill(100, 100, 2006, 126, 40)
    canvas.fill(103, 103, 2000, 120, 248)
    for (x, width) in [(103, 400), (900, 400), (1600, 503)] { canvas.fill(x, 103, width, 120, 236) }
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.allSatisfy { $0.box.width < 600 }, "\(tints)")
  }

  @Test func `level lines are taken out of ink, figures stay`() throws {
    var canvas = Canvas(400, 200, paper: 255)
    canvas.fill(20, 150, 300, 3, 0)
    for tooth in 0..<6 { canvas.fill(20 + tooth * 50, 120, 3, 30, 0) }
    canvas.fill(40, 100, 20, 30, 0)
    let pieces = try canvas.bitmap().bilevel(.otsu).withoutLevels(longerThan: 42, upTo: 6).components()
    #expect(pieces.count == 7 && pieces.filter { $0.width > 5 }.count == 1, "\(pieces)")
    canvas.fill(40, 20, 120, 30, 0)
    #expect(try canvas.bitmap().bilevel(.otsu).withoutLevels(longerThan: 42, upTo: 6).components().contains { $0.width == 120 && $0.height == 30 })
  }

  @Test func `teeth with walls in common are found, a letter's stem closes no tooth`() throws {
    var canvas = Canvas(2000, 800, paper: 248)
    canvas.fill(100, 100, 1600, 500, 222)
    canvas.fill(300, 200, 4 * 60 + 5, 65, 150)
    for tooth in 0..<4 { canvas.fill(305 + tooth * 60, 205, 55, 55, 248) }
    #expect(try TintFinder.small.holes(of: canvas.bitmap()).count == 4)
    // A long box, an entry's stem near its left side.
    canvas.fill(300, 400, 600, 48, 150)
    canvas.fill(305, 405, 590, 38, 248)
    canvas.fill(350, 404, 6, 40, 60)
    #expect(try TintFinder.small.holes(of: canvas.bitmap()).count == 4)
  }

  @Test func `shaded cells of two rows, one wider than the other, are two tints`() throws {
    var canvas = Canvas(2400, 600, paper: 248)
    canvas.fill(100, 100, 800, 60, 215)
    canvas.fill(150, 163, 640, 60, 215)
    canvas.fill(100, 160, 2000, 3, 120)
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.count == 2 && tints.allSatisfy { $0.box.height < 80 }, "\(tints.map { ($0.box.x, $0.box.y, $0.box.width, $0.box.height) })")
  }
}
