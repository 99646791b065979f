import Forms

// What speaks against readings that look sound one by one: each is doubted, none is changed.
extension FormReader {
  /// Doubts the gaps of a scanned section that someone filled in: a name, an address or a signature that was not seen there was more
  /// likely missed than left out, and a refusal must not rest on it.
  func doubtGaps(_ fields: inout [FieldID: FieldReading]) {
    let sections = Dictionary(grouping: definition.fields, by: \.section)
    for members in sections.values {
      let entered = members.count { field in
        field.kind != .preprinted && fields[field.id].map { !$0.value.isBlank } == true
      }
      guard entered >= 3 else { continue }
      for field in members {
        guard let reading = fields[field.id], reading.value.isBlank else { continue }
        switch field.kind {
        case .tick, .preprinted, .zone, .establishmentNumbers: break
        // A clean place is believed where a correct form may be blank.
        default: if !field.mayBeBlank || reading.confidence.value < 0.95 { fields[field.id] = reading.doubted() }
        }
      }
    }
  }

  /// Doubts the entries and blanks of a scan whose label stands to its place as hardly any other label of the form does, or in the midst of what
  /// was read: where walls are missing, a neighbour's cell is taken for the label's own.
  func doubtOddPlaces(_ fields: inout [FieldID: FieldReading], _ reader: EntryReader) {
    let map = reader.map
    let all = definition.fields.filter { FormMap.isEntry($0.kind) }.compactMap { field in
      map.placements[field.id].flatMap { placement in placement.relation.map { (id: field.id, kind: field.kind, placement: placement, relation: $0) } }
    }
    let entries = all.filter { $0.kind != .signature && $0.kind != .date }
    let usual = Relation.allCases.max { a, b in entries.count { $0.relation == a } < entries.count { $0.relation == b } }
    for (id, _, placement, relation) in entries {
      guard let reading = fields[id], let page = map.pages.first(where: { $0.content.number == placement.page }) else { continue }
      // A blank is believed beside its label however others stand, but not over or under it where none of them does.
      if reading.value.isBlank, relation == .left || relation == .inside { continue }
      let label = placement.label
      // A long label may stand beside its place where short ones stand above.
      let isLevel = relation == .left && label.width > Self.long && placement.slots.contains { $0.box.height < Self.row && $0.box.y0 < label.midY && $0.box.y1 > label.midY }
      let isSplit = placement.slots.contains { slot in
        reader.words(in: reader.region(placement, slot), page: page).contains {
          abs($0.box.midY - label.midY) < label.height && $0.box.x1 < label.x0
        }
      }
      // One section may be a table on a form that is none; and a box drawn in its label's cell is that label's.
      let isCommon = all.count { $0.id.section == id.section && $0.relation == relation } >= Self.common
      let cell = page.grid.cell(aroundX: label.midX, y: label.midY)
      let isWithin = cell.map { cell in cell.height < Self.row * 1.5 && placement.slots.allSatisfy { $0.box.share(in: cell) > 0.9 && $0.box.area < cell.area * 0.8 } } == true
      if relation != usual && !isLevel && !isCommon && !isWithin || isSplit { fields[id] = reading.doubted() }
    }
  }

  /// Labels of a section that make their way of standing its own.
  private static let common = 4
  /// The width of a label, in points, that has no room over a place of usual width.
  private static let long = 150.0
  /// The height of a row of a form, in points, with a label of two lines.
  private static let row = 40.0

