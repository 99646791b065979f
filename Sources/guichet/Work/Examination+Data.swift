import Forms
import Foundation
import Store

extension Examination {
  /// The data folder as it stands, without making it when it is missing.
  func data(integrity: Bool) -> [Finding] {
    let subject = say("Données", "Data")
    let folder = settings.data.value
    guard CaseStore.isThere(in: folder) else {
      return [good(subject, say("\(folder) sera créé au premier traitement", "\(folder) is made when first needed"))]
    }
    do {
      let store = try CaseStore(folder: folder, settings: settings.store)
      let backlog = try store.backlog()
      let cases = backlog.cases.values.reduce(0, +)
      var findings = [
        good(subject, folder + say(" : ", ": ") + say.count(cases, "dossier", "dossiers", "case", "cases"))
      ]
      let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int ?? 0
      if mode & 0o077 != 0 {
        findings.append(
          Finding(
            subject: subject, health: .weak,
            detail: say("d’autres comptes peuvent entrer dans le répertoire", "other accounts may enter the folder"),
            remedy: "chmod 700 \(folder)"))
      }
      findings.append(durability(try store.durability()))
      if integrity {
        findings += self.integrity(try store.faults(), orphans: try store.orphans().count, in: folder)
      }
      return findings
    } catch {
      return [
        Finding(
          subject: subject, health: .bad, detail: say(error),
          remedy: say(
            "Faites ce que dit le message, puis relancez « guichet doctor ».",
            "Do what the message says, then run “guichet doctor” again."))
      ]
    }
  }

  private func integrity(_ faults: [Fault], orphans: Int, in folder: String) -> [Finding] {
    let subject = say("Intégrité", "Integrity")
    var findings = faults.map { fault in
      Finding(
        subject: subject, health: .bad, detail: words(fault),
        remedy: say(
          "Gardez le répertoire tel quel et rétablissez la dernière copie de sûreté.",
          "Keep the folder as it is and restore the last backup."))
    }
    if faults.isEmpty {
      findings.append(
        good(subject, say("base, journal et originaux intacts", "database, log and originals intact")))
    }
    if orphans > 0 {
      findings.append(
        Finding(
          subject: subject, health: .weak,
          detail: say.count(orphans, "original", "originaux", "original", "originals")
            + say(
              " sans dossier, après un arrêt brutal ou une restauration", " without a case, after a crash or a restore"),
          remedy: "guichet process \(folder)/originals"))
    }
    return findings
  }

  private func words(_ fault: Fault) -> String {
    switch fault {
    case .database(let words): say("base de données : ", "database: ") + words
    case .audit(let line):
      say(
        "journal : la ligne \(line) n’est pas telle qu’écrite, ou celle d’avant a disparu",
        "log: line \(line) is not as it was written, or the one before it is gone")
    case .original(let digest, isMissing: true):
      say(
        "l’original \(digest.hex.prefix(12))… manque ou ne peut être lu",
        "the original \(digest.hex.prefix(12))… is missing or unreadable")
    case .original(let digest, isMissing: false):
      say("l’original \(digest.hex.prefix(12))… a été altéré", "the original \(digest.hex.prefix(12))… was altered")
    }
  }

  private func durability(_ found: Durability) -> Finding {
    let subject = say("Durabilité", "Durability")
    let detail = "journal_mode=\(found.journal), synchronous=\(found.synchronous)"
    if found.isFull {
      return good(
        subject,
        detail + say(" : ce qui est enregistré survit à une panne de courant", ": what is stored survives a power cut"))
    }
    return Finding(
      subject: subject, health: .weak,
      detail: detail + say(" : une panne de courant peut faire perdre des lignes", ": a power cut may lose rows"),
      remedy: say(
        "Mettez le répertoire sur un disque local ordinaire (ext4, xfs) avec --data, puis relancez « guichet doctor ».",
        "Put the folder on an ordinary local disk (ext4, xfs) with --data, then run “guichet doctor” again."))
  }

  /// The room left where the data are.
  var space: Finding {
    let subject = say("Espace disque", "Disk space")
    var folder = URL(filePath: settings.data.value).standardizedFileURL
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path) {
      folder = folder.deletingLastPathComponent()
    }
    let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
    guard let free = (facts?[.systemFreeSize] as? NSNumber)?.int64Value else {
      return Finding(
        subject: subject, health: .weak, detail: say("inconnu", "unknown"), remedy: "df -h \(folder.path)")
    }
    let megabytes = free / 1_000_000
    if megabytes >= 2000 { return good(subject, say("\(megabytes / 1000) Go libres", "\(megabytes / 1000) GB free")) }
    return Finding(
      subject: subject, health: megabytes < 200 ? .bad : .weak,
      detail: say("\(megabytes) Mo libres", "\(megabytes) MB free"),
      remedy: say(
        "Libérez de l’espace, ou choisissez un autre répertoire avec --data.",
        "Free some space, or choose another folder with --data."))
  }
}
