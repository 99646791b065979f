import Forms

/// Sends a file that came by e-mail and is no PDF to a clerk.
struct NotPDF: Rule {
  static let id: RuleID = "FMT-05"
  /// The type of a file that cannot be opened says nothing.
  static let yieldsTo: Set<RuleID> = ["FMT-04"]

  init(_ parameters: inout Parameters) throws(RuleError) {}

  func judge(_ form: Hearing) -> [Verdict] { judge(form.request.document.fileType, form.arrival) }

  func judge(_ file: DocumentReading, _ arrival: Arrival) -> [Verdict] { judge(file.fileType, arrival) }

  private func judge(_ type: FileType, _ arrival: Arrival) -> [Verdict] {
    type != .pdf && arrival.channel == .email ? [.clerk([])] : []
  }
}
