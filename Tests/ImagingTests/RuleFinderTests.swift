import Imaging
import Testing

struct RuleFinderTests {
  @Test func `a thin line is found with its ends and thickness`() throws {
    var canvas = Canvas(1200, 400)
    canvas.fill(100, 200, 900, 3)
    let rules = try RuleFinder().rules(of: canvas.bitmap())
    let rule = try #require(rules.horizontal.first)
    #expect(rules.all.count == 1)
    #expect(abs(rule.x0 - 100) <= 1 && abs(rule.x1 - 999) <= 1 && abs(rule.y0 - 201) <= 1 && rule.thickness == 3)
  }

  @Test(arguments: [(1, 0), (2, 6), (3, -12)]) func `a slanted line is one rule`(thick: Int, rise: Int) throws {
    var canvas = Canvas(1500, 300)
    canvas.line(100, 150, 1400, 150 + rise, thick: thick)
    let rules = try RuleFinder().rules(of: canvas.bitmap())
    let rule = try #require(rules.horizontal.first)
    #expect(rules.all.count == 1 && rule.length > 1280)
    #expect(abs(rule.y1 - rule.y0 - rise) <= 2)
  }

  @Test func `a broken line is one rule`() throws {
    var canvas = Canvas(1200, 300)
    canvas.fill(100, 150, 900, 2)
    for x in [250, 400, 640, 641] { canvas.fill(x, 150, 9, 2, 255) }
    let rules = try RuleFinder().rules(of: canvas.bitmap())
    let rule = try #require(rules.horizontal.first)
    #expect(rules.horizontal.count == 1 && rule.length > 890)
  }

  @Test func `the lines of two places stay apart, and what an entry hides of one line does not part it`() throws {
    var canvas = Canvas(1200, 300)
    canvas.fill(100, 150, 420, 3)
    canvas.fill(544, 150, 456, 3)
    #expect(try RuleFinder().rules(of: canvas.bitmap()).horizontal.map(\.length).sorted() == [420, 456])
    for x in stride(from: 522, to: 544, by: 5) { canvas.fill(x, 138, 3, 14) }
    #expect(try RuleFinder().rules(of: canvas.bitmap()).horizontal.count == 1)
  }

  @Test func `a gap in a line of a very coarse picture is looked at as any other`() throws {
    var canvas = Canvas(300, 60)
    canvas.fill(20, 30, 100, 1)
    canvas.fill(122, 30, 100, 1)
    let coarse = try Bitmap(bytes: canvas.pixels, layout: .grey8, width: 300, height: 60, stride: 300, resolution: Resolution(36))
    #expect(try !RuleFinder().rules(of: coarse).horizontal.isEmpty)
  }

  @Test func `a faint line on tinted paper is found`() throws {
    var canvas = Canvas(1200, 400, paper: 215)
    canvas.fill(100, 200, 900, 3, 165)
    canvas.soil(by: 5)
    #expect(try RuleFinder().rules(of: canvas.bitmap()).horizontal.count == 1)
  }

  @Test(arguments: [(3, 9), (4, 14), (14, 26)]) func `dots and dashes make a rule`(dot: Int, step: Int) throws {
    var canvas = Canvas(1200, 300)
    for x in stride(from: 100, to: 1000, by: step) { canvas.fill(x, 150, dot, 3) }
    let rules = try RuleFinder().rules(of: canvas.bitmap())
    let rule = try #require(rules.horizontal.first)
    #expect(rules.horizontal.count == 1 && rule.isDotted && rule.length > 860)
  }

  @Test func `vertical lines and cells are found`() throws {
    var canvas = Canvas(1000, 600)
    for x in [100, 400, 700] { canvas.fill(x, 100, 3, 300) }
    for y in [100, 398] { canvas.fill(100, y, 603, 3) }
    let rules = try RuleFinder().rules(of: canvas.bitmap())
    #expect(rules.horizontal.count == 2 && rules.vertical.count == 3)
    #expect(rules.vertical.map { abs($0.x0 - $0.x1) <= 1 ? $0.x0 / 100 : -1 } == [1, 4, 7])
    #expect(rules.vertical.allSatisfy { abs($0.y0 - 100) <= 3 && abs($0.y1 - 400) <= 3 })
  }

