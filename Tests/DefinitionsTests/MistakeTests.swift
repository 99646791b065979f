import Definitions
import Foundation
import Testing

/// A way to spoil the workshop's form, and where and how it must be reported.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  let file: String
  let old: String
  let new: String
  /// `line:column`.
  let at: String
  let says: String

  init(
    _ name: String, in file: String = "forms/trial/form.yaml", _ old: String, _ new: String, at: String, _ says: String
  ) {
    (self.name, self.file, self.old, self.new, self.at, self.says) = (name, file, old, new, at, says)
  }

  var testDescription: String { name }
}

private let rules = "forms/trial/rules.yaml"
private let lexicon = "lexicons/towns.yaml"

private let mistakes: [Mistake] = [
  // Any file
  Mistake("unknown key", "printed:", "printd:", at: "37:1", "`printd` is no key of the form. Did you mean `printed`?"),
  Mistake(
    "unknown key far from any", "kind: name", "kind: name\n    colour: red", at: "19:5",
    "`colour` is no key of a field. Use one of: id, kind, title, labels, options, optionalOnForm, mayBeBlank."),
  Mistake("missing key", "    kind: name\n", "", at: "17:5", "`kind` is missing from a field."),
  Mistake(
    "missing language", "{fr: Nom, en: Name}", "{fr: Nom}", at: "19:12", "`en` is missing from `title` of a field."),
  Mistake("list for a text", "number: 1", "number: [1]", at: "11:13", "`number` of a section is a list; a text"),
  Mistake("flag for a text", "id: s1.name", "id: true", at: "17:9", "`id` of a field is true or false; a text"),
  Mistake("text for a list", "labels: [Sexe]", "labels: Sexe", at: "24:13", "`labels` of a field is a text; a list"),
  Mistake(
    "text for a flag", "optionalOnForm: true", "optionalOnForm: maybe", at: "36:21", "is a text. Write true or false."),
  Mistake(
    "text for a block", "{fr: Sexe, en: Sex}", "Sexe", at: "23:12", "Here stands a text where `title` of a field"),
  Mistake("nothing for a text", "kind: name", "kind:", at: "18:10", "`kind` of a field is empty; a text is expected."),
  Mistake("blank text", "[Demandeur]", "[\" \"]", at: "13:16", "An item of `headings` of a section is empty."),
  Mistake(
    "duplicate key", "    kind: name", "    kind: name\n    kind: text", at: "18:5", "`kind` is written more than once"),
  Mistake("tab", "    kind: name", "\tkind: name", at: "18:1", "This is not well-formed YAML"),
  Mistake("open bracket", "[Sexe]", "[Sexe", at: "25:12", "This is not well-formed YAML"),
  Mistake("two documents", "fields:\n", "---\nfields:\n", at: "16:1", "This is not well-formed YAML"),
  // The form
  Mistake(
    "other folder's id", "id: trial", "id: trail", at: "1:5", "The form's id is `trail`, its folder's name is `trial`."),
  Mistake("no proof", "\n  - [Essai, Formulaire d’essai]", " []", at: "3:11", "`identity` is empty"),
  Mistake("empty proof", "[Essai, Formulaire d’essai]", "[]", at: "4:5", "A proof of `identity` is empty."),
  Mistake("duplicate section", "id: hdr", "id: s1", at: "10:9", "Two sections have the id `s1`."),
  Mistake("section id with a dot", "id: hdr", "id: s.0", at: "6:9", "`s.0` cannot be a section's id."),
  Mistake("section without headings", "[Demandeur]", "[]", at: "13:15", "`headings` of a section is empty."),
  Mistake(
    "duplicate number", "headings: []", "number: 1\n    headings: []", at: "11:9", "Two sections have the number 1."),
  Mistake(
    "unknown side", "    side: front\n    repeated", "    side: frond\n    repeated", at: "14:11",
    "Did you mean `front`?"),
  Mistake("duplicate field", "id: s1.start", "id: s1.name", at: "28:9", "Two fields have the id `s1.name`."),
  Mistake("field id without section", "id: s1.name", "id: name", at: "17:9", "`name` cannot be a field's id."),
  Mistake(
    "undefined section", "id: s1.name", "id: s2.name", at: "17:9",
    "The field `s2.name` stands in section `s2`, which is not defined. Did you mean `s1`?"),
  Mistake(
    "unknown kind", "kind: name", "kind: nmae", at: "18:11", "`nmae` is not a value that `kind` of a field can have."),
  Mistake(
    "options on a text", "kind: choice", "kind: text", at: "26:7",
    "A field of kind `text` has `options`; only a choice has."),
  Mistake("choice without options", "kind: name", "kind: choice", at: "18:11", "A choice needs at least two options."),
  Mistake("duplicate option", "value: F", "value: M", at: "27:17", "Two options have the value `M`."),
  Mistake("unknown key of an option", "labels: [F]", "label: [F]", at: "27:54", "Did you mean `labels`?"),
  Mistake("no label", "[Sexe]", "[]", at: "24:13", "`labels` of a field is empty."),
  Mistake("label twice in one field", "[Sexe]", "[Sexe, Sexe]", at: "24:20", "“Sexe” is listed twice"),
  Mistake("label of two fields", "[Sexe]", "[NOM]", at: "24:14", "“NOM” is a label of `s1.sex` and of `s1.name`."),
  Mistake(
    "label of an option and a field", "labels: [M]", "labels: [Nom]", at: "26:62", "“Nom” is a label of `s1.sex`"),
  Mistake("label not repeated", "[DATE]\nfields", "[DATE, Sexe]\nfields", at: "15:28", "“Sexe” is not shared"),
  Mistake(
    "printed label", "[ANNÉE,", "[ANNÉE, nom,", at: "37:18", "“nom” is listed as `printed` but is a label of `s1.name`."
  ),
  Mistake("printed heading", "[ANNÉE,", "[Demandeur,", at: "37:11", "is a heading."),
  Mistake(
    "unknown lexicon", "excludedForms:", "lexicons: [cities]\nexcludedForms:", at: "38:12",
    "The form names the lexicon `cities`"),
  // The rules
  Mistake("duplicate rule", in: rules, "T-02", "T-01", at: "13:9", "Two rules have the id `T-01`."),
  Mistake(
    "rule without words", in: rules, "    fr: Le nom est requis.\n", "", at: "2:5", "`fr` is missing from a rule."),
  Mistake(
    "question in one language", in: rules, "    fr: La date est requise.",
    "    question: {fr: Quand?}\n    fr: La date.",
    at: "14:15", "`en` is missing from `question` of a rule."),
  Mistake(
    "question of a rule that asks nobody", in: rules, "    fr: La date est requise.",
    "    question: {fr: Quand?, en: When?}\n    fr: La date.", at: "13:9",
    "Rule T-02 has a `question`, which it never asks."),
  Mistake("unknown key of a rule", in: rules, "parameters:\n", "parameter:\n", at: "5:5", "Did you mean `parameters`?"),
  Mistake(
    "unknown field under `fields`", in: rules, "s1.name", "s1.nam", at: "6:16",
    "Rule T-01 names the field `s1.nam`, which the form does not have. Did you mean `s1.name`?"),
  Mistake("unknown field of no section", in: rules, "s1.name", "name", at: "6:16", "Rule T-01 names the field `name`"),
  Mistake(
    "unknown field elsewhere", in: rules, "\"0018\"", "s1.office", at: "11:23", "Rule T-01 names the field `s1.office`"),
  Mistake(
    "unknown lexicon of a rule", in: rules, "lexicon: towns", "lexicon: town", at: "7:16", "Did you mean `towns`?"),
  Mistake(
    "lexicon outside", in: rules, "lexicon: towns", "lexicon: ../towns", at: "7:16", "names the lexicon `../towns`"),
  Mistake("empty parameter", in: rules, "limit: 3", "limit:", at: "8:13", "`limit` is empty."),
  Mistake(
    "parameters as a list", in: rules, "parameters:\n", "parameters: [a]\n    x:\n", at: "5:17",
    "`parameters` of a rule is a list."),
  Mistake(
    "rule the program does not know", in: rules, "    parameters: {when: closing}", "", at: "13:9",
    "Rule T-02 is not known to the program."),
  Mistake(
    "unknown moment", in: rules, "{when: closing}", "{when: never}", at: "13:9", "`when: never` names no moment."),
  // A lexicon
  Mistake(
    "unknown key of a lexicon", in: lexicon, "words", "word", at: "1:1",
    "`word` is no key of a lexicon. Did you mean `words`?"),
  Mistake("word twice", in: lexicon, "- on", "- Alma", at: "3:5", "“Alma” is listed twice"),
]

