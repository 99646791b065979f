import Forms

// Which box to tick belongs to which option.
extension FormMap {
  mutating func placeTicks(_ definition: FormDefinition) {
    var weights: [FieldID: [String: Double]] = [:]
    for page in pages {
      let frames = page.content.ticks.filter { tick in !headings(on: page.content.number).contains { SlotFinder.isNumberBox(tick.box, of: $0) } }
      let combs = Comb.all(among: page.grid.cells)
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
          // A letter alone in a tooth is a name's.
          if occurrence.length == 1, combs.contains(where: { $0.teeth.count >= Self.wordTeeth && occurrence.box.share(in: $0.box) > 0.8 }) { continue }
          rows.append((field, value, occurrence, page.lineBoxes(occurrence)[0]))
        }
      }
      guard !rows.isEmpty else { continue }
      let ends = frames.map { Self.endsLine($0.box, page) }
      // A box right beside an option on its own line is no other's; but one after an option that has a box before it may begin the next one.
      func isClose(_ box: Box, _ label: Box) -> Bool {
        abs(label.midY - box.midY) < 5 && max(label.x0 - box.x1, box.x0 - label.x1) < Self.close
      }
      let owned = frames.map { frame in
        rows.indices.filter { row in
          let label = rows[row].label
          return isClose(frame.box, label) && !frames.contains { $0.box != frame.box && $0.box.x0 < label.x0 && isClose($0.box, label) }
        }
      }
      let cells = frames.map { page.grid.cell(aroundX: $0.box.midX, y: $0.box.midY) }
      let cellOfLabel = rows.map { page.grid.cell(aroundX: $0.label.midX, y: $0.label.midY) }
      let wrapped = rows.map { row in page.lines.place[row.occurrence.words[0]].rank == 0 }
      var pairs: [Int?] = []
      var favourite: Side?
      for _ in 0..<2 {
        let sides = rows.enumerated().map { rank, row in
          frames.enumerated().map { column, frame in
            var label = Self.label(of: row.occurrence, row.label, upTo: frame.box, frames, page)
            // A box right before another option's words is that one's.
            if frame.box.x0 > label.x1, !rows.contains(where: { $0.label.x0 > frame.box.x0 && isClose(frame.box, $0.label) }) { label = Self.led(label, to: frame.box, page) }
            // What stands beyond another option's words is none of this one's: « M ☐ F ☐ ».
            let isPassed = rows.indices.contains { other in
              let between = rows[other].label
              return other != rank && abs(between.midY - label.midY) < 5 && abs(between.midY - frame.box.midY) < 7
                && between.x0 > min(label.x1, frame.box.x1) - 2 && between.x1 < max(label.x0, frame.box.x0) + 2
            }
            let isApart = cells[column] != nil && cellOfLabel[rank] != nil && cells[column] != cellOfLabel[rank]
            return Self.side(
              of: frame.box, label: label, favourite: favourite,
              mayWrap: wrapped[rank] && ends[column] && !isApart && owned[column].allSatisfy { $0 == rank },
              isRow: Self.isRow(frame.box, label, frames, page), isPassed: isPassed)
          }
        }
        pairs = Assignment.solve(sides.map { $0.map { $0?.cost ?? 1e9 } }, alone: 8)
        let votes = pairs.enumerated().compactMap { row, column in column.flatMap { sides[row][$0]?.side } }
        favourite = Side.allCases.max { a, b in votes.count { $0 == a } < votes.count { $0 == b } }
      }
      let small = page.grid.cells.filter { (6...24).contains($0.width) && (6...24).contains($0.height) }
      let known = pairs.enumerated().compactMap { row, column in column.map { (label: rows[row].label, frame: frames[$0].box) } }
      // A box that was found speaks louder than one that is guessed, and a longer wording: « Directeur général » may be written in, and « grappe OPTILAB » be
      // an establishment's name.
      let weight = rows.indices.map { row in
        Double(rows[row].occurrence.length) * (1 - 3 * rows[row].occurrence.error) + (pairs[row] == nil ? 0 : Self.found)
      }
      for row in rows.indices.sorted(by: { (weight[$0], -rows[$0].label.y0) > (weight[$1], -rows[$1].label.y0) }) {
        let (field, value, occurrence, label) = rows[row]
        if let other = weights[field.id]?[value], other >= weight[row] { continue }
        guard let frame = pairs[row].map({ frames[$0] }) ?? Self.tickCell(beside: label, small, page) ?? Self.crossedFrame(beside: label, known, page)
        else { continue }
        weights[field.id, default: [:]][value] = weight[row]
        ticks[field.id, default: [:]][value] = TickPlacement(
          page: page.content.number, label: label, frame: frame)
        printed[page.content.number, default: []].formUnion(occurrence.words)
      }
      // An option is printed whether its box was found or not: it is set as the others are. A person may write the same words.
      func face(_ row: Int) -> [String] {
        let word = page.content.words[rows[row].occurrence.words[0]]
        return [word.font, "\(word.size.rounded())"]
      }
      let faces = Set(pairs.indices.filter { pairs[$0] != nil }.map(face))
      for row in rows.indices where rows[row].occurrence.length >= 8 && !page.content.isScan && faces.contains(face(row)) {
        // Where the option stands elsewhere with its box, these words may be an establishment's name.
        if let placed = ticks[rows[row].field.id]?[rows[row].value], placed.label != rows[row].label { continue }
        printed[page.content.number, default: []].formUnion(rows[row].occurrence.words)
      }
    }
    for field in definition.fields where field.kind == .choice { placeLetter(field) }
    for field in definition.fields where field.kind == .tick || field.kind == .choice {
      let wanted = field.kind == .tick ? 1 : field.options.count
      if (ticks[field.id]?.count ?? 0) < wanted { framesNotFound.insert(field.id) }
    }
  }

  /// Points between a box and its option's words on most forms.
  private static let close = 10.0

  /// Points that a leader measures at least: a shorter one is the side of a box, and needs none.
  private static let leader = 20.0

  /// More than the letters of any wording.
  private static let found = 1_000.0

  /// Teeth of a comb that are not the letters of a choice of two and their boxes in a row.
  private static let wordTeeth = 5

  /// Gives the box beside that of one letter to the other letter of a choice of two, which recognition made nothing of: a person looks at it.
  private mutating func placeLetter(_ field: FieldDefinition) {
    guard field.options.count == 2, field.options.allSatisfy({ $0.labels.contains { $0.count == 1 } }), let placed = ticks[field.id], placed.count == 1,
      let known = placed.values.first, let other = field.options.first(where: { placed[$0.value] == nil }),
      let page = pages.first(where: { $0.content.number == known.page }), page.content.isScan
    else { return }
    let taken = ticks.values.flatMap(\.values).filter { $0.page == known.page }.map(\.frame.box)
    let free = page.content.ticks.filter { tick in
      abs(tick.box.midY - known.frame.box.midY) < 4 && abs(tick.box.midX - known.frame.box.midX) < Self.beside && !taken.contains(tick.box)
    }
    guard let frame = free.first, free.count == 1 else { return }
    ticks[field.id]?[other.value] = TickPlacement(page: known.page, label: known.label, frame: frame)
    framesNotFound.insert(field.id)
  }

  /// Boxes that print has filled are ticked where the form's others of their kind are blank or filled as they are: beside a cross or a tick a black box
  /// may be one that was struck out. Those of choices are of one kind, often round, those of single options of another.
  mutating func judgeFilled() {
    for kinds in [[FieldDefinition.Kind.choice, .tick], [.choice], [.tick]] {
      let ids = ticks.keys.filter { id in kinds.contains { definition.field(id)?.kind == $0 } }
      let frames = ids.flatMap { ticks[$0]?.values.map(\.frame) ?? [] }
      guard frames.count(where: \.isFilled) > 1, frames.allSatisfy({ $0.isFilled || $0.state == .off }) else { continue }
      for id in ids {
        for (value, option) in ticks[id] ?? [:] where option.frame.isFilled {
          ticks[id]?[value]?.frame.state = .on
          ticks[id]?[value]?.frame.confidence = 0.97
        }
      }
    }
  }

  /// Points from the box of one letter to that of the other.
  private static let beside = 60.0

  /// A small cell of a table right before an option, or else right after it, ticked when a letter or a mark stands in it.
  static func tickCell(beside label: Box, _ cells: [Box], _ page: FormPage) -> TickFrame? {
    func isBeside(_ gap: Double) -> Bool { gap > -2 && gap < 6 }
    let level = cells.filter { abs($0.midY - label.midY) < 7 }
    let before = level.filter { isBeside(label.x0 - $0.x1) }.max { $0.x1 < $1.x1 }
    let after = level.filter { isBeside($0.x0 - label.x1) && !$0.contains(x: label.midX, y: label.midY) }.min { $0.x0 < $1.x0 }
    guard let cell = before ?? after, page.content.scan == nil else { return nil }
    let isMarked =
      page.content.words.contains { cell.contains(x: $0.box.midX, y: $0.box.midY) }
      || page.content.marks.contains { cell.contains(x: $0.box.midX, y: $0.box.midY) }
    return TickFrame(box: cell, state: isMarked ? .on : .off, source: .mark, confidence: 0.95)
  }

  /// The box of an option on a scan where its mark hid the frame: as far from its label as the other boxes of the page are, and
  /// taken only when it is clearly marked.
  static func crossedFrame(beside label: Box, _ known: [(label: Box, frame: Box)], _ page: FormPage) -> TickFrame? {
    guard let scan = page.content.scan, known.count >= 3 else { return nil }
    let shifts = known.map { $0.frame.x0 - $0.label.x0 }.sorted()
    let sides = known.map(\.frame.width).sorted()
    let (shift, side) = (shifts[shifts.count / 2], sides[sides.count / 2])
    // Only where the page's boxes stand at one distance before their labels.
    guard shift < 0, shifts.count(where: { abs($0 - shift) < 2.5 }) * 2 > shifts.count else { return nil }
    let frame = scan.tick(at: Box(label.x0 + shift, label.midY - side / 2, label.x0 + shift + side, label.midY + side / 2))
    return frame?.state == .on ? frame : nil
  }

  /// Whether nothing stands to the right of a box on its line, so that its option's words may begin the next one.
  static func endsLine(_ frame: Box, _ page: FormPage) -> Bool {
    let right = page.content.rules.filter { !$0.isHorizontal && $0.position > frame.x1 && $0.start < frame.midY && $0.end > frame.midY }.map(\.position)
    let end = min(right.min() ?? page.content.width, page.content.width)
    return !page.content.words.contains { $0.box.x0 > frame.x1 - 1 && $0.box.x1 < end + 1 && abs($0.box.midY - frame.midY) < frame.height * 0.7 }
  }

  /// The label of an option with the words that go on with it up to a box after them, on its line or the one under it: « (ne joignez pas de liste) ».
  static func label(of occurrence: Occurrence, _ line: Box, upTo frame: Box, _ frames: [TickFrame], _ page: FormPage) -> Box {
    guard frame.x0 - line.x1 > 20, let last = occurrence.words.last(where: { page.content.words[$0].box.share(in: line) > 0.6 }) else { return line }
    let (segment, rank) = page.lines.place[last]
    var rest = page.lines.segments[segment].dropFirst(rank + 1).filter { page.content.words[$0].box.midX < frame.x0 }
    var foot = line.y1
    if rest.isEmpty, let next = page.lines.continuation(of: segment, start: line.x0), page.lines.boxes[next].x1 < frame.x0 + 2 {
      (rest, foot) = (page.lines.segments[next], page.lines.boxes[next].y1)
    }
    guard let end = rest.last, frame.midY > line.y0, frame.midY < foot,
      !page.found.contains(where: { found in !found.roles.contains(.caption) && rest.contains(where: found.words.contains) }),
      !frames.contains(where: { $0.box.midY > line.y0 && $0.box.midY < foot && $0.box.x0 > line.x1 - 2 && $0.box.x1 < frame.x0 })
    else { return line }
    return Box(line.x0, line.y0, max(line.x1, page.content.words[end].box.x1), line.y1)
  }

  /// The label of an option with the leader, dots or a line, that leads the eye from its words to a box.
  private static func led(_ label: Box, to frame: Box, _ page: FormPage) -> Box {
    // A page of thousands of boxes and lines asks few of them.
    guard frame.x0 > label.x1, frame.y0 < label.y1 + 2, frame.y1 + 2 > label.midY else { return label }
    let leader = page.content.rules.first { rule in
      rule.isHorizontal && rule.position > max(label.midY, frame.y0) && rule.position < min(label.y1, frame.y1) + 2
        && abs(rule.start - label.x1) < Self.close && abs(frame.x0 - rule.end) < Self.close && rule.end - rule.start > Self.leader
    }
    return leader.map { Box(label.x0, label.y0, $0.end, label.y1) } ?? label
  }

  enum Side: CaseIterable { case before, after, over, under }

  /// Whether a box and a label stand far from one another in a row of a table, with nothing between them but walls, and no line of the table.
  private static func isRow(_ frame: Box, _ label: Box, _ frames: [TickFrame], _ page: FormPage) -> Bool {
    let (left, right) = frame.x0 < label.x0 ? (frame, label) : (label, frame)
    guard right.x0 - left.x1 > 30, abs(frame.midY - label.midY) < 12 else { return false }
    let (top, foot) = (min(frame.midY, label.midY), max(frame.midY, label.midY))
    let isParted = page.content.rules.contains { rule in
      rule.isHorizontal && rule.position > top && rule.position < foot && rule.start < right.x0 && rule.end > left.x1
    }
    let between = Box(left.x1, min(frame.y0, label.y0), right.x0, max(frame.y1, label.y1))
    func isBetween(_ box: Box) -> Bool { between.contains(x: box.midX, y: box.midY) }
    let cells = [left, right].compactMap { page.grid.cell(aroundX: $0.midX, y: $0.midY) }
    // Both stand between lines of the table.
    guard !isParted, cells.count == 2, cells.allSatisfy({ $0.height < 40 }), !frames.contains(where: { isBetween($0.box) }) else { return false }
    // Between them may stand a cell of words, in a row of the table with one option and one box.
    func isInRow(_ box: Box) -> Bool { box.midY > cells[0].y0 && box.midY < cells[0].y1 }
    let isRowOfOne = cells[0] != cells[1] && abs(cells[0].y0 - cells[1].y0) < 3 && abs(cells[0].y1 - cells[1].y1) < 3 && frames.count { isInRow($0.box) } == 1
      && page.found.count { found in isInRow(found.box) && found.roles.contains { if case .option = $0 { true } else { false } } } == 1
    return isRowOfOne || !page.content.words.contains { isBetween($0.box) }
  }

  /// On which side of its label a frame stands, and at what cost; `mayWrap` where the frame ends a line and the label begins one, `isRow` where
  /// both stand in a row of a table, `isPassed` where another option stands between them.
  static func side(
    of frame: Box, label: Box, favourite: Side?, mayWrap: Bool = false, isRow: Bool = false, isPassed: Bool = false
  ) -> (side: Side, cost: Double)? {
    let level = abs(frame.midY - label.midY)
    var best: (side: Side, cost: Double)?
    func consider(_ side: Side, _ cost: Double) {
      let total = cost + (favourite == nil || favourite == side ? 0 : 1.5)
      if total < best?.cost ?? .infinity { best = (side, total) }
    }
    if level < max(7, label.height * 0.7), !isPassed {
      let (before, after) = (label.x0 - frame.x1, frame.x0 - label.x1)
      if before > -3, before < 34 { consider(.before, max(0, before) / 10 + level / 10) }
      if after > -3, after < 44 { consider(.after, 0.6 + max(0, after) / 10 + level / 10) }
    }
    if isRow, !isPassed { consider(frame.x0 < label.x0 ? .before : .after, 1.2) }
    // Running text broke between them: the box is the last thing of the line before.
    if mayWrap, label.midY - frame.midY > 4, label.y0 - frame.y1 < 12, label.midY - frame.midY < 26, frame.x0 > label.x0 - 2 {
      consider(.before, 1.5)
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
}