  @Test func `comb separators are found and letters on a line are not`() throws {
    var canvas = Canvas(1200, 300)
    canvas.fill(100, 200, 600, 3)
    for tooth in 0...10 { canvas.fill(100 + tooth * 59, 168, 3, 32) }
    canvas.fill(800, 200, 350, 3)
    for (x, h) in [(810, 36), (829, 36), (890, 40), (905, 22), (1003, 36)] { canvas.fill(x, 200 - h, 4, h) }
    let rules = try RuleFinder().rules(of: canvas.bitmap())
    #expect(rules.combs.count == 11 && rules.combs.allSatisfy { $0.x0 < 720 })
  }

  @Test func `words, their underlines and bars are no rules`() throws {
    var canvas = Canvas(1200, 600)
    // Strokes of letters, a dash, the underline of a short word, a solid bar.
    for x in stride(from: 100, to: 600, by: 22) { canvas.fill(x, 100, 14, 4); canvas.fill(x + 5, 100, 4, 36) }
    canvas.fill(100, 200, 50, 4)
    canvas.fill(100, 260, 120, 3)
    canvas.fill(100, 320, 900, 60)
    #expect(try RuleFinder().rules(of: canvas.bitmap()).all.isEmpty)
  }

  @Test func `a fax keeps its lines`() throws {
    var canvas = Canvas(1200, 400)
    canvas.fill(100, 200, 900, 1)
    #expect(try RuleFinder().rules(of: canvas.bitmap(dpi: 200)).horizontal.count == 1)
  }
}

struct RuleRemovalTests {
  /// A line at rows 200 to 202 with a stroke across it, one standing on it, and a hyphen above it.
  private func page() -> Canvas {
    var canvas = Canvas(1200, 400)
    canvas.fill(100, 200, 900, 3)
    canvas.fill(300, 160, 5, 80)
    canvas.fill(400, 160, 5, 41)
    canvas.fill(500, 190, 16, 4)
    canvas.fill(600, 208, 4, 5)
    return canvas
  }

  @Test func `a rule goes and what crosses it stays`() throws {
    let page = try page().bitmap().bilevel()
    let rules = try RuleFinder().rules(of: page)
    let clean = try page.removing(rules.all, ink: page).ink
    #expect(try clean.ink(in: PixelBox(x: 120, y: 190, width: 150, height: 30)) == 0)
    let crossing = try clean.ink(in: PixelBox(x: 295, y: 150, width: 15, height: 100))
    #expect(crossing == 5 * 80)
    #expect(try clean.ink(in: PixelBox(x: 395, y: 150, width: 15, height: 50)) == 5 * 40)
    #expect(try clean.ink(in: PixelBox(x: 495, y: 185, width: 30, height: 12)) == 16 * 4)
    #expect(try clean.ink(in: PixelBox(x: 595, y: 205, width: 15, height: 12)) == 4 * 5)
  }

