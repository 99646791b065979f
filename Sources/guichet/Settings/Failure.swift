import ArgumentParser
import Definitions
import Forms
import Foundation
import Reader
import Reports
import Rules
import Store

/// The exit codes of the contract; scripts rely on them.
enum ExitStatus: Int32 {
  /// Some input could not be taken in at all.
  case inputMissing = 1
  /// `check --strict`: some form's decision is not `accept`.
  case notAccepted = 2
  case usage = 64
  /// A service is unavailable: the database, the reader.
  case unavailable = 69
  /// Our fault.
  case software = 70
  case cannotWrite = 73
  case tryAgain = 75
  /// Settings or a definition are wrong.
  case settings = 78

  /// What the code of an error of any layer is.
  init(_ error: any Error) {
    self =
      switch error {
      case let error as Failure: error.status
      case let error as StoreError: ExitStatus(error)
      case let error as ReaderError: ExitStatus(error)
      case is DefinitionError, is RuleError, is RegisterError: .settings
      case ReportsError.nothingToCorrect: .inputMissing
      default: .software
      }
  }

  private init(_ error: StoreError) {
    self =
      switch error {
      case .needsReason, .noSuchField: .usage
      case .notFound, .wrongState, .claimedBy, .changedMeanwhile, .tooLarge, .notARegularFile, .unreadable,
        .originalMissing:
        .inputMissing
      case .changedWhileCopied, .busy, .alreadyRunning: .tryAgain
      case .diskFull, .notWritable: .cannotWrite
      case .networkFileSystem, .newerLayout: .settings
      case .corrupt, .noData, .databaseLost, .failed: .unavailable
      }
  }

  private init(_ error: ReaderError) {
    self =
      switch error {
      case .programMissing, .notReady: .unavailable
      case .system, .starved: .tryAgain
      case .setting, .definition: .settings
      case .notAFile: .software
      }
  }
}

/// Why a command cannot do its work, where no layer below knows.
enum Failure: Error {
  /// What was given on the command line cannot be, as only the settings and definitions can tell.
  case usage(Wording)
  case cannotWrite(path: String, code: Int32)
  /// A file stands where a folder to write to was named.
  case notAFolder(path: String)
  /// A variable of the environment is not what it must be.
  case setting(name: String, value: String, expected: Wording)
  case noPipelines(tried: [String])
  /// There is no form's definition in the folder that was to be checked.
  case noForm(path: String)
  /// No form, or not exactly one, is meant; carries those there are.
  case whichForm([String])
  /// What a sample is expected to hold cannot be understood.
  case expectation(path: String)
  case interrupted

  var status: ExitStatus {
    switch self {
    case .usage: .usage
    case .cannotWrite, .notAFolder: .cannotWrite
    case .setting, .noPipelines, .noForm, .whichForm, .expectation: .settings
    case .interrupted: .tryAgain
    }
  }
}

extension Failure {
  /// One sentence: what, where, why, what to do.
  func sentence(_ say: Voice) -> String {
    switch self {
    case .usage(let wording): say(wording.fr, wording.en)
    case .cannotWrite(let path, let code):
      say(
        "Écriture impossible : \(path.shown) (\(words(code, say))). Choisissez un autre endroit, ou libérez de l’espace.",
        "Cannot write \(path.shown) (\(words(code, say))). Choose another place, or free some space.")
    case .notAFolder(let path):
      say(
        "\(path.shown) est un fichier, et non un répertoire : nommez le répertoire où écrire.",
        "\(path.shown) is a file, not a folder: name the folder to write to.")
    case .setting(let name, let value, let expected):
      say(
        "La variable \(name) vaut « \(value.shown) »; il faut \(say(expected)).",
        "The variable \(name) is “\(value.shown)”; it must be \(say(expected)).")
    case .noPipelines(let tried):
      say(
        "Le répertoire Pipelines est introuvable (cherché : \(tried.joined(separator: ", "))). "
          + "Nommez-le avec --pipelines ou GUICHET_PIPELINES.",
        "There is no folder Pipelines (looked for: \(tried.joined(separator: ", "))). "
          + "Name it with --pipelines or GUICHET_PIPELINES.")
    case .noForm(let path):
      say(
        "Il n’y a pas de form.yaml dans \(path.shown) : nommez le répertoire d’un formulaire, sous Pipelines/forms.",
        "There is no form.yaml in \(path.shown): name the folder of a form, below Pipelines/forms.")
    case .whichForm(let ids):
      say(
        "Un formulaire est lu à la fois : nommez-le avec --form ou GUICHET_FORM (\(ids.joined(separator: ", "))).",
        "One form is read at a time: name it with --form or GUICHET_FORM (\(ids.joined(separator: ", "))).")
    case .expectation(let path):
      say(
        "\(path.shown) : ce n’est pas ce qui est attendu d’un exemple (un objet, ou une liste d’objets, en JSON). Corrigez-le.",
        "\(path.shown): this is not what a sample is expected to hold (an object, or a list of objects, in JSON). Mend it."
      )
    case .interrupted:
      say(
        "Interrompu. Rien n’est perdu : la même commande reprend là où le travail s’est arrêté.",
        "Interrupted. Nothing is lost: the same command goes on where the work stopped.")
    }
  }
}

/// What one of the system's error numbers means; its own words where it has none of ours.
func words(_ code: Int32, _ say: Voice) -> String {
  switch code {
  case ENOENT: say("n’existe pas", "does not exist")
  case EACCES, EPERM: say("accès refusé", "access refused")
  case EISDIR: say("c’est un répertoire", "it is a folder")
  case ENOTDIR: say("n’est pas un répertoire", "not a folder")
  case EEXIST: say("existe déjà", "exists already")
  case ENOSPC, EDQUOT: say("disque plein", "the disk is full")
  case EROFS: say("disque en lecture seule", "the disk is read-only")
  case EMFILE, ENFILE: say("trop de fichiers ouverts", "too many open files")
  case ENAMETOOLONG: say("nom trop long", "name too long")
  case ELOOP: say("liens en boucle", "links in a loop")
  default: unsafe String(cString: strerror(code))
  }
}