  /// Doubts what has the form of another kind than its field's and was read from the page, not from a field: an e-mail address beside
  /// « Téléphone » shows that labels and places are out of step; so does a date without all its figures, a number without any.
  func doubtOtherKinds(_ fields: inout [FieldID: FieldReading], _ map: FormMap) {
    var isOutOfStep = false
    for field in definition.fields {
      guard let reading = fields[field.id], case .text(let text) = reading.value, reading.evidence.first?.source != .widget else { continue }
      let other = ValueForms.evidentKind(text).map { !ValueForms.accepts(field.kind, $0) } ?? false
      let isFigures = text.contains(where: \.isASCIIDigit) && !text.contains(where: \.isLetter)
      let isPart = field.kind == .date && isFigures && text.count(where: \.isASCIIDigit) < 8
      let isNumber = [.name, .text].contains(field.kind) && isFigures
      // Words beside a number ran in from the place before.
      let isWords = [.phone, .phoneExtension, .postalCode, .establishmentNumber].contains(field.kind)
        && (!text.contains(where: \.isASCIIDigit) || !ValueForms.conforms(text, field.kind) && (field.kind != .phone || text.contains(where: \.isLetter)))
      // Less than a number with its area code, more figures than an extension has: places were parted or joined amiss.
      let figures = text.count(where: \.isASCIIDigit)
      let isCut = field.kind == .phone && figures < Self.phoneFigures || field.kind == .phoneExtension && figures > Self.extensionFigures
      // Single letters with spaces between them are a comb's, whose blanks were not seen.
      let isSpaced = [.name, .text].contains(field.kind) && text.contains(" ") && text.split(separator: " ").allSatisfy { $0.count == 1 }
      // Brackets and dashes alone are print.
      let isSigns = [.name, .text, .address].contains(field.kind) && !text.contains { $0.isLetter || $0.isNumber }
      if other { isOutOfStep = true }
      if other || isSigns || isPart || isNumber || isWords || isCut || isSpaced { fields[field.id] = reading.doubted() }
    }
    guard isOutOfStep else { return }
    // Where one label names its neighbour's place, others may, and what they found blank is another's.
    for (id, reading) in fields where map.placements[id] != nil && [.text, .blank].contains(reading.evidence.first?.source) { fields[id] = reading.doubted() }
  }

  /// Doubts the blanks of a typed page's section that a correct form has filled in, where another entry of the section is in doubt: that one may have
  /// taken the blank's words, or have lost its own as the blank did.
  func doubtLacking(_ fields: inout [FieldID: FieldReading]) {
    for members in Dictionary(grouping: definition.fields.filter({ FormMap.isEntry($0.kind) && $0.kind != .signature }), by: \.section).values
    where members.contains(where: { fields[$0.id]?.doubtful == true }) && members.count(where: { fields[$0.id]?.value.isBlank == false }) >= 3 {
      for field in members where !field.mayBeBlank && fields[field.id]?.value.isBlank == true && fields[field.id]?.evidence.first?.source != .widget {
        fields[field.id] = fields[field.id]?.doubted()
      }
    }
  }

  /// Doubts what stands beyond another label from its own, or over its label on a form whose other entries stand under theirs.
  func doubtPassed(_ fields: inout [FieldID: FieldReading], _ map: FormMap) {
    let entries = map.placements.filter { definition.field($0.key).map { FormMap.isEntry($0.kind) && $0.kind != .signature } == true }
    func isOver(_ id: FieldID, _ placement: FormMap.Placement) -> Bool {
      fields[id]?.evidence.first.map { $0.source != .blank && $0.box.midY < placement.label.y0 } ?? false
    }
    let inside = entries.filter { $0.value.relation == .inside && fields[$0.key]?.value.isBlank == false }
    let over = inside.filter { isOver($0.key, $0.value) }.map(\.key)
    if over.count * 2 < inside.count { for id in over { fields[id] = fields[id]?.doubted() } }
    for (id, placement) in entries where placement.relation == .above {
      guard let slot = placement.slots.first?.box else { continue }
      let isPassed = map.placements.values.contains { other in
        let label = other.label
        return other.page == placement.page && label != placement.label && label.midY > placement.label.y1 && label.midY < slot.y0
          && label.x0 < placement.label.x1 && label.x1 > placement.label.x0 && label.x0 < slot.x1 && label.x1 > slot.x0
      }
      if isPassed { fields[id] = fields[id]?.doubted() }
    }
  }

  /// Figures of a telephone number with its area code (North American numbering plan).
  private static let phoneFigures = 10
  /// Figures of an extension (domain, s2.phoneExt).
  private static let extensionFigures = 6

  /// Doubts fields of a section that share a label, where not each of them has one, in the form's order: which is which is a guess then.
  func doubtTwins(_ fields: inout [FieldID: FieldReading], _ map: FormMap) {
    for (rank, field) in definition.fields.enumerated() where FormMap.isEntry(field.kind) {
      for twin in definition.fields.dropFirst(rank + 1)
      where twin.section == field.section && twin.kind == field.kind && !Set(twin.labels.map { folded($0) }).isDisjoint(with: field.labels.map { folded($0) }) {
        if let one = map.placements[field.id], let other = map.placements[twin.id], FormMap.isBefore(one, other) { continue }
        for id in [field.id, twin.id] { fields[id] = fields[id]?.doubted() }
      }
    }
  }

