import Imaging

/// A grey page to draw on for tests: 255 is paper.
struct Canvas {
  let width: Int
  let height: Int
  var pixels: [UInt8]

  init(_ width: Int, _ height: Int, paper: UInt8 = 255) {
    (self.width, self.height) = (width, height)
    pixels = [UInt8](repeating: paper, count: width * height)
  }

  mutating func dot(_ x: Int, _ y: Int, _ tone: UInt8 = 0) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    pixels[y * width + x] = tone
  }

  mutating func fill(_ x: Int, _ y: Int, _ w: Int, _ h: Int, _ tone: UInt8 = 0) {
    for row in y..<y + h { for column in x..<x + w { dot(column, row, tone) } }
  }

  /// A stroke between two points, `thick` pixels wide.
  mutating func line(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int, thick: Int, _ tone: UInt8 = 0) {
    let steps = max(abs(x1 - x0), abs(y1 - y0), 1)
    for step in 0...steps {
      let x = x0 + (x1 - x0) * step / steps
      let y = y0 + (y1 - y0) * step / steps
      fill(x - thick / 2, y - thick / 2, thick, thick, tone)
    }
  }

  mutating func frame(_ x: Int, _ y: Int, _ side: Int, thick: Int, cut: Int = 0) {
    fill(x + cut, y, side - 2 * cut, thick)
    fill(x + cut, y + side - thick, side - 2 * cut, thick)
    fill(x, y + cut, thick, side - 2 * cut)
    fill(x + side - thick, y + cut, thick, side - 2 * cut)
    // Cut corners stand for rounded ones.
    if cut > 0 {
      for (x0, y0, x1, y1) in [
        (0, cut, cut, 0), (side - 1 - cut, 0, side - 1, cut), (0, side - 1 - cut, cut, side - 1),
        (side - 1, side - 1 - cut, side - 1 - cut, side - 1),
      ] { line(x + x0, y + y0, x + x1, y + y1, thick: thick) }
    }
  }

  mutating func ring(_ cx: Int, _ cy: Int, radius: Int, thick: Int) {
    let (outer, inner) = (radius * radius, (radius - thick) * (radius - thick))
    for y in -radius...radius {
      for x in -radius...radius where x * x + y * y <= outer && x * x + y * y >= inner { dot(cx + x, cy + y) }
    }
  }

  /// Uneven paper and grain, the same in every run.
  mutating func soil(by amount: Int) {
    var state: UInt64 = 42
    for index in pixels.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let grain = Int(state >> 33) % (2 * amount + 1) - amount
      pixels[index] = UInt8(clamping: Int(pixels[index]) + grain)
    }
  }

  func bitmap(dpi: Double = 300) throws -> Bitmap {
    try Bitmap(bytes: pixels, layout: .grey8, width: width, height: height, stride: width, resolution: Resolution(dpi))
  }
}
