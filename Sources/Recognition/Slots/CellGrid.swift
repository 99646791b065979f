import Forms

/// The ruling lines of a page, asked for the cells and writing lines they make.
struct CellGrid {
  private let horizontals: [Line]
  private let verticals: [Line]
  private let bounds: Box
  /// Every closed cell of the page.
  private(set) var cells: [Box] = []
  /// How much of a cell's height an upright must cover to close its side.
  private let coverage: Double

  /// A ruling line with its three measures at hand, since every cell asks for those of hundreds.
  private struct Line {
    let rule: Rule
    let position, start, end: Double

    init(_ rule: Rule) { (self.rule, position, start, end) = (rule, rule.position, rule.start, rule.end) }
  }

  /// Lines that meet within this many points are taken to touch.
  private static let touch = 2.5
  /// Ends of two lines this close are one side of a table.
  private static let alike = 6.0

  init(_ page: PageContent) {
    horizontals = Self.joined(page.rules.filter(\.isHorizontal)).sorted { $0.position < $1.position }.map(Line.init)
    verticals = Self.joined(page.rules.filter { !$0.isHorizontal }).sorted { $0.position < $1.position }.map(Line.init)
    bounds = page.bounds
    // Scanned lines are broken in print; a comb's tooth is shorter than that all the same.
    coverage = page.isScan ? 0.68 : 1
    cells = findCells()
  }

  /// Joins lines drawn in pieces: neighbours on one axis that touch or overlap.
  ///
  /// Pieces of one line lie a hair above or below one another, so a piece may come after two that it holds together: what was joined is joined again,
  /// a few times at most.
  private static func joined(_ rules: [Rule]) -> [Rule] {
    var (all, count) = (rules, Int.max)
    for _ in 0..<passes where all.count < count {
      count = all.count
      all = joinedOnce(all)
    }
    return all
  }

  /// A line in pieces that want more than this is none that a form draws.
  private static let passes = 8

  private static func joinedOnce(_ rules: [Rule]) -> [Rule] {
    var out: [Rule] = []
    for rule in rules.sorted(by: { ($0.position, $0.start) < ($1.position, $1.start) }) {
      if let index = out.indices.reversed().prefix(40).first(where: {
        abs(out[$0].position - rule.position) < 1.2 && rule.start <= out[$0].end + touch
          && rule.end >= out[$0].start - touch
      }) {
        out[index].box = out[index].box.union(rule.box)
      } else {
        out.append(rule)
      }
    }
    return out
  }

