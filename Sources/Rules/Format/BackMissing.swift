import Forms

/// Sends a form without its back to a clerk when the scope needs section 5, or may need it; otherwise notes it.
struct BackMissing: Rule {
  static let id: RuleID = "FMT-11"
  private let scope: FieldID
  private let needsNumbers: String

  init(_ parameters: inout Parameters) throws(RuleError) {
    scope = try parameters.field("scopeField")
    needsNumbers = try parameters.option("needsNumbers", of: scope)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard !form.observations.backPresent else { return [] }
    let isNeeded = form.texts(scope).contains(needsNumbers) || form.isDoubtful(scope)
    return [.finding(isNeeded ? .clerk : .info, [])]
  }
}
