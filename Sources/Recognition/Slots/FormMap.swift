import Forms

/// Where each field of one form stands on its pages.
struct FormMap {
  /// A label chosen for a field and the places it names.
  struct Placement {
    var page: Int
    var label: Box
    /// The label's last line, beside which its entry may begin.
    var lastLine: Box
    var relation: Relation?
    /// Whether other labels stand in the same place, whose parts are told apart by the labels alone.
    var isShared = false
    /// The places, in reading order: one, or the parts of a date or a telephone number, or two lines of an address.
    var slots: [Slot]
  }

  /// The tick frame of an option and its label.
  struct TickPlacement {
    var page: Int
    var label: Box
    var frame: TickFrame
  }

  var placements: [FieldID: Placement] = [:]
  /// By field and option; a single tick's option is `true`.
  var ticks: [FieldID: [String: TickPlacement]] = [:]
  /// Labels of choices and ticks that no frame was found for.
  var framesNotFound: Set<FieldID> = []
  /// Printed words of each page, by page number: chosen labels, headings, captions.
  var printed: [Int: Set<Int>] = [:]
  /// Where sections lie.
  let sections: SectionMap
  let pages: [FormPage]

  init(_ definition: FormDefinition, pages: [FormPage]) {
    self.pages = pages
    sections = SectionMap(definition, pages: pages.map { ($0.content, $0.lines, $0.found) })
    for page in pages {
      for occurrence in page.found {
        // A proof of identity that is a label too stays free to be chosen as one.
        let isLabel = occurrence.roles.contains { if case .label = $0 { true } else { false } }
        let isCaption = occurrence.roles.contains {
          switch $0 {
          case .caption, .identity: true
          default: false
          }
        }
        if isCaption, !isLabel { printed[page.content.number, default: []].formUnion(occurrence.words) }
      }
    }
    for heading in sections.headings { printed[heading.page, default: []].formUnion(heading.words) }
    placeTicks(definition)
    placeEntries(definition)
  }

  /// Whether a label found at a place may be the one of a field: in its section, or before section 3 for section 1, whose
  /// scope block has no fixed place, or anywhere when the section's heading was not found.
  private func fits(_ field: FieldDefinition, _ box: Box, page: Int) -> Bool {
    if field.section == "hdr" || field.kind == .preprinted && field.section == "s1" { return true }
    let here = sections.section(of: box, page: page)
    if here == field.section { return true }
    if field.section == "s1" { return here == nil || here == "s2" || here == "hdr" }
    return here == nil && !sections.headings.contains { $0.section == field.section }
  }

  private func headings(on page: Int) -> [Box] { sections.headings.filter { $0.page == page }.map(\.box) }

  // MARK: Tick boxes

  private mutating func placeTicks(_ definition: FormDefinition) {
    for page in pages {
      let frames = page.content.ticks
      var rows: [(field: FieldDefinition, value: String, occurrence: Occurrence, label: Box)] = []
      for occurrence in page.found {
        for role in occurrence.roles {
          let target: (FieldDefinition, String)? =
            switch role {
            case .option(let id, let value): definition.field(id).map { ($0, value) }
            case .label(let id): definition.field(id).flatMap { $0.kind == .tick ? ($0, "true") : nil }
            default: nil
            }
          guard let (field, value) = target, fits(field, occurrence.box, page: page.content.number) else { continue }
          rows.append((field, value, occurrence, page.lineBoxes(occurrence)[0]))
        }
      }
      guard !rows.isEmpty else { continue }
      var pairs: [Int?] = []
      var favourite: Side?
      for _ in 0..<2 {
        let sides = rows.map { row in frames.map { Self.side(of: $0.box, label: row.label, favourite: favourite) } }
        pairs = Assignment.solve(sides.map { $0.map { $0?.cost ?? 1e9 } }, alone: 8)
        let votes = pairs.enumerated().compactMap { row, column in column.flatMap { sides[row][$0]?.side } }
        favourite = Side.allCases.max { a, b in votes.count { $0 == a } < votes.count { $0 == b } }
      }
      let cells = page.grid.cells.filter { (6...24).contains($0.width) && (6...24).contains($0.height) }
      for (row, column) in pairs.enumerated() {
        let (field, value, occurrence, label) = rows[row]
        guard
          let frame = column.map({ frames[$0] }) ?? Self.tickCell(beside: label, cells, page)
            ?? Self.crossedFrame(beside: label, pairs.enumerated().compactMap { row, column in column.map { (rows[row].label, frames[$0].box) } }, page)
        else { continue }
        if let known = ticks[field.id]?[value], known.label.y0 <= label.y0 { continue }
        ticks[field.id, default: [:]][value] = TickPlacement(
          page: page.content.number, label: label, frame: frame)
        printed[page.content.number, default: []].formUnion(occurrence.words)
      }
    }
    for field in definition.fields where field.kind == .tick || field.kind == .choice {
      let wanted = field.kind == .tick ? 1 : field.options.count
      if (ticks[field.id]?.count ?? 0) < wanted { framesNotFound.insert(field.id) }
    }
  }

