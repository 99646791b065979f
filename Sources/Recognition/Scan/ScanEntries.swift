import Forms
import Imaging

/// Entries of a scanned page: each place is cut out and read by itself.
extension ScannedPage {
  /// Below this mean confidence of the two readings a value is looked at by a person, even where all readings agree.
  ///
  /// Fitted on 57 office scans (33 layouts, 860 values): among values of one grammar that all readings agreed on, none above these was
  /// wrong. Names and free text have no grammar to fail; of 350 that both readings and the page's own agreed on (58 scans of other layouts), one
  /// was wrong, by its apostrophe, which is always doubted.
  private static func sure(_ kind: FieldDefinition.Kind) -> Double {
    switch kind {
    case .postalCode: 0.65
    case .phone, .phoneExtension, .establishmentNumber, .username: 0.8
    case .name, .text: 0.75
    default: 0.86
    }
  }

  /// The confidence asked of words with figures among them.
  private static let mixed = 0.86

  func entry(
    _ field: FieldDefinition, _ placement: FormMap.Placement, _ reader: EntryReader, _ page: FormPage
  ) -> FieldReading {
    var hidden = labels(on: page, reader)
    // The boxes of a choice stand beside the line that shares its label.
    if field.optionalOnForm {
      hidden += page.content.ticks.map(\.box) + reader.map.ticks.values.flatMap(\.values).filter { $0.page == placement.page }.map(\.label)
    }
    if field.kind == .date { return date(placement, reader, page, hidden) }
    if let reading = comb(field, placement, reader, page, hidden) { return reading }
    var parts: [String] = []
    // What recognition alone is unsure of may be read once more; a flaw of the place stays.
    var (confidence, unsure, doubtful) = (1.0, false, false)
    var (evidence, heard) = ([Evidence](), [Word]())
    for slot in placement.slots {
      let region = reader.region(placement, slot)
      // Where a shade's side was moved for one word, others may stand before it.
      if region.x0 < slot.box.x0 { doubtful = true }
      // The parts of a number have not its form.
      let isPart = placement.slots.count > 1 && [.phone, .postalCode, .establishmentNumber].contains(field.kind)
      guard let read = try? read(region, isPart ? .text : field.kind, without: hidden, overline: slot.origin == .line) else {
        doubtful = true
        continue
      }
      // Dots hide the signs and accents of words, not figures.
      if isUnderlined(region) || isCoarse(region) && [.name, .text, .address, .email, .username].contains(field.kind) { doubtful = true }
      // A blank that page-wide recognition found words in is no blank.
      let seen = reader.words(in: region, page: page)
      heard += seen
      if read.isBlank {
        if !read.agrees || isPainted(region) || seen.contains(where: { $0.confidence > 0.5 && folded($0.text).count > 1 }) { doubtful = true }
        evidence.append(Evidence(.blank, page: placement.page, box: region))
      } else {
        // The page-wide reading has its say too, on other cuts of the same ink, which may run through a space: only its letters and signs
        // count.
        // Of two lines one may be another field's, whose place was not found.
        if read.isCut || read.lines > 1 || reader.goesOn(seen, beyond: region, of: placement, page) { doubtful = true }
        if !read.agrees || !Self.isHeard(read.text, seen, field.kind) && !isBorneOut(read, seen, region, field.kind, hidden, slot) { unsure = true }
        evidence.append(Evidence(.ocr, page: placement.page, box: region, text: read.text))
      }
      confidence = min(confidence, read.confidence)
      parts.append(read.text)
    }
    guard !evidence.isEmpty else { return .notFound }
    var text = Repair.text(EntryReader.assemble(parts, field.kind), field.kind)
    if !text.isEmpty, unsure || confidence < Self.sure(field.kind), let tight = tight(field, placement, reader, hidden) {
      if !ValueForms.conforms(text, field.kind) {
        text = tight.text
        evidence = evidence.map { Evidence(.ocr, page: $0.page, box: $0.box, text: $0.box == evidence[0].box ? tight.text : "") }
      }
      let key = Ballot.key(text, field.kind)
      let isSeconded = tight.agrees && tight.confidence >= Self.sure(field.kind) && Ballot.key(tight.text, field.kind) == key
        && Self.isHeard(tight.text, heard, field.kind)
      if isSeconded { (confidence, unsure) = (tight.confidence, false) }
    }
    doubtful = doubtful || unsure
    // Where walls were not found, or words stand beside a blank, the place itself is in doubt.
    if field.kind == .address, parts.dropFirst().contains(where: { !$0.isEmpty }) { doubtful = true }
    if placement.isShared || text.isEmpty && reader.hasOrphan(near: placement, page) { doubtful = true }
    if !text.isEmpty {
      if Self.isAmbiguous(text) || Self.hasLowMarks(text) && evidence.contains(where: { isOnDots($0.box) }) { doubtful = true }
      // Beside letters, a 0 and an O are told apart by their shapes alone.
      if [.name, .text].contains(field.kind), text.contains(where: \.isNumber), confidence < Self.mixed { doubtful = true }
      doubtful = doubtful || confidence < Self.sure(field.kind) || !ValueForms.conforms(text, field.kind)
      // E-mail addresses are never claimed from recognition alone (reliability, row 64); a postal address, whose commas and second lines are too
      // often lost, only where every way of reading its one line says the same.
      let isAddress = field.kind == .email || field.kind == .username && text.contains { $0 == "@" || $0 == " " }
      if isAddress || field.kind == .address && !doubtful && !isWhole(text, placement, reader, page, hidden) { doubtful = true }
      // Figures alone in a place for words came from another place.
      let isWords = [.name, .text, .address].contains(field.kind)
      if isWords, !text.contains(where: \.isLetter) || text.count < 2 { doubtful = true }
      // What the label goes on with in another wording, at the entry's beginning, is the label's last line.
      let start = folded(text.split(separator: " ").prefix(2).joined())
      if isWords, start.count >= 4, Self.rests(of: field, after: placement.label, page).contains(where: { Folding.holds(start, within: $0) }) { doubtful = true }
    }
    return FieldReading(
      ValueForms.value(text, field.kind), confidence: Confidence(doubtful ? min(confidence, 0.8) : confidence),
      doubtful: doubtful, seen: evidence[0], Array(evidence.dropFirst()))
  }

