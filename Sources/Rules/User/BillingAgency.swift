import Forms

/// Asks the clerk to look into an employer that seems to be a billing agency.
struct BillingAgency: Rule {
  static let id: RuleID = "USR-12"
  static let asks = true
  private let fields: [FieldID]
  /// Words that point to an agency.
  private let signs: PhraseList

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try parameters.fields("fields")
    signs = PhraseList(try parameters.texts("words"))
  }

  func judge(_ form: Hearing) -> [Verdict] {
    fields.filter { form.texts($0).contains(where: signs.occurs) }.map { .check([$0]) }
  }
}
