import Forms

/// Sends a file that bears the number of an excluded family to a clerk, who forwards it; the numbers are the form
/// definition's. An excluded form is seldom taken for this one, so a file without this form is asked as well.
struct ExcludedForm: Rule {
  static let id: RuleID = "DOC-02"
  private let numbers: Set<String>

  init(_ parameters: inout Parameters) throws(RuleError) { numbers = Set(parameters.excludedForms) }

  func judge(_ form: Hearing) -> [Verdict] { verdict(form.observations.otherFormNumbers) }

  func judge(_ file: DocumentReading, _ arrival: Arrival) -> [Verdict] { verdict(file.otherFormNumbers) }

  private func verdict(_ printed: [String]) -> [Verdict] {
    printed.contains(where: numbers.contains) ? [.clerk([])] : []
  }
}
