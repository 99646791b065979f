/// How much a finding weighs.
package enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
  /// Noted, never blocking.
  case info
  /// A person must decide.
  case clerk
  /// The program proposes to return the request.
  case reject

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self)! }
}

/// A text in the two languages of the product. French comes first; English is for those who asked.
package struct Wording: Hashable, Sendable, Codable {
  package var fr: String
  package var en: String

  package init(fr: String, en: String) { (self.fr, self.en) = (fr, en) }

  package subscript(language: Language) -> String { language == .fr ? fr : en }
}

/// A language of the product; French unless someone asked for English.
package enum Language: String, Sendable, Codable, CaseIterable { case fr, en }

/// One thing a rule has to say about a form.
package struct Finding: Hashable, Sendable, Codable {
  package var rule: RuleID
  package var severity: Severity
  package var fields: [FieldID]
  package var message: Wording

  package init(rule: RuleID, severity: Severity, fields: [FieldID], message: Wording) {
    (self.rule, self.severity, self.fields, self.message) = (rule, severity, fields, message)
  }
}

/// Something a clerk verifies elsewhere, because no register here can tell; never part of the decision.
package struct ChecklistItem: Hashable, Sendable, Codable {
  package var rule: RuleID
  package var fields: [FieldID]
  /// A question to the clerk: what the applicant would be told is not known to be true.
  package var message: Wording

  package init(rule: RuleID, fields: [FieldID], message: Wording) {
    (self.rule, self.fields, self.message) = (rule, fields, message)
  }
}

/// What the program proposes; a clerk decides.
package enum Decision: String, Sendable, Codable, CaseIterable { case accept, review, reject }

/// The judgement of one form, or of a file without one.
package struct Judgement: Hashable, Sendable, Codable {
  package var findings: [Finding]
  package var checklist: [ChecklistItem]
  package var decision: Decision

  package init(findings: [Finding], checklist: [ChecklistItem], decision: Decision) {
    (self.findings, self.checklist, self.decision) = (findings, checklist, decision)
  }
}

/// What is known of a submission beside its bytes.
package struct Arrival: Hashable, Sendable, Codable {
  package enum Channel: String, Sendable, Codable, CaseIterable { case email, post, fax }

  /// Nil when nobody said how the file came.
  package var channel: Channel?
  package var received: CalendarDate
  /// Whether `received` is a guess (today): rules about dates then stay silent.
  package var receivedIsAssumed: Bool

  package init(channel: Channel?, received: CalendarDate, receivedIsAssumed: Bool) {
    (self.channel, self.received, self.receivedIsAssumed) = (channel, received, receivedIsAssumed)
  }
}
