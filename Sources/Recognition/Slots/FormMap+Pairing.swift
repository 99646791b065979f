import Forms

// Which place a label names.
extension FormMap {
  /// The labels of a page with the places that they name, by their ranks.
  struct Pairing {
    var slots: [Slot]
    var pairs: [Int?]
    /// By label and place: how the one stands to the other, and what taking it costs.
    var relations: [[Relation?]] = []
    var costs: [[Double]] = []
    var isContested: [Bool]
    /// What the whole costs.
    var total = 0.0
  }

  /// Pairs labels with places at the least total cost, preferring the relation most labels stand in.
  func pair(
    _ rows: [(lines: [Box], fields: [FieldDefinition])], with slots: [Slot], labels: [Box], page: FormPage
  ) -> Pairing {
    guard !rows.isEmpty, !slots.isEmpty else { return Pairing(slots: slots, pairs: rows.map { _ in nil }, isContested: rows.map { _ in false }) }
    let number = page.content.number
    let slotSections = slots.map { sections.section(of: $0.box, page: number) }
    let dated = Set(DateCaptions.places(of: page.captions, among: slots).flatMap { $0 }.map(\.box))
    let inside = slots.map { slot in labels.filter { $0.share(in: slot.box) > 0.7 } }
    let words = page.content.words
    let wholes = rows.map { $0.lines.dropFirst().reduce($0.lines[0]) { $0.union($1) } }
    let cellOfLabel = wholes.map { page.grid.cell(aroundX: $0.midX, y: $0.midY) }
    let isFilled = rows.indices.map { row in cellOfLabel[row].map { !entered(in: $0, besides: wholes[row], page).isEmpty } ?? false }
    let isInside = isFilled.count { $0 } * 3 > cellOfLabel.count { $0 != nil }
    let filled = filled(slots, page)
    let values = rows.indices.map { row in
      let found = Self.valueCells(of: cellOfLabel[row], label: wholes[row], among: slots, inside, filled: isFilled[row] ? slots.map { _ in false } : filled)
      guard let cell = cellOfLabel[row] else { return found }
      // A signature stands where its ink is.
      let isSigned = rows[row].fields.contains { $0.kind == .signature } && page.content.marks.contains { mark in
        found.beside.contains { slots[$0].box.contains(x: mark.box.midX, y: mark.box.midY) }
      }
      if isSigned { return found }
      // Where the label's own cell holds an entry and the others none, it is no table; nor is it, on a page where labels share their cells with
      // entries, where the cell has room for one under its label.
      guard isFilled[row] else { return isInside && cell.y1 - wholes[row].y1 >= Self.entryHeight ? (beside: [], under: found.under) : found }
      let others = found.beside.union(found.under).flatMap { column in
        words.indices.filter { slots[column].box.contains(x: words[$0].box.midX, y: words[$0].box.midY) }
      }
      // Nor where it is filled in as they are, on a page where labels share their cells with entries.
      let faces = Set(entered(in: cell, besides: wholes[row], page).map { words[$0].font })
      let isNone = others.isEmpty && !page.content.isScan || isInside && others.allSatisfy { faces.contains(words[$0].font) }
      return isNone ? (beside: [], under: []) : found
    }
    let nested = slots.indices.map { outer in
      slots.indices.contains { inner in
        inner != outer && slots[inner].box.width > 40 && slots[inner].box.share(in: slots[outer].box) > 0.9
          && inside[inner].isEmpty
      }
    }
    let isStrip = slots.map { strip in
      strip.origin == .cell && slots.contains { outer in
        let (box, whole) = (strip.box, outer.box)
        return outer.origin == .cell && abs(box.x0 - whole.x0) < 3 && abs(box.x1 - whole.x1) < 3 && abs(box.y0 - whole.y0) < 3
          && whole.y1 - box.y1 > Self.entryHeight && box.height < 2 * (labels.filter { $0.share(in: box) > 0.8 }.map(\.height).max() ?? 0)
      }
    }
    let isRowOfLabels = slots.indices.map { column in
      let heights = inside[column].map(\.height)
      return heights.count >= 3 && slots[column].box.height < 2.5 * (heights.max() ?? 0) && inside[column].allSatisfy { abs($0.midY - inside[column][0].midY) < 5 }
    }
    let titles = page.found.filter { $0.roles.contains(.identity(0)) }.map(\.box)
    // Where places make a column, the labels at its left may stand far away.
    let isColumn = slots.map { slot in slots.count { abs($0.box.x0 - slot.box.x0) < 3 } >= Self.columnLength }
    let holdsTitle = slots.map { slot in titles.contains { $0.share(in: slot.box) > 0.5 } }
    let continues = slots.map { Self.continues($0, among: slots, labels) }
    // What frames a paragraph is a place to none but a label in it. The letters of a comb are no words.
    let isText = slots.map { slot in
      !slot.isEntry && words.count { slot.box.contains(x: $0.box.midX, y: $0.box.midY) && $0.text.count > 1 } >= Self.paragraph
    }
    let isFillable = slots.count(where: \.isEntry) >= 8
    // A scan's lines may be what is left of cells, but not where there are hardly any cells.
    let isLined = slots.count { $0.origin == .line } >= 3 * slots.count { $0.origin == .cell }
    // The kind that what stands in each place shows beyond doubt.
    let kinds = slots.map { content(of: $0, page).flatMap(ValueForms.evidentKind) }
    let misfits = rows.map { row in kinds.map { kind in kind.map { Self.misfits($0, row.fields) } ?? false } }
    /// The relations in which a label may name a place, each with what speaks for and against it however other labels stand.
    func choices(_ row: Int, _ column: Int, _ section: String?, _ others: [Box]) -> [(relation: Relation, cost: Double)] {
      let (lines, fields) = rows[row]
      let (label, slot) = (wholes[row], slots[column])
      var found: [(relation: Relation, cost: Double)] = []
      for relation in Relation.allCases {
        // The value cell of a table is its label's, however wide the label's own cell is.
        let isValueCell = relation == .left && values[row].beside.contains(column) || relation == .above && values[row].under.contains(column)
        let isFar = relation == .left && isColumn[column] && Self.isLevel(label, with: slot, far: Self.farColumn, among: slots, words: words)
        let usual = relation.cost(lines: lines, place: slot.box, gapLabels: others)
        guard var cost = isValueCell ? 0.3 : isFar ? min(usual ?? 3, 3) : usual else { continue }
        // A narrow value cell goes on with its label's own only where a value has parts and the place might hold one of them.
        if continues[column], !isValueCell || !filled[column] && fields.contains(where: { Self.hasParts($0.kind) }) { cost += 4 }
        if relation == .inside, slot.origin == .line, slot.box.y1 - label.y1 > 6 {
          // A label above the row that a line carries is a label above, or the caption of the line before.
          cost += 1.4 + (slot.box.y1 - label.y1) / 20
        }
        if relation != .inside, isText[column] { continue }
        if relation != .inside {
          // A box with another label in it belongs to that label; but high in the space over a line may stand the caption of the
          // line before, which is nothing to a label under the line.
          let isCaption = { (other: Box) in
            relation == .below && slot.origin == .line && (!page.content.isScan || isLined) && slot.box.y1 - other.y1 > 6
          }
          if inside[column].contains(where: { $0 != label && !isCaption($0) }) { cost += 5 }
          if inside[column].contains(label) { continue }
        } else if !values[row].beside.isEmpty || !values[row].under.isEmpty {
          // In a table, a label's own cell is followed by an empty one for the value.
          cost += 4
        } else if isStrip[column] {
          // Nor is the strip at a box's top that its label fills.
          cost += 4
        } else if isRowOfLabels[column] {
          // Nor is a strip of a panel in which a row of labels stands over their places.
          cost += 2.5
        } else if nested[column] {
          // A box drawn inside a cell is the place to write, the cell its frame.
          cost += 3
        }
        found.append((relation, cost))
      }
      if found.isEmpty, slot.isEntry, let cell = cellOfLabel[row], slot.box.share(in: cell) > 0.8 {
        // A ruled cell joins its label and its field wherever they stand in it.
        found = [(.above, 3.5 + (abs(slot.box.midX - label.midX) + abs(slot.box.midY - label.midY)) / 100)]
      }
      if found.isEmpty { return [] }
      let isSignature = fields.contains { $0.kind == .signature }
      var extra = 0.0
      if slotSections[column] != section { extra += 4 }
      if let cell = cellOfLabel[row], slot.isEntry, slot.box.share(in: cell) > 0.8 { extra -= 1.5 }
      if case .entry(let rank) = slot.origin, page.content.entries[rank].isSignature { extra += isSignature ? -1.5 : 8 }
      // Where a form is filled in by fields, its cells are their frames; a place to sign may be without.
      if isFillable, !slot.isEntry, !isSignature { extra += 2.5 }
      if holdsTitle[column] { extra += 3 }
      // What stands under a date's captions is the date's.
      if dated.contains(slot.box), !fields.contains(where: { $0.kind == .date }) { extra += 8 }
      // Signatures want room; an extension or a date part does not.
      if isSignature, slot.box.width < 60 { extra += 4 }
      return found.map { ($0.relation, $0.cost + extra) }
    }
    let options = rows.indices.map { row in
      let section = sections.section(of: wholes[row], page: number)
      let others = labels.filter { $0 != wholes[row] }
      return slots.indices.map { choices(row, $0, section, others) }
    }
    /// The best relation of each label to each place, where most labels around it stand in one.
    func costs(_ favourites: [Relation?]) -> (relations: [[Relation?]], costs: [[Double]]) {
      let best = zip(options, favourites).map { row, favourite in
        row.map { choices in
          choices.map { choice in
            let isOdd = favourite != nil && favourite != choice.relation
            return (relation: choice.relation, cost: choice.cost + (isOdd ? choice.relation == .below ? 1 : 1.5 : 0))
          }.min { $0.cost < $1.cost }
        }
      }
      return (best.map { $0.map { $0?.relation } }, best.map { $0.map { $0?.cost ?? 1e9 } })
    }
    // A label that stands by boxes to tick has a line of its own on some forms only.
    let alone = rows.map { row in
      row.fields.allSatisfy { $0.optionalOnForm || !Self.isEntry($0.kind) } ? Self.optional : Self.alone
    }
    /// Pairs at the least cost, and what the whole costs: a label without a place, an entry of another kind than its label's speak
    /// against it.
    func solve(_ favourites: [Relation?]) -> (pairs: [Int?], relations: [[Relation?]], costs: [[Double]], total: Double) {
      let (relations, costs) = costs(favourites)
      let pairs = Assignment.solve(costs, alone: alone)
      var total = 0.0
      for (row, column) in pairs.enumerated() {
        guard let column else {
          total += alone[row]
          continue
        }
        total += costs[row][column] + (misfits[row][column] ? Self.misfit : 0)
        // Where labels stand under their lines, one that does is no exception.
        if favourites[row] == .below, relations[row][column] == .below { total -= 1 }
      }
      let taken = Set(pairs.compactMap { $0 })
      total += Self.unread * Double(slots.indices.count { filled[$0] && !taken.contains($0) })
      return (pairs, relations, costs, total)
    }
    func usual(_ solution: (pairs: [Int?], relations: [[Relation?]], costs: [[Double]], total: Double)) -> Relation {
      let votes = solution.pairs.enumerated().compactMap { row, column in column.flatMap { solution.relations[row][$0] } }
      return Relation.allCases.max { a, b in votes.count { $0 == a } < votes.count { $0 == b } }!
    }
    let free = solve(rows.map { _ in nil })
    let favourite = usual(free)
    var favourites: [Relation?] = rows.map { _ in favourite }
    var best = solve(favourites)
    // Over a line or under it, labels stand as near to the line of the next row, and boxes may leave what looks like cells around their
    // labels: other ways are tried as a whole, then for each section by itself.
    func tryOthers(_ members: [Int]) {
      let usual = favourites[members[0]]
      let met = Set(members.compactMap { row in free.pairs[row].flatMap { free.relations[row][$0] } })
      for other in Relation.allCases
      where other != usual && (met.contains(other) || usual == .above && other == .below || usual == .below && other == .above) {
        var trial = favourites
        for row in members { trial[row] = other }
        let solution = solve(trial)
        // What most labels do by themselves is believed but for good reasons.
        let isTurned = usual == .above && other == .below || usual == .below && other == .above
        let margin = !isTurned ? Self.alone / 2 : members.count == rows.count ? 0 : Self.alone / 3
        if solution.total < best.total - margin { (best, favourites) = (solution, trial) }
      }
    }
    tryOthers(Array(rows.indices))
    let bySection = Dictionary(grouping: rows.indices) { sections.section(of: wholes[$0], page: number) ?? "" }
    for (_, members) in bySection.sorted(by: { $0.key < $1.key }) where members.count >= Self.fewest && members.count < rows.count { tryOthers(members) }
    return Pairing(
      slots: slots, pairs: best.pairs, relations: best.relations, costs: best.costs, isContested: Self.contested(best.pairs, best.costs, alone),
      total: best.total)
  }

