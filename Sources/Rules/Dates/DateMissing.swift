import Forms

/// Sends a signature without date to a clerk.
struct DateMissing: Rule {
  static let id: RuleID = "DAT-01"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] { form.clerkMissing(fields) }
}