  /// Doubts the fields of a section that not every form has, where something is entered that no label names: this form may call them otherwise.
  private func doubtOptional(_ fields: inout [FieldID: FieldReading], _ map: FormMap, in section: String?, evenPlaced: Bool = false) {
    for field in definition.fields where field.optionalOnForm && field.section == section {
      let isPlaced = map.placements[field.id]?.slots.isEmpty == false
      if isPlaced, !evenPlaced || fields[field.id]?.value.isBlank != true { continue }
      fields[field.id] = fields[field.id]?.doubted()
    }
  }

  /// Letters of a word that is no misread scrap.
  private static let capitals = 4

  /// Does so on a scan, where a word that is no printed text may be one misread: only what stands in a place is believed to be entered.
  func doubtUnnamed(_ fields: inout [FieldID: FieldReading], _ map: FormMap) {
    for page in map.pages {
      let number = page.content.number
      let printed = map.printed[number] ?? []
      let placed = map.placements.values.filter { $0.page == number }.flatMap(\.slots).map(\.box)
      for slot in map.unnamed[number] ?? [] where !placed.contains(where: { $0.share(in: slot.box) > 0.5 || slot.box.share(in: $0) > 0.5 }) {
        let isFilled = page.content.words.indices.contains { index in
          let box = page.content.words[index].box
          return !printed.contains(index) && slot.box.contains(x: box.midX, y: box.midY)
        }
        if isFilled { doubtOptional(&fields, map, in: map.sections.section(of: slot.box, page: number)) }
      }
      // So does a line in capitals that stands in no place at all.
      for word in capitals(on: page, map) where word.text.count(where: \.isLetter) >= Self.capitals {
        if placed.contains(where: { $0.contains(x: word.box.midX, y: word.box.midY) }) { continue }
        doubtOptional(&fields, map, in: map.sections.section(of: word.box, page: number), evenPlaced: true)
      }
    }
  }

  /// Doubts sections that share a label where one has it more often than it has fields for it, and another not at all: a heading between them was taken
  /// to stand where it does not.
  func doubtSections(_ fields: inout [FieldID: FieldReading], _ map: FormMap) {
    var counts: [Set<FieldID>: [String: Int]] = [:]
    for page in map.pages {
      for occurrence in page.found where page.lines.place[occurrence.words[0]].rank == 0 {
        let ids = Set(occurrence.roles.compactMap { if case .label(let id) = $0, definition.field(id).map({ FormMap.isEntry($0.kind) }) == true { id } else { nil } })
        guard Set(ids.map(\.section)).count >= 2, let section = map.sections.section(of: occurrence.box, page: page.content.number) else { continue }
        counts[ids, default: [:]][section, default: 0] += 1
      }
    }
    for (ids, found) in counts {
      let fieldsOf = Dictionary(grouping: ids, by: \.section).mapValues(\.count)
      let lacking = fieldsOf.keys.filter { found[$0] == nil }
      let rich = fieldsOf.keys.filter { found[$0, default: 0] > fieldsOf[$0, default: 0] }
      guard !lacking.isEmpty, !rich.isEmpty else { continue }
      for id in fields.keys where lacking.contains(id.section) || rich.contains(id.section) { fields[id] = fields[id]?.doubted() }
    }
  }

  /// Doubts drawn boxes of a form that someone filled in when none of them is ticked, or every one of a choice: how this form is ticked
  /// was more likely not understood.
  func doubtTicks(_ fields: inout [FieldID: FieldReading], _ map: FormMap) {
    let drawn = map.ticks.filter { $0.value.values.contains { $0.frame.source == .mark } }
    let frames = drawn.values.flatMap(\.values).map(\.frame)
    let written = definition.fields.count { field in
      ![.tick, .choice, .preprinted, .signature].contains(field.kind) && fields[field.id].map { !$0.value.isBlank } == true
    }
    let isUnticked = !frames.isEmpty && written >= 8 && frames.allSatisfy { $0.state == .off }
    let on = frames.count { $0.state == .on }
    let isFull = on * 2 > frames.count && drawn.contains { field in field.value.count >= 3 && field.value.values.allSatisfy { $0.frame.state == .on } }
    guard isUnticked || isFull else { return }
    for id in drawn.keys { fields[id] = fields[id]?.doubted() }
  }

