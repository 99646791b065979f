import Forms

/// A page of a form with its printed texts found.
struct FormPage {
  var content: PageContent
  let lines: Lines
  let found: [Occurrence]
  let grid: CellGrid

  init(_ content: PageContent, _ finder: LabelFinder) {
    self.content = content
    lines = Lines(content.words, rules: content.rules)
    found = finder.occurrences(in: content.words, lines, isScan: content.isScan)
    grid = CellGrid(content)
  }

  /// The boxes of an occurrence's lines, from its first.
  func lineBoxes(_ occurrence: Occurrence) -> [Box] {
    var boxes: [Box] = []
    var current: Int?
    for word in occurrence.words {
      let line = lines.lineOfSegment[lines.place[word].segment]
      if line == current {
        boxes[boxes.count - 1] = boxes[boxes.count - 1].union(content.words[word].box)
      } else {
        boxes.append(content.words[word].box)
        current = line
      }
    }
    return boxes
  }

  /// Whether a proof of the form's identity stands on the page.
  var identities: Set<Int> {
    Set(found.flatMap(\.roles).compactMap { if case .identity(let rank) = $0 { rank } else { nil } })
  }
}
