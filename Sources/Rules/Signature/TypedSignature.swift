import Forms

/// Refuses a typed name in place of a signature.
struct TypedSignature: Rule {
  static let id: RuleID = "SIG-03"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    fields.filter { form.text($0) == "typed" }.map { .finding(form.refusal(restingOn: [$0]), [$0]) }
  }
}
