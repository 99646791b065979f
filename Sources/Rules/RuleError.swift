import Forms

/// Says why a form's rules cannot be built from its definition: the file is wrong, not the program.
package enum RuleError: Error, Hashable, Sendable {
  /// No rule of ours has this id.
  case unknownRule(RuleID)
  /// The definition lists the rule more than once.
  case repeatedRule(RuleID)
  /// The parameter `when` is none of the known moments.
  case unknownMoment(RuleID, String)
  /// The rule may ask the clerk something, and has no words for it.
  case questionMissing(RuleID)
  /// The rule has words for a question that it never asks.
  case questionNeverAsked(RuleID)
  /// A parameter is written that the rule does not have.
  case unknownParameter(RuleID, String)
  case missingParameter(RuleID, String)
  /// A parameter is not of the sort expected, which is named last.
  case wrongParameter(RuleID, String, expected: String)
  /// A parameter names a field that the form does not have.
  case unknownField(RuleID, FieldID)
  /// A parameter names a box that the field does not have.
  case unknownOption(RuleID, FieldID, String)
  /// A parameter names a word list that the definition does not hold.
  case unknownLexicon(RuleID, String)
}

extension RuleError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownRule(let rule):
      "Rule \(rule) is not known to the program. Correct its id in rules.yaml, or remove it."
    case .repeatedRule(let rule):
      "Rule \(rule) stands twice in rules.yaml. Keep one."
    case .unknownMoment(let rule, let moment):
      "Rule \(rule): `when: \(moment)` names no moment. Use one of: arrival, closing, delivery, notice."
    case .questionMissing(let rule):
      "Rule \(rule) may ask the clerk something and has no `question`. Add it, in French and English."
    case .questionNeverAsked(let rule):
      "Rule \(rule) has a `question`, which it never asks. Remove it from rules.yaml."
    case .unknownParameter(let rule, let name):
      "Rule \(rule) has no parameter `\(name)`. Correct its name in rules.yaml, or remove it."
    case .missingParameter(let rule, let name):
      "Rule \(rule) needs the parameter `\(name)`, which rules.yaml does not give. Add it."
    case .wrongParameter(let rule, let name, let expected):
      "Rule \(rule): the parameter `\(name)` is not \(expected). Correct it in rules.yaml."
    case .unknownField(let rule, let field):
      "Rule \(rule) names the field `\(field)`, which the form does not have. Correct it in rules.yaml."
    case .unknownOption(let rule, let field, let option):
      "Rule \(rule) names the box `\(option)`, which the field `\(field)` does not have. Correct it in rules.yaml."
    case .unknownLexicon(let rule, let name):
      "Rule \(rule) names the word list `\(name)`, which was not loaded. Correct its name in rules.yaml, or add the list."
    }
  }
}
