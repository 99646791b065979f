import Forms

/// Sorts a document's pages into forms, by what is printed on each page and never by its rank.
struct FormFinder {
  let definition: FormDefinition

  init(_ definition: FormDefinition) { self.definition = definition }

  private enum Side { case front, back, other }

  /// Reads every form found in the pages, in the order of their first pages.
  func forms(in pages: [FormPage]) -> [Reading] {
    var groups: [[FormPage]] = []
    var waiting: [FormPage] = []
    var extra: [Int] = []
    for page in pages {
      switch side(of: page) {
      case .front:
        groups.append([page] + waiting)
        waiting = []
      case .back:
        if let last = groups.indices.last, !groups[last].contains(where: bearsNumbers) {
          groups[last].append(page)
        } else {
          waiting.append(page)
        }
      case .other:
        if !page.content.words.isEmpty { extra.append(page.content.number) }
      }
    }
    // Backs left over belong to the first form that lacks one, else stand alone.
    for page in waiting {
      if let lacking = groups.indices.first(where: { !groups[$0].contains(where: bearsNumbers) }) {
        groups[lacking].append(page)
      } else {
        groups.append([page])
      }
    }
    return groups.map { group in
      var reading = FormReader(definition).read(group)
      reading.observations.formsInFile = groups.count
      reading.observations.extraPages = extra
      return reading
    }
  }

  private func side(of page: FormPage) -> Side {
    let labels = distinctLabels(page)
    let identities = page.identities
    let isNamed = identities.contains(0) || identities.contains(1)
    // A front bears the form's name and its labels, or, where the name was lost, so many labels that nothing else has.
    let front = labels.filter { !["s4", "s5"].contains($0.section) }.count
    // The back's directives repeat some labels; only a form on one page bears its section and so many.
    if front >= 8, isNamed || front >= 13, !hasNumbersHeading(page) || front >= 18 { return .front }
    return isBack(page) || (isNamed && headings(page) >= 1 && front < 4 && labels.count >= 3) ? .back : .other
  }

  /// Whether a page of a form holds the section of its back, on a page of its own or beside the rest.
  private func bearsNumbers(_ page: FormPage) -> Bool { hasNumbersHeading(page) || side(of: page) == .back }

  private func hasNumbersHeading(_ page: FormPage) -> Bool {
    page.found.contains { $0.roles.contains(.heading("s5")) || $0.roles.contains(.identity(2)) }
  }

  private func isBack(_ page: FormPage) -> Bool {
    let hasHeading = hasNumbersHeading(page)
    let columns = page.found.count { $0.roles.contains { if case .label("s5.numbers") = $0 { true } else { false } } }
    return hasHeading && distinctLabels(page).filter { $0.section == "s2" }.count < 6 || columns >= 3
  }

  private func headings(_ page: FormPage) -> Int {
    Set(page.found.flatMap(\.roles).compactMap { if case .heading(let section) = $0 { section } else { nil } }).count
  }

  /// The fields whose labels begin a piece of text, as labels do and the words of a paragraph do not.
  private func distinctLabels(_ page: FormPage) -> Set<FieldID> {
    let leading = page.found.filter { page.lines.place[$0.words[0]].rank <= 1 }
    return Set(
      leading.flatMap(\.roles).compactMap { role in
        switch role {
        case .label(let id): id
        case .option(let id, _) where id.section == "s3": id
        default: nil
        }
      })
  }
}
