import Forms

/// Notes of what kind each signature is.
struct SignatureKind: Rule {
  static let id: RuleID = "SIG-10"
  private let fields: [FieldID]
  private let kinds: Set<String>

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try parameters.fields("fields")
    kinds = Set(try parameters.texts("kinds"))
  }

  func judge(_ form: Hearing) -> [Verdict] { form.info(fields, where: kinds.contains) }
}
