import Forms

/// Reads the entries of a mapped form: what stands in each place that its labels name.
struct EntryReader {
  let map: FormMap
  /// Fonts and sizes that printed labels of each page are set in, to tell hints from entries.
  private let labelFaces: [Int: Set<Face>]

  private struct Face: Hashable {
    var font: String
    var size: Int
  }

  init(_ map: FormMap) {
    self.map = map
    var faces: [Int: Set<Face>] = [:]
    for page in map.pages where !page.content.isScan {
      let printed = map.printed[page.content.number] ?? []
      faces[page.content.number] = Set(printed.map { Self.face(page.content.words[$0]) })
    }
    labelFaces = faces
  }

  private static func face(_ word: Word) -> Face { Face(font: word.font, size: Int((word.size * 2).rounded())) }

  func page(_ number: Int) -> FormPage? { map.pages.first { $0.content.number == number } }

  /// Reads one field of any kind; `nothing found` fields are doubtful, never blank.
  func read(_ field: FieldDefinition) -> FieldReading {
    switch field.kind {
    case .tick, .choice: return ticks(field)
    case .preprinted: return preprinted(field)
    case .establishmentNumbers: return numbers(field)
    case .signature: return SignatureFinder(self).read(field).reading
    default: return entry(field)
    }
  }

  // MARK: Texts

  /// The free words in a region: not printed, their middles inside it.
  func words(in region: Box, page: FormPage) -> [Word] {
    let printed = map.printed[page.content.number] ?? []
    let inside = page.content.words.indices.filter { index in
      region.contains(x: page.content.words[index].box.midX, y: page.content.words[index].box.midY)
        && !printed.contains(index)
    }.map { page.content.words[$0] }
    // Beside an entry in another face, words in a label's face are printed hints.
    let faces = labelFaces[page.content.number] ?? []
    func isHint(_ word: Word) -> Bool { !word.isEntered && faces.contains(Self.face(word)) }
    // A sign printed between figures is no entry beside which they are hints.
    guard inside.contains(where: { !isHint($0) && $0.text.contains { $0.isLetter || $0.isNumber } }) else { return inside }
    // An area code is none: the brackets printed around it may have it seem smaller.
    func isAreaCode(_ word: Word) -> Bool { word.text.count == 5 && word.text.hasPrefix("(") && word.text.dropFirst().prefix(3).allSatisfy(\.isASCIIDigit) }
    return inside.filter { !isHint($0) || isAreaCode($0) }
  }

  /// The words of a page that look entered: laid over it, or in a font that entries in places are set in and a face that no label is.
  func entered(on page: FormPage) -> [Word] {
    let printed = map.printed[page.content.number] ?? []
    let known = Set(page.found.flatMap(\.words))
    let faces = labelFaces[page.content.number] ?? []
    let places = map.placements.values.filter { $0.page == page.content.number && $0.relation != nil }
    let fonts = Set(places.flatMap { placement in placement.slots.flatMap { words(in: region(placement, $0), page: page) } }.map(\.font))
    if fonts.isEmpty, !page.content.words.contains(where: \.isEntered) { return [] }
    return page.content.words.indices.filter { index in
      let word = page.content.words[index]
      return !printed.contains(index) && !known.contains(index) && word.text.contains { $0.isLetter || $0.isNumber }
        && (word.isEntered || fonts.contains(word.font) && !faces.contains(Self.face(word)))
    }.map { page.content.words[$0] }
  }

