import Forms

/// Tells whether the user represents a cluster or a family medicine group: by the function, or by being the authorizer
/// who ticked such a role.
struct Representative {
  private let function: FieldID
  private let role: FieldID
  private let roles: Set<String>
  private let titles: TitleList
  private let user: PersonFields
  private let authorizer: PersonFields

  init(_ parameters: inout Parameters) throws(RuleError) {
    function = try parameters.field("functionField")
    role = try parameters.field("roleField")
    roles = try parameters.options("roles", of: role)
    titles = TitleList(try parameters.lexicon("titlesLexicon"))
    user = try parameters.block("user", PersonFields.init)
    authorizer = try parameters.block("authorizer", PersonFields.init)
  }

  /// Whether such a role was ticked, by whomever.
  func roleIsTicked(on form: Hearing) -> Bool { form.texts(role).contains(where: roles.contains) }

  func isUser(on form: Hearing) -> Bool {
    if let written = form.text(function), JobTitle(written).begins(with: titles) { return true }
    return roleIsTicked(on: form) && user.isSame(as: authorizer, on: form)
  }
}
