import Forms

// Which label serves which field, and where lists of numbers stand.
extension FormMap {
  static func isEntry(_ kind: FieldDefinition.Kind) -> Bool {
    switch kind {
    case .tick, .choice, .preprinted, .establishmentNumbers: false
    default: true
    }
  }

  /// Gives the two dates of a section whose labels are alike to its two signatures in the order in which these stand.
  private mutating func orderTwins(_ definition: FormDefinition) {
    for section in definition.sections {
      let dates = definition.fields.filter { $0.section == section.id && $0.kind == .date && $0.labels.map { folded($0) }.contains("date") }.map(\.id)
      let signatures = definition.fields.filter { $0.section == section.id && $0.kind == .signature }.map(\.id)
      guard dates.count == 2, signatures.count == 2, let one = placements[dates[0]], let two = placements[dates[1]],
        let first = placements[signatures[0]], let second = placements[signatures[1]]
      else { continue }
      if Self.isBefore(one, two) != Self.isBefore(first, second) { (placements[dates[0]], placements[dates[1]]) = (two, one) }
    }
  }

  /// Whether a label stands before another one, line by line.
  static func isBefore(_ one: Placement, _ other: Placement) -> Bool {
    if one.page != other.page { return one.page < other.page }
    let isLevel = min(one.label.y1, other.label.y1) - max(one.label.y0, other.label.y0) > min(one.label.height, other.label.height) / 2
    return isLevel ? one.label.x0 < other.label.x0 : one.label.midY < other.label.midY
  }

  /// How many labels have no place of their own and share that of another.
  private func sharing(_ labels: [Box], _ pairing: Pairing) -> Int {
    let placed = labels.indices.map { rank in
      (label: labels[rank], slot: pairing.pairs[rank].map { pairing.slots[$0] }, relation: pairing.pairs[rank].flatMap { pairing.relations[rank][$0] })
    }
    return labels.indices.count { pairing.pairs[$0] == nil && Self.host(of: labels[$0], among: placed) != nil }
  }

