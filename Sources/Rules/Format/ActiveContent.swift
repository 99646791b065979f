import Forms

/// Sends a file that would do something by itself to a clerk.
struct ActiveContent: Rule {
  static let id: RuleID = "FMT-10"

  init(_ parameters: inout Parameters) throws(RuleError) {}

  func judge(_ form: Hearing) -> [Verdict] { form.request.document.activeContent.isEmpty ? [] : [.clerk([])] }

  func judge(_ file: DocumentReading, _ arrival: Arrival) -> [Verdict] {
    file.activeContent.isEmpty ? [] : [.clerk([])]
  }
}
