/// Why no document can be read at all: always our fault or the machine's, never a document's.
package enum ReaderError: Error, Hashable, Sendable {
  /// The worker's program is not where it should be, or may not be run.
  case programMissing(path: String)
  /// The worker was started and did not become ready; `said` is what it wrote, `code` how it ended.
  case notReady(path: String, code: Int?, said: String)
  /// The machine refused what starting a worker or giving it a document takes.
  case system(doing: String, code: Int32)
  /// The deadline struck before a document had the processor time it may take. Not an outcome: it says nothing of the
  /// document, unless that happens again and again.
  case starved
  /// What was given to read is no regular file.
  case notAFile
  /// The settings leave the worker no room.
  case setting(name: String, value: Int, atLeast: Int)
  /// The form's definition cannot be written as JSON.
  case definition(form: String)
}

extension ReaderError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .programMissing(let path):
      "The reader cannot be run at \(path): install guichet-reader beside guichet, or name its path in the settings."
    case .notReady(let path, let code, let said):
      "The reader \(path) did not become ready"
        + (code.map { " (exit \($0))" } ?? " in time")
        + (said.isEmpty ? "" : ": \(said)") + ". Run “guichet doctor” to see what this machine lacks."
    case .system(let doing, let code):
      "The system refused \(doing) (error \(code)): free memory, descriptors or processes, then try again."
    case .starved:
      "This machine was too busy to read everything in time: run the same command again when it has less to do, or with fewer --jobs."
    case .notAFile:
      "What was given to read is not a regular file: give the stored original, opened for reading."
    case .setting(let name, let value, let atLeast):
      "The setting \(name) is \(value), which is too little to read anything: give at least \(atLeast)."
    case .definition(let form):
      "The definition of the form \(form) cannot be handed to the reader: run “guichet form check” on it."
    }
  }
}