  /// The part of a place that is a label's own: without the label, and without what other labels in the place claim.
  func region(_ placement: FormMap.Placement, _ slot: Slot) -> Box {
    var box = slot.box
    if placement.relation == .left, slot.origin == .line, slot.box == placement.slots.first?.box,
      page(placement.page)?.content.isScan == false
    {
      // An entry may stand in the place of the first dots or dashes of the line it is typed on.
      box.x0 = min(box.x0, placement.lastLine.x1 + 0.5)
    }
    if slot.origin == .line, placement.relation == .above || placement.relation == .left {
      // In a row with one line under it, the next label ends the entry.
      let next = map.placements.values.filter { other in
        other.page == placement.page && other.label != placement.label && other.label.share(in: slot.box.grown(0, 4)) > 0.8
          && other.label.x0 > max(box.x0, placement.label.x0) + 20
      }.map(\.label.x0).min()
      if let next { box.x1 = min(box.x1, next - 1) }
    }
    if let page = page(placement.page), page.content.isScan { box.x0 = start(of: box, page) }
    guard placement.relation == .inside else { return box }
    for (_, other) in map.placements where other.page == placement.page && other.label != placement.label {
      guard other.label.share(in: slot.box) > 0.7 else { continue }
      if abs(other.label.midY - placement.label.midY) < 5 {
        if other.label.x0 > placement.label.x1 { box.x1 = min(box.x1, other.label.x0 - 1) }
        if other.label.x1 < placement.label.x0 { box.x0 = max(box.x0, placement.label.x0 - 2) }
      } else if other.label.y0 > placement.label.y1 {
        box.y1 = min(box.y1, other.label.y0)
      } else if other.label.y1 < placement.label.y0 {
        box.y0 = max(box.y0, placement.label.y0 - 2)
      }
    }
    return box
  }

  /// Where a scanned place begins: with the word that a tint's side was found to run through, since a letter that touches the side hides it. No wall does.
  private func start(of box: Box, _ page: FormPage) -> Double {
    let printed = map.printed[page.content.number] ?? []
    let cut = page.content.words.indices.filter { index in
      let word = page.content.words[index].box
      return !printed.contains(index) && box.contains(x: word.midX, y: word.midY) && box.x0 - word.x0 > 1 && box.x0 - word.x0 < word.height * 1.2
    }.map { page.content.words[$0].box }
    guard let first = cut.min(by: { $0.x0 < $1.x0 }) else { return box.x0 }
    let walls = page.content.rules.filter { rule in
      !rule.isHorizontal && rule.position > first.x0 && rule.position < box.x0 + 2 && rule.start < first.midY && rule.end > first.midY
    }
    // A tint's side has no thickness.
    return walls.isEmpty || walls.contains { $0.box.width > 0 } ? box.x0 : first.x0 - 1
  }

  /// The words of a place that are in no other field's smaller one, and stand on its line: those that another field's line lies nearer under are that
  /// field's.
  private func own(_ words: [Word], of slot: Slot, besides placement: FormMap.Placement) -> [Word] {
    let inner = map.placements.values.filter { $0.page == slot.page && $0.label != placement.label }.flatMap(\.slots).map(\.box).filter {
      $0.area < slot.box.area * 0.6 && $0.share(in: slot.box) > 0.8
    }
    let words = words.filter { word in !inner.contains { $0.contains(x: word.box.midX, y: word.box.midY) } }
    guard slot.origin == .line else { return words }
    let others = map.placements.values.flatMap(\.slots).filter { $0.page == slot.page && $0.box != slot.box && !$0.isEntry }
    return words.filter { word in
      !others.contains { other in
        // A letter's tail reaches under its line.
        other.box.contains(x: word.box.midX, y: word.box.midY) && other.box.y1 - word.box.midY > 0 && other.box.y1 < slot.box.y1 - 4
      }
    }
  }

