import Forms

/// One thing to correct: the fields it is about and the sentence that says what is wrong.
package struct Correction: Hashable, Sendable {
  /// The rules that ask for it, for clerks and tests; a letter does not print them.
  package var rules: [RuleID]
  /// What the fields are called, « Prénom, nom »; empty when the sentence is about the whole document.
  package var fields: String
  package var message: String
}

/// The corrections of one section of the form, or of the sections a finding spans.
package struct CorrectionGroup: Hashable, Sendable {
  /// « Section 2 – Utilisateur », « Sections 2 et 3 », « Document reçu ».
  package var title: String
  package var corrections: [Correction]
}

/// Groups findings by section in the form's own order, and merges those that say the same sentence.
struct CorrectionList {
  let form: FormDefinition
  let wording: LetterWording

  /// Rules whose sentence would reveal what the office holds on someone (whether a username or an address exists, a
  /// request already on file): the letter only asks the person to call.
  private static let discreetRules: Set<RuleID> = ["USR-11", "EML-09", "CRS-04"]

  /// Rules that guard the office's own later steps, not the applicant's form.
  static let internalRules: Set<RuleID> = ["RAM-02", "RAM-03", "DLV-01", "DLV-02"]

  func groups(_ findings: [Finding]) -> [CorrectionGroup] {
    let bySections = Dictionary(grouping: findings) { sections(of: $0) }
    return bySections.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { sections in
      CorrectionGroup(title: title(sections), corrections: corrections(bySections[sections]!))
    }
  }

  /// The ranks, in the form, of the sections that the finding names.
  private func sections(of finding: Finding) -> [Int] {
    Set(finding.fields.compactMap { field in form.sections.firstIndex { $0.id == field.section } }).sorted()
  }

  private func title(_ ranks: [Int]) -> String {
    let sections = ranks.map { form.sections[$0] }
    if sections.isEmpty { return wording.wholeDocument }
    if sections.count == 1 {
      let title = Typography.set(sections[0].title[wording.language], wording.language)
      return sections[0].number.isEmpty ? title : wording.section(sections[0].number, title)
    }
    let names = sections.map { $0.number.isEmpty ? $0.title[wording.language] : $0.number }
    return wording.sections(Typography.list(names, wording.language))
  }

  private func corrections(_ findings: [Finding]) -> [Correction] {
    var merged: [(message: String, rules: [RuleID], fields: Set<FieldID>)] = []
    for finding in findings.sorted(by: { rank($0.fields) < rank($1.fields) }) {
      let message = sentence(finding)
      if let same = merged.firstIndex(where: { $0.message == message }) {
        if !merged[same].rules.contains(finding.rule) { merged[same].rules.append(finding.rule) }
        merged[same].fields.formUnion(finding.fields)
      } else {
        merged.append((message, [finding.rule], Set(finding.fields)))
      }
    }
    return merged.map { Correction(rules: $0.rules, fields: titles($0.fields), message: $0.message) }
  }

  private func sentence(_ finding: Finding) -> String {
    if Self.discreetRules.contains(finding.rule) { return wording.callUs }
    return Typography.set(finding.message[wording.language], wording.language)
  }

  /// Where the first of the fields stands in the form.
  private func rank(_ fields: [FieldID]) -> Int {
    form.fields.firstIndex { fields.contains($0.id) } ?? -1
  }

  private func titles(_ fields: Set<FieldID>) -> String {
    var titles: [String] = []
    for field in form.fields where fields.contains(field.id) {
      let title = Typography.set(field.title[wording.language], wording.language)
      let next = titles.isEmpty ? title : Typography.lowercasedFirst(title)
      if !titles.contains(where: { $0.lowercased() == next.lowercased() }) { titles.append(next) }
    }
    return Typography.list(titles, wording.language)
  }
}
