import Forms
import Store

/// What `guichet process` came to, as people and programs want it at the end.
struct Summary: Encodable {
  /// Files whose bytes were never seen before.
  private(set) var takenIn = 0
  /// Files whose bytes had come before: the same delivery again, or a copy.
  private(set) var known = 0
  /// Files that could not be taken in; each was named.
  private(set) var refused = 0
  /// Submissions the program could not carry through in this pass.
  var setAside = 0
  /// Cases of these files by how their reading ended, and by what is proposed.
  private(set) var outcomes: [String: Int] = [:]
  private(set) var proposals: [String: Int] = [:]
  /// The cases of these files, new or known.
  private(set) var cases: [CaseNumber] = []
  /// The files written.
  var report: [String] = []
  var letters: [String] = []

  mutating func add(_ receipt: Receipt) {
    if receipt.isNewSubmission { takenIn += 1 } else { known += 1 }
  }

  mutating func refuse(_ path: String, _ reason: String, _ say: Voice) {
    refused += 1
    note(path, reason, say)
  }

  mutating func count(_ cases: [CaseSummary]) {
    self.cases = cases.map(\.number)
    for one in cases {
      outcomes[one.outcome.rawValue, default: 0] += 1
      if let proposal = one.proposal { proposals[proposal.rawValue, default: 0] += 1 }
    }
  }

  /// Writes the summary for people, and what to do next.
  /// - Parameter data: The data folder, where the next command must name it.
  func print(store: CaseStore, data: String?, on terminal: Terminal, _ say: Voice) throws {
    var table = Table(indent: "  ")
    table.add(heading: say("Fichiers", "Files"))
    let rows: [(String, Int)] = [
      (takenIn < 2 ? say("nouveau", "new") : say("nouveaux", "new"), takenIn),
      (known < 2 ? say("déjà connu", "known already") : say("déjà connus", "known already"), known),
      (refused < 2 ? say("refusé", "not taken in") : say("refusés", "not taken in"), refused),
      (say("mis de côté", "set aside"), setAside),
    ]
    for (label, count) in rows where count > 0 { table.add([Table.Cell(label), Table.Cell("\(count)")]) }
    if !outcomes.isEmpty { table.add(heading: say("Dossiers de ces fichiers", "Cases of these files")) }
    for outcome in Outcome.allCases {
      if let count = outcomes[outcome.rawValue] {
        table.add([Table.Cell(say(outcome)), Table.Cell("\(count)")])
      }
    }
    if !proposals.isEmpty { table.add(heading: say("Décisions proposées", "Decisions proposed")) }
    for decision in Decision.allCases {
      if let count = proposals[decision.rawValue] {
        table.add([Table.Cell(say(decision)), Table.Cell("\(count)")])
      }
    }
    try table.print(on: terminal)
    for path in report { try put(say("Rapport : ", "Report: ") + path.shown) }
    if let first = letters.first {
      let folder = first.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      try put(say("Lettres : ", "Letters: ") + "\(folder.shown)/ (\(letters.count))")
    }
    try put(say("Base de données : ", "Database: ") + store.folder.shown)
    try put(
      say("Voir la file : ", "See the queue: ") + "guichet queue list"
        + (data.map { " --data " + $0.quotedForShell.shown } ?? ""))
  }
}
