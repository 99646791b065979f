import Forms

/// Refuses a form without the user's e-mail address.
struct UserEmailMissing: Rule {
  static let id: RuleID = "EML-01"
  static let yieldsTo = RuleID.registeredMail
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] { form.refuseMissing(fields) }
}
