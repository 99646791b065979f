import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct DatabaseTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func `the writer is synchronous FULL, in WAL mode, with foreign keys`() throws {
    let store = try scratch.store()
    let pragmas = try store.database.writeWithoutTransaction { db in
      try ["synchronous", "journal_mode", "foreign_keys", "busy_timeout"].map {
        try String.fetchOne(db, sql: "PRAGMA \($0)")
      }
    }
    #expect(pragmas == ["2", "wal", "1", "5000"])
  }

  @Test func `the store tells when its writer would lose rows at a power loss`() throws {
    let store = try scratch.store()
    #expect(try store.durability().isFull)
    try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
    #expect(try store.durability() == Durability(journal: "wal", synchronous: 1))
    #expect(try !store.durability().isFull)
  }

  @Test func `an empty folder becomes a store that opens again, closed to others`() throws {
    _ = try scratch.store()
    let store = try scratch.store()
    #expect(try store.list().isEmpty)
    #expect(try store.faults().isEmpty)
    for (name, mode) in [("", 0o700), ("/guichet.sqlite", 0o600), ("/guichet.sqlite-wal", 0o600)] {
      let found = try FileManager.default.attributesOfItem(atPath: scratch.data + name)[.posixPermissions] as? Int
      #expect(found == mode)
    }
  }

  @Test func `a store is made where not even the folder above it is`() throws {
    let store = try CaseStore(folder: scratch.folder + "/share/guichet/../office/", settings: sampleSettings)
    #expect(store.folder == scratch.folder + "/share/office")
    #expect(try store.list().isEmpty)
  }

  @Test func `a folder that cannot be written is named`() throws {
    let file = try scratch.write("not a folder", to: "file")
    #expect(throws: StoreError.notWritable(folder: file + "/data", code: ENOTDIR)) {
      try CaseStore(folder: file + "/data", settings: sampleSettings)
    }
  }

  @Test func `several programs may open an empty folder at once`() throws {
    let (data, failures) = (scratch.data, Failures())
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      failures.catching { _ = try CaseStore(folder: data, settings: sampleSettings) }
    }
    #expect(failures.all.isEmpty)
  }

  @Test func `a file that is no database is named as damaged`() throws {
    mkdir(scratch.data, 0o700)
    try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: scratch.data + "/guichet.sqlite"))
    #expect(throws: StoreError.corrupt(folder: scratch.data)) { try scratch.store() }
  }

  @Test func `an overwritten page is found, and the originals are still there to rebuild from`() throws {
    let path = scratch.data + "/guichet.sqlite"
    var digest: Digest?
    do {
      let store = try scratch.store()
      digest = try store.takeIn(path: scratch.write("%PDF")).digest
      try store.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
    let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    for page in 1..<(size / 4096) {
      try file.seek(toOffset: UInt64(page * 4096))
      try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
    }
    try file.close()
    #expect(throws: StoreError.corrupt(folder: scratch.data)) {
      let store = try scratch.store()
      _ = try store.takeIn(path: scratch.write("%PDF"))
    }
    let originals = try Originals(in: scratch.data, maximumBytes: 1_000_000)
    #expect(try originals.digests() == [#require(digest)])
  }

  @Test(arguments: [true, false])
  func `a database gone from beside its originals is told, not made anew`(isEmptied: Bool) throws {
    let path = scratch.data + "/guichet.sqlite"
    _ = try scratch.store().takeIn(path: scratch.write("%PDF"))
    for end in ["", "-wal", "-shm"] { unlink(path + end) }
    if isEmptied { try Data().write(to: URL(fileURLWithPath: path)) }
    #expect(throws: StoreError.databaseLost(folder: scratch.data)) { try scratch.store() }
  }

  @Test func `a database full by its own limit is a full disk`() throws {
    let store = try scratch.store()
    try store.database.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    #expect(throws: StoreError.diskFull(folder: scratch.data)) {
      for n in 0..<2000 {
        _ = try store.takeIn(path: scratch.write("%PDF"), delivery("\(n) " + String(repeating: "x", count: 2000)))
      }
    }
  }

  @Test func `a database held by another program is busy, then free again`() throws {
    var settings = sampleSettings
    settings.busyTimeout = 0.2
    let (store, other) = (try scratch.store(settings), try scratch.store())
    let path = try scratch.write("%PDF")
    try other.database.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: StoreError.busy(folder: scratch.data)) { try store.takeIn(path: path) }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try store.takeIn(path: path).isNewSubmission)
  }

  @Test func `a database of a newer program is refused`() throws {
    _ = try scratch.store().database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 future')") }
    #expect(throws: StoreError.newerLayout(folder: scratch.data)) { try scratch.store() }
  }

  @Test func `only one service runs on a folder`() throws {
    let (store, other) = (try scratch.store(), try scratch.store())
    do {
      let lock = try store.lockForService()
      #expect(throws: StoreError.alreadyRunning(folder: scratch.data)) { _ = try other.lockForService() }
      withExtendedLifetime(lock) {}
    }
    _ = try other.lockForService()
  }

  @Test(arguments: [("0:45", "nfs4"), ("0:46", "cifs"), ("254:1", nil), ("9:9", nil)])
  func `network file systems are told by the mount table`(device: String, type: String?) {
    let mounts = #"""
      22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
      40 22 0:45 / - rw shared:3 master:1 - nfs4 - rw
      41 22 0:46 / /mnt/b rw - cifs //server/a\040-\040b rw
      """#
    #expect(networkFileSystem(device: device, in: mounts) == type)
  }

  @Test func `a temporary folder is local`() throws {
    #expect(try networkFileSystem(of: scratch.folder) == nil)
  }

  @Test(arguments: ["audit", "arrivals", "readings"])
  func `what was written is never changed nor removed`(table: String) throws {
    let store = try scratch.store()
    _ = try store.fileOne(scratch)
    for statement in ["UPDATE \(table) SET at = 0", "DELETE FROM \(table)"] {
      #expect(throws: DatabaseError.self) { try store.database.write { try $0.execute(sql: statement) } }
    }
  }

  @Test(arguments: [
    "UPDATE audit SET actor = 'nobody' WHERE id = 2", "DELETE FROM audit WHERE id = 2",
    "UPDATE audit SET actor = '', action = actor || action WHERE id = 2",
  ])
  func `an audit line changed behind the program's back shows`(statement: String) throws {
    let store = try scratch.store()
    let number = try store.fileOne(scratch)
    _ = try store.claim(number, as: "marie", now: noon)
    #expect(try store.faults().isEmpty)
    try store.database.write { db in
      try db.execute(sql: "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete; " + statement)
    }
    #expect(try store.faults().contains { if case .audit = $0 { true } else { false } })
  }

  @Test func `a lost original shows`() throws {
    let store = try scratch.store()
    let digest = try store.takeIn(path: scratch.write("%PDF")).digest
    unlink(store.originals.path(of: digest))
    #expect(try store.faults() == [.original(digest, isMissing: true)])
  }
}

/// Errors caught on other threads.
final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var all: [any Error] = []

  func catching(_ body: () throws -> Void) {
    do { try body() } catch { lock.withLock { all.append(error) } }
  }
}
