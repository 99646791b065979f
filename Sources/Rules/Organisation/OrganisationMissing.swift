import Forms

/// Refuses a form that does not name the user's organisation.
struct OrganisationMissing: Rule {
  static let id: RuleID = "ORG-01"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] { form.refuseMissing(fields) }
}
