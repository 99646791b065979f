import Forms

/// Sends a document that is not this form to a clerk, who finds where it goes.
struct OtherDocument: Rule {
  static let id: RuleID = "DOC-01"
  /// What is forwarded to the team in charge is not sent back to find the right form.
  static let yieldsTo: Set<RuleID> = ["DOC-02"]
  /// The printed name of the service, which belongs to what the form is known by.
  private let service: FieldID

  init(_ parameters: inout Parameters) throws(RuleError) { service = try parameters.field("serviceField") }

  func judge(_ form: Hearing) -> [Verdict] { form.value(service) == .flag(false) ? [.clerk([service])] : [] }

  func judge(_ file: DocumentReading, _ arrival: Arrival) -> [Verdict] {
    file.outcome == .notAForm ? [.clerk([])] : []
  }
}
