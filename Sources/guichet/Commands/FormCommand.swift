import ArgumentParser
import Definitions
import Forms
import Foundation

/// `guichet form`: work on a form's definition.
struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "Vérifier la définition d’un formulaire.", subcommands: [FormCheckCommand.self])
}

/// `guichet form check`: loads a definition strictly, then reads and judges its samples.
struct FormCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Charger strictement une définition, puis lire et juger ses exemples.",
    discussion: """
      Chaque erreur est donnée avec le fichier, la ligne et ce qu’il faut faire. Les exemples sont les fichiers de \
      SampleForms/FORMULAIRE, à côté de Pipelines, qui ont NOM.case.json à côté d’eux.

      Exemples :
        guichet form check Pipelines/forms/acces-sel-etablissements
        guichet form check Pipelines/forms/acces-sel-etablissements --no-samples
      """)

  @Argument(help: ArgumentHelp("Répertoire du formulaire.", valueName: "répertoire"), completion: .directory)
  var folder: String
  @Option(help: ArgumentHelp("Répertoire des exemples.", valueName: "répertoire"), completion: .directory) var samples:
    String?
  @Flag(help: "Ne pas lire les exemples.") var noSamples = false
  @Flag(help: "Résultat en JSON.") var json = false
  @OptionGroup(title: "Jugement") var judging: JudgingOptions
  @OptionGroup(title: "Lecture") var reading: ReadingOptions
  @OptionGroup(title: "Réglages") var common: CommonOptions

  func run() throws {
    let url = URL(filePath: folder, directoryHint: .isDirectory)
    guard FileManager.default.fileExists(atPath: url.appending(path: "form.yaml").path(percentEncoded: false)) else {
      throw Failure.noForm(path: folder)
    }
    let check = checkForm(at: url)
    var report = CheckObject(problems: check.problems.map(\.description))
    if let summary = check.summary {
      report.form = CheckObject.Form(summary)
      let shelf = url.standardizedFileURL.deletingLastPathComponent().deletingLastPathComponent()
      if !noSamples { try runSamples(summary.id, pipelines: shelf, into: &report) }
    }
    let say = Voice.asked(by: CommandLine.arguments)
    if json { try putJSON(report) } else { try report.print(on: Terminal(), say) }
    if !report.problems.isEmpty || !(report.samples?.failures.isEmpty ?? true) {
      throw ExitCode(ExitStatus.settings.rawValue)
    }
  }

  private func runSamples(_ id: String, pipelines: URL, into report: inout CheckObject) throws {
    let beside = pipelines.deletingLastPathComponent().appending(path: "SampleForms")
    let folder = samples ?? beside.appending(path: id).path(percentEncoded: false)
    guard samples != nil || FileManager.default.fileExists(atPath: folder) else { return }
    let usual = beside.appending(path: "register.csv").path(percentEncoded: false)
    let register = judging.register ?? (FileManager.default.fileExists(atPath: usual) ? usual : nil)
    var common = common
    (common.pipelines, common.form) = (pipelines.path(percentEncoded: false), id)
    let composition = try Composition(Settings(common, register: register, jobs: reading.jobs))
    report.samples = try SampleRun(composition).run(in: folder)
  }
}

/// What came of the check, as it is printed.
struct CheckObject: Encodable {
  struct Form: Encodable {
    var id, digest: String
    var sections, fields, labels, printed, rules, lexicons, words: Int
    var kinds: [String: Int]

    init(_ summary: FormSummary) {
      (id, digest) = (summary.id, summary.digest)
      (sections, fields, labels) = (summary.sections, summary.fields, summary.labels)
      (printed, rules, lexicons) = (summary.printed, summary.rules, summary.lexicons)
      words = summary.words
      kinds = Dictionary(uniqueKeysWithValues: summary.kinds.map { ($0.key.rawValue, $0.value) })
    }
  }
  struct Samples: Encodable {
    var run = 0
    /// `file: what is otherwise than expected`.
    var failures: [String] = []
  }

  var problems: [String]
  var form: Form?
  var samples: Samples?

  func print(on terminal: Terminal, _ say: Voice) throws {
    for problem in problems { try put(problem.shown) }
    guard let form else {
      return note(
        // Whoever writes definitions reads English: their keys are.
        say.count(problems.count, "erreur à corriger", "erreurs à corriger", "mistake to mend", "mistakes to mend")
          + say(" (détails en anglais).", "."))
    }
    var table = Table(indent: "  ")
    table.add(heading: form.id)
    let rows = [
      (say("sections", "sections"), form.sections), (say("champs", "fields"), form.fields),
      (say("étiquettes", "labels"), form.labels), (say("textes imprimés", "printed texts"), form.printed),
      (say("règles", "rules"), form.rules), (say("lexiques", "lexicons"), form.lexicons),
      (say("mots", "words"), form.words),
    ]
    for (label, count) in rows { table.add([Table.Cell(label), Table.Cell("\(count)")]) }
    table.add([Table.Cell(say("empreinte", "digest")), Table.Cell(form.digest, .faint)])
    try table.print(on: terminal)
    guard let samples else { return }
    for failure in samples.failures { try put(Style.red.paint("✗ ", on: terminal) + failure.shown) }
    try put(
      say("Exemples : ", "Samples: ")
        + say.count(samples.run, "lu", "lus", "read", "read") + ", "
        + say.count(samples.failures.count, "écart", "écarts", "difference", "differences") + ".")
  }
}
