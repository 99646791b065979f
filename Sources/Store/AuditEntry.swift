import Forms
import Foundation
import GRDB

/// One line of the append-only log: who did what to which case, and when.
///
/// Each line's `chain` covers the line before it, so that a line altered or removed from the middle shows; the newest
/// lines are only as safe as the last chain value noted elsewhere. No form value stands here, and no free text but the
/// reason for taking a case out of a colleague's hands; a decision's reason stands as its digest.
package struct AuditEntry: Hashable, Sendable {
  /// What was done, in the words of the log.
  package enum Action: String, Sendable, Codable, CaseIterable {
    case takenIn, arrivedAgain, filed, setAside
    case claimed, released, corrected, accepted, returned
  }

  package var id: Int64
  package var at: Date
  /// The clerk's name, or `guichet` or a worker's name for what the program did.
  package var actor: String
  package var action: Action
  /// The submission.
  package var digest: String
  /// What more there is to say: a field's name, a proposal, a reading's digest.
  package var detail: String
  package var chain: String
}

extension AuditEntry: FetchableRecord {
  package init(row: Row) throws {
    (id, at, actor) = (row["id"], Date(milliseconds: row["at"]), row["actor"])
    (digest, detail, chain) = (row["digest"], row["detail"], row["chain"])
    action = try decodeWord(row["action"])
  }
}

/// Adds a line to the log, in the caller's transaction.
func record(
  _ action: AuditEntry.Action, by actor: String, digest: String, case caseID: Int64? = nil, detail: String = "",
  at now: Date, in db: Database
) throws {
  let previous = try String.fetchOne(db, sql: "SELECT chain FROM audit ORDER BY id DESC LIMIT 1") ?? ""
  let columns = [String(now.milliseconds), actor, action.rawValue, digest, caseID.map(String.init) ?? "", detail]
  try db.execute(
    sql: "INSERT INTO audit (at, actor, action, digest, case_id, detail, chain) VALUES (?, ?, ?, ?, ?, ?, ?)",
    arguments: [
      now.milliseconds, actor, action.rawValue, digest, caseID, detail, chained(columns, after: previous),
    ])
}

/// The first line whose chain does not hold, nil when all do.
func firstBrokenAuditLine(in db: Database) throws -> Int64? {
  var previous = ""
  let rows = try Row.fetchCursor(db, sql: "SELECT * FROM audit ORDER BY id")
  while let row = try rows.next() {
    let caseID = row["case_id"] as Int64?
    let columns = [
      String(row["at"] as Int64), row["actor"] as String, row["action"], row["digest"],
      caseID.map(String.init) ?? "", row["detail"],
    ]
    let chain: String = row["chain"]
    guard chain == chained(columns, after: previous) else { return row["id"] }
    previous = chain
  }
  return nil
}

/// The hash of columns, each preceded by its length so that no two lines hash alike.
private func chained(_ columns: [String], after previous: String) -> String {
  Digest(of: ([previous] + columns).map { "\($0.utf8.count):\($0)" }.joined().utf8).hex
}
