import Forms

/// Says what stands in a signature box: nothing, typed text, something drawn or pasted, ink on a scan, a certificate's field.
struct SignatureFinder {
  private let entries: EntryReader
  private var map: FormMap { entries.map }

  init(_ entries: EntryReader) { self.entries = entries }

  func read(_ field: FieldDefinition) -> (reading: FieldReading, signature: SignatureReading?) {
    guard let placement = map.placements[field.id],
      let page = map.pages.first(where: { $0.content.number == placement.page })
    else { return lost(field) }
    let number = placement.page
    let region = self.region(placement)
    var kind: String?
    var box = region
    var (source, text, isCut) = (Evidence.Source.ink, "", false)
    if let signed = page.content.entries.first(where: { $0.isSigned && overlaps($0.box, region) }) {
      (kind, box, source) = ("certificate", signed.box, .certificate)
    } else if let mark = page.content.marks.filter({ $0.kind != .ink && overlaps($0.box, region) }).max(by: { $0.box.area < $1.box.area }),
      mark.kind == .image || !isSlight(all(region, page))
    {
      (kind, box) = (mark.kind.rawValue, all(region, page))
    } else if let mark = beside(placement, page) {
      (kind, box) = (mark.kind.rawValue, mark.box)
    } else {
      // A line of text that runs on beyond the box is a paragraph that passes by, no name typed in it.
      let others = map.placements.values.filter { $0.page == number && $0.label != placement.label }.flatMap(\.slots).map(\.box)
        .filter { !placement.slots.map(\.box).contains($0) }
      // What stands in another field's place is that field's.
      func isFree(_ word: Word) -> Bool { !others.contains { $0.contains(x: word.box.midX, y: word.box.midY) } }
      let free = page.content.words.filter(isFree)
      let here = entries.words(in: region, page: page).filter(isFree)
      // A name has letters: dashes begin a paragraph, figures are a date's.
      let words = here.filter { word in
        guard word.text.contains(where: \.isLetter), !isLastLine(word, free) else { return false }
        let run = run(of: word, free).union(word.box.grown(60, 0))
        let line = free.filter { abs($0.box.midY - word.box.midY) < 3 && $0.box.x1 > run.x0 - 2 && $0.box.x0 < run.x1 + 2 }
        return line.allSatisfy { region.grown(3, 3).contains(x: $0.box.midX, y: $0.box.midY) || isPrinted($0, page) }
      }
      // What begins in the box and runs on beyond it may be a long name.
      isCut = words.isEmpty && here.contains { run(of: $0, free).x0 > region.x0 - 3 && !isPrinted($0, page) }
      let typed = placement.slots.compactMap { slot -> String? in
        if case .entry(let rank) = slot.origin { page.content.entries[rank].text.map(ValueForms.plain) } else { nil }
      }.filter { !$0.isEmpty }
      if let first = typed.first {
        (kind, source, text) = ("typed", .widget, first)
      } else if !words.isEmpty, page.content.scan == nil {
        (kind, source, text) = ("typed", .text, EntryReader.join(words))
        box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
      } else if let scan = page.content.scan {
        let found = scan.signature(field, region: region, printed: scan.labels(on: page, entries), words: words, page: page)
        if case .text("none") = found.reading.value, let pen = pen(for: field) { return pen }
        return placement.slots.isEmpty ? (found.reading.doubted(), found.signature) : found
      }
    }
    // A hand's mark over the label or close by that is in nobody's place may be this signature: the place was then mistaken.
    let doubtful = placement.slots.isEmpty || kind == nil && (isCut || isPassed(by: page, placement))
    guard let kind else {
      return (
        FieldReading(
          .text("none"), confidence: Confidence(doubtful ? 0.4 : 0.97), doubtful: doubtful,
          seen: Evidence(.blank, page: number, box: region)), nil
      )
    }
    let confidence = Confidence(doubtful ? 0.5 : 0.97)
    return (
      FieldReading(
        .text(kind), confidence: confidence, doubtful: doubtful, seen: Evidence(source, page: number, box: box, text: text)),
      SignatureReading(section: field.section, kind: kind, page: number, box: box, confidence: confidence)
    )
  }

  /// A scan's signature whose label was not read, as a pen that runs over it hides it: ink where its section has any, in doubt.
  private func lost(_ field: FieldDefinition) -> (reading: FieldReading, signature: SignatureReading?) {
    let heading = map.sections.headings.first { $0.section == field.section }
    guard let heading, map.pages.contains(where: { $0.content.number == heading.page && $0.content.isScan }) else { return (.notFound, nil) }
    if let pen = pen(for: field) { return pen }
    return (FieldReading(.text("none"), confidence: Confidence(0.4), doubtful: true, seen: Evidence(.blank, page: heading.page, box: heading.box)), nil)
  }

  /// What a pen left in a field's section of a scan, in no other field's place: in doubt, since nothing but the section says whose it is.
  private func pen(for field: FieldDefinition) -> (reading: FieldReading, signature: SignatureReading?)? {
    for page in map.pages where page.content.isScan {
      let number = page.content.number
      let others = map.placements.filter { $0.key != field.id && $0.value.page == number }
      let places = others.values.flatMap(\.slots).map { $0.box.grown(2, 4) }
        + others.filter { map.definition.field($0.key)?.kind == .signature }.map { region($0.value) }
      let pens = page.content.marks.map(\.box).filter { pen in
        map.sections.section(of: pen, page: number) == field.section && !places.contains { pen.share(in: $0) > 0.5 }
      }
      guard var box = pens.max(by: { $0.area < $1.area }) else { continue }
      for pen in pens where pen.grown(20, 10).intersection(box) != nil { box = box.union(pen) }
      guard box.width > 25 else { continue }
      let confidence = Confidence(0.5)
      return (
        FieldReading(.text("ink"), confidence: confidence, doubtful: true, seen: Evidence(.ink, page: number, box: box)),
        SignatureReading(section: field.section, kind: "ink", page: number, box: box, confidence: confidence)
      )
    }
    return nil
  }

