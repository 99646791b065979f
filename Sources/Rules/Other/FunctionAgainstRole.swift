import Forms

/// Sends a person who is user and authorizer, and whose function does not fit the role ticked, to a clerk.
struct FunctionAgainstRole: Rule {
  static let id: RuleID = "CRS-02"
  private let user: PersonFields
  private let authorizer: PersonFields
  private let function: FieldID
  private let role: FieldID
  private let titles: [(role: String, titles: TitleList)]

  init(_ parameters: inout Parameters) throws(RuleError) {
    user = try parameters.block("user", PersonFields.init)
    authorizer = try parameters.block("authorizer", PersonFields.init)
    function = try parameters.field("functionField")
    let role = try parameters.field("roleField")
    self.role = role
    titles = try parameters.blocks("titles") { (block) throws(RuleError) in
      (try block.option("role", of: role), TitleList(try block.lexicon("lexicon")))
    }
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard user.isSame(as: authorizer, on: form), let written = form.text(function), let held = form.onlyChoice(role)
    else { return [] }
    let title = JobTitle(written)
    let fits = titles.contains { $0.role == held && title.begins(with: $0.titles) }
    return fits ? [] : [.clerk([function, role])]
  }
}
