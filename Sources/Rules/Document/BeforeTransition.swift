import Forms

/// Notes a form received before credentials went by e-mail: they go by registered mail, and no e-mail rule applies.
struct BeforeTransition: Rule {
  static let id: RuleID = "DOC-05"
  /// The first day of the rule on e-mail addresses.
  private let transition: CalendarDate

  init(_ parameters: inout Parameters) throws(RuleError) { transition = try parameters.date("transition") }

  func judge(_ form: Hearing) -> [Verdict] {
    !form.arrival.receivedIsAssumed && form.arrival.received < transition ? [.info([])] : []
  }
}

extension RuleID {
  /// Rules under which credentials go by registered mail, so that e-mail addresses are not judged.
  static let registeredMail: Set<RuleID> = ["DOC-02", "DOC-05"]
}
