import Forms

/// Refuses a form without the authorizer's first or last name.
struct AuthorizerNameMissing: Rule {
  static let id: RuleID = "AUT-01"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] { form.refuseMissing(fields) }
}
