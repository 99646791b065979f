import ArgumentParser
import Forms
import Foundation
import Store

/// `guichet queue`: the clerk's work from a terminal.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "Travailler la file des dossiers.",
    discussion: """
      Le programme propose, une personne décide : chaque geste se fait au nom donné par --as et reste au journal. \
      Un dossier libre est pris en charge par le geste même.

      Exemples :
        guichet queue list --proposal reject
        guichet queue show G-2026-000001
        guichet queue claim G-2026-000001 --as "M. Roy"
        guichet queue accept G-2026-000001 --as "M. Roy" --because "Vérifié"
        guichet queue correct G-2026-000001 s2.phone "418 555-0123" --as "M. Roy"
      """,
    subcommands: [
      QueueListCommand.self, QueueShowCommand.self, QueueClaimCommand.self, QueueAcceptCommand.self,
      QueueReturnCommand.self, QueueCorrectCommand.self, QueueReleaseCommand.self,
    ],
    defaultSubcommand: QueueListCommand.self)
}

/// What every act on a case is given.
struct ActOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Numéro du dossier.", valueName: "numéro")) var number: CaseNumber
  @Option(name: .customLong("as"), help: ArgumentHelp("Votre nom, inscrit au journal.", valueName: "nom"))
  var name: String
  @Option(
    help: ArgumentHelp(
      "Version du dossier que vous avez vue; le geste est refusé si le dossier a changé depuis.", valueName: "n"))
  var version: Int?
  @Flag(help: "Le dossier en JSON.") var json = false
  @OptionGroup(title: "Réglages") var common: CommonOptions

  func validate() throws {
    if clerk.isEmpty { throw ValidationError(typeset("--as : donnez votre nom.")) }
  }

  var clerk: String { name.trimmingCharacters(in: .whitespacesAndNewlines) }

  /// Does the act on the store and shows the case as it then is.
  func perform(_ act: (CaseStore) throws -> CaseSummary) throws {
    let settings = try Settings(common)
    let summary = try act(settings.existingStore())
    try show(summary, Voice(settings.language.value))
  }

  func show(_ summary: CaseSummary, _ say: Voice) throws {
    if json { return try putJSON(CaseObject(summary)) }
    let who = summary.claimedBy ?? summary.decidedBy
    try put(
      "\(summary.number)\(say.colon)\(say(summary.state))" + (who.map { " (\($0.shown))" } ?? "")
        + say(", proposition : ", ", proposal: ") + say(summary.proposal))
  }
}
