import Forms

/// Tells of one case what the reject report needs, and nothing more.
///
/// No name, not even initials: to steer the work, the report needs the reason, the channel, the place and the day.
/// A person who must be found is found by the case number, by those who may open the case; initials beside a place and
/// a day would say who it is in a small clinic, without serving the report (RLRQ, c., ss. 64 and 65).
package struct ReportCase: Hashable, Sendable {
  /// What has become of the case.
  package enum State: String, Hashable, Sendable, CaseIterable, Codable {
    /// The program proposes to return it; no clerk has looked yet.
    case returnProposed
    /// A clerk has confirmed the return.
    case returnConfirmed
    /// Waits for a clerk, without a proposal to return it.
    case inReview
    case accepted

    /// Whether the form goes back to its applicant, or would.
    package var isReturn: Bool { self == .returnProposed || self == .returnConfirmed }
  }

  /// Why a case is returned: the rule and its sentence.
  package struct Reason: Hashable, Sendable, Codable {
    package var rule: RuleID
    package var message: Wording

    package init(rule: RuleID, message: Wording) { (self.rule, self.message) = (rule, message) }

    /// Stands for a reason that a clerk wrote down with the case, where no rule gave one.
    package static let clerks = Reason(
      rule: "CLK-01",
      message: Wording(
        fr: "Autre motif, donné par un membre du personnel et inscrit au dossier.",
        en: "Another reason, given by a member of the staff and written down with the case."))
  }

  package var number: String
  package var received: CalendarDate
  /// Nil when nobody said how it came.
  package var channel: Arrival.Channel?
  package var state: State
  /// As the form or the register gives them, cut after 160 characters; nil when unknown.
  package let establishmentNumber: String?
  package let establishmentName: String?
  /// The findings a return rests on, one for each rule, in the order given; empty unless the case is returned.
  package private(set) var reasons: [Reason]

  package init(
    number: String, received: CalendarDate, channel: Arrival.Channel?, state: State, establishmentNumber: String?,
    establishmentName: String?, reasons: [Reason]
  ) {
    (self.number, self.received, self.channel, self.state) = (number, received, channel, state)
    (self.establishmentNumber, self.establishmentName) = (
      establishmentNumber.map(Self.shortened), establishmentName.map(Self.shortened)
    )
    var seen: Set<RuleID> = []
    self.reasons = reasons.filter { seen.insert($0.rule).inserted }
  }

  /// What strangers wrote, short enough for a row of a table.
  private static func shortened(_ text: String) -> String { text.count > 160 ? text.prefix(159) + "…" : text }

  /// Number and name of the establishment on one line; nil when neither is known.
  var establishment: String? {
    let parts = [establishmentNumber, establishmentName].compactMap { $0?.isEmpty == false ? $0 : nil }
    return parts.isEmpty ? nil : parts.joined(separator: " – ")
  }
}
