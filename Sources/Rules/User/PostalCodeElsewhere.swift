import Forms

/// Notes a postal code that is not of Québec.
struct PostalCodeElsewhere: Rule {
  static let id: RuleID = "USR-07"
  private let fields: [FieldID]
  /// What postal codes of the province begin with: a letter, or more for exceptions; without spaces.
  private let beginnings: [String]

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try parameters.fields("fields")
    beginnings = try parameters.texts("beginnings").map { $0.uppercased().filter { !$0.isWhitespace } }
  }

  func judge(_ form: Hearing) -> [Verdict] {
    form.info(fields) { written in
      guard let code = PostalCode(written) else { return false }
      return !beginnings.contains { code.text.hasPrefix($0) }
    }
  }
}
