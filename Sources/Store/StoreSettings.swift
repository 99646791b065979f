import Foundation

/// The limits the store keeps to.
package struct StoreSettings: Hashable, Sendable {
  /// The largest file taken in, in bytes.
  package var maximumBytes: Int
  /// How long to wait for another process's lock on the database, in seconds.
  package var busyTimeout: TimeInterval
  /// How many times a submission is begun before it is set aside.
  package var maximumAttempts: Int
  /// The zone in which a decision's instant becomes a day.
  package var timeZone: TimeZone

  package init(
    maximumBytes: Int = 100_000_000, busyTimeout: TimeInterval = 10, maximumAttempts: Int = 3,
    timeZone: TimeZone = .current
  ) {
    (self.maximumBytes, self.busyTimeout) = (maximumBytes, busyTimeout)
    (self.maximumAttempts, self.timeZone) = (maximumAttempts, timeZone)
  }
}
