import CLeptonica

/// Finds the ruling lines of a page that was set upright.
///
/// Lines may be broken by print, slanted by up to a degree, dotted, or faint as far as `Threshold.faint` keeps them.
/// Lengths are in inches, so that the same numbers serve a fax and a scan.
package struct RuleFinder: Sendable {
  /// Shorter horizontal lines are not told: the underline of a word, a dash.
  package var leastHorizontal = 0.5
  /// Shorter vertical lines are not told: a handwritten 1, the stem of a capital in a title.
  package var leastVertical = 0.35
  /// A wall between two horizontal rules may be this short.
  package var leastWall = 0.13
  /// Thicker strips are bars and dark edges, not rules.
  package var mostThickness = 0.04
  /// A gap up to this long in one line is bridged where something stands in it that may have hidden the line.
  package var mostGap = 0.12
  /// A gap of bare paper is bridged up to this length: print breaks thin lines for a tenth of a millimetre or a few; what lies further apart
  /// are the lines of two places, which forms set 2 mm apart and more.
  package var mostBareGap = 0.035

  package init() {}

  /// Finds all of them; the page's resolution counts, 300 dpi when it has none. `ink` is the page's bilevel form where the caller
  /// has it already; a short wall may also end at the top or the foot of a dark band.
  package func rules(of page: Bitmap, ink known: Bitmap? = nil, bands: [PixelBox] = []) throws -> Rules {
    let ink = try known ?? page.bilevel()
    let grey = try page.grey()
    let dpi = ink.resolution?.x ?? 300
    // Beyond half the thickness of the thickest rule lies the paper; of two rules side by side each shows within a point.
    let field = try RidgeField(grey, .horizontal, reach: Int((mostThickness * 0.6 * dpi).rounded(.up)))
    let fields = [field, field.reaching(Int((dpi / 72).rounded()))]
    let contrast = max(Self.leastContrast, grey.histogram().noise * 5 / 2)
    let troughs = try TroughFinder(dpi: dpi).troughs(of: ink)
    let horizontal = try lines(of: ink, fields, contrast: contrast, dpi: dpi, least: leastHorizontal).filter { line in
      !troughs.lines.contains { $0.box.intersection(line.box) != nil }
    } + troughs.lines
    let upright = ink.resolution?.y ?? dpi
    let ends = horizontal + bands.flatMap { band in
      // Their sides are true to a point.
      [band.y, band.maxY].map { Rule(.horizontal, x0: band.x, y0: $0, x1: band.maxX, y1: $0, thickness: Int(dpi / 36)) }
    }
    let walls = try lines(of: ink.turned(.right), fields.map { $0.turned() }, contrast: contrast, dpi: upright, least: leastWall)
      .map { $0.turnedBack(height: ink.height) }
    let long = walls.filter { Double($0.length) >= leastVertical * upright }
    let vertical = walls.filter { line in
      // A table's wall may be drawn row by row, with gaps between: a short piece goes on with a long one.
      let goesOn = long.contains { other in
        abs(other.box.x - line.box.x) <= 3 && abs(other.thickness - line.thickness) <= 2
          && Double(max(other.y0 - line.y1, line.y0 - other.y1)) <= mostGap * 2 * upright
      }
      return goesOn || [(line.x0, line.y0), (line.x1, line.y1)].allSatisfy { x, y in
        ends.contains { rule in
          x >= rule.x0 - 5 && x <= rule.x1 + 5 && abs(rule.y(at: x) - Double(y)) <= Double(rule.thickness / 2 + 4)
        }
      }
    }
    let combs = try CombFinder(dpi: dpi).separators(of: ink, on: horizontal, besides: vertical + troughs.uprights) + troughs.uprights
    return Rules(
      horizontal: horizontal.sorted { ($0.y0, $0.x0) < ($1.y0, $1.x0) },
      vertical: vertical.sorted { ($0.x0, $0.y0) < ($1.x0, $1.y0) }, combs: combs)
  }

  /// Greys by which a hairline must be darker than its paper: less is what the eye does not see either.
  private static let leastContrast = 14

  /// Finds the horizontal lines of a page, of which `ink` is the bilevel form; the vertical ones of a page whose ink was turned
  /// clockwise, its fields told so by their direction.
  private func lines(of page: Bitmap, _ fields: [RidgeField], contrast: Int, dpi: Double, least: Double) throws -> [Rule] {
    func pixels(_ inches: Double) -> Int { max(Int((inches * dpi).rounded()), 1) }
    let grid = try InkGrid(page)
    var found: [Piece] = []
    for field in fields {
      var mask = try field.mask(contrast: contrast, resolution: page.resolution)
      if field.isVertical { mask = try mask.turned(.right) }
      // A closing of 2 pixels mends noise; more would join the serifs of a word to a line.
      let lines = try unsafe mask.making("find rules") {
        var closed = unsafe pixCloseSafeCompBrick(nil, $0, 3, 1)
        defer { unsafe pixDestroy(&closed) }
        return unsafe pixOpenCompBrick(nil, closed, Int32(pixels(0.12)), 1)
      }
      found += try fragments(of: lines, thickest: pixels(mostThickness), dotted: false).map { $0.trimmed(to: grid) }.filter {
        Self.isEven($0.rule, field, grid, contrast: contrast)
      }
    }
    found = Self.distinct(found)
    var solid = try Bitmap(width: page.width, height: page.height, depth: .bilevel, resolution: page.resolution)
    try solid.paintBlack(found.map { $0.rule.box.grown(1, 1) })
    found += try dotted(page, without: solid, dpi: dpi)
    let long = pixels(least)
    return Self.joined(found, gap: pixels(mostGap), bare: pixels(mostBareGap), slack: max(pixels(0.007), 2), grid).filter { line in
      // The bars of a title's letters lie in a row too, but none of them is as long as a piece of a real line.
      line.rule.length >= long && line.longest >= min(pixels(0.25), long) && line.inked * 10 >= line.rule.length * 6
        // Separate dots are no letters' feet.
        && (line.rule.isDotted || !Self.isRowOfText(line.rule, grid, reach: max(pixels(0.012), 2)))
    }.map(\.rule)
  }

  /// The longest of the pieces found more than once.
  private static func distinct(_ pieces: [Piece]) -> [Piece] {
    var kept: [Piece] = []
    for piece in pieces.sorted(by: { $0.rule.length > $1.rule.length }) {
      let rule = piece.rule
      let isKnown = kept.contains { other in
        let common = min(rule.x1, other.rule.x1) - max(rule.x0, other.rule.x0)
        guard common * 2 > rule.length else { return false }
        let x = (max(rule.x0, other.rule.x0) + min(rule.x1, other.rule.x1)) / 2
        return abs(rule.y(at: x) - other.rule.y(at: x)) <= Double(max(rule.thickness, other.rule.thickness)) / 2 + 1
      }
      if !isKnown { kept.append(piece) }
    }
    return kept
  }

  /// Whether a line is dark along nearly all of its length, and evenly so where nothing stands at its sides: the feet of a row of
  /// letters have gaps.
  private static func isEven(_ rule: Rule, _ field: RidgeField, _ grid: InkGrid, contrast: Int) -> Bool {
    var (contrasts, covered, inked) = ([Int](), 0, 0)
    for x in stride(from: rule.x0 + 2, through: max(rule.x1 - 2, rule.x0 + 2), by: 2) {
      let y = Int(rule.y(at: x).rounded())
      if grid[x, y - field.reach] || grid[x, y + field.reach] {
        covered += 1
        if (-1...1).contains(where: { grid[x, y + $0] }) { inked += 1 }
      } else {
        contrasts.append(field.contrast(along: field.isVertical ? field.height - 1 - x : x, across: y))
      }
    }
    // A third of the columns at least must show the line by itself.
    guard contrasts.count * 2 > covered else { return false }
    contrasts.sort()
    let usual = contrasts[contrasts.count / 2]
    let dark = contrasts.count { $0 * 5 >= usual * 2 } + inked
    return usual >= contrast / 2 && dark * 100 >= (contrasts.count + covered) * 88
  }

  /// Whether the line is only the closed-up baseline of small blurred print: ink that comes and goes lies all along it.
  ///
  /// Print standing on a rule touches it here and there; a second rule close by does not come and go.
  private static func isRowOfText(_ rule: Rule, _ grid: InkGrid, reach: Int) -> Bool {
    var (beside, changes, before) = (0, 0, false)
    for x in rule.x0...rule.x1 {
      let (y, away) = (Int(rule.y(at: x).rounded()), rule.thickness / 2 + reach)
      let now = grid[x, y - away] || grid[x, y + away]
      if now { beside += 1 }
      if now != before { changes += 1 }
      before = now
    }
    return beside * 10 >= rule.length * 3 && changes * 30 >= rule.length
  }

  /// Finds rows of dots or dashes: small pieces, close together, at one height.
  private func dotted(_ page: Bitmap, without solid: Bitmap, dpi: Double) throws -> [Piece] {
    func pixels(_ inches: Double) -> Int32 { max(Int32((inches * dpi).rounded()), 1) }
    let dots = try unsafe solid.store.lend { lines in
      try unsafe page.making("find dots") {
        var rest = unsafe pixSubtract(nil, $0, lines)
        defer { unsafe pixDestroy(&rest) }
        return unsafe pixSelectBySize(
          rest, pixels(0.1), pixels(0.025), 8, Int32(L_SELECT_IF_BOTH), Int32(L_SELECT_IF_LTE), nil)
      }
    }
    let rows = try unsafe dots.making("join dots") {
      var tall = unsafe pixDilateBrick(nil, $0, 1, 3)
      var closed = unsafe pixCloseSafeCompBrick(nil, tall, pixels(0.06), 1)
      defer {
        unsafe pixDestroy(&tall)
        unsafe pixDestroy(&closed)
      }
      return unsafe pixOpenCompBrick(nil, closed, pixels(0.3), 1)
    }
    let grid = try InkGrid(dots)
    let pieces = try fragments(of: rows, thickest: Int(pixels(0.03)) + 2, dotted: true).filter { piece in
      // At least six separate dots, and dots on both halves.
      var changes = 0
      var before = false
      for x in piece.rule.x0...piece.rule.x1 {
        let now = (-2...2).contains { grid[x, Int(piece.rule.y(at: x).rounded()) + $0] }
        if now != before { changes += 1 }
        before = now
      }
      return changes >= 12
    }
    return try DottedLines(dots: grid, page: InkGrid(page)).joined(pieces.map(\.rule)).map {
      Piece(rule: $0, longest: $0.length, last: $0.length, inked: $0.length)
    }
  }

  /// A line, or a part of one before the parts are joined.
  private struct Piece {
    var rule: Rule
    /// The longest unbroken part, the last one, and the sum of all parts.
    var longest: Int
    var last: Int
    var inked: Int

    /// Without the two pixels at either end that the average along the line adds to it.
    func trimmed(to ink: InkGrid) -> Piece {
      func isInk(_ x: Int) -> Bool { (-1...1).contains { ink[x, Int(rule.y(at: x).rounded()) + $0] } }
      let (left, right) = ((0...2).first { isInk(rule.x0 + $0) } ?? 0, (0...2).first { isInk(rule.x1 - $0) } ?? 0)
      guard rule.length > left + right + 4 else { return self }
      let line = Rule(
        .horizontal, x0: rule.x0 + left, y0: rule.y0, x1: rule.x1 - right, y1: rule.y1, thickness: rule.thickness, isDotted: rule.isDotted)
      return Piece(rule: line, longest: line.length, last: line.length, inked: line.length)
    }
  }

  /// Makes a piece of each connected strip of a mask that is thin enough.
  private func fragments(of mask: Bitmap, thickest: Int, dotted: Bool) throws -> [Piece] {
    let grid = try InkGrid(mask)
    return try mask.components().compactMap { box in
      let ink = try mask.ink(in: box)
      let thickness = max(Int((Double(ink) / Double(box.width)).rounded()), 1)
      // A line that slants by more than a degree and a half is none of the form's.
      guard thickness <= thickest, box.height <= thickest + box.width / 40 else { return nil }
      let end = min(max(box.width / 10, 8), box.width)
      func middle(_ columns: Range<Int>) -> Int {
        var (sum, count) = (0, 0)
        for x in columns { for y in box.y..<box.maxY where grid[x, y] { (sum, count) = (sum + y, count + 1) } }
        return count == 0 ? box.y + box.height / 2 : (2 * sum + count) / (2 * count)
      }
      let rule = Rule(
        .horizontal, x0: box.x, y0: middle(box.x..<box.x + end), x1: box.maxX - 1,
        y1: middle(box.maxX - end..<box.maxX), thickness: dotted ? max(thickness - 2, 1) : thickness, isDotted: dotted)
      return Piece(rule: rule, longest: rule.length, last: rule.length, inked: rule.length)
    }
  }

  /// Whether ink stands on a gap in a line, or close over or under it.
  private static func isCrowded(_ columns: Range<Int>, y: Int, reach: Int, _ grid: InkGrid) -> Bool {
    columns.count { x in (-reach...reach).contains { grid[x, y + $0] } } * 4 > columns.count
  }

  /// The share of the columns between two ends in which ink lies on the line from one to the other.
  private static func inkShare(from a: (x: Int, y: Int), to b: (x: Int, y: Int), _ grid: InkGrid) -> Double {
    let columns = a.x + 1..<b.x
    return Double(columns.count { x in (-1...1).contains { grid[x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x) + $0] } }) / Double(columns.count)
  }

  /// Joins pieces that lie in one line with small gaps; where ink crosses the line, as a tooth does that stands on it, it is not broken.
  private static func joined(_ pieces: [Piece], gap: Int, bare: Int, slack: Int, _ grid: InkGrid) -> [Piece] {
    var lines: [Piece] = []
    for piece in pieces.sorted(by: { $0.rule.x0 < $1.rule.x0 }) {
      let (start, next) = (piece.rule.x0, piece.rule)
      let before = lines.indices.filter { index in
        let line = lines[index].rule
        let distance = start - line.x1
        guard distance > -max(gap, 8), next.x1 > line.x1 else { return false }
        if distance > gap {
          // A pen's strokes hide a line over some length, whose ink lies there all the same.
          guard distance <= gap * 4, abs(line.y1 - next.y0) <= 2, inkShare(from: (line.x1, line.y1), to: (start, next.y0), grid) >= 0.9 else { return false }
        } else if distance > bare, !(lines[index].rule.isDotted && next.isDotted), !isCrowded(line.x1 + 2..<max(start - 1, line.x1 + 2), y: (line.y1 + next.y0) / 2, reach: gap / 3, grid) {
          return false
        }
        // A short piece's slope means nothing: compare heights where the two meet.
        return abs(line.y1 - next.y0) <= slack + line.thickness / 2
      }.min { abs(lines[$0].rule.y1 - next.y0) < abs(lines[$1].rule.y1 - next.y0) }
      guard let before else {
        lines.append(piece)
        continue
      }
      let line = lines[before]
      let isWhole = (line.rule.x1...max(next.x0, line.rule.x1)).allSatisfy { x in
        (-1...1).contains { grid[x, (line.rule.y1 + next.y0) / 2 + $0] }
      }
      let between = isWhole ? max(next.x0 - line.rule.x1, 0) : 0
      let last = isWhole ? line.last + between + piece.last : piece.last
      let inked = line.inked + piece.inked + between
      let thickness = (line.rule.thickness * line.inked + next.thickness * piece.inked) / inked
      lines[before] = Piece(
        rule: Rule(
          .horizontal, x0: line.rule.x0, y0: line.rule.y0, x1: next.x1, y1: next.y1, thickness: max(thickness, 1),
          isDotted: line.rule.isDotted || next.isDotted, dots: line.rule.dots ?? next.dots),
        longest: max(line.longest, last), last: last, inked: inked)
    }
    return lines
  }
}
