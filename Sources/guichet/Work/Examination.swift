import Definitions
import Forms
import Foundation
import Reader
import Reports
import Rules
import Store

/// Looks at the machine for `guichet doctor`; changes nothing.
struct Examination {
  /// One thing looked at.
  struct Finding: Encodable {
    enum Health: String, Encodable {
      case good
      /// It works, less safely or less well than it should.
      case weak
      /// Nothing works until it is mended.
      case bad
    }

    var subject: String
    var health: Health
    var detail: String
    /// What to do; nil when all is well.
    var remedy: String?
  }

  private let settings: Settings
  private let say: Voice

  init(_ settings: Settings, _ say: Voice) { (self.settings, self.say) = (settings, say) }

  func findings(integrity: Bool) -> [Finding] {
    [definitions, register, model] + protections + [reading, drawing, zone] + data(integrity: integrity) + [space]
  }

  private func good(_ subject: String, _ detail: String) -> Finding {
    Finding(subject: subject, health: .good, detail: detail)
  }

  private var definitions: Finding {
    let subject = say("Définitions", "Definitions")
    do {
      let composition = try Composition(settings)
      _ = try composition.report()
      let form = composition.form.definition
      return good(
        subject,
        "\(settings.pipelines.value) : \(form.id), "
          + say.count(form.fields.count, "champ", "champs", "field", "fields") + ", "
          + say.count(form.rules.count, "règle", "règles", "rule", "rules"))
    } catch {
      return Finding(
        subject: subject, health: .bad, detail: say(error),
        remedy: say(
          "Corrigez les fichiers nommés, puis lancez « guichet form check ».",
          "Mend the files named, then run “guichet form check”."))
    }
  }

  private var register: Finding {
    let subject = say("Registre", "Register")
    guard let path = settings.register.value else {
      return Finding(
        subject: subject, health: .weak,
        detail: say("aucun : les numéros seront à confirmer par une personne", "none: numbers are left for a person to confirm"),
        remedy: say("Donnez-le avec --register ou GUICHET_REGISTER.", "Give it with --register or GUICHET_REGISTER."))
    }
    do {
      let register = try loadRegister(at: path)
      let count = register.establishments.count
      return good(subject, say.count(count, "établissement", "établissements", "establishment", "establishments"))
    } catch {
      return Finding(
        subject: subject, health: .bad, detail: say(error),
        remedy: say("Corrigez le fichier.", "Mend the file."))
    }
  }

  /// The French model of the character recognition.
  private var model: Finding {
    let subject = say("Modèle français", "French model")
    let named = ProcessInfo.processInfo.environment["TESSDATA_PREFIX"]
    let root = "/usr/share/tesseract-ocr"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let folders = named.map { [$0, $0 + "/tessdata"] } ?? versions.sorted().map { "\(root)/\($0)/tessdata" }
    if let found = folders.map({ $0 + "/fra.traineddata" }).first(where: FileManager.default.isReadableFile) {
      return good(subject, found)
    }
    return Finding(
      subject: subject, health: .bad,
      detail: say("fra.traineddata est introuvable : les numérisations ne peuvent être lues", "fra.traineddata is missing: scans cannot be read"),
      remedy: "sudo apt-get install tesseract-ocr-fra")
  }

  private var protections: [Finding] {
    let subject = say("Protection du lecteur", "Reader’s protection")
    do {
      return findings(of: try Protections.probe(settings.reader), subject)
    } catch {
      return [
        Finding(
          subject: subject, health: .bad, detail: say(error),
          remedy: say(
            "Installez guichet-reader à côté de guichet, avec les bibliothèques que le message nomme.",
            "Install guichet-reader beside guichet, with the libraries that the message names."))
      ]
    }
  }

  private func findings(of held: Protections, _ subject: String) -> [Finding] {
    let needed: [(Bool, String)] = [
      (held.limits, say("limites", "limits")), (held.noNewPrivileges, "no-new-privileges"),
      (held.capabilitiesDropped, say("privilèges abandonnés", "capabilities dropped")),
      (held.systemCallFilter, "seccomp"), (held.refusesNetwork, say("réseau refusé", "network refused")),
      (held.refusesPrograms, say("programmes refusés", "programs refused")),
      (held.refusesProcesses, say("processus refusés", "processes refused")),
      (held.refusesWriting, say("écriture refusée", "writing refused")),
      (held.refusesSignals, say("signaux refusés", "signals refused")),
    ]
    let second: [(Bool, String)] = [
      (held.landlock > 0, "Landlock"), (held.refusesReadingElsewhere, say("lecture ailleurs refusée", "reading elsewhere refused")),
      (held.networkNamespace, say("espace réseau à part", "network namespace")),
      (held.userNamespace, say("espace d’utilisateurs à part", "user namespace")),
    ]
    let names = { (list: [(Bool, String)], wanted: Bool) in
      list.filter { $0.0 == wanted }.map(\.1).joined(separator: ", ")
    }
    var findings: [Finding] = []
    if held.suffices {
      findings.append(good(subject, names(needed, true)))
    } else {
      findings.append(
        Finding(
          subject: subject, health: .bad, detail: say("manque : ", "missing: ") + names(needed, false),
          remedy: say(
            "Utilisez un noyau avec seccomp (Debian 12) et ne lancez pas Guichet dans un conteneur qui le retire.",
            "Use a kernel with seccomp (Debian 12), and no container that takes it away.")))
    }
    if second.allSatisfy(\.0) {
      findings.append(good(say("Seconde ligne", "Second line"), names(second, true)))
    } else {
      findings.append(
        Finding(
          subject: say("Seconde ligne", "Second line"), health: .weak,
          detail: say("manque : ", "missing: ") + names(second, false),
          remedy: say(
            "Un noyau plus récent (5.13 pour Landlock) et les espaces de noms non privilégiés la donnent.",
            "A newer kernel (5.13 for Landlock) and unprivileged namespaces give it.")))
    }
    if held.runningAsRoot {
      findings.append(
        Finding(
          subject: say("Compte", "Account"), health: .weak, detail: say("Guichet tourne en root", "Guichet runs as root"),
          remedy: say("Lancez-le sous un compte à lui.", "Run it under an account of its own.")))
    }
    return findings
  }