  /// The words of an entry that begins beside its label and goes on over the line under it.
  private func beforeLine(_ slot: Slot, _ placement: FormMap.Placement, _ field: FieldDefinition, _ page: FormPage) -> [Word] {
    let label = placement.lastLine
    guard slot.origin == .line, slot.box == placement.slots.first?.box, [.name, .text, .address].contains(field.kind),
      slot.box.y1 - label.y1 > 6, slot.box.y0 < label.y1 + 6
    else { return [] }
    let row = Box(label.x1, label.y0 - 3, page.content.width, label.y1 + 3)
    let printed = (map.printed[placement.page] ?? []).map { page.content.words[$0].box }
    let end = printed.filter { row.contains(x: $0.midX, y: $0.midY) }.map(\.x0).min() ?? row.x1
    let places = map.placements.values.filter { $0.page == placement.page }.flatMap(\.slots).map(\.box)
    return words(in: Box(row.x0, row.y0, end, row.y1), page: page).filter { word in
      !places.contains { $0.contains(x: word.box.midX, y: word.box.midY) }
    }
  }

  /// A date's place with the figures and strokes that go on beyond it on its line, as one typed over three short lines does.
  private func row(of region: Box, _ page: FormPage) -> Box {
    var region = region
    let wide = Box(region.x0, region.y0, page.content.width, region.y1)
    for word in words(in: wide, page: page).sorted(by: { $0.box.x0 < $1.box.x0 }) where word.box.x0 - region.x1 < 30 {
      guard word.text.allSatisfy({ $0.isASCIIDigit || "-/.".contains($0) }),
        word.box.midX < region.x1 || !ValueForms.conforms(Self.join(words(in: region, page: page)), .date)
      else { break }
      region.x1 = max(region.x1, word.box.x1 + 1)
    }
    return region
  }

  private func entry(_ field: FieldDefinition) -> FieldReading {
    guard let placement = map.placements[field.id], let page = page(placement.page) else { return .notFound }
    let number = placement.page
    guard !placement.slots.isEmpty else {
      if let scan = page.content.scan, let place = openPlace(placement, page), let reading = scan.openNumber(field, place, placement, self, page) {
        return reading
      }
      return open(field, placement, page)
    }
    if let scan = page.content.scan { return scan.entry(field, placement, self, page) }
    var parts: [(text: String, box: Box)] = []
    var evidence: [Evidence] = []
    var doubtful = false
    for slot in placement.slots {
      var region = region(placement, slot)
      if field.kind == .date, slot.origin == .line, placement.slots.count == 1 { region = row(of: region, page) }
      let free = beforeLine(slot, placement, field, page) + own(words(in: region, page: page), of: slot, besides: placement)
      var text = Self.join(free, rules: page.content.rules)
      // The dashes printed between the lines of a date are no entry.
      if field.kind == .date || field.kind == .phone, !text.contains(where: { $0.isLetter || $0.isNumber }) { text = "" }
      if case .entry(let rank) = slot.origin {
        let entry = page.content.entries[rank]
        let stored = ValueForms.plain(entry.text ?? "")
        if !stored.isEmpty {
          // Text laid over a filled field shows a second value.
          if !text.isEmpty, folded(text) != folded(stored) { doubtful = true }
          text = stored
          evidence.append(Evidence(.widget, page: number, box: slot.box, text: entry.text ?? ""))
        } else if text.isEmpty {
          evidence.append(Evidence(.widget, page: number, box: slot.box))
        }
        doubtful = doubtful || entry.differs
      }
      if !text.isEmpty, evidence.last?.box != slot.box {
        evidence.append(
          Evidence(.text, page: number, box: free.dropFirst().reduce(free[0].box) { $0.union($1.box) }, text: text))
      }
      if evidence.last?.box != slot.box, text.isEmpty { evidence.append(Evidence(.blank, page: number, box: region)) }
      // A line to write on carries one row: words above it are another's.
      if slot.origin == .line, field.kind != .address, Lines(free, rules: []).segmentsOfLine.count > 1 { doubtful = true }
      parts.append((text, slot.box))
    }
    var text = Self.assemble(parts.map(\.text), field.kind)
    // The letters of a comb may have run together here and there.
    let tight = text.filter { $0 != " " }
    let isPrinted = evidence.allSatisfy { $0.source != .widget }
    if field.kind == .establishmentNumber || field.kind == .phoneExtension && isPrinted && Self.isCombed(text), ValueForms.conforms(tight, field.kind) { text = tight }
    // What was put together from several places and has no date's or number's form may have been put together wrongly.
    if parts.count(where: { !$0.text.isEmpty }) > 1, [.date, .phone, .postalCode, .establishmentNumber].contains(field.kind),
      !ValueForms.conforms(text, field.kind)
    {
      doubtful = true
    }
    // A hint in brackets may be the entry, where nothing else is.
    if text.isEmpty, !doubtful { doubtful = placement.hasHint && isPrinted || hasOrphan(near: placement, page) }
    return FieldReading(
      ValueForms.value(text, field.kind), confidence: Confidence(doubtful ? 0.5 : 0.99), doubtful: doubtful,
      seen: evidence[0], Array(evidence.dropFirst()))
  }

