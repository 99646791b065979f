import ArgumentParser
import Forms

/// `guichet evaluate`: how right and how sure the reading is, on forms whose truth is known.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Mesurer la lecture sur des formulaires dont la vérité est connue.",
    discussion: """
      Lit chaque fichier qui a NOM.expected.json à côté : un objet {champ: valeur}, ou une liste d’objets dans l’ordre \
      des pages. Les bornes sont à 95 % (Clopper et Pearson). Les champs mal lus sont nommés, jamais leurs valeurs, à \
      moins de --values.

      Exemples :
        guichet evaluate SampleForms/acces-sel-etablissements
        guichet evaluate corpus/ --json > mesure.json
      """)

  @Argument(help: "Dossiers.", completion: .directory) var folders: [String]
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
    for (path, reason) in search.refused { note(path, reason) }
    let pairs = filesWithExpectation(in: search.files)
    let truths = try Dictionary(uniqueKeysWithValues: pairs.map { ($0.file, try expectedReadings(at: $0.expected)) })
    guard !pairs.isEmpty else {
      note(say("Aucun fichier n’a NOM.expected.json à côté de lui.", "No file has NAME.expected.json beside it."))
      throw ExitCode(ExitStatus.inputMissing.rawValue)
    }
    var evaluation = Evaluation()
    let complete = try assessment.run(pairs.map(\.file), arrival: { _ in nil }) { path, forms in
      evaluation.add(forms, expected: truths[path] ?? [], file: path, form: composition.form.definition)
    }
    let object = EvaluationObject(evaluation, files: pairs.count, values: values)
    if json { try putJSON(object) } else { try object.print(on: terminal, say) }
    if !complete || !search.refused.isEmpty { throw ExitCode(ExitStatus.inputMissing.rawValue) }
  }
}

/// The evaluation as it is printed.
private struct EvaluationObject: Encodable {
  struct Line: Encodable {
    var exact, sure, wrongButSure: Proportion

    init(_ tally: Evaluation.Tally) {
      exact = Proportion(tally.exact, of: tally.fields)
      sure = Proportion(tally.sure, of: tally.fields)
      wrongButSure = Proportion(tally.wrongButSure, of: tally.sure)
    }
  }
  struct Wrong: Encodable {
    var file: String
    var index: Int
    var field: FieldID
    var sure: Bool
    var expected, read: FieldValue?
  }

  let files, forms, formsNotFound, formsTooMany: Int
  let kinds: [String: Line]
  let media: [String: Line]
  let total: Line
  let wrong: [Wrong]

  init(_ evaluation: Evaluation, files: Int, values: Bool) {
    (self.files, forms) = (files, evaluation.forms)
    (formsNotFound, formsTooMany) = (evaluation.formsNotFound, evaluation.formsTooMany)
    kinds = Dictionary(uniqueKeysWithValues: evaluation.kinds.map { ($0.key.rawValue, Line($0.value)) })
    media = evaluation.media.mapValues { Line($0) }
    total = Line(evaluation.total)
    wrong = evaluation.misses.map {
      Wrong(
        file: $0.file, index: $0.index, field: $0.field, sure: $0.sure, expected: values ? $0.expected : nil,
        read: values ? $0.read : nil)
    }
  }

  func print(on terminal: Terminal, _ say: Voice) throws {
    var table = Table(
      [
        say("Champs", "Fields"), "n", say("Exacts", "Exact"), say("Sans doute", "Not doubtful"),
        say("Faux mais sûrs", "Wrong but sure"),
      ], indent: "  ")
    let add = { (table: inout Table, name: String, line: Line) in
      table.add([
        Table.Cell(name), Table.Cell("\(line.exact.total)"), Table.Cell(percent(line.exact, say)),
        Table.Cell(percent(line.sure, say)),
        Table.Cell(
          "\(line.wrongButSure.count) (\(say("au plus", "at most")) \(percent(line.wrongButSure.high, say, .up)))",
          line.wrongButSure.count > 0 ? .red : .plain),
      ])
    }
    table.add(heading: say("Par sorte de champ", "By kind of field"))
    for (kind, line) in kinds.sorted(by: { $0.key < $1.key }) { add(&table, kind, line) }
    table.add(heading: say("Par support", "By medium"))
    for (medium, line) in media.sorted(by: { $0.key < $1.key }) { add(&table, medium, line) }
    table.add(heading: "Total")
    add(&table, say("tous les champs", "all fields"), total)
    try table.print(on: terminal)
    try put(
      say.count(files, "fichier", "fichiers", "file", "files") + ", "
        + say.count(forms, "formulaire", "formulaires", "form", "forms")
        + (formsNotFound > 0 ? say(", non trouvés : ", ", not found: ") + "\(formsNotFound)" : "")
        + (formsTooMany > 0 ? say(", en trop : ", ", too many: ") + "\(formsTooMany)" : ""))
    for one in wrong {
      let doubt = one.sure ? say("SÛR", "SURE") : say("douteux", "doubtful")
      var line = "\(one.file.shown)#\(one.index) \(one.field) \(doubt)"
      if let expected = one.expected, let read = one.read {
        line += try "  \(jsonLine(expected).shown) ≠ \(jsonLine(read).shown)"
      }
      try put(line)
    }
  }

  private func percent(_ proportion: Proportion, _ say: Voice) -> String {
    guard let share = proportion.share else { return "—" }
    return "\(percent(share, say)) (\(percent(proportion.low, say))–\(percent(proportion.high, say, .up)))"
  }

  /// Rounded so that nothing is made to look better than it is.
  private func percent(
    _ share: Double, _ say: Voice, _ rounding: FloatingPointRoundingRule = .down
  ) -> String {
    let tenths = Int((share * 1000).rounded(rounding))
    return say("\(tenths / 10),\(tenths % 10) %", "\(tenths / 10).\(tenths % 10)%")
  }
}
