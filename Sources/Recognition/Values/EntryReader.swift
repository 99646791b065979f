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

  private func page(_ number: Int) -> FormPage? { map.pages.first { $0.content.number == number } }

  /// Reads one field of any kind; `nothing found` fields are doubtful, never blank.
  func read(_ field: FieldDefinition) -> FieldReading {
    switch field.kind {
    case .tick, .choice: return ticks(field)
    case .preprinted: return preprinted(field)
    case .establishmentNumbers: return numbers(field)
    case .signature: return SignatureFinder(map).read(field).reading
    default: return entry(field)
    }
  }

  // MARK: Texts

  /// The free words in a region: not printed, their middles inside it.
  func words(in region: Box, page: FormPage) -> [Word] {
    let printed = map.printed[page.content.number] ?? []
    let inside = page.content.words.indices.filter { index in
      !printed.contains(index)
        && region.contains(x: page.content.words[index].box.midX, y: page.content.words[index].box.midY)
    }.map { page.content.words[$0] }
    // Beside an entry in another face, words in a label's face are printed hints.
    let faces = labelFaces[page.content.number] ?? []
    let entered = inside.filter { $0.isEntered || !faces.contains(Self.face($0)) }
    return entered.isEmpty || entered.count == inside.count ? inside : entered
  }

  /// The part of a place that is a label's own: without the label, and without what other labels in the place claim.
  func region(_ placement: FormMap.Placement, _ slot: Slot) -> Box {
    var box = slot.box
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

  /// Joins words in reading order, lines by a space; letters set one to a box are joined without.
  static func join(_ words: [Word]) -> String {
    let lines = Lines(words, rules: [])
    let ordered = lines.segmentsOfLine.flatMap { $0.flatMap { lines.segments[$0] } }.map { words[$0] }
    guard ordered.count >= 3, ordered.allSatisfy({ $0.text.count == 1 }) else {
      return ordered.map(\.text).joined(separator: " ")
    }
    let centres = ordered.map(\.box.midX)
    let pitches = zip(centres.dropFirst(), centres).map { $0 - $1 }
    guard let pitch = pitches.filter({ $0 > 0 }).min(), pitch > 0 else { return ordered.map(\.text).joined() }
    var text = ordered[0].text
    for (word, step) in zip(ordered.dropFirst(), pitches) { text += (step > pitch * 1.6 ? " " : "") + word.text }
    return text
  }

  private func entry(_ field: FieldDefinition) -> FieldReading {
    guard let placement = map.placements[field.id], let page = page(placement.page) else { return .notFound }
    let number = placement.page
    guard !placement.slots.isEmpty else {
      if field.optionalOnForm {
        return FieldReading(
          .nothing, confidence: Confidence(0.9), doubtful: false, seen: Evidence(.blank, page: number, box: placement.label))
      }
      return open(field, placement, page)
    }
    if let scan = page.content.scan { return scan.entry(field, placement, self, page) }
    var parts: [(text: String, box: Box)] = []
    var evidence: [Evidence] = []
    var doubtful = false
    for slot in placement.slots {
      let region = region(placement, slot)
      let free = words(in: region, page: page)
      var text = Self.join(free)
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
      parts.append((text, slot.box))
    }
    let text = Self.assemble(parts.map(\.text), field.kind)
    return FieldReading(
      ValueForms.value(text, field.kind), confidence: Confidence(doubtful ? 0.5 : 0.99), doubtful: doubtful,
      seen: evidence[0], Array(evidence.dropFirst()))
  }

  /// Joins the parts of an entry: the year, month and day of a date, the groups of a telephone number, lines of an address.
  static func assemble(_ parts: [String], _ kind: FieldDefinition.Kind) -> String {
    // The digits of a date's part may stand in boxes of their own.
    let tight = kind == .date ? parts.map { $0.allSatisfy { $0.isASCIIDigit || $0 == " " } ? $0.filter { $0 != " " } : $0 } : parts
    let filled = tight.filter { !$0.isEmpty }
    switch kind {
    case .date where filled.count == 3: return filled.joined(separator: "-")
    case .date, .establishmentNumber, .postalCode:
      return filled.allSatisfy { $0.count == 1 } ? filled.joined() : filled.joined(separator: " ")
    case .phone: return filled.allSatisfy { $0.count == 1 } ? filled.joined() : filled.joined(separator: " ")
    default: return filled.joined(separator: " ")
    }
  }

  /// Reads beside a label that no box or line goes with: the words up to the next printed text on the line; always doubtful.
  private func open(_ field: FieldDefinition, _ placement: FormMap.Placement, _ page: FormPage) -> FieldReading {
    let label = placement.label
    let printed = (map.printed[placement.page] ?? []).map { page.content.words[$0].box }
    let limit =
      printed.filter { abs($0.midY - label.midY) < label.height && $0.x0 > label.x1 + 1 }.map(\.x0).min()
      ?? page.content.width - 20
    let region = Box(label.x1, label.y0 - 4, limit, label.y1 + 4)
    let found = words(in: region, page: page)
    guard !found.isEmpty else { return .notFound }
    let text = Self.join(found)
    return FieldReading(
      ValueForms.value(text, field.kind), confidence: Confidence(0.4), doubtful: true,
      seen: Evidence(found[0].source, page: placement.page, box: region, text: text))
  }

  private func numbers(_ field: FieldDefinition) -> FieldReading {
    guard let placement = map.placements[field.id], let page = page(placement.page) else { return .notFound }
    if let scan = page.content.scan { return scan.numbers(placement, self, page) }
    var list: [String] = []
    var evidence: [Evidence] = []
    var doubtful = placement.slots.isEmpty
    for slot in placement.slots {
      let free = words(in: slot.box, page: page)
      var (text, source) = (Self.join(free), Evidence.Source.text)
      if case .entry(let rank) = slot.origin {
        let entry = page.content.entries[rank]
        if let stored = entry.text.map(ValueForms.plain), !stored.isEmpty { (text, source) = (stored, .widget) }
        doubtful = doubtful || entry.differs
      }
      if text.isEmpty { continue }
      guard case .text(let value) = ValueForms.value(text, .establishmentNumber) else { continue }
      list.append(value)
      evidence.append(Evidence(source, page: placement.page, box: slot.box, text: text))
    }
    let seen =
      evidence.first
      ?? Evidence(
        .blank, page: placement.page, box: placement.slots.dropFirst().reduce(placement.slots.first?.box ?? placement.label) { $0.union($1.box) })
    return FieldReading(
      .list(list), confidence: Confidence(doubtful ? 0.5 : 0.99), doubtful: doubtful, seen: seen, Array(evidence.dropFirst()))
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
    let block = field.section == "s1" ? label : paragraph(below: label, page)
    let covering = page.content.overlays.filter { $0.intersection(block) != nil }
    return FieldReading(
      .flag(covering.isEmpty), confidence: Confidence(0.95), doubtful: false,
      seen: Evidence(page.content.isScan ? .ocr : .text, page: placement.page, box: label))
  }

  /// The block of text that begins with a label: the lines under it, closer than a line to one another, up to the next label.
  private func paragraph(below label: Box, _ page: FormPage) -> Box {
    let labels = map.placements.values.filter { $0.page == page.content.number && $0.label != label }.map(\.label)
    var block = label
    for box in page.lines.boxes.sorted(by: { $0.y0 < $1.y0 }) where box.y0 > label.y0 - 2 {
      if box.y0 - block.y1 > label.height * 0.8 { break }
      if box.x0 < label.x0 - 20 || box.x0 > label.x0 + 90 { continue }
      if labels.contains(where: { $0.share(in: box.grown(2, 2)) > 0.6 }) { break }
      block = block.union(box)
      if block.height > label.height * 9 { break }
    }
    return block
  }
}
