import Definitions
import Forms
import Foundation
import Testing

@Suite struct LoadingTests {
  @Test func `a form is loaded with its rules and the word lists they name`() throws {
    let workshop = try Workshop()
    let form = try loadForm(at: workshop.form).definition
    #expect(form.id == "trial")
    #expect(form.title == Wording(fr: "Essai", en: "Trial"))
    #expect(form.identity == [["Essai", "Formulaire d’essai"]])
    #expect(form.sections.map(\.id) == ["hdr", "s1"])
    #expect(form.sections[1].number == "1")
    #expect(form.fields.map(\.id) == ["s1.name", "s1.sex", "s1.start", "s1.end"])
    #expect(form.field("s1.sex")?.options.map(\.value) == ["M", "F"])
    #expect(form.field("s1.end")?.optionalOnForm == true)
    #expect(form.field("s1.start")?.optionalOnForm == false)
    #expect(form.excludedForms == ["0042"])
    #expect(form.lexicons == ["towns": ["Alma", "on"]])
    #expect(form.rules.map(\.id) == ["T-01", "T-02"])
    #expect(form.rules[1].message == Wording(fr: "La date est requise.", en: "The date is required."))
  }

  @Test func `labels are put longest first whatever their order in the file`() throws {
    let workshop = try Workshop()
    #expect(try loadForm(at: workshop.form).definition.field("s1.name")?.labels == ["Nom de famille", "Nom"])
  }

  @Test func `parameters keep their types, and French words stay words`() throws {
    let workshop = try Workshop()
    let parameters = try loadForm(at: workshop.form).definition.rules[0].parameters
    #expect(
      parameters == [
        "fields": .list([.text("s1.name")]), "lexicon": .text("towns"), "limit": .number(3), "strict": .flag(true),
        "since": .text("2021-07-22"), "table": .map(["office": .text("0018"), "answer": .text("no")]),
        "when": .text("closing"),
      ])
  }

  @Test func `the digest is the SHA-256 of the JSON the worker receives`() throws {
    let workshop = try Workshop()
    let form = try loadForm(at: workshop.form)
    #expect(form.digest.wholeMatch(of: /sha256:[0-9a-f]{64}/) != nil)
    #expect(form.digest == (try sha256sum(form.json)))
    #expect(try JSONDecoder().decode(FormDefinition.self, from: form.json) == form.definition)
  }

  @Test func `a comment leaves the digest as it is, a word of a lexicon changes it`() throws {
    let workshop = try Workshop()
    let before = try loadForm(at: workshop.form).digest
    try workshop.write("# seen\n" + Workshop.formFile, to: "forms/trial/form.yaml")
    #expect(try loadForm(at: workshop.form).digest == before)
    try workshop.replace("Alma", by: "Amos", in: "lexicons/towns.yaml")
    #expect(try loadForm(at: workshop.form).digest != before)
  }

  @Test func `texts are composed, so that an accent typed apart is the same letter`() throws {
    let workshop = try Workshop()
    try workshop.replace("[Sexe]", by: "[Pre\u{301}nom]", in: "forms/trial/form.yaml")
    let label = try #require(try loadForm(at: workshop.form).definition.field("s1.sex")?.labels.first)
    #expect(Array(label.unicodeScalars) == Array("Pr\u{E9}nom".unicodeScalars))
  }

  @Test func `all forms of a folder are loaded by name`() throws {
    let workshop = try Workshop()
    try workshop.write(
      Workshop.formFile.replacingOccurrences(of: "id: trial", with: "id: another"), to: "forms/another/form.yaml")
    try workshop.write("rules: []", to: "forms/another/rules.yaml")
    #expect(try loadForms(in: workshop.pipelines).map(\.definition.id) == ["another", "trial"])
  }

  @Test func `a folder without forms is an error that names the folder`() throws {
    let workshop = try Workshop()
    try FileManager.default.removeItem(at: workshop.form)
    let error = #expect(throws: DefinitionError.self) { try loadForms(in: workshop.pipelines) }
    #expect(error?.problems.first?.what == "There is no form here.")
    #expect(error?.problems.first?.file.contains("/forms") == true)
  }

  @Test func `mistakes of several forms are told together`() throws {
    let workshop = try Workshop()
    try workshop.write("id: other\n", to: "forms/other/form.yaml")
    try workshop.replace("kind: name", by: "kind: nom", in: "forms/trial/form.yaml")
    let error = try #require(throws: DefinitionError.self) { try loadForms(in: workshop.pipelines) }
    let files = Set(error.problems.map { $0.file.components(separatedBy: "/forms/").last })
    #expect(files == ["other/form.yaml", "other/rules.yaml", "trial/form.yaml"])
  }

  /// The system's own `sha256sum`, an implementation that is not ours.
  private func sha256sum(_ bytes: Data) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "digest-\(UUID().uuidString)")
    try bytes.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = [file.path]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return "sha256:" + text.prefix(64)
  }
}
