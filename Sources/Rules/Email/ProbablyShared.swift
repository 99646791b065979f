import Forms

/// Sends an address that is probably shared, or that nothing links to its holder on an organisation's domain, to a clerk.
struct ProbablyShared: Rule {
  static let id: RuleID = "EML-07"
  static let yieldsTo = RuleID.registeredMail
  private let test: MailboxTest
  private let freeMail: Set<String>

  init(_ parameters: inout Parameters) throws(RuleError) {
    test = try MailboxTest(&parameters)
    freeMail = Set(try parameters.lexicon("freeMailLexicon"))
  }

  func judge(_ form: Hearing) -> [Verdict] {
    let unlinked = test.holders(of: .unlinked, on: form).filter { !$0.mailbox.isUnder(freeMail) }
    return (test.holders(of: .probablyShared, on: form) + unlinked).map { .clerk([$0.holder.email]) }
  }
}
