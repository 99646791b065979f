import Foundation
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
  /// Work that other programs hold is theirs: it may be unfinished when this returns.
  /// - Parameter report: Called after each submission, from any of the jobs.
  package func workOff(jobs: Int, until stop: StopSign, report: @escaping @Sendable (Ending) -> Void) throws -> Tally {
    let progress = Mutex<(tally: Tally, failure: (any Error)?)>((Tally(), nil))
    // One thread a job, whatever the number of processors: a job mostly waits for its reader.
    let (queue, group) = (DispatchQueue(label: "guichet.jobs", attributes: .concurrent), DispatchGroup())
    let done = StopSign()
    withoutActuallyEscaping({ (job: Int) in
      do {
        try self.work(as: "reader-\(job)", until: { stop.isRaised || done.isRaised }) { ending in
          report(ending)
          progress.withLock { $0.tally.add(ending) }
          if case .retry = ending { done.raise() }
        }
      } catch {
        done.raise()
        progress.withLock { progress in
          if remedy(for: error) == .retry {
            progress.tally.postponed = progress.tally.postponed ?? error
          } else {
            progress.failure = progress.failure ?? error
          }
        }
      }
    }) { (job: @escaping @Sendable (Int) -> Void) in
      for number in 1...max(1, jobs) { queue.async(group: group) { job(number) } }
      group.wait()
    }
    return try progress.withLock { progress in
      if let failure = progress.failure { throw failure }
      return progress.tally
    }
  }

  private func work(as name: String, until isOver: () -> Bool, report: (Ending) -> Void) throws {
    let (worker, assessor) = (try store.worker(named: name), try assessor())
    while !isOver(), let ending = try carryNext(worker, assessor) { report(ending) }
  }
}

extension Tally {
  fileprivate mutating func add(_ ending: Ending) {
    switch ending {
    case .done: done += 1
    case .setAside: setAside += 1
    case .retry(_, let error): postponed = postponed ?? error
    }
  }
}
