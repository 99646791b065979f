import Forms

/// Where each section of the form lies: under its heading, as far as the next.
struct SectionMap {
  struct Heading {
    var section: String
    var page: Int
    var box: Box
    var words: [Int]
    /// Whether its own number stands before it, as it does nowhere but at the section's head.
    var isNumbered: Bool
    /// Whether the labels under it show that it must stand there, while it was not found itself.
    var isInferred = false
  }

  let headings: [Heading]
  /// The section that goes on at the top of a page, by page number: the last of the pages before it.
  private let carried: [Int: String]

  /// Chooses one heading for each section among the occurrences of the form's pages.
  ///
  /// The directives repeat some headings as plain words: a heading that bears its number wins, then the larger type, then the
  /// one that stands alone on the page with most headings.
  init(_ definition: FormDefinition, pages: [(content: PageContent, lines: Lines, found: [Occurrence])]) {
    var chosen: [Heading] = []
    for section in definition.sections where !section.headings.isEmpty {
      var best: (score: Double, heading: Heading)?
      for (rank, page) in pages.enumerated() {
        for occurrence in page.found where occurrence.roles.contains(.heading(section.id)) {
          let words = page.content.words
          let first = words[occurrence.words[0]]
          var score = first.size / 4 - occurrence.error * 4
          score += (section.side == .front) == (rank == 0) ? 2 : 0
          let number = Self.number(before: occurrence, page.content)
          let isNumbered = number?.digits == section.number
          score += isNumbered ? 8 : 0
          let place = page.lines.place[occurrence.words[0]]
          if place.rank > 1 { score -= 3 }
          if best == nil || score > best!.score {
            best = (
              score,
              Heading(
                section: section.id, page: page.content.number, box: occurrence.box,
                words: (isNumbered ? [number!.word] : []) + occurrence.words, isNumbered: isNumbered)
            )
          }
        }
      }
      if let best { chosen.append(best.heading) }
    }
    chosen += Self.lost(besides: chosen, definition, pages)
    headings = chosen
    var (carried, last): ([Int: String], String?) = ([:], nil)
    for page in pages {
      carried[page.content.number] = last
      let here = chosen.filter { $0.page == page.content.number }
      last = here.max { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }?.section ?? last
    }
    self.carried = carried
  }

  /// Headings that were not found, where the labels under them show that they must stand: those of one section alone, or those that the
  /// section before has already had.
  private static func lost(
    besides found: [Heading], _ definition: FormDefinition, _ pages: [(content: PageContent, lines: Lines, found: [Occurrence])]
  ) -> [Heading] {
    let sections = definition.sections.filter { $0.side == .front && !$0.headings.isEmpty }
    var known = found
    for (before, section) in zip(sections, sections.dropFirst()) where !known.contains(where: { $0.section == section.id }) {
      guard let start = known.first(where: { $0.section == before.id }), let page = pages.first(where: { $0.content.number == start.page })
      else { continue }
      var seen: Set<Set<FieldID>> = []
      var (own, again): ([Box], [Box]) = ([], [])
      for occurrence in page.found.sorted(by: { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }) where occurrence.box.y0 > start.box.y0 {
        // A label begins a piece of text; the words of a paragraph do not.
        guard page.lines.place[occurrence.words[0]].rank == 0 else { continue }
        let fields = Set(occurrence.roles.compactMap { if case .label(let id) = $0 { id } else { nil } })
        let names = Set(fields.map(\.section))
        if names == [section.id] { own.append(occurrence.box) }
        if names.isSuperset(of: [before.id, section.id]), !seen.insert(fields).inserted { again.append(occurrence.box) }
      }
      // One label may be a stray word; four are a section's.
      let witnesses = own.count >= 2 ? own : again.count >= 4 ? again : []
      guard let first = witnesses.min(by: { $0.y0 < $1.y0 }) else { continue }
      let box = Box(first.x0, first.y0 - 2, first.x1, first.y0 - 1)
      known.append(Heading(section: section.id, page: start.page, box: box, words: [], isNumbered: false, isInferred: true))
    }
    return Array(known.dropFirst(found.count))
  }

  /// The digits of the word just before an occurrence, on its line, dashes between them aside.
  private static func number(before occurrence: Occurrence, _ page: PageContent) -> (digits: String, word: Int)? {
    let first = page.words[occurrence.words[0]].box
    let candidates = page.words.indices.filter { index in
      let box = page.words[index].box
      return box.x1 <= first.x0 + 1 && first.x0 - box.x1 < 45 && abs(box.midY - first.midY) < first.height * 0.8
        && page.words[index].text.contains { $0.isLetter || $0.isNumber }
    }
    guard let nearest = candidates.max(by: { page.words[$0].box.x1 < page.words[$1].box.x1 }) else { return nil }
    let digits = page.words[nearest].text.filter(\.isNumber)
    return digits.isEmpty ? nil : (String(digits.suffix(1)), nearest)
  }

  /// The section a place lies in; above the first heading of a page, the one that the page before ended with, nil on the first.
  func section(of box: Box, page: Int) -> String? {
    let above = headings.filter { $0.page == page && $0.box.y0 - 4 <= box.midY }
    // Headings side by side make columns: each owns what stands under it, up to the next to its right.
    let candidates = above.filter { heading in
      let row = headings.filter {
        $0.page == page && $0.section != heading.section && abs($0.box.y0 - heading.box.y0) < 10
      }
      if row.contains(where: { $0.box.x0 > heading.box.x1 && $0.box.x0 - 12 <= box.midX }) { return false }
      return !row.contains { $0.box.x1 < heading.box.x0 } || heading.box.x0 - 12 <= box.midX
    }
    return candidates.max { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }?.section ?? (above.isEmpty ? carried[page] : nil)
  }
}
