import Forms

/// Sends payment authorization in a family medicine group, for someone who is not shown to be its responsible or
/// co-responsible physician, to a clerk.
struct OnlyPhysiciansSign: Rule {
  static let id: RuleID = "SVC-04"
  private let payment: FieldID
  private let function: FieldID
  private let physician: Representative
  private let organisation: FieldID
  private let groups: PhraseList

  init(_ parameters: inout Parameters) throws(RuleError) {
    payment = try parameters.field("paymentField")
    function = try parameters.field("userFunctionField")
    organisation = try parameters.field("organisationField")
    groups = PhraseList(try parameters.lexicon("groupNamesLexicon"))
    physician = try parameters.block("physician", Representative.init)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    let isGroup = physician.roleIsTicked(on: form) || form.text(organisation).map(groups.occurs) == true
    return form.isTicked(payment) && isGroup && !physician.isUser(on: form) ? [.clerk([function])] : []
  }
}