  /// Labels that make a style of their section's own.
  private static let fewest = 6

  /// By how much a label's place may cost more than another one does.
  private static let push = 2.0

  /// The labels that were pushed off a place that suits them far better, and those that stand in such a place: one label too many or one place
  /// too few moves the entries of a whole row of labels by one.
  static func contested(_ pairs: [Int?], _ costs: [[Double]], _ alone: [Double]) -> [Bool] {
    var found = pairs.map { _ in false }
    for (row, column) in pairs.enumerated() {
      guard let best = costs[row].indices.min(by: { costs[row][$0] < costs[row][$1] }), best != column,
        costs[row][best] + push <= column.map({ costs[row][$0] }) ?? alone[row], let holder = pairs.firstIndex(of: best),
        costs[holder][best] > costs[row][best]
      else { continue }
      (found[row], found[holder]) = (true, true)
    }
    return found
  }

  /// What leaving a label without a place costs.
  static let alone = 9.0
  /// What it costs where no place is wanted on every form: more than the relation that most labels of the page stand in.
  private static let optional = 4.0
  /// What an entry of another kind than its label's costs, when whole pages are compared: less than a label without a place.
  private static let misfit = 4.0

  /// What a filled place without a label costs then.
  private static let unread = 2.0

  /// Whether something is entered in each of the places: in a face that no label has, or in capitals or figures as entries are to be.
  private func filled(_ slots: [Slot], _ page: FormPage) -> [Bool] {
    let words = page.content.words
    let printed = Set(page.found.flatMap(\.words))
    let faces = Set(page.found.map { words[$0.words[0]].font })
    func isCapitals(_ text: String) -> Bool { text.count >= 2 && text.contains { $0.isLetter || $0.isNumber } && !text.contains(where: \.isLowercase) }
    let entered = words.indices.filter { index in
      let word = words[index]
      return !printed.contains(index) && (word.isEntered || page.content.isScan || !faces.contains(word.font) || isCapitals(word.text))
    }
    return slots.map { slot in
      if case .entry(let rank) = slot.origin, page.content.entries[rank].text?.contains(where: { !$0.isWhitespace }) == true { return true }
      return entered.contains { slot.box.contains(x: words[$0].box.midX, y: words[$0].box.midY) }
    }
  }

