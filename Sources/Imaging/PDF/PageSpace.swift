/// An affine map of the plane: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`, as PDF writes it.
package struct Transform: Equatable, Sendable {
  package var (a, b, c, d, e, f): (Double, Double, Double, Double, Double, Double)

  package init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  package init?(_ numbers: [Double]?) {
    guard let n = numbers, n.count == 6 else { return nil }
    self.init(n[0], n[1], n[2], n[3], n[4], n[5])
  }

  package static let identity = Transform(1, 0, 0, 1, 0, 0)

  package static func == (l: Transform, r: Transform) -> Bool {
    (l.a, l.b, l.c, l.d, l.e, l.f) == (r.a, r.b, r.c, r.d, r.e, r.f)
  }

  package func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (a * x + c * y + e, b * x + d * y + f)
  }

  /// This map first, then the other.
  package func then(_ o: Transform) -> Transform {
    Transform(
      a * o.a + b * o.c, a * o.b + b * o.d, c * o.a + d * o.c, c * o.b + d * o.d, e * o.a + f * o.c + o.e,
      e * o.b + f * o.d + o.f)
  }

  /// The box that holds the image of a rectangle.
  package func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> PageBox {
    let corners = [apply(x0, y0), apply(x1, y0), apply(x0, y1), apply(x1, y1)]
    return PageBox(
      corners.map(\.x).min()!, corners.map(\.y).min()!, corners.map(\.x).max()!, corners.map(\.y).max()!)
  }

  /// How much lengths grow, in the mean.
  package var scale: Double { abs(a * d - b * c).squareRoot() }
}

/// A rectangle on a page as it is seen, in points from its top-left corner.
package struct PageBox: Equatable, Sendable {
  package var (x0, y0, x1, y1): (Double, Double, Double, Double)

  package init(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
    (self.x0, self.y0, self.x1, self.y1) = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
  }

  package static func == (l: PageBox, r: PageBox) -> Bool { (l.x0, l.y0, l.x1, l.y1) == (r.x0, r.y0, r.x1, r.y1) }

  package var width: Double { x1 - x0 }
  package var height: Double { y1 - y0 }

  func union(_ other: PageBox) -> PageBox {
    PageBox(min(x0, other.x0), min(y0, other.y0), max(x1, other.x1), max(y1, other.y1))
  }

  /// What two boxes share, if only an edge; nil when they lie apart.
  func intersection(_ other: PageBox) -> PageBox? {
    let (left, top, right, bottom) = (max(x0, other.x0), max(y0, other.y0), min(x1, other.x1), min(y1, other.y1))
    return right >= left && bottom >= top ? PageBox(left, top, right, bottom) : nil
  }
}

/// A page's size as it is seen and the map from its user space to points from the top-left corner.
package struct PageSpace: Sendable {
  package let width: Double
  package let height: Double
  package let fromUser: Transform

  /// Reads the crop box (else the media box, else Letter) and the rotation, inherited from the page tree.
  package init(_ page: PDFObject) {
    let media = Self.inherited("MediaBox", page).numbers(4) ?? [0, 0, 612, 792]
    var box = PageBox(media[0], media[1], media[2], media[3])
    if let crop = Self.inherited("CropBox", page).numbers(4) {
      let c = PageBox(crop[0], crop[1], crop[2], crop[3])
      let cut = PageBox(max(box.x0, c.x0), max(box.y0, c.y0), min(box.x1, c.x1), min(box.y1, c.y1))
      if c.x0 < box.x1, c.x1 > box.x0, c.y0 < box.y1, c.y1 > box.y0 { box = cut }
    }
    let turns = ((Self.inherited("Rotate", page).int ?? 0) / 90 % 4 + 4) % 4
    let (w, h) = (box.width, box.height)
    switch turns {
    case 1: (width, height, fromUser) = (h, w, Transform(0, 1, 1, 0, -box.y0, -box.x0))
    case 2: (width, height, fromUser) = (w, h, Transform(-1, 0, 0, 1, box.x1, -box.y0))
    case 3: (width, height, fromUser) = (h, w, Transform(0, -1, -1, 0, box.y1, box.x1))
    default: (width, height, fromUser) = (w, h, Transform(1, 0, 0, -1, -box.x0, box.y1))
    }
  }

  /// The value of an inheritable key of a page, looked for at most 32 parents up.
  static func inherited(_ key: String, _ page: PDFObject) -> PDFObject {
    var node = page
    for _ in 0..<32 {
      let value = node[key]
      if !value.isNull { return value }
      node = node["Parent"]
      if node.isNull { break }
    }
    return page[key]
  }
}