  /// A small cell of a table right beside an option, ticked when a letter or a mark stands in it.
  private static func tickCell(beside label: Box, _ cells: [Box], _ page: FormPage) -> TickFrame? {
    let near = cells.filter { cell in
      abs(cell.midY - label.midY) < 7 && (label.x0 - cell.x1 > -2 && label.x0 - cell.x1 < 6)
    }
    guard let cell = near.max(by: { $0.x1 < $1.x1 }), page.content.scan == nil else { return nil }
    let isMarked =
      page.content.words.contains { cell.contains(x: $0.box.midX, y: $0.box.midY) }
      || page.content.marks.contains { cell.contains(x: $0.box.midX, y: $0.box.midY) }
    return TickFrame(box: cell, state: isMarked ? .on : .off, source: .mark, confidence: 0.95)
  }

  /// The box of an option on a scan where its mark hid the frame: as far from its label as the other boxes of the page are, and
  /// taken only when it is clearly marked.
  private static func crossedFrame(beside label: Box, _ known: [(label: Box, frame: Box)], _ page: FormPage) -> TickFrame? {
    guard let scan = page.content.scan, known.count >= 3 else { return nil }
    let shifts = known.map { $0.frame.x0 - $0.label.x0 }.sorted()
    let sides = known.map(\.frame.width).sorted()
    let (shift, side) = (shifts[shifts.count / 2], sides[sides.count / 2])
    // Only where the page's boxes stand at one distance before their labels.
    guard shift < 0, shifts.count(where: { abs($0 - shift) < 2.5 }) * 2 > shifts.count else { return nil }
    let frame = scan.tick(at: Box(label.x0 + shift, label.midY - side / 2, label.x0 + shift + side, label.midY + side / 2))
    return frame?.state == .on ? frame : nil
  }

  private enum Side: CaseIterable { case before, after, over, under }

  /// On which side of its label a frame stands, and at what cost.
  private static func side(of frame: Box, label: Box, favourite: Side?) -> (side: Side, cost: Double)? {
    let level = abs(frame.midY - label.midY)
    var best: (side: Side, cost: Double)?
    func consider(_ side: Side, _ cost: Double) {
      let total = cost + (favourite == nil || favourite == side ? 0 : 1.5)
      if total < best?.cost ?? .infinity { best = (side, total) }
    }
    if level < max(7, label.height * 0.7) {
      let (before, after) = (label.x0 - frame.x1, frame.x0 - label.x1)
      if before > -3, before < 34 { consider(.before, max(0, before) / 10 + level / 10) }
      if after > -3, after < 44 { consider(.after, 0.6 + max(0, after) / 10 + level / 10) }
    }
    let offset = min(abs(frame.midX - label.midX), abs(frame.x0 - label.x0))
    if frame.y1 <= label.y0 + 3, label.y0 - frame.y1 < 14, offset < 20 {
      consider(.over, 2 + (label.y0 - frame.y1) / 10 + offset / 10)
    }
    if frame.y0 >= label.y1 - 3, frame.y0 - label.y1 < 14, offset < 20 {
      consider(.under, 2 + (frame.y0 - label.y1) / 10 + offset / 10)
    }
    return best
  }

  // MARK: Entries

  private static func isEntry(_ kind: FieldDefinition.Kind) -> Bool {
    switch kind {
    case .tick, .choice, .preprinted, .establishmentNumbers: false
    default: true
    }
  }

