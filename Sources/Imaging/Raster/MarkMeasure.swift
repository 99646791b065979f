/// Measures the ink inside a tick box; the judging is the caller's.
package struct MarkMeasure: Hashable, Sendable {
  /// The part that was looked at: the frame's inside, a little away from its line.
  package let interior: PixelBox
  /// Ink pixels as a share of the interior: 0 to 1.
  package let share: Double
  /// Ink pixels as a share of the middle seven tenths of the interior each way, which neither a thick frame nor a rounded corner
  /// reaches: 0 to 1.
  package let core: Double
  /// How many of the four inner corners of the frame are paper, as those around a dot are, or of its four sides, as those around a square are: a
  /// blackened frame has none.
  package let paperCorners: Int
  package let ink: Int
  /// The connected pieces of ink in the interior, largest first.
  package let pieces: [Piece]

  package struct Piece: Hashable, Sendable {
    package let box: PixelBox
    package let ink: Int
  }

  /// The box around all pieces, nil without ink: a cross fills the interior, a speck does not.
  package var extent: PixelBox? { pieces.dropFirst().reduce(pieces.first?.box) { $0?.union($1.box) } }
}

extension Bitmap {
  /// Whether the inside of a frame of a bilevel page is ink all over, to a hundredth, and next to none lies beyond three of its sides (a rule may run
  /// close to the fourth): print fills a box so.
  package func isNeatlyFilled(_ frame: PixelBox) throws -> Bool {
    let inner = frame.grown(-frame.width / 5, -frame.height / 5)
    let sides = [
      PixelBox(x: frame.x - 5, y: frame.y, width: 3, height: frame.height), PixelBox(x: frame.maxX + 2, y: frame.y, width: 3, height: frame.height),
      PixelBox(x: frame.x, y: frame.y - 5, width: frame.width, height: 3), PixelBox(x: frame.x, y: frame.maxY + 2, width: frame.width, height: 3),
    ]
    return try ink(in: inner) * 100 >= inner.area * 99 && sides.count { try ink(in: $0) * 20 <= $0.area } >= 3
  }

  /// Measures the ink inside a frame of a bilevel page.
  ///
  /// The frame may be off by `slack` pixels on each side: its line is looked for there, and the interior begins two
  /// pixels inside of it. A filled frame has no line to be seen; then its line counts as 1.5 points thick. Of a round
  /// frame the inscribed square is measured.
  package func inkShare(in frame: PixelBox, shape: TickBox.Shape = .square, slack: Int? = nil) throws -> MarkMeasure {
    let dpi = resolution?.x ?? 300
    let slack = slack ?? max(Int(dpi / 60), 2)
    let grid = try InkGrid(self)
    let interior: PixelBox
    switch shape {
    case .square: interior = Self.interior(of: frame, grid, slack: slack, usual: max(Int(dpi / 48), 1))
    case .round: interior = frame.grown(-frame.width * 17 / 100, -frame.height * 17 / 100)
    }
    guard let inside = interior.intersection(bounds) else {
      return MarkMeasure(interior: interior, share: 0, core: 0, paperCorners: 0, ink: 0, pieces: [])
    }
    let part = try cropped(to: inside)
    let ink = try part.ink(in: part.bounds)
    let middle = part.bounds.grown(-part.width * 15 / 100, -part.height * 15 / 100)
    let core = Double(try part.ink(in: middle)) / Double(max(middle.area, 1))
    let corners = Self.corners(of: inside.grown(1, 1), side: max(inside.width * 15 / 100, 2)).count { corner in
      (0..<corner.height).reduce(0) { sum, y in sum + (0..<corner.width).count { grid[corner.x + $0, corner.y + y] } } * 2 < corner.area
    }
    let paper = max(corners, Self.gaps(around: inside, within: frame, grid, least: shape == .round ? 1 : 2))
    let pieces = try part.components().map { box in
      let own = try part.ink(in: box)
      return MarkMeasure.Piece(
        box: PixelBox(x: box.x + inside.x, y: box.y + inside.y, width: box.width, height: box.height), ink: own)
    }
    return MarkMeasure(
      interior: inside, share: Double(ink) / Double(inside.area), core: core, paperCorners: paper, ink: ink,
      pieces: pieces.sorted { $0.ink > $1.ink })
  }

