import ArgumentParser
import Forms

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Répertoire de la base de données et des documents.", valueName: "répertoire"),
    completion: .directory)
  var data: String?

  @Option(
    help: ArgumentHelp("Répertoire des définitions (formulaires, rapport).", valueName: "répertoire"),
    completion: .directory)
  var pipelines: String?

  @Option(help: ArgumentHelp("Formulaire à lire, s’il y en a plusieurs : le nom de son répertoire.", valueName: "nom"))
  var form: String?

  @Option(help: ArgumentHelp("Langue des textes affichés (par défaut : fr).", valueName: "langue"))
  var language: Language?

  func validate() throws {
    // An empty name, as an unset variable of a script gives, would mean the current folder.
    for (name, value) in [("--data", data), ("--pipelines", pipelines)] where value == "" {
      throw ValidationError(typeset("\(name) : nommez un répertoire."))
    }
  }
}

/// Options of the commands that read or judge.
struct JudgingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Registre des établissements (CSV).", valueName: "fichier"),
    completion: .file(extensions: ["csv"]))
  var register: String?
}

/// Options of the commands that read documents.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Nombre de lecteurs à l’œuvre en même temps (par défaut : un par processeur).", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError(typeset("--jobs : donnez un nombre de 1 à 256.")) }
  }
}

/// How the files came, for the commands that judge them.
struct ArrivalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Jour de réception, AAAA-MM-JJ. Sinon : le nom du répertoire du fichier s’il est une date, puis le fichier \
      NOM.received à côté, puis aujourd’hui (présumé).
      """, valueName: "date"))
  var received: CalendarDate?

  @Option(help: ArgumentHelp("Mode de réception.", valueName: "mode"))
  var channel: Arrival.Channel?
}

extension CalendarDate: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Language: ExpressibleByArgument {}
extension Arrival.Channel: ExpressibleByArgument {}
extension Decision: ExpressibleByArgument {}
