import Forms
import Foundation
import Reader
import Store

/// Carries submissions from the store through reading and judging into the clerks' queue.
package struct Pipeline: Sendable {
  package let store: CaseStore
  let judge: Judge
  /// Makes an assessor for one job.
  let assessor: @Sendable () throws -> Assessor
  let now: @Sendable () -> Date
  /// Seconds a claim holds while its worker lives; longer than any reading may last.
  private let lease: TimeInterval

  package init(
    store: CaseStore, judge: Judge, lease: TimeInterval = 3600, now: @escaping @Sendable () -> Date = { Date() },
    assessor: @escaping @Sendable () throws -> Assessor
  ) {
    (self.store, self.judge, self.lease, self.now, self.assessor) = (store, judge, lease, now, assessor)
  }

  /// Takes a file of a folder in, and says when its bytes had come before (CRS-03). Doing it twice adds nothing.
  package func receive(_ path: String, _ arrival: Arrival) throws -> (receipt: Receipt, finding: Finding?) {
    let file = try OpenFile(reading: path)
    let receipt = try store.takeIn(file, try Delivery(of: file, at: path, arrival: arrival), now: now())
    return (receipt, judge.finding(on: receipt))
  }

  /// Carries the next waiting submission through: claim, read, judge, file. Nil when nothing waits.
  ///
  /// Throws when nothing will work until somebody mends this machine; the submission is then as before, as it is after
  /// a crash at any line.
  /// - Parameter wanted: Whether to carry a submission that was begun so many times; all by default.
  package func carryNext(
    _ worker: Worker, _ assessor: Assessor, where wanted: (Digest, _ attempts: Int) -> Bool = { _, _ in true }
  ) throws -> Ending? {
    guard let work = try store.claimWork(worker: worker, now: now(), lease: lease, where: wanted) else { return nil }
    do {
      let original = try store.originals.open(work.digest)
      let (document, forms) = try assessor.assess(
        original, named: work.name, digest: work.digest, arrival: work.arrival)
      return .done(work, try store.finish(work, document: document, forms: forms, now: now()))
    } catch ReaderError.starved where work.attempt < store.settings.maximumAttempts {
      try store.release(work, counted: true)
      return .putOff(work)
    } catch ReaderError.starved {
      let cases = try store.setAside(work, outcome: .overran, reason: "deadline", now: now())
      return .setAside(work, cases, ReaderError.starved)
    } catch {
      switch remedy(for: error) {
      case .setAside:
        return .setAside(work, try store.setAside(work, outcome: .unreadable, reason: "original", now: now()), error)
      case .retry:
        // A lease that cannot be given back, the disk being full, ends with the worker.
        try? store.release(work, counted: false)
        return .retry(work, error)
      case .stop:
        try? store.release(work, counted: false)
        throw error
      }
    }
  }
}
