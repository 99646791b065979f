import Foundation
import Testing

@testable import Store

@Suite struct OriginalsTests {
  let scratch: Scratch
  let originals: Originals

  init() throws {
    scratch = try Scratch()
    originals = try Originals(in: scratch.folder, maximumBytes: 1_000_000)
  }

  @Test func `an original is stored whole, read-only and under its digest`() throws {
    let text = String(repeating: "0123456789", count: 50_000)
    let stored = try originals.add(OpenFile(reading: scratch.write(text)))
    #expect(stored == Originals.Stored(digest: Digest(of: text.utf8), bytes: 500_000))
    let path = originals.path(of: stored.digest)
    #expect(path.hasSuffix("/originals/\(stored.digest.hex.prefix(2))/\(stored.digest.hex.dropFirst(2))"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    #expect(try mode(of: path) == 0o400)
    #expect(try mode(of: scratch.folder + "/originals") == 0o700)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder + "/tmp").isEmpty)
    #expect(try originals.digests() == [stored.digest])
  }

  @Test func `an empty file is an original too`() throws {
    #expect(try originals.add(OpenFile(reading: scratch.write(""))).bytes == 0)
  }

  @Test func `storing the same bytes again mends a damaged original`() throws {
    let path = try scratch.write("%PDF")
    let stored = try originals.add(OpenFile(reading: path))
    let original = originals.path(of: stored.digest)
    chmod(original, 0o600)
    try Data("evil".utf8).write(to: URL(fileURLWithPath: original))
    #expect(try !originals.isIntact(stored.digest))
    #expect(try originals.add(OpenFile(reading: path)) == stored)
    #expect(try originals.isIntact(stored.digest))
  }

  @Test func `a file over the limit is refused by name and leaves nothing`() throws {
    let path = try scratch.write(String(repeating: "x", count: 1_000_001))
    #expect(throws: StoreError.tooLarge(limit: 1_000_000)) { try originals.add(OpenFile(reading: path)) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder + "/tmp").isEmpty)
    #expect(try originals.digests().isEmpty)
  }

  @Test func `links, folders, pipes and devices are never opened`() throws {
    let file = try scratch.write("secret")
    symlink(file, scratch.folder + "/link.pdf")
    mkfifo(scratch.folder + "/pipe.pdf", 0o600)
    mkdir(scratch.folder + "/folder.pdf", 0o700)
    for path in ["/link.pdf", "/pipe.pdf", "/folder.pdf"].map({ scratch.folder + $0 }) + ["/dev/null"] {
      #expect(throws: StoreError.notARegularFile) { try OpenFile(reading: path).descriptor }
    }
    let missing = scratch.folder + "/no.pdf"
    #expect(throws: StoreError.unreadable(code: ENOENT)) { try OpenFile(reading: missing).descriptor }
  }

  @Test func `a missing original is named as such`() throws {
    let digest = Digest(of: "nothing".utf8)
    #expect(throws: StoreError.originalMissing(digest)) { try originals.open(digest).descriptor }
  }

  @Test func `sweeping removes old unfinished copies only`() throws {
    let draft = scratch.folder + "/tmp/left-by-a-crash"
    try Data("half".utf8).write(to: URL(fileURLWithPath: draft))
    try originals.sweep(before: Date(timeIntervalSinceNow: -3600))
    #expect(access(draft, F_OK) == 0)
    try originals.sweep(before: Date(timeIntervalSinceNow: 3600))
    #expect(access(draft, F_OK) != 0)
  }

  /// A disk of half a megabyte, which only an account that may mount can make.
  @Test(.enabled(if: getuid() == 0))
  func `a full disk is named, loses nothing, and work goes on when there is room`() throws {
    let disk = scratch.folder + "/disk"
    mkdir(disk, 0o700)
    guard run("/bin/mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk) == 0 else {
      try Test.cancel("this machine lets nobody mount a file system")
    }
    defer { _ = run("/bin/umount", "-l", disk) }
    let store = try CaseStore(folder: disk + "/data", settings: sampleSettings)
    let file = try scratch.write(String(repeating: "x", count: 300_000))
    let ballast = disk + "/ballast"
    // As much as fits, so that the next write finds no room.
    try? Data(count: 10_000_000).write(to: URL(fileURLWithPath: ballast))
    #expect(throws: StoreError.self) { try store.takeIn(path: file) }
    do { _ = try store.takeIn(path: file) } catch let error as StoreError {
      #expect(error.remedy == .retry)
      guard case .diskFull = error else { throw error }
    }
    #expect(try store.backlog().submissions.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk + "/data/tmp").isEmpty)
    unlink(ballast)
    #expect(try store.takeIn(path: file).isNewSubmission)
  }

  private func mode(of path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  private func run(_ program: String, _ arguments: String...) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
