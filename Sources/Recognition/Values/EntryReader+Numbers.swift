import Forms

/// The list of establishments' numbers: a column of places, or words under its headings.
extension EntryReader {
  func numbers(_ field: FieldDefinition) -> FieldReading {
    guard let placement = map.placements[field.id], let page = page(placement.page) else { return .notFound }
    if let scan = page.content.scan { return scan.numbers(placement, self, page) }
    var list: [String] = []
    var evidence: [Evidence] = []
    var doubtful = placement.slots.isEmpty
    if placement.slots.isEmpty { return openNumbers(placement, page) }
    var texts: [(text: String, source: Evidence.Source, box: Box)] = []
    for slot in placement.slots {
      let free = words(in: slot.box, page: page)
      var (text, source) = (Self.join(free), Evidence.Source.text)
      if case .entry(let rank) = slot.origin {
        let entry = page.content.entries[rank]
        if let stored = entry.text.map(ValueForms.plain), !stored.isEmpty { (text, source) = (stored, .widget) }
        doubtful = doubtful || entry.differs
      }
      texts.append((text, source, slot.box))
    }
    let parts = Self.combed(Self.unnumbered(texts))
    for (text, source, box) in parts where !text.isEmpty {
      guard case .text(var value) = ValueForms.value(text, .establishmentNumber) else { continue }
      if source != .widget, value.contains(" ") {
        // The letters of a comb may have run together here and there; two numbers in one place are not told apart.
        let tight = value.filter { $0 != " " }
        if Self.isCombed(value), ValueForms.conforms(tight, .establishmentNumber) { value = tight } else { doubtful = true }
      }
      // What was put together from single characters, or left by itself, and is no number may belong to another.
      if texts.allSatisfy({ $0.text.count <= 1 }), !ValueForms.conforms(value, .establishmentNumber) { doubtful = true }
      list.append(value)
      evidence.append(Evidence(source, page: placement.page, box: box, text: text))
    }
    let seen =
      evidence.first
      ?? Evidence(
        .blank, page: placement.page, box: placement.slots.dropFirst().reduce(placement.slots.first?.box ?? placement.label) { $0.union($1.box) })
    return FieldReading(
      .list(list), confidence: Confidence(doubtful ? 0.5 : 0.99), doubtful: doubtful, seen: seen, Array(evidence.dropFirst()))
  }

  /// Takes the numbers of a list's rows or places off what stands in these: one or two figures, each more than the one before.
  private static func unnumbered(
    _ texts: [(text: String, source: Evidence.Source, box: Box)]
  ) -> [(text: String, source: Evidence.Source, box: Box)] {
    func rank(_ text: String) -> Int? {
      guard let first = text.split(separator: " ").first else { return nil }
      let figures = first.prefix(while: \.isASCIIDigit)
      return (1...2).contains(figures.count) && first.dropFirst(figures.count).allSatisfy { ".)-–:°o".contains($0) } ? Int(figures) : nil
    }
    let ranks = texts.compactMap { $0.source == .widget ? nil : rank($0.text) }
    guard ranks.count >= 2, zip(ranks, ranks.dropFirst()).allSatisfy({ $1 > $0 }) else { return texts }
    return texts.map { part in
      guard part.source != .widget, rank(part.text) != nil else { return part }
      return (part.text.split(separator: " ").dropFirst().joined(separator: " "), part.source, part.box)
    }
  }

  /// Joins the places of a list that hold one character each to those of its numbers: each run of filled ones, five to a number.
  private static func combed(
    _ texts: [(text: String, source: Evidence.Source, box: Box)]
  ) -> [(text: String, source: Evidence.Source, box: Box)] {
    let combs = Comb.all(among: texts.map(\.box))
    guard !combs.isEmpty, texts.allSatisfy({ $0.text.count <= 1 }) else { return texts }
    // In the order of the list, row by row; a filled place that is in no comb stands for itself.
    let rank = { (box: Box) in texts.firstIndex { $0.box == box } ?? 0 }
    let teeth = Set(combs.flatMap(\.teeth))
    let alone = texts.filter { !$0.text.isEmpty && !teeth.contains($0.box) }
    let numbers = combs.flatMap { comb in
      let teeth = comb.teeth.compactMap { tooth in texts.first { $0.box == tooth } }
      let runs = teeth.split { $0.text.isEmpty }.map(Array.init)
      return runs.flatMap { run in
        stride(from: 0, to: run.count, by: numberLength).map { start in
          let part = run[start..<min(start + numberLength, run.count)]
          return (text: part.map(\.text).joined(), source: part[start].source, box: part.dropFirst().reduce(part[start].box) { $0.union($1.box) }, rank: rank(part[start].box))
        }
      }
    }
    return (numbers + alone.map { (text: $0.text, source: $0.source, box: $0.box, rank: rank($0.box)) }).sorted { $0.rank < $1.rank }
      .map { ($0.text, $0.source, $0.box) }
  }

  /// Characters of an establishment's number (facts F-2.1).
  static let numberLength = 5

  /// Reads a list that has no boxes: the words under its headings, row by row, as far as they follow one another closely.
  private func openNumbers(_ placement: FormMap.Placement, _ page: FormPage) -> FieldReading {
    let label = placement.label
    let region = Box(label.x0 - 40, label.y1, label.x1 + 80, page.content.height)
    var bottom = label.y1
    var found: [Word] = []
    for word in words(in: region, page: page).sorted(by: { $0.box.y0 < $1.box.y0 }) {
      guard word.box.y0 - bottom < 40, ValueForms.number(word.text) != nil else { break }
      found.append(word)
      bottom = max(bottom, word.box.y1)
    }
    let lines = Lines(found, rules: [])
    let list = lines.segmentsOfLine.flatMap { $0.flatMap { lines.segments[$0] } }.map { found[$0].text }
    return FieldReading(
      .list(list), confidence: Confidence(isOpenForm ? 0.95 : 0.5), doubtful: !isOpenForm,
      seen: Evidence(found.isEmpty ? .blank : .text, page: placement.page, box: Box(region.x0, region.y0, region.x1, bottom + 20), text: list.joined(separator: " ")))
  }
}