  /// The place of the first of lines, sorted by their positions, whose position meets a condition that all after it meet as well.
  private static func first(in rules: [Line], where isBeyond: (Double) -> Bool) -> Int {
    var (low, high) = (0, rules.count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(rules[middle].position) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The smallest box closed by lines on all four sides around a point; nil in the open.
  ///
  /// A line that stops halfway along a side (a comb's tooth, the top of a box drawn inside) closes nothing: the next one out is
  /// tried, four deep.
  func cell(aroundX x: Double, y: Double) -> Box? {
    let touch = Self.touch
    /// The first four lines that cross the point's upright.
    func crossing(_ lines: some Sequence<Line>) -> [Line] {
      var found: [Line] = []
      for line in lines where line.start - touch <= x && line.end + touch >= x {
        found.append(line)
        if found.count == 4 { break }
      }
      return found
    }
    let bottoms = crossing(horizontals[Self.first(in: horizontals) { $0 > y }...])
    if bottoms.isEmpty { return nil }
    let tops = crossing(horizontals[..<Self.first(in: horizontals) { $0 >= y }].reversed())
    let lefts = verticals[..<Self.first(in: verticals) { $0 >= x }]
    let rights = verticals[Self.first(in: verticals) { $0 > x }...]
    var best: Box?
    for top in tops {
      for bottom in bottoms where bottom.position - top.position < 200 {
        if let best, best.y0 == top.position, best.y1 <= bottom.position { break }
        let height = bottom.position - top.position
        let closes = { (rule: Line) in
          coverage == 1
            ? rule.start <= top.position + touch && rule.end >= bottom.position - touch
            : min(rule.end, bottom.position) - max(rule.start, top.position) > height * coverage
        }
        // An outer side may be left open, or broken in print: there both lines end alike.
        let openLeft = abs(top.start - bottom.start) < Self.alike ? max(top.start, bottom.start) : nil
        let openRight = abs(top.end - bottom.end) < Self.alike ? min(top.end, bottom.end) : nil
        let drawnLeft = lefts.last(where: closes)?.position
        let drawnRight = rights.first(where: closes)?.position
        // An upright further out than where both lines end is another box's.
        let left = drawnLeft.flatMap { drawn in openLeft.map { drawn > $0 - touch } ?? true ? drawn : nil } ?? openLeft
        let right = drawnRight.flatMap { drawn in openRight.map { drawn < $0 + touch } ?? true ? drawn : nil } ?? openRight
        guard let left, let right, left == drawnLeft || right == drawnRight, left < x, right > x else { continue }
        // No line of another cell runs out through an open side.
        let isCrossed = { (side: Double) in
          horizontals[Self.first(in: horizontals) { $0 > top.position + 1 }...].prefix { $0.position < bottom.position - 1 }
            .contains { $0.start < side - Self.alike && $0.end > side + Self.alike }
        }
        if left != drawnLeft && isCrossed(left) || right != drawnRight && isCrossed(right) { continue }
        let spans = { (rule: Line) in rule.start <= left + touch && rule.end >= right - touch }
        guard spans(top), spans(bottom) else { continue }
        let box = Box(left, top.position, right, bottom.position)
        if box.area < best?.area ?? .infinity { best = box }
      }
    }
    return best
  }

  /// Every closed cell, found from just under each horizontal line, between the uprights that meet it.
  private func findCells() -> [Box] {
    var found: [Box] = []
    var seen: Set<[Int]> = []
    for top in horizontals {
      let meeting = verticals.filter {
        $0.start <= top.position + Self.touch && $0.end > top.position + 6 && $0.position >= top.start - Self.touch
          && $0.position <= top.end + Self.touch
      }.map(\.position).sorted()
      let stops = ([top.start] + meeting + [top.end]).reduce(into: [Double]()) { stops, x in
        if x - (stops.last ?? -.infinity) > 2 { stops.append(x) }
      }
      for (a, b) in zip(stops, stops.dropFirst()) where b - a > 5 {
        // Just under the line, in the middle and near both ends: a cell may lie under part of the stretch.
        for x in [(a + b) / 2, a + 3, b - 3] {
          if let last = found.last, last.y0 == top.position, last.contains(x: x, y: top.position + 3) { continue }
          guard let cell = cell(aroundX: x, y: top.position + 3), cell.width > 5, cell.height > 6 else { continue }
          let key = [cell.x0, cell.y0, cell.x1, cell.y1].map { Int(($0 / 2).rounded()) }
          if seen.insert(key).inserted { found.append(cell) }
        }
      }
    }
    return found
  }

  /// Lines that close no cell below or above them, to be written on.
  func writingLines(besides cells: [Box]) -> [Rule] {
    horizontals.map(\.rule).filter { rule in
      // A box drawn by its left and lower side alone stands open over a cell.
      let isFoot = verticals.contains {
        abs($0.position - rule.start) < Self.touch && $0.start < rule.position - 7 && $0.end > rule.position - Self.touch && $0.end < rule.position + Self.touch
      }
      // A small cell that stands under a long line does not take it away.
      return rule.length > 14
        && cells.reduce(0) { sum, cell in
          let isSide = abs(cell.y0 - rule.position) < 3 && !isFoot || abs(cell.y1 - rule.position) < 3
          return sum + (isSide ? max(0, min(cell.x1, rule.end) - max(cell.x0, rule.start)) : 0)
        } <= 0.4 * rule.length
    }
  }

  /// The lines that lie amid a box, away from its own sides.
  func lines(within box: Box) -> [Rule] {
    horizontals.map(\.rule).filter { rule in
      rule.length > 14 && rule.start > box.x0 - 1 && rule.end < box.x1 + 1 && rule.position > box.y0 + Self.touch && rule.position < box.y1 - Self.touch
    }
  }

  /// How far above a line one may write: up to the next line above it, at most `limit` points.
  func clearance(above rule: Rule, limit: Double) -> Double {
    let blocking = horizontals.filter { other in
      guard other.position < rule.position - 4, other.start < rule.end - 4, other.end > rule.start + 4 else { return false }
      // No two lines to write on lie so close: the one within the other's ends is the flourish of a signature.
      return rule.position - other.position > 8 || other.start < rule.start + 2 || other.end > rule.end - 2
    }.map { rule.position - $0.position }
    return min(limit, blocking.min() ?? limit)
  }
}
