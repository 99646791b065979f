import CSandbox
import Forms

/// How a document's process ended, as its trusted server saw it.
struct Ending: Hashable {
  var exitCode: Int
  /// The signal that ended it, 0 for none.
  var signal: Int
  var deadlineStruck = false
  /// Whether an allocation was refused on the way.
  var memoryRefused = false
  var processorMicroseconds = 0
  var processorSecondsAllowed = 0
  /// The most memory it held, in bytes.
  var peak = 0

  /// Whether the deadline struck while processor time was left: the machine had none for it, or it only waited.
  var isStarved: Bool { deadlineStruck && !isSpent }

  private var isSpent: Bool { processorMicroseconds >= processorSecondsAllowed * 1_000_000 }

  /// Which limit it ran into or how it died, in the contract's words; nil when it ended well and its answer counts.
  func failure(memory: Int) -> (outcome: Outcome, reason: String)? {
    if deadlineStruck || signal == Self.processorTime { return (.overran, "time") }
    if signal == 0 { return exitCode == 0 ? nil : (.crashed, "exit \(exitCode)") }
    if signal == Self.fileSize { return (.overran, "output") }
    // The hard CPU limit kills; so does the kernel when the machine's memory runs out.
    if signal == Self.kill, isSpent { return (.overran, "time") }
    // A refused allocation ends as an abort, a trap or a null pointer. RSS stays below the limit, which counts
    // addresses: libraries, guard pages and what was asked for but never touched.
    let filled = peak >= memory / 4 * 3
    if memoryRefused || (filled && [Self.abort, Self.trap, Self.illegal, Self.kill].contains(signal)) {
      return (.overran, "memory")
    }
    return (.crashed, "signal \(Self.names[signal] ?? String(signal))")
  }

  // Linux's numbers, the same on the two architectures we build for.
  private static let (illegal, trap, abort, kill, processorTime, fileSize) = (4, 5, 6, 9, 24, 25)
  private static let names = [
    1: "HUP", 2: "INT", 3: "QUIT", 4: "ILL", 5: "TRAP", 6: "ABRT", 7: "BUS", 8: "FPE", 9: "KILL", 10: "USR1",
    11: "SEGV", 12: "USR2", 13: "PIPE", 14: "ALRM", 15: "TERM", 24: "XCPU", 25: "XFSZ", 31: "SYS",
  ]
}

extension Ending {
  init(_ report: sandbox_report) {
    self.init(
      exitCode: Int(report.exit_code), signal: Int(report.signal), deadlineStruck: report.deadline_struck != 0,
      memoryRefused: report.memory_refused != 0, processorMicroseconds: Int(clamping: report.cpu_microseconds),
      processorSecondsAllowed: Int(report.cpu_allowed_seconds), peak: Int(clamping: report.peak_bytes))
  }
}
