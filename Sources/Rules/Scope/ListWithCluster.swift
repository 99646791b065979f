import Forms

/// Sends a cluster’s scope with a list of numbers to a clerk. Joined pages that may be a list are FMT-09’s matter.
struct ListWithCluster: Rule {
  static let id: RuleID = "SCP-05"
  private let fields: ScopeFields
  private let cluster: String

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try ScopeFields(&parameters)
    cluster = try parameters.option("cluster", of: fields.scope)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    form.onlyChoice(fields.scope) == cluster && !form.isBlank(fields.numbers)
      ? [.clerk([fields.scope, fields.numbers])] : []
  }
}
