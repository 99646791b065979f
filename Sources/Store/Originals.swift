import Foundation

/// The untouched bytes of every submission, one read-only file each, named by their digest: `originals/ab/cdef…`.
///
/// A file is whole and durable before anything speaks of it: copied to `tmp/`, synchronised, renamed, its folder
/// synchronised. A crash at any point leaves at most a file in `tmp/`, which `sweep` removes.
package struct Originals: Sendable {
  /// What was stored.
  package struct Stored: Hashable, Sendable {
    package var digest: Digest
    package var bytes: Int
  }

  private let folder: String
  private let temporary: String
  private let maximumBytes: Int

  init(in data: String, maximumBytes: Int) throws {
    (folder, temporary, self.maximumBytes) = (data + "/originals", data + "/tmp", maximumBytes)
    try makeFolder(folder)
    try makeFolder(temporary)
    try synchronize(folder: data)
  }

  /// Where the original lies, whether or not it does.
  package func path(of digest: Digest) -> String { subfolder(of: digest) + "/" + digest.hex.dropFirst(2) }

  private func subfolder(of digest: Digest) -> String { folder + "/" + digest.hex.prefix(2) }

  /// Opens the original of a submission for reading.
  package func open(_ digest: Digest) throws -> OpenFile {
    do {
      return try OpenFile(reading: path(of: digest))
    } catch StoreError.unreadable(code: ENOENT) {
      throw StoreError.originalMissing(digest)
    }
  }

  /// Copies the bytes of an open file, from its start, and answers once they are durable.
  ///
  /// Bytes already stored stay as they are; an original that was lost or damaged is mended.
  package func add(_ source: borrowing OpenFile) throws -> Stored {
    let before = try status(of: source.descriptor)
    guard before.isRegular else { throw StoreError.notARegularFile }
    guard before.size <= maximumBytes else { throw StoreError.tooLarge(limit: maximumBytes) }
    let draft = temporary + "/" + UUID().uuidString
    do {
      let stored = try copy(source, to: draft)
      guard try status(of: source.descriptor) == before, stored.bytes == before.size else {
        throw StoreError.changedWhileCopied
      }
      if (try? isIntact(stored.digest)) == true {
        unsafe unlink(draft)
      } else {
        try place(draft, as: stored.digest)
      }
      try synchronize(folder: subfolder(of: stored.digest))
      try synchronize(folder: folder)
      return stored
    } catch {
      unsafe unlink(draft)
      throw error
    }
  }

  private func copy(_ source: borrowing OpenFile, to draft: String) throws -> Stored {
    let descriptor = unsafe Foundation.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o400)
    guard descriptor >= 0 else { throw StoreError(writing: errno, folder: temporary) }
    let target = OpenFile(owning: descriptor)
    var hash = RunningHash()
    var bytes = 0
    try unsafe forEachPiece(of: source) { piece in
      bytes += piece.count
      guard bytes <= maximumBytes else { throw StoreError.tooLarge(limit: maximumBytes) }
      unsafe hash.add(piece)
      try unsafe write(piece, to: target.descriptor)
    }
    return Stored(digest: hash.finished(), bytes: bytes)
  }

  private func place(_ draft: String, as digest: Digest) throws {
    let file = try OpenFile(reading: draft)
    guard fsync(file.descriptor) == 0 else { throw StoreError(writing: errno, folder: temporary) }
    try makeFolder(subfolder(of: digest))
    guard unsafe rename(draft, path(of: digest)) == 0 else { throw StoreError(writing: errno, folder: folder) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
    var written = 0
    while written < bytes.count {
      let count = unsafe Foundation.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw StoreError(writing: count < 0 ? errno : ENOSPC, folder: temporary) }
      written += count
    }
  }

  /// Every digest that has a file, in no order: what a lost database can be rebuilt from.
  package func digests() throws -> [Digest] {
    let files = FileManager.default
    return try files.contentsOfDirectory(atPath: folder).flatMap { prefix in
      try files.contentsOfDirectory(atPath: folder + "/" + prefix).compactMap { Digest(prefix + $0) }
    }
  }

  /// Whether the stored bytes still are what their name says.
  package func isIntact(_ digest: Digest) throws -> Bool { try Digest(of: open(digest)) == digest }

  /// Removes copies that a crash left unfinished before the given instant.
  package func sweep(before limit: Date) throws {
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: temporary) {
      let path = temporary + "/" + name
      let modified = try? files.attributesOfItem(atPath: path)[.modificationDate] as? Date
      if let modified, modified < limit { unsafe unlink(path) }
    }
  }
}
