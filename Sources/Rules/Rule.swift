import Forms

/// Judges one thing about a form.
///
/// A rule is a struct whose stored properties are its parameters; its wording stays in the definition. A new rule is a
/// new file here, a line in `RuleCatalogue` and an entry in `rules.yaml`.
protocol Rule: Sendable {
  /// The rule's name in the catalogue.
  static var id: RuleID { get }
  /// Rules that say the same thing better: when any of them finds something, this one stays silent.
  static var yieldsTo: Set<RuleID> { get }
  /// Whether it may ask the clerk to look something up: the definition must then have the question's words.
  static var asks: Bool { get }

  /// Builds the rule from what `rules.yaml` gives it.
  init(_ parameters: inout Parameters) throws(RuleError)

  /// Judges a form that was read.
  func judge(_ form: Hearing) -> [Verdict]
  /// Judges a file in which no form was read.
  func judge(_ file: DocumentReading, _ arrival: Arrival) -> [Verdict]
}

extension Rule {
  static var yieldsTo: Set<RuleID> { [] }
  static var asks: Bool { false }
  func judge(_ form: Hearing) -> [Verdict] { [] }
  func judge(_ file: DocumentReading, _ arrival: Arrival) -> [Verdict] { [] }
}

/// What a rule says, before it gets its words.
enum Verdict: Hashable {
  case finding(Severity, [FieldID])
  /// Something no register here can tell: for the clerk's list.
  case check([FieldID])

  static func info(_ fields: [FieldID]) -> Verdict { .finding(.info, fields) }
  static func clerk(_ fields: [FieldID]) -> Verdict { .finding(.clerk, fields) }
}
