import Forms

/// Sends a signature much older than the receipt, when this is known, to a clerk.
struct SignedLongAgo: Rule {
  static let id: RuleID = "DAT-04"
  private let fields: [FieldID]
  private let monthsBeforeReceipt: Int

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try parameters.fields("fields")
    monthsBeforeReceipt = try parameters.count("monthsBeforeReceipt")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard !form.arrival.receivedIsAssumed else { return [] }
    let limit = form.arrival.received.adding(months: -monthsBeforeReceipt)
    return form.clerk(fields) { CalendarDate($0).map { $0 < limit } ?? false }
  }
}
