import Forms

/// Sends two spellings of one mailbox, or two addresses that only look the same, to a clerk.
struct SameMailbox: Rule {
  static let id: RuleID = "EML-05"
  static let yieldsTo = RuleID.registeredMail.union(["EML-04"])
  private let user: FieldID
  private let authorizer: FieldID
  private let customs: CanonicalAddress.Customs

  init(_ parameters: inout Parameters) throws(RuleError) {
    user = try parameters.field("userField")
    authorizer = try parameters.field("authorizerField")
    let aliases = try parameters.blocks("sameService") { (block) throws(RuleError) in
      (try block.text("domain"), try block.text("as"))
    }
    customs = CanonicalAddress.Customs(
      dotsIgnored: Set(try parameters.texts("dotsIgnored")),
      sameService: Dictionary(aliases) { first, _ in first })
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard let first = form.text(user), let second = form.text(authorizer),
      CanonicalAddress(first, customs) == CanonicalAddress(second, customs)
    else { return [] }
    return [.clerk([user, authorizer])]
  }
}
