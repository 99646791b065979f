import Foundation

/// A file held by `flock`, which the system lets go when its process ends, however it ends.
struct FileLock: ~Copyable {
  private let file: OpenFile

  /// Takes the lock, waiting for it or not; nil when another holds it.
  init?(_ path: String, waiting: Bool = false) throws {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StoreError(writing: errno, folder: path) }
    let file = OpenFile(owning: descriptor)
    while flock(descriptor, waiting ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { throw StoreError(writing: errno, folder: path) }
      return nil
    }
    self.file = file
  }

  /// Whether the path still names the file that is locked; false once another has removed it.
  func isAt(_ path: String) throws -> Bool {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return false }
    return try status(of: file.descriptor).inode == UInt64(facts.st_ino)
  }
}

/// The right to be the only service on a data folder, held until it goes away.
package struct ServiceLock: ~Copyable {
  private let lock: FileLock

  init(folder: String) throws {
    guard let lock = try FileLock(folder + "/service.lock") else { throw StoreError.alreadyRunning(folder: folder) }
    self.lock = lock
  }
}
