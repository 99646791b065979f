import Forms

/// Refuses a file that cannot be opened for a reason its sender can mend.
struct CannotBeOpened: Rule {
  static let id: RuleID = "FMT-04"
  private let reasons: [String]

  init(_ parameters: inout Parameters) throws(RuleError) { reasons = try parameters.texts("reasons") }

  func judge(_ file: DocumentReading, _ arrival: Arrival) -> [Verdict] {
    guard file.outcome == .unreadable, let reason = file.reason, reasons.contains(reason) else { return [] }
    return [.finding(.reject, [])]
  }
}
