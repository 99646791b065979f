/// Why the worker cannot serve; seen by `guichet`, which repeats the sentence to the operator.
enum WorkerError: Error {
  case usage
  case definition
  case protection
  case threads
  case system(code: Int32)

  /// The exit codes of the contract.
  var exitCode: Int32 {
    switch self {
    case .usage: 64
    case .definition: 78
    case .protection, .threads, .system: 70
    }
  }
}

extension WorkerError: CustomStringConvertible {
  var description: String {
    switch self {
    case .usage:
      "guichet-reader is started by guichet, not by people; “guichet-reader --probe” says what protects documents here."
    case .definition:
      "The form's definition did not arrive whole: guichet and guichet-reader may be of different versions."
    case .protection:
      "Documents cannot be confined here: the kernel refuses limits or the system-call filter (seccomp)."
    case .threads:
      "A library started threads before the first document: OMP_THREAD_LIMIT=1 is missing from the environment."
    case .system(let code):
      "The system refused what serving takes (error \(code))."
    }
  }
}
