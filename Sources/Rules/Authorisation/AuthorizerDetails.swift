import Forms

/// Sends missing or invalid details of the authorizer's organisation to a clerk.
struct AuthorizerDetails: Rule {
  static let id: RuleID = "AUT-08"
  private let organisation: FieldID
  private let address: FieldID
  private let postalCode: FieldID
  private let phone: FieldID

  init(_ parameters: inout Parameters) throws(RuleError) {
    organisation = try parameters.field("organisationField")
    address = try parameters.field("addressField")
    postalCode = try parameters.field("postalCodeField")
    phone = try parameters.field("phoneField")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    form.clerkMissing([organisation, address, postalCode, phone])
      + form.clerk([address]) { !WorkAddress($0).isComplete } + form.clerk([postalCode]) { PostalCode($0) == nil }
      + form.clerk([phone]) { PhoneNumber($0) == nil }
  }
}