  mutating func placeEntries(_ definition: FormDefinition) {
    struct Candidate {
      var page: Int
      var occurrence: Occurrence
      var label: Box
      var lastLine: Box
      var fields: [FieldDefinition]
      var slot: Slot?
      var relation: Relation?
      var isShared = false
      var isContested = false
      var cost = 30.0
    }
    var candidates: [Candidate] = []
    for page in pages {
      let number = page.content.number
      let taken = printed[number] ?? []
      let inked = ticks.values.flatMap(\.values).filter { $0.page == number }.map(\.label)
      var rows: [Candidate] = []
      for occurrence in page.found where taken.isDisjoint(with: occurrence.words) {
        let fields = occurrence.roles.compactMap { role -> FieldDefinition? in
          guard case .label(let id) = role, let field = definition.field(id) else { return nil }
          return fits(field, occurrence.box, page: number) ? field : nil
        }
        if fields.isEmpty { continue }
        let last = page.lineBoxes(occurrence).last ?? occurrence.box
        rows.append(
          Candidate(page: number, occurrence: occurrence, label: occurrence.box, lastLine: last, fields: fields))
      }
      let labels = rows.map(\.label) + inked
      let entryRows = rows.indices.filter { row in rows[row].fields.contains { Self.isEntry($0.kind) } }
      let named = entryRows.map { (page.lineBoxes(rows[$0].occurrence), rows[$0].fields) }
      let found = SlotFinder.slots(of: page.content, grid: page.grid, labels: labels, headings: headings(on: number))
      var pairing = pair(named, with: found, labels: labels, page: page)
      // A line under several labels is theirs, or the next row's own.
      let parts = SlotFinder.split(found, at: entryRows.map { rows[$0].label })
      if parts.count > found.count {
        let other = pair(named, with: parts, labels: labels, page: page)
        let own = entryRows.map { rows[$0].label }
        func cost(_ pairing: Pairing) -> Double { pairing.total - Self.alone * Double(sharing(own, pairing)) }
        // One label that is a little better off is no reason to cut the others' lines.
        if cost(other) < cost(pairing) - Self.alone / 3 { pairing = other }
      }
      let slots = pairing.slots
      for (rank, row) in entryRows.enumerated() {
        rows[row].isContested = pairing.isContested[rank]
        if let column = pairing.pairs[rank] {
          (rows[row].slot, rows[row].relation) = (slots[column], pairing.relations[rank][column])
          rows[row].cost = pairing.costs[rank][column]
        }
      }
      // Labels that share a cell (its inner line was not found, or there is none) share its space.
      for row in entryRows where rows[row].slot == nil {
        guard let rank = Self.host(of: rows[row].label, among: entryRows.map { (rows[$0].label, rows[$0].slot, rows[$0].relation) }) else { continue }
        let host = entryRows[rank]
        (rows[row].slot, rows[row].relation, rows[row].cost) = (rows[host].slot, .inside, rows[host].cost + 1)
        (rows[row].isShared, rows[host].isShared) = (true, true)
      }
      let used = Set(pairing.pairs.compactMap { $0 })
      unnamed[number] = slots.indices.filter { !used.contains($0) }.map { slots[$0] }
      candidates += rows
    }
    // A label that several fields of a section share goes to the one whose neighbour in the form's order it stands by.
    var taken: Set<Int> = []
    var previous: (section: String, page: Int, box: Box)?
    for field in definition.fields where field.kind != .tick {
      let mine = candidates.indices.filter { index in
        !taken.contains(index) && candidates[index].fields.contains { $0.id == field.id }
      }
      let best = mine.min { score($0) < score($1) }
      func score(_ index: Int) -> Double {
        let candidate = candidates[index]
        var score = candidate.cost + candidate.occurrence.error * 10 - Double(candidate.occurrence.length) / 50
        // A label of its own, « Précisez », speaks louder than the one it shares with the choice, even without a place that was found.
        if field.optionalOnForm, candidate.fields.contains(where: { $0.id != field.id && $0.section == field.section }) { score += Self.shared }
        if let previous, previous.section == field.section, previous.page == candidate.page {
          // What stands further on in the same row is nearer than what stands under it.
          let (down, along) = (abs(previous.box.midY - candidate.label.midY), candidate.label.midX - previous.box.midX)
          let isNext = down < previous.box.height / 2 && along > 0
          score += min(300, abs(along) * 0.15 + down + (isNext ? 0 : 40)) / 40
        }
        return score
      }
      guard let best else { continue }
      let chosen = candidates[best]
      // A choice shares its label with the text line that may stand beside it.
      let hasCompanion = definition.fields.contains {
        ($0.optionalOnForm || field.optionalOnForm) && $0.id != field.id && $0.section == field.section
          && !Set($0.labels).isDisjoint(with: field.labels)
      }
      if !hasCompanion { taken.insert(best) }
      placements[field.id] = Placement(
        page: chosen.page, label: chosen.label, lastLine: chosen.lastLine, relation: chosen.relation,
        isShared: chosen.isShared, isContested: chosen.isContested, hasHint: chosen.occurrence.hasHint, slots: chosen.slot.map { [$0] } ?? [])
      printed[chosen.page, default: []].formUnion(chosen.occurrence.words)
      if Self.isEntry(field.kind) { previous = (field.section, chosen.page, chosen.label) }
    }
    for field in definition.fields where field.kind == .preprinted && field.section != "s1" {
      guard let placement = placements[field.id], let page = pages.first(where: { $0.content.number == placement.page })
      else { continue }
      printed[placement.page, default: []].formUnion(paragraph(below: placement.label, page).words)
    }
    for page in pages {
      placeDates(definition, page: page)
      extendPlacements(definition, page: page, free: unnamed[page.content.number] ?? [])
    }
    orderTwins(definition)
    placeCompanions(definition)
    contestTwins()
    placeNumbers(definition, candidates.map { ($0.page, $0.label, $0.fields, $0.occurrence.words) })
  }

  /// What a label costs a field that shares it with its choice: more than one without a place.
  private static let shared = 40.0