  /// Whether the page-wide reading says the same. It reads the sides of boxes as signs at either end, and short dashes as long ones; those
  /// within a number divide it. A stroke at an end may be a letter that was taken for a wall.
  static func isHeard(_ text: String, _ words: [Word], _ kind: FieldDefinition.Kind) -> Bool {
    func heard(_ text: String) -> String {
      if [.phone, .phoneExtension, .postalCode, .establishmentNumber].contains(kind) {
        return Repair.text(text, kind).filter { $0.isLetter || $0.isNumber }
      }
      let signs = Ballot.key(Repair.text(String(text.map { "–—".contains($0) ? "-" : $0 }), kind), kind).filter { $0 != " " }
      func counts(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber || "|!/\\[]".contains(sign) }
      guard let first = signs.firstIndex(where: counts), let last = signs.lastIndex(where: counts) else { return "" }
      return String(signs[first...last])
    }
    return heard(text) == heard(EntryReader.join(words))
  }

  /// Whether every way of reading says the same where the page's own reading is another by a letter in six at most: that one loses dashes and
  /// short words. What differs more, or is short, may have been cut; so may what begins or ends otherwise, or with a stroke beside it, since a letter
  /// that touches a wall goes with it.
  private func isBorneOut(
    _ read: PlaceReading, _ words: [Word], _ region: Box, _ kind: FieldDefinition.Kind, _ hidden: [Box], _ slot: Slot
  ) -> Bool {
    guard kind == .name || kind == .text, read.confidence >= Self.sure(kind) else { return false }
    let heard = EntryReader.join(words)
    func letters(_ text: String) -> [Character] { Array(text.filter { $0.isLetter || $0.isNumber }) }
    guard !heard.contains(where: { "|!/\\[]".contains($0) }), let first = letters(read.text).first, first == letters(heard).first,
      letters(read.text).last == letters(heard).last
    else { return false }
    // Accents are lost, and never made up.
    guard Self.accents(heard) <= Self.accents(read.text) else { return false }
    let (own, other) = (Folding.bytes(read.text), Folding.bytes(heard))
    guard own.count >= 6, Folding.distance(own, other, limit: own.count / 6) * 6 <= own.count else { return false }
    let all = try? self.read(region, kind, without: hidden, overline: slot.origin == .line, asksAll: true)
    return all?.agrees == true && all?.text == read.text
  }

  private static func accents(_ text: String) -> Int { text.count { $0.isLetter && !$0.isASCII } }

