import Forms

/// Sends a name that is clearly not the one the register gives the number, nor that of its institution, to a clerk.
struct NameAgainstNumber: Rule {
  static let id: RuleID = "ORG-06"
  static let asks = true
  private let name: FieldID
  private let number: FieldID
  private let names: OrganisationNames

  init(_ parameters: inout Parameters) throws(RuleError) {
    name = try parameters.field("nameField")
    number = try parameters.field("numberField")
    names = try OrganisationNames(&parameters)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard let written = form.text(name), let given = form.text(number), EstablishmentNumber(given).isWellFormed
    else { return [] }
    guard let register = form.register else { return [.check([name, number])] }
    let entries = form.establishments(number)
    let known = entries + entries.flatMap { register.parents(of: $0, on: form.arrival.received) }
    return !known.isEmpty && known.allSatisfy { names.differ(written, $0.name) } ? [.clerk([name, number])] : []
  }
}
