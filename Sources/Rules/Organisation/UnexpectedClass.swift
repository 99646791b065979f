import Forms

/// Sends a number that the register gives to none of the network's kinds of places to a clerk.
struct UnexpectedClass: Rule {
  static let id: RuleID = "ORG-08"
  static let asks = true
  private let numbers: NumbersInRegister

  init(_ parameters: inout Parameters) throws(RuleError) { numbers = try NumbersInRegister(&parameters) }

  func judge(_ form: Hearing) -> [Verdict] {
    numbers.verdicts(on: form) { entries in !entries.isEmpty && entries.allSatisfy { $0.category == .other } }
  }
}
