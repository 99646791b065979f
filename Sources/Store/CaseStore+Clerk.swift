import Forms
import Foundation
import GRDB

/// The clerk's work. Every act is one transaction, checked against the case's state, its holder and, when a version is
/// given, against what the clerk had before their eyes; it leaves a line in the log.
///
/// A case nobody holds is claimed by the act itself, so a clerk may decide without claiming first.
extension CaseStore {
  /// Takes a case from the queue; claiming one's own case again changes nothing.
  package func claim(_ number: CaseNumber, as clerk: String, version: Int? = nil, now: Date) throws -> CaseSummary {
    try change(number, version: version) { db in
      _ = try claimed(number, by: clerk, to: "claimed", now: now, in: db)
    }
  }

  /// Puts a case back where it was before it was claimed; another clerk's case only with a reason.
  package func release(
    _ number: CaseNumber, as clerk: String, because: String? = nil, version: Int? = nil, now: Date
  ) throws -> CaseSummary {
    try change(number, version: version) { db in
      let held = try held(number, in: db)
      let summary = held.row.summary
      guard summary.state == .claimed, let holder = summary.claimedBy else {
        throw StoreError.wrongState(number, state: summary.state, action: "released")
      }
      let isForeign = holder != clerk
      guard !isForeign || said(because) != nil else { throw StoreError.claimedBy(holder, number) }
      try db.execute(
        sql: "UPDATE cases SET state = home, claimed_by = NULL, version = version + 1 WHERE id = ?",
        arguments: [held.id])
      try record(
        .released, by: clerk, digest: summary.digest.hex, case: held.id,
        detail: isForeign ? "held by \(holder): \(said(because) ?? "")" : "", at: now, in: db)
    }
  }

  /// Accepts a case; against a reject finding or proposal only with a reason.
  package func accept(
    _ number: CaseNumber, as clerk: String, because: String? = nil, version: Int? = nil, now: Date
  ) throws -> CaseSummary {
    try change(number, version: version) { db in
      let held = try claimed(number, by: clerk, to: "accepted", now: now, in: db)
      let judgement = try held.row.judgement()
      let isAgainst =
        judgement?.decision == .reject || judgement?.findings.contains { $0.severity == .reject } == true
      guard !isAgainst || said(because) != nil else { throw StoreError.needsReason(number, action: "accepted") }
      try decide(held, .accepted, by: clerk, because: because, now: now, in: db)
    }
  }

  /// Returns a case to whoever sent it; a form against which nothing was found only with a reason, since the letter must
  /// say one.
  package func `return`(
    _ number: CaseNumber, as clerk: String, because: String? = nil, version: Int? = nil, now: Date
  ) throws -> CaseSummary {
    try change(number, version: version) { db in
      let held = try claimed(number, by: clerk, to: "returned", now: now, in: db)
      let form = try held.row.form()
      let hasReason = form.reading == nil || form.judgement?.findings.contains { $0.severity > .info } == true
      guard hasReason || said(because) != nil else { throw StoreError.needsReason(number, action: "returned") }
      try decide(held, .returned, by: clerk, because: because, now: now, in: db)
    }
  }

  /// Puts a value in the place of what was read, keeps the old one, and judges the form again; the case stays claimed.
  ///
  /// The value stands as certain, on the evidence of what was read there.
  /// - Parameter rejudge: The rules, over the whole document as it stands after the correction; answers one judgement
  ///   per form, in order. It runs inside the transaction and must not use the store.
  package func correct(
    _ number: CaseNumber, _ field: FieldID, to value: FieldValue, as clerk: String, version: Int? = nil, now: Date,
    rejudge: (DocumentReading, Arrival) throws -> [Judgement]
  ) throws -> CaseSummary {
    try change(number, version: version) { db in
      let held = try claimed(number, by: clerk, to: "corrected", now: now, in: db)
      let summary = held.row.summary
      var form = try held.row.form()
      guard var reading = form.reading, let old = reading.fields[field] else {
        throw StoreError.noSuchField(field.rawValue, number)
      }
      reading.settle(field, as: value)
      form.reading = reading

      var document = try document(of: summary.digest, in: db)
      guard document.forms.indices.contains(summary.index) else { throw UnreadableColumn() }
      document.forms[summary.index] = reading
      let judgements = try rejudge(document, summary.arrival)
      precondition(judgements.count == document.forms.count, "the rules answer one judgement per form")
      form.judgement = judgements[summary.index]
      try replaceReading(held.id, by: form, field: field, old: old.value, new: value, clerk: clerk, now: now, in: db)
      try record(
        .corrected, by: clerk, digest: summary.digest.hex, case: held.id, detail: field.rawValue, at: now, in: db)
    }
  }

  // MARK: -

