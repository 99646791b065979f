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

  let settings: Settings
  let say: Voice

  init(_ settings: Settings, _ say: Voice) { (self.settings, self.say) = (settings, say) }

  func findings(integrity: Bool) -> [Finding] {
    [definitions, register] + models + protections + [reading, drawing, zone] + data(integrity: integrity) + [space]
  }

  func good(_ subject: String, _ detail: String) -> Finding {
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
        "\(settings.pipelines.value)\(say.colon)\(form.id), "
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
        detail: say(
          "aucun : les numéros seront à confirmer par une personne", "none: numbers are left for a person to confirm"),
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

  /// The two models of the character recognition, whose readings are compared.
  private var models: [Finding] {
    [
      model("fra", "tesseract-ocr-fra", say("Modèle français", "French model")),
      model("Latin", "tesseract-ocr-script-latn", say("Modèle latin", "Latin model")),
    ]
  }

  private func model(_ name: String, _ package: String, _ subject: String) -> Finding {
    let named = ProcessInfo.processInfo.environment["TESSDATA_PREFIX"]
    let root = "/usr/share/tesseract-ocr"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let folders = named.map { [$0, $0 + "/tessdata"] } ?? versions.sorted().map { "\(root)/\($0)/tessdata" }
    if let found = folders.map({ $0 + "/\(name).traineddata" }).first(where: FileManager.default.isReadableFile) {
      return good(subject, found)
    }
    return Finding(
      subject: subject, health: .bad,
      detail: say(
        "\(name).traineddata est introuvable : les numérisations ne peuvent être lues",
        "\(name).traineddata is missing: scans cannot be read"),
      remedy: "sudo apt-get install \(package)")
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
        subject,
        say(
          "démarre en \(Int(milliseconds)) ms, sans fils d’exécution",
          "starts in \(Int(milliseconds)) ms, without threads"))
    } catch {
      return Finding(
        subject: subject, health: .bad, detail: say(error),
        remedy: say(
          "Vérifiez que les bibliothèques se trouvent : ldd guichet-reader.",
          "See that its libraries are there: ldd guichet-reader."))
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
      return good(
        subject, say("rapport d’essai de \(bytes.count / 1024) ko", "test report of \(bytes.count / 1024) kB"))
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
      detail: say(
        "\(zone.identifier) : les jours changent à une autre heure qu’au Québec",
        "\(zone.identifier): days change at another hour than in Québec"),
      remedy: "sudo timedatectl set-timezone America/Toronto")
  }
}