  private mutating func placeEntries(_ definition: FormDefinition) {
    struct Candidate {
      var page: Int
      var occurrence: Occurrence
      var label: Box
      var lastLine: Box
      var fields: [FieldDefinition]
      var slot: Slot?
      var relation: Relation?
      var isShared = false
      var cost = 30.0
    }
    var candidates: [Candidate] = []
    var free: [Int: [Slot]] = [:]
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
      let slots = SlotFinder.slots(of: page.content, grid: page.grid, labels: labels, headings: headings(on: number))
      let entryRows = rows.indices.filter { row in rows[row].fields.contains { Self.isEntry($0.kind) } }
      let (paired, relations, costs) = pair(
        entryRows.map { (page.lineBoxes(rows[$0].occurrence), rows[$0].fields) }, with: slots, labels: labels, page: page)
      for (rank, row) in entryRows.enumerated() {
        if let column = paired[rank] {
          (rows[row].slot, rows[row].relation) = (slots[column], relations[rank][column])
          rows[row].cost = costs[rank][column]
        }
      }
      // Labels that share a cell (its inner line was not found, or there is none) share its space.
      for row in entryRows where rows[row].slot == nil {
        guard
          let host = entryRows.first(where: { other in
            rows[other].relation == .inside && rows[other].slot.map { rows[row].label.share(in: $0.box) > 0.7 } == true
              && abs(rows[other].label.midY - rows[row].label.midY) < 5
          })
        else { continue }
        (rows[row].slot, rows[row].relation, rows[row].cost) = (rows[host].slot, .inside, rows[host].cost + 1)
        (rows[row].isShared, rows[host].isShared) = (true, true)
      }
      let used = Set(paired.compactMap { $0 })
      free[number] = slots.indices.filter { !used.contains($0) }.map { slots[$0] }
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
        if let previous, previous.section == field.section, previous.page == candidate.page {
          score += min(300, abs(previous.box.midX - candidate.label.midX) * 0.4 + abs(previous.box.midY - candidate.label.midY)) / 40
        }
        return score
      }
      guard let best else { continue }
      let chosen = candidates[best]
      // A choice shares its label with the text line that may stand beside it.
      let hasCompanion = definition.fields.contains {
        $0.id != field.id && $0.section == field.section && !Set($0.labels).isDisjoint(with: field.labels)
          && ($0.optionalOnForm || field.optionalOnForm)
      }
      if !hasCompanion { taken.insert(best) }
      placements[field.id] = Placement(
        page: chosen.page, label: chosen.label, lastLine: chosen.lastLine, relation: chosen.relation,
        isShared: chosen.isShared, slots: chosen.slot.map { [$0] } ?? [])
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
      extendPlacements(definition, page: page, free: free[page.content.number] ?? [])
    }
    placeNumbers(definition, candidates.map { ($0.page, $0.label, $0.fields, $0.occurrence.words) })
  }

  /// Pairs labels with places at the least total cost, the second time preferring the relation most labels stand in.
  private func pair(
    _ rows: [(lines: [Box], fields: [FieldDefinition])], with slots: [Slot], labels: [Box], page: FormPage
  ) -> (pairs: [Int?], relations: [[Relation?]], costs: [[Double]]) {
    guard !rows.isEmpty, !slots.isEmpty else { return (rows.map { _ in nil }, [], []) }
    let number = page.content.number
    let slotSections = slots.map { sections.section(of: $0.box, page: number) }
    let inside = slots.map { slot in labels.filter { $0.share(in: slot.box) > 0.7 } }
    let wholes = rows.map { $0.lines.dropFirst().reduce($0.lines[0]) { $0.union($1) } }
    let cellOfLabel = wholes.map { page.grid.cell(aroundX: $0.midX, y: $0.midY) }
    let values = rows.indices.map { Self.valueCells(of: cellOfLabel[$0], label: wholes[$0], among: slots, inside) }
    let nested = slots.indices.map { outer in
      slots.indices.contains { inner in
        inner != outer && slots[inner].box.width > 40 && slots[inner].box.share(in: slots[outer].box) > 0.9
          && inside[inner].isEmpty
      }
    }
    var favourite: Relation?
    var result: (pairs: [Int?], relations: [[Relation?]], costs: [[Double]]) = ([], [], [])
    for _ in 0..<2 {
      var relations: [[Relation?]] = []
      var costs: [[Double]] = []
      for (row, (lines, fields)) in rows.enumerated() {
        let label = wholes[row]
        let section = sections.section(of: label, page: number)
        let others = labels.filter { $0 != label }
        var (rowRelations, rowCosts): ([Relation?], [Double]) = ([], [])
        for (column, slot) in slots.enumerated() {
          var best: (relation: Relation, cost: Double)?
          for relation in Relation.allCases {
            guard var cost = relation.cost(lines: lines, place: slot.box, gapLabels: others) else { continue }
            if relation == .inside, slot.origin == .line, slot.box.y1 - label.y1 > 6 {
              // A label above the row that a line carries is a label above, or the caption of the line before.
              cost += 1.4 + (slot.box.y1 - label.y1) / 20
            }
            if relation != .inside {
              // A box with another label in it belongs to that label.
              if inside[column].contains(where: { $0 != label }) { cost += 5 }
              if inside[column].contains(label) { continue }
            } else if !values[row].beside.isEmpty || !values[row].under.isEmpty {
              // In a table, a label's own cell is followed by an empty one for the value.
              cost += 4
            } else if nested[column] {
              // A box drawn inside a cell is the place to write, the cell its frame.
              cost += 3
            }
            if relation == .left, values[row].beside.contains(column) { cost = min(cost, 0.3) }
            if relation == .above, values[row].under.contains(column) { cost = min(cost, 0.3) }
            if let favourite, favourite != relation { cost += relation == .below || favourite == .below ? 1 : 1.5 }
            if cost < best?.cost ?? .infinity { best = (relation, cost) }
          }
          if best == nil, slot.isEntry, let cell = cellOfLabel[row], slot.box.share(in: cell) > 0.8 {
            // A ruled cell joins its label and its field wherever they stand in it.
            best = (.above, 3.5 + (abs(slot.box.midX - label.midX) + abs(slot.box.midY - label.midY)) / 100)
          }
          guard let (relation, least) = best else {
            rowRelations.append(nil)
            rowCosts.append(1e9)
            continue
          }
          var cost = least
          if slotSections[column] != section { cost += 4 }
          if let cell = cellOfLabel[row], slot.isEntry, slot.box.share(in: cell) > 0.8 { cost -= 1.5 }
          if case .entry(let rank) = slot.origin, page.content.entries[rank].isSignature {
            cost += fields.contains { $0.kind == .signature } ? -1.5 : 8
          }
          // Signatures want room; an extension or a date part does not.
          if fields.contains(where: { $0.kind == .signature }), slot.box.width < 60 { cost += 4 }
          rowRelations.append(relation)
          rowCosts.append(cost)
        }
        relations.append(rowRelations)
        costs.append(rowCosts)
      }
      let pairs = Assignment.solve(costs, alone: 9)
      result = (pairs, relations, costs)
      let votes = pairs.enumerated().compactMap { row, column in column.flatMap { relations[row][$0] } }
      favourite = Relation.allCases.max { a, b in votes.count { $0 == a } < votes.count { $0 == b } }
    }
    return result
  }

  /// The unlabelled places right beside a label's own cell or right under it, as the value cells of a table are; none when a
  /// field stands in the label's cell.
  private static func valueCells(
    of cell: Box?, label: Box, among slots: [Slot], _ inside: [[Box]]
  ) -> (beside: Set<Int>, under: Set<Int>) {
    guard let cell, !slots.contains(where: { $0.isEntry && $0.box.share(in: cell) > 0.8 }) else { return ([], []) }
    let free = slots.indices.filter { inside[$0].isEmpty && slots[$0].origin != .line && slots[$0].box.width > 12 }
    let beside = free.filter { index in
      let box = slots[index].box
      return box.x0 > cell.x1 - 4 && box.x0 - cell.x1 < 10 && box.midY > cell.y0 && box.midY < cell.y1
    }
    // Under a cell that its label fills to the height, one as wide.
    let isFull = cell.height < label.height * 2
    let under = free.filter { index in
      let box = slots[index].box
      return isFull && box.y0 > cell.y1 - 3 && box.y0 - cell.y1 < 6 && abs(box.x0 - cell.x0) < 8 && abs(box.x1 - cell.x1) < 8
    }
    return (Set(beside), Set(under))
  }

  /// Gives each date the places that its captions « ANNÉE MOIS JOUR » stand by, the captions shared out to the nearest labels.
  private mutating func placeDates(_ definition: FormDefinition, page: FormPage) {
    let number = page.content.number
    let captions = DateCaptions.all(on: page.content)
    for caption in captions { printed[number, default: []].formUnion(caption.words) }
    let dates = definition.fields.filter { $0.kind == .date && placements[$0.id]?.page == number }
    guard !captions.isEmpty, !dates.isEmpty else { return }
    let costs = dates.map { field -> [Double] in
      let label = placements[field.id]!.label
      let cell = page.grid.cell(aroundX: label.midX, y: label.midY)
      return captions.map { caption in
        let box = caption.box
        let across = max(0, box.x0 - label.x1, label.x0 - box.x1)
        let down = max(0, box.y0 - label.y1, label.y0 - box.y1)
        guard across < 120, down < 34 else { return 1e9 }
        return across / 20 + down / 8 + (cell.map { box.share(in: $0) > 0.8 } == true ? -3 : 0)
      }
    }
    let labels = placements.values.filter { $0.page == number }.map(\.label)
    let slots = SlotFinder.slots(of: page.content, grid: page.grid, labels: labels, headings: headings(on: number))
    for (rank, column) in Assignment.solve(costs, alone: 12).enumerated() {
      guard let column else { continue }
      let places = captions[column].places(among: slots)
      if places.isEmpty { continue }
      placements[dates[rank].id]!.slots = places
      placements[dates[rank].id]!.relation = .above
    }
  }

  /// Adds to dates and numbers the free places that follow in their row, and to addresses the line under theirs.
  private mutating func extendPlacements(_ definition: FormDefinition, page: FormPage, free: [Slot]) {
    var free = free
    for field in definition.fields {
      guard var placement = placements[field.id], placement.page == page.content.number, !placement.slots.isEmpty,
        !(field.kind == .date && placement.slots.count > 1)
      else { continue }
      switch field.kind {
      case .date, .phone, .postalCode, .establishmentNumber:
        let limit = field.kind == .date ? 8 : field.kind == .phone ? 10 : 6
        var grew = true
        while grew, placement.slots.count < limit {
          grew = false
          let row = placement.slots.reduce(placement.slots[0].box) { $0.union($1.box) }
          let next = free.indices.filter { index in
            let box = free[index].box
            let gap = box.x0 - row.x1
            let back = row.x0 - box.x1
            return abs(box.midY - row.midY) < 5 && abs(box.height - row.height) < 8 && box.width < 90
              && (gap > -3 && gap < 26 || field.kind == .date && back > -3 && back < 26)
              && !labelBetween(row, box, page: page)
          }.min { abs(free[$0].box.x0 - row.x1) < abs(free[$1].box.x0 - row.x1) }
          if let next {
            placement.slots.append(free.remove(at: next))
            placement.slots.sort { $0.box.x0 < $1.box.x0 }
            grew = true
          }
        }
      case .address, .text, .name:
        let last = placement.slots[placement.slots.count - 1].box
        let next = free.indices.filter { index in
          let box = free[index].box
          let common = min(box.x1, last.x1) - max(box.x0, last.x0)
          return box.y0 > last.midY && box.y0 - last.y1 < 14 && common > last.width * 0.4 && box.width > 100
            && (free[index].isEntry || free[index].origin == .line) == (placement.slots[0].isEntry || placement.slots[0].origin == .line)
        }.min { free[$0].box.y0 < free[$1].box.y0 }
        if field.kind == .address, let next { placement.slots.append(free.remove(at: next)) }
      default: break
      }
      placements[field.id] = placement
    }
  }

  private func labelBetween(_ a: Box, _ b: Box, page: FormPage) -> Bool {
    let (left, right) = (min(a.x1, b.x1), max(a.x0, b.x0))
    guard right > left + 1 else { return false }
    let space = Box(left, a.y0, right, a.y1)
    let words = printed[page.content.number] ?? []
    return words.contains { page.content.words[$0].box.share(in: space) > 0.5 && folded(page.content.words[$0].text).count > 1 }
  }

  /// Places the list of numbers: every free place of its section under the column headings, row by row.
  private mutating func placeNumbers(
    _ definition: FormDefinition, _ candidates: [(page: Int, label: Box, fields: [FieldDefinition], words: [Int])]
  ) {
    for field in definition.fields where field.kind == .establishmentNumbers {
      let headers = candidates.filter { $0.fields.contains { $0.id == field.id } }
      guard let first = headers.min(by: { $0.label.y0 < $1.label.y0 }),
        let page = pages.first(where: { $0.content.number == first.page })
      else { continue }
      let row = headers.filter { $0.page == first.page && abs($0.label.midY - first.label.midY) < 12 }
      for header in row { printed[first.page, default: []].formUnion(header.words) }
      let top = first.label.y0
      // The table ends where printed text of another kind begins.
      let span = row.map(\.label).reduce(first.label) { $0.union($1) }.grown(40, 0)
      let heading = sections.headings.filter {
        $0.page == first.page && $0.box.y0 > top && $0.box.x0 < span.x1 && $0.box.x1 > span.x0
      }.map(\.box.y0).min()
      let captions = page.found.filter { occurrence in
        occurrence.box.y0 > top + 8 && occurrence.roles.contains(.caption) && occurrence.length > 8
          && occurrence.box.x0 < span.x1 && occurrence.box.x1 > span.x0
      }.map(\.box.y0).min()
      let bottom = min(heading ?? .infinity, captions ?? .infinity, page.content.height)
      let labels = row.map(\.label)
      let slots = SlotFinder.slots(of: page.content, grid: page.grid, labels: labels, headings: headings(on: first.page)).filter {
        $0.box.midY > top && $0.box.y1 < bottom + 4 && $0.box.height < 40 && $0.box.width < 260
          && $0.box.x0 < span.x1 + 120 && $0.box.x1 > span.x0
      }
      let entries = slots.filter(\.isEntry)
      placements[field.id] = Placement(
        page: first.page, label: labels.dropFirst().reduce(labels[0]) { $0.union($1) }, lastLine: labels[0], relation: nil,
        slots: Self.rowByRow(entries.isEmpty ? slots : entries))
    }
  }

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

  /// The block of printed text that begins with a label: the lines under it in its type, closer than a line to one another, up to
  /// the next label.
  func paragraph(below label: Box, _ page: FormPage) -> (box: Box, words: Set<Int>) {
    let words = page.content.words
    let labels = placements.values.filter { $0.page == page.content.number && $0.label != label }.map(\.label)
    var (block, members, faces) = (label, Set<Int>(), [(font: String, size: Double)]())
    let first = words.indices.filter { words[$0].box.share(in: label) > 0.6 }
    members.formUnion(first)
    faces += first.prefix(1).map { (words[$0].font, words[$0].size) }
    for (number, segment) in page.lines.segments.enumerated().sorted(by: { page.lines.boxes[$0.offset].y0 < page.lines.boxes[$1.offset].y0 }) {
      let box = page.lines.boxes[number]
      guard box.y1 > label.y0 + 1 else { continue }
      if box.y0 - block.y1 > label.height * 0.8 || block.height > label.height * 9 { break }
      if box.x0 < label.x0 - 20 || box.x0 > label.x0 + 90 { continue }
      // A signature read as letters stands taller than print.
      if box.height > label.height * 1.7 { continue }
      if labels.contains(where: { $0.share(in: box.grown(2, 2)) > 0.6 }) { break }
      let body = segment.map { words[$0] }.first { !$0.isEntered }
      guard let body else { continue }
      // The text may be set in another weight than its first words, not in another size.
      if !page.content.isScan, faces.count >= 2, !faces.contains(where: { $0.font == body.font }) { continue }
      if !page.content.isScan, let size = faces.first?.size, abs(size - body.size) > 1.2 { continue }
      faces.append((body.font, body.size))
      members.formUnion(segment.filter { !words[$0].isEntered })
      block = block.union(box)
    }
    return (block, members)
  }
}
