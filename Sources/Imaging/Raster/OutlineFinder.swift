/// Finds drawn boxes to write in that are one piece of ink: rounded corners and a label set into the top line leave them a shape that the
/// ruling lines alone do not close.
package struct OutlineFinder: Sendable {
  /// Pixels a point.
  let scale: Double

  package init(scale: Double) { self.scale = scale }

  /// The heights of a box for one line to a few, in points.
  private static let heights = 13.0...150.0
  /// The largest rounding of a corner, in points.
  private static let corner = 7.0

  /// Lists the boxes, from the top: pieces whose bottom and sides are drawn throughout and whose top begins at a corner.
  package func outlines(of ink: Bitmap) throws -> [PixelBox] {
    let grid = try InkGrid(ink)
    let (thick, corner) = (max(Int(scale * 0.7), 2), Int(Self.corner * scale))
    return try ink.components().filter { piece in
      guard Double(piece.width) > 24 * scale, Self.heights.contains(Double(piece.height) / scale) else { return false }
      let columns = piece.x + corner..<piece.maxX - corner
      let rows = piece.y + min(corner, piece.height / 3)..<piece.maxY - min(corner, piece.height / 3)
      guard !columns.isEmpty, !rows.isEmpty else { return false }
      // A page straightened to a tenth of a degree leaves a line of eight inches some pixels off.
      let slack = thick + piece.width / 400
      guard grid.coverage(columns: columns, onRows: piece.maxY - 1 - slack...piece.maxY - 1) > 0.97,
        grid.coverage(rows: rows, onColumns: piece.x...piece.x + thick) > 0.97,
        grid.coverage(rows: rows, onColumns: piece.maxX - 1 - thick...piece.maxX - 1) > 0.97
      else { return false }
      let top = piece.y...piece.y + slack
      let ends = [piece.x + corner / 2..<piece.x + corner, piece.maxX - corner..<piece.maxX - corner / 2]
      return ends.contains { grid.coverage(columns: $0, onRows: top) > 0.9 }
    }
  }
}
