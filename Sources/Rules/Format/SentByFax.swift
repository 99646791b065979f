import Forms

/// Refuses what came through a fax gateway.
struct SentByFax: Rule {
  static let id: RuleID = "FMT-01"

  init(_ parameters: inout Parameters) throws(RuleError) {}

  func judge(_ form: Hearing) -> [Verdict] {
    form.arrival.channel == .fax ? [.finding(.reject, [])] : []
  }
}
