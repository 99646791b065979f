import ArgumentParser

/// `guichet doctor`: what is missing or unsafe on this machine, and how to mend it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Dire ce qui manque ou n’est pas sûr ici, et comment y remédier.",
    discussion: """
      Ne change rien. Le code de fin est 69 quand quelque chose d’indispensable manque.

      Exemples :
        guichet doctor
        guichet doctor --integrity
      """)

  @Flag(help: "Vérifier aussi la base de données, le journal et chaque original (peut être long).")
  var integrity = false
  @Flag(help: "Une liste JSON.") var json = false
  @OptionGroup(title: "Jugement") var judging: JudgingOptions
  @OptionGroup(title: "Réglages") var common: CommonOptions

  func run() throws {
    let settings = try Settings(common, register: judging.register)
    let (terminal, say) = (Terminal(), Voice(settings.language.value))
    let findings = Examination(settings, say).findings(integrity: integrity)
    if json {
      try putJSON(findings)
    } else {
      var table = Table(indent: "")
      for finding in findings {
        let (mark, style): (String, Style) =
          switch finding.health {
          case .good: ("✓", .green)
          case .weak: ("!", .yellow)
          case .bad: ("✗", .red)
          }
        table.add([Table.Cell(mark, style), Table.Cell(finding.subject, .bold), Table.Cell(finding.detail)])
        if let remedy = finding.remedy { table.add(["", "", Table.Cell("→ " + remedy)]) }
      }
      try table.print(on: terminal)
    }
    if findings.contains(where: { $0.health == .bad }) { throw ExitCode(ExitStatus.unavailable.rawValue) }
  }
}
