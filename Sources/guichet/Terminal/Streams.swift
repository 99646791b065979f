import Foundation

/// Says that whoever read our results has gone, as `head` does; the work may end quietly.
struct ReaderGone: Error {}

/// Writes everything to a stream; waits for nobody but its reader.
private func write(_ text: String, to descriptor: Int32) throws {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = unsafe bytes.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else {
      if errno == EPIPE { throw ReaderGone() }
      throw Failure.cannotWrite(path: "stdout", code: errno)
    }
    bytes = bytes.dropFirst(count)
  }
}

/// Writes results: standard output, as they come.
func put(_ text: String) throws { try write(text + "\n", to: 1) }

/// Writes what is not a result: standard error. That nobody listens there is no reason to stop.
func note(_ text: String) { try? write(text + "\n", to: 2) }

/// Says on standard error what is wrong with one file or case.
func note(_ subject: String, _ reason: String, _ say: Voice) { note(subject.shown + say.colon + reason) }

/// Writes one value as a line of JSON, keys in alphabetical order.
func putJSON(_ value: some Encodable) throws { try put(jsonLine(value)) }

func jsonLine(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  encoder.dateEncodingStrategy = .iso8601
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// Shows how far a long job is, on one line of standard error that is written over; silent where that is no terminal.
final class ProgressLine {
  private let terminal: Terminal
  private let label: String
  private let total: Int
  private var shown: ContinuousClock.Instant?
  private var isDrawn = false

  init(_ label: String, total: Int, on terminal: Terminal) {
    (self.label, self.total, self.terminal) = (label, total, terminal)
  }

  /// Shows that so many are done; redraws at most ten times a second.
  func show(_ done: Int) {
    let now = ContinuousClock.now
    guard terminal.showsProgress, total > 1, shown.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
    shown = now
    let count = " \(done)/\(total)"
    let room = max(0, min(40, terminal.errorWidth - label.columns - count.columns - 4))
    let filled = room * done / max(1, total)
    let bar = String(repeating: "━", count: filled) + String(repeating: "╌", count: room - filled)
    draw("\(label) \(bar)\(count)")
  }

  /// Takes the line away again, so that what follows stands on a clean one.
  func clear() { if isDrawn { draw("") } }

  private func draw(_ line: String) {
    isDrawn = true
    FileHandle.standardError.write(Data("\r\u{1B}[2K\(line.cut(to: terminal.errorWidth - 1))".utf8))
  }
}
