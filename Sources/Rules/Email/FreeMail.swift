import Forms

/// Notes a personal address of a mail provider, which is accepted.
struct FreeMail: Rule {
  static let id: RuleID = "EML-11"
  static let yieldsTo = RuleID.registeredMail
  private let test: ProviderTest

  init(_ parameters: inout Parameters) throws(RuleError) { test = try ProviderTest(&parameters) }

  func judge(_ form: Hearing) -> [Verdict] {
    (test.mailboxes.holders(of: .personal, on: form) + test.mailboxes.holders(of: .unlinked, on: form))
      .filter { $0.mailbox.isUnder(test.providers) }.map { .info([$0.holder.email]) }
  }
}
