import Forms

/// Refuses an address that cannot be a mailbox; one that only a person can tell is for a clerk.
struct EmailInvalid: Rule {
  static let id: RuleID = "EML-03"
  static let yieldsTo = RuleID.registeredMail
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    fields.compactMap { field in
      guard let text = form.text(field) else { return nil }
      do throws(Mailbox.Fault) {
        _ = try Mailbox(text)
        return nil
      } catch {
        return .finding(error == .malformed ? form.refusal(restingOn: [field]) : .clerk, [field])
      }
    }
  }
}
