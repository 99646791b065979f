import Forms

/// Refuses a form on which no application is ticked.
struct NoApplication: Rule {
  static let id: RuleID = "SVC-01"
  private let applications: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { applications = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    guard applications.allSatisfy(form.isMissing) else { return [] }
    return [.finding(form.refusal(restingOn: applications), applications)]
  }
}
