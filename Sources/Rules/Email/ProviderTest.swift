import Forms

/// Tells whose mailbox an address seems to be, and whether it is at a provider of personal mailboxes.
struct ProviderTest {
  let mailboxes: MailboxTest
  /// Their domains.
  let providers: Set<String>

  init(_ parameters: inout Parameters) throws(RuleError) {
    mailboxes = try MailboxTest(&parameters)
    providers = Set(try parameters.lexicon("freeMailLexicon"))
  }
}
