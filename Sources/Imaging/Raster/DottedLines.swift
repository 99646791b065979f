/// Joins the parts of dotted lines where something is written on the dots: these go on under it at the distances they have beside it.
///
/// What is printed between two lines, a label, stands on no dots: its feet fall on half of the places where they would be.
struct DottedLines {
  /// The dots that stand free, and all the ink of the page.
  let dots, page: InkGrid

  /// Pixels by which the ends of two parts of one line may differ in height.
  private static let slack = 3
  /// Fewer steps may fall on ink by chance.
  private static let fewest = 5

  /// A part of a line, the middle of its first and last dot, the step from one dot to the next and the size of a dot, in pixels.
  private struct Part {
    var rule: Rule
    var first: Double
    let last, step: Double
    let width, height: Int

    var dots: Rule.Dots? { step > 1 ? Rule.Dots(middle: last, step: step, width: width, height: height) : nil }
  }

  /// The lines, each as long as its dots go on.
  func joined(_ rules: [Rule]) -> [Rule] {
    var lines: [Part] = []
    for next in rules.sorted(by: { $0.x0 < $1.x0 }).map(part) {
      let before = lines.indices.filter { goesOn(lines[$0], to: next) }.max { lines[$0].last < lines[$1].last }
      guard let before else {
        lines.append(next)
        continue
      }
      let (line, rule, first) = (lines[before].rule, next.rule, lines[before].first)
      lines[before] = next
      lines[before].first = first
      lines[before].rule = Rule(.horizontal, x0: line.x0, y0: line.y0, x1: rule.x1, y1: rule.y1, thickness: line.thickness, isDotted: true)
    }
    return distinct(lines.map(whole))
  }

  /// Parts that go on into each other are one line.
  private func distinct(_ rules: [Rule]) -> [Rule] {
    var lines: [Rule] = []
    for next in rules.sorted(by: { $0.x0 < $1.x0 }) {
      let same = lines.firstIndex { $0.x1 > next.x0 && abs($0.y(at: next.x0) - Double(next.y0)) <= Double(Self.slack) }
      guard let same else {
        lines.append(next)
        continue
      }
      let line = lines[same]
      let last = line.x1 > next.x1 ? line : next
      lines[same] = Rule(
        .horizontal, x0: line.x0, y0: line.y0, x1: last.x1, y1: last.y1, thickness: line.thickness, isDotted: true, dots: line.dots ?? next.dots)
    }
    return lines
  }

  private func part(_ rule: Rule) -> Part {
    var runs: [ClosedRange<Int>] = []
    var start: Int?
    for x in rule.x0...rule.x1 + 1 {
      let isInk = x <= rule.x1 && (-1...1).contains { dots[x, Int(rule.y(at: x).rounded()) + $0] }
      if isInk { start = start ?? x } else if let from = start { (runs, start) = (runs + [from...x - 1], nil) }
    }
    let middles = runs.map { Double($0.lowerBound + $0.upperBound) / 2 }
    guard let first = middles.first, let last = middles.last, last > first else {
      return Part(rule: rule, first: 0, last: 0, step: 0, width: 0, height: 0)
    }
    let steps = zip(middles.dropFirst(), middles).map(-).sorted()
    let usual = steps[steps.count / 2]
    let heights = middles.map { middle in
      let x = Int(middle)
      let y = Int(rule.y(at: x).rounded())
      let row = [y, y - 1, y + 1].first { dots[x, $0] } ?? y
      return dots.verticalRun(x: x, y: row, reach: 12).count
    }.sorted()
    let widths = runs.map(\.count).sorted()
    // The mean of many steps is true to a fraction of a pixel; here and there a dot was not found. A mean of a few tells how many many are.
    let step = middles.dropFirst().reduce(usual) { step, middle in (middle - first) / max(((middle - first) / step).rounded(), 1) }
    return Part(
      rule: rule, first: first, last: last, step: step, width: widths[widths.count / 2], height: heights[heights.count / 2])
  }

  /// A line with the dots before its first part and after its last under which something is written, as far as the outermost that stands free.
  private func whole(_ line: Part) -> Rule {
    let rule = line.rule
    guard let row = line.dots else { return rule }
    func isInk(_ grid: InkGrid, _ x: Double) -> Bool {
      let (x, y) = (Int(x.rounded()), Int(rule.y(at: Int(x.rounded())).rounded()))
      return (-1...1).contains { across in (-1...1).contains { grid[x + across, y + $0] } }
    }
    func outermost(_ last: Double, _ step: Double) -> Int? {
      let others = sequence(first: last + step) { $0 + step }.prefix { isInk(page, $0) }
      return others.last { isInk(dots, $0) }.map { Int($0.rounded()) }
    }
    let (x0, x1) = (outermost(line.first, -line.step), outermost(line.last, line.step))
    return Rule(
      .horizontal, x0: x0.map { $0 - row.width / 2 } ?? rule.x0, y0: rule.y0, x1: x1.map { $0 + row.width / 2 } ?? rule.x1, y1: rule.y1,
      thickness: rule.thickness, isDotted: true, dots: row)
  }

  /// Whether the dots of one part go on at the same distances to those of another.
  private func goesOn(_ line: Part, to next: Part) -> Bool {
    let gap = next.first - line.last
    guard line.step > 1, gap > 0, abs(line.rule.y1 - next.rule.y0) <= Self.slack, abs(line.step - next.step) <= line.step * 0.05 else { return false }
    let count = Int((gap / line.step).rounded())
    guard count >= Self.fewest, abs(gap / Double(count) - line.step) <= line.step * 0.05 else { return false }
    let seen = (1..<count).count { number in
      let x = Int((line.last + gap * Double(number) / Double(count)).rounded())
      let y = line.rule.y1 + (next.rule.y0 - line.rule.y1) * number / count
      return (-1...1).contains { across in (-1...1).contains { page[x + across, y + $0] } }
    }
    return seen * 20 >= (count - 1) * 19
  }
}
