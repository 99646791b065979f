import Forms
import Testing

@testable import Rules

/// One line of the table: a form, and what one rule has to say about it.
struct RuleCase: Sendable, CustomTestStringConvertible {
  /// What the form stands for in the table.
  enum Sort: Sendable { case pass, fail, doubt, check }

  let rule: RuleID
  let sort: Sort
  let note: String
  let sample: Sample
  /// Nil when the rule is silent; `.check` cases look at the clerk's list instead.
  let severity: Severity?
  let fields: [FieldID]

  var testDescription: String { "\(rule): \(note)" }

  static func passes(_ rule: RuleID, _ note: String, _ sample: Sample) -> RuleCase {
    RuleCase(rule: rule, sort: .pass, note: note, sample: sample, severity: nil, fields: [])
  }

  static func fails(
    _ rule: RuleID, _ severity: Severity, _ fields: [FieldID], _ note: String, _ sample: Sample
  ) -> RuleCase {
    RuleCase(rule: rule, sort: .fail, note: note, sample: sample, severity: severity, fields: fields)
  }

  static func doubts(
    _ rule: RuleID, _ severity: Severity?, _ fields: [FieldID], _ note: String, _ sample: Sample
  ) -> RuleCase {
    RuleCase(rule: rule, sort: .doubt, note: note, sample: sample, severity: severity, fields: fields)
  }

  static func asks(_ rule: RuleID, _ fields: [FieldID], _ note: String, _ sample: Sample) -> RuleCase {
    RuleCase(rule: rule, sort: .check, note: note, sample: sample, severity: nil, fields: fields)
  }
}
