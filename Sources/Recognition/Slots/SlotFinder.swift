import Forms

/// Finds the places of a page where something may be entered.
enum SlotFinder {
  /// The page's fillable fields, then the cells, boxes and lines that no fillable field lies in.
  ///
  /// Boxes that hold a heading, many labels, or much of the page are frames of the drawing, not places to write in.
  static func slots(of page: PageContent, grid: CellGrid, labels: [Box], headings: [Box]) -> [Slot] {
    var slots: [Slot] = page.entries.enumerated().map { Slot(page: page.number, box: $1.box, origin: .entry($0)) }
    let entries = page.entries.map(\.box)
    let cells = grid.cells
    var drawn: [Box] = []
    for box in cells + page.frames {
      guard box.width >= leastTooth, box.height >= 8, box.height <= 150, box.area < page.bounds.area * 0.25 else { continue }
      // Nor is a dark band that a heading stands in.
      if page.scan?.isBand(box) == true { continue }
      // A tick box is no place to write.
      if page.ticks.contains(where: { $0.box.share(in: box) > 0.8 && box.area < $0.box.area * 2.5 }) { continue }
      if labels.filter({ $0.share(in: box) > 0.8 }).count > 5 { continue }
      // Nor is the cell of a choice's options, though a line in it may be.
      if !page.isScan, page.ticks.count(where: { $0.box.share(in: box) > 0.8 }) >= 3 { continue }
      if headings.contains(where: { $0.share(in: box) > 0.5 || isNumberBox(box, of: $0) }) { continue }
      if entries.contains(where: { $0.share(in: box) > 0.5 || box.share(in: $0) > 0.5 }) { continue }
      if drawn.contains(where: { $0.share(in: box) > 0.85 && box.share(in: $0) > 0.85 }) { continue }
      drawn.append(box)
    }
    // A box made of smaller ones (a date's comb, a table) yields to them unless a label of its own stands in it.
    let plain = drawn.filter { outer in
      let inner = drawn.filter { $0 != outer && $0.share(in: outer) > 0.9 }
      return (inner.isEmpty || inner.reduce(0) { $0 + $1.area } < outer.area * 0.5) && !isRowOfLines(outer, grid, labels)
    }
    // Nor is a cell with a date's caption a comb's tooth.
    let captions = page.words.filter { DateCaptions.isHint($0.text) && $0.text.count > 1 }.map(\.box)
    let captioned = plain.filter { cell in captions.contains { $0.share(in: cell) > 0.8 } }
    slots += Self.combs(plain, under: labels, besides: captioned).filter { $0.width >= 10 }.map { Slot(page: page.number, box: $0, origin: .cell) }
    let words = page.words.map(\.box)
    let captionBoxes = page.words.filter { DateCaptions.isHint($0.text) }.map(\.box)
    // The sides of a drawn box are no lines to write on, even where its corners are round or it is only shaded.
    let lines = grid.writingLines(besides: cells + plain.filter { !cells.contains($0) })
    for line in lines where !isSeparator(line, among: lines, labels, headings) {
      guard let rule = withEntry(line, among: lines, labels, page) else { continue }
      var height = grid.clearance(above: rule, limit: 26)
      // A row is as high as a label of several lines in it.
      let tall = labels.filter { $0.height > 18 && $0.y1 < rule.position && $0.y1 > rule.position - 14 && $0.x0 > rule.start - 3 && $0.x1 < rule.end }
        .map { rule.position - $0.y0 + 1 }.max()
      if let tall, tall > height, grid.clearance(above: rule, limit: tall) == tall { height = tall }
      guard height > 7 else { continue }
      // An entry typed over the first part of a line pushes what is left of it to the right.
      var start = rule.start
      // On a scan the foot of a label's last letters may go on as the line beside it.
      let isRun = { (label: Box) in
        label.x0 < start && label.x1 > start && label.x1 < min(start + reach, rule.end) && label.midY < rule.position && label.y1 > rule.position - 1
      }
      if page.isScan, let label = labels.first(where: isRun) { start = label.x1 }
      for word in words.filter({ $0.y1 > rule.position - 4 && $0.midY < rule.position && $0.x0 < rule.start })
        .sorted(by: { $0.x1 > $1.x1 })
      {
        // What stands over a line of its own was not typed over this one.
        let others = lines.filter { abs($0.position - rule.position) < 4 && $0.end < rule.start }
        let end = min(word.x1, rule.start)
        let isOthers = others.reduce(0) { $0 + max(0, min($1.end, end) - max($1.start, word.x0)) } > (end - word.x0) * 0.5
        guard !isOthers, start - word.x1 < 7, start - word.x1 > -word.width - 1, !captionBoxes.contains(word), !labels.contains(where: { word.share(in: $0) > 0.6 })
        else { break }
        start = min(start, word.x0)
      }
      // Under a heading, or a label of the row above, the space begins where that ends; an entry is no lower than 10 points.
      let above = (headings.filter { $0.y1 < rule.position - 7 } + labels.filter { $0.y1 < rule.position - 10 })
        .filter { $0.x0 < rule.end && $0.x1 > start }.map(\.y1).max()
      let box = Box(start, max(rule.position - height, above ?? 0), rule.end, rule.position + 1.5)
      if entries.contains(where: { $0.share(in: box) > 0.4 || box.share(in: $0) > 0.4 }) { continue }
      if plain.contains(where: { box.share(in: $0) > 0.7 }) { continue }
      if headings.contains(where: { $0.share(in: box) > 0.5 }) { continue }
      slots.append(Slot(page: page.number, box: box, origin: .line))
    }
    return slots
  }

