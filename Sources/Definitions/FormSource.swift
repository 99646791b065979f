import Forms
import Foundation

/// Reads a form's folder: its definition when all is well, and every problem of its files when not.
struct FormSource {
  /// Nil exactly when there are problems.
  let definition: FormDefinition?
  /// By file and place.
  let problems: [DefinitionProblem]

  init(at folder: URL, lexicons: URL? = nil) {
    let whole = folder.standardizedFileURL
    var shelf = LexiconShelf(
      folder: lexicons
        ?? whole.deletingLastPathComponent().deletingLastPathComponent().appending(path: "lexicons"))

    let formURL = folder.appending(path: "form.yaml")
    var formReader = YAMLReader(file: formURL.relativePath)
    let form = formReader.document(at: formURL).flatMap { formReader.formFile($0) }
    if let form {
      formReader.check(form, folder: whole.lastPathComponent)
      shelf.take(form.lexicons, for: "The form", reader: &formReader)
    }

    let rulesURL = folder.appending(path: "rules.yaml")
    var rulesReader = YAMLReader(file: rulesURL.relativePath)
    let rules = rulesReader.document(at: rulesURL).map { rulesReader.rulesFile($0) } ?? []
    if let form { rulesReader.checkFieldNames(of: rules, in: form) }
    for rule in rules {
      shelf.take(rule.lexicons, for: "Rule \(rule.definition.id)", reader: &rulesReader)
    }

    let found = formReader.problems + rulesReader.problems + shelf.problems
    if let form, let id = form.id, found.isEmpty {
      definition = FormDefinition(
        id: id.value, title: form.title, identity: form.identity, sections: form.sections.map(\.definition),
        fields: form.fields.map(\.definition), printed: form.printed.map(\.value),
        excludedForms: form.excludedForms, rules: rules.map(\.definition), lexicons: shelf.lexicons)
    } else {
      definition = nil
    }
    problems = inOrder(found)
  }
}

/// Reads the word lists a form names, each once.
struct LexiconShelf {
  let folder: URL
  /// The words by the lexicon's name, which is its file's without `.yaml`.
  private(set) var lexicons: [String: [String]] = [:]
  /// Mistakes inside the lexicons' own files.
  private(set) var problems: [DefinitionProblem] = []

  init(folder: URL) { self.folder = folder }

  /// Takes the named lexicons; one that does not exist is reported where it is named.
  mutating func take(_ names: [Located<String>], for owner: String, reader: inout YAMLReader) {
    for name in names where lexicons[name.value] == nil {
      let url = folder.appending(path: name.value + ".yaml")
      guard name.value.wholeMatch(of: /[A-Za-z0-9-]+/) != nil, FileManager.default.fileExists(atPath: url.path) else {
        reader.report(
          name.place, "\(owner) names the lexicon `\(name.value)`, which is not in \(folder.relativePath).",
          reader.suggestion(for: name.value, among: available))
        continue
      }
      var file = YAMLReader(file: url.relativePath)
      if let node = file.document(at: url),
        let table = file.table(node, "a lexicon", required: ["words"])
      {
        lexicons[name.value] = file.texts("words", in: table).map(\.value)
      } else {
        lexicons[name.value] = []
      }
      problems += file.problems
    }
  }

  private var available: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }
}
