import Forms

/// Notes a sex that is not ticked, or ticked twice.
struct SexNotTicked: Rule {
  static let id: RuleID = "USR-03"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    fields.filter { !form.isUnknown($0) && form.onlyChoice($0) == nil }.map { .info([$0]) }
  }
}
