import Forms
import Yams

/// Holds one rule of `rules.yaml`, with the places its mistakes are reported at.
struct WrittenRule {
  var definition: RuleDefinition
  var place: DefinitionProblem.Place?
  /// The texts of its parameters, each with the key it stands under.
  var texts: [(key: String, text: Located<String>)]
}

extension YAMLReader {
  /// Reads `rules.yaml`: a list `rules` of `{id, fr, en, question, parameters}`.
  mutating func rulesFile(_ node: Node) -> [WrittenRule] {
    guard let table = table(node, "the rules' file", required: ["rules"]) else { return [] }
    let rules = items("rules", in: table).compactMap { rule($0) }
    for (index, rule) in rules.enumerated()
    where rules[..<index].contains(where: { $0.definition.id == rule.definition.id }) {
      report(rule.place, "Two rules have the id `\(rule.definition.id)`.", "Keep one, or correct the id.")
    }
    return rules
  }

  private mutating func rule(_ node: Node) -> WrittenRule? {
    guard let table = table(node, "a rule", required: ["id", "fr", "en"], optional: ["question", "parameters"]) else {
      return nil
    }
    let (id, french, english) = (text("id", in: table), text("fr", in: table), text("en", in: table))
    let question = table["question"] == nil ? nil : wording("question", in: table)
    var texts: [(key: String, text: Located<String>)] = []
    var parameters: [String: ParameterValue] = [:]
    if let node = table["parameters"] {
      if case .map(let map)? = parameter(node, key: "parameters", texts: &texts) {
        parameters = map
      } else if node.mapping == nil {
        report(node.place, "`parameters` of a rule is \(node.noun).", "Write it as `key: value` lines.")
      }
    }
    guard let id else { return nil }
    return WrittenRule(
      definition: RuleDefinition(
        id: RuleID(id), message: Wording(fr: french ?? "", en: english ?? ""), question: question,
        parameters: parameters),
      place: table["id"]?.place, texts: texts)
  }

  /// Reads any parameter as plain data, gathering its texts under the nearest key.
  private mutating func parameter(
    _ node: Node, key: String, texts: inout [(key: String, text: Located<String>)]
  ) -> ParameterValue? {
    switch node {
    case .mapping(let mapping):
      var map: [String: ParameterValue] = [:]
      for (name, value) in mapping {
        guard let name = name.scalar?.string else {
          report(name.place, "A key of `\(key)` is \(name.noun).", "Keys are plain words.")
          continue
        }
        map[name] = parameter(value, key: name, texts: &texts)
      }
      return .map(map)
    case .sequence(let sequence):
      return .list(sequence.compactMap { parameter($0, key: key, texts: &texts) })
    case .scalar(let scalar):
      switch scalar.plainMeaning {
      case .nothing:
        report(node.place, "`\(key)` is empty.", "Give it a value, or remove the line.")
        return nil
      case .flag(let flag): return .flag(flag)
      case .number(let number): return .number(number)
      case .text:
        guard let text = text(node, "`\(key)`") else { return nil }
        texts.append((key, Located(value: text, place: node.place)))
        return .text(text)
      }
    case .alias:
      report(node.place, "`\(key)` is a reference.", "Write the value itself.")
      return nil
    }
  }
}
