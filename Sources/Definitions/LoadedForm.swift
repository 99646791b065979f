import Forms
import Foundation

/// Pairs a form's definition with the bytes the worker receives and the digest every trace names.
package struct LoadedForm: Hashable, Sendable {
  package let definition: FormDefinition
  /// The definition as JSON with sorted keys: what the worker is handed at start, and what the digest is of.
  package let json: Data
  /// `sha256:` and 64 hexadecimal digits; changes with every change of meaning, not with comments or layout.
  package let digest: String

  init(_ definition: FormDefinition) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    json = try encoder.encode(definition)
    digest = sha256(json)
    self.definition = definition
  }
}

/// Loads the form a folder defines by its `form.yaml` and `rules.yaml`.
///
/// The word lists they name are taken from `lexicons`; nil means the folder `lexicons` beside `forms`, as in
/// `Pipelines/`.
/// - Throws: `DefinitionError` with every mistake of these files.
package func loadForm(at folder: URL, lexicons: URL? = nil) throws -> LoadedForm {
  let source = FormSource(at: folder, lexicons: lexicons)
  guard let definition = source.definition else { throw DefinitionError(problems: source.problems) }
  return try LoadedForm(definition)
}

/// Loads every form of a `Pipelines` folder, in the order of their ids.
/// - Throws: `DefinitionError` with the mistakes of all forms together, or when there is no form at all.
package func loadForms(in pipelines: URL) throws -> [LoadedForm] {
  let sources = try formFolders(in: pipelines).map { FormSource(at: $0) }
  let problems = Set(sources.flatMap(\.problems))
  guard problems.isEmpty else { throw DefinitionError(problems: inOrder(problems)) }
  return try sources.compactMap(\.definition).map { try LoadedForm($0) }
}

/// Finds the folders of `forms/`, hidden ones left out, by name.
private func formFolders(in pipelines: URL) throws -> [URL] {
  let forms = pipelines.appending(path: "forms", directoryHint: .isDirectory)
  let names = (try? FileManager.default.contentsOfDirectory(atPath: forms.path)) ?? []
  let folders = names.filter { !$0.hasPrefix(".") }.sorted()
    .map { forms.appending(path: $0, directoryHint: .isDirectory) }
    .filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true }
  guard !folders.isEmpty else {
    throw DefinitionError(problems: [
      DefinitionProblem(
        file: forms.relativePath, place: nil, what: "There is no form here.",
        remedy: "Name the folder that holds `forms/` with --pipelines, or add a form's folder.")
    ])
  }
  return folders
}

/// Sorts problems by file and place, the order people mend them in.
func inOrder(_ problems: some Sequence<DefinitionProblem>) -> [DefinitionProblem] {
  let top = DefinitionProblem.Place(line: 0, column: 0)
  return problems.sorted { ($0.file, $0.place ?? top, $0.what) < ($1.file, $1.place ?? top, $1.what) }
}
