import Forms
import Foundation
import Pipeline
import Store

/// Reads files in order, judged or not; what `read`, `check` and `evaluate` have in common.
struct Assessment {
  let composition: Composition
  let terminal: Terminal
  let say: Voice

  init(_ composition: Composition, on terminal: Terminal) {
    (self.composition, self.terminal) = (composition, terminal)
    say = Voice(composition.settings.language.value)
  }

  /// Hands the forms of every file over, in the files' order, and notes each file that could not be taken in.
  /// - Parameter spent: Gets the milliseconds of processor time that reading each file took, where the system tells.
  /// - Returns: Whether all were taken in.
  func run(
    _ files: [String], arrival: @escaping @Sendable (String) -> Arrival?, spent: (Int) -> Void = { _ in },
    deliver: (String, [JudgedForm]) throws -> Void
  ) throws -> Bool {
    let progress = ProgressLine(say("Lecture", "Reading"), total: files.count, on: terminal)
    defer { progress.clear() }
    var (done, complete) = (0, true)
    let composition = composition
    try workInOrder(
      on: files, jobs: composition.settings.jobs.value, begin: { try composition.assessor() },
      work: { assessor, path in
        let before = ProcessorTime.ofDocuments()
        return (try Self.assess(path, by: assessor, arrival(path)), ProcessorTime.since(before))
      }
    ) { path, outcome in
      progress.clear()
      let (result, milliseconds) = outcome
      if let milliseconds { spent(milliseconds) }
      switch result {
      case .success(let forms): try deliver(path, forms)
      case .failure(let error):
        complete = false
        note(path, say(error), say)
      }
      done += 1
      progress.show(done)
    }
    return complete
  }

  /// The forms of one file; a failure when it cannot be taken in. What no file can be blamed for is thrown.
  private static func assess(
    _ path: String, by assessor: Assessor, _ arrival: Arrival?
  ) throws -> Result<[JudgedForm], StoreError> {
    do {
      let file = try OpenFile(reading: path)
      return .success(try assessor.assess(file, named: path, arrival: arrival).forms)
    } catch let error as StoreError {
      return .failure(error)
    }
  }
}
