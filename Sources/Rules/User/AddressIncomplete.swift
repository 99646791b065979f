import Forms

/// Sends a work address that is missing or cannot be written to to a clerk.
struct AddressIncomplete: Rule {
  static let id: RuleID = "USR-05"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    form.clerkMissing(fields) + form.clerk(fields) { !WorkAddress($0).isComplete }
  }
}
