import Forms

/// Asks the clerk to look up whose the existing username is.
struct UsernameOfAnother: Rule {
  static let id: RuleID = "USR-11"
  static let asks = true
  private let username: WrittenUsername

  init(_ parameters: inout Parameters) throws(RuleError) { username = try WrittenUsername(&parameters) }

  func judge(_ form: Hearing) -> [Verdict] { username.text(on: form) == nil ? [] : [.check([username.field])] }
}
