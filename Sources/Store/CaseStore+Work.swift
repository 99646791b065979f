import Forms
import Foundation
import GRDB

extension CaseStore {
  /// Claims the submission that was begun least often, the oldest first; nil when nobody needs to do anything.
  ///
  /// A claim is exclusive until `finish`, `release` or `setAside`, until `lease` seconds of the machine's uptime have
  /// passed, or until the worker's process ends. What was begun too often is set aside here, for a clerk.
  /// - Parameter wanted: Whether to claim a submission that was begun so many times; all by default.
  package func claimWork(
    worker: Worker, now: Date, lease: TimeInterval, uptime: TimeInterval = uptime(),
    where wanted: (Digest, _ attempts: Int) -> Bool = { _, _ in true }
  ) throws -> Work? {
    try write { db in
      while let row = try firstFree(uptime: uptime, where: wanted, in: db) {
        let attempts: Int = row["attempts"]
        guard let digest = Digest(row["digest"]) else { throw UnreadableColumn() }
        let work = Work(
          digest: digest, arrival: try arrival(from: row), name: row["name"], attempt: attempts + 1,
          workerID: worker.id, workerName: worker.name)
        guard attempts < settings.maximumAttempts else {
          try giveUp(work, outcome: .crashed, reason: "attempts", now: now, in: db)
          continue
        }
        try db.execute(
          sql: """
            UPDATE submissions SET attempts = attempts + 1, worker = ?, worker_id = ?, lease_until = ?
            WHERE digest = ?
            """,
          arguments: [worker.name, worker.id, uptime + lease, digest.hex])
        return work
      }
      return nil
    }
  }

