/// One stroke of a path's pen, from where it is set down to where it is lifted: points as seen on the page.
struct Subpath {
  private(set) var points: [(x: Double, y: Double)]
  private(set) var isCurved = false
  private(set) var isRectangle = false
  private(set) var isClosed = false

  init(from start: (x: Double, y: Double)) { points = [start] }

  /// A rectangle by its corners in turn.
  init(rectangle corners: [(x: Double, y: Double)]) { (points, isRectangle, isClosed) = (corners, true, true) }

  /// The smallest box that holds it; without extent where there is one point.
  var box: PageBox {
    let first = points[0]
    var box = PageBox(first.x, first.y, first.x, first.y)
    for p in points.dropFirst() { box = PageBox(min(box.x0, p.x), min(box.y0, p.y), max(box.x1, p.x), max(box.y1, p.y)) }
    return box
  }

  /// Whether it ends where it began, closed by an operator or by its last piece; a tenth of a point allows for rounding.
  var returns: Bool {
    let (first, last) = (points[0], points[points.count - 1])
    return isClosed || points.count > 2 && abs(first.x - last.x) + abs(first.y - last.y) < 0.1
  }

  mutating func line(to point: (x: Double, y: Double)) { if !isFull { points.append(point) } }

  /// A Bézier curve of the third degree as eight straight pieces, which no eye tells from it at a form's sizes.
  mutating func curve(_ first: (x: Double, y: Double), _ second: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    isCurved = true
    if isFull { return }
    let start = points[points.count - 1]
    for step in 1...8 {
      let t = Double(step) / 8
      let (a, b, c, d) = ((1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t)
      points.append(
        (a * start.x + b * first.x + c * second.x + d * end.x, a * start.y + b * first.y + c * second.y + d * end.y))
    }
  }

  mutating func close() { isClosed = true }

  private var isFull: Bool { points.count > 40_000 }

  /// Whether it is a rectangle with level sides, however it was drawn.
  var isAxisRectangle: Bool {
    isRectangle
      || !isCurved && (4...5).contains(points.count)
        && zip(points, points.dropFirst()).allSatisfy { abs($0.x - $1.x) < 0.01 || abs($0.y - $1.y) < 0.01 }
  }

  /// Whether all of it lies on the sides of its box but for round corners: the outline of a rounded box or a circle.
  ///
  /// Corners may be drawn in pieces; none is rounder than half a circle's.
  var outlinesItsBox: Bool {
    let box = self.box
    let round = min(box.width, box.height) / 2
    return points.allSatisfy { p in
      let (x, y) = (min(p.x - box.x0, box.x1 - p.x), min(p.y - box.y0, box.y1 - p.y))
      return x < max(0.8, box.width * 0.02) || y < max(0.8, box.height * 0.02)
        || max(x, y) < round && (round - x) * (round - x) + (round - y) * (round - y) > round * round * 0.9
    }
  }

  /// Pairs of a path's pieces of which one lies just inside the other: the outlines of a frame that is painted, not drawn.
  static func rings(in path: [Subpath]) -> [(outer: Int, inner: Int, width: Double)] {
    guard (2...400).contains(path.count) else { return [] }
    let boxes = path.map(\.box)
    var found: [(outer: Int, inner: Int, width: Double)] = []
    // Programs write the two one after the other.
    for (first, second) in zip(path.indices, path.indices.dropFirst()) where found.last?.outer != first && found.last?.inner != first {
      let pair = boxes[first].width >= boxes[second].width ? (outer: first, inner: second) : (outer: second, inner: first)
      let (o, i) = (boxes[pair.outer], boxes[pair.inner])
      let gaps = [i.x0 - o.x0, o.x1 - i.x1, i.y0 - o.y0, o.y1 - i.y1]
      // A pen is 4 points wide at most; a broader rim is a picture's.
      guard gaps.allSatisfy({ $0 > -0.01 && $0 < 4 }), gaps.contains(where: { $0 > 0.05 }), i.width > 0, i.height > 0 else { continue }
      found.append((pair.outer, pair.inner, gaps.max()!))
    }
    return found
  }
}
