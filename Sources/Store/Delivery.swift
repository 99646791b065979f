import Forms
import Foundation

/// One coming of a file: what is known of it beside its bytes.
package struct Delivery: Hashable, Sendable {
  /// What tells this coming from any other of the same bytes, such as `imap:…/uidvalidity/uid` or a path with its inode
  /// and time; the same bytes with the same identity are the same coming, seen twice.
  package var identity: String
  package var arrival: Arrival
  /// The file's name as the sender gave it; shown to the clerk, never used as a path.
  package var name: String
  package var sender: String?
  /// Where it was found, kept for the clerk.
  package var source: String?

  package init(identity: String, arrival: Arrival, name: String, sender: String? = nil, source: String? = nil) {
    (self.identity, self.arrival, self.name) = (identity, arrival, name)
    (self.sender, self.source) = (sender, source)
  }
}

extension Delivery {
  /// Describes a file put in a folder: the same path with the same file in it, untouched since, is the same delivery.
  package init(of file: borrowing OpenFile, at path: String, arrival: Arrival) throws {
    let facts = try status(of: file.descriptor)
    let url = URL(fileURLWithPath: path).standardizedFileURL
    self.init(
      identity: "file:\(facts.inode):\(facts.modified):\(url.path)", arrival: arrival, name: url.lastPathComponent,
      source: url.path)
  }
}

/// What taking a file in came to.
package struct Receipt: Hashable, Sendable {
  package var digest: Digest
  /// Whether these bytes were never seen before: only then is there work to do.
  package var isNewSubmission: Bool
  /// Whether this coming was never seen before; false when the same delivery is offered again.
  package var isNewArrival: Bool
  /// The day the same bytes first came, when they had come before by another delivery.
  package var firstReceived: CalendarDate?
  /// The cases the bytes already have.
  package var cases: [CaseNumber]

  /// Whether this is a second copy of something already received, which CRS-03 reports.
  package var isDuplicate: Bool { firstReceived != nil }
}

/// An arrival as it was written down.
package struct ArrivalRecord: Hashable, Sendable {
  package var delivery: Delivery
  /// When it was taken in.
  package var at: Date
}
