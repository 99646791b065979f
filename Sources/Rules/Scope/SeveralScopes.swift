import Forms

/// Sends a form with more than one scope ticked to a clerk.
struct SeveralScopes: Rule {
  static let id: RuleID = "SCP-02"
  private let scope: FieldID

  init(_ parameters: inout Parameters) throws(RuleError) { scope = try parameters.field("scopeField") }

  func judge(_ form: Hearing) -> [Verdict] { form.texts(scope).count > 1 ? [.clerk([scope])] : [] }
}
