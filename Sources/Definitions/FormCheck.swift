import Forms
import Foundation

/// Tells how a form's folder stands, for `guichet form check`.
package struct FormCheck: Hashable, Sendable {
  /// What must be mended, by file and line; empty when the form can be used.
  package let problems: [DefinitionProblem]
  /// What the form has; nil when there are problems.
  package let summary: FormSummary?
}

/// Counts what a form's definition holds, so that its editor sees that nothing was lost.
package struct FormSummary: Hashable, Sendable {
  package let id: String
  package let title: Wording
  package let digest: String
  package let sections: Int
  package let fields: Int
  /// How many fields there are of each kind; kinds without fields are left out.
  package let kinds: [FieldDefinition.Kind: Int]
  /// Wordings of labels, those of options included.
  package let labels: Int
  package let printed: Int
  package let rules: Int
  package let lexicons: Int
  package let words: Int

  init(_ form: LoadedForm) {
    let definition = form.definition
    (id, title, digest) = (definition.id, definition.title, form.digest)
    (sections, fields) = (definition.sections.count, definition.fields.count)
    kinds = Dictionary(definition.fields.map { ($0.kind, 1) }, uniquingKeysWith: +)
    labels = definition.fields.reduce(0) { sum, field in
      sum + field.labels.count + field.options.reduce(0) { $0 + $1.labels.count }
    }
    (printed, rules, lexicons) = (definition.printed.count, definition.rules.count, definition.lexicons.count)
    words = definition.lexicons.values.reduce(0) { $0 + $1.count }
  }
}

/// Loads a form's folder strictly and answers with its mistakes or with what it holds; never throws.
package func checkForm(at folder: URL, lexicons: URL? = nil) -> FormCheck {
  do {
    return FormCheck(problems: [], summary: FormSummary(try loadForm(at: folder, lexicons: lexicons)))
  } catch let error as DefinitionError {
    return FormCheck(problems: error.problems, summary: nil)
  } catch {
    let problem = DefinitionProblem(
      file: folder.relativePath, place: nil, what: "The definition cannot be written as JSON.",
      remedy: "Remove numbers that are out of range from its rules.")
    return FormCheck(problems: [problem], summary: nil)
  }
}
