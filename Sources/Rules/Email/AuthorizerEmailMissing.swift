import Forms

/// Refuses a form without the authorizer's e-mail address.
struct AuthorizerEmailMissing: Rule {
  static let id: RuleID = "EML-02"
  static let yieldsTo = RuleID.registeredMail
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] { form.refuseMissing(fields) }
}
