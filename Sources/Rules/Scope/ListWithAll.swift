import Forms

/// Sends « all installations » with a list of numbers to a clerk. Joined pages that may be a list are FMT-09’s matter.
struct ListWithAll: Rule {
  static let id: RuleID = "SCP-04"
  private let fields: ScopeFields
  private let all: String

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try ScopeFields(&parameters)
    all = try parameters.option("all", of: fields.scope)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    form.onlyChoice(fields.scope) == all && !form.isBlank(fields.numbers)
      ? [.clerk([fields.scope, fields.numbers])] : []
  }
}
