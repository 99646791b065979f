import Forms

/// Refuses « some installations » without any number; where section 2 gives one, a clerk looks.
///
/// When the back is absent, FMT-11 says so.
struct NumbersMissing: Rule {
  static let id: RuleID = "SCP-03"
  private let fields: ScopeFields
  private let some: String
  private let ownNumber: FieldID

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try ScopeFields(&parameters)
    some = try parameters.option("some", of: fields.scope)
    ownNumber = try parameters.field("ownNumberField")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard form.onlyChoice(fields.scope) == some, form.isMissing(fields.numbers) else { return [] }
    let severity =
      form.isBlank(ownNumber) ? form.refusal(restingOn: [fields.scope, fields.numbers, ownNumber]) : .clerk
    return [.finding(severity, [fields.scope, fields.numbers])]
  }
}