  /// Doubts the fields beside words that look entered and stand in no place: what belongs there was read from elsewhere.
  func doubtStrays(_ fields: inout [FieldID: FieldReading], _ reader: EntryReader) {
    let map = reader.map
    for page in map.pages where !page.content.isScan {
      let number = page.content.number
      let placed = map.placements.filter { $0.value.page == number }
      var taken = fields.values.flatMap(\.evidence).filter { $0.page == number && $0.source != .blank }.map { $0.box.grown(2, 3) }
      taken += placed.filter { definition.field($0.key).map { FormMap.isEntry($0.kind) } == true }.values.flatMap { placement in
        placement.slots.map { reader.region(placement, $0) }
      }
      let strays = (reader.entered(on: page) + capitals(on: page, map)).filter { word in
        map.sections.section(of: word.box, page: number) != nil && !taken.contains { $0.contains(x: word.box.midX, y: word.box.midY) }
      }
      // So does a field that is filled in and no label names.
      let slots = Set(placed.values.flatMap(\.slots).filter(\.isEntry).map(\.box))
      let unnamed = page.content.entries.filter { entry in
        !entry.isSignature && entry.text?.contains { !$0.isWhitespace } == true && !slots.contains(entry.box)
          && map.sections.section(of: entry.box, page: number) != nil
      }
      for stray in strays.map(\.box) + unnamed.map(\.box) {
        doubtOptional(&fields, map, in: map.sections.section(of: stray, page: number))
        // As far as a label stands from its place at most, across; a row up or down.
        let near = placed.map { (id: $0.key, distance: distance(from: stray, to: $0.value)) }.filter { $0.distance < 30 }
        for (id, _) in near.sorted(by: { ($0.distance, $0.id) < ($1.distance, $1.id) }).prefix(3) {
          if definition.field(id)?.kind != .preprinted { fields[id] = fields[id]?.doubted() }
        }
      }
    }
  }

  /// The words of sections 2 and 3 in capitals or figures, as entries are to be written there, of lines that hold no other words and of which none is
  /// known as print.
  private func capitals(on page: FormPage, _ map: FormMap) -> [Word] {
    let number = page.content.number
    // A caption's word or two, or an option's that has no box, may be an entry's.
    let known = page.found.filter { occurrence in
      occurrence.words.count > 2 || occurrence.roles.contains { role in
        switch role {
        case .label, .heading: true
        default: false
        }
      }
    }
    let printed = (map.printed[number] ?? []).union(known.flatMap(\.words))
    // Letters alone are an entry's where there are several, as on a comb's teeth.
    var single: [Int: Int] = [:]
    for (rank, segment) in page.lines.segments.enumerated() where segment.count == 1 && page.content.words[segment[0]].text.count == 1 {
      single[page.lines.lineOfSegment[rank], default: 0] += 1
    }
    return page.lines.segments.enumerated().flatMap { rank, segment -> [Word] in
      guard ["s2", "s3"].contains(map.sections.section(of: page.lines.boxes[rank], page: number)) else { return [] }
      // After a label's colon, known or not, begins the entry.
      let entry = segment.suffix(from: segment.lastIndex { page.content.words[$0].text.hasSuffix(":") }.map { $0 + 1 } ?? 0)
      let text = entry.map { page.content.words[$0].text }.joined()
      let least = single[page.lines.lineOfSegment[rank], default: 0] >= 3 ? 1 : 2
      guard printed.isDisjoint(with: entry), text.count(where: { $0.isLetter || $0.isNumber }) >= least, !text.contains(where: \.isLowercase) else { return [] }
      return entry.map { page.content.words[$0] }
    }
  }

  /// How far something stands from a label or its places, in points; across counts a fifth.
  private func distance(from stray: Box, to placement: FormMap.Placement) -> Double {
    ([placement.label] + placement.slots.map(\.box)).map { box in
      max(0, box.x0 - stray.x1, stray.x0 - box.x1) / 5 + max(0, box.y0 - stray.y1, stray.y0 - box.y1)
    }.min() ?? .infinity
  }
}
