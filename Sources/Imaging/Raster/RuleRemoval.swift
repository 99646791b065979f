import CLeptonica

extension Bitmap {
  /// Erases rules and leaves what is written across them or upon them.
  ///
  /// A column of a rule is erased only where the ink is no taller than the rule. Where a stroke goes on above and
  /// below, the rule's part of it stays whole; where it goes on at one side, the half at that side stays. Nothing
  /// beyond a pixel of the given rules is touched, so dots, hyphens and accents beside them are safe.
  /// `ink` is the page's bilevel form; answered are the page and its bilevel form, both without the rules.
  package func removing(_ rules: [Rule], ink: Bitmap) throws -> (page: Bitmap, ink: Bitmap) {
    guard ink.bounds == bounds, ink.depth == .bilevel else { throw ImagingError.misfit("rules of a page of another size") }
    var mask = try Self.erasable(ink, rules.filter { $0.direction == .horizontal })
    let vertical = rules.filter { $0.direction == .vertical }
    if !vertical.isEmpty {
      let turned = try ink.turned(.right)
      let part = try Self.erasable(turned, vertical.map { $0.turned(height: height) })
      try mask.add(part.turned(.left))
    }
    let rest = try unsafe mask.store.lend { mask in try unsafe ink.making("take out rules") { unsafe pixSubtract(nil, $0, mask) } }
    if depth == .bilevel { return (rest, rest) }
    // The pale edge of a rule goes with it, but not the pale edge of what stays.
    let wide = try unsafe mask.making("widen") { unsafe pixDilateBrick(nil, $0, 3, 3) }
    let kept = try unsafe rest.making("keep") { unsafe pixDilateBrick(nil, $0, 3, 3) }
    unsafe kept.store.lend { kept in
      unsafe wide.store.lend { wide in
        _ = unsafe pixSubtract(wide, wide, kept)
      }
    }
    try mask.add(wide)
    var page = try grey()
    let paper = UInt32(page.histogram().paper)
    try page.own()
    unsafe mask.store.lend { mask in
      unsafe page.store.lend { _ = unsafe pixSetMasked($0, mask, paper) }
    }
    return (page, rest)
  }

  private mutating func add(_ other: Bitmap) throws {
    try own()
    unsafe other.store.lend { other in unsafe store.lend { _ = unsafe pixOr($0, $0, other) } }
  }

  /// Marks the pixels of horizontal rules that belong to nothing else.
  private static func erasable(_ ink: Bitmap, _ rules: [Rule]) throws -> Bitmap {
    let grid = try InkGrid(ink)
    var mask = try Bitmap(width: ink.width, height: ink.height, depth: .bilevel)
    var boxes: [PixelBox] = []
    for rule in rules {
      let half = Double(rule.thickness) / 2
      let slack = max(rule.thickness / 3, 1)
      for x in max(rule.x0 - 1, 0)...max(min(rule.x1 + 1, ink.width - 1), 0) where rule.dots?.cover(x) ?? true {
        let middle = rule.y(at: x)
        // Where the rule's own ink lies in this column: it may waver by a pixel or two.
        let near = (-rule.thickness / 2 - 2...rule.thickness / 2 + 2)
          .map { Int(middle.rounded()) + $0 }.filter { grid[x, $0] }
        guard let start = near.min(by: { abs(Double($0) - middle) < abs(Double($1) - middle) }) else { continue }
        let run = grid.verticalRun(x: x, y: start, reach: rule.thickness + 8)
        let (top, bottom) = (Int((middle - half).rounded(.down)) - slack, Int((middle + half).rounded(.up)) + slack)
        let (above, below) = (run.lowerBound < top, run.upperBound > bottom)
        if above && below { continue }
        let from = above ? Int(middle.rounded(.up)) : run.lowerBound
        let to = below ? Int(middle.rounded(.down)) : run.upperBound
        if from <= to { boxes.append(PixelBox(x: x, y: from, width: 1, height: to - from + 1)) }
      }
      boxes += undersides(of: rule, grid)
    }
    try mask.paintBlack(boxes)
    return mask
  }

  /// What hangs of a rule's dots from the letters that stand on them: a letter ends at a dot where it ends beside it.
  private static func undersides(of rule: Rule, _ grid: InkGrid) -> [PixelBox] {
    guard let dots = rule.dots, dots.width <= dots.height * 2 else { return [] }
    return dots.middles(from: rule.x0, to: rule.x1).flatMap { middle in
      let (left, right) = (Int(middle.rounded()) - dots.width / 2 - 1, Int(middle.rounded()) + dots.width / 2 + 1)
      let y = Int(rule.y(at: Int(middle)).rounded())
      let zone = y - dots.height / 2 - 1...y + dots.height / 2 + 1
      let ends = [left - 1, right + 1].compactMap { x in zone.last { grid[x, $0] } }
      let top = max(zone.lowerBound, (ends.max() ?? 0) + 1)
      return (left...right).compactMap { x -> PixelBox? in
        guard top <= zone.upperBound, !grid[x, zone.upperBound + 1] else { return nil }
        return PixelBox(x: x, y: top, width: 1, height: zone.upperBound - top + 1)
      }
    }
  }
}
