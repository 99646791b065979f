import Imaging
import Testing

struct BitmapTests {
  @Test func `raw grey keeps its pixels whatever the stride`() throws {
    let bytes: [UInt8] = [0, 10, 20, 99, 30, 40, 50, 99, 60, 70, 255]
    let bitmap = try Bitmap(bytes: bytes, layout: .grey8, width: 3, height: 3, stride: 4)
    #expect(try bitmap.greyBytes() == [0, 10, 20, 30, 40, 50, 60, 70, 255])
    #expect(bitmap.darkness(x: 2, y: 1) == 205 && bitmap.darkness(x: 3, y: 1) == 0)
  }

  @Test func `too few bytes are refused`() {
    #expect(throws: ImagingError.self) {
      try Bitmap(bytes: [0, 0, 0], layout: .rgb24, width: 2, height: 1, stride: 6)
    }
  }

  @Test func `raw bits past the right side are no ink`() throws {
    let bitmap = try Bitmap(bytes: [0xFF, 0xFF], layout: .bilevel(blackIs1: true), width: 5, height: 2, stride: 1)
    #expect(try bitmap.ink(in: bitmap.bounds) == 10)
    let inverted = try Bitmap(bytes: [0, 0], layout: .bilevel(blackIs1: false), width: 5, height: 2, stride: 1)
    #expect(try inverted.ink(in: inverted.bounds) == 10)
  }

  @Test func `colour becomes grey by luminance`() throws {
    let bitmap = try Bitmap(bytes: [255, 255, 0, 0, 0, 128], layout: .rgb24, width: 2, height: 1, stride: 6)
    let grey = try bitmap.greyBytes()
    #expect(grey[0] > 200 && grey[1] < 40)
  }

  @Test func `painting a copy leaves the original`() throws {
    let white = try Bitmap(width: 40, height: 40, depth: .bilevel)
    var marked = white
    try marked.paintBlack([PixelBox(x: 5, y: 5, width: 10, height: 4), PixelBox(x: 38, y: 38, width: 10, height: 10)])
    #expect(try white.ink(in: white.bounds) == 0)
    #expect(try marked.ink(in: marked.bounds) == 44)
    try marked.paintWhite([marked.bounds])
    #expect(try marked.ink(in: marked.bounds) == 0)
  }

  @Test func `profiles and components see the ink`() throws {
    var canvas = Canvas(50, 30)
    canvas.fill(10, 5, 6, 4)
    canvas.fill(30, 20, 3, 3)
    let ink = try canvas.bitmap().bilevel(.fixed(128))
    #expect(try ink.rowProfile(in: ink.bounds)[5] == 6)
    #expect(try ink.columnProfile(in: PixelBox(x: 28, y: 0, width: 6, height: 30)) == [0, 0, 3, 3, 3, 0])
    #expect(
      try ink.components() == [
        PixelBox(x: 10, y: 5, width: 6, height: 4), PixelBox(x: 30, y: 20, width: 3, height: 3),
      ])
  }

  @Test func `a turn and its opposite give the page back`() throws {
    var canvas = Canvas(60, 20)
    canvas.fill(3, 2, 9, 4)
    let page = try canvas.bitmap()
    let right = try page.turned(.right)
    #expect(right.width == 20 && right.darkness(x: 17, y: 3) == 255)
    #expect(try right.turned(.left).greyBytes() == page.greyBytes())
    #expect(try page.turned(.half).turned(.half).greyBytes() == page.greyBytes())
  }

  @Test func `a crop is cut at the page's edge and refused outside it`() throws {
    let page = try Canvas(60, 20).bitmap()
    #expect(try page.cropped(to: PixelBox(x: 50, y: -5, width: 30, height: 10)).bounds.area == 50)
    #expect(throws: ImagingError.self) { try page.cropped(to: PixelBox(x: 60, y: 0, width: 5, height: 5)) }
  }

  @Test func `a fax's pixels are made square`() throws {
    var page = try Canvas(204, 98).bitmap()
    page.resolution = Resolution(x: 204, y: 98)
    let square = try page.withSquarePixels()
    #expect(square.width == 204 && abs(square.height - 204) <= 1)
    #expect(square.resolution.map { abs($0.x - $0.y) < 0.01 } == true)
  }

  @Test func `faint print on shaded paper becomes ink and the shade does not`() throws {
    var canvas = Canvas(600, 600)
    for y in 0..<600 { for x in 0..<600 { canvas.dot(x, y, UInt8(255 - x / 8)) } }
    for x in stride(from: 40, to: 560, by: 40) { canvas.fill(x, 200, 3, 30, UInt8(255 - x / 8 - 45)) }
    canvas.soil(by: 4)
    let ink = try canvas.bitmap().bilevel()
    let marked = try ink.ink(in: PixelBox(x: 30, y: 195, width: 540, height: 40))
    #expect(marked > 13 * 90 * 8 / 10)
    #expect(try ink.ink(in: ink.bounds) - marked < 200)
  }

  @Test(arguments: [-3.0, -0.7, 0.4, 2.5]) func `skew is measured and undone`(degrees: Double) throws {
    var canvas = Canvas(1700, 1600)
    for y in stride(from: 200, to: 1400, by: 50) {
      for x in stride(from: 200, to: 1500, by: 30) { canvas.fill(x, y, 18, 22) }
    }
    let turned = try canvas.bitmap().rotated(degrees: degrees)
    let skew = try #require(try Skew(of: turned))
    #expect(abs(skew.correction + degrees) < 0.1)
    let straight = try #require(try Skew(of: turned.deskewed(by: skew)))
    #expect(abs(straight.correction) < 0.1)
  }

  @Test func `a blank page has neither skew nor orientation`() throws {
    let page = try Canvas(1700, 2200).bitmap()
    #expect(try Skew(of: page) == nil)
    #expect(try Orientation(of: page) == nil)
  }

  @Test func `uprights are taken off what touches them`() throws {
    var canvas = Canvas(200, 120)
    canvas.fill(40, 10, 3, 100)
    canvas.fill(43, 40, 20, 30)
    let pieces = try canvas.bitmap().bilevel().withoutUprights(longerThan: 60, upTo: 7).components()
    #expect(pieces.count == 1 && pieces[0].x >= 43 && pieces[0].height == 30)
  }

  @Test func `a box less others is what lies beside them`() {
    let box = PixelBox(x: 0, y: 0, width: 10, height: 10)
    #expect(box.besides([PixelBox(x: 20, y: 0, width: 5, height: 5)]) == [box])
    #expect(box.besides([box.grown(1, 1)]).isEmpty)
    let parts = box.besides([PixelBox(x: 4, y: 4, width: 2, height: 2), PixelBox(x: 8, y: 8, width: 5, height: 5)])
    #expect(parts.reduce(0) { $0 + $1.area } == 100 - 4 - 4)
    #expect(parts.allSatisfy { $0.intersection(PixelBox(x: 4, y: 4, width: 2, height: 2)) == nil })
  }
}
