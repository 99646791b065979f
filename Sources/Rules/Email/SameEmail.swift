import Forms

/// Refuses the same address for the user and the authorizer.
struct SameEmail: Rule {
  static let id: RuleID = "EML-04"
  static let yieldsTo = RuleID.registeredMail
  private let user: FieldID
  private let authorizer: FieldID

  init(_ parameters: inout Parameters) throws(RuleError) {
    user = try parameters.field("userField")
    authorizer = try parameters.field("authorizerField")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard let first = form.text(user)?.lowercased(), first == form.text(authorizer)?.lowercased() else { return [] }
    return [.finding(form.refusal(restingOn: [user, authorizer]), [user, authorizer])]
  }
}
