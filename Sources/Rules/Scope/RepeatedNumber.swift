import Forms

/// Notes a number given twice.
struct RepeatedNumber: Rule {
  static let id: RuleID = "SCP-08"
  private let numbers: FieldID
  private let ownNumber: FieldID

  init(_ parameters: inout Parameters) throws(RuleError) {
    numbers = try parameters.field("numbersField")
    ownNumber = try parameters.field("ownNumberField")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    let given = form.texts(numbers).map(EstablishmentNumber.init)
    let own = form.texts(ownNumber).map(EstablishmentNumber.init)
    if !Set(given).isDisjoint(with: own) { return [.info([numbers, ownNumber])] }
    return Set(given).count < given.count ? [.info([numbers])] : []
  }
}
