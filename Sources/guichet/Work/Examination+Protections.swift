import Reader

extension Examination {
  /// What stands between a document and this machine, each tried for real.
  var protections: [Finding] {
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
      (held.landlock > 0, "Landlock"),
      (held.refusesReadingElsewhere, say("lecture ailleurs refusée", "reading elsewhere refused")),
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
          subject: say("Compte", "Account"), health: .weak,
          detail: say("Guichet s’exécute sous le compte root", "Guichet runs as root"),
          remedy: say("Lancez-le sous un compte qui lui est réservé.", "Run it under an account of its own.")))
    }
    return findings
  }
}
