import Forms

/// Asks the clerk to look for the board's resolution that lets the user authorize payments.
struct BoardResolution: Rule {
  static let id: RuleID = "SVC-02"
  static let yieldsTo: Set<RuleID> = ["SVC-05"]
  static let asks = true
  private let payment: FieldID
  private let role: FieldID
  /// Roles whose institution keeps a register of signatories.
  private let roles: Set<String>
  private let user: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) {
    payment = try parameters.field("paymentField")
    role = try parameters.field("roleField")
    roles = try parameters.options("roles", of: role)
    user = try parameters.fields("userFields")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    form.isTicked(payment) && form.texts(role).contains(where: roles.contains) ? [.check(user)] : []
  }
}
