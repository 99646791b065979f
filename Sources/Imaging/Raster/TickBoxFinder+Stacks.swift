/// Tick boxes one upon the other: that share their walls, as the cells of a spreadsheet do, or touch.
extension TickBoxFinder {
  /// Two uprights as long as each other, closed above and below, that lines divide into boxes; nothing goes on beyond their corners.
  func stacks(among uprights: [PixelBox], _ grid: InkGrid, _ sides: ClosedRange<Int>, thick: Int) -> [TickBox] {
    var found: [TickBox] = []
    for (index, left) in uprights.enumerated() where left.height > sides.lowerBound * 2 {
      for right in uprights[(index + 1)...] {
        let width = right.maxX - left.x
        if width > sides.upperBound + thick { break }
        guard width >= sides.lowerBound, abs(left.y - right.y) <= thick, abs(left.maxY - right.maxY) <= thick else { continue }
        let whole = PixelBox(x: left.x, y: min(left.y, right.y), width: width, height: max(left.maxY, right.maxY) - min(left.y, right.y))
        let boxes = boxes(of: whole, grid, thick: thick)
        guard let first = boxes.first, let last = boxes.last, boxes.count >= 2 else { continue }
        // The lines of a low row may run a hair over the first and under the last.
        let own = first.union(last)
        guard !Self.isOfGrid(own, grid, slack: own == whole ? 2 : 1),
          boxes.allSatisfy({ sides.contains($0.height) && (0.77...1.3).contains(Double($0.width) / Double($0.height)) && Self.isThinFrame($0, grid, most: max(thick * 3 / 4, 3)) })
        else { continue }
        found += boxes.map { TickBox(frame: $0, shape: .square) }
      }
    }
    return found
  }

  /// The boxes that lines right across a column make of it; none where its sides are not closed all along.
  private func boxes(of column: PixelBox, _ grid: InkGrid, thick: Int) -> [PixelBox] {
    guard column.height > thick * 2 else { return [] }
    let middle = column.x + column.width / 5..<column.maxX - column.width / 5
    let side = max(thick / 2, 3)
    let rows = column.y + thick..<column.maxY - thick
    guard grid.coverage(rows: rows, onColumns: column.x...column.x + side) >= 0.95,
      grid.coverage(rows: rows, onColumns: column.maxX - 1 - side...column.maxX - 1) >= 0.95
    else { return [] }
    var lines: [ClosedRange<Int>] = []
    for y in column.y - 2...column.maxY + 1 where grid.coverage(columns: middle, onRows: y...y) >= 0.92 {
      if let last = lines.last, last.upperBound == y - 1 { lines[lines.count - 1] = last.lowerBound...y } else { lines.append(y...y) }
    }
    guard let first = lines.first, let last = lines.last, lines.allSatisfy({ $0.count <= thick }), first.lowerBound <= column.y + thick,
      last.upperBound >= column.maxY - 1 - thick
    else { return [] }
    // Between boxes that stand apart by a hair are the foot of the one and the top of the next.
    return zip(lines, lines.dropFirst()).map { upper, lower in
      PixelBox(x: column.x, y: upper.lowerBound, width: column.width, height: lower.upperBound + 1 - upper.lowerBound)
    }.filter { $0.height > thick * 2 }
  }

  /// The circles of a piece of ink that is a column of them, each touching the next: options set line upon line. None where any part of it is no ring.
  static func rings(stackedIn piece: PixelBox, _ grid: InkGrid, _ sides: ClosedRange<Int>) -> [PixelBox] {
    guard sides.contains(piece.width), piece.height * 4 > piece.width * 7, piece.height <= piece.width * 8 else { return [] }
    let count = Int((Double(piece.height) / Double(piece.width)).rounded())
    // Whatever the number of circles, they lie as far apart as they are high, or overlap by their pens.
    let step = Double(piece.height - piece.width) / Double(count - 1)
    guard (0.87...1.08).contains(step / Double(piece.width)) else { return [] }
    let rings = (0..<count).map { rank in
      let y = piece.y + Int((Double(rank) * step).rounded())
      // A slanting column is a little wider than its circles.
      let columns = (piece.x..<piece.maxX).filter { x in (y..<y + piece.width).contains { grid[x, $0] } }
      return PixelBox(x: columns.first ?? piece.x, y: y, width: (columns.last ?? piece.maxX - 1) - (columns.first ?? piece.x) + 1, height: piece.width)
    }
    return rings.allSatisfy { isRing($0, grid) } ? rings : []
  }
}
