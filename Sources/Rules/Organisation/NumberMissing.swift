import Forms

/// Sends a form without the organisation's number to a clerk: a cluster may have none.
struct NumberMissing: Rule {
  static let id: RuleID = "ORG-02"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] { form.clerkMissing(fields) }
}
