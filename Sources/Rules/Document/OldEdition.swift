import Forms

/// Sends an edition that is not known, or that is older than the rule on e-mail addresses, to a clerk.
struct OldEdition: Rule {
  static let id: RuleID = "DOC-03"
  /// The printed marks of the editions in use.
  private let editions: [String]
  /// Fields whose labels every edition in use bears.
  private let labelled: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) {
    editions = try parameters.texts("editions").map(folded)
    labelled = try parameters.fields("labelledFields")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    if let edition = form.request.reading.edition, !editions.contains(folded(trimmed(edition))) { return [.clerk([])] }
    return labelled.filter { form.observations.labelsNotFound.contains($0) && !form.isOnAbsentPage($0) }
      .map { .clerk([$0]) }
  }
}
