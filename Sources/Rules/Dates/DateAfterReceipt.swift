import Forms

/// Sends a date after that of receipt, when this is known, to a clerk.
struct DateAfterReceipt: Rule {
  static let id: RuleID = "DAT-03"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    guard !form.arrival.receivedIsAssumed else { return [] }
    return form.clerk(fields) { CalendarDate($0).map { $0 > form.arrival.received } ?? false }
  }
}
