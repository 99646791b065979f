import Forms

/// Holds what a letter is written from: one case that is, or may be, returned to its applicant.
///
/// Who confirmed the return is not asked for: a letter never names a clerk.
package struct ReturnedCase: Hashable, Sendable {
  /// How far the return has gone.
  package enum Stage: String, Hashable, Sendable, CaseIterable {
    /// The program proposes it; no person has looked yet.
    case proposed
    /// A clerk has confirmed it: the letter may leave.
    case confirmed
  }

  package var number: String
  package var stage: Stage
  package var arrival: Arrival
  /// The address the mail came from; nil when the file came otherwise, or when nobody knows.
  package var sender: String?
  package var outcome: Outcome
  /// Nil when no form was read in the file.
  package var reading: Reading?
  package var judgement: Judgement
  /// Why, in the words of the clerk who returned it; a letter gives them where there is no finding to give.
  package var because: String?

  package init(
    number: String, stage: Stage, arrival: Arrival, sender: String?, outcome: Outcome, reading: Reading?,
    judgement: Judgement, because: String? = nil
  ) {
    (self.number, self.stage, self.arrival, self.sender) = (number, stage, arrival, sender)
    (self.outcome, self.reading, self.judgement, self.because) = (outcome, reading, judgement, because)
  }

  /// The findings that stand against the request; notes (`info`) do not.
  var objections: [Finding] { judgement.findings.filter { $0.severity > .info } }

  /// The text of a field when it may be relied on: read without doubt, of a length that names and addresses have, and no
  /// objection names the field.
  func reliableText(_ field: FieldID) -> String? {
    guard let found = reading?[field], !found.doubtful, let text = found.value.text, (1...200).contains(text.count),
      !objections.contains(where: { $0.fields.contains(field) })
    else { return nil }
    return text
  }

  /// The texts of the fields that some objection names, which no letter repeats.
  var disputedTexts: [String] { texts(of: objections) }

  /// The texts of the fields that an objection of one of the rules names.
  func texts(named rules: Set<RuleID>) -> [String] { texts(of: objections.filter { rules.contains($0.rule) }) }

  private func texts(of findings: [Finding]) -> [String] {
    findings.flatMap(\.fields).flatMap { reading?[$0].value.texts ?? [] }
  }
}
