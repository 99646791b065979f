import Forms

/// Sends a ministry code given for an establishment's number to a clerk.
struct MinistryCode: Rule {
  static let id: RuleID = "ORG-07"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] { form.clerk(fields) { EstablishmentNumber($0).isMinistryCode } }
}
