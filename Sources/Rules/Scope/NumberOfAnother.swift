import Forms

/// Sends a number of section 5 that belongs to another institution to a clerk, as far as the register tells.
struct NumberOfAnother: Rule {
  static let id: RuleID = "SCP-09"
  static let asks = true
  private let numbers: FieldID
  private let ownNumber: FieldID

  init(_ parameters: inout Parameters) throws(RuleError) {
    numbers = try parameters.field("numbersField")
    ownNumber = try parameters.field("ownNumberField")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    let given = form.texts(numbers).map(EstablishmentNumber.init).filter(\.isWellFormed)
    guard !given.isEmpty else { return [] }
    let own = form.establishments(ownNumber)
    guard let register = form.register, !own.isEmpty else { return [.check([numbers])] }
    let heads = Set(own.map { register.head(of: $0, on: form.arrival.received) })
    let strays = given.contains { number in
      let entries = register.entries(number: number.text, on: form.arrival.received)
      return !entries.isEmpty
        && entries.allSatisfy { !heads.contains(register.head(of: $0, on: form.arrival.received)) }
    }
    return strays ? [.clerk([numbers])] : []
  }
}
