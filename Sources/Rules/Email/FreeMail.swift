import Forms

/// Notes a personal address of a mail provider, which is accepted.
struct FreeMail: Rule {
  static let id: RuleID = "EML-11"
  static let yieldsTo = RuleID.registeredMail
  private let test: MailboxTest
  private let freeMail: Set<String>

  init(_ parameters: inout Parameters) throws(RuleError) {
    test = try MailboxTest(&parameters)
    freeMail = Set(try parameters.lexicon("freeMailLexicon"))
  }

  func judge(_ form: Hearing) -> [Verdict] {
    (test.holders(of: .personal, on: form) + test.holders(of: .unlinked, on: form))
      .filter { $0.mailbox.isUnder(freeMail) }.map { .info([$0.holder.email]) }
  }
}
