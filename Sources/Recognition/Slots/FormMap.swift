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
    /// Whether another label may have a better claim to the place, or this one to another's.
    var isContested = false
    /// Whether words in brackets beside the label were taken for a hint of it.
    var hasHint = false
    /// The captions « ANNÉE MOIS JOUR » of a date: their span shows how wide its row is where walls were not found.
    var captions: Box?
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
  /// Places of each page that no label was found to name, by page number.
  var unnamed: [Int: [Slot]] = [:]
  /// Where sections lie.
  let sections: SectionMap
  let pages: [FormPage]
  let definition: FormDefinition

  init(_ definition: FormDefinition, pages: [FormPage]) {
    (self.pages, self.definition) = (pages, definition)
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
        if isCaption, !isLabel, !mayBeEntered(occurrence, page) { printed[page.content.number, default: []].formUnion(occurrence.words) }
      }
    }
    for heading in sections.headings { printed[heading.page, default: []].formUnion(heading.words) }
    placeTicks(definition)
    judgeFilled()
    placeEntries(definition)
  }

  /// Whether a printed word or two may be an entry's as well, « Québec » at the end of an address: set as no label of the page is, or
  /// on a scan, where type tells nothing, beside other words.
  ///
  /// What says how to write a date is set as it pleases, and no entry.
  private func mayBeEntered(_ occurrence: Occurrence, _ page: FormPage) -> Bool {
    let words = page.content.words
    let first = words[occurrence.words[0]]
    guard occurrence.words.count <= 2, !DateCaptions.isHint(first.text) else { return false }
    // Entries are written in capitals: an address that ends with QUÉBEC.
    let section = sections.section(of: first.box, page: page.content.number)
    if first.text.count > 2, !first.text.contains(where: \.isLowercase), ["s2", "s3"].contains(section) { return true }
    if page.content.isScan {
      let box = occurrence.box
      let printed = Set(page.found.flatMap(\.words))
      return words.indices.contains { index in
        let other = words[index].box
        return !printed.contains(index) && abs(other.midY - box.midY) < box.height / 2 && max(other.x0 - box.x1, box.x0 - other.x1) < box.height * 1.5
      }
    }
    return !page.found.contains { other in
      guard !other.roles.contains(.caption) else { return false }
      let word = words[other.words[0]]
      return word.font == first.font && abs(word.size - first.size) < 0.3
    }
  }

  /// Whether a label found at a place may be the one of a field: in its section, or before section 3 for section 1, whose
  /// scope block has no fixed place, or anywhere when the section's heading was not found.
  func fits(_ field: FieldDefinition, _ box: Box, page: Int) -> Bool {
    if field.section == "hdr" || field.kind == .preprinted && field.section == "s1" { return true }
    let here = sections.section(of: box, page: page)
    if here == field.section { return true }
    // « Numéro » stands in many labels: a list's columns count only under its heading.
    if field.kind == .establishmentNumbers { return false }
    if field.section == "s1" { return here == nil || here == "s2" || here == "hdr" }
    return here == nil && !sections.headings.contains { $0.section == field.section }
  }

  /// The headings seen on a page; one that was only inferred takes no place from its first label.
  func headings(on page: Int) -> [Box] { sections.headings.filter { $0.page == page && !$0.words.isEmpty }.map(\.box) }

  /// Words that a line of running text has at least.
  private static let runningText = 4

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
      guard box.midY > label.y0 else { continue }
      if box.y0 - block.y1 > label.height * 0.8 || block.height > label.height * 9 { break }
      if box.x0 < label.x0 - 20 || box.x0 > label.x0 + 90 { continue }
      // A signature read as letters stands taller than print.
      if box.height > label.height * 1.7 { continue }
      if labels.contains(where: { $0.share(in: box.grown(2, 2)) > 0.6 }) { break }
      let body = segment.map { words[$0] }.first { !$0.isEntered }
      guard let body else { continue }
      // The text may be set in another weight than its first words, not in another size.
      let isKnown = faces.contains { $0.font == body.font }
      // A name typed under it is no running text.
      if !page.content.isScan, !isKnown, faces.count >= 2 || !faces.isEmpty && segment.count < Self.runningText { continue }
      if !page.content.isScan, let size = faces.first?.size, abs(size - body.size) > 1.2 { continue }
      if !isKnown { faces.append((body.font, body.size)) }
      members.formUnion(segment.filter { !words[$0].isEntered })
      block = block.union(box)
    }
    return (block, members)
  }
}
