import CSandbox
import Foundation

/// The worker's program and the little of our environment it is given.
struct WorkerProgram {
  let path: String

  /// Finds the program, beside the running executable when the settings name none.
  init(_ settings: ReaderSettings) throws(ReaderError) {
    if let program = settings.program {
      path = program
    } else {
      guard let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
        throw .programMissing(path: "guichet-reader")
      }
      let folder = URL(filePath: own).deletingLastPathComponent()
      path = folder.appending(path: "guichet-reader").path(percentEncoded: false)
    }
    guard unsafe access(path, X_OK) == 0 else { throw .programMissing(path: path) }
  }

  /// What the worker sees of the world. `OMP_THREAD_LIMIT` must stand before exec: later it has no effect, and Tesseract
  /// with threads is ten times slower and cannot be forked. What is freed is kept for the next block of its size, of which there are
  /// thousands: a process lives for one document. Swift's backtraces would write memory, so personal data.
  static var environment: [String] {
    let fixed = [
      "OMP_THREAD_LIMIT=1", "SWIFT_BACKTRACE=enable=no", "MALLOC_ARENA_MAX=2",
      "GLIBC_TUNABLES=glibc.malloc.tcache_count=1000", "LD_BIND_NOW=1", "LANG=C.UTF-8", "TZ=UTC", "HOME=/nonexistent", "PATH=/usr/bin:/bin",
    ]
    // Where this installation keeps its libraries and models; nothing else of ours is the worker's business.
    let ours = ProcessInfo.processInfo.environment
    return fixed + ["TESSDATA_PREFIX", "LD_LIBRARY_PATH"].compactMap { name in ours[name].map { "\(name)=\($0)" } }
  }

  /// Starts the program in a session of its own with these descriptors and no others of ours; answers its process id.
  func launch(
    _ arguments: [String], control: Int32 = -1, start: Int32 = -1, output: Int32 = -1, errors: Int32
  ) throws(ReaderError) -> pid_t {
    let process = unsafe withCStrings([path] + arguments) { arguments in
      unsafe withCStrings(Self.environment) { environment in
        unsafe sandbox_launch(path, arguments, environment, control, start, output, errors)
      }
    }
    guard process > 0 else { throw .system(doing: "starting \(path)", code: -process) }
    return process
  }

  /// What a worker wrote of its troubles before it saw any document, as one printable line.
  static func said(_ errors: borrowing OwnedDescriptor) -> String {
    let bytes = errors.contents(upTo: 600)?.prefix { $0 != 0 } ?? Data()
    let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).joined(separator: " ")
    return String(String.UnicodeScalarView(line.unicodeScalars.filter { !$0.properties.generalCategory.isControl }))
  }
}

extension Unicode.GeneralCategory {
  /// Whether characters of the category steer a terminal instead of showing something.
  fileprivate var isControl: Bool { self == .control || self == .format }
}

/// Lends the texts as C strings, ended by a null pointer, for the time of the call.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = unsafe texts.map { unsafe strdup($0) } + [nil]
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe copies.withUnsafeBufferPointer { unsafe body($0.baseAddress!) }
}
