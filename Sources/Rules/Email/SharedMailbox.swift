import Forms

/// Refuses an address made only of role words, unless they are the person's name.
struct SharedMailbox: Rule {
  static let id: RuleID = "EML-06"
  static let yieldsTo = RuleID.registeredMail
  private let test: MailboxTest

  init(_ parameters: inout Parameters) throws(RuleError) { test = try MailboxTest(&parameters) }

  func judge(_ form: Hearing) -> [Verdict] {
    test.holders(of: .shared, on: form).map { found in
      .finding(form.refusal(restingOn: found.holder.fields), [found.holder.email])
    }
  }
}
