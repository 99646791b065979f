import ArgumentParser
import Forms

/// `guichet read`: what is in the files, without judging and without a database.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Lire des formulaires et montrer chaque champ.",
    discussion: """
      Rien n’est enregistré. Un fichier illisible est un résultat comme un autre.

      Exemples :
        guichet read demande.pdf
        guichet read --json lot/*.pdf | jq .fields
      """)

  @Argument(help: "Fichiers ou répertoires (PDF, TIFF, PNG, JPEG).", completion: .file()) var files: [String]
  @Flag(help: "Un objet JSON par formulaire, un par ligne.") var json = false
  @OptionGroup(title: "Lecture") var reading: ReadingOptions
  @OptionGroup(title: "Réglages") var common: CommonOptions

  func run() throws {
    let composition = try Composition(Settings(common, jobs: reading.jobs))
    _ = try showForms(of: files, by: composition, json: json, brief: false) { _ in nil }.finish()
  }
}

/// What came of showing files: whether all could be taken in, and what was proposed.
struct Shown {
  var isComplete: Bool
  var decisions: [Decision: Int] = [:]

  /// Ends the command with the contract's exit code when some input could not be taken in.
  func finish() throws -> Shown {
    if !isComplete { throw ExitCode(ExitStatus.inputMissing.rawValue) }
    return self
  }
}

/// Reads the files and shows their forms, in order: what `read` and `check` have in common.
func showForms(
  of paths: [String], by composition: Composition, json: Bool, brief: Bool,
  arrival: @escaping @Sendable (String) -> Arrival?
) throws -> Shown {
  let terminal = Terminal()
  let assessment = Assessment(composition, on: terminal)
  let view = FormView(definition: composition.form.definition, terminal: terminal, say: assessment.say)
  let search = FileSearch(paths, assessment.say)
  search.noteEmpty(assessment.say)
  for (path, reason) in search.refused { note(path, reason, assessment.say) }
  var shown = Shown(isComplete: search.refused.isEmpty)
  let allRead = try assessment.run(search.files, arrival: arrival) { path, forms in
    for form in forms {
      if let decision = form.judgement?.decision { shown.decisions[decision, default: 0] += 1 }
      if json {
        try putJSON(form)
      } else {
        let rank = forms.count > 1 ? " (\(form.index + 1)/\(forms.count))" : ""
        try view.show(form, title: path + rank, brief: brief)
      }
    }
  }
  shown.isComplete = shown.isComplete && allRead
  return shown
}