  /// The text line of a choice's label that has no place of its own: the free place beside, over or under the options, right of the label or
  /// under it.
  private mutating func placeCompanions(_ definition: FormDefinition) {
    for field in definition.fields where field.optionalOnForm && Self.isEntry(field.kind) {
      guard let placement = placements[field.id], let page = pages.first(where: { $0.content.number == placement.page }),
        placement.slots.allSatisfy({ placement.relation == .inside && !$0.isEntry && $0.box.x1 < placement.label.x1 + 90 }), let choice = definition.fields.first(where: { $0.kind == .choice && $0.section == field.section && !Set($0.labels).isDisjoint(with: field.labels) })
      else { continue }
      let options = (ticks[choice.id] ?? [:]).values.filter { $0.page == placement.page && $0.label.midX > placement.label.x1 }
      guard !options.isEmpty else { continue }
      let texts = options.map { $0.label.union($0.frame.box) }
      let block = texts.reduce(placement.label) { $0.union($1) }
      // « DSP » in a title written there is none of the options.
      func isOption(_ role: PrintedText.Role) -> Bool { if case .option = role { true } else { false } }
      let others = page.found.filter { found in !found.roles.allSatisfy(isOption) || options.contains { $0.label.share(in: found.box) > 0.5 } }
      let printed = page.content.ticks.map(\.box) + others.map(\.box)
      let taken = placements.filter { $0.key != field.id && $0.value.page == placement.page }.values.flatMap(\.slots).map(\.box)
      // Beside the section may stand another.
      let section = definition.fields.filter { $0.section == field.section && $0.id != field.id && $0.id != choice.id }
      let labels = section.compactMap { placements[$0.id] }.filter { $0.page == placement.page }.map(\.label)
      let free = (unnamed[placement.page] ?? []).filter { slot in
        let box = slot.box
        // A table's row is as high as the cell of its label.
        let isBeside = placement.slots.first.map { box.y0 > $0.box.y0 - 2 && box.y1 < $0.box.y1 + 2 }
          ?? (box.y1 > block.y0 - Self.rowOfText && box.y0 < block.y1 + Self.rowOfText / 2)
        // What stands in another label's row, over the options or under them, is that label's.
        let isOthers = (box.midY < block.y0 || box.midY > block.y1)
          && labels.contains { $0.y0 < box.y1 && $0.y1 > box.y0 && $0.x1 < box.x0 + 5 }
        let isOwn = box.x0 > placement.label.x1 || box.y0 > placement.label.y1 - 1 && box.x0 > placement.label.x0 - 5
        return isBeside && !isOthers && isOwn && box.height < max(Self.rowOfText, block.height + Self.rowOfText / 2) && !texts.contains { $0.intersection(box) != nil }
          && !printed.contains { box.contains(x: $0.midX, y: $0.midY) } && !taken.contains { $0.share(in: box) > 0.5 } && sections.section(of: box, page: placement.page) == field.section
      }
      // Of a filled-in field and the cell around it, the field; of several, none is evident.
      let places = free.contains(where: \.isEntry) ? free.filter(\.isEntry) : free
      guard places.count == 1 else { continue }
      placements[field.id]?.slots = places
      placements[field.id]?.relation = .left
      // What stands there may be another's all the same: nothing but its place tells.
      var isFilled = page.content.words.contains { places[0].box.contains(x: $0.box.midX, y: $0.box.midY) }
      if case .entry(let rank) = places[0].origin { isFilled = page.content.entries[rank].text?.contains { !$0.isWhitespace } == true }
      placements[field.id]?.isContested = isFilled || page.content.isScan
    }
  }

  /// Points that a row of text takes at most.
  private static let rowOfText = 30.0

  /// A place that two labels name is one label's at most.
  private mutating func contestTwins() {
    let ids = placements.keys.filter { placements[$0]?.slots.isEmpty == false }.sorted()
    for (rank, id) in ids.enumerated() {
      for other in ids[(rank + 1)...] {
        guard let (a, b) = placements[id].flatMap({ a in placements[other].map { (a, $0) } }), a.page == b.page, a.label != b.label, !a.isShared, !b.isShared
        else { continue }
        if a.slots.contains(where: { slot in b.slots.contains { $0.box.share(in: slot.box) > 0.6 && slot.box.share(in: $0.box) > 0.6 } }) {
          placements[id]?.isContested = true
          placements[other]?.isContested = true
        }
      }
    }
  }

