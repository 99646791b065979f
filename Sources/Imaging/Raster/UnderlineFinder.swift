/// Finds the lines drawn right under words, which touch their feet and make one piece of ink of them.
///
/// No letters are like that: however closely they stand, the arches of n and m and the gaps of r and a are open at the foot.
package struct UnderlineFinder: Sendable {
  /// Shorter ones are not told from a serif or a dash, in inches.
  package var least = 0.5
  /// Higher pieces are no line of text, in inches.
  package var highest = 0.47
  /// A thicker line is a bar, in inches.
  package var mostThickness = 0.04

  package init() {}

  /// Finds those of a page whose ruling lines were taken out; 300 dpi is assumed when it does not say.
  package func underlines(of ink: Bitmap) throws -> [Rule] {
    let dpi = ink.resolution?.x ?? 300
    // Pixels by which an edge of scanned ink wavers.
    let waver = max(1, dpi / 150)
    let grid = try InkGrid(ink)
    return try ink.components().compactMap { box in
      guard box.width >= Self.fewest, Double(box.width) >= least * dpi, Double(box.height) <= highest * dpi else { return nil }
      let columns = Array(box.x..<box.maxX)
      let rows = box.y..<box.maxY
      let feet = columns.map { x in rows.last { grid[x, $0] } ?? box.y }
      let tops = columns.map { x in rows.first { grid[x, $0] } ?? box.maxY }
      let line = Self.level(feet)
      /// How many columns of an edge stand on its line, and how many have room under it.
      func counts(_ edge: [Int], _ line: (start: Double, slope: Double)) -> (level: Int, above: Int) {
        edge.enumerated().reduce(into: (0, 0)) { found, item in
          let away = Double(item.element) - line.start - line.slope * Double(item.offset)
          if abs(away) <= waver { found.0 += 1 } else if away < 0 { found.1 += 1 }
        }
      }
      let foot = counts(feet, line)
      // Letters that reach below it cross it; where it is broken it is none.
      guard foot.above * 50 <= columns.count, foot.level * 4 >= columns.count * 3, abs(line.slope) < 0.02 else { return nil }
      let runs = zip(columns, feet).map { grid.verticalRun(x: $0, y: $1, reach: box.height) }.map(\.count).sorted()
      let thickness = runs[runs.count / 10]
      // Between letters it stands by itself.
      guard Double(thickness) <= mostThickness * dpi, runs.count(where: { $0 <= thickness + 1 }) * 5 >= columns.count else { return nil }
      // The upper side of a box is as straight, and as thin; letters have stems.
      let thin = zip(columns, tops).count { grid.verticalRun(x: $0, y: $1, reach: box.height).count <= thickness + 2 }
      if counts(tops, Self.level(tops)).level * 4 >= columns.count * 3, thin * 10 >= columns.count * 9 { return nil }
      func middle(_ offset: Int) -> Int { Int((line.start + line.slope * Double(offset) - Double(thickness - 1) / 2).rounded()) }
      return Rule(.horizontal, x0: box.x, y0: middle(0), x1: box.maxX - 1, y1: middle(box.width - 1), thickness: thickness)
    }
  }

  /// Columns of which an edge may be told at all.
  private static let fewest = 8
  /// The line through the middle heights of an edge's two halves: what stands out of it on few columns does not move it.
  private static func level(_ edge: [Int]) -> (start: Double, slope: Double) {
    let half = edge.count / 2
    let (left, right) = (edge[..<half].sorted()[half / 2], edge[half...].sorted()[(edge.count - half) / 2])
    let slope = Double(right - left) / (Double(edge.count) / 2)
    return (Double(left) - slope * Double(half) / 2, slope)
  }
}
