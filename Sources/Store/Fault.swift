/// What a look for damage found.
package enum Fault: Hashable, Sendable {
  /// The database file; SQLite's own words.
  case database(String)
  /// A line of the audit log that is not as it was written, or whose predecessor is gone.
  case audit(line: Int64)
  /// An original that cannot be read, or whose bytes are no longer what its name says.
  case original(Digest, isMissing: Bool)
}
