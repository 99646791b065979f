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

  /// The box of the part of an occurrence that stands on its first line.
  func firstLine(_ occurrence: Occurrence) -> Box {
    let line = lines.lineOfSegment[lines.place[occurrence.words[0]].segment]
    return occurrence.words.filter { lines.lineOfSegment[lines.place[$0].segment] == line }
      .map { content.words[$0].box }.reduce(content.words[occurrence.words[0]].box) { $0.union($1) }
  }

  /// Whether a proof of the form's identity stands on the page.
  var identities: Set<Int> {
    Set(found.flatMap(\.roles).compactMap { if case .identity(let rank) = $0 { rank } else { nil } })
  }
}
