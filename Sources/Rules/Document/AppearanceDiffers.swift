import Forms

/// Sends a form that shows one thing and stores another to a clerk.
struct AppearanceDiffers: Rule {
  static let id: RuleID = "DOC-09"

  init(_ parameters: inout Parameters) throws(RuleError) {}

  func judge(_ form: Hearing) -> [Verdict] { form.observations.appearanceDiffers.map { .clerk([$0]) } }
}
