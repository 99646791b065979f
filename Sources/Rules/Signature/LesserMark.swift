import Forms

/// Sends a lone cross, a dash or initials in place of a signature to a clerk.
struct LesserMark: Rule {
  static let id: RuleID = "SIG-11"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    fields.filter(form.observations.lesserMarks.contains).map { .clerk([$0]) }
  }
}
