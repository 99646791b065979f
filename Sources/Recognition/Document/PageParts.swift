import Forms

/// Which sections of the form a page holds: what tells the pages of one form from those of the next.
struct PageParts {
  /// Sections that begin on the page, by their headings and the labels under them.
  private(set) var sections: Set<String> = []
  /// Whether the page goes on with labels of a section that began on a page before.
  private(set) var continues = false
  /// Whether a label of section 4 is all that the page goes on with: enough where the page before is amid that section.
  private(set) var endsSection4 = false
  /// Whether the page bears the form's name or its service's.
  let isNamed: Bool
  /// Whether the page bears the heading of the form's list of numbers: its columns alone stand in many tables.
  let bearsList: Bool
  /// The fields of the front whose labels begin a piece of text, as labels do and the words of a paragraph do not.
  let frontLabels: Set<FieldID>
  /// The texts found that no other form is likely to bear: long ones. « Nom », « Code postal » and « Téléphone » stand on every form.
  let tellingTexts: Set<PrintedText.Role>
  /// Whether nothing but the form's own directives stands on it.
  private(set) var isDirectives = false

  init(_ page: FormPage, _ definition: FormDefinition) {
    let map = SectionMap(definition, pages: [(page.content, page.lines, page.found)])
    let leading = page.found.filter { page.lines.place[$0.words[0]].rank <= 1 }
    let labels = leading.map { (fields: Self.fields(of: $0), section: map.section(of: $0.box, page: page.content.number)) }
    let all = Set(labels.flatMap(\.fields))
    isNamed = !page.identities.isDisjoint(with: [0, 1])
    bearsList = page.found.contains { $0.roles.contains(.heading("s5")) || $0.roles.contains(.identity(2)) }
    tellingTexts = Set(page.found.filter { $0.length >= Self.tellingLength }.compactMap(\.roles.first))
    frontLabels = all.filter { !["s4", "s5"].contains($0.section) }

    // The form's name may head every page: only the labels of section 1, or its heading with one of them, show that it begins here.
    if all.count(where: { $0.section == "s1" }) >= (map.headings.contains { $0.section == "s1" } ? 1 : 2) { sections.insert("s1") }
    for heading in map.headings where ["s2", "s3"].contains(heading.section) {
      let own = Set(labels.filter { $0.section == heading.section }.flatMap(\.fields).filter { $0.section == heading.section })
      // The directives repeat headings without their numbers, and some words that labels begin with.
      if own.count >= (heading.isNumbered ? 2 : 7) { sections.insert(heading.section) }
    }
    if map.headings.contains(where: { $0.section == "s4" }), all.count(where: { $0.section == "s4" }) >= 2 { sections.insert("s4") }
    // Sections 2 and 3 bear a dozen labels alike: half of them found twice, both are there whatever became of their headings.
    let shared = labels.filter { Set($0.fields.map(\.section)).isSuperset(of: ["s2", "s3"]) }
    let times = Dictionary(grouping: shared, by: \.fields).mapValues(\.count)
    if times.values.count(where: { $0 >= 2 }) >= 6 { sections.formUnion(["s2", "s3"]) }
    // Where the list's heading was lost, its columns tell it; beside other sections « Numéro » stands in their labels.
    let columns = page.found.count { $0.roles.contains(.label("s5.numbers")) }
    if bearsList || columns >= 3 && sections.isSubset(of: ["s4"]) { sections.insert("s5") }
    let isFront = frontLabels.count >= 8 && isNamed || frontLabels.count >= 13
    if sections.isDisjoint(with: ["s1", "s2", "s3"]) {
      let carried = labels.filter { $0.section == nil }
      // Few labels are left of section 4 where a page ends amid it; no other text bears two of them.
      continues = !isNamed
        && (carried.count { !Set($0.fields.map(\.section)).isDisjoint(with: ["s2", "s3"]) } >= 3
          || carried.count { Set($0.fields.map(\.section)) == ["s4"] } >= 2)
      endsSection4 = carried.contains { Set($0.fields.map(\.section)) == ["s4"] }
      if isFront, !continues, !sections.contains("s5") || frontLabels.count >= 18 { sections.formUnion(["s2", "s3"]) }
    }
    isDirectives = sections.isEmpty && page.found.count { $0.roles.contains(.caption) && $0.length >= 25 } >= 3
  }

  /// Letters from which a text tells its form: the longest of what forms have in common, « Adresse électronique », has eighteen.
  private static let tellingLength = 20

  private static func fields(of occurrence: Occurrence) -> [FieldID] {
    occurrence.roles.compactMap { role in
      switch role {
      case .label(let id): id
      case .option(let id, _) where id.section == "s3": id
      default: nil
      }
    }
  }
}