  /// Whether a postal address is all that its only place and those around it hold, begins with the civic number that shows that it is one, and is read
  /// alike by every voice: an establishment's name may hold a figure.
  private func isWhole(_ text: String, _ placement: FormMap.Placement, _ reader: EntryReader, _ page: FormPage, _ hidden: [Box]) -> Bool {
    guard placement.slots.count == 1, let slot = placement.slots.first, text.first?.isASCIIDigit == true else { return false }
    let region = reader.region(placement, slot)
    let printed = reader.map.printed[placement.page] ?? []
    let others = reader.map.placements.values.filter { $0.page == placement.page && $0.label != placement.label }.flatMap(\.slots).map(\.box)
    // A line of it over or under its place is in none.
    let around = region.grown(0, Self.line)
    let isAlone = page.content.words.indices.allSatisfy { index in
      let box = page.content.words[index].box
      return printed.contains(index) || !around.contains(x: box.midX, y: box.midY) || region.contains(x: box.midX, y: box.midY)
        || others.contains { $0.contains(x: box.midX, y: box.midY) }
    }
    guard isAlone else { return false }
    let all = try? read(region, .address, without: hidden, overline: slot.origin == .line, asksAll: true)
    return all?.agrees == true && all?.text == text
  }

  /// Points from one line of an entry to the next.
  private static let line = 16.0

  /// Whether a text has signs that a picture does not tell apart: some faces set « ’ » as upright as « ' », and dashes are of any length.
  static func isAmbiguous(_ text: String) -> Bool { text.contains { "'’–—".contains($0) } || text.contains(" - ") }

  /// A number from its figures alone, set close: recognition stumbles over those of a typewriter's face, and over parts of one in boxes of their own.
  private func tight(_ field: FieldDefinition, _ placement: FormMap.Placement, _ reader: EntryReader, _ hidden: [Box]) -> PlaceReading? {
    guard [.postalCode, .establishmentNumber, .phone].contains(field.kind) else { return nil }
    let regions = placement.slots.map { reader.region(placement, $0) }
    guard let first = regions.first, let read = try? figures(regions.dropFirst().reduce(first) { $0.union($1) }, field.kind, without: hidden),
      ValueForms.conforms(read.text, field.kind)
    else { return nil }
    return read
  }

  /// What a field's longer wordings go on with after the one that was found.
  private static func rests(of field: FieldDefinition, after label: Box, _ page: FormPage) -> [String] {
    let found = page.content.words.filter { $0.box.share(in: label) > 0.6 }.reduce(0) { $0 + folded($1.text).count }
    // A letter or two may have been misread.
    return field.labels.map { folded($0) }.filter { $0.count > found + 2 }.map { String($0.suffix($0.count - max(found - 2, 0))) }
  }

  /// Reads a date's row of figures, whatever boxes, teeth or strokes divide it.
  private func date(_ placement: FormMap.Placement, _ reader: EntryReader, _ page: FormPage, _ hidden: [Box]) -> FieldReading {
    let regions = placement.slots.map { reader.region(placement, $0) }
    var row = regions.dropFirst().reduce(regions[0]) { $0.union($1) }
    row = widened(row, page)
    if let captions = placement.captions {
      // Captions stand over the middle of their boxes, which reach beyond them.
      (row.x0, row.x1) = (min(row.x0, captions.x0 - 6), max(row.x1, captions.x1 + 6))
    }
    guard var read = try? figures(row, .date, without: hidden) else { return .notFound }
    // A month may be written as a word.
    if !read.isBlank, !ValueForms.conforms(read.text, .date), let line = try? self.read(row, .date, without: hidden), ValueForms.conforms(line.text, .date) {
      read = line
    }
    // Without a single figure it is what print left of the boxes.
    if read.isBlank || !read.text.contains(where: \.isASCIIDigit) {
      let doubtful = !read.isBlank || !read.agrees || isPainted(row) || reader.hasOrphan(near: placement, page)
      return FieldReading(
        .nothing, confidence: Confidence(doubtful ? min(read.confidence, 0.7) : read.confidence), doubtful: doubtful, seen: Evidence(.blank, page: placement.page, box: row))
    }
    let doubtful = placement.isShared || !read.agrees || read.confidence < Self.sure(.date) || !ValueForms.conforms(read.text, .date)
    return FieldReading(
      ValueForms.value(read.text, .date), confidence: Confidence(doubtful ? min(read.confidence, 0.8) : read.confidence),
      doubtful: doubtful, seen: Evidence(.ocr, page: placement.page, box: row, text: read.text))
  }