  /// Places the list of numbers: every free place of its section under the column headings, row by row.
  mutating func placeNumbers(
    _ definition: FormDefinition, _ candidates: [(page: Int, label: Box, fields: [FieldDefinition], words: [Int])]
  ) {
    for field in definition.fields where field.kind == .establishmentNumbers {
      let headers = candidates.filter { $0.fields.contains { $0.id == field.id } }
      guard let first = headers.min(by: { $0.label.y0 < $1.label.y0 }),
        let page = pages.first(where: { $0.content.number == first.page })
      else { continue }
      let row = headers.filter { $0.page == first.page && abs($0.label.midY - first.label.midY) < 12 }
      // The label may stand over its column once, or in every place.
      for header in headers where header.page == first.page { printed[first.page, default: []].formUnion(header.words) }
      let labels = row.map(\.label)
      let all = SlotFinder.slots(of: page.content, grid: page.grid, labels: labels, headings: headings(on: first.page))
      // Where each of several rows of labels stands right under its lines, the first line lies above the first label.
      func isUnder(_ label: Box) -> Bool {
        all.contains { $0.origin == .line && label.midX > $0.box.x0 && label.midX < $0.box.x1 && abs(label.y0 - $0.box.y1) < Self.underLine }
      }
      let boxes = headers.filter { $0.page == first.page }.map(\.label)
      let isCaptioned = boxes.contains { $0.y0 > first.label.y1 + 4 } && boxes.count(where: isUnder) * 5 >= boxes.count * 4
      let top = first.label.y0 - (isCaptioned ? Self.rowOverCaption : 0)
      // The table ends where printed text of another kind begins.
      let span = row.map(\.label).reduce(first.label) { $0.union($1) }.grown(40, 0)
      let heading = sections.headings.filter {
        $0.page == first.page && $0.section != field.id.section && $0.box.y0 > first.label.y0 && $0.box.x0 < span.x1 && $0.box.x1 > span.x0
      }.map(\.box.y0).min()
      let captions = page.found.filter { occurrence in
        occurrence.box.y0 > first.label.y0 + 8 && occurrence.roles.contains(.caption) && occurrence.length > 8
          && occurrence.box.x0 < span.x1 && occurrence.box.x1 > span.x0
      }.map(\.box.y0).min()
      let bottom = min(heading ?? .infinity, captions ?? .infinity, page.content.height)
      let slots = all.filter {
        $0.box.midY > top && $0.box.y1 < bottom + 4 && $0.box.height < 40 && $0.box.width < page.content.width * 0.6
          && $0.box.x0 < span.x1 + 120 && $0.box.x1 > span.x0
      }
      let entries = slots.filter(\.isEntry)
      // A cell of the table may hold a box of its own to write in, unless something is written beside that.
      func yields(_ slot: Slot) -> Bool {
        let inner = slots.map(\.box).filter { $0 != slot.box && $0.share(in: slot.box) > 0.9 }
        let printed = printed[first.page] ?? []
        return !inner.isEmpty && !page.content.words.indices.contains { index in
          let (x, y) = (page.content.words[index].box.midX, page.content.words[index].box.midY)
          return !printed.contains(index) && slot.box.contains(x: x, y: y) && !inner.contains { $0.contains(x: x, y: y) }
        }
      }
      let outer = slots.filter { !yields($0) }
      let places = entries.isEmpty ? outer.filter { slot in !outer.contains { $0.box != slot.box && slot.box.share(in: $0.box) > 0.9 } } : entries
      placements[field.id] = Placement(
        page: first.page, label: labels.dropFirst().reduce(labels[0]) { $0.union($1) }, lastLine: labels[0], relation: nil,
        slots: Self.rowByRow(places))
    }
  }

  /// Points between a line and the label right under it, at most.
  private static let underLine = 6.0
  /// Points that the space over a line takes at most.
  private static let rowOverCaption = 28.0

  /// Sorts places by rows, then from left to right.
  static func rowByRow(_ slots: [Slot]) -> [Slot] {
    var rows: [[Slot]] = []
    for slot in slots.sorted(by: { $0.box.midY < $1.box.midY }) {
      if let last = rows.last?.first, abs(last.box.midY - slot.box.midY) < max(4, last.box.height * 0.5) {
        rows[rows.count - 1].append(slot)
      } else {
        rows.append([slot])
      }
    }
    return rows.flatMap { $0.sorted { $0.box.x0 < $1.box.x0 } }
  }
}
