import ArgumentParser
import Forms

/// `guichet evaluate`: how right and how sure the reading is, on forms whose truth is known.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Mesurer la lecture sur des formulaires dont la vérité est connue.",
    discussion: """
      Lit chaque fichier qui a NOM.expected.json à côté : un objet {champ: valeur}, ou une liste d’objets dans l’ordre \
      des pages. Les bornes sont à 95 % (Clopper et Pearson); « faux mais sûrs » se rapporte aux champs sans doute.

      Les formulaires d’un fichier sont comparés un à un, dans l’ordre des pages. Tous les champs d’un formulaire non \
      trouvé comptent comme faux et douteux; un formulaire en trop est compté, mais ses champs ne le sont pas.

      Les champs faux mais sûrs sont nommés, jamais leurs valeurs, à moins de --values. Le temps de processeur est \
      celui de la lecture, par fichier; le système le compte par pas de 10 ms.

      Exemples :
        guichet evaluate SampleForms/acces-sel-etablissements
        guichet evaluate corpus/ --json > mesure.json
      """)

  @Argument(help: "Répertoires.", completion: .directory) var folders: [String]
  @Flag(help: "Nommer aussi les champs faux mais douteux.") var doubtful = false
  @Flag(help: "Montrer les valeurs attendues et lues (renseignements personnels).") var values = false
  @Flag(help: "Résultat en JSON.") var json = false
  @OptionGroup(title: "Lecture") var reading: ReadingOptions
  @OptionGroup(title: "Réglages") var common: CommonOptions

  func run() throws {
    let composition = try Composition(Settings(common, jobs: reading.jobs))
    let terminal = Terminal()
    let assessment = Assessment(composition, on: terminal)
    let say = assessment.say
    let search = FileSearch(folders, say)
    for (path, reason) in search.refused { note(path, reason, say) }
    let pairs = filesWithExpectation(in: search.files)
    let truths = try Dictionary(uniqueKeysWithValues: pairs.map { ($0.file, try expectedReadings(at: $0.expected)) })
    guard !pairs.isEmpty else {
      note(say("Aucun fichier n’a NOM.expected.json à côté de lui.", "No file has NAME.expected.json beside it."))
      throw ExitCode(ExitStatus.inputMissing.rawValue)
    }
    var evaluation = Evaluation()
    let complete = try assessment.run(
      pairs.map(\.file), arrival: { _ in nil }, spent: { evaluation.add(processor: $0) }
    ) { path, forms in
      evaluation.add(forms, expected: truths[path] ?? [], file: path, form: composition.form.definition)
    }
    let object = EvaluationObject(evaluation, files: pairs.count, values: values)
    if json {
      try putJSON(object)
    } else {
      try EvaluationView(object: object, terminal: terminal, say: say, namesDoubtful: doubtful).print()
    }
    if !complete || !search.refused.isEmpty { throw ExitCode(ExitStatus.inputMissing.rawValue) }
  }
}
