import ArgumentParser
import Foundation

/// The command line of Guichet.
@main
struct Guichet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guichet",
    abstract: "Lire, vérifier et traiter les demandes d’accès reçues sur formulaire.",
    discussion: """
      Les résultats vont à la sortie standard, tout le reste à la sortie d’erreur. Le programme n’attend \
      jamais de réponse : il propose, et un membre du personnel décide.

      Exemples :
        guichet process --channel email --report sortie/ reception/
        guichet queue list
        guichet letter G-2026-000001

      Codes de fin :
        0   travail fait, quoi que disent les formulaires
        1   une entrée n’a pu être prise
        2   check --strict : une demande n’est pas à accepter
        64  mauvais usage
        69  service indisponible (base de données, lecteur)
        70  erreur du programme
        73  écriture impossible
        75  à reprendre plus tard
        78  réglage ou définition à corriger

      Complétion (bash, zsh ou fish) :
        guichet --generate-completion-script bash
      """,
    version: "0.1.0",
    subcommands: [
      ReadCommand.self, CheckCommand.self, ProcessCommand.self, QueueCommand.self, ReportCommand.self,
      LetterCommand.self, EvaluateCommand.self, FormCommand.self, DoctorCommand.self, SettingsCommand.self,
    ])

  static func main() {
    // A reader of our results that has gone is noticed at the next write; a worker that has gone must not end us.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch is ReaderGone {
      Foundation.exit(0)
    } catch {
      end(on: error)
    }
  }

  /// Ends with the contract's code; the parser's own errors, help and version are its business.
  private static func end(on error: any Error) -> Never {
    if error is ExitCode || error is ValidationError || error is CleanExit || exitCode(for: error) != .failure {
      exit(withError: error)
    }
    let say = Voice.asked(by: CommandLine.arguments)
    note("guichet" + say.colon + say(error))
    Foundation.exit(ExitStatus(error).rawValue)
  }
}