  /// The label in whose place another one stands on its level that has none: its inner line was not found, or there is none.
  static func host(of label: Box, among others: [(label: Box, slot: Slot?, relation: Relation?)]) -> Int? {
    others.firstIndex { other in
      other.relation == .inside && other.slot.map { label.share(in: $0.box) > 0.7 } == true && abs(other.label.midY - label.midY) < 5
    }
  }

  /// Words of a paragraph: twice those of a long entry.
  private static let paragraph = 20
  /// Points that the lowest entry takes.
  private static let entryHeight = 6.0
  /// Points from a label to its place in a column that stands far from its labels: half of a page.
  private static let farColumn = 300.0
  /// Places that make a column.
  private static let columnLength = 4

  /// Whether a label stands at the left of a place, within so many points, with nothing between.
  private static func isLevel(_ label: Box, with slot: Slot, far: Double, among slots: [Slot], words: [Word]) -> Bool {
    let gap = slot.box.x0 - label.x1
    guard gap > 20, gap < far, label.midY > slot.box.y0, label.midY < slot.box.y1 else { return false }
    func isBetween(_ box: Box) -> Bool { box.x0 > label.x1 - 1 && box.x0 < slot.box.x0 - 3 && box.y0 < label.midY && box.y1 > label.midY }
    return !slots.contains { isBetween($0.box) } && !words.contains { isBetween($0.box) }
  }

