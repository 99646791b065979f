import Imaging

/// Joins the words of a line set in a typewriter's even steps, whose spaces are as wide as a letter and its margins: wider than what parts the columns of
/// a form set otherwise.
struct EvenSpacing {
  /// Commas, points and hyphens of the page, which take a step each.
  let marks: [PixelBox]

  /// The pieces of text, those joined that stand one space apart.
  func joined(_ parts: [Segment]) -> [Segment] {
    guard parts.count <= Self.most else { return parts }
    var lines = parts.map(Line.init).sorted { $0.start < $1.start }
    var isDone = false
    while !isDone {
      isDone = true
      var kept: [Line] = []
      for next in lines {
        guard let index = kept.lastIndex(where: { follows(next, $0) }) else {
          kept.append(next)
          continue
        }
        kept[index].add(next)
        isDone = false
      }
      lines = kept
    }
    return lines.map(\.segment)
  }

  /// A piece of text with its letters from the left and the step between them, nil where it has no even one.
  private struct Line {
    private(set) var segment: Segment
    private(set) var letters: [PixelBox]
    private(set) var step: Double?
    /// The height of its letters.
    let height: Int

    var start: Int { letters[0].x }

    init(_ segment: Segment) {
      self.segment = segment
      letters = segment.letters.sorted { $0.x < $1.x }
      height = letters.map(\.height).sorted()[letters.count / 2]
      let steps = zip(letters.dropFirst(), letters).map { $0.middle - $1.middle }.sorted()
      guard steps.count >= EvenSpacing.fewest else { return }
      let usual = steps[steps.count / 2]
      // A typewriter's letters take more room than they fill.
      guard usual > Double(height) * 0.6 else { return }
      let middles = letters.flatMap { $0.middles(step: usual) }
      // An apostrophe takes a step without a letter.
      let even = zip(middles.dropFirst(), middles).map(-).count { step in
        [1, 2].contains { abs(step - usual * $0) < usual * EvenSpacing.tolerance }
      }
      if even * 5 >= (middles.count - 1) * 4 { step = usual }
    }

    mutating func add(_ other: Line) {
      for piece in other.segment.pieces { segment.add(piece, isLetter: other.segment.letters.contains(piece)) }
      letters += other.letters
      step = step ?? other.step
    }
  }

  /// No page of print has so many pieces of text; each is compared with the others.
  private static let most = 4_000
  /// The share of a step by which a letter may stand beside its place: an i or an l stands to one side.
  private static let tolerance = 0.2
  /// Steps that show that they are even.
  private static let fewest = 3

  private func follows(_ next: Line, _ line: Line) -> Bool {
    guard let step = line.step ?? next.step, let last = line.letters.last, let first = next.letters.first, first.x > last.x else { return false }
    if let one = line.step, let other = next.step, abs(one - other) > step * 0.08 { return false }
    let (a, b) = (line.segment.box, next.segment.box)
    guard (min(a.maxY, b.maxY) - max(a.y, b.y)) * 2 >= min(a.height, b.height), max(line.height, next.height) * 2 <= min(line.height, next.height) * 3 else {
      return false
    }
    let steps = (first.middles(step: step)[0] - last.middles(step: step).last!) / step
    if abs(steps - 2) < Self.tolerance * 1.5 { return true }
    return abs(steps - 3) < Self.tolerance * 1.5
      && marks.contains { $0.x >= a.maxX && $0.maxX <= b.x && $0.y > a.y && $0.y < a.maxY + a.height / 3 }
  }
}

extension PixelBox {
  fileprivate var middle: Double { Double(x) + Double(width) / 2 }

  /// The middles of the letters in a piece of ink: those that touch make one of two steps.
  fileprivate func middles(step: Double) -> [Double] {
    let count = max(1, Int(Double(width) / step + 0.4))
    let share = Double(width) / Double(count)
    return (0..<count).map { Double(x) + share * (Double($0) + 0.5) }
  }
}
