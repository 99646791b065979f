import Forms

/// Sends corrections on what matters most to a clerk: names, numbers, role, e-mail addresses, signatures.
struct Corrected: Rule {
  static let id: RuleID = "DOC-08"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    fields.filter(form.observations.corrected.contains).map { .clerk([$0]) }
  }
}
