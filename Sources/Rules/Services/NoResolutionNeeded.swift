import Forms

/// Notes that no board resolution is needed, the user being the representative of a cluster or of a family medicine
/// group.
struct NoResolutionNeeded: Rule {
  static let id: RuleID = "SVC-05"
  private let payment: FieldID
  private let function: FieldID
  private let representative: Representative

  init(_ parameters: inout Parameters) throws(RuleError) {
    payment = try parameters.field("paymentField")
    function = try parameters.field("userFunctionField")
    representative = try parameters.block("representative", Representative.init)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    form.isTicked(payment) && representative.isUser(on: form) ? [.info([function])] : []
  }
}
