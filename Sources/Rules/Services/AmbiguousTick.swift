import Forms

/// Sends boxes whose mark is neither clearly there nor clearly absent to a clerk.
struct AmbiguousTick: Rule {
  static let id: RuleID = "SVC-06"

  init(_ parameters: inout Parameters) throws(RuleError) {}

  func judge(_ form: Hearing) -> [Verdict] { form.observations.ambiguousTicks.map { .clerk([$0]) } }
}