  /// The places with each line cut where one of several labels level with one another begins right over its room: a row with one line under all of
  /// its entries has no walls between them.
  static func split(_ slots: [Slot], at labels: [Box]) -> [Slot] {
    slots.flatMap { slot -> [Slot] in
      if slot.origin == .cell { return split(cell: slot, at: labels) }
      guard slot.origin == .line else { return [slot] }
      let foot = slot.box.y1 - 1.5
      let over = labels.filter { $0.y1 <= foot - 7 && $0.y0 > foot - room && $0.x0 > slot.box.x0 - 4 && $0.x0 < slot.box.x1 - 8 }
      guard let lowest = over.max(by: { $0.y1 < $1.y1 }) else { return [slot] }
      let row = over.filter { min($0.y1, lowest.y1) - max($0.y0, lowest.y0) > min($0.height, lowest.height) / 2 }.sorted { $0.x0 < $1.x0 }
      guard row.count >= 2 else { return [slot] }
      return row.enumerated().map { rank, label in
        let (left, right) = (rank == 0 ? slot.box.x0 : label.x0 - 2, rank + 1 < row.count ? row[rank + 1].x0 - 2 : slot.box.x1)
        return Slot(page: slot.page, box: Box(left, label.y1, right, slot.box.y1), origin: .line)
      }
    }
  }

  /// The place of a row that begins before its first label, which the label of the cell before it names, and the places of its own labels.
  private static func split(cell slot: Slot, at labels: [Box]) -> [Slot] {
    let row = labels.filter { $0.share(in: slot.box) > 0.8 }.sorted { $0.x0 < $1.x0 }
    guard let first = row.first, slot.box.height < reach, first.x0 - slot.box.x0 > reach, row.allSatisfy({ abs($0.midY - first.midY) < first.height / 2 }) else { return [slot] }
    let walls = [slot.box.x0] + row.map { $0.x0 - 2 } + [slot.box.x1]
    return zip(walls, walls.dropFirst()).map { Slot(page: slot.page, box: Box($0, slot.box.y0, $1, slot.box.y1), origin: .cell) }
  }

  /// Points from a line up to a label of two lines over its entry.
  private static let room = 36.0

  /// Whether a box holds a heading's number, and stands right before the heading's own box.
  static func isNumberBox(_ box: Box, of heading: Box) -> Bool {
    box.y0 < heading.midY && box.y1 > heading.midY && box.height < heading.height * 3 && box.width < box.height * 2.5
      && box.x1 < heading.x0 + 2 && heading.x0 - box.x1 < 20
  }

