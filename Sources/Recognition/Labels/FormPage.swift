import Forms

/// A page of a form with its printed texts found.
struct FormPage {
  let content: PageContent
  let lines: Lines
  let found: [Occurrence]
  let grid: CellGrid
  /// The captions « ANNÉE MOIS JOUR » of its dates.
  let captions: [DateCaptions]

  init(_ content: PageContent, _ finder: LabelFinder) {
    self.content = content
    captions = DateCaptions.all(on: content)
    lines = Lines(content.words, rules: content.rules)
    var found = finder.occurrences(in: content.words, lines, tolerant: content.isScan)
    let labels = Set(found.flatMap(\.roles).filter { if case .label = $0 { true } else { false } })
    // A text layer with a damaged character map spells some labels wrong: a page that has some and lacks many is searched again.
    if !content.isScan, (6..<34).contains(labels.count), content.words.count > 60,
      !found.contains(where: { $0.roles.contains(.heading("s5")) })
    {
      found = finder.occurrences(in: content.words, lines, tolerant: true)
    }
    self.found = found
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
