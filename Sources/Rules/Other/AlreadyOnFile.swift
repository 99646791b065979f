import Forms

/// Asks the clerk to look whether the same person already asked for, or has, the same application there.
struct AlreadyOnFile: Rule {
  static let id: RuleID = "CRS-04"
  static let asks = true
  private let user: [FieldID]
  private let applications: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) {
    user = try parameters.fields("userFields")
    applications = try parameters.fields("applicationFields")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    let asked = applications.filter(form.isTicked)
    return asked.isEmpty || user.contains(where: form.isBlank) ? [] : [.check(user + asked)]
  }
}