  /// Reads what stands in a comb, one letter or figure to a tooth, or a blank; nil where the entry is written as a word.
  private func comb(
    _ field: FieldDefinition, _ placement: FormMap.Placement, _ reader: EntryReader, _ page: FormPage, _ hidden: [Box]
  ) -> FieldReading? {
    guard let first = placement.slots.first else { return nil }
    let row = placement.slots.dropFirst().reduce(reader.region(placement, first)) { $0.union(reader.region(placement, $1)) }
    if [.name, .text, .username].contains(field.kind) {
      guard let read = try? letters(row, field.kind, without: hidden) else { return nil }
      let doubtful = placement.isShared || !read.agrees || read.confidence < Self.sure(field.kind) || isCoarse(row) || isUnderlined(row) || Self.isAmbiguous(read.text)
        || !Self.isHeard(read.text, reader.words(in: row, page: page), field.kind) || !ValueForms.conforms(read.text, field.kind)
      return FieldReading(
        ValueForms.value(read.text, field.kind), confidence: Confidence(doubtful ? min(read.confidence, 0.8) : read.confidence),
        doubtful: doubtful, seen: Evidence(.ocr, page: placement.page, box: row, text: read.text))
    }
    guard [.postalCode, .establishmentNumber, .phone, .phoneExtension].contains(field.kind) else { return nil }
    guard let read = try? number(row, field.kind, without: hidden) else { return nil }
    if read.isBlank {
      let doubtful = placement.isShared || !read.agrees || isPainted(row) || reader.hasOrphan(near: placement, page)
        || reader.words(in: row, page: page).contains { $0.confidence > 0.5 && folded($0.text).count > 1 }
      return FieldReading(
        .nothing, confidence: Confidence(doubtful ? min(read.confidence, 0.7) : read.confidence), doubtful: doubtful,
        seen: Evidence(.blank, page: placement.page, box: row))
    }
    guard (try? isCombed(row, without: hidden)) == true else { return nil }
    // An extension has no length of its own that would show a figure left out: the page's own reading must say the same.
    let seen = reader.words(in: row, page: page).map(\.text).joined().filter(\.isASCIIDigit)
    let isUnheard = field.kind == .phoneExtension && seen != read.text
    let doubtful = isUnheard || placement.isShared || !read.agrees || read.confidence < Self.sure(field.kind) || !ValueForms.conforms(read.text, field.kind)
    return FieldReading(
      ValueForms.value(read.text, field.kind), confidence: Confidence(doubtful ? min(read.confidence, 0.8) : read.confidence),
      doubtful: doubtful, seen: Evidence(.ocr, page: placement.page, box: row, text: read.text))
  }

  /// Reads a number or a date where its label says that it must stand, when no box was found there: in doubt, and only what has its form.
  func openNumber(
    _ field: FieldDefinition, _ place: Box, _ placement: FormMap.Placement, _ reader: EntryReader, _ page: FormPage
  ) -> FieldReading? {
    guard [.postalCode, .establishmentNumber, .phone, .phoneExtension, .date].contains(field.kind) else { return nil }
    guard let read = try? number(place, field.kind, without: labels(on: page, reader)), ValueForms.conforms(read.text, field.kind) else { return nil }
    return FieldReading(
      ValueForms.value(read.text, field.kind), confidence: Confidence(min(read.confidence, 0.5)), doubtful: true,
      seen: Evidence(.ocr, page: placement.page, box: place, text: read.text))
  }

  /// A row of figures with the cell at either end that its walls show where the cell itself was not found.
  private func widened(_ row: Box, _ page: FormPage) -> Box {
    let walls = page.content.rules.filter { !$0.isHorizontal && min($0.end, row.y1) - max($0.start, row.y0) > row.height * 0.8 }.map(\.position)
    var row = row
    // Cells of figures are hardly wider than two of them.
    if let left = walls.filter({ $0 < row.x0 - 3 && $0 > row.x0 - 24 }).max() { row.x0 = left }
    if let right = walls.filter({ $0 > row.x1 + 3 && $0 < row.x1 + 24 }).min() { row.x1 = right }
    return row
  }

