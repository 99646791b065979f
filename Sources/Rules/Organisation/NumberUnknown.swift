import Forms

/// Sends a number that the register does not hold on the day of receipt to a clerk.
struct NumberUnknown: Rule {
  static let id: RuleID = "ORG-04"
  static let asks = true
  private let numbers: NumbersInRegister

  init(_ parameters: inout Parameters) throws(RuleError) { numbers = try NumbersInRegister(&parameters) }

  func judge(_ form: Hearing) -> [Verdict] { numbers.verdicts(on: form) { $0.isEmpty } }
}
