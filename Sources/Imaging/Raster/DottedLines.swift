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

  /// A part of a line, the middle of its first and last dot and the step from one dot to the next, in pixels.
  private struct Part {
    var rule: Rule
    let first, last, step: Double
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
      let (line, rule) = (lines[before].rule, next.rule)
      lines[before] = next
      lines[before].rule = Rule(.horizontal, x0: line.x0, y0: line.y0, x1: rule.x1, y1: rule.y1, thickness: line.thickness, isDotted: true)
    }
    return lines.map(\.rule)
  }

  private func part(_ rule: Rule) -> Part {
    var middles: [Double] = []
    var start: Int?
    for x in rule.x0...rule.x1 + 1 {
      let isInk = x <= rule.x1 && (-1...1).contains { dots[x, Int(rule.y(at: x).rounded()) + $0] }
      if isInk { start = start ?? x } else if let from = start { (middles, start) = (middles + [Double(from + x - 1) / 2], nil) }
    }
    guard let first = middles.first, let last = middles.last, last > first else { return Part(rule: rule, first: 0, last: 0, step: 0) }
    let steps = zip(middles.dropFirst(), middles).map(-).sorted()
    let usual = steps[steps.count / 2]
    // The mean of many steps is true to a fraction of a pixel; here and there a dot was not found.
    return Part(rule: rule, first: first, last: last, step: (last - first) / ((last - first) / usual).rounded())
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
