/// Finds short lines with both ends turned up, « |_|_| »: places for two figures, which are shorter than what is taken for a line elsewhere.
struct TroughFinder {
  let dpi: Double

  /// Their widths and heights in inches.
  private static let (widths, heights) = (0.14...0.36, 0.05...0.2)

  /// Lists their lines, and the uprights at the ends and between them.
  func troughs(of page: Bitmap) throws -> (lines: [Rule], uprights: [Rule]) {
    let grid = try InkGrid(page)
    let found = try page.components().compactMap { piece -> (line: Rule, uprights: [Rule])? in
      guard Self.widths.contains(Double(piece.width) / dpi), Self.heights.contains(Double(piece.height) / dpi), piece.width * 5 > piece.height * 6 else {
        return nil
      }
      return trough(piece, grid)
    }
    return (found.map(\.line), found.flatMap(\.uprights))
  }

  private func trough(_ piece: PixelBox, _ grid: InkGrid) -> (line: Rule, uprights: [Rule])? {
    // No line of a form's places is thicker than 2 points.
    let thick = max(Int(dpi / 36), 3)
    let (columns, rows) = (piece.x..<piece.maxX, piece.y..<piece.maxY)
    let full = rows.filter { grid.coverage(columns: columns, onRows: $0...$0) >= 0.9 }
    guard let top = full.first, full.count <= thick, piece.maxY - top <= thick + 2, top - piece.y > thick else { return nil }
    // On the line stand nothing but uprights, as thin as it, two of them at its ends; what is written in it is another piece.
    let heights = columns.map { x in (piece.y..<top).reversed().prefix { grid[x, $0] }.count }
    var uprights: [Range<Int>] = []
    for (index, height) in heights.enumerated() where height * 4 > top - piece.y {
      let x = piece.x + index
      if let last = uprights.last, last.upperBound == x { uprights[uprights.count - 1] = last.lowerBound..<x + 1 } else { uprights.append(x..<x + 1) }
    }
    guard uprights.count >= 2, uprights.allSatisfy({ $0.count <= thick }), let first = uprights.first, let last = uprights.last,
      first.lowerBound - piece.x <= 2, piece.maxX - last.upperBound <= 2,
      [first, last].allSatisfy({ end in end.contains { heights[$0 - piece.x] * 10 >= (top - piece.y) * 8 } })
    else { return nil }
    // Letters that touch at their feet have serifs and arches at their stems.
    let beside = [first.upperBound + 1...first.upperBound + 3, last.lowerBound - 4...last.lowerBound - 2]
    guard beside.allSatisfy({ grid.coverage(rows: piece.y..<top - 2, onColumns: $0) < 0.1 }) else { return nil }
    let stray = heights.enumerated().reduce(0) { sum, column in
      sum + (uprights.contains { $0.lowerBound - 2 < piece.x + column.offset && piece.x + column.offset < $0.upperBound + 2 } ? 0 : column.element)
    }
    guard stray <= thick else { return nil }
    let y = (top + full.last!) / 2
    return (
      Rule(.horizontal, x0: piece.x, y0: y, x1: piece.maxX - 1, y1: y, thickness: full.count),
      uprights.map { Rule(.vertical, x0: ($0.lowerBound + $0.upperBound) / 2, y0: piece.y, x1: ($0.lowerBound + $0.upperBound) / 2, y1: piece.maxY - 1, thickness: $0.count) }
    )
  }
}
