import Foundation
import Reader
import Store
import Synchronization

/// What one pass over the waiting work came to.
package struct Tally: Sendable {
  /// Submissions read and judged, and those set aside.
  package var done = 0
  package var setAside = 0
  /// Why the pass ended before the work did, when the cause passes by itself: come back later.
  package var postponed: (any Error)?
}

/// Asks a pass to end after the documents at hand.
package final class StopSign: Sendable {
  private let raised = Atomic(false)

  package init() {}

  package func raise() { raised.store(true, ordering: .relaxed) }
  package var isRaised: Bool { raised.load(ordering: .relaxed) }
}

extension Pipeline {
  /// Works off what waits, by so many jobs at once, until nothing is left, the sign is raised or a cause to come back
  /// later shows; blocks its thread meanwhile.
  ///
  /// Work that other programs hold is theirs: it may be unfinished when this returns. What was begun before is read after
  /// the rest and one at a time, once a pass: it may have lacked processor time, or have ended whatever touched it.
  /// - Parameter report: Called after each submission, from any of the jobs.
  package func workOff(
    jobs: Int, until stop: StopSign = StopSign(), report: @escaping @Sendable (Ending) -> Void = { _ in }
  ) throws -> Tally {
    // A copy that has not grown for an hour has lost its writer.
    try store.originals.sweep(before: now().addingTimeInterval(-3600))
    let progress = Progress()
    pass(jobs, progress, stop, report) { _, attempts in attempts == 0 }
    progress.beginAgain()
    pass(1, progress, stop, report) { digest, _ in !progress.isLate(digest) }
    return try progress.outcome()
  }

  private func pass(
    _ jobs: Int, _ progress: Progress, _ stop: StopSign, _ report: @escaping @Sendable (Ending) -> Void,
    where wanted: @escaping @Sendable (Digest, Int) -> Bool
  ) {
    // One thread a job, whatever the number of processors: a job mostly waits for its reader.
    let (queue, group) = (DispatchQueue(label: "guichet.jobs", attributes: .concurrent), DispatchGroup())
    for number in 1...max(1, jobs) {
      queue.async(group: group) {
        do {
          let (worker, assessor) = (try store.worker(named: "reader-\(number)"), try assessor())
          while !stop.isRaised, !progress.isOver, let ending = try carryNext(worker, assessor, where: wanted) {
            progress.add(ending)
            report(ending)
          }
        } catch {
          progress.end(on: error)
        }
      }
    }
    group.wait()
  }
}

/// What the jobs of a pass have come to together.
private final class Progress: Sendable {
  private let state = Mutex<(tally: Tally, failure: (any Error)?, late: Set<Digest>)>((Tally(), nil, []))

  var isOver: Bool { state.withLock { $0.failure != nil || $0.tally.postponed != nil } }

  func add(_ ending: Ending) {
    switch ending {
    case .done: state.withLock { $0.tally.done += 1 }
    case .setAside: state.withLock { $0.tally.setAside += 1 }
    case .putOff(let work): _ = state.withLock { $0.late.insert(work.digest) }
    case .retry(_, let error): end(on: error)
    }
  }

  /// Forgets what was put off, for a pass that tries it again.
  func beginAgain() { state.withLock { $0.late = [] } }

  func isLate(_ digest: Digest) -> Bool { state.withLock { $0.late.contains(digest) } }

  /// Keeps the first error of its kind.
  func end(on error: any Error) {
    state.withLock { state in
      if remedy(for: error) == .retry {
        state.tally.postponed = state.tally.postponed ?? error
      } else {
        state.failure = state.failure ?? error
      }
    }
  }

  func outcome() throws -> Tally {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      if !state.late.isEmpty { state.tally.postponed = state.tally.postponed ?? ReaderError.starved }
      return state.tally
    }
  }
}
