import Forms

/// Refuses pages that are decisively photographs; a weak trace is for a clerk.
struct Photographed: Rule {
  static let id: RuleID = "FMT-03"

  init(_ parameters: inout Parameters) throws(RuleError) {}

  func judge(_ form: Hearing) -> [Verdict] { refusedMedium(form.observations.photo) }
}