  private func change(
    _ number: CaseNumber, version: Int?, _ body: (Database) throws -> Void
  ) throws -> CaseSummary {
    try write { db in
      if let version {
        let held = try held(number, in: db)
        guard held.row.summary.version == version else { throw StoreError.changedMeanwhile(number) }
      }
      try body(db)
      return try held(number, in: db).row.summary
    }
  }

  /// The case in the clerk's hands: already theirs, or free and claimed now.
  private func claimed(
    _ number: CaseNumber, by clerk: String, to action: String, now: Date, in db: Database
  ) throws -> (id: Int64, row: CaseRow) {
    let (id, _, row) = try held(number, in: db)
    switch row.summary.state {
    case .claimed:
      guard row.summary.claimedBy == clerk else { throw StoreError.claimedBy(row.summary.claimedBy ?? "", number) }
    case .waiting, .setAside:
      try db.execute(
        sql: "UPDATE cases SET state = 'claimed', claimed_by = ?, version = version + 1 WHERE id = ?",
        arguments: [clerk, id])
      try record(.claimed, by: clerk, digest: row.summary.digest.hex, case: id, at: now, in: db)
    case .accepted, .returned:
      throw StoreError.wrongState(number, state: row.summary.state, action: action)
    }
    return (id, row)
  }

  private func decide(
    _ held: (id: Int64, row: CaseRow), _ state: CaseState, by clerk: String, because: String?, now: Date,
    in db: Database
  ) throws {
    try db.execute(
      sql: """
        UPDATE cases SET state = ?, claimed_by = NULL, decided_by = ?, decided_at = ?, decided_on = ?, because = ?,
          version = version + 1
        WHERE id = ?
        """,
      arguments: [
        state.rawValue, clerk, now.milliseconds, CalendarDate(now, in: settings.timeZone).description, said(because),
        held.id,
      ])
    let summary = held.row.summary
    let reason = said(because).map { "; reason \(Digest(of: $0.utf8).hex.prefix(16))" } ?? ""
    try record(
      state == .accepted ? .accepted : .returned, by: clerk, digest: summary.digest.hex, case: held.id,
      detail: "proposed: \(summary.proposal?.rawValue ?? "nothing")\(reason)", at: now, in: db)
  }

  /// The document as it stands: its facts, and each of its forms after all corrections.
  private func document(of digest: Digest, in db: Database) throws -> DocumentReading {
    guard
      let facts = try String.fetchOne(
        db, sql: "SELECT facts FROM documents WHERE digest = ?", arguments: [digest.hex])
    else { throw UnreadableColumn() }
    var document = try decodeJSON(DocumentReading.self, facts)
    document.forms = try String.fetchAll(
      db,
      sql: """
        SELECT r.form FROM cases c JOIN readings r ON r.case_id = c.id AND r.revision = c.revision
        WHERE c.digest = ? ORDER BY c.form_index
        """,
      arguments: [digest.hex]
    ).compactMap { try decodeJSON(StoredForm.self, $0).reading }
    return document
  }

  private func replaceReading(
    _ id: Int64, by form: JudgedForm, field: FieldID, old: FieldValue, new: FieldValue, clerk: String, now: Date,
    in db: Database
  ) throws {
    try db.execute(
      sql: "UPDATE cases SET revision = revision + 1, proposal = ?, version = version + 1 WHERE id = ?",
      arguments: [form.judgement?.decision.rawValue, id])
    try db.execute(
      sql: """
        INSERT INTO readings (case_id, revision, form, judgement, field, old_value, new_value, actor, at)
        VALUES (?, (SELECT revision FROM cases WHERE id = ?), ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, id, encodeJSON(StoredForm(form)), form.judgement.map { try encodeJSON($0) }, field.rawValue,
        encodeJSON(old), encodeJSON(new), clerk, now.milliseconds,
      ])
    try replaceFindings(of: id, by: form.judgement, in: db)
  }
}

extension Reading {
  /// Puts a clerk's word in the place of what was read; nothing observed about the field stands against it any more.
  ///
  /// It rests on what was seen there, or on the page alone when the field's place was not found.
  fileprivate mutating func settle(_ field: FieldID, as value: FieldValue) {
    let seen = self[field].evidence
    let place = seen.first ?? Evidence(.text, page: pages.first ?? 1, box: Box(0, 0, 0, 0))
    fields[field] = FieldReading(
      value, confidence: .certain, doubtful: false, seen: place, Array(seen.dropFirst()))
    observations.appearanceDiffers.removeAll { $0 == field }
    observations.ambiguousTicks.removeAll { $0 == field }
    observations.labelsNotFound.removeAll { $0 == field }
    observations.corrected.removeAll { $0 == field }
    observations.lesserMarks.removeAll { $0 == field }
  }
}

/// A reason that says something; nil when empty or blank.
private func said(_ reason: String?) -> String? {
  let text = reason?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
  return text.isEmpty ? nil : text
}