@Suite struct MistakeTests {
  @Test(arguments: mistakes)
  func `a mistake is told with its place and what to do`(_ mistake: Mistake) throws {
    let workshop = try Workshop()
    try workshop.replace(mistake.old, by: mistake.new, in: mistake.file)
    let error = try #require(throws: DefinitionError.self) { try loadForm(at: workshop.form) }
    let told = error.problems.contains {
      $0.description.contains("\(mistake.file):\(mistake.at): ") && $0.description.contains(mistake.says)
    }
    #expect(told, "\(error)")
    #expect(error.problems.allSatisfy { !$0.remedy.isEmpty })
  }

  @Test func `all mistakes of the files are told at once, in their order`() throws {
    let workshop = try Workshop()
    try workshop.replace("kind: name", by: "kind: nmae", in: "forms/trial/form.yaml")
    try workshop.replace("labels: [Sexe]", by: "lables: [Sexe]", in: "forms/trial/form.yaml")
    try workshop.replace("id: s1.end", by: "id: s7.end", in: "forms/trial/form.yaml")
    try workshop.replace("T-02", by: "T-01", in: "forms/trial/rules.yaml")
    try workshop.replace("- on", by: "- true", in: "lexicons/towns.yaml")
    let problems = checkForm(at: workshop.form).problems
    #expect(
      problems.map { "\($0.file.split(separator: "/").last ?? ""):\($0.place?.line ?? 0)" } == [
        // A repeated label that is repeated no more is told as well (line 15).
        "form.yaml:15", "form.yaml:18", "form.yaml:21", "form.yaml:24", "form.yaml:32", "rules.yaml:13", "towns.yaml:3",
      ])
  }

  @Test func `a missing, an empty and a binary file are each told as such`() throws {
    let workshop = try Workshop()
    try FileManager.default.removeItem(at: workshop.form.appending(path: "rules.yaml"))
    try workshop.write("# nothing yet\n", to: "lexicons/towns.yaml")
    try Data([0x69, 0x64, 0xFF, 0xFE]).write(to: workshop.form.appending(path: "form.yaml"))
    let told = checkForm(at: workshop.form).problems.map(\.what)
    #expect(told == ["The file is not UTF-8 text.", "The file is missing or cannot be opened."])
    try workshop.write(Workshop.formFile, to: "forms/trial/form.yaml")
    try workshop.write(Workshop.rulesFile, to: "forms/trial/rules.yaml")
    #expect(checkForm(at: workshop.form).problems.map(\.what) == ["The file is empty."])
  }

  @Test func `a good form is summed up in numbers`() throws {
    let workshop = try Workshop()
    let check = checkForm(at: workshop.form)
    #expect(check.problems.isEmpty)
    let summary = try #require(check.summary)
    #expect((summary.id, summary.sections, summary.fields) == ("trial", 2, 4))
    #expect(summary.kinds == [.name: 1, .choice: 1, .date: 2])
    #expect((summary.labels, summary.printed) == (7, 2))
    #expect((summary.rules, summary.lexicons, summary.words) == (2, 1, 2))
    #expect(summary.digest == (try loadForm(at: workshop.form).digest))
  }
}
