import Forms

/// Sends a form that bears the number of an excluded family to a clerk; the numbers are the form definition's.
struct ExcludedForm: Rule {
  static let id: RuleID = "DOC-02"
  private let numbers: Set<String>

  init(_ parameters: inout Parameters) throws(RuleError) { numbers = Set(parameters.excludedForms) }

  func judge(_ form: Hearing) -> [Verdict] {
    form.observations.otherFormNumbers.contains(where: numbers.contains) ? [.clerk([])] : []
  }
}
