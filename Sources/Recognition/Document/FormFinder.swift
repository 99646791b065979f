import Forms

/// Sorts a document's pages into forms, by the sections that each page holds and never by its rank.
///
/// A form ends where one of its sections comes again: it may lie on one page or be spread over several, in any order.
struct FormFinder {
  let definition: FormDefinition

  init(_ definition: FormDefinition) { self.definition = definition }

  /// The pages of one form, and what they hold.
  private struct Group {
    var pages: [(page: FormPage, parts: PageParts)] = []
    var sections: Set<String> { pages.reduce(into: []) { $0.formUnion($1.parts.sections) } }

    /// Whether the pages are this form's: they bear its name and labels, or many labels, some of which nothing else bears, or the heading of its
    /// list of numbers.
    var isProven: Bool {
      let labels = pages.reduce(into: Set<FieldID>()) { $0.formUnion($1.parts.frontLabels) }
      let isNamed = pages.contains { $0.parts.isNamed }
      let telling = pages.reduce(into: Set<PrintedText.Role>()) { $0.formUnion($1.parts.tellingTexts) }
      return labels.count >= 8 && isNamed || labels.count >= 13 && telling.count >= 3 || pages.contains { $0.parts.bearsList } || isNamed && sections.contains("s4")
    }

    /// The pages in the order of their sections; one that goes on with a section follows the page before it.
    var inOrder: [FormPage] {
      var first = ""
      let keyed = pages.map { page -> (key: String, page: FormPage) in
        first = page.parts.sections.min() ?? first
        return (first, page.page)
      }
      return keyed.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element.page)
    }
  }

  /// Reads every form found in the pages, in the order of their first pages.
  func forms(in pages: [FormPage]) -> [Reading] {
    var groups: [Group] = []
    var extra: [Int] = []
    for page in pages {
      let parts = PageParts(page, definition)
      let last = groups.indices.last
      let goesOn = parts.continues || parts.endsSection4 && last.map { groups[$0].sections.contains("s4") && !groups[$0].sections.contains("s5") } == true
      if parts.sections.isEmpty, !goesOn || last == nil {
        if !parts.isDirectives, !page.content.words.isEmpty { extra.append(page.content.number) }
      } else if let last, groups[last].sections.isDisjoint(with: parts.sections) {
        groups[last].pages.append((page, parts))
      } else {
        groups.append(Group(pages: [(page, parts)]))
      }
    }
    // Backs left over belong to the first form that lacks one, else stand alone.
    for rank in groups.indices.reversed() where groups[rank].sections.isSubset(of: ["s4", "s5"]) {
      guard let lacking = groups.indices.first(where: { $0 != rank && groups[$0].sections.isDisjoint(with: groups[rank].sections) })
      else { continue }
      groups[lacking].pages += groups[rank].pages
      groups.remove(at: rank)
    }
    extra += groups.filter { !$0.isProven }.flatMap { $0.pages.map(\.page.content.number) }
    groups = groups.filter(\.isProven)
    return groups.map { group in
      var reading = FormReader(definition).read(group.inOrder)
      reading.observations.formsInFile = groups.count
      reading.observations.extraPages = extra.sorted()
      return reading
    }
  }

  /// The numbers of excluded forms printed in pages without this form: one that stands alone or before a date, as forms bear theirs,
  /// and not the same figures in an address or a telephone number.
  func excludedNumbers(in pages: [FormPage]) -> [String] {
    let excluded = Set(definition.excludedForms)
    let lines = pages.flatMap { page in page.lines.segments.map { segment in segment.map { page.content.words[$0].text } } }
    let numbers = lines.compactMap { words -> String? in
      let rest = words.dropFirst().joined().filter { $0.isLetter || $0.isNumber }
      return rest.count <= 6 && rest.allSatisfy(\.isNumber) ? words.first : nil
    }
    return excluded.intersection(numbers).sorted()
  }
}
