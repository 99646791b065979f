import Forms

/// Sends a name that holds digits, a role or initials only to a clerk.
struct NotAPersonName: Rule {
  static let id: RuleID = "USR-02"
  private let fields: [FieldID]
  private let roles: WordList

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try parameters.fields("fields")
    roles = WordList(try parameters.lexicon("rolesLexicon"))
  }

  func judge(_ form: Hearing) -> [Verdict] {
    form.clerk(fields) { name in
      let parts = folded(name).split { !($0.isLetter || $0.isNumber) }.map(String.init)
      return name.contains(where: \.isNumber) || parts.contains(where: roles.contains)
        || parts.allSatisfy { $0.count == 1 }
    }
  }
}
