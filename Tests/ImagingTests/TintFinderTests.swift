import Testing

@testable import Imaging

struct TintFinderTests {
  @Test func `a dark band is found by its rim, whatever is knocked out of it`() throws {
    var canvas = Canvas(2000, 800, paper: 240)
    canvas.fill(100, 200, 1600, 60, 110)
    for letter in 0..<14 { canvas.fill(140 + letter * 24, 215, 14, 30, 240) }
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.count == 1 && tints[0].tone < TintFinder.dark)
    #expect(abs(tints[0].box.x - 100) <= 8 && abs(tints[0].box.maxX - 1700) <= 8 && abs(tints[0].box.y - 200) <= 8)
  }

  @Test func `a shaded cell with print in it is a tint, a line of print is none`() throws {
    var canvas = Canvas(2000, 800, paper: 250)
    canvas.fill(100, 100, 400, 70, 220)
    for letter in 0..<10 {
      canvas.fill(130 + letter * 20, 125, 5, 24, 20)
      canvas.fill(130 + letter * 20, 425, 5, 24, 20)
    }
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.count == 1 && tints[0].tone > TintFinder.dark && tints[0].box.y < 120)
  }

  @Test func `a band printed in dots is found as an even one is`() throws {
    var canvas = Canvas(2000, 800, paper: 245)
    for y in stride(from: 200, to: 260, by: 3) { for x in stride(from: 100, to: 1700, by: 3) { canvas.fill(x, y, 2, 2, 30) } }
    for letter in 0..<14 { canvas.fill(140 + letter * 24, 215, 14, 30, 245) }
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.count == 1 && tints[0].tone < TintFinder.dark && abs(tints[0].box.x - 100) <= 8 && abs(tints[0].box.maxX - 1700) <= 8)
  }

  @Test func `a label that touches a shaded place does not hide it`() throws {
    var canvas = Canvas(2000, 800, paper: 245)
    canvas.fill(100, 200, 800, 70, 222)
    for letter in 0..<20 { canvas.fill(110 + letter * 16, 176, 4, 24, 30) }
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.count == 1 && tints[0].tone > TintFinder.dark && abs(tints[0].box.y - 200) <= 12 && abs(tints[0].box.maxX - 900) <= 8)
  }

  @Test func `a row of bold letters is no tint`() throws {
    var canvas = Canvas(2000, 800, paper: 255)
    for letter in 0..<16 { canvas.fill(100 + letter * 12, 200, 8, 40, 0) }
    #expect(try TintFinder().tints(of: canvas.bitmap()).isEmpty)
  }

  @Test func `shaded squares of a letter's size are found by themselves`() throws {
    var canvas = Canvas(2000, 800, paper: 245)
    for tooth in 0..<4 { canvas.fill(100 + tooth * 60, 100, 42, 42, 215) }
    canvas.fill(600, 100, 42, 42, 215)
    for y in 110..<132 { canvas.fill(620 + (y - 121), y, 5, 1, 20) }
    let tints = try TintFinder.small.tints(of: canvas.bitmap())
    #expect(tints.count == 5 && tints.allSatisfy { $0.box.width < 50 && $0.box.height < 50 }, "\(tints.map(\.box))")
  }

  @Test func `a shade printed in dots becomes paper, and the print on it stays`() throws {
    var canvas = Canvas(2000, 800, paper: 245)
    for y in stride(from: 200, to: 280, by: 3) { for x in stride(from: 100, to: 900, by: 3) { canvas.dot(x, y, 40) } }
    for letter in 0..<12 { canvas.fill(130 + letter * 24, 226, 6, 30, 20) }
    let page = try canvas.bitmap()
    let even = try page.without(TintFinder().tints(of: page)).page
    #expect(even.darkness(x: 133, y: 240) > 150)
    let darkest = (500..<860).map { x in (212..<268).map { even.darkness(x: x, y: $0) }.max()! }.max()!
    #expect(darkest < 40, "the dots are left: \(darkest)")
  }

  @Test func `a shade within heavy lines becomes paper`() throws {
    var canvas = Canvas(2000, 800, paper: 245)
    canvas.fill(100, 200, 1600, 62, 20)
    canvas.fill(104, 204, 1592, 54, 198)
    for letter in 0..<12 { canvas.fill(130 + letter * 24, 216, 6, 30, 20) }
    let page = try canvas.bitmap()
    let even = try page.without(TintFinder().tints(of: page)).page
    #expect(even.darkness(x: 133, y: 230) > 150)
    #expect((700..<1600).allSatisfy { even.darkness(x: $0, y: 230) < 20 })
  }

  @Test func `a band that print is knocked out of becomes even`() throws {
    var canvas = Canvas(2000, 800, paper: 240)
    canvas.fill(100, 200, 1600, 60, 110)
    for letter in 0..<14 { canvas.fill(140 + letter * 24, 215, 14, 30, 240) }
    let page = try canvas.bitmap()
    let even = try page.without(TintFinder().tints(of: page)).page
    #expect((120..<1680).allSatisfy { even.darkness(x: $0, y: 230) > 100 })
  }

  @Test(arguments: [72.0, 100, 149, 300, 800, 1600])
  func `tints are found at any resolution, and at the page's foot`(dpi: Double) throws {
    let point = dpi / 72
    var canvas = Canvas(Int(200 * point), Int(150 * point), paper: 245)
    canvas.fill(Int(10 * point), Int(20 * point), Int(120 * point), Int(16 * point), 215)
    canvas.fill(0, Int(130 * point), Int(200 * point), Int(20 * point), 215)
    let page = try canvas.bitmap(dpi: dpi)
    let tints = try TintFinder().tints(of: page)
    #expect(tints.contains { abs(Double($0.box.x) / point - 10) < 3 && abs(Double($0.box.width) / point - 120) < 5 })
    #expect(try page.without(tints).page.bounds == page.bounds)
    _ = try TintFinder.small.tints(of: page)
  }

  @Test func `a shaded place that its entry fills to the height is one tint, and not what the entry leaves of it`() throws {
    var canvas = Canvas(2000, 800, paper: 248)
    canvas.fill(100, 200, 1200, 44, 228)
    for letter in 0..<14 {
      canvas.fill(110 + letter * 26, 206, 5, 34, 30)
      canvas.fill(110 + letter * 26, 236, 16, 5, 30)
    }
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.count == 1 && abs(tints[0].box.x - 100) <= 12 && abs(tints[0].box.maxX - 1300) <= 12, "\(tints)")
  }

  @Test func `shaded places one under the other are two, and a panel with white boxes is one`() throws {
    var canvas = Canvas(2000, 800, paper: 248)
    canvas.fill(100, 200, 1200, 126, 225)
    canvas.fill(100, 260, 1200, 6, 248)
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.count == 2 && tints.allSatisfy { $0.box.height < 80 }, "\(tints)")
  }

  @Test func `a dark tab with round corners is a band, though its heading leaves hardly more than its ends`() throws {
    var canvas = Canvas(2000, 800, paper: 248)
    canvas.fill(100, 200, 320, 68, 80)
    // Corners of 16 pixels.
    for (x, y) in [(100, 200), (420 - 16, 200)] {
      for dy in 0..<16 { for dx in 0..<16 {
        let (ox, oy) = (x == 100 ? 16 - dx : dx + 1, 16 - dy)
        if ox * ox + oy * oy > 256 { canvas.dot(x + dx, y + dy, 248) }
      } }
    }
    for letter in 0..<8 { canvas.fill(142 + letter * 30, 214, 16, 40, 248) }
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.count == 1 && tints[0].tone < TintFinder.dark && abs(tints[0].box.maxX - 420) <= 12 && abs(tints[0].box.height - 68) <= 12, "\(tints)")
  }

  @Test func `a shaded label's cell ends at its wall, whatever is typed close behind it`() throws {
    var canvas = Canvas(2000, 800, paper: 246)
    canvas.fill(100, 200, 260, 70, 231)
    for (x, y, w, h) in [(98, 198, 800, 2), (98, 270, 800, 2), (98, 198, 2, 74), (360, 198, 2, 74), (896, 198, 2, 74)] { canvas.fill(x, y, w, h, 150) }
    for letter in 0..<4 { canvas.fill(370 + letter * 24, 218, 18, 34, 30) }
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.map(\.box.maxX).map { abs($0 - 360) <= 10 } == [true], "\(tints.map(\.box))")
  }

  @Test func `a panel that a place nearly fills from side to side stays whole`() throws {
    var canvas = Canvas(2400, 1200, paper: 246)
    canvas.fill(100, 200, 2200, 500, 228)
    for row in 0..<4 {
      canvas.fill(125, 260 + row * 110, 2150, 60, 246)
      for letter in 0..<70 { canvas.fill(140 + letter * 30, 275 + row * 110, 16, 30, 40) }
    }
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.contains { abs($0.box.y - 200) <= 8 && abs($0.box.maxY - 700) <= 8 })
  }

  @Test func `a band with a line along its foot and print up to it becomes paper`() throws {
    var canvas = Canvas(2400, 400, paper: 248)
    canvas.fill(100, 100, 2000, 50, 204)
    canvas.fill(100, 138, 2000, 8, 30)
    for letter in 0..<60 { canvas.fill(120 + letter * 30, 110, 6, 26, 30) }
    let page = try canvas.bitmap()
    let even = try page.without([Tint(box: PixelBox(x: 100, y: 100, width: 2000, height: 50), tone: 0.82)]).page
    #expect(even.darkness(x: 112, y: 120) < 20 && even.darkness(x: 123, y: 120) > 150)
  }
}