  /// Whether the groups of a text are a comb's letters, of which some ran together: all but one stand alone.
  static func isCombed(_ text: String) -> Bool { text.split(separator: " ").count { $0.count > 1 } <= 1 }

  /// Whether words that look entered stand beside a blank place without being in any: then the blank is not to be claimed.
  func hasOrphan(near placement: FormMap.Placement, _ page: FormPage) -> Bool {
    var area = placement.slots.reduce(placement.label) { $0.union($1.box) }.grown(3, 5)
    // As far as the next printed text on the row, and a line down.
    let printed = (map.printed[placement.page] ?? []).map { page.content.words[$0].box }
    let next = printed.filter { abs($0.midY - area.midY) < area.height / 2 && $0.x0 > area.x1 }.map(\.x0).min()
    area = Box(area.x0, area.y0, min(next ?? area.x1 + 220, area.x1 + 220), area.y1 + 8)
    let faces = labelFaces[page.content.number] ?? []
    let entered = words(in: area, page: page).filter { word in
      // A comb's tooth is read as a letter that is a mere stroke.
      (word.isEntered || !faces.contains(Self.face(word))) && word.text.contains { $0.isLetter || $0.isNumber }
        && !(page.content.isScan && ["l", "I", "i"].contains(word.text))
    }
    if entered.isEmpty { return false }
    let places = map.placements.values.filter { $0.page == placement.page }.flatMap { other in
      other.slots.map { region(other, $0) }
    }
    return entered.contains { word in !places.contains { $0.contains(x: word.box.midX, y: word.box.midY) } }
  }

  /// Whether an entry's words go on beyond the sides of its place with words that are neither printed nor in another place: then the place was cut.
  func goesOn(_ words: [Word], beyond region: Box, of placement: FormMap.Placement, _ page: FormPage) -> Bool {
    guard let first = words.min(by: { $0.box.x0 < $1.box.x0 }), let last = words.max(by: { $0.box.x1 < $1.box.x1 }) else { return false }
    func follows(_ left: Box, _ right: Box) -> Bool {
      abs(left.midY - right.midY) < left.height / 2 && right.x0 >= left.x1 && right.x0 - left.x1 < left.height * 1.2
    }
    let printed = map.printed[placement.page] ?? []
    let outside = page.content.words.indices.filter { index in
      let box = page.content.words[index].box
      return !printed.contains(index) && !region.contains(x: box.midX, y: box.midY) && (follows(last.box, box) || follows(box, first.box))
    }
    guard !outside.isEmpty else { return false }
    let places = map.placements.values.filter { $0.page == placement.page }.flatMap { other in other.slots.map { self.region(other, $0) } }
    return outside.contains { index in
      let box = page.content.words[index].box
      return !places.contains { $0.contains(x: box.midX, y: box.midY) }
    }
  }

