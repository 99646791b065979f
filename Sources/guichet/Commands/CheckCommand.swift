import ArgumentParser
import Forms

/// `guichet check`: `read`, then the rules.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lire des formulaires et les juger selon les règles.",
    discussion: """
      Montre les constats et la décision proposée; rien n’est enregistré.

      Exemples :
        guichet check --received 2026-10-01 --channel email demande.pdf
        guichet check --brief lot/
        guichet check --json --strict lot/*.pdf > constats.jsonl
      """)

  @Argument(help: "Fichiers ou répertoires (PDF, TIFF, PNG, JPEG).", completion: .file()) var files: [String]
  @Flag(help: "Un objet JSON par formulaire, un par ligne.") var json = false
  @Flag(help: "Ne montrer que les constats, sans les champs.") var brief = false
  @Flag(help: "Terminer par le code 2 si une demande n’est pas à accepter.") var strict = false
  @OptionGroup(title: "Réception") var arrival: ArrivalOptions
  @OptionGroup(title: "Jugement") var judging: JudgingOptions
  @OptionGroup(title: "Lecture") var reading: ReadingOptions
  @OptionGroup(title: "Réglages") var common: CommonOptions

  func run() throws {
    let settings = try Settings(common, register: judging.register, jobs: reading.jobs)
    let composition = try Composition(settings)
    let say = Voice(settings.language.value)
    let reception = try Reception(
      channel: arrival.channel, given: arrival.received, today: .today(in: settings.store.timeZone))
    reception.noteAssumed(in: files, say)
    let shown = try showForms(of: files, by: composition, json: json, brief: brief) { reception.arrival(of: $0) }
    let count = { (decision: Decision) in shown.decisions[decision] ?? 0 }
    if !json, count(.accept) + count(.review) + count(.reject) > 1 {
      note(
        say("Propositions : ", "Proposals: ")
          + Decision.allCases.map { "\(count($0)) \(say($0))" }.joined(separator: ", "))
    }
    _ = try shown.finish()
    if strict, count(.review) + count(.reject) > 0 { throw ExitCode(ExitStatus.notAccepted.rawValue) }
  }
}

extension Reception {
  /// Says once how many files' day of reception is only assumed, and names what should have told it.
  func noteAssumed(in paths: [String], _ say: Voice) {
    let files = FileSearch(paths, say).files
    for path in Set(files.flatMap(misleading)).sorted() {
      note(
        path,
        say(
          "ce n’est pas un jour où un formulaire a pu être reçu (AAAA-MM-JJ); il n’en est pas tenu compte.",
          "this is no day on which a form can have been received (YYYY-MM-DD); it is not taken into account."), say)
    }
    let assumed = files.count { arrival(of: $0).receivedIsAssumed }
    guard assumed > 0 else { return }
    note(
      say(
        "Jour de réception inconnu pour \(say.count(assumed, "fichier", "fichiers", "", "")) : présumé aujourd’hui, "
          + "\(today). Donnez-le avec --received.",
        "Day of reception unknown for \(assumed) file(s): assumed today, \(today). Give it with --received."))
  }
}
