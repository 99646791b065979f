import Forms

/// Sends a username that has none of the known shapes to a clerk.
struct UsernameMalformed: Rule {
  static let id: RuleID = "USR-10"
  private let username: WrittenUsername
  private let prefixes: [String]
  private let fewestDigits: Int
  private let mostDigits: Int

  init(_ parameters: inout Parameters) throws(RuleError) {
    username = try WrittenUsername(&parameters)
    prefixes = try parameters.texts("prefixes")
    fewestDigits = try parameters.count("fewestDigits")
    mostDigits = try parameters.count("mostDigits")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard let written = username.text(on: form) else { return [] }
    if (try? Mailbox(written)) != nil || hasKnownShape(written) { return [] }
    return [.clerk([username.field])]
  }

  private func hasKnownShape(_ written: String) -> Bool {
    let text = written.uppercased().filter { !$0.isWhitespace && $0 != "-" }
    return prefixes.contains { prefix in
      guard text.hasPrefix(prefix) else { return false }
      let digits = text.dropFirst(prefix.count)
      return digits.allSatisfy { $0.isASCII && $0.isNumber }
        && digits.count >= fewestDigits && digits.count <= mostDigits
    }
  }
}
