import Forms
import Foundation
import GRDB

/// What `CaseSummary` is read from.
private let caseColumns: SQL = """
  c.*, a.channel, a.received_assumed, a.name, (SELECT count(*) FROM arrivals WHERE digest = c.digest) AS arrivals,
  (SELECT count(*) FROM cases WHERE digest = c.digest) AS forms
  """

private let caseTables: SQL = "cases c JOIN arrivals a ON a.id = c.arrival"

extension CaseStore {
  /// Lists cases, the earliest received first.
  package func list(_ filter: CaseFilter = CaseFilter(), limit: Int? = nil, offset: Int = 0) throws -> [CaseSummary] {
    try read { db in
      try CaseSummary.fetchAll(
        db,
        SQLRequest(
          literal: """
            SELECT \(caseColumns) FROM \(caseTables) WHERE \(filter.condition)
            ORDER BY c.received, c.id LIMIT \(limit ?? -1) OFFSET \(offset)
            """))
    }
  }

  /// Hands over each case with what was read of it, the earliest received first, one in memory at a time and all as of
  /// one instant; what reports are made of.
  package func forEachCase(_ filter: CaseFilter, _ body: (CaseRow) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        SQLRequest(
          literal: """
            SELECT \(caseColumns), r.form AS stored_form, r.judgement AS stored_judgement
            FROM \(caseTables) JOIN readings r ON r.case_id = c.id AND r.revision = c.revision
            WHERE \(filter.condition) ORDER BY c.received, c.id
            """))
      while let row = try rows.next() { try body(try caseRow(row)) }
    }
  }

  /// The cases with what was read of them; for a period that may be long, `forEachCase` holds less in memory.
  package func cases(_ filter: CaseFilter) throws -> [CaseRow] {
    var cases: [CaseRow] = []
    try forEachCase(filter) { cases.append($0) }
    return cases
  }

  /// Everything about one case.
  package func show(_ number: CaseNumber) throws -> CaseDossier {
    try read { db in
      let held = try held(number, in: db)
      let corrections = try Row.fetchAll(
        db, sql: "SELECT * FROM readings WHERE case_id = ? AND revision > 0 ORDER BY revision", arguments: [held.id]
      ).map { row in
        Correction(
          field: FieldID(row["field"] as String), old: try decodeJSON(FieldValue.self, row["old_value"]),
          new: try decodeJSON(FieldValue.self, row["new_value"]), actor: row["actor"],
          at: Date(milliseconds: row["at"]))
      }
      let digest = held.row.summary.digest.hex
      let history = try AuditEntry.fetchAll(
        db, sql: "SELECT * FROM audit WHERE case_id = ? OR (case_id IS NULL AND digest = ?) ORDER BY id",
        arguments: [held.id, digest])
      return CaseDossier(
        row: held.row, arrivals: try fetchArrivals(of: digest, in: db), corrections: corrections, history: history)
    }
  }

  /// A case and its key, within a transaction.
  func held(_ number: CaseNumber, in db: Database) throws -> (id: Int64, home: CaseState, row: CaseRow) {
    let row = try Row.fetchOne(
      db,
      SQLRequest<Row>(
        literal: """
          SELECT \(caseColumns), r.form AS stored_form, r.judgement AS stored_judgement
          FROM \(caseTables) JOIN readings r ON r.case_id = c.id AND r.revision = c.revision
          WHERE c.year = \(number.year) AND c.sequence = \(number.sequence)
          """))
    guard let row else { throw StoreError.notFound(number) }
    return (row["id"], try decodeWord(row["home"]), try caseRow(row))
  }

  private func caseRow(_ row: Row) throws -> CaseRow {
    CaseRow(
      summary: try CaseSummary(row: row), storedForm: row["stored_form"], storedJudgement: row["stored_judgement"],
      folder: folder)
  }
}