  /// Whether a value may stand in several places of one row.
  private static func hasParts(_ kind: FieldDefinition.Kind) -> Bool { [.date, .phone, .postalCode, .establishmentNumber].contains(kind) }

  /// Whether a narrow place only goes on with the one at its left, as the parts of a telephone number do: no label stands by it.
  static func continues(_ slot: Slot, among slots: [Slot], _ labels: [Box]) -> Bool {
    let box = slot.box
    guard box.width < 110 else { return false }
    let left = slots.first { other in
      let gap = box.x0 - other.box.x1
      return gap > -1 && gap < 14 && abs(other.box.midY - box.midY) < 3 && abs(other.box.height - box.height) < 3 && other.isEntry == slot.isEntry
    }
    guard let left else { return false }
    return !labels.contains { label in
      if label.share(in: box) > 0.7 { return true }
      // Its place begins where the label does, or stands in the middle under it.
      let isOver = label.x0 > box.x0 - 8 && label.x0 < box.x1 - 2 || abs(label.midX - box.midX) < 12 && label.width < box.width * 2
      if isOver, label.y1 > box.y0 - 14 && label.y1 < box.y0 + 4 || label.y0 > box.y1 - 4 && label.y0 < box.y1 + 10 { return true }
      return label.midY > box.y0 && label.midY < box.y1 && label.x0 > left.box.x1 - 2 && label.x1 < box.x0 + 4
    }
  }

