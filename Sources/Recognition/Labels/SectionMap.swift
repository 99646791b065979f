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
    /// Whether it was not found itself, and the labels under it leave in doubt where it stands.
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
          // A word misread is no heading where the heading itself is read well, whatever stands around that word.
          var score = first.size / 4 - occurrence.error * 16
          score += (section.side == .front) == (rank == 0) ? 2 : 0
          let number = Self.number(before: occurrence, page.content)
          let isNumbered = number?.digits == section.number
          score += isNumbered ? 8 : 0
          let place = page.lines.place[occurrence.words[0]]
          if place.rank > 1 { score -= 3 }
          // « Section 2 – » may stand before a heading; what stands deeper in a line is a word of a sentence.
          if place.rank > 3 { continue }
          // A word of the directives heads few labels, nor does its page go on to a page that has them. Those of a section that shares its
          // labels with another are half of a page's.
          let most = pages.map { Self.labels(of: section.id, under: nil, $0) }.max() ?? 0
          let own = pages.suffix(from: rank + 1).reduce(Self.labels(of: section.id, under: occurrence.box, page)) {
            $0 + Self.labels(of: section.id, under: nil, $1)
          }
          if !isNumbered, most >= 4, own < 2 || own * 3 < most { continue }
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
    chosen = chosen.map { heading in Self.raised(heading, among: chosen, pages.first { $0.content.number == heading.page }!) }
    let rows = Self.rows(definition.sections.filter { !$0.headings.isEmpty }.map(\.id), pages)
    chosen = chosen.map { Self.raised($0, over: rows, among: chosen) }
    chosen += Self.lost(besides: chosen, definition, pages) + Self.lists(besides: chosen, definition, pages)
    headings = chosen
    var (carried, last): ([Int: String], String?) = ([:], nil)
    for page in pages {
      carried[page.content.number] = last
      let here = chosen.filter { $0.page == page.content.number }
      last = here.max { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }?.section ?? last
    }
    self.carried = carried
  }

  /// A heading in the margin, which stands lower than its section begins: that goes as high as the panel beside it, in which its
  /// labels stand and above it no other heading.
  private static func raised(
    _ heading: Heading, among others: [Heading], _ page: (content: PageContent, lines: Lines, found: [Occurrence])
  ) -> Heading {
    let own = heading.box
    let panels = page.content.frames.filter { panel in
      guard panel.y0 < own.y0, panel.y1 > own.y1, panel.height > own.height * 1.2 else { return false }
      let isBeside = panel.x0 > own.x1 - 2 && panel.x0 - own.x1 < marginWidth
      let labels = page.found.count { occurrence in
        page.lines.place[occurrence.words[0]].rank == 0 && occurrence.box.share(in: panel) > 0.8
          && occurrence.roles.contains { if case .label(let id) = $0 { id.section == heading.section } else { false } }
      }
      return isBeside && labels >= 2
        && !others.contains { $0.section != heading.section && $0.page == heading.page && $0.box.y0 >= panel.y0 && $0.box.y0 < own.y0 }
    }
    var raised = heading
    if let panel = panels.min(by: { $0.area < $1.area }) { raised.box.y0 = panel.y0 }
    let labels = page.found.filter { occurrence in
      page.lines.place[occurrence.words[0]].rank == 0
        && occurrence.roles.contains { if case .label(let id) = $0 { id.section == heading.section } else { false } }
    }.map(\.box)
    // Its own panel, or its number over it, in a margin that no label of the section stands in.
    let (digits, margin) = (Set("0123456789.)"), labels.filter { $0.y0 > own.y0 - own.height * 4 }.map(\.x0).min() ?? 0)
    guard own.x1 < margin else { return raised }
    let bands = page.content.frames.filter { band in
      own.share(in: band) > 0.8 && band.height > own.height * 3 && band.x1 < margin + 2
        && !others.contains { $0.section != heading.section && $0.page == heading.page && $0.box.share(in: band) > 0.5 }
    }
    let numbers = page.content.words.filter { word in
      word.text.count <= 2 && word.text.first?.isNumber == true && word.text.allSatisfy(digits.contains) && word.box.midX > own.x0 - 12
        && word.box.midX < own.x1 && word.box.midY < own.y0 && own.y0 - word.box.y1 < max(own.height, word.box.height) * 0.8
    }
    for box in bands + numbers.map(\.box) { raised.box.y0 = min(raised.box.y0, box.y0) }
    return raised
  }

  /// A heading in the margin, left of all labels of its section, which stands lower than the first of them: they are the section's
  /// from the one next above the heading as far as the last of another section, or another heading.
  private static func raised(_ heading: Heading, over rows: [Row], among others: [Heading]) -> Heading {
    let own = heading.box
    let here = rows.filter { $0.number == heading.page }
    guard here.allSatisfy({ $0.section != heading.section || $0.box.x0 > own.x1 }) else { return heading }
    let above = here.filter { $0.box.midY < own.y0 }.sorted { ($0.box.midY, $0.box.x0) > ($1.box.midY, $1.box.x0) }
    let last = others.filter { $0.page == heading.page && $0.section != heading.section && $0.box.y0 < own.y0 }.map(\.box.y1).max() ?? 0
    // A label that an earlier section might have had, and had not, goes with those on its line: with most of them.
    let led = above.prefix { row in
      let line = here.filter { abs($0.box.midY - row.box.midY) < row.box.height / 2 }
      let own = line.count { $0.section == heading.section && $0.isTold }
      return row.sections.contains(heading.section) && own * 2 > line.count && row.box.midY > last
    }
    guard let top = led.map(\.box.y0).min() else { return heading }
    var raised = heading
    raised.box.y0 = top - 1
    return raised
  }

  /// Points from a heading in the margin to the panel of its section.
  private static let marginWidth = 80.0

  /// How many pieces of text that begin with a label of a section stand under a heading; anywhere on the page without one.
  private static func labels(
    of section: String, under heading: Box?, _ page: (content: PageContent, lines: Lines, found: [Occurrence])
  ) -> Int {
    page.found.count { occurrence in
      page.lines.place[occurrence.words[0]].rank == 0 && heading.map { occurrence.box.midY > $0.y0 && occurrence.box != $0 } ?? true
        && occurrence.roles.contains { if case .label(let id) = $0 { id.section == section } else { false } }
    }
  }

  /// A label that begins a piece of text, as the words of a paragraph do not, and the section it is taken for.
  private struct Row {
    let fields: Set<FieldID>
    let (page, number): (Int, Int)
    let box: Box
    let section: String
    /// The sections that have this label, and whether it stands no more often than they have it: else which is whose is open.
    let sections: [String]
    var isTold = true

    var isOwn: Bool { sections.count == 1 }

    func isBefore(_ other: Row) -> Bool { (page, box.y0, box.x0) < (other.page, other.box.y0, other.box.x0) }
    func isUnder(_ heading: Heading) -> Bool { (number, box.midY) > (heading.page, heading.box.y0) }
  }

  /// The labels of the front in reading order. One that several sections share is the first section's where it stands first, the
  /// second's where it stands again.
  private static func rows(
    _ sections: [String], _ pages: [(content: PageContent, lines: Lines, found: [Occurrence])]
  ) -> [Row] {
    var times: [Set<FieldID>: Int] = [:]
    var rows: [Row] = []
    for (rank, page) in pages.enumerated() {
      for occurrence in page.found.sorted(by: { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }) {
        let fields = Set(occurrence.roles.compactMap { if case .label(let id) = $0 { id } else { nil } })
        let names = sections.filter { section in fields.contains { $0.section == section } }
        guard !names.isEmpty, page.lines.place[occurrence.words[0]].rank == 0 else { continue }
        let time = times[fields, default: 0]
        times[fields] = time + 1
        rows.append(
          Row(fields: fields, page: rank, number: page.content.number, box: occurrence.box, section: names[min(time, names.count - 1)], sections: names))
      }
    }
    return rows.map { row in
      var row = row
      row.isTold = row.isOwn || times[row.fields, default: 0] <= row.sections.count
      return row
    }
  }

  /// Headings that were not found, where the labels under them show that they must stand: those of one section alone, or those that the
  /// section before has already had.
  ///
  /// Where it has two labels of its own, and each such label of it and its neighbours stands in its section so far, a heading is as good as found.
  private static func lost(
    besides found: [Heading], _ definition: FormDefinition, _ pages: [(content: PageContent, lines: Lines, found: [Occurrence])]
  ) -> [Heading] {
    let sections = definition.sections.filter { $0.side == .front && !$0.headings.isEmpty }.map(\.id)
    let missing = sections.filter { section in !found.contains { $0.section == section } }
    if missing.isEmpty { return [] }
    let rows = rows(sections, pages)
    var known = found
    for section in missing {
      let rank = sections.firstIndex(of: section)!
      let before = known.filter { sections[..<rank].contains($0.section) }
      // A page that goes on with a section has labels as well, and none of the sections before.
      guard rank == 0 || !before.isEmpty else { continue }
      let after = known.filter { sections[(rank + 1)...].contains($0.section) }
      let here = rows.filter { row in
        row.section == section && before.allSatisfy { row.isUnder($0) } && !after.contains { row.isUnder($0) }
      }
      // One label may be a stray word; four are a section's.
      guard let first = here.min(by: { $0.isBefore($1) }), here.count(where: \.isOwn) >= 2 || here.count >= 4 else { continue }
      let box = Box(first.box.x0, first.box.y0 - 2, first.box.x1, first.box.y0 - 1)
      known.append(Heading(section: section, page: first.number, box: box, words: [], isNumbered: false, isInferred: true))
    }
    /// Whether the labels that no other section has stand between a section's heading and the next.
    func holdsItsOwn(_ section: String) -> Bool {
      guard let heading = known.first(where: { $0.section == section }) else { return false }
      let next = sections.drop { $0 != section }.dropFirst().first.flatMap { next in known.first { $0.section == next } }
      return rows.filter { $0.section == section && $0.isOwn }.allSatisfy { row in row.isUnder(heading) && next.map { !row.isUnder($0) } ?? true }
    }
    return known.dropFirst(found.count).map { heading in
      var heading = heading
      let rank = sections.firstIndex(of: heading.section)!
      let own = rows.count { $0.section == heading.section && $0.isOwn }
      heading.isInferred = own < 2 || !sections[max(rank - 1, 0)...min(rank + 1, sections.count - 1)].allSatisfy(holdsItsOwn)
      return heading
    }
  }

  /// Headings of the back that were not found, over the heads of a table's columns: one label that no other section has, again and again in a row.
  private static func lists(
    besides found: [Heading], _ definition: FormDefinition, _ pages: [(content: PageContent, lines: Lines, found: [Occurrence])]
  ) -> [Heading] {
    definition.sections.filter { section in section.side == .back && !found.contains { $0.section == section.id } }.compactMap { section in
      for page in pages {
        let heads = page.found.filter { occurrence in
          page.lines.place[occurrence.words[0]].rank == 0
            && occurrence.roles.allSatisfy { if case .label(let id) = $0 { id.section == section.id } else { false } }
        }
        let rows = heads.map { head in heads.filter { abs($0.box.midY - head.box.midY) < head.box.height / 2 } }
        guard let row = rows.max(by: { $0.count < $1.count }), row.count >= 3 else { continue }
        let box = row.dropFirst().reduce(row[0].box) { $0.union($1.box) }
        return Heading(
          section: section.id, page: page.content.number, box: Box(box.x0, box.y0 - 2, box.x1, box.y0 - 1), words: [], isNumbered: false)
      }
      return nil
    }
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
    let above = headings.indices.filter { headings[$0].page == page && headings[$0].box.y0 - 4 <= box.midY }
    // Headings side by side make columns: each owns what stands under it, up to the next to its right.
    let candidates = above.filter { index in
      let own = headings[index].box
      let row = headings.indices.filter {
        headings[$0].page == page && abs(headings[$0].box.y0 - own.y0) < 10 && headings[$0].section != headings[index].section
      }.map { headings[$0].box }
      if row.contains(where: { $0.x0 > own.x1 && $0.x0 - 12 <= box.midX }) { return false }
      return !row.contains { $0.x1 < own.x0 } || own.x0 - 12 <= box.midX
    }
    let last = candidates.max { (headings[$0].box.y0, headings[$0].box.x0) < (headings[$1].box.y0, headings[$1].box.x0) }
    return last.map { headings[$0].section } ?? (above.isEmpty ? carried[page] : nil)
  }
}
