import CSandbox
import Forms
import Foundation

/// Reads documents, each in a throw-away process without network, files or time to spare.
///
/// One reader a job: it is not `Sendable`, reads one document at a time and blocks its thread meanwhile. It launches its
/// server at the first document (or at `start`), replaces it after so many, and takes it along when it goes.
package final class Reader {
  private let settings: ReaderSettings
  private let program: WorkerProgram
  private let definition: Data
  private let check: AnswerCheck
  private var server: WorkerServer?

  /// Makes a reader of this form; throws when the worker's program is missing or the settings leave it no room.
  package init(definition: FormDefinition, settings: ReaderSettings = ReaderSettings()) throws(ReaderError) {
    try settings.validate()
    guard let encoded = try? JSONEncoder().encode(definition) else { throw .definition(form: definition.id) }
    (self.settings, self.definition) = (settings, encoded)
    program = try WorkerProgram(settings)
    check = AnswerCheck(definition, maximumPages: settings.maximumPages)
  }

  /// Launches the server now, so that the first document need not wait for it (about 0.2 s).
  package func start() throws(ReaderError) {
    if server == nil { server = try WorkerServer(program, definition: definition, settings: settings) }
  }

  /// Reads the document behind a descriptor of a regular file, from its start, whatever its position.
  ///
  /// Whatever is wrong with the document comes back as an outcome; it throws only when we cannot work, or had no time
  /// for it (`starved`): it may then be read again.
  package func read(_ descriptor: Int32) throws(ReaderError) -> DocumentReading {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(doing: "a look at the document", code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    if status.st_size == 0 { return DocumentReading(outcome: .unreadable, reason: "empty") }
    if status.st_size > settings.maximumBytes { return DocumentReading(outcome: .unreadable, reason: "tooLarge") }

    // Opened anew: a child must be able neither to write to the original nor to move our place in it.
    let document = try OwnedDescriptor(sandbox_reopen(descriptor), doing: "a second look at the document")
    let answer = try OwnedDescriptor(unsafe sandbox_anonymous_file("answer"), doing: "an anonymous file")
    if let documents = server?.documents, documents >= settings.documentsPerServer { server = nil }
    switch try ending(document.number, answer.number) {
    case nil: return DocumentReading(outcome: .crashed, reason: "worker")
    case let ending? where ending.isStarved: throw .starved
    case let ending?:
      if let failure = ending.failure(memory: settings.memory) {
        return DocumentReading(outcome: failure.outcome, reason: failure.reason)
      }
    }
    return check.reading(of: answer.contents(upTo: settings.maximumAnswer))
      ?? DocumentReading(outcome: .crashed, reason: "answer")
  }

  /// How the child of this document ended; nil when the server itself was lost with it.
  private func ending(_ document: Int32, _ answer: Int32) throws(ReaderError) -> Ending? {
    // A server that died while idle never saw this document, so it may be asked again, once.
    for _ in 0..<2 {
      try start()
      switch server?.read(document: document, answer: answer, limits: settings.limits) {
      case .ended(let ending): return ending
      case .lost:
        server = nil
        return nil
      case .refused, nil: server = nil
      }
    }
    throw .notReady(path: program.path, code: nil, said: "")
  }
}

extension ReaderSettings {
  /// The limits of one document as the server takes them.
  var limits: sandbox_limits {
    sandbox_limits(
      memory_bytes: UInt64(memory), output_bytes: UInt64(maximumAnswer),
      cpu_base_seconds: UInt32(clamping: processorBase), cpu_page_seconds: UInt32(clamping: processorPerPage),
      cpu_maximum_seconds: UInt32(clamping: processorMaximum), maximum_pages: UInt32(clamping: maximumPages))
  }

  /// Refuses what would make every document fail.
  func validate() throws(ReaderError) {
    let least: [(String, Int, Int)] = [
      ("memory", memory, 128 << 20), ("processorBase", processorBase, 1), ("processorPerPage", processorPerPage, 0),
      ("processorMaximum", processorMaximum, processorBase), ("maximumPages", maximumPages, 1),
      ("maximumPixels", maximumPixels, 1_000_000), ("maximumBytes", maximumBytes, 1),
      ("maximumAnswer", maximumAnswer, 4096), ("documentsPerServer", documentsPerServer, 1),
    ]
    for (name, value, atLeast) in least where value < atLeast {
      throw .setting(name: name, value: value, atLeast: atLeast)
    }
  }
}
