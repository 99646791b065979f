import Foundation

/// One that claims submissions to read them, known to others to be alive for as long as this object is.
///
/// It holds a lock on `workers/<id>` that the system lets go when the process ends, so that work left by a killed
/// process is free at once, whatever the clocks say.
package final class Worker: Sendable {
  /// The name shown in the queue, such as `reader-1`.
  package let name: String
  let id: String
  private let path: String
  private let lock: FileLock

  init(name: String, folder: String) throws {
    try makeFolder(folder)
    for old in try FileManager.default.contentsOfDirectory(atPath: folder) {
      if try !Worker.isAlive(old, folder: folder) { unsafe unlink(folder + "/" + old) }
    }
    while true {
      let id = UUID().uuidString
      // Another worker that tidies up may hold or remove the file before it is locked: take another name then.
      guard let lock = try FileLock(folder + "/" + id), try lock.isAt(folder + "/" + id) else { continue }
      (self.name, self.id, path) = (name, id, folder + "/" + id)
      self.lock = lock
      return
    }
  }

  deinit { unsafe unlink(path) }

  /// Whether the worker's process still runs.
  static func isAlive(_ id: String, folder: String) throws -> Bool {
    let path = folder + "/" + id
    guard unsafe access(path, F_OK) == 0 else { return false }
    return try FileLock(path) == nil
  }
}

/// Seconds since this machine started, sleep included: what leases are measured by, since nobody can set this clock.
package func uptime() -> TimeInterval {
  var time = timespec()
  unsafe clock_gettime(CLOCK_BOOTTIME, &time)
  return TimeInterval(time.tv_sec) + TimeInterval(time.tv_nsec) / 1e9
}