  /// Whether a black middle of a round frame of a bilevel page ends before the frame's line nearly all around: a dot, not a blackened circle.
  package func holdsDot(_ frame: PixelBox) throws -> Bool {
    let grid = try InkGrid(self)
    let (rx, ry) = (Double(frame.width - 1) / 2, Double(frame.height - 1) / 2)
    let (cx, cy) = (Double(frame.x) + rx, Double(frame.y) + ry)
    // The line takes the outer tenth at least, and a dot the inner third.
    let gaps = TickBoxFinder.directions.count { way in
      stride(from: 0.35, through: 0.9, by: 0.02).contains { !grid[Int((cx + way.x * rx * $0).rounded()), Int((cy + way.y * ry * $0).rounded())] }
    }
    return gaps * 10 >= TickBoxFinder.directions.count * 9
  }

  /// On how many sides of a frame's interior so many pixels of paper lie between it and the frame's line, which is met first from outside: along a
  /// straight line one is left by whoever blackens a box.
  private static func gaps(around inside: PixelBox, within frame: PixelBox, _ grid: InkGrid, least: Int) -> Int {
    let (x, y) = (frame.x + frame.width / 2, frame.y + frame.height / 2)
    // The line may lie a little outside of the frame as it was found.
    func between(_ outer: Int, _ inner: Int) -> Range<Int> { outer..<max(outer, inner) }
    let inward = [
      between(frame.x, inside.x).map { grid[$0, y] }, between(inside.maxX, frame.maxX).reversed().map { grid[$0, y] },
      between(frame.y, inside.y).map { grid[x, $0] }, between(inside.maxY, frame.maxY).reversed().map { grid[x, $0] },
    ]
    return inward.count { side in side.drop { !$0 }.count { !$0 } >= least }
  }

  private static func corners(of box: PixelBox, side: Int) -> [PixelBox] {
    [(box.x, box.y), (box.maxX - side, box.y), (box.x, box.maxY - side), (box.maxX - side, box.maxY - side)].map {
      PixelBox(x: $0, y: $1, width: side, height: side)
    }
  }

  /// Finds where the frame's four lines end on their inner side.
  private static func interior(of frame: PixelBox, _ grid: InkGrid, slack: Int, usual: Int) -> PixelBox {
    let columns = frame.x + frame.width / 5..<frame.maxX - frame.width / 5
    let rows = frame.y + frame.height / 5..<frame.maxY - frame.height / 5
    /// Walks inward from the line nearest to the nominal edge, not from a rule close by, and answers how far inside that edge it ends.
    func end(_ side: Int, isLine: (Int) -> Bool) -> Int {
      let deepest = max(side / 4, slack)
      guard let start = (-slack...slack).filter(isLine).min(by: { abs($0) < abs($1) }) else { return usual }
      let stop = (start...max(deepest, start)).first { !isLine($0) }
      return stop ?? max(start, 0) + usual
    }
    let top = end(frame.height) { grid.coverage(columns: columns, onRows: frame.y + $0...frame.y + $0) >= 0.75 }
    let bottom = end(frame.height) {
      grid.coverage(columns: columns, onRows: frame.maxY - 1 - $0...frame.maxY - 1 - $0) >= 0.75
    }
    let left = end(frame.width) { grid.coverage(rows: rows, onColumns: frame.x + $0...frame.x + $0) >= 0.75 }
    let right = end(frame.width) {
      grid.coverage(rows: rows, onColumns: frame.maxX - 1 - $0...frame.maxX - 1 - $0) >= 0.75
    }
    return PixelBox(
      x: frame.x + left + 2, y: frame.y + top + 2, width: frame.width - left - right - 4,
      height: frame.height - top - bottom - 4)
  }
}
