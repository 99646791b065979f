import CSandbox
import Foundation

/// A running fork server: warm, trusted, and never in touch with a document's bytes.
///
/// It ends when its socket closes, so with its owner, however that one ends. (A parent-death signal would be tied to the
/// thread that launched it, which Swift's pools end at will.)
struct WorkerServer: ~Copyable {
  private let process: pid_t
  private let control: OwnedDescriptor
  private(set) var documents = 0

  /// Time for linking, the models' loading and the self-test; half a second is usual.
  private static let startMilliseconds: Int64 = 60_000

  /// Launches the program and waits until it is ready to fork.
  init(_ program: WorkerProgram, definition: Data, settings: ReaderSettings) throws(ReaderError) {
    var ends: [Int32] = [-1, -1]
    let made = unsafe sandbox_socket_pair(&ends)
    guard made == 0 else { throw .system(doing: "a socket", code: -made) }
    let ours = try OwnedDescriptor(ends[0], doing: "a socket")
    let theirs = try OwnedDescriptor(ends[1], doing: "a socket")
    let start = try OwnedDescriptor(unsafe sandbox_anonymous_file("definition"), doing: "an anonymous file")
    guard start.fill(with: definition) else { throw .system(doing: "an anonymous file", code: errno) }
    let errors = try OwnedDescriptor(unsafe sandbox_bounded_file("errors", 1 << 16), doing: "an anonymous file")

    let process = try program.launch(
      ["--serve", "--maximum-pages", "\(settings.maximumPages)", "--maximum-pixels", "\(settings.maximumPixels)"],
      control: theirs.number, start: start.number, errors: errors.number)
    // Only the server may hold the other end, or its death would not be noticed.
    _ = consume theirs

    var hello = sandbox_hello()
    let answer = unsafe sandbox_receive(ours.number, &hello, MemoryLayout<sandbox_hello>.size, Self.startMilliseconds)
    guard answer == 0, hello.version == SANDBOX_VERSION else {
      let status = sandbox_stop(process, answer == -ETIMEDOUT ? 0 : 1000)
      throw .notReady(
        path: program.path, code: status >= 0 && status & 0x7f == 0 ? Int(status >> 8) & 0xff : nil,
        said: WorkerProgram.said(errors))
    }
    self.process = process
    control = ours
  }

  deinit {
    shutdown(control.number, Int32(SHUT_RDWR))
    _ = sandbox_stop(process, 1000)
  }

  /// What became of a request.
  enum Turn {
    case ended(Ending)
    /// The server was gone before it took the document: another may be asked.
    case refused
    /// The server died or fell silent with the document in hand.
    case lost
  }

  /// Has one document read into the answer file by a throw-away child, and says how that one ended.
  mutating func read(document: Int32, answer: Int32, limits: sandbox_limits) -> Turn {
    documents += 1
    var request = sandbox_request(version: UInt32(SANDBOX_VERSION), number: UInt32(documents), limits: limits)
    guard unsafe sandbox_send(control.number, &request, document, answer) == 0 else { return .refused }
    var report = sandbox_report()
    // The server holds the deadline; this one is for a server that does not.
    let patience = 1000 * Int64(limits.cpu_maximum_seconds) * Int64(SANDBOX_DEADLINE_FACTOR) + 30_000
    let got = unsafe sandbox_receive(control.number, &report, MemoryLayout<sandbox_report>.size, patience)
    if got == -ECONNRESET { return .refused }
    guard got == 0, report.version == SANDBOX_VERSION, report.number == request.number else { return .lost }
    return .ended(Ending(report))
  }
}
