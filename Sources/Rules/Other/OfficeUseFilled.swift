import Forms

/// Sends anything written where only the office writes to a clerk.
struct OfficeUseFilled: Rule {
  static let id: RuleID = "RAM-01"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] { fields.filter { !form.isBlank($0) }.map { .clerk([$0]) } }
}
