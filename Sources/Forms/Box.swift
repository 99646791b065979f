/// A rectangle on a page as it is seen, in points from the page's top-left corner; written `[x0, y0, x1, y1]`.
///
/// Its arithmetic is inlined wherever it is used: a page asks hundreds of thousands of times. It is public for that alone, since the
/// compiler inlines nothing of a package's from one target into another.
public struct Box: Hashable, Sendable {
  public var x0: Double
  public var y0: Double
  public var x1: Double
  public var y1: Double

  @inlinable public init(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
    (self.x0, self.y0, self.x1, self.y1) = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
  }

  @inlinable public var width: Double { x1 - x0 }
  @inlinable public var height: Double { y1 - y0 }
  @inlinable public var midX: Double { (x0 + x1) / 2 }
  @inlinable public var midY: Double { (y0 + y1) / 2 }
  @inlinable public var area: Double { width * height }

  @inlinable public func contains(x: Double, y: Double) -> Bool { x >= x0 && x <= x1 && y >= y0 && y <= y1 }

  /// The smallest box that holds both.
  @inlinable public func union(_ other: Box) -> Box {
    Box(min(x0, other.x0), min(y0, other.y0), max(x1, other.x1), max(y1, other.y1))
  }

  /// The part common to both, nil when they do not meet.
  @inlinable public func intersection(_ other: Box) -> Box? {
    let (a, b, c, d) = (max(x0, other.x0), max(y0, other.y0), min(x1, other.x1), min(y1, other.y1))
    return a < c && b < d ? Box(a, b, c, d) : nil
  }

  /// How much of this box lies in the other: 0 to 1.
  @inlinable public func share(in other: Box) -> Double {
    guard area > 0, let common = intersection(other) else { return 0 }
    return common.area / area
  }

  /// The box grown on every side by `dx` and `dy` points; negative amounts shrink it, never past its middle.
  @inlinable public func grown(_ dx: Double, _ dy: Double) -> Box {
    let (w, h) = (max(-dx, 0) * 2 > width ? -width / 2 : dx, max(-dy, 0) * 2 > height ? -height / 2 : dy)
    return Box(x0 - w, y0 - h, x1 + w, y1 + h)
  }
}

extension Box: Codable {
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    let corners = try (0..<4).map { _ in try container.decode(Double.self) }
    guard container.isAtEnd, corners.allSatisfy(\.isFinite) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "a box is four finite numbers")
    }
    self.init(corners[0], corners[1], corners[2], corners[3])
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for corner in [x0, y0, x1, y1] { try container.encode((corner * 10).rounded() / 10) }
  }
}
