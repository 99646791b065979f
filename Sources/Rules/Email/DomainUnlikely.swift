import Forms

/// Sends a throw-away, misspelt or unfit domain to a clerk. Lists only: the network is never asked.
struct DomainUnlikely: Rule {
  static let id: RuleID = "EML-10"
  static let yieldsTo = RuleID.registeredMail
  private let fields: [FieldID]
  private let disposable: Set<String>
  /// Ends of names that no mail reaches, such as `local`.
  private let withoutMail: Set<String>
  /// The office's own domains.
  private let own: Set<String>
  /// Domains that people often misspell.
  private let wellKnown: [String]
  /// Domains that differ from a well-known one by a letter and exist.
  private let spared: Set<String>

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try parameters.fields("fields")
    disposable = Set(try parameters.lexicon("disposableLexicon"))
    withoutMail = Set(try parameters.texts("withoutMail"))
    own = Set(try parameters.texts("ownDomains"))
    wellKnown = try parameters.lexicon("wellKnownLexicon")
    spared = Set(try parameters.lexicon("freeMailLexicon") + wellKnown)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    form.clerk(fields) { text in
      guard let mailbox = try? Mailbox(text) else { return false }
      return mailbox.isUnder(disposable.union(withoutMail).union(own)) || isInternational(mailbox.domain)
        || isMisspelt(mailbox)
    }
  }

  /// A name beyond ASCII, or in its `xn--` form, may be drawn like another.
  private func isInternational(_ domain: String) -> Bool {
    !domain.unicodeScalars.allSatisfy(\.isASCII) || domain.split(separator: ".").contains { $0.hasPrefix("xn--") }
  }

  private func isMisspelt(_ mailbox: Mailbox) -> Bool {
    !mailbox.isUnder(spared) && wellKnown.contains { slips(mailbox.domain, $0, limit: 1) == 1 }
  }
}