  /// Whether a box is a row of a form, as a shade behind it draws one, in which labels have each a line beside them to write on, or frames columns of
  /// lines.
  private static func isRowOfLines(_ box: Box, _ grid: CellGrid, _ labels: [Box]) -> Bool {
    let within = labels.filter { $0.share(in: box) > 0.8 }
    guard within.count >= 2 else { return false }
    let lines = grid.lines(within: box)
    let levels = Dictionary(grouping: lines) { line in lines.first { abs($0.position - line.position) < 3 }?.position ?? line.position }
    if levels.values.count(where: { $0.count >= 2 }) >= 2 { return true }
    let own = within.filter { label in
      lines.contains { $0.start > label.x1 - 2 && $0.start < label.x1 + reach && $0.position > label.midY && $0.position < label.y1 + label.height }
    }
    return own.count >= 2
  }

  /// A line with the entry that a row of dots before it leads to: as far as the next label or line on its level. Nil where the dots lead to a place of its
  /// own.
  private static func withEntry(_ rule: Rule, among lines: [Rule], _ labels: [Box], _ page: PageContent) -> Rule? {
    func isLevel(_ y: Double) -> Bool { y > rule.position - 9 && y < rule.position + 3 }
    guard rule.isLeader else {
      // A place begins where the dots do that lead to it.
      let leader = lines.first { other in
        other.isLeader && abs(other.position - rule.position) < 6 && rule.start > other.end - 2 && rule.start - other.end < reach
          && !labels.contains { isLevel($0.midY) && $0.x0 > other.end && $0.x1 < rule.start }
      }
      var rule = rule
      if let leader { rule.box.x0 = leader.start }
      return rule
    }
    let places = lines.filter { !$0.isLeader && abs($0.position - rule.position) < 6 && $0.start > rule.end - 2 }.map(\.start)
      + page.frames.filter { $0.y0 < rule.position && $0.y1 > rule.position - 3 && $0.x0 > rule.end - 2 }.map(\.x0)
    let following = labels.filter { isLevel($0.midY) && $0.x0 > rule.end }.map(\.x0)
    if let next = places.min(), next - rule.end < reach, !following.contains(where: { $0 < next }) { return nil }
    let level = page.words.filter { isLevel($0.box.midY) }
    guard !level.contains(where: { $0.box.midX > rule.start && $0.box.midX < rule.end }),
      let entry = level.filter({ $0.box.x0 > rule.end - 1 }).min(by: { $0.box.x0 < $1.box.x0 }), entry.box.x0 - rule.end < reach / 2,
      !DateCaptions.isHint(entry.text), !labels.contains(where: { entry.box.share(in: $0) > 0.5 })
    else { return rule }
    var rule = rule
    rule.box.x1 = (following + places.filter { $0 > entry.box.x0 } + [page.width - 20]).min()! - 2
    return rule
  }

  /// Whether a line parts two sections: right over a heading, as wide as the form, and of an extent that no line amid the labels has.
  private static func isSeparator(_ rule: Rule, among lines: [Rule], _ labels: [Box], _ headings: [Box]) -> Bool {
    func isOverHeading(_ rule: Rule) -> Bool {
      headings.contains { $0.y0 > rule.position - 1 && $0.y0 < rule.position + 8 && $0.midX > rule.start && $0.midX < rule.end }
    }
    guard isOverHeading(rule), let first = headings.map(\.y0).min(), let last = labels.map(\.y1).max() else { return false }
    let alike = lines.filter { abs($0.start - rule.start) < 3 && abs($0.end - rule.end) < 3 }
    guard let left = labels.map(\.x0).min(), let right = lines.map(\.end).max(), rule.start < left + 2, rule.end > right - 6 else { return false }
    return alike.count >= 2 && alike.allSatisfy { isOverHeading($0) || $0.position < first || $0.position > last }
  }

  /// Points that the foot of a label's last word takes.
  private static let reach = 30.0

  /// Points: a comb's tooth holds one letter of 8 points.
  private static let leastTooth = 7.0

  /// The cells with those of a comb, one character each and none of the others, joined to the place that they make together.
  static func combs(_ cells: [Box], under labels: [Box] = [], besides others: [Box] = []) -> [Box] {
    let combs = Comb.all(among: cells.filter { !others.contains($0) }, under: labels)
    let teeth = combs.flatMap(\.teeth)
    return cells.filter { !teeth.contains($0) } + combs.map(\.box)
  }
}
