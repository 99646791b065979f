import Forms

/// The ruling lines of a page, asked for the cells and writing lines they make.
struct CellGrid {
  private let horizontals: [Rule]
  private let verticals: [Rule]
  private let bounds: Box

  /// Lines that meet within this many points are taken to touch.
  private static let touch = 2.5

  init(_ page: PageContent) {
    horizontals = Self.joined(page.rules.filter(\.isHorizontal))
    verticals = Self.joined(page.rules.filter { !$0.isHorizontal })
    bounds = page.bounds
  }

  /// Joins lines drawn in pieces: neighbours on one axis that touch or overlap.
  private static func joined(_ rules: [Rule]) -> [Rule] {
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

  /// The smallest box closed by lines on all four sides around a point; nil in the open.
  func cell(aroundX x: Double, y: Double) -> Box? {
    let touch = Self.touch
    guard
      let top = horizontals.filter({ $0.position < y && $0.start - touch <= x && $0.end + touch >= x })
        .max(by: { $0.position < $1.position }),
      let bottom = horizontals.filter({ $0.position > y && $0.start - touch <= x && $0.end + touch >= x })
        .min(by: { $0.position < $1.position }),
      let left = verticals.filter({ $0.position < x && $0.start - touch <= y && $0.end + touch >= y })
        .max(by: { $0.position < $1.position }),
      let right = verticals.filter({ $0.position > x && $0.start - touch <= y && $0.end + touch >= y })
        .min(by: { $0.position < $1.position })
    else { return nil }
    let box = Box(left.position, top.position, right.position, bottom.position)
    // A side that stops halfway (a comb's tooth) does not close a cell.
    let spans = { (r: Rule, a: Double, b: Double) in r.start <= a + touch && r.end >= b - touch }
    guard spans(left, box.y0, box.y1), spans(right, box.y0, box.y1) else {
      return cellWithoutTeeth(x, y, top: top, bottom: bottom)
    }
    return box
  }

  /// The cell between two given lines, passing over the uprights that do not reach from one to the other.
  private func cellWithoutTeeth(_ x: Double, _ y: Double, top: Rule, bottom: Rule) -> Box? {
    let touch = Self.touch
    let full = verticals.filter { $0.start <= top.position + touch && $0.end >= bottom.position - touch }
    guard let left = full.filter({ $0.position < x }).max(by: { $0.position < $1.position }),
      let right = full.filter({ $0.position > x }).min(by: { $0.position < $1.position })
    else { return nil }
    return Box(left.position, top.position, right.position, bottom.position)
  }

  /// Every closed cell, found from just under each horizontal line, between the uprights that meet it.
  func cells() -> [Box] {
    var found: [Box] = []
    var seen: Set<[Int]> = []
    for top in horizontals {
      let meeting = verticals.filter {
        $0.start <= top.position + Self.touch && $0.end > top.position + 6 && $0.position >= top.start - Self.touch
          && $0.position <= top.end + Self.touch
      }.map(\.position).sorted()
      for (a, b) in zip(meeting, meeting.dropFirst()) where b - a > 5 {
        // Just under the line, in the middle and near both ends: a cell may lie under part of the stretch.
        for x in [(a + b) / 2, a + 3, b - 3] {
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
    horizontals.filter { rule in
      rule.length > 14
        && !cells.contains {
          (abs($0.y0 - rule.position) < 3 || abs($0.y1 - rule.position) < 3)
            && min($0.x1, rule.end) - max($0.x0, rule.start) > 0.4 * min($0.width, rule.length)
        }
    }
  }

  /// How far above a line one may write: up to the next line above it, at most `limit` points.
  func clearance(above rule: Rule, limit: Double) -> Double {
    let blocking = horizontals.filter {
      $0.position < rule.position - 4 && $0.start < rule.end - 4 && $0.end > rule.start + 4
    }.map { rule.position - $0.position }
    return min(limit, blocking.min() ?? limit)
  }
}
