import Forms
import Foundation
import GRDB

extension CaseStore {
  /// Takes a file in: stores its bytes, then writes the arrival down; all of it is durable when this returns.
  ///
  /// Safe to call again after any failure or crash. Bytes seen before add an arrival, never a second submission.
  package func takeIn(_ file: borrowing OpenFile, _ delivery: Delivery, now: Date) throws -> Receipt {
    let stored = try originals.add(file)
    let digest = stored.digest.hex
    return try write { db in
      let first = try Row.fetchOne(
        db, sql: "SELECT received, delivery FROM arrivals WHERE digest = ? ORDER BY id LIMIT 1", arguments: [digest])
      if first == nil {
        try db.execute(
          sql: "INSERT INTO submissions (digest, bytes, stage, taken_in_at) VALUES (?, ?, 'received', ?)",
          arguments: [digest, stored.bytes, now.milliseconds])
      }
      try db.execute(
        sql: """
          INSERT INTO arrivals (digest, delivery, channel, received, received_assumed, name, sender, source, at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
          """,
        arguments: [
          digest, delivery.identity, delivery.arrival.channel?.rawValue, delivery.arrival.received.description,
          delivery.arrival.receivedIsAssumed, delivery.name, delivery.sender, delivery.source, now.milliseconds,
        ])
      let isNewArrival = db.changesCount > 0
      if isNewArrival {
        try record(first == nil ? .takenIn : .arrivedAgain, by: "guichet", digest: digest, at: now, in: db)
      }
      let isFirstDelivery = first.map { $0["delivery"] == delivery.identity } ?? true
      return Receipt(
        digest: stored.digest, isNewSubmission: first == nil, isNewArrival: isNewArrival,
        firstReceived: try isFirstDelivery ? nil : first.map { try decodeDay($0["received"]) },
        cases: try caseNumbers(of: digest, in: db))
    }
  }

  /// Every arrival of a submission, first to last.
  package func arrivals(of digest: Digest) throws -> [ArrivalRecord] {
    try read { db in try fetchArrivals(of: digest.hex, in: db) }
  }

  /// Originals that no submission speaks of: left by a crash between file and row, or by a lost database.
  ///
  /// Taking such a file in again is safe and mends it.
  package func orphans() throws -> [Digest] {
    let known = Set(try read { db in try String.fetchAll(db, sql: "SELECT digest FROM submissions") })
    return try originals.digests().filter { !known.contains($0.hex) }.sorted { $0.hex < $1.hex }
  }
}

func caseNumbers(of digest: String, in db: Database) throws -> [CaseNumber] {
  try Row.fetchAll(
    db, sql: "SELECT year, sequence FROM cases WHERE digest = ? ORDER BY form_index", arguments: [digest]
  ).map { CaseNumber(year: $0["year"], sequence: $0["sequence"]) }
}

func fetchArrivals(of digest: String, in db: Database) throws -> [ArrivalRecord] {
  try Row.fetchAll(db, sql: "SELECT * FROM arrivals WHERE digest = ? ORDER BY id", arguments: [digest]).map { row in
    ArrivalRecord(
      delivery: Delivery(
        identity: row["delivery"], arrival: try arrival(from: row), name: row["name"], sender: row["sender"],
        source: row["source"]),
      at: Date(milliseconds: row["at"]))
  }
}

/// The arrival in a row that has the columns of `arrivals`.
func arrival(from row: Row) throws -> Arrival {
  let channel: String? = row["channel"]
  return Arrival(
    channel: try channel.map { try decodeWord($0) }, received: try decodeDay(row["received"]),
    receivedIsAssumed: row["received_assumed"])
}