  @Test func `a rule goes from a grey page with its pale edge`() throws {
    var canvas = page()
    for y in [199, 203] { for x in 100..<290 { canvas.dot(x, y, 190) } }
    let page = try canvas.bitmap()
    let clean = try page.removing([Rule(.horizontal, x0: 100, y0: 201, x1: 999, y1: 201, thickness: 3)], ink: page.bilevel()).page
    #expect(clean.depth == .grey)
    for y in 195..<208 { #expect(clean.darkness(x: 200, y: y) == 0) }
    #expect(clean.darkness(x: 302, y: 201) == 255)
  }

  @Test func `a vertical rule goes`() throws {
    var canvas = Canvas(400, 600)
    canvas.fill(200, 50, 3, 500)
    canvas.fill(170, 300, 60, 4)
    let page = try canvas.bitmap().bilevel()
    let rules = try RuleFinder().rules(of: page)
    #expect(rules.vertical.count == 1)
    #expect(try page.removing(rules.all, ink: page).ink.ink(in: page.bounds) == 60 * 4)
  }

  @Test func `a short wall may end at a dark band's foot`() throws {
    var canvas = Canvas(1200, 400)
    canvas.fill(100, 260, 900, 3)
    canvas.fill(500, 202, 3, 60)
    let band = PixelBox(x: 100, y: 150, width: 900, height: 52)
    #expect(try RuleFinder().rules(of: canvas.bitmap()).vertical.isEmpty)
    #expect(try RuleFinder().rules(of: canvas.bitmap(), bands: [band]).vertical.count == 1)
  }

  @Test func `a typewriter's letters at even steps on a line are no comb`() throws {
    var canvas = Canvas(1200, 300)
    canvas.fill(100, 200, 600, 3)
    for letter in 0...10 { canvas.fill(100 + letter * 59, 168, 3, 32) }
    #expect(try RuleFinder().rules(of: canvas.bitmap()).combs.count == 11)
    for letter in 0...10 { for bar in [168, 182] { canvas.fill(100 + letter * 59, bar, 18, 3) } }
    #expect(try RuleFinder().rules(of: canvas.bitmap()).combs.isEmpty)
  }

  @Test func `a dotted line is one under print that takes most of it`() throws {
    var canvas = Canvas(1400, 300)
    for x in stride(from: 100, to: 1000, by: 12) { canvas.fill(x, 150, 4, 4) }
    for letter in 0..<20 { canvas.fill(110 + letter * 32, 118, 4, 31) }
    for letter in 0..<20 { canvas.fill(110 + letter * 32, 144, 14, 4) }
    #expect(try RuleFinder().rules(of: canvas.bitmap()).horizontal.contains { $0.isDotted && $0.x1 > 960 })
  }

  @Test func `the turned up ends of a line are no letters, nor are the teeth of a short one`() throws {
    var canvas = Canvas(1200, 300)
    canvas.fill(100, 150, 600, 4)
    for x in [100, 696] { canvas.fill(x, 126, 4, 28) }
    // An I that stands on the line is as tall as they are by chance.
    canvas.fill(140, 112, 5, 38)
    #expect(try RuleFinder().rules(of: canvas.bitmap()).combs.map(\.x0).sorted().elementsEqual([101, 697]) { abs($0 - $1) <= 2 })
    // One end alone is a letter's stem.
    canvas.fill(696, 126, 4, 24, 255)
    #expect(try RuleFinder().rules(of: canvas.bitmap()).combs.isEmpty)
    // Two places for a figure, 80 pixels wide, a line shorter than what is taken for one by itself.
    var short = Canvas(600, 300)
    short.fill(100, 150, 80, 3)
    for (x, height) in [(100, 36), (139, 18), (176, 36)] { short.fill(x, 153 - height, 4, height) }
    short.ring(120, 132, radius: 10, thick: 3)
    var finder = RuleFinder()
    finder.leastHorizontal = 0.3
    let rules = try finder.rules(of: short.bitmap())
    #expect(rules.horizontal.map(\.length) == [80] && rules.combs.count == 3)
    // « in » whose serifs touch.
    var letters = Canvas(600, 300)
    letters.fill(100, 150, 80, 3)
    for x in [100, 139, 176] { letters.fill(x, 117, 4, 36) }
    letters.fill(139, 117, 41, 4)
    #expect(try finder.rules(of: letters.bitmap()).combs.isEmpty)
  }

  @Test func `a wall drawn row by row goes on in its short pieces, a stem beside it does not`() throws {
    var canvas = Canvas(900, 700)
    canvas.fill(400, 200, 3, 120)
    canvas.fill(400, 340, 3, 46)
    canvas.fill(420, 340, 3, 46)
    let walls = try RuleFinder().rules(of: canvas.bitmap()).vertical
    #expect(walls.map(\.x0).allSatisfy { abs($0 - 401) <= 1 } && walls.reduce(0) { $0 + $1.length } > 160)
  }
}
