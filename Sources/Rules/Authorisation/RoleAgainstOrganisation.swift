import Forms

/// Sends a role that fits none of the kinds of organisation that names and register show to a clerk.
struct RoleAgainstOrganisation: Rule {
  static let id: RuleID = "AUT-04"
  private let role: FieldID
  private let organisations: [FieldID]
  private let number: FieldID
  private let kinds: [Kind]
  private let clusters: ClusterList

  /// A kind of organisation, the roles that authorize there, and how it is known.
  private struct Kind {
    let roles: Set<String>
    let words: PhraseList
    let categories: Set<Establishment.Category>

    init(_ role: FieldID, _ parameters: inout Parameters) throws(RuleError) {
      roles = try parameters.options("roles", of: role)
      words = PhraseList(try parameters.lexicon("wordsLexicon"))
      categories = try parameters.categories("categories")
    }
  }

  init(_ parameters: inout Parameters) throws(RuleError) {
    let role = try parameters.field("roleField")
    self.role = role
    organisations = try parameters.fields("organisationFields")
    number = try parameters.field("numberField")
    kinds = try parameters.blocks("kinds") { (block) throws(RuleError) in try Kind(role, &block) }
    clusters = try ClusterList(&parameters)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard let held = form.onlyChoice(role) else { return [] }
    let names = organisations.compactMap(form.text)
    let categories = Set(form.establishments(number).map(\.category))
    let shown = kinds.filter { kind in
      !kind.categories.isDisjoint(with: categories) || names.contains(where: kind.words.occurs)
        || (kind.categories.contains(.cluster) && names.contains(where: clusters.knows))
    }
    return shown.isEmpty || shown.contains { $0.roles.contains(held) } ? [] : [.clerk([role] + organisations)]
  }
}
