import Forms

/// Notes that the user and the authorizer are one person, which is allowed.
struct SamePerson: Rule {
  static let id: RuleID = "CRS-01"
  private let user: PersonFields
  private let authorizer: PersonFields

  init(_ parameters: inout Parameters) throws(RuleError) {
    user = try parameters.block("user", PersonFields.init)
    authorizer = try parameters.block("authorizer", PersonFields.init)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    user.isSame(as: authorizer, on: form) ? [.info(user.all + authorizer.all)] : []
  }
}
