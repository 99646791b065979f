import Forms

/// Refuses a form the user has not signed; a lone cross or initials are SIG-11’s matter.
struct UserSignatureMissing: Rule {
  static let id: RuleID = "SIG-01"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    form.refuseMissing(fields.filter { !form.observations.lesserMarks.contains($0) })
  }
}
