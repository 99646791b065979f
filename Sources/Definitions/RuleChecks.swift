import Forms
import Rules

extension YAMLReader {
  /// Notes every parameter that names a field the form does not have: all texts under a key such as `field`, `fields`
  /// or `emailField`, and any text that looks like a field's id because it begins with a section's.
  mutating func checkFieldNames(of rules: [WrittenRule], in form: FormFile) {
    let fields = Set(form.fields.map(\.definition.id.rawValue))
    let sections = Set(form.sections.map(\.definition.id))
    for rule in rules {
      for (key, text) in rule.texts where !fields.contains(text.value) {
        let looksLikeField =
          sections.contains(FieldID(text.value).section)
          && text.value.wholeMatch(of: /[a-z0-9]+(\.[a-zA-Z0-9]+)+/) != nil
        guard names(key, a: "field") || looksLikeField else { continue }
        report(
          text.place, "Rule \(rule.definition.id) names the field `\(text.value)`, which the form does not have.",
          suggestion(for: text.value, among: fields.sorted()))
      }
    }
  }

  /// Has each rule built from its parameters, and notes at the rule why one cannot be.
  ///
  /// Rules are built one by one so that every wrong one is told.
  mutating func checkParameters(of rules: [WrittenRule], in form: FormDefinition) {
    for rule in rules {
      var alone = form
      alone.rules = [rule.definition]
      do {
        _ = try RuleBook(definition: alone)
      } catch  where !isTold(error) {
        // A rule's error is one sentence that says what is wrong and one or more that say what to do.
        let sentences = error.description.split(separator: ". ", maxSplits: 1).map(String.init)
        report(rule.place, sentences[0] + (sentences.count > 1 ? "." : ""), sentences.dropFirst().joined())
      } catch {
        continue
      }
    }
  }

  /// Whether an unknown name was already noted at its own line, which says more than the rule's.
  private func isTold(_ error: RuleError) -> Bool {
    let name: String
    switch error {
    case .unknownField(_, let field): name = field.rawValue
    case .unknownLexicon(_, let lexicon): name = lexicon
    default: return false
    }
    return problems.contains { $0.what.contains("names the") && $0.what.contains("`\(name)`") }
  }

  /// Whether a key says that its texts are names of the given sort, as `lexicon`, `lexicons` and `titlesLexicon` do.
  func names(_ key: String, a sort: String) -> Bool {
    let key = key.lowercased()
    return key.hasSuffix(sort) || key.hasSuffix(sort + "s")
  }
}
