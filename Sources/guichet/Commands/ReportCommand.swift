import ArgumentParser
import Definitions
import Forms
import Foundation
import Reports
import Store

/// A comma-separated list of formats, such as `html,pdf`.
struct FormatList<Format: RawRepresentable<String> & CaseIterable & Sendable>: ExpressibleByArgument, Sendable {
  let formats: [Format]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Format(rawValue: String($0)) }
    let formats = parts.compactMap(\.self)
    guard !parts.isEmpty, formats.count == parts.count else { return nil }
    self.formats = formats
  }

  static var allValueStrings: [String] { Format.allCases.map(\.rawValue) }
}

/// `guichet report`: the reject report of a period.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Produire le rapport des demandes retournées.",
    discussion: """
      Ce qui n’est pas donné vient de reject-report.yaml, dans le répertoire Pipelines. Le rapport ne nomme personne.

      Exemples :
        guichet report
        guichet report --from 2026-10-01 --to 2026-10-31 --output rapports/
        guichet report --json | jq .totals
      """)

  @Option(help: ArgumentHelp("Premier jour de réception.", valueName: "date")) var from: CalendarDate?
  @Option(help: ArgumentHelp("Dernier jour de réception.", valueName: "date")) var to: CalendarDate?
  @Option(help: ArgumentHelp("Formats, séparés par des virgules : html, pdf, csv, json.", valueName: "formats"))
  var format: FormatList<ReportPipeline.Format>?
  @Option(help: ArgumentHelp("Répertoire où écrire les fichiers.", valueName: "répertoire"), completion: .directory)
  var output: String?
  @Flag(help: "Écrire le rapport en JSON sur la sortie standard, et aucun fichier.") var json = false
  @OptionGroup(title: "Jugement") var judging: JudgingOptions
  @OptionGroup(title: "Réglages") var common: CommonOptions

  func validate() throws {
    if let from, let to, to < from { throw ValidationError("--to précède --from.") }
    if json, output != nil || format != nil {
      throw ValidationError(typeset("--json écrit sur la sortie standard : ne donnez ni --format ni --output."))
    }
  }

  func run() throws {
    let settings = try Settings(common, register: judging.register)
    let described = try loadReportPipeline(in: settings.definitions())
    let register = try settings.register.value.map { try loadRegister(at: $0) }
    let store = try settings.existingStore()
    let usual = described.period.days(on: .today(in: settings.store.timeZone))
    let (first, last) = (
      from ?? min(usual.lowerBound, to ?? usual.lowerBound), to ?? max(usual.upperBound, from ?? usual.upperBound)
    )
    let report = try RejectReport(
      on: first...last, channels: described.channels, from: store, register: register, now: Date())
    if json { return try put(report.json()) }
    let folder = try OutputFolder(output ?? described.folder(in: store.folder))
    let language = common.language ?? described.language
    for path in try report.write(format?.formats ?? described.formats, language, to: folder) { try put(path.shown) }
    let say = Voice(settings.language.value)
    note(
      say("Du \(first) au \(last) : ", "\(first) to \(last): ")
        + say.count(report.received, "demande reçue", "demandes reçues", "request received", "requests received") + ", "
        + say.count(
          report.returns.count, "retournée ou à retourner", "retournées ou à retourner", "returned or to return",
          "returned or to return")
        + ".")
  }
}

extension ReportPipeline {
  /// Where the files go; a relative folder lies in the data folder.
  func folder(in data: String) -> String { output.hasPrefix("/") ? output : data + "/" + output }
}
