import ArgumentParser
import Definitions
import Forms
import Foundation
import Store

extension CaseState: ExpressibleByArgument {}

/// `guichet queue list`.
struct QueueListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lister les dossiers ouverts, du plus ancien au plus récent.",
    discussion: """
      Exemples :
        guichet queue list --proposal reject --rule EML-04
        guichet queue list --state returned --from 2026-10-01 --json
      """)

  @Flag(help: "Montrer aussi les dossiers réglés.") var all = false
  @Option(help: ArgumentHelp("États.", valueName: "état"))
  var state: [CaseState] = []
  @Option(help: ArgumentHelp("Propositions.", valueName: "décision"))
  var proposal: [Decision] = []
  @Option(help: ArgumentHelp("Premier jour de réception.", valueName: "date")) var from: CalendarDate?
  @Option(help: ArgumentHelp("Dernier jour de réception.", valueName: "date")) var to: CalendarDate?
  @Option(help: ArgumentHelp("Mode de réception.", valueName: "mode")) var channel: Arrival.Channel?
  @Option(help: ArgumentHelp("Dossiers qu’un constat de cette règle vise, telle que EML-04.", valueName: "règle"))
  var rule: String?
  @Option(help: ArgumentHelp("Dossiers pris en charge par cette personne.", valueName: "nom")) var claimedBy: String?
  @Option(help: ArgumentHelp("Nombre de dossiers au plus.", valueName: "n")) var limit: Int?
  @Flag(help: "Un objet JSON par dossier, un par ligne.") var json = false
  @OptionGroup(title: "Réglages") var common: CommonOptions

  func validate() throws {
    if let from, let to, to < from { throw ValidationError("--to précède --from.") }
    if let limit, limit < 1 { throw ValidationError(typeset("--limit : donnez un nombre à partir de 1.")) }
  }

  private var filter: CaseFilter {
    let open: Set<CaseState> = all ? [] : [.waiting, .claimed, .setAside]
    var days: ClosedRange<CalendarDate>?
    if from != nil || to != nil {
      days = (from ?? CalendarDate(year: 1, month: 1, day: 1)!)...(to ?? CalendarDate(year: 9999, month: 12, day: 31)!)
    }
    return CaseFilter(
      states: state.isEmpty ? open : Set(state), proposals: Set(proposal), received: days, channel: channel,
      claimedBy: claimedBy, rule: rule.map { RuleID($0.uppercased()) })
  }

  func run() throws {
    let settings = try Settings(common)
    if let rule { try check(rule, settings) }
    let store = try settings.existingStore()
    let (terminal, say) = (Terminal(), Voice(settings.language.value))
    let cases = try store.list(filter, limit: limit)
    if json {
      for one in cases { try putJSON(CaseObject(one)) }
      return
    }
    guard !cases.isEmpty else { return note(say("Aucun dossier.", "No case.")) }
    var table = Table(
      [
        say("Dossier", "Case"), say("Reçu", "Received"), say("Par", "By"), say("État", "State"),
        say("Proposition", "Proposal"), say("Fichier", "File"),
      ], whole: [0, 1, 4], cut: [5])
    for one in cases {
      let day = one.arrival.received.description + (one.arrival.receivedIsAssumed ? "\u{A0}?" : "")
      let holder = one.claimedBy ?? one.decidedBy
      // A state is never broken, so that a case nobody holds takes one line.
      let state = say(one.state).replacing(" ", with: "\u{A0}")
      table.add([
        Table.Cell(one.number.description, .bold), Table.Cell(day), Table.Cell(say(one.arrival.channel)),
        Table.Cell(state + (holder.map { " (\($0))" } ?? "")), Table.Cell(say(one.proposal), style(one)),
        // Before the name, which is cut where there is no room for it.
        Table.Cell((one.rank.map { $0 + " " } ?? "") + one.file, .faint),
      ])
    }
    try table.print(on: terminal)
    let assumed = cases.contains { $0.arrival.receivedIsAssumed }
    note(
      say.count(cases.count, "dossier", "dossiers", "case", "cases") + "."
        + (assumed ? say(" « ? » : jour de réception présumé.", " “?”: day of reception assumed.") : ""))
  }

  /// Refuses a rule that no form has: a slip of the pen would look like a rule against which nobody offends.
  private func check(_ rule: String, _ settings: Settings) throws {
    let known = Set(try loadForms(in: settings.definitions()).flatMap { $0.definition.rules.map(\.id.rawValue) })
    guard !known.contains(rule.uppercased()) else { return }
    let list = known.sorted().joined(separator: ", ")
    throw Failure.usage(
      Wording(
        fr: "--rule : aucune règle ne s’appelle « \(rule.shown) ». Il y a : \(list).",
        en: "--rule: no rule is called “\(rule.shown)”. There are: \(list)."))
  }

  private func style(_ summary: CaseSummary) -> Style {
    switch summary.proposal {
    case .accept: .green
    case .review: .yellow
    case .reject: .red
    case nil: .plain
    }
  }
}

extension CaseSummary {
  /// « (1/2) » for the first form of a file of two; nil for a file of one.
  var rank: String? { forms > 1 ? "(\(index + 1)/\(forms))" : nil }
}

/// A case as `--json` writes it.
struct CaseObject: Encodable {
  private let number: CaseNumber
  private let version: Int
  private let state: CaseState
  private let proposal: Decision?
  private let received: CalendarDate
  private let receivedIsAssumed: Bool
  private let channel: Arrival.Channel?
  private let file, sha256: String
  private let index, forms: Int
  private let outcome: Outcome
  private let reason, claimedBy, decidedBy: String?
  private let decidedOn: CalendarDate?
  private let because: String?
  private let arrivals: Int

  init(_ summary: CaseSummary) {
    (number, version, state) = (summary.number, summary.version, summary.state)
    (proposal, received) = (summary.proposal, summary.arrival.received)
    (receivedIsAssumed, channel) = (summary.arrival.receivedIsAssumed, summary.arrival.channel)
    (file, sha256, index, forms) = (summary.file, summary.digest.hex, summary.index, summary.forms)
    (outcome, reason) = (summary.outcome, summary.reason)
    (claimedBy, decidedBy, decidedOn) = (summary.claimedBy, summary.decidedBy, summary.decidedOn)
    (because, arrivals) = (summary.because, summary.arrivals)
  }
}
