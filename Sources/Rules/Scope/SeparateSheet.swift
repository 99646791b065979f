import Forms

/// Sends « some installations » with an empty section 5 and pages joined to a clerk: the numbers stand elsewhere.
struct SeparateSheet: Rule {
  static let id: RuleID = "SCP-10"
  private let fields: ScopeFields
  private let some: String

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try ScopeFields(&parameters)
    some = try parameters.option("some", of: fields.scope)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    form.onlyChoice(fields.scope) == some && form.isMissing(fields.numbers) && !form.observations.extraPages.isEmpty
      ? [.clerk([fields.numbers])] : []
  }
}
