import ArgumentParser
import Foundation

/// `guichet settings`: the settings in force and where each came from.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Montrer les réglages en vigueur et d’où vient chacun.",
    discussion: """
      Un réglage vient d’une option, sinon de l’environnement (GUICHET_DATA, GUICHET_PIPELINES, GUICHET_FORM, \
      GUICHET_REGISTER, GUICHET_JOBS, GUICHET_LANGUAGE), sinon il a sa valeur par défaut.

      Exemple :
        guichet settings --json
      """)

  @Flag(help: "Un objet JSON.") var json = false
  @OptionGroup(title: "Jugement") var judging: JudgingOptions
  @OptionGroup(title: "Lecture") var reading: ReadingOptions
  @OptionGroup(title: "Réglages") var common: CommonOptions

  private struct Line: Encodable {
    var name: String
    var value: String?
    var origin: Origin

    private enum CodingKeys: String, CodingKey { case name, value, origin }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(value, forKey: .value)
      try container.encode(origin, forKey: .origin)
    }
  }

  func run() throws {
    let settings = try Settings(common, register: judging.register, jobs: reading.jobs)
    let say = Voice(settings.language.value)
    let lines = lines(settings)
    if json { return try putJSON(lines) }
    var table = Table([say("Réglage", "Setting"), say("Valeur", "Value"), say("Origine", "Origin")])
    for line in lines {
      let origin =
        switch line.origin {
        case .option: say("option", "option")
        case .environment: say("environnement", "environment")
        case .standard: say("par défaut", "default")
        }
      table.add([Table.Cell(line.name), Table.Cell(line.value ?? "—"), Table.Cell(origin, .faint)])
    }
    try table.print(on: Terminal())
  }

  private func lines(_ settings: Settings) -> [Line] {
    let (store, reader) = (settings.store, settings.reader)
    let fixed: [(String, String)] = [
      ("timeZone", store.timeZone.identifier),
      ("store.maximumBytes", "\(store.maximumBytes)"), ("store.busyTimeout", "\(store.busyTimeout)"),
      ("store.maximumAttempts", "\(store.maximumAttempts)"),
      ("reader.memory", "\(reader.memory)"), ("reader.processorBase", "\(reader.processorBase)"),
      ("reader.processorPerPage", "\(reader.processorPerPage)"),
      ("reader.processorMaximum", "\(reader.processorMaximum)"), ("reader.maximumPages", "\(reader.maximumPages)"),
      ("reader.maximumPixels", "\(reader.maximumPixels)"), ("reader.maximumBytes", "\(reader.maximumBytes)"),
      ("reader.maximumAnswer", "\(reader.maximumAnswer)"),
      ("reader.documentsPerServer", "\(reader.documentsPerServer)"),
    ]
    return [
      Line(name: "data", value: settings.data.value, origin: settings.data.origin),
      Line(name: "pipelines", value: settings.pipelines.value, origin: settings.pipelines.origin),
      Line(name: "form", value: settings.form.value, origin: settings.form.origin),
      Line(name: "register", value: settings.register.value, origin: settings.register.origin),
      Line(name: "jobs", value: "\(settings.jobs.value)", origin: settings.jobs.origin),
      Line(name: "language", value: settings.language.value.rawValue, origin: settings.language.origin),
    ] + fixed.map { Line(name: $0.0, value: $0.1, origin: .standard) }
  }
}
