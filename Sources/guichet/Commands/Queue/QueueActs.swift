import ArgumentParser
import Forms
import Foundation
import Pipeline
import Store

/// `guichet queue claim`.
struct QueueClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "claim", abstract: "Prendre un dossier en charge.")
  @OptionGroup var act: ActOptions

  func run() throws {
    try act.perform { try $0.claim(act.number, as: act.clerk, version: act.version, now: Date()) }
  }
}

/// `guichet queue accept`.
struct QueueAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "accept", abstract: "Accepter une demande.")
  @OptionGroup var act: ActOptions
  @Option(help: ArgumentHelp("Pourquoi; exigé contre un constat de refus.", valueName: "texte")) var because: String?

  func run() throws {
    try act.perform {
      try $0.accept(act.number, as: act.clerk, because: because, version: act.version, now: Date())
    }
  }
}

/// `guichet queue return`.
struct QueueReturnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Retourner une demande; sa lettre cesse alors d’être un projet.",
    discussion: """
      Quand aucun constat ne vise la demande, la lettre donne pour motif le texte de --because, tel quel. Sinon, elle \
      donne les constats, et ce texte reste au dossier. Le rapport ne le reprend jamais.
      """)
  @OptionGroup var act: ActOptions
  @Option(help: ArgumentHelp("Pourquoi; exigé quand aucun constat ne vise la demande.", valueName: "texte"))
  var because: String?

  func run() throws {
    try act.perform {
      try $0.return(act.number, as: act.clerk, because: because, version: act.version, now: Date())
    }
  }
}

/// `guichet queue release`.
struct QueueReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Remettre un dossier dans la file.")
  @OptionGroup var act: ActOptions
  @Option(help: ArgumentHelp("Pourquoi; exigé pour le dossier d’une autre personne.", valueName: "texte"))
  var because: String?

  func run() throws {
    try act.perform {
      try $0.release(act.number, as: act.clerk, because: because, version: act.version, now: Date())
    }
  }
}

/// `guichet queue correct`.
struct QueueCorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Corriger une valeur lue et juger de nouveau.",
    discussion: """
      L’ancienne valeur est gardée. Cases : oui ou non. Choix et listes : les valeurs, séparées par des virgules. \
      Rien d’inscrit : --blank.

      Exemples :
        guichet queue correct G-2026-000001 s2.lastName "CÔTÉ" --as "M. Roy"
        guichet queue correct G-2026-000001 s5.numbers 60018,6002X --as "M. Roy"
        guichet queue correct G-2026-000001 s2.fax --blank --as "M. Roy"
      """)
  @OptionGroup var act: ActOptions
  @Argument(help: ArgumentHelp("Champ, tel que s2.lastName.", valueName: "champ")) var field: String
  @Argument(help: ArgumentHelp("Ce qui est écrit sur le formulaire.", valueName: "valeur")) var value: String?
  @Flag(help: "Rien n’est inscrit dans ce champ.") var blank = false
  @OptionGroup(title: "Jugement") var judging: JudgingOptions

  func validate() throws {
    if (value == nil) == !blank { throw ValidationError("Donnez une valeur, ou --blank quand rien n’est inscrit.") }
  }

  func run() throws {
    let settings = try Settings(act.common, register: judging.register)
    let composition = try Composition(settings)
    guard let definition = composition.form.definition.field(FieldID(field)) else {
      throw Failure.usage(
        Wording(
          fr:
            "Le formulaire n’a pas de champ « \(field.shown) » : voyez ses champs avec « guichet queue show --json ».",
          en: "The form has no field “\(field.shown)”: see its fields with “guichet queue show --json”."))
    }
    guard let corrected = definition.value(written: value) else {
      throw Failure.usage(definition.expectation)
    }
    let say = Voice(settings.language.value)
    if composition.register == nil {
      note(
        say(
          "Jugé de nouveau sans registre : donnez celui du traitement avec --register ou GUICHET_REGISTER.",
          "Judged again without a register: give the one of the processing with --register or GUICHET_REGISTER."))
    }
    let summary = try composition.store().correct(
      act.number, definition.id, to: corrected, as: act.clerk, version: act.version, now: Date(),
      rejudge: composition.judge.judgements)
    try act.show(summary, say)
  }
}
