import Forms

/// Sends an address that carries the other person's name to a clerk.
struct EmailsCrossed: Rule {
  static let id: RuleID = "EML-08"
  static let yieldsTo = RuleID.registeredMail
  private let test: MailboxTest

  init(_ parameters: inout Parameters) throws(RuleError) { test = try MailboxTest(&parameters) }

  func judge(_ form: Hearing) -> [Verdict] {
    test.holders(of: .crossed, on: form).map { .clerk([$0.holder.email]) }
  }
}
