import Forms

/// Refuses a form without the user's first or last name.
struct UserNameMissing: Rule {
  static let id: RuleID = "USR-01"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] { form.refuseMissing(fields) }
}