  /// What stands in a place: a field's value, or the words laid in it that no label or printed text is.
  private func content(of slot: Slot, _ page: FormPage) -> String? {
    if case .entry(let rank) = slot.origin { return page.content.entries[rank].text.map(ValueForms.plain) }
    let words = page.content.words
    let inside = words.indices.filter { slot.box.contains(x: words[$0].box.midX, y: words[$0].box.midY) && words[$0].box.midY > slot.box.y1 - 16 }
    return inside.isEmpty ? nil : EntryReader.join(inside.map { words[$0] })
  }

  /// Whether a text's kind is another than any of the fields': an e-mail address beside « Téléphone ».
  private static func misfits(_ kind: FieldDefinition.Kind, _ fields: [FieldDefinition]) -> Bool {
    !fields.contains { ValueForms.accepts($0.kind, kind) }
  }

  /// The words in a label's cell that are in another face than the label's, or laid over the page; on a scan, where faces are not known, those under
  /// the label that no printed text is.
  private func entered(in cell: Box, besides label: Box, _ page: FormPage) -> [Int] {
    let words = page.content.words
    let inside = words.indices.filter { cell.contains(x: words[$0].box.midX, y: words[$0].box.midY) && words[$0].box.share(in: label) < 0.5 }
    if page.content.isScan {
      let printed = Set(page.found.flatMap(\.words))
      return inside.filter { !printed.contains($0) && words[$0].box.midY > label.y1 }
    }
    // Hints are set smaller than their label, entries larger.
    guard let face = words.first(where: { $0.box.share(in: label) > 0.6 }) else { return inside }
    return inside.filter { words[$0].isEntered || words[$0].font != face.font || words[$0].size > face.size + 0.5 }
  }

  /// The unlabelled places right beside a label's own cell or right under it, as the value cells of a table are; none when a
  /// field stands in the label's cell.
  static func valueCells(
    of cell: Box?, label: Box, among slots: [Slot], _ inside: [[Box]], filled: [Bool]
  ) -> (beside: Set<Int>, under: Set<Int>) {
    guard let cell, !slots.contains(where: { $0.isEntry && $0.box.share(in: cell) > 0.8 }) else { return ([], []) }
    let labelled = slots.indices.filter { !inside[$0].isEmpty }.map { slots[$0].box }
    let free = slots.indices.filter { index in
      // What lies in another label's cell is that label's.
      inside[index].isEmpty && slots[index].origin != .line && slots[index].box.width > 12
        && !labelled.contains { slots[index].box.share(in: $0) > 0.8 }
    }
    let beside = free.filter { index in
      let box = slots[index].box
      // Labels one under the other in the space beside a column of places have each their own.
      let isLevel = box.height > cell.height * 0.6 || label.midY > box.y0 - 3 && label.midY < box.y1 + 3
      return isLevel && box.x0 > cell.x1 - 4 && box.x0 - cell.x1 < 10 && box.midY > cell.y0 && box.midY < cell.y1
    }
    // Under a cell that its label fills to the height, one as wide; under any whose entry stands there.
    let isFull = cell.height < label.height * 2 || max(label.y0 - cell.y0, cell.y1 - label.y1) < Self.entryHeight
    let under = free.filter { index in
      let box = slots[index].box
      // A comb may be narrower than the strip its label fills.
      let isUnder = abs(box.x0 - cell.x0) < 8 && (isFull ? box.x1 < cell.x1 + 8 : abs(box.x1 - cell.x1) < 8)
      return (isFull || filled[index]) && box.y0 > cell.y1 - 3 && box.y0 - cell.y1 < 6 && isUnder
    }
    return (Set(beside), Set(under))
  }
}