  /// Where the entry of a label stands whose box was not found: on the side where most of the form's entries stand, as far as the next
  /// printed text; nil where that side is not known.
  private func openPlace(_ placement: FormMap.Placement, _ page: FormPage) -> Box? {
    let relations = map.placements.values.compactMap(\.relation)
    let usual = Relation.allCases.max { a, b in relations.count { $0 == a } < relations.count { $0 == b } }
    let label = placement.lastLine
    let printed = (map.printed[placement.page] ?? []).map { page.content.words[$0].box }
    let slots = map.placements.values.filter { $0.page == placement.page }.flatMap(\.slots).map(\.box)
    func end(_ row: Box, from start: Double) -> Double {
      (printed + slots).filter { $0.y0 < row.y1 && $0.y1 > row.y0 && $0.x0 > start + 1 }.map(\.x0).min() ?? page.content.width - 20
    }
    switch usual {
    case .left:
      let row = Box(label.x1 + 2, label.y0 - 5, label.x1 + 3, label.y1 + 5)
      return Box(row.x0, row.y0, max(end(row, from: label.x1) - 2, row.x1), row.y1)
    case .inside, .above:
      let top = label.y1 + 1
      let next = printed.filter { $0.y0 > label.y1 + 2 && $0.x0 < label.x1 && $0.x1 > label.x0 }.map(\.y0).min() ?? .infinity
      let row = Box(label.x0 - 4, top, label.x1, min(next - 1, top + 24))
      return row.height < 8 ? nil : Box(row.x0, row.y0, max(min(end(label, from: label.x1), end(row, from: label.x1)) - 3, label.x1), row.y1)
    case .below, nil: return nil
    }
  }

  /// Whether the form is one without boxes and lines, whose entries simply follow their labels.
  var isOpenForm: Bool {
    let texts = map.placements.values
    return texts.count { $0.slots.isEmpty } * 2 > texts.count
  }

  /// Reads beside a label that no box or line goes with: the words up to the next printed text on the line.
  ///
  /// Claimed only on a form that has no boxes at all: elsewhere the missing box is a reason to look.
  private func open(_ field: FieldDefinition, _ placement: FormMap.Placement, _ page: FormPage) -> FieldReading {
    let label = placement.lastLine
    let printed = (map.printed[placement.page] ?? []).map { page.content.words[$0].box }
    func right(_ line: Box, from start: Double) -> Double {
      printed.filter { abs($0.midY - line.midY) < line.height * 0.6 && $0.x0 > start + 1 }.map(\.x0).min() ?? page.content.width - 20
    }
    var region = Box(label.x1, label.y0 - 4, max(right(label, from: label.x1), label.x1 + 1), label.y1 + 4)
    var found = words(in: region, page: page)
    if found.isEmpty, isOpenForm {
      // Without a box the entry may stand under its label.
      let below = Box(label.x0, label.y1, label.x0 + 1, label.y1 + label.height * 1.6)
      let under = Box(label.x0 - 3, below.y0, right(below, from: label.x0), below.y1)
      let words = words(in: under, page: page)
      if let first = words.min(by: { $0.box.x0 < $1.box.x0 }), abs(first.box.x0 - label.x0) < 12 {
        (region, found) = (under, words)
      }
    }
    if field.kind == .address, let last = found.last {
      // The second line may begin under the first or under the label.
      let row = Box(min(region.x0, label.x0) - 3, last.box.y1, region.x1, last.box.y1 + last.box.height * 1.8)
      let next = Box(row.x0, row.y0, right(row, from: row.x0), row.y1)
      found += words(in: next, page: page).filter { word in !found.contains { $0.box == word.box } }
    }
    let isClaimed = isOpenForm && !page.content.isScan
    guard !found.isEmpty else {
      if field.optionalOnForm || isClaimed {
        return FieldReading(
          .nothing, confidence: Confidence(0.95), doubtful: false, seen: Evidence(.blank, page: placement.page, box: region))
      }
      return .notFound
    }
    let text = Self.join(found)
    return FieldReading(
      ValueForms.value(text, field.kind), confidence: Confidence(isClaimed ? 0.95 : 0.4), doubtful: !isClaimed,
      seen: Evidence(found[0].source, page: placement.page, box: region, text: text))
  }

