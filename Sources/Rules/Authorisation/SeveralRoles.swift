import Forms

/// Sends several roles ticked to a clerk.
struct SeveralRoles: Rule {
  static let id: RuleID = "AUT-03"
  private let role: FieldID

  init(_ parameters: inout Parameters) throws(RuleError) { role = try parameters.field("roleField") }

  func judge(_ form: Hearing) -> [Verdict] { form.texts(role).count > 1 ? [.clerk([role])] : [] }
}