  /// The reader started for real: it refuses to when a library has threads, so when OMP_THREAD_LIMIT did not reach it.
  private var reading: Finding {
    let subject = say("Lecteur", "Reader")
    do {
      let composition = try Composition(settings)
      let reader = try Reader(definition: composition.form.definition, settings: settings.reader)
      let time = try ContinuousClock().measure { try reader.start() }
      let milliseconds = time / .milliseconds(1)
      return good(
        subject, say("démarre en \(Int(milliseconds)) ms, sans fils d’exécution", "starts in \(Int(milliseconds)) ms, without threads"))
    } catch {
      return Finding(
        subject: subject, health: .bad, detail: say(error),
        remedy: say(
          "Vérifiez que les bibliothèques se trouvent : ldd guichet-reader.", "See that its libraries are there: ldd guichet-reader."))
    }
  }

  /// A report drawn for real, which needs Pango and a font.
  private var drawing: Finding {
    let subject = "PDF"
    let today = CalendarDate.today(in: settings.store.timeZone)
    let report = RejectReport(
      from: today, to: today, generated: .init(date: today, hour: 0, minute: 0), cases: [])
    do {
      let bytes = try report.pdf(.fr)
      return good(subject, say("rapport d’essai de \(bytes.count / 1024) ko", "test report of \(bytes.count / 1024) kB"))
    } catch {
      return Finding(
        subject: subject, health: .bad, detail: say(error),
        remedy: "sudo apt-get install libpangocairo-1.0-0 fonts-liberation")
    }
  }

  private var zone: Finding {
    let subject = say("Fuseau horaire", "Time zone")
    let zone = settings.store.timeZone
    guard ["UTC", "GMT", "Etc/UTC"].contains(zone.identifier) else { return good(subject, zone.identifier) }
    return Finding(
      subject: subject, health: .weak,
      detail: say("\(zone.identifier) : les jours changent à une autre heure qu’au Québec", "\(zone.identifier): days change at another hour than in Québec"),
      remedy: "sudo timedatectl set-timezone America/Toronto")
  }

  private func data(integrity: Bool) -> [Finding] {
    let subject = say("Données", "Data")
    let folder = settings.data.value
    guard FileManager.default.fileExists(atPath: folder + "/guichet.sqlite") else {
      return [good(subject, say("\(folder) sera créé au premier traitement", "\(folder) is made when first needed"))]
    }
    do {
      let store = try CaseStore(folder: folder, settings: settings.store)
      let backlog = try store.backlog()
      let cases = backlog.cases.values.reduce(0, +)
      var findings = [good(subject, "\(folder) : " + say.count(cases, "dossier", "dossiers", "case", "cases"))]
      let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int ?? 0
      if mode & 0o077 != 0 {
        findings.append(
          Finding(
            subject: subject, health: .weak,
            detail: say("d’autres comptes peuvent entrer dans le dossier", "other accounts may enter the folder"),
            remedy: "chmod 700 \(folder)"))
      }
      if integrity {
        let faults = try store.faults()
        findings += faults.map {
          Finding(
            subject: say("Intégrité", "Integrity"), health: .bad, detail: $0,
            remedy: say("Gardez le dossier tel quel et rétablissez la dernière copie de sûreté.", "Keep the folder as it is and restore the last backup."))
        }
        if faults.isEmpty {
          findings.append(good(say("Intégrité", "Integrity"), say("base, journal et originaux intacts", "database, log and originals intact")))
        }
      }
      return findings
    } catch {
      return [
        Finding(
          subject: subject, health: .bad, detail: say(error),
          remedy: say("Choisissez un dossier local avec --data, ou rétablissez la copie de sûreté.", "Choose a local folder with --data, or restore the backup."))
      ]
    }
  }

  private var space: Finding {
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
    if megabytes >= 2000 { return good(subject, say("\(megabytes) Mo libres", "\(megabytes) MB free")) }
    return Finding(
      subject: subject, health: megabytes < 200 ? .bad : .weak,
      detail: say("\(megabytes) Mo libres", "\(megabytes) MB free"),
      remedy: say("Libérez de l’espace, ou choisissez un autre dossier avec --data.", "Free some space, or choose another folder with --data."))
  }
}
