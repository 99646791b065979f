import Forms

/// Sends a telephone number that is missing or cannot exist to a clerk.
struct PhoneInvalid: Rule {
  static let id: RuleID = "USR-08"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    form.clerkMissing(fields) + form.clerk(fields) { PhoneNumber($0) == nil }
  }
}
