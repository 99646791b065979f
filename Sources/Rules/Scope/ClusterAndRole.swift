import Forms

/// Sends a cluster’s scope without its representative’s role, or the reverse, to a clerk.
struct ClusterAndRole: Rule {
  static let id: RuleID = "SCP-06"
  private let scope: FieldID
  private let cluster: String
  private let role: FieldID
  private let representative: String

  init(_ parameters: inout Parameters) throws(RuleError) {
    scope = try parameters.field("scopeField")
    cluster = try parameters.option("cluster", of: scope)
    role = try parameters.field("roleField")
    representative = try parameters.option("representative", of: role)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard let chosen = form.onlyChoice(scope), let held = form.onlyChoice(role) else { return [] }
    return (chosen == cluster) == (held == representative) ? [] : [.clerk([scope, role])]
  }
}
