import Forms

/// Sends a postal code that is missing or cannot exist to a clerk.
struct PostalCodeInvalid: Rule {
  static let id: RuleID = "USR-06"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    form.clerkMissing(fields) + form.clerk(fields) { PostalCode($0) == nil }
  }
}
