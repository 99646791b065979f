import Forms

/// Sends a number that is not five characters of the expected shape to a clerk; a ministry code is ORG-07’s matter.
struct NumberMalformed: Rule {
  static let id: RuleID = "ORG-03"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    form.clerk(fields) {
      let number = EstablishmentNumber($0)
      return !number.isWellFormed && !number.isMinistryCode
    }
  }
}
