import Forms
import Foundation

/// A submission claimed by a worker: what is needed to read and judge it.
package struct Work: Hashable, Sendable {
  package var digest: Digest
  /// How the bytes first came; later copies do not change it.
  package var arrival: Arrival
  /// The file's name as first given, for the clerk.
  package var name: String
  /// Which beginning this is, from 1; counted when claimed, so that a document that kills its worker runs out of them.
  package var attempt: Int
  /// The lock of the worker that holds it.
  var workerID: String
  var workerName: String
}

/// How much there is to do, for summaries and the health page.
package struct Backlog: Hashable, Sendable {
  /// Submissions by stage and cases by state; what is absent is none.
  package var submissions: [Stage: Int]
  package var cases: [CaseState: Int]
  /// When the oldest submission not yet read was taken in.
  package var oldestUnread: Date?
}
