import Forms

/// Refuses several forms in one file that came by e-mail. By post they are scanned in batches, which is no fault.
struct SeveralForms: Rule {
  static let id: RuleID = "FMT-06"

  init(_ parameters: inout Parameters) throws(RuleError) {}

  func judge(_ form: Hearing) -> [Verdict] {
    guard max(form.observations.formsInFile, form.request.document.forms) > 1 else { return [] }
    let severity: Severity =
      switch form.arrival.channel {
      case .email: .reject
      case .post: .info
      case .fax, nil: .clerk
      }
    return [.finding(severity, [])]
  }
}
