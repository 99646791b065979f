import Forms

/// Sends a number that the register gives to none of the network's kinds of places to a clerk.
struct UnexpectedClass: Rule {
  static let id: RuleID = "ORG-08"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    fields.flatMap { field -> [Verdict] in
      let numbers = form.texts(field).map(EstablishmentNumber.init).filter(\.isWellFormed)
      guard !numbers.isEmpty else { return [] }
      guard let register = form.register else { return [.check([field])] }
      let isUnexpected = { (number: EstablishmentNumber) in
        let entries = register.entries(number: number.text, on: form.arrival.received)
        return !entries.isEmpty && entries.allSatisfy { $0.category == .other }
      }
      return numbers.contains(where: isUnexpected) ? [.clerk([field])] : []
    }
  }
}
