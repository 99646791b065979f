import Forms

/// Asks the clerk to confirm that the authorizer holds the role there.
struct RoleUnconfirmed: Rule {
  static let id: RuleID = "AUT-05"
  static let asks = true
  private let role: FieldID
  private let authorizer: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) {
    role = try parameters.field("roleField")
    authorizer = try parameters.fields("authorizerFields")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    form.isBlank(role) || authorizer.contains(where: form.isBlank) ? [] : [.check(authorizer + [role])]
  }
}
