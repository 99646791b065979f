/// A rectangle of whole pixels, counted from the top-left corner of its bitmap.
package struct PixelBox: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    (self.x, self.y, self.width, self.height) = (x, y, max(width, 0), max(height, 0))
  }

  /// The first column past the right side.
  package var maxX: Int { x + width }
  /// The first row past the bottom side.
  package var maxY: Int { y + height }
  package var area: Int { width * height }
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// The box grown by so many pixels on every side; a negative amount shrinks it, down to nothing.
  package func grown(_ dx: Int, _ dy: Int) -> PixelBox {
    PixelBox(x: x - dx, y: y - dy, width: width + 2 * dx, height: height + 2 * dy)
  }

  /// The part common to both, nil when they share no pixel.
  package func intersection(_ other: PixelBox) -> PixelBox? {
    let (left, top) = (max(x, other.x), max(y, other.y))
    let (right, bottom) = (min(maxX, other.maxX), min(maxY, other.maxY))
    guard left < right, top < bottom else { return nil }
    return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The smallest box that holds both.
  package func union(_ other: PixelBox) -> PixelBox {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return PixelBox(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  package func moved(_ dx: Int, _ dy: Int) -> PixelBox { PixelBox(x: x + dx, y: y + dy, width: width, height: height) }

  /// What is left of the box outside others.
  package func besides(_ holes: [PixelBox]) -> [PixelBox] {
    var parts = [self]
    for hole in holes {
      parts = parts.flatMap { part in
        guard let common = part.intersection(hole) else { return [part] }
        return [
          PixelBox(x: part.x, y: part.y, width: part.width, height: common.y - part.y),
          PixelBox(x: part.x, y: common.maxY, width: part.width, height: part.maxY - common.maxY),
          PixelBox(x: part.x, y: common.y, width: common.x - part.x, height: common.height),
          PixelBox(x: common.maxX, y: common.y, width: part.maxX - common.maxX, height: common.height),
        ].filter { !$0.isEmpty }
      }
    }
    return parts
  }

  package func contains(_ other: PixelBox) -> Bool {
    other.x >= x && other.y >= y && other.maxX <= maxX && other.maxY <= maxY
  }
}

/// How many pixels lie on an inch in each direction; faxes have two different numbers.
package struct Resolution: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

  package init(_ dpi: Double) { self.init(x: dpi, y: dpi) }

  /// Believes a file's numbers only within 30 to 2400 dpi: scanners and fax gateways also write 0, 1 and 72 000.
  package init?(believing x: Double, _ y: Double) {
    guard (30...2400).contains(x), (30...2400).contains(y) else { return nil }
    self.init(x: x, y: y)
  }
}
