import Definitions
import Foundation

/// Sets up a `Pipelines` folder of one small form in a temporary place, for tests to spoil line by line.
struct Workshop: ~Copyable {
  let pipelines: URL
  var form: URL { pipelines.appending(path: "forms/trial") }

  init() throws {
    pipelines = FileManager.default.temporaryDirectory.appending(path: "definitions-\(UUID().uuidString)")
    try write(Self.formFile, to: "forms/trial/form.yaml")
    try write(Self.rulesFile, to: "forms/trial/rules.yaml")
    try write(Self.lexiconFile, to: "lexicons/towns.yaml")
    try write(Self.reportFile, to: "reject-report.yaml")
  }

  deinit { try? FileManager.default.removeItem(at: pipelines) }

  func write(_ text: String, to path: String) throws {
    let url = pipelines.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  /// Replaces a text of a file, which must be there once, by another.
  func replace(_ old: String, by new: String, in path: String) throws {
    let url = pipelines.appending(path: path)
    let text = try String(contentsOf: url, encoding: .utf8)
    let parts = text.components(separatedBy: old)
    guard parts.count == 2 else { throw NotOnce(text: old, count: parts.count - 1) }
    try write(parts.joined(separator: new), to: path)
  }

  struct NotOnce: Error { let text: String, count: Int }

  static let formFile = """
    id: trial
    title: {fr: Essai, en: Trial}
    identity:
      - [Essai, Formulaire d’essai]
    sections:
      - id: hdr
        title: {fr: En-tête, en: Header}
        headings: []
        side: front
      - id: s1
        number: 1
        title: {fr: Demandeur, en: Applicant}
        headings: [Demandeur]
        side: front
        repeatedLabels: [DATE]
    fields:
      - id: s1.name
        kind: name
        title: {fr: Nom, en: Name}
        labels: [Nom, Nom de famille]
      - id: s1.sex
        kind: choice
        title: {fr: Sexe, en: Sex}
        labels: [Sexe]
        options:
          - {value: M, title: {fr: Masculin, en: Male}, labels: [M]}
          - {value: F, title: {fr: Féminin, en: Female}, labels: [F]}
      - id: s1.start
        kind: date
        title: {fr: Début, en: Start}
        labels: [DATE]
      - id: s1.end
        kind: date
        title: {fr: Fin, en: End}
        labels: [Date]
        optionalOnForm: true
    printed: [ANNÉE, "Note : écrire en lettres majuscules."]
    excludedForms: [0042]
    """

  /// Rules of the closing only lend their words, so that their ids and parameters are ours to choose.
  static let rulesFile = """
    rules:
      - id: T-01
        fr: Le nom est requis.
        en: The name is required.
        parameters:
          fields: [s1.name]
          lexicon: towns
          limit: 3
          strict: true
          since: 2021-07-22
          table: {office: "0018", answer: no}
          when: closing
      - id: T-02
        fr: La date est requise.
        en: The date is required.
        parameters: {when: closing}
    """

  static let lexiconFile = """
    words:
      - Alma
      - on
    """

  static let reportFile = """
    form: trial
    period: lastMonth
    channels: [email, unknown]
    formats: [html, csv]
    language: fr
    output: reports
    """
}