  /// How far a line of text goes on to both sides of a word with no more than a word's space between words.
  private func run(of word: Word, _ words: [Word]) -> Box {
    let level = words.map(\.box).filter { abs($0.midY - word.box.midY) < 3 }
    var run = word.box
    while let next = level.first(where: { ($0.x0 < run.x0 || $0.x1 > run.x1) && max($0.x0 - run.x1, run.x0 - $0.x1) < word.box.height * 0.7 }) {
      run = run.union(next)
    }
    return run
  }

  /// Whether a word's line goes on with that right over it, set in the same type and beginning at the same place: a paragraph ends there.
  private func isLastLine(_ word: Word, _ words: [Word]) -> Bool {
    let run = run(of: word, words)
    return words.contains { above in
      above.font == word.font && abs(above.size - word.size) < 0.3 && abs(above.box.x0 - run.x0) < 2 && above.box.y1 < run.midY
        && run.y0 - above.box.y1 < run.height * 0.6 && self.run(of: above, words).width > run.width * 2
    }
  }

  private func isPrinted(_ word: Word, _ page: FormPage) -> Bool {
    (map.printed[page.content.number] ?? []).contains { page.content.words[$0].box == word.box }
  }

  /// The space to sign in: the place the label names, taller above a lone line; else the space over and beside the label.
  private func region(_ placement: FormMap.Placement) -> Box {
    guard let slot = placement.slots.first else {
      return Box(placement.label.x0, placement.label.y0 - 30, placement.label.x0 + 220, placement.label.y1 + 4)
    }
    var box = entries.region(placement, slot)
    // What another field's place takes of it is that field's.
    let others = map.placements.values.filter { $0.page == placement.page && $0.label != placement.label }.flatMap(\.slots).map(\.box)
    for other in others where other.intersection(box) != nil && !placement.slots.map(\.box).contains(other) {
      if abs(other.midY - box.midY) < box.height * 0.4, other.x0 > box.x0 + 40 { box.x1 = min(box.x1, other.x0) }
      if other.y1 < box.y1 - 8, other.y0 < box.y0 + 4 { box.y0 = max(box.y0, other.y1) }
    }
    return slot.origin == .line ? Box(box.x0, box.y0 - 8, box.x1, box.y1 + 4) : box
  }

  /// The extent of all that is drawn in a signature box.
  private func all(_ region: Box, _ page: FormPage) -> Box {
    let boxes = page.content.marks.map(\.box).filter { overlaps($0, region) }
    return boxes.dropFirst().reduce(boxes.first ?? region) { $0.union($1) }
  }

  /// What is drawn in the row of a label, right of its own cell and before the next label: in many tables labels have cells of their own.
  private func beside(_ placement: FormMap.Placement, _ page: FormPage) -> InkMark? {
    guard let slot = placement.slots.first, placement.relation == .inside, !slot.isEntry else { return nil }
    let printed = (map.printed[placement.page] ?? []).map { page.content.words[$0].box }
    let marks = page.content.marks.filter { mark in
      guard mark.kind != .ink, !isSlight(mark.box), mark.box.x0 > slot.box.x1 - 2, mark.box.midY > slot.box.y0, mark.box.midY < slot.box.y1 else { return false }
      return !printed.contains { $0.midX > slot.box.x1 && $0.midX < mark.box.x0 && $0.midY > slot.box.y0 && $0.midY < slot.box.y1 }
    }
    return marks.count == 1 && places(besides: placement).allSatisfy { marks[0].box.share(in: $0) < 0.6 } ? marks[0] : nil
  }

  /// The places of the page's other fields; of one that its label stands in, what lies before that label is no one's.
  private func places(besides placement: FormMap.Placement) -> [Box] {
    map.placements.values.filter { $0.page == placement.page && $0.label != placement.label }.flatMap { other in
      other.slots.map { slot in
        slot.box.contains(x: other.label.midX, y: other.label.midY) ? Box(min(other.label.x0, slot.box.x1), slot.box.y0, slot.box.x1, slot.box.y1) : slot.box
      }
    }
  }

  /// Whether something drawn stands around a label, and not for the most part in another place of the form.
  private func isPassed(by page: FormPage, _ placement: FormMap.Placement) -> Bool {
    let label = placement.label
    let around = Box(label.x0 - 20, label.y0 - 45, max(label.x1, label.x0 + 260), label.y1 + 30)
    let places = places(besides: placement) + page.content.ticks.map(\.box)
    return page.content.marks.contains { mark in
      mark.box.intersection(around) != nil && !isSlight(mark.box) && !places.contains { mark.box.share(in: $0.grown(2, 4)) > 0.6 }
    }
  }

  /// Less than 12 points either way: the slash of a date, a speck; no hand signs so small.
  private func isSlight(_ box: Box) -> Bool { box.width < 12 && box.height < 12 }

  /// A mark belongs to a box when its middle lies there or a good part of it does: signatures overrun their boxes.
  private func overlaps(_ mark: Box, _ region: Box) -> Bool {
    region.grown(2, 4).contains(x: mark.midX, y: mark.midY) || mark.share(in: region) > 0.35
  }
}
