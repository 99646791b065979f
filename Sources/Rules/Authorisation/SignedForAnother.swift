import Forms

/// Asks the clerk to look whether the authorizer's signature is given « pour » someone, which no program reads in ink.
struct SignedForAnother: Rule {
  static let id: RuleID = "AUT-07"
  static let asks = true
  private let signature: FieldID
  /// Kinds of signature that a person must read.
  private let drawn: Set<String>

  init(_ parameters: inout Parameters) throws(RuleError) {
    signature = try parameters.field("signatureField")
    drawn = Set(try parameters.texts("kinds"))
  }

  func judge(_ form: Hearing) -> [Verdict] {
    form.texts(signature).contains(where: drawn.contains) ? [.check([signature])] : []
  }
}
