import Forms
import Foundation
import GRDB

/// Everything the office holds: originals in a folder, and in one SQLite database the submissions, the cases, their
/// history and the audit log.
///
/// Several programs may use one data folder at once; every change is one transaction, durable when the call returns.
/// Instants and days come in as parameters; nothing here asks the time, except leases, which ask the machine's uptime.
package struct CaseStore: Sendable {
  /// The data folder, as a full path.
  package let folder: String
  package let settings: StoreSettings
  package let originals: Originals
  let database: DatabasePool

  /// Opens the data folder and brings the database to the present layout.
  /// - Parameter making: Whether to make what is missing, which only who takes files in may ask for: a folder mistyped
  ///   would else be an empty queue.
  package init(folder: String, settings: StoreSettings = StoreSettings(), making: Bool = true) throws {
    let folder = URL(fileURLWithPath: folder).standardizedFileURL.path
    (self.folder, self.settings) = (folder, settings)
    guard making || Self.isThere(in: folder) else { throw StoreError.noData(folder: folder) }
    try makeFolder(folder)
    if let name = try networkFileSystem(of: folder) { throw StoreError.networkFileSystem(name, folder: folder) }
    originals = try Originals(in: folder, maximumBytes: settings.maximumBytes)
    // Two programs that find an empty folder at once would both build the database.
    guard let opening = try FileLock(folder + "/opening.lock", waiting: true) else {
      throw StoreError.busy(folder: folder)
    }
    defer { withExtendedLifetime(opening) {} }
    // A new database would hide that the old one, with its queue and its log, is gone.
    let bytes = try? FileManager.default.attributesOfItem(atPath: folder + "/guichet.sqlite")[.size] as? Int
    guard try bytes ?? 0 > 0 || originals.digests().isEmpty else { throw StoreError.databaseLost(folder: folder) }
    database = try translating(folder) { try openDatabase(folder: folder, settings: settings) }
  }

  /// Whether something was ever taken in there, or what is left of it.
  package static func isThere(in folder: String) -> Bool {
    ["guichet.sqlite", "originals"].contains { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
  }

  /// Takes the right to be the only service on this data folder; short commands need none.
  package func lockForService() throws -> ServiceLock { try ServiceLock(folder: folder) }

  /// Makes a worker that can claim submissions.
  package func worker(named name: String) throws -> Worker { try Worker(name: name, folder: workers) }

  var workers: String { folder + "/workers" }

  /// Looks for damage; slow on a large store. None is found when all is well.
  package func faults() throws -> [Fault] {
    var faults = try read { db in
      var faults = try String.fetchAll(db, sql: "PRAGMA quick_check").filter { $0 != "ok" }.map(Fault.database)
      if let line = try firstBrokenAuditLine(in: db) { faults.append(.audit(line: line)) }
      return faults
    }
    let known = try read { db in try String.fetchAll(db, sql: "SELECT digest FROM submissions ORDER BY digest") }
    for digest in known.compactMap({ Digest($0) }) {
      let intact = try? originals.isIntact(digest)
      if intact != true { faults.append(.original(digest, isMissing: intact == nil)) }
    }
    return faults
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try translating(folder) { try database.read(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try translating(folder) { try database.write(body) }
  }
}

/// Turns what SQLite and the decoders throw into the store's own errors.
func translating<Value>(_ folder: String, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw StoreError(error, folder: folder)
  } catch is UnreadableColumn {
    throw StoreError.corrupt(folder: folder)
  }
}

private func openDatabase(folder: String, settings: StoreSettings) throws -> DatabasePool {
  let path = folder + "/guichet.sqlite"
  // SQLite gives the files beside a database the rights of the database itself.
  let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
  guard descriptor >= 0 else { throw StoreError(writing: errno, folder: folder) }
  close(descriptor)

  var configuration = Configuration()
  configuration.busyMode = .timeout(settings.busyTimeout)
  configuration.maximumReaderCount = 4
  let pool = try DatabasePool(path: path, configuration: configuration)
  // GRDB has just set NORMAL, with which a committed row can vanish at power loss; a mail is marked only after FULL.
  try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
  guard try !pool.read(migrations.hasBeenSuperseded) else { throw StoreError.newerLayout(folder: folder) }
  try migrations.migrate(pool)
  return pool
}
