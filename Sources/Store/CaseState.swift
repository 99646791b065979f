/// Where a submission is before its cases exist; the database's words.
package enum Stage: String, Sendable, Codable, CaseIterable {
  /// Stored; waiting to be read, or being read under a lease.
  case received
  /// Read and judged: its cases are in the queue.
  case read
  /// Given up by the program; its case is in the queue, set aside.
  case setAside
}

/// Where a case is in the clerks' queue.
///
/// `waiting → claimed → accepted | returned`; `setAside → claimed → …` for what the program could not carry through. A release
/// puts a claimed case back where it was.
package enum CaseState: String, Sendable, Codable, CaseIterable {
  case waiting, claimed, accepted, returned, setAside
}
