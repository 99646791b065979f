/// Finds tick boxes that are made of two square brackets, as a typewriter's « [ ] ».
package struct BracketFinder: Sendable {
  /// The heights that count, in points: brackets of print of 6 to 14 points.
  package var heights: ClosedRange<Double> = 5...16
  /// The distance between the stems as a share of their height: one letter's width to three's, set close or apart.
  package var widths: ClosedRange<Double> = 0.35...2.2

  package init() {}

  /// A pair of brackets, and the space between their ends.
  package struct Pair: Hashable, Sendable {
    package let frame, inside: PixelBox
  }

  /// Lists the pairs of an upright bilevel page; one alone is taken for text.
  package func pairs(of ink: Bitmap) throws -> [Pair] {
    let dpi = ink.resolution?.x ?? 300
    let grid = try InkGrid(ink)
    let (least, most) = (Int(heights.lowerBound * dpi / 72), Int(heights.upperBound * dpi / 72))
    let pieces = try ink.components()
    let narrow = pieces.filter { (least...most).contains($0.height) && $0.width * 2 <= $0.height && $0.width * 6 >= $0.height }
    var left = narrow.filter { Self.isBracket($0, grid, opens: true) }
    var right = narrow.filter { Self.isBracket($0, grid, opens: false) }
    let known = (left + right).sorted { $0.height < $1.height }
    guard !known.isEmpty else { return [] }
    // A mark may touch one of its brackets or both: these are as large as the page's others.
    let usual = known[known.count / 2]
    for piece in pieces where abs(piece.height - usual.height) * 8 <= usual.height && piece.width > usual.width * 3 / 2 && piece.width <= usual.height * 5 / 2 {
      let opening = PixelBox(x: piece.x, y: piece.y, width: usual.width, height: piece.height)
      let closing = PixelBox(x: piece.maxX - usual.width, y: piece.y, width: usual.width, height: piece.height)
      if Self.isBracket(opening, grid, opens: true, isTouched: true) { left.append(opening) }
      if Self.isBracket(closing, grid, opens: false, isTouched: true) { right.append(closing) }
    }
    let pairs = left.compactMap { open -> Pair? in
      let near = right.filter { close in
        abs(close.y - open.y) * 8 <= open.height && abs(close.height - open.height) * 8 <= open.height
          && widths.contains(Double(close.maxX - open.x) / Double(open.height)) && close.x > open.maxX
      }
      guard let close = near.min(by: { $0.x < $1.x }) else { return nil }
      let frame = open.union(close)
      return Pair(frame: frame, inside: PixelBox(x: open.maxX, y: frame.y, width: close.x - open.maxX, height: frame.height))
    }
    return pairs.count > 1 ? pairs : []
  }

  /// Whether a piece is a stem with a bar at its head and one at its foot, to the right of it or to the left; a mark may touch it between the two.
  private static func isBracket(_ piece: PixelBox, _ grid: InkGrid, opens: Bool, isTouched: Bool = false) -> Bool {
    let bar = max(piece.height / 5, 2)
    let (stem, free) = opens
      ? (piece.x..<piece.x + piece.width / 2, piece.x + piece.width * 2 / 3..<piece.maxX)
      : (piece.x + (piece.width + 1) / 2..<piece.maxX, piece.x..<piece.maxX - piece.width * 2 / 3)
    let rows = piece.y..<piece.maxY
    guard grid.coverage(rows: rows, onColumns: stem.lowerBound...max(stem.upperBound - 1, stem.lowerBound)) > 0.95, !free.isEmpty, rows.count > bar * 2 else { return false }
    let side = free.lowerBound...free.upperBound - 1
    let middle = piece.y + bar..<piece.maxY - bar
    return grid.coverage(columns: free, onRows: piece.y...piece.y + bar - 1) >= 0.6 && grid.coverage(columns: free, onRows: piece.maxY - bar...piece.maxY - 1) >= 0.6
      && grid.coverage(rows: middle, onColumns: side) < (isTouched ? 0.5 : 0.1)
  }
}
