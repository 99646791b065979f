import Forms

/// Sends a form whose printed commitments do not stand intact to a clerk.
struct CommitmentAltered: Rule {
  static let id: RuleID = "DOC-04"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    fields.filter { form.value($0) == .flag(false) }.map { .clerk([$0]) }
  }
}
