import Forms

/// Refuses a form without scope; a family medicine group has no register and may have left it blank, so a clerk looks.
struct NoScope: Rule {
  static let id: RuleID = "SCP-01"
  static let yieldsTo: Set<RuleID> = ["SCP-07"]
  private let fields: ScopeFields
  private let role: FieldID
  private let groupRoles: Set<String>

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try ScopeFields(&parameters)
    role = try parameters.field("roleField")
    groupRoles = try parameters.options("groupRoles", of: role)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard form.isMissing(fields.scope) else { return [] }
    if form.texts(role).contains(where: groupRoles.contains) { return [.clerk([fields.scope])] }
    return [.finding(form.refusal(restingOn: [fields.scope, fields.numbers, role]), [fields.scope])]
  }
}
