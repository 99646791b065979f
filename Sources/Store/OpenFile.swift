import Foundation

/// An open regular file, closed when its owner goes away.
package struct OpenFile: ~Copyable {
  /// The descriptor, to lend to a reader; it stays ours to close.
  package let descriptor: Int32

  /// Opens a file for reading; follows no link, waits for no pipe, and refuses whatever is not a regular file.
  package init(reading path: String) throws {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw errno == ELOOP ? .notARegularFile : StoreError.unreadable(code: errno) }
    guard let facts = try? status(of: descriptor), facts.isRegular else {
      close(descriptor)
      throw StoreError.notARegularFile
    }
    self.descriptor = descriptor
  }

  /// Takes over a descriptor made by this module.
  init(owning descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}

/// What tells whether a file changed between two looks.
struct FileStatus: Equatable {
  var isRegular: Bool
  var size: Int
  var modified: Int
  var changed: Int
  var inode: UInt64
}

/// Looks at an open file.
func status(of descriptor: Int32) throws -> FileStatus {
  var facts = stat()
  guard unsafe fstat(descriptor, &facts) == 0 else { throw StoreError.unreadable(code: errno) }
  return FileStatus(
    isRegular: facts.st_mode & S_IFMT == S_IFREG, size: Int(facts.st_size),
    modified: facts.st_mtim.tv_sec * 1_000_000_000 + facts.st_mtim.tv_nsec,
    changed: facts.st_ctim.tv_sec * 1_000_000_000 + facts.st_ctim.tv_nsec, inode: UInt64(facts.st_ino))
}

/// Reads an open file from its start, piece by piece, without moving its offset.
func forEachPiece(
  of file: borrowing OpenFile, _ body: (UnsafeRawBufferPointer) throws -> Void
) throws {
  var buffer = [UInt8](repeating: 0, count: 1 << 17)
  var offset: off_t = 0
  while true {
    let count = unsafe pread(file.descriptor, &buffer, buffer.count, offset)
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { throw StoreError.unreadable(code: errno) }
    guard count > 0 else { return }
    try unsafe buffer.withUnsafeBytes { try unsafe body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    offset += off_t(count)
  }
}

/// Makes what a folder lists durable.
func synchronize(folder: String) throws {
  let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw StoreError(writing: errno, folder: folder) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw StoreError(writing: errno, folder: folder) }
}

/// Makes a folder only its owner may enter, and those above it that are missing; one that exists is left as it is.
func makeFolder(_ path: String) throws {
  if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST { return }
  let (code, parent) = (errno, URL(fileURLWithPath: path).deletingLastPathComponent().path)
  guard code == ENOENT, parent != path else { throw StoreError(writing: code, folder: path) }
  try makeFolder(parent)
  guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw StoreError(writing: errno, folder: path) }
}
