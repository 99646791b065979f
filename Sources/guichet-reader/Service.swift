import CSandbox
import Forms
import Foundation
import Recognition

/// The warm server's state, which every forked child inherits by copy and uses for one document.
final class Service {
  private var reader: DocumentReader
  private let encoder: JSONEncoder

  /// Isolates the process, warms everything up and serves until the parent closes its socket.
  static func run(_ limits: ReadingLimits) throws(WorkerError) {
    // Before any library is awake: namespaces can be left only by a process of one thread.
    var held = sandbox_protections()
    unsafe sandbox_isolate(&held)
    let service = try Service(limits)
    let context = unsafe Unmanaged.passRetained(service).toOpaque()
    let failure = unsafe sandbox_serve(
      GuichetReader.readablePathsForC(),
      { context in unsafe Unmanaged<Service>.fromOpaque(context!).takeUnretainedValue().readDocument() }, context)
    switch failure {
    case 0: return
    case -EPERM: throw .protection
    case -EBUSY: throw .threads
    default: throw .system(code: -failure)
    }
  }

  private init(_ limits: ReadingLimits) throws(WorkerError) {
    guard let definition = DescriptorFile(SANDBOX_START).contents(),
      let definition = try? JSONDecoder().decode(FormDefinition.self, from: Data(definition))
    else { throw .definition }
    close(Int32(SANDBOX_START))
    var reader = DocumentReader(definition: definition, limits: limits)
    // The practice form's stay open too, and with them the parameters that Poppler's documents share.
    reader.leavesOpen = true
    encoder = JSONEncoder()
    guard (try? encoder.encode(reader.warmUp())) != nil else { throw .definition }
    self.reader = reader
  }

  /// Reads the one document of this child and leaves its answer; says nothing when it cannot.
  private func readDocument() {
    guard let bytes = DescriptorFile(SANDBOX_DOCUMENT).contents() else { return }
    sandbox_claim_pages(UInt32(clamping: Self.pagesWorth(of: bytes.count)))
    guard let answer = try? encoder.encode(reader.read(bytes)) else { return }
    DescriptorFile(SANDBOX_ANSWER).write(answer)
  }

  /// The pages for which a document of this size may take time.
  ///
  /// Only recognition costs seconds, and only images need it: a page of fax, the leanest, takes 20 kB. A document that
  /// lies about itself by its size gains nothing over one that is large.
  private static func pagesWorth(of bytes: Int) -> Int { 1 + bytes / 20_000 }
}
