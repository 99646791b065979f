import Forms

/// Holds a form's rules, built from its definition, and judges readings by them. Pure: the same request gives the same
/// judgement, on any day and machine.
package struct RuleBook: Sendable {
  private let definition: FormDefinition
  /// In the definition's order, which is that of the findings.
  private let rules: [any Rule]
  private let wordings: [RuleID: Wording]
  private let questions: [RuleID: Wording]

  /// Builds every rule that the definition lists for a form's arrival, from its parameters.
  ///
  /// Rules of other moments (`when: closing`, `delivery` or `notice`) only lend their wording.
  package init(definition: FormDefinition) throws(RuleError) {
    var rules: [any Rule] = []
    var wordings: [RuleID: Wording] = [:]
    for written in definition.rules {
      guard wordings.updateValue(written.message, forKey: written.id) == nil else { throw .repeatedRule(written.id) }
      let isAsked = try Moment(of: written) == .arrival
      let mayAsk = isAsked && RuleCatalogue.rules[written.id]?.asks == true
      if mayAsk != (written.question != nil) {
        throw mayAsk ? .questionMissing(written.id) : .questionNeverAsked(written.id)
      }
      guard isAsked else { continue }
      var parameters = Parameters(of: written, in: definition)
      if !RuleCatalogue.foundByStore.contains(written.id) {
        guard let rule = RuleCatalogue.rules[written.id] else { throw .unknownRule(written.id) }
        rules.append(try rule.init(&parameters))
      }
      try parameters.close()
    }
    (self.definition, self.rules, self.wordings) = (definition, rules, wordings)
    questions = Dictionary(definition.rules.compactMap { rule in rule.question.map { (rule.id, $0) } }) { first, _ in
      first
    }
  }

  /// Judges one form that was read.
  package func judge(_ request: Request) -> Judgement {
    let hearing = Hearing(request, of: definition)
    let (findings, checklist) = worded { $0.judge(hearing) }
    return Judgement(
      findings: findings, checklist: checklist, decision: Self.decide(findings, reading: request.reading))
  }

  /// Judges a file in which no form was read: refused when it cannot be opened, otherwise for a clerk.
  package func judge(document: DocumentReading, arrival: Arrival) -> Judgement {
    let (findings, checklist) = worded { $0.judge(document, arrival) }
    return Judgement(
      findings: findings, checklist: checklist, decision: Self.decide(findings, reading: nil))
  }

  /// Proposes what to do: a refusal for any reject; a clerk for any clerk finding, any doubtful field that the applicant
  /// fills in, or no reading at all; otherwise acceptance.
  package static func decide(_ findings: [Finding], reading: Reading?) -> Decision {
    if findings.contains(where: { $0.severity == .reject }) { return .reject }
    guard let reading, !findings.contains(where: { $0.severity == .clerk }) else { return .review }
    let doubtful = reading.fields.contains { applicantSections.contains($0.key.section) && $0.value.doubtful }
    return doubtful ? .review : .accept
  }

  /// The sections whose doubtful fields keep a form from being accepted; the header and section 4 are the office's own.
  private static let applicantSections: Set<String> = ["s1", "s2", "s3", "s5"]

  /// Gives the finding for a file that was received before (CRS-03), which only the store can tell; nil when the form's
  /// definition does not have that rule.
  package func duplicateFinding() -> Finding? {
    wordings["CRS-03"].map { Finding(rule: "CRS-03", severity: .info, fields: [], message: $0) }
  }

  /// The words of any rule of the definition, judged here or not.
  package func wording(of rule: RuleID) -> Wording? { wordings[rule] }

  /// Asks every rule, silences those that yield to another that spoke, and gives the rest their words: one finding per
  /// rule and severity.
  private func worded(_ verdicts: (any Rule) -> [Verdict]) -> (findings: [Finding], checklist: [ChecklistItem]) {
    let spoken = rules.map { (type: type(of: $0), verdicts: verdicts($0)) }.filter { !$0.verdicts.isEmpty }
    let found = Set(spoken.map { $0.type.id })
    var findings: [Finding] = []
    var checklist: [ChecklistItem] = []
    for (type, verdicts) in spoken where type.yieldsTo.isDisjoint(with: found) {
      guard let message = wordings[type.id] else { continue }
      for severity in Severity.allCases.reversed() {
        let fields = verdicts.compactMap { if case .finding(severity, let fields) = $0 { fields } else { nil } }
        if !fields.isEmpty {
          findings.append(Finding(rule: type.id, severity: severity, fields: distinct(fields), message: message))
        }
      }
      let checks = verdicts.compactMap { if case .check(let fields) = $0 { fields } else { nil } }
      if !checks.isEmpty, let question = questions[type.id] {
        checklist.append(ChecklistItem(rule: type.id, fields: distinct(checks), message: question))
      }
    }
    return (findings, checklist)
  }

  private func distinct(_ fields: [[FieldID]]) -> [FieldID] {
    fields.joined().reduce(into: []) { kept, field in if !kept.contains(field) { kept.append(field) } }
  }
}

/// When in a case's life a rule is asked.
private enum Moment: String {
  case arrival, closing, delivery, notice

  init(of rule: RuleDefinition) throws(RuleError) {
    switch rule.parameters["when"] {
    case nil: self = .arrival
    case .text(let text)?:
      guard let moment = Moment(rawValue: text) else { throw .unknownMoment(rule.id, text) }
      self = moment
    default: throw .wrongParameter(rule.id, "when", expected: "a text")
    }
  }
}
