import Forms

/// Sends an authorizer's organisation that is clearly neither the user's nor above it to a clerk.
///
/// A cluster stands above its members in no register: its representative's organisation is for the clerk's list.
struct AuthorizerElsewhere: Rule {
  static let id: RuleID = "ORG-09"
  static let asks = true
  private let userOrganisation: FieldID
  private let number: FieldID
  private let organisation: FieldID
  private let role: FieldID
  private let representative: String
  private let names: OrganisationNames

  init(_ parameters: inout Parameters) throws(RuleError) {
    userOrganisation = try parameters.field("userOrganisationField")
    number = try parameters.field("numberField")
    organisation = try parameters.field("organisationField")
    role = try parameters.field("roleField")
    representative = try parameters.option("representative", of: role)
    names = try OrganisationNames(&parameters)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard let user = form.text(userOrganisation), let authorizer = form.text(organisation) else { return [] }
    guard let register = form.register else { return [.check([organisation, userOrganisation])] }
    let entries = form.establishments(number)
    let above = entries.flatMap { register.parents(of: $0, on: form.arrival.received) }
    let known = [user] + (entries + above).map(\.name)
    guard known.allSatisfy({ names.differ($0, authorizer) }) else { return [] }
    if entries.isEmpty || form.texts(role).contains(representative) {
      return [.check([organisation, userOrganisation])]
    }
    return [.clerk([organisation, userOrganisation])]
  }
}
