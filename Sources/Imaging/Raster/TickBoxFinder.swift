import CLeptonica

/// A small closed frame that invites a mark.
package struct TickBox: Hashable, Sendable {
  package enum Shape: Sendable { case square, round }

  /// The frame with its line.
  package let frame: PixelBox
  package let shape: Shape

  package init(frame: PixelBox, shape: Shape) { (self.frame, self.shape) = (frame, shape) }
}

/// Finds tick boxes: squares with sharp or rounded corners and circles, marked or not.
///
/// A mark may cross a square's frame anywhere. A circle crossed by its mark is found only beside an unmarked one of
/// its size on the same page. Cells that share a wall, as in a comb or a table, are not tick boxes.
package struct TickBoxFinder: Sendable {
  /// The sides that count, in points.
  package var sides: ClosedRange<Double> = 6...20

  package init() {}

  /// Lists the tick boxes of an upright page from top to bottom; 300 dpi is assumed when the page does not say.
  package func boxes(of page: Bitmap) throws -> [TickBox] {
    let ink = try page.bilevel()
    let dpi = ink.resolution?.x ?? 300
    let least = Int((sides.lowerBound * dpi / 72).rounded(.down)) - 1
    let most = Int((sides.upperBound * dpi / 72).rounded(.up)) + 2
    let grid = try InkGrid(ink)
    let pieces = try ink.components()
    let tall = pieces.filter { $0.height * 5 >= least * 2 }
    let round = pieces.filter { piece in
      (least...most).contains(piece.width) && (least...most).contains(piece.height)
        && (0.85...1.18).contains(Double(piece.width) / Double(piece.height)) && Self.isRing(piece, grid)
    } + pieces.flatMap { Self.rings(stackedIn: $0, grid, least...most) }
    // A dot in a circle is its mark.
    let rings = round.filter { ring in !round.contains { $0 != ring && $0.contains(ring) } }
    // The steep parts of a small circle pass for the sides of a square; a cross in a heavy square closes a ring, but leaves the corners. A square that
    // a circle holds whole, and which is smaller by as much, is the circle's mark.
    let thick = max(Int(dpi * 0.035), 3)
    let uprights = try uprights(of: ink, least...most, thick: thick)
    let stacked = stacks(among: uprights, grid, least...most, thick: thick)
    let frames = squares(among: uprights, grid, least...most, thick: thick).filter { square in
      let around = rings.filter { $0.grown(1, 1).contains(square.frame) }
      return Self.hasCorners(square.frame, grid, within: 7) && !around.contains { $0.width * 4 > square.frame.width * 5 } || around.isEmpty
    }
    let clear = frames.filter { !Self.hangs($0.frame, grid) && !Self.stands(beside: $0.frame, tall, within: $0.frame.width * 3 / 10, least: 0.7) }
    // A square as large as two that are no letters is none either, however close its label begins, and no cell though a line runs along it.
    let squares = frames.filter { square in
      let slack = max(1, square.frame.width / 12)
      return clear.contains(square) || clear.count { abs($0.frame.width - square.frame.width) <= slack && abs($0.frame.height - square.frame.height) <= slack } >= 2
    }
    let circles = circles(rings, among: pieces, tall, grid, most: most).filter { circle in
      !frames.contains { $0.frame.grown(4, 4).intersection(circle.frame) != nil }
    }
    return (squares + stacked.filter { box in !squares.contains { $0.frame.intersection(box.frame) != nil } } + circles).sorted { ($0.frame.y, $0.frame.x) < ($1.frame.y, $1.frame.x) }
  }

  // MARK: Squares

  /// The upright strokes of a page that may be sides of boxes, from the left.
  private func uprights(of ink: Bitmap, _ sides: ClosedRange<Int>, thick: Int) throws -> [PixelBox] {
    let shortest = max(sides.lowerBound * 11 / 20, 5)
    let stems = try unsafe ink.making("find upright strokes") {
      var closed = unsafe pixCloseSafeCompBrick(nil, $0, 1, 3)
      defer { unsafe pixDestroy(&closed) }
      return unsafe pixOpenCompBrick(nil, closed, 1, Int32(shortest))
    }
    let stemGrid = try InkGrid(stems)
    return try stems.components().filter {
      $0.height <= sides.upperBound * 3 && $0.width <= sides.upperBound * 2
    }
    .flatMap { piece -> [PixelBox] in
      if piece.width <= thick + 4 { return [piece] }
      return Self.sides(of: piece, stemGrid, thick: thick)
    }
    .sorted { $0.x < $1.x }
  }

  /// Pairs upright strokes that face each other and asks for a top and a bottom between them.
  private func squares(among uprights: [PixelBox], _ grid: InkGrid, _ sides: ClosedRange<Int>, thick: Int) -> [TickBox] {
    var found: [TickBox] = []
    for (index, left) in uprights.enumerated() {
      for right in uprights[(index + 1)...] {
        let width = right.maxX - left.x
        if width > sides.upperBound + thick { break }
        guard width >= sides.lowerBound, let frame = frame(left, right, grid, thick: thick),
          sides.contains(frame.height),
          (0.77...1.3).contains(Double(frame.width) / Double(frame.height))
        else { continue }
        found.append(TickBox(frame: frame, shape: .square))
      }
    }
    return Self.alone(found, grid)
  }

  /// Lists the straight columns of a piece in which a mark's stroke has run into a side of the frame.
  private static func sides(of piece: PixelBox, _ stems: InkGrid, thick: Int) -> [PixelBox] {
    let columns = (piece.x..<piece.maxX).map { x in (piece.y..<piece.maxY).filter { stems[x, $0] } }
    let longest = columns.map(\.count).max() ?? 0
    var found: [PixelBox] = []
    for (index, rows) in columns.enumerated() where rows.count * 10 >= longest * 8 {
      guard let first = rows.first, let last = rows.last else { continue }
      let x = piece.x + index
      if let before = found.last, before.maxX == x, before.width < thick {
        found[found.count - 1] = before.union(PixelBox(x: x, y: first, width: 1, height: last - first + 1))
      } else {
        found.append(PixelBox(x: x, y: first, width: 1, height: last - first + 1))
      }
    }
    return found
  }

  /// Completes two facing uprights to a frame; nil when the top, the bottom or a side is open.
  private func frame(_ left: PixelBox, _ right: PixelBox, _ grid: InkGrid, thick: Int) -> PixelBox? {
    let (top, bottom) = (max(left.y, right.y), min(left.maxY, right.maxY))
    let width = right.maxX - left.x
    // Rounded corners shorten the uprights by up to a quarter of the side at each end.
    guard bottom - top >= width * 9 / 20 else { return nil }
    let middle = left.x + width / 5..<right.maxX - width / 5
    // The row nearest to the ends of the uprights: further out a rule may run close by, further in lies the mark.
    let reach = width * 3 / 10
    func edge(_ end: Int, outward: Int) -> Int? {
      let places = (0...reach).map { end + outward * $0 } + (1...thick).map { end - outward * $0 }
      return places.filter { grid.coverage(columns: middle, onRows: $0...$0) >= 0.92 }.min {
        abs($0 - end) < abs($1 - end)
      }
    }
    guard let y0 = edge(top, outward: -1), let y1 = edge(bottom - 1, outward: 1), y1 - y0 > width / 2 else {
      return nil
    }
    // The line's own thickness, outward.
    func outermost(_ y: Int, _ outward: Int) -> Int {
      y + outward
        * (0..<thick).prefix { step in
          grid.coverage(columns: middle, onRows: y + outward * (step + 1)...y + outward * (step + 1)) >= 0.5
        }.count
    }
    let (upper, lower) = (outermost(y0, -1), outermost(y1, 1))
    let box = PixelBox(x: left.x, y: upper, width: width, height: lower - upper + 1)
    // A circle bulges beyond its straightest row; a mark that leaves the frame is narrow.
    guard grid.coverage(columns: middle, onRows: upper - 3...upper - 2) < 0.4,
      grid.coverage(columns: middle, onRows: lower + 2...lower + 3) < 0.4
    else { return nil }
    let side = max(thick / 2, 3)
    let rows = box.y + box.height / 5..<box.maxY - box.height / 5
    guard grid.coverage(rows: rows, onColumns: box.x...box.x + side) >= 0.95,
      grid.coverage(rows: rows, onColumns: box.maxX - 1 - side...box.maxX - 1) >= 0.95,
      // The walls of a cell go on beyond its corners; so do the stems of an H. A mark may lengthen one side, but not as a wall beside the box does.
      min(left.height, right.height) <= box.height * 5 / 4, max(left.height, right.height) <= box.height * 3 / 2, Self.hasCorners(box, grid),
      Self.isThinFrame(box, grid, most: max(thick * 3 / 4, 3))
    else { return nil }
    return box
  }

  /// Whether the upright sides are lines and no strokes of bold letters, where no mark touches them: in a quarter of the rows. A blackened
  /// box has no lines to be seen.
  static func isThinFrame(_ box: PixelBox, _ grid: InkGrid, most: Int) -> Bool {
    let rows = Array(box.y + box.height / 5..<box.maxY - box.height / 5)
    func line(_ start: Int, _ step: Int) -> Int {
      let runs = rows.map { y in
        // The line may begin a pixel or two inside of the box.
        let from = (0...3).first { grid[start + step * $0, y] } ?? 0
        return (from..<box.width).prefix { grid[start + step * $0, y] }.count
      }
      return runs.sorted()[runs.count / 4]
    }
    let (left, right) = (line(box.x, 1), line(box.maxX - 1, -1))
    return left <= most && right <= most || min(left, right) > box.width / 2
  }

  /// Whether the diagonals meet ink near the box's corners, within a share of its side in hundredths: a quarter-side rounding lies 7 %
  /// of the side inside, a circle 15 %.
  private static func hasCorners(_ box: PixelBox, _ grid: InkGrid, within share: Int = 11) -> Bool {
    let reach = max(box.width * share / 100, share / 5)
    return [(box.x, 1), (box.maxX - 1, -1)].allSatisfy { x, right in
      [(box.y, 1), (box.maxY - 1, -1)].allSatisfy { y, down in
        (0...reach).contains { step in
          grid[x + right * step, y + down * step] || grid[x + right * (step + 1), y + down * step]
        }
      }
    }
  }

  /// Leaves out cells that touch each other, what has a frame around it, and the same frame found twice.
  private static func alone(_ boxes: [TickBox], _ grid: InkGrid) -> [TickBox] {
    var kept: [TickBox] = []
    for box in boxes.sorted(by: { $0.frame.area > $1.frame.area }) {
      // A stroke of the mark and one side can look like a smaller frame inside the real one.
      let isInside = kept.contains { other in
        other.frame.intersection(box.frame).map { $0.area * 2 > box.frame.area } ?? false
      }
      if !isInside { kept.append(box) }
    }
    return kept.compactMap { box in
      if !isOfGrid(box.frame, grid) || hangs(box.frame, grid) { return box }
      return tight(box.frame, grid).map { TickBox(frame: $0, shape: .square) }
    }
  }

  /// The box within a frame that the lines of a low row closed, which run a hair over and under it; nil where there is none.
  private static func tight(_ frame: PixelBox, _ grid: InkGrid) -> PixelBox? {
    let middle = frame.x + frame.width / 5..<frame.maxX - frame.width / 5
    /// The box's own line, beyond paper, seen from the frame's end.
    func edge(_ end: Int, inward: Int) -> Int? {
      let rows = (0..<frame.height / 4).map { end + inward * ($0 + 1) }
      guard let gap = rows.firstIndex(where: { grid.coverage(columns: middle, onRows: $0...$0) < 0.5 }) else { return nil }
      return rows[gap...].first { grid.coverage(columns: middle, onRows: $0...$0) >= 0.92 }
    }
    let (top, foot) = (edge(frame.y, inward: 1), edge(frame.maxY - 1, inward: -1))
    guard top != nil || foot != nil else { return nil }
    let (y0, y1) = (top ?? frame.y, (foot ?? frame.maxY - 1) + 1)
    let box = PixelBox(x: frame.x, y: y0, width: frame.width, height: y1 - y0)
    let isSquare = (0.77...1.3).contains(Double(box.width) / Double(box.height))
    return isSquare && hasCorners(box, grid) && !isOfGrid(box, grid, slack: 1) ? box : nil
  }

  /// How many lines go on beyond a frame's corners: of its upper side, of its lower one, and of its upright ones.
  private static func lines(beyond f: PixelBox, _ grid: InkGrid, slack: Int = 2) -> (upper: Int, lower: Int, upright: Int) {
    let reach = max(f.width / 4, 5)
    let across = [f.x - reach..<f.x - 1, f.maxX + 1..<f.maxX + reach]
    let down = [f.y - reach..<f.y - 1, f.maxY + 1..<f.maxY + reach]
    func count(_ y: Int) -> Int { across.count { grid.coverage(columns: $0, onRows: y - slack...y + slack) >= 0.95 } }
    let upright = [f.x, f.maxX - 1].reduce(0) { sum, x in sum + down.count { grid.coverage(rows: $0, onColumns: x - slack...x + slack) >= 0.95 } }
    return (count(f.y), count(f.maxY - 1), upright)
  }

  /// Whether lines go on beyond a frame's corners, as a grid's do: at two of the eight places and more.
  static func isOfGrid(_ frame: PixelBox, _ grid: InkGrid, slack: Int = 2) -> Bool {
    let lines = lines(beyond: frame, grid, slack: slack)
    return lines.upper + lines.lower + lines.upright >= 2
  }

  /// Whether one line goes on to both sides, along a frame's top or its foot, and none else: a box that touches the line of a table's row.
  private static func hangs(_ frame: PixelBox, _ grid: InkGrid) -> Bool {
    let lines = lines(beyond: frame, grid)
    return lines.upright == 0 && (lines.upper, lines.lower) == (2, 0) || lines.upright == 0 && (lines.upper, lines.lower) == (0, 2)
  }

  // MARK: Circles

  private func circles(_ rings: [PixelBox], among pieces: [PixelBox], _ tall: [PixelBox], _ grid: InkGrid, most: Int) -> [TickBox] {
    let clear = rings.filter { Self.isThin($0, grid) && !Self.isLetter($0, tall) }
    // A ring as large as two that are no letters is none either, however close its label's first letter stands and whatever fills it;
    // before an O or an @ of a word stands its letter before.
    func isKnown(_ ring: PixelBox) -> Bool {
      // A pale line is found a pixel further in or out on either side; no letter is filled.
      let slack = Self.isFilled(ring, grid) ? max(1, ring.width / 12) : 1
      return clear.count { abs($0.width - ring.width) <= slack && abs($0.height - ring.height) <= slack } >= 2
        && !Self.stands(beside: ring, tall, within: ring.width * 3 / 10, least: 0.9)
        && !Self.stands(beside: ring, tall.filter { $0.maxX <= ring.x }, within: ring.width * 3 / 10, least: 0.4)
    }
    var found = rings.filter { clear.contains($0) || isKnown($0) }
    // The mark of a crossed circle makes its piece larger: look for a ring of a known size in such pieces.
    let sizes = Set(clear.map(\.width))
    for piece in pieces where !sizes.isEmpty && max(piece.width, piece.height) <= most * 3 {
      if found.contains(where: { $0.intersection(piece) != nil }) { continue }
      let thin = Self.rings(of: sizes, in: piece, grid, isThin: true).filter { !Self.isLetter($0, tall) || isKnown($0) }
      // A mark that fills most of it hides that its line is thin, and hardly leaves it.
      let filled = thin.isEmpty ? Self.rings(of: sizes, in: piece, grid, isThin: false) : []
      found += thin + filled.filter { Self.isFilled($0, grid) && Self.hasPaperCorners($0, grid) && isKnown($0) }
    }
    return found.map { TickBox(frame: $0, shape: .round) }
  }

  static let directions: [(x: Double, y: Double)] = (0..<48).map { step in
    // A full turn in 48 steps, by the rotation of the step before.
    let (c, s) = (0.991_444_861_373_810_4, 0.130_526_192_220_051_6)
    return (0..<step).reduce((1.0, 0.0)) { at, _ in (at.0 * c - at.1 * s, at.0 * s + at.1 * c) }
  }

  /// Whether ink lies all around on the ellipse that touches the box's sides.
  static func isRing(_ box: PixelBox, _ grid: InkGrid) -> Bool {
    let (rx, ry) = (Double(box.width - 1) / 2, Double(box.height - 1) / 2)
    let (cx, cy) = (Double(box.x) + rx, Double(box.y) + ry)
    var missing = 0
    for direction in directions {
      let hit = stride(from: 0.0, through: max(rx * 0.12, 2.5), by: 0.7).contains { depth in
        grid[Int((cx + direction.x * (rx - depth)).rounded()), Int((cy + direction.y * (ry - depth)).rounded())]
      }
      if !hit {
        missing += 1
        if missing > 2 { return false }
      }
    }
    return true
  }

  /// Whether the middle of a ring is all ink, but for a speck.
  private static func isFilled(_ box: PixelBox, _ grid: InkGrid) -> Bool {
    let middle = box.grown(-box.width * 3 / 10, -box.height * 3 / 10)
    let ink = (middle.y..<middle.maxY).reduce(0) { sum, y in sum + (middle.x..<middle.maxX).count { grid[$0, y] } }
    return middle.area > 0 && ink * 20 >= middle.area * 19
  }

  /// Whether most of the ring is a thin line: bold letters are not.
  private static func isThin(_ box: PixelBox, _ grid: InkGrid) -> Bool {
    let radius = Double(box.width - 1) / 2
    let (cx, cy) = (Double(box.x) + radius, Double(box.y) + Double(box.height - 1) / 2)
    let depths = directions.map { direction in
      stride(from: 0.0, to: radius, by: 1).prefix { depth in
        depth < 2
          || grid[
            Int((cx + direction.x * (radius - depth)).rounded()), Int((cy + direction.y * (radius - depth)).rounded())]
      }.count
    }.sorted()
    // A filled circle is a mark; an outline that grows inward somewhere is a mark too: the thinner two fifths count. Blur widens a
    // line by two pixels; a bold letter O, whose stroke takes half of its radius, has neighbours.
    return Double(depths[19]) <= max(radius * 0.48, 4) || depths[12] >= Int(radius * 0.9)
  }

  /// Whether a ring is a letter of a word: something as tall stands close beside it, or something lower right at it.
  ///
  /// A label's first letter stands at a third of the circle's width as often as not, but is lower than the circle.
  private static func isLetter(_ box: PixelBox, _ others: [PixelBox]) -> Bool {
    stands(beside: box, others, within: box.width * 3 / 10, least: 0.9) || stands(beside: box, others, within: box.width * 2 / 10, least: 0.5)
  }

  /// Whether something stands within reach of a box, in its line and at least a share of its height tall, as beside a letter O or D.
  ///
  /// A label's letters are smaller than their box or further away; what touches the box's inside is its mark.
  private static func stands(beside box: PixelBox, _ others: [PixelBox], within reach: Int, least: Double) -> Bool {
    let near = box.grown(max(reach, 4), -box.height / 4)
    let inner = box.grown(-box.width / 8, -box.height / 8)
    return others.contains { other in
      (least...1.5).contains(Double(other.height) / Double(box.height)) && near.intersection(other) != nil && inner.intersection(other) == nil
    }
  }

  /// The rings of some of the sizes in a piece, the larger first; none covers another.
  private static func rings(of sizes: Set<Int>, in piece: PixelBox, _ grid: InkGrid, isThin wantsThin: Bool) -> [PixelBox] {
    var found: [PixelBox] = []
    for size in sizes.sorted(by: >) where size <= min(piece.width, piece.height) {
      for y in piece.y...piece.maxY - size {
        for x in piece.x...piece.maxX - size {
          let box = PixelBox(x: x, y: y, width: size, height: size)
          let isCovered = found.contains { $0.grown(-size / 8, -size / 8).intersection(box) != nil }
          if !isCovered, isRing(box, grid), !wantsThin || isThin(box, grid) { found.append(box) }
        }
      }
    }
    return found
  }

  /// Whether nothing lies in the corners around a ring: what is black all over is full of rings.
  private static func hasPaperCorners(_ ring: PixelBox, _ grid: InkGrid) -> Bool {
    let side = max(ring.width / 10, 2)
    return [(ring.x, ring.y), (ring.maxX - side, ring.y), (ring.x, ring.maxY - side), (ring.maxX - side, ring.maxY - side)].count { x, y in
      (y..<y + side).contains { y in (x..<x + side).contains { grid[$0, y] } }
    } <= 1
  }
}
