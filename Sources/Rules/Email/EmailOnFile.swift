import Forms

/// Asks the clerk to look whether an address is already on file for someone else.
struct EmailOnFile: Rule {
  static let id: RuleID = "EML-09"
  static let yieldsTo = RuleID.registeredMail
  static let asks = true
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    fields.filter { form.text($0).flatMap { try? Mailbox($0) } != nil }.map { .check([$0]) }
  }
}