  // MARK: Ticks

  private func ticks(_ field: FieldDefinition) -> FieldReading {
    let placed = map.ticks[field.id] ?? [:]
    guard !placed.isEmpty else { return .notFound }
    let order = field.kind == .tick ? ["true"] : field.options.map(\.value)
    var on: [String] = []
    var evidence: [Evidence] = []
    var doubtful = map.framesNotFound.contains(field.id)
    var confidence = 1.0
    for value in order {
      guard let tick = placed[value] else { continue }
      if tick.frame.state == .on { on.append(value) }
      if tick.frame.state == .ambiguous || tick.frame.differs { doubtful = true }
      confidence = min(confidence, tick.frame.confidence)
      evidence.append(
        Evidence(tick.frame.source, page: tick.page, box: tick.frame.box, text: tick.frame.state == .on ? value : ""))
    }
    // Several boxes of one choice seen ticked in a picture, or most of the drawn ones: more likely some are misread.
    let isDrawn = placed.values.contains { $0.frame.source == .mark }
    if on.count > 1, isDrawn && on.count * 2 > placed.count || placed.values.contains(where: { tick in page(tick.page)?.content.isScan == true }) { doubtful = true }
    let value: FieldValue =
      field.kind == .tick ? .flag(!on.isEmpty) : on.isEmpty ? .nothing : on.count == 1 ? .text(on[0]) : .list(on)
    return FieldReading(
      value, confidence: Confidence(doubtful ? min(confidence, 0.5) : confidence), doubtful: doubtful, seen: evidence[0],
      Array(evidence.dropFirst()))
  }

  // MARK: Printed texts

  private func preprinted(_ field: FieldDefinition) -> FieldReading {
    guard let placement = map.placements[field.id], let page = page(placement.page) else { return .notFound }
    let label = placement.label
    let words = page.content.words
    var blocks = [words.indices.filter { !words[$0].isEntered && words[$0].box.share(in: label) > 0.6 }]
    if field.section != "s1" {
      // A section may say it in several paragraphs.
      let starts = page.found.filter { $0.roles.contains(.label(field.id)) && map.sections.section(of: $0.box, page: placement.page) == field.section }.map(\.box)
      blocks = Set([label] + starts).map { Array(map.paragraph(below: $0, page).words) }
    }
    let isCovered = blocks.contains { isStruck($0.map { words[$0].box }, field.section, page) }
    return FieldReading(
      .flag(!isCovered), confidence: Confidence(0.95), doubtful: false,
      seen: Evidence(page.content.isScan ? .ocr : .text, page: placement.page, box: label))
  }

  /// Whether something laid over a page strikes out words: what crosses the middle of one stands on it; what only grazes its line does not. A hand's
  /// signature in its section's place may reach up into some words of the last line.
  private func isStruck(_ words: [Box], _ section: String, _ page: FormPage) -> Bool {
    let signatures = map.placements.filter { $0.key.section == section && map.definition.field($0.key)?.kind == .signature && $0.value.page == page.content.number }
      .values.flatMap(\.slots).map(\.box)
    let foot = words.map(\.midY).max() ?? 0
    let last = words.filter { foot - $0.midY < $0.height / 2 }
    return Dictionary(grouping: page.content.overlays, by: \.drawing).contains { drawing, strokes in
      let crossed = words.filter { word in
        let core = word.grown(0, -word.height * 0.25)
        return strokes.contains { $0.box.grown(0.1, 0.1).intersection(core) != nil }
      }
      let isSignature = strokes.allSatisfy(\.isHand) && signatures.contains { $0.contains(x: drawing.midX, y: drawing.midY) }
      return !crossed.isEmpty && !(isSignature && crossed.allSatisfy(last.contains) && crossed.count * 2 <= last.count)
    }
  }
}
