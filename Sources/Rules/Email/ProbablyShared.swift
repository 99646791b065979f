import Forms

/// Sends an address that is probably shared, or that nothing links to its holder on an organisation's domain, to a clerk.
struct ProbablyShared: Rule {
  static let id: RuleID = "EML-07"
  static let yieldsTo = RuleID.registeredMail
  private let test: ProviderTest

  init(_ parameters: inout Parameters) throws(RuleError) { test = try ProviderTest(&parameters) }

  func judge(_ form: Hearing) -> [Verdict] {
    let unlinked = test.mailboxes.holders(of: .unlinked, on: form).filter { !$0.mailbox.isUnder(test.providers) }
    return (test.mailboxes.holders(of: .probablyShared, on: form) + unlinked).map { .clerk([$0.holder.email]) }
  }
}
