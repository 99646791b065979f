import Forms
import Foundation
import GRDB

/// One case as a line of a list: plain values, without what was read.
package struct CaseSummary: Hashable, Sendable {
  package var number: CaseNumber
  /// Grows with every change; hand it back to decide on exactly what was seen.
  package var version: Int
  package var state: CaseState
  /// How the submission first came.
  package var arrival: Arrival
  /// The file's name as the sender gave it.
  package var file: String
  package var digest: Digest
  /// The rank of the form in its file, from 0.
  package var index: Int
  package var outcome: Outcome
  package var reason: String?
  /// The form's definition, such as `acces-sel-etablissements`; nil when none was read.
  package var form: String?
  /// What the program proposes.
  package var proposal: Decision?
  package var claimedBy: String?
  package var decidedBy: String?
  package var decidedAt: Date?
  /// The day of the decision in the office's zone.
  package var decidedOn: CalendarDate?
  /// Why, in the clerk's words.
  package var because: String?
  /// How many times the same bytes came, this one included.
  package var arrivals: Int
  /// How many cases the file gave, this one included.
  package var forms: Int
}

extension CaseSummary: FetchableRecord {
  /// Reads a row of `caseColumns`.
  package init(row: Row) throws {
    guard let digest = Digest(row["digest"]) else { throw UnreadableColumn() }
    self.init(
      number: CaseNumber(year: row["year"], sequence: row["sequence"]), version: row["version"],
      state: try decodeWord(row["state"]), arrival: try Store.arrival(from: row), file: row["name"], digest: digest,
      index: row["form_index"], outcome: try decodeWord(row["outcome"]), reason: row["reason"], form: row["form"],
      proposal: try (row["proposal"] as String?).map { try decodeWord($0) }, claimedBy: row["claimed_by"],
      decidedBy: row["decided_by"], decidedAt: (row["decided_at"] as Int64?).map(Date.init(milliseconds:)),
      decidedOn: try (row["decided_on"] as String?).map { try decodeDay($0) }, because: row["because"],
      arrivals: row["arrivals"], forms: row["forms"])
  }
}

/// One case with what was read of it, decoded only when asked for.
package struct CaseRow: Sendable {
  package let summary: CaseSummary
  let storedForm: String
  let storedJudgement: String?
  let folder: String

  /// The judgement in force; nil when the form was only read.
  package func judgement() throws -> Judgement? {
    try translating(folder) { try storedJudgement.map { try decodeJSON(Judgement.self, $0) } }
  }

  /// The form as it stands after all corrections, with its judgement.
  package func form() throws -> JudgedForm {
    try translating(folder) { try decodeJSON(StoredForm.self, storedForm) }.with(try judgement())
  }
}

/// A value that a clerk put in the place of what was read.
package struct Correction: Hashable, Sendable {
  package var field: FieldID
  package var old: FieldValue
  package var new: FieldValue
  package var actor: String
  package var at: Date
}

/// Everything about one case.
package struct CaseDossier: Sendable {
  package var row: CaseRow
  package var arrivals: [ArrivalRecord]
  package var corrections: [Correction]
  package var history: [AuditEntry]
}