  func numbers(_ placement: FormMap.Placement, _ reader: EntryReader, _ page: FormPage) -> FieldReading {
    let hidden = labels(on: page, reader)
    var list: [String] = []
    var (confidence, doubtful) = (1.0, placement.slots.isEmpty)
    var evidence: [Evidence] = []
    var isCombed = false
    for place in Self.combed(placement.slots.map(\.box)) {
      guard let read = try? number(place, .establishmentNumber, without: hidden) else {
        doubtful = true
        continue
      }
      confidence = min(confidence, read.confidence)
      if read.isBlank {
        if !read.agrees { doubtful = true }
        continue
      }
      if (try? self.isCombed(place, without: hidden)) == true { isCombed = true }
      let text = Repair.text(read.text, .establishmentNumber)
      guard case .text(let value) = ValueForms.value(text, .establishmentNumber) else { continue }
      if !read.agrees || read.confidence < Self.sure(.establishmentNumber) || !ValueForms.conforms(value, .establishmentNumber) { doubtful = true }
      list.append(value)
      evidence.append(Evidence(.ocr, page: placement.page, box: place, text: read.text))
    }
    // Figures that stand under the columns but in no place found belong to the list as well.
    // As far as running text, which has numbers of its own.
    let text = page.lines.segments.indices.filter { rank in
      page.lines.boxes[rank].y0 > placement.label.y1 && page.lines.segments[rank].count { page.content.words[$0].text.count(where: \.isLetter) >= 3 } >= 3
    }.map { page.lines.boxes[$0].y0 }.min()
    let below = Box(placement.label.x0 - 40, placement.label.y1, placement.label.x1 + 80, text ?? page.content.height)
    let words = reader.words(in: below, page: page).filter { $0.text.count <= 6 }
    let whole = words.count { $0.text.count(where: \.isASCIIDigit) >= 3 }
    // In a comb the page's own reading sees them one by one, if at all.
    let digits = words.reduce(0) { $0 + $1.text.count(where: \.isASCIIDigit) }
    if whole != list.count, !isCombed || digits > list.count * EntryReader.numberLength { doubtful = true }
    let table = placement.slots.dropFirst().reduce(placement.slots.first?.box ?? placement.label) { $0.union($1.box) }
    // So do those that stand beside the places found.
    let characters = list.reduce(0) { $0 + $1.count }
    if (try? figureCount(in: table.union(placement.label), without: hidden)).map({ $0 > characters }) ?? true { doubtful = true }
    return FieldReading(
      .list(list), confidence: Confidence(doubtful ? min(confidence, 0.6) : confidence), doubtful: doubtful,
      seen: evidence.first ?? Evidence(.blank, page: placement.page, box: table), Array(evidence.dropFirst()))
  }

  /// The places of a list, the teeth of its combs joined to those of their numbers, in the list's order.
  private static func combed(_ boxes: [Box]) -> [Box] {
    let combs = Comb.all(among: boxes).map { comb in
      stride(from: 0, to: comb.teeth.count, by: EntryReader.numberLength).map { start in
        Array(comb.teeth[start..<min(start + EntryReader.numberLength, comb.teeth.count)])
      }
    }.flatMap { $0 }
    return boxes.compactMap { box in
      guard let teeth = combs.first(where: { $0.contains(box) }) else { return box }
      return teeth[0] == box ? teeth.dropFirst().reduce(box) { $0.union($1) } : nil
    }
  }

  /// Says whether a signature box of a scan is empty, signed in ink, or holds typed letters only.
  func signature(
    _ field: FieldDefinition, region: Box, printed: [Box], words: [Word], page: FormPage
  ) -> (reading: FieldReading, signature: SignatureReading?) {
    let number = page.content.number
    // Print is small: what stands as tall as handwriting is left to be seen, whatever it was read as.
    let hidden = printed.filter { $0.height < 13 }.map { $0.grown(2, 1.5) }
    guard let measure = try? inkOutside(region.grown(-1.5, -1.5), without: hidden) else { return (.notFound, nil) }
    // A signature covers at least 25 points across; less is a speck, a dash, a cross.
    if measure.width < 6 {
      return (
        FieldReading(.text("none"), confidence: Confidence(0.95), doubtful: false, seen: Evidence(.blank, page: number, box: region)),
        nil
      )
    }
    let typed = words.filter { $0.confidence > 0.8 && $0.text.count > 1 }
    let letters = typed.reduce(0) { $0 + $1.box.width }
    let isTyped = letters > measure.width * 0.7
    // Letters in a row that recognition made nothing of are not a pen's.
    let isRow = (try? figures(in: region, without: hidden).figures.count).map { $0 >= 4 } ?? true
    let isClear = !isRow && measure.width > 25 && measure.box.height > 7 && (isTyped || letters < measure.width * 0.1)
    let kind = isTyped ? "typed" : "ink"
    let confidence = Confidence(isClear ? 0.95 : 0.5)
    return (
      FieldReading(
        .text(kind), confidence: confidence, doubtful: !isClear || isTyped,
        seen: Evidence(.ink, page: number, box: measure.box, text: isTyped ? EntryReader.join(typed) : "")),
      SignatureReading(section: field.section, kind: kind, page: number, box: measure.box, confidence: confidence)
    )
  }

  /// The printed words of a page, which no entry holds.
  func labels(on page: FormPage, _ reader: EntryReader) -> [Box] {
    (reader.map.printed[page.content.number] ?? []).map { page.content.words[$0].box }
  }
}