  private func firstFree(
    uptime: TimeInterval, where wanted: (Digest, Int) -> Bool, in db: Database
  ) throws -> Row? {
    let candidates = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.digest, s.attempts, s.worker_id, s.lease_until,
          a.name, a.channel, a.received, a.received_assumed
        FROM submissions s JOIN arrivals a ON a.id = (SELECT min(id) FROM arrivals WHERE digest = s.digest)
        WHERE s.stage = 'received' ORDER BY s.attempts, s.taken_in_at, s.digest
        """)
    var alive: [String: Bool] = [:]
    while let row = try candidates.next() {
      // A digest that cannot be read is told by whoever claims it.
      if let digest = Digest(row["digest"]), !wanted(digest, row["attempts"]) { continue }
      guard let holder: String = row["worker_id"], let until: Double = row["lease_until"], until > uptime else {
        return row.copy()
      }
      let holds = try alive[holder] ?? Worker.isAlive(holder, folder: workers)
      alive[holder] = holds
      if !holds { return row.copy() }
    }
    return nil
  }

  /// Files what a submission was read and judged to be: one case per form, or one for a file without a form.
  ///
  /// A second call, by whoever it is, changes nothing and answers the same numbers.
  /// - Precondition: `forms` is not empty; a file without a form is one `JudgedForm` that says so.
  package func finish(
    _ work: Work, document: DocumentReading, forms: [JudgedForm], now: Date
  ) throws -> [CaseNumber] {
    precondition(!forms.isEmpty, "a submission ends in at least one case")
    return try write { db in
      guard try isOpen(work, in: db) else { return try caseNumbers(of: work.digest.hex, in: db) }
      var facts = document
      facts.forms = []
      try db.execute(
        sql: "INSERT INTO documents (digest, facts) VALUES (?, ?)", arguments: [work.digest.hex, encodeJSON(facts)])
      for form in forms { try file(form, of: work, home: .waiting, now: now, in: db) }
      try close(work, as: .read, in: db)
      return try caseNumbers(of: work.digest.hex, in: db)
    }
  }

  /// Gives a submission up: a clerk finds it in the queue, with a reason in one word.
  package func setAside(
    _ work: Work, outcome: Outcome = .crashed, reason: String, now: Date
  ) throws -> [CaseNumber] {
    try write { db in
      if try isOpen(work, in: db) { try giveUp(work, outcome: outcome, reason: reason, now: now, in: db) }
      return try caseNumbers(of: work.digest.hex, in: db)
    }
  }

  /// Hands a claimed submission back for another to take; does nothing when the claim was lost meanwhile.
  /// - Parameter counted: Whether the attempt counts against the document; false when the fault was ours.
  package func release(_ work: Work, counted: Bool) throws {
    try write { db in
      try db.execute(
        sql: """
          UPDATE submissions SET worker = NULL, worker_id = NULL, lease_until = NULL, attempts = attempts - ?
          WHERE digest = ? AND worker_id = ? AND attempts = ? AND stage = 'received'
          """,
        arguments: [counted ? 0 : 1, work.digest.hex, work.workerID, work.attempt])
    }
  }

  /// Counts what waits and what is done.
  package func backlog() throws -> Backlog {
    try read { db in
      var backlog = Backlog(submissions: [:], cases: [:], oldestUnread: nil)
      for row in try Row.fetchAll(db, sql: "SELECT stage, count(*) AS n FROM submissions GROUP BY stage") {
        backlog.submissions[try decodeWord(row["stage"])] = row["n"]
      }
      for row in try Row.fetchAll(db, sql: "SELECT state, count(*) AS n FROM cases GROUP BY state") {
        backlog.cases[try decodeWord(row["state"])] = row["n"]
      }
      backlog.oldestUnread = try Int64.fetchOne(
        db, sql: "SELECT min(taken_in_at) FROM submissions WHERE stage = 'received'"
      ).map(Date.init(milliseconds:))
      return backlog
    }
  }

  private func isOpen(_ work: Work, in db: Database) throws -> Bool {
    try String.fetchOne(db, sql: "SELECT stage FROM submissions WHERE digest = ?", arguments: [work.digest.hex])
      == Stage.received.rawValue
  }

  private func close(_ work: Work, as stage: Stage, in db: Database) throws {
    try db.execute(
      sql: "UPDATE submissions SET stage = ?, worker = NULL, worker_id = NULL, lease_until = NULL WHERE digest = ?",
      arguments: [stage.rawValue, work.digest.hex])
  }

  private func giveUp(_ work: Work, outcome: Outcome, reason: String, now: Date, in db: Database) throws {
    let form = JudgedForm(
      file: work.name, sha256: work.digest.hex, index: 0, outcome: outcome, reason: reason, reading: nil,
      judgement: Judgement(findings: [], checklist: [], decision: .review), trace: Trace(definition: "", engines: [:]))
    try file(form, of: work, home: .setAside, now: now, in: db)
    try close(work, as: .setAside, in: db)
  }

  private func file(_ form: JudgedForm, of work: Work, home: CaseState, now: Date, in db: Database) throws {
    let year = work.arrival.received.year
    let sequence = try Int.fetchOne(
      db,
      sql: """
        INSERT INTO sequences (year, last) VALUES (?, 1)
        ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last
        """,
      arguments: [year])
    try db.execute(
      sql: """
        INSERT INTO cases (year, sequence, digest, form_index, arrival, received, outcome, reason, form, proposal,
          state, home)
        VALUES (?, ?, ?, ?, (SELECT min(id) FROM arrivals WHERE digest = ?), ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        year, sequence, work.digest.hex, form.index, work.digest.hex, work.arrival.received.description,
        form.outcome.rawValue, form.reason, form.reading?.form, form.judgement?.decision.rawValue, home.rawValue,
        home.rawValue,
      ])
    let id = db.lastInsertedRowID
    let (stored, judgement) = (try encodeJSON(StoredForm(form)), try form.judgement.map { try encodeJSON($0) })
    try db.execute(
      sql: "INSERT INTO readings (case_id, revision, form, judgement, actor, at) VALUES (?, 0, ?, ?, ?, ?)",
      arguments: [id, stored, judgement, work.workerName, now.milliseconds])
    try replaceFindings(of: id, by: form.judgement, in: db)
    let detail = home == .setAside ? form.reason ?? "" : "reading \(Digest(of: stored.utf8).hex.prefix(16))"
    try record(
      home == .setAside ? .setAside : .filed, by: work.workerName, digest: work.digest.hex, case: id, detail: detail,
      at: now, in: db)
  }
}

/// Writes the findings of the judgement in force beside a case, in place of those before.
func replaceFindings(of caseID: Int64, by judgement: Judgement?, in db: Database) throws {
  try db.execute(sql: "DELETE FROM findings WHERE case_id = ?", arguments: [caseID])
  for (rank, finding) in (judgement?.findings ?? []).enumerated() {
    try db.execute(
      sql: "INSERT INTO findings (case_id, rank, rule, severity) VALUES (?, ?, ?, ?)",
      arguments: [caseID, rank, finding.rule.rawValue, finding.severity.rawValue])
  }
}
