import GRDB

/// How the store's writer commits, in SQLite's own words; read back, since libraries change these settings unasked.
package struct Durability: Hashable, Sendable {
  /// The journal mode, `wal` as we set it.
  package var journal: String
  /// The level of `PRAGMA synchronous`: 2 is FULL, 3 EXTRA.
  package var synchronous: Int

  /// Whether a committed row survives a power loss.
  package var isFull: Bool { journal == "wal" && synchronous >= 2 }
}

extension CaseStore {
  /// Asks the connection that writes how it commits.
  package func durability() throws -> Durability {
    try translating(folder) {
      try database.writeWithoutTransaction { db in
        Durability(
          journal: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
          synchronous: try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0)
      }
    }
  }
}
