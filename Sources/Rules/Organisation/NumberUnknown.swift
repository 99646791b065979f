import Forms

/// Sends a number that the register does not hold on the day of receipt to a clerk.
struct NumberUnknown: Rule {
  static let id: RuleID = "ORG-04"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    fields.flatMap { field -> [Verdict] in
      let numbers = form.texts(field).map(EstablishmentNumber.init).filter(\.isWellFormed)
      guard !numbers.isEmpty else { return [] }
      guard let register = form.register else { return [.check([field])] }
      let isKnown = { (number: EstablishmentNumber) in
        !register.entries(number: number.text, on: form.arrival.received).isEmpty
      }
      return numbers.allSatisfy(isKnown) ? [] : [.clerk([field])]
    }
  }
}
