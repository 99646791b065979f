import Forms

/// Refuses a form on which no role is ticked for the authorizer.
struct NoRole: Rule {
  static let id: RuleID = "AUT-02"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] { form.refuseMissing(fields) }
}
