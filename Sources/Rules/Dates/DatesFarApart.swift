import Forms

/// Notes two signatures given far apart, in either order.
struct DatesFarApart: Rule {
  static let id: RuleID = "DAT-05"
  private let fields: [FieldID]
  private let daysApart: Int

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try parameters.fields("fields")
    daysApart = try parameters.count("daysApart")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    let days = fields.compactMap { form.text($0).flatMap { CalendarDate($0) }?.ordinal }
    guard let first = days.min(), let last = days.max(), last - first > daysApart else { return [] }
    return [.info(fields)]
  }
}
