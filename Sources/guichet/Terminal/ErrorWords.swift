import Definitions
import Foundation
import Reader
import Reports
import Store

extension Voice {
  /// The language of the command line itself, for errors met before any settings are known.
  static func asked(by arguments: [String], environment: [String: String] = ProcessInfo.processInfo.environment)
    -> Voice
  {
    let isEnglish =
      arguments.contains("--language=en")
      || zip(arguments, arguments.dropFirst()).contains { $0 == "--language" && $1 == "en" }
      || (environment["GUICHET_LANGUAGE"] == "en" && !arguments.contains { $0.hasPrefix("--language") })
    return Voice(isEnglish ? .en : .fr)
  }

  /// What an error of any layer says. The layers speak English; those that clerks meet are said in French here.
  func callAsFunction(_ error: any Error) -> String {
    switch error {
    case let error as Failure: return error.sentence(self)
    case let error as RegisterError: return language == .fr ? typeset(error.sentences(.fr)) : error.sentences(.en)
    default: break
    }
    guard language == .fr else { return "\(error)" }
    switch error {
    case let error as StoreError: return typeset(french(error))
    case let error as ReaderError: return typeset(french(error))
    case let error as ReportsError: return typeset(french(error))
    // Whoever writes definitions reads English: their keys are.
    case let error as DefinitionError:
      return typeset("Des définitions sont à corriger (détails en anglais) :\n\(error)")
    default: return typeset("\(error)")
    }
  }

  private func french(_ error: StoreError) -> String {
    switch error {
    case .notFound(let number):
      "Aucun dossier \(number) : vérifiez le numéro avec « guichet queue list --all »."
    case .originalMissing(let digest):
      "L’original \(digest.hex.prefix(12))… manque au répertoire de données : rétablissez-le depuis la copie de sûreté, ou reprenez le fichier."
    case .wrongState(let number, let state, _):
      "Le dossier \(number) est \(self(state)), ce qui ne permet pas cette action : voyez-le avec « guichet queue show \(number) »."
    case .claimedBy(let name, let number):
      "Le dossier \(number) est pris en charge par \(name.shown) : demandez-lui de le libérer, ou libérez-le en disant pourquoi (release --because)."
    case .changedMeanwhile(let number):
      "Le dossier \(number) a changé depuis que vous l’avez ouvert : revoyez-le avant de décider."
    case .needsReason(let number, action: "returned"):
      "Aucun constat ne vise la demande du dossier \(number) : dites pourquoi elle est retournée avec --because; sa lettre portera ces mots."
    case .needsReason(let number, _):
      "Le dossier \(number) va contre un constat de refus : dites pourquoi avec --because."
    case .noSuchField(let field, let number):
      "Le dossier \(number) n’a pas de champ « \(field.shown) » à corriger : voyez ses champs avec « guichet queue show \(number) »."
    case .tooLarge(let limit):
      "Le fichier dépasse \(limit / 1_000_000) Mo, le plus qui soit accepté : demandez-en un plus petit."
    case .notARegularFile:
      "C’est un lien, un répertoire ou un appareil, qui ne sont jamais suivis : donnez le fichier même."
    case .unreadable(let code):
      "Le fichier ne peut être lu (\(words(code, self))) : vérifiez qu’il existe et que ce compte peut le lire."
    case .changedWhileCopied:
      "Le fichier a changé pendant sa copie : recommencez quand son écriture sera finie."
    case .busy(let folder):
      "La base de données de \(folder) reste verrouillée par un autre programme : recommencez quand il aura fini."
    case .corrupt(let folder):
      "La base de données de \(folder) est endommagée : gardez le répertoire tel quel et rétablissez la dernière copie de sûreté; les originaux sont intacts."
    case .noData(let folder):
      "Il n’y a pas de file dans \(folder.shown) : vérifiez --data et GUICHET_DATA (voir « guichet settings »); « guichet process » crée la file quand il prend les premiers fichiers."
    case .databaseLost(let folder):
      "La base de données de \(folder) manque, alors que des originaux s’y trouvent : rétablissez la dernière copie de sûreté, ou refaites la file dans un autre répertoire avec « guichet process \(folder)/originals --data RÉPERTOIRE »."
    case .networkFileSystem(let name, let folder):
      "Le répertoire de données \(folder) est sur un système de fichiers réseau (\(name)), dont les verrous ne sont pas sûrs : choisissez un répertoire local avec --data."
    case .diskFull(let folder):
      "Il n’y a plus de place sur le disque de \(folder) : libérez de l’espace, puis relancez la commande."
    case .notWritable(let folder, let code):
      "Impossible d’écrire dans le répertoire de données, à \(folder) (\(words(code, self))) : donnez ce droit à ce compte, ou choisissez un autre répertoire avec --data."
    case .alreadyRunning(let folder):
      "Un autre service Guichet travaille déjà sur \(folder) : arrêtez-le d’abord, ou choisissez un autre répertoire avec --data."
    case .newerLayout(let folder):
      "La base de données de \(folder) vient d’un Guichet plus récent : utilisez cette version, ou la copie de sûreté d’avant le changement."
    case .failed(let folder, let code):
      "SQLite a échoué dans \(folder) (code \(code)) : lancez « guichet doctor »."
    }
  }

  private func french(_ error: ReaderError) -> String {
    switch error {
    case .programMissing(let path):
      "Le lecteur ne peut être lancé (\(path)) : installez guichet-reader à côté de guichet."
    case .notReady(let path, let code, let said):
      "Le lecteur \(path) n’a pas démarré\(code.map { " (code \($0))" } ?? "")\(said.isEmpty ? "" : " : \(said)"). Lancez « guichet doctor »."
    case .system(let doing, let code):
      "Le système a refusé une ressource (\(doing), erreur \(code)) : libérez de la mémoire ou des processus, puis recommencez."
    case .starved:
      "La machine est trop occupée pour tout lire dans le délai : relancez la même commande plus tard, ou avec un --jobs plus petit."
    case .notAFile: "Ce qui a été donné à lire n’est pas un fichier."
    case .setting(let name, let value, let atLeast):
      "Le réglage \(name) vaut \(value), trop peu pour lire quoi que ce soit : donnez au moins \(atLeast)."
    case .definition(let form):
      "La définition du formulaire \(form) ne peut être transmise au lecteur : lancez « guichet form check »."
    }
  }

  private func french(_ error: ReportsError) -> String {
    switch error {
    case .nothingToCorrect(let number):
      "Aucune lettre pour le dossier \(number) : rien n’y est à corriger. Jugez-le de nouveau, ou répondez dans vos propres mots."
    case .drawing(let document, let reason):
      "Le PDF \(document) n’a pu être dessiné (\(reason)) : lancez « guichet doctor », qui cherche les polices et les bibliothèques nécessaires."
    case .unexpectedPDF(let missing):
      "La langue du PDF n’a pu y être inscrite (\(missing) introuvable) : la bibliothèque cairo diffère de celle qui est prise en charge (1.16). Demandez le format HTML en attendant."
    }
  }
}
