import ArgumentParser
import Forms
import Foundation
import Store

/// `guichet queue show`.
struct QueueShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Montrer un dossier : champs, constats, arrivées, corrections, journal.")

  @Argument(help: ArgumentHelp("Numéro du dossier.", valueName: "numéro")) var number: CaseNumber
  @Flag(help: "Le dossier en JSON.") var json = false
  @OptionGroup(title: "Réglages") var common: CommonOptions

  func run() throws {
    let settings = try Settings(common)
    let composition = try Composition(settings)
    let store = try composition.store()
    let dossier = try store.show(number)
    if json { return try putJSON(DossierObject(dossier)) }
    let (terminal, say) = (Terminal(), Voice(settings.language.value))
    let summary = dossier.row.summary
    let view = FormView(definition: composition.form.definition, terminal: terminal, say: say)
    try view.show(
      dossier.row.form(), title: "\(summary.number) – \(summary.file)" + (summary.rank.map { " " + $0 } ?? ""))

    var table = Table(indent: "  ")
    let who = (summary.claimedBy ?? summary.decidedBy).map { " (\($0))" } ?? ""
    table.add([Table.Cell(say("État", "State"), .faint), Table.Cell(say(summary.state) + who)])
    table.add([Table.Cell("Version", .faint), Table.Cell("\(summary.version)")])
    if let because = summary.because { table.add([Table.Cell(say("Motif", "Reason"), .faint), Table.Cell(because)]) }
    table.add([Table.Cell("Original", .faint), Table.Cell(store.originals.path(of: summary.digest))])
    for arrival in dossier.arrivals {
      let how = arrival.delivery.arrival
      let assumed = how.receivedIsAssumed ? say(" (présumé)", " (assumed)") : ""
      table.add([
        Table.Cell(say("Arrivée", "Arrival"), .faint),
        Table.Cell("\(how.received)\(assumed), \(say(how.channel)), \(arrival.delivery.name)"),
      ])
    }
    for correction in dossier.corrections {
      let field = composition.form.definition.field(correction.field)
      table.add([
        Table.Cell("Correction", .faint),
        Table.Cell(
          "\(correction.field)\(say.colon)\(say(correction.old, of: field)) → \(say(correction.new, of: field)) (\(correction.actor))"
        ),
      ])
    }
    let clock = Date.ISO8601FormatStyle(timeZone: settings.store.timeZone).year().month().day().dateTimeSeparator(
      .space
    )
    .time(includingFractionalSeconds: false)
    for entry in dossier.history {
      table.add([
        Table.Cell(entry.at.formatted(clock), .faint),
        Table.Cell("\(say(entry.action)), \(entry.actor)" + (say.detail(of: entry).map { " (\($0))" } ?? "")),
      ])
    }
    try table.print(on: terminal)
  }
}

extension Voice {
  fileprivate func callAsFunction(_ action: AuditEntry.Action) -> String {
    switch action {
    case .takenIn: self("pris", "taken in")
    case .arrivedAgain: self("arrivé de nouveau", "arrived again")
    case .filed: self("mis en file", "filed")
    case .setAside: self("mis de côté", "set aside")
    case .claimed: self("pris en charge", "claimed")
    case .released: self("remis en file", "released")
    case .corrected: self("corrigé", "corrected")
    case .accepted: self("accepté", "accepted")
    case .returned: self("retourné", "returned")
    }
  }

  /// What more a line of the log says to people, in the store's words behind their mark; digests are for programs.
  fileprivate func detail(of entry: AuditEntry) -> String? {
    let words = { (mark: String) in
      entry.detail.hasPrefix(mark) ? String(entry.detail.dropFirst(mark.count)) : nil
    }
    switch entry.action {
    case .corrected: return entry.detail
    case .setAside: return reason(entry.detail)
    case .accepted, .returned:
      guard let proposal = words("proposed: ")?.prefix(while: { $0 != ";" }) else { return nil }
      return self("proposition : ", "proposal: ") + self(Decision(rawValue: String(proposal)))
    case .released:
      // The holder's name and, behind a colon, the reason of who took the case away.
      guard let parts = words("held by ")?.split(separator: ": ", maxSplits: 1) else { return nil }
      return self("était à ", "was with ") + parts.joined(separator: colon)
    case .takenIn, .arrivedAgain, .filed, .claimed: return nil
    }
  }
}

/// A case and all about it, as `--json` writes it.
private struct DossierObject: Encodable {
  struct Coming: Encodable {
    var received: CalendarDate
    var receivedIsAssumed: Bool
    var channel: Arrival.Channel?
    var file: String
    var sender, source: String?
    var at: Date
  }
  struct Change: Encodable {
    var field: FieldID
    var old, new: FieldValue
    var by: String
    var at: Date
  }
  struct Line: Encodable {
    var at: Date
    var actor, action, detail: String
  }

  let `case`: CaseObject
  let form: JudgedForm
  let arrivals: [Coming]
  let corrections: [Change]
  let history: [Line]

  init(_ dossier: CaseDossier) throws {
    (`case`, form) = (CaseObject(dossier.row.summary), try dossier.row.form())
    arrivals = dossier.arrivals.map { record in
      let (delivery, arrival) = (record.delivery, record.delivery.arrival)
      return Coming(
        received: arrival.received, receivedIsAssumed: arrival.receivedIsAssumed, channel: arrival.channel,
        file: delivery.name, sender: delivery.sender, source: delivery.source, at: record.at)
    }
    corrections = dossier.corrections.map {
      Change(field: $0.field, old: $0.old, new: $0.new, by: $0.actor, at: $0.at)
    }
    history = dossier.history.map {
      Line(at: $0.at, actor: $0.actor, action: $0.action.rawValue, detail: $0.detail)
    }
  }
}
