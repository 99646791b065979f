import Forms

/// Notes a number that ends in X, which stands for every care unit.
struct NumberForAllUnits: Rule {
  static let id: RuleID = "ORG-05"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] { form.info(fields) { EstablishmentNumber($0).isForAllUnits } }
}
