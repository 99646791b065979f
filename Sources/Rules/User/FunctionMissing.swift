import Forms

/// Sends a form without the user's function to a clerk.
struct FunctionMissing: Rule {
  static let id: RuleID = "USR-04"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] { form.clerkMissing(fields) }
}
