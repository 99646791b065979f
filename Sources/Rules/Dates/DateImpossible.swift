import Forms

/// Sends a date that does not exist, or is older than the form can be, to a clerk: its parts may be in another order.
struct DateImpossible: Rule {
  static let id: RuleID = "DAT-02"
  private let fields: [FieldID]
  private let earliest: CalendarDate

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try parameters.fields("fields")
    earliest = try parameters.date("earliest")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    form.clerk(fields) { CalendarDate($0).map { $0 < earliest } ?? true }
  }
}
