import Forms

/// Sends numbers in section 5 without any scope ticked to a clerk.
struct NumbersWithoutScope: Rule {
  static let id: RuleID = "SCP-07"
  private let fields: ScopeFields

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try ScopeFields(&parameters) }

  func judge(_ form: Hearing) -> [Verdict] {
    form.isMissing(fields.scope) && !form.isBlank(fields.numbers) ? [.clerk([fields.scope, fields.numbers])] : []
  }
}
