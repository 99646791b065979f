import ArgumentParser
import Definitions
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
      case .corrupt, .failed: .unavailable
      }
  }

  private init(_ error: ReaderError) {
    self =
      switch error {
      case .programMissing, .notReady: .unavailable
      case .system: .tryAgain
      case .setting, .definition: .settings
      case .notAFile: .software
      }
  }
}

/// Why a command cannot do its work, where no layer below knows.
enum Failure: Error {
  case cannotWrite(path: String, code: Int32)
  /// A setting's value is not what it must be; `origin` says who gave it.
  case setting(name: String, value: String, origin: String, expected: String)
  case noPipelines(tried: [String])
  /// No form, or not exactly one, is meant; carries those there are.
  case whichForm([String])
  /// What a sample is expected to hold cannot be understood.
  case expectation(path: String)
  case interrupted

  var status: ExitStatus {
    switch self {
    case .cannotWrite: .cannotWrite
    case .setting, .noPipelines, .whichForm, .expectation: .settings
    case .interrupted: .tryAgain
    }
  }
}

extension Failure: CustomStringConvertible {
  var description: String {
    switch self {
    case .cannotWrite(let path, let code):
      "Écriture impossible : \(path.shown) (\(words(code))). Choisissez un autre endroit, ou libérez de l’espace."
    case .setting(let name, let value, let origin, let expected):
      "Le réglage \(name) vaut « \(value.shown) » (\(origin)); il faut \(expected)."
    case .noPipelines(let tried):
      "Le dossier Pipelines est introuvable (cherché : \(tried.joined(separator: ", "))). "
        + "Nommez-le avec --pipelines ou GUICHET_PIPELINES."
    case .whichForm(let ids):
      "Un formulaire est lu à la fois : nommez-le avec --form ou GUICHET_FORM (\(ids.joined(separator: ", ")))."
    case .expectation(let path):
      "\(path.shown) : ce n’est pas ce qui est attendu d’un exemple (un objet, ou une liste d’objets, en JSON). Corrigez-le."
    case .interrupted:
      "Interrompu. Rien n’est perdu : la même commande reprend là où le travail s’est arrêté."
    }
  }
}

/// What one of the system's error numbers means; its own words where it has none of ours.
func words(_ code: Int32) -> String {
  switch code {
  case ENOENT: "n’existe pas"
  case EACCES, EPERM: "accès refusé"
  case EISDIR: "c’est un dossier"
  case ENOTDIR: "n’est pas un dossier"
  case EEXIST: "existe déjà"
  case ENOSPC, EDQUOT: "disque plein"
  case EROFS: "disque en lecture seule"
  case EMFILE, ENFILE: "trop de fichiers ouverts"
  case ENAMETOOLONG: "nom trop long"
  case ELOOP: "lien"
  default: unsafe String(cString: strerror(code))
  }
}
