import Forms
import Foundation

/// Reads a form's folder: its definition when all is well, and every problem of its files when not.
struct FormSource {
  /// Nil exactly when there are problems.
  let definition: FormDefinition?
  /// By file and place.
  let problems: [DefinitionProblem]

  init(at folder: URL, lexicons: URL? = nil) {
    let place = folder.standardizedFileURL
    var shelf = LexiconShelf(
      folder: lexicons
        ?? place.deletingLastPathComponent().deletingLastPathComponent().appending(path: "lexicons"))

    let formURL = folder.appending(path: "form.yaml")
    var formReader = YAMLReader(file: formURL.relativePath)
    let form = formReader.document(at: formURL).flatMap { formReader.formFile($0) }
    if let form {
      formReader.check(form, folder: place.lastPathComponent)
      shelf.take(form.lexicons, for: "The form", reader: &formReader)
    }

    let rulesURL = folder.appending(path: "rules.yaml")
    var rulesReader = YAMLReader(file: rulesURL.relativePath)
    let rules = rulesReader.document(at: rulesURL).map { rulesReader.rulesFile($0) } ?? []
    for rule in rules {
      let named = rule.texts.filter { rulesReader.names($0.key, a: "lexicon") }.map(\.text)
      shelf.take(named, for: "Rule \(rule.definition.id)", reader: &rulesReader)
    }

    var whole: FormDefinition?
    if let form {
      rulesReader.checkFieldNames(of: rules, in: form)
      let definition = form.definition(rules: rules.map(\.definition), lexicons: shelf.lexicons)
      rulesReader.checkParameters(of: rules, in: definition)
      whole = definition
    }
    problems = inOrder(formReader.problems + rulesReader.problems + shelf.problems)
    definition = problems.isEmpty ? whole : nil
  }
}

/// Reads the word lists a form names, each once.
struct LexiconShelf {
  let folder: URL
  /// The names of the files there, without `.yaml`.
  private let available: [String]
  /// The words by the lexicon's name, which is its file's without `.yaml`.
  private(set) var lexicons: [String: [String]] = [:]
  /// Mistakes inside the lexicons' own files.
  private(set) var problems: [DefinitionProblem] = []

  init(folder: URL) {
    self.folder = folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    available = names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// Takes the named lexicons; one that does not exist is reported where it is named.
  mutating func take(_ names: [Located<String>], for owner: String, reader: inout YAMLReader) {
    for name in names where lexicons[name.value] == nil {
      let url = folder.appending(path: name.value + ".yaml")
      guard available.contains(name.value) else {
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

}
