import Forms
import Foundation
import Testing

@testable import Store

@Suite struct IntakeTests {
  let scratch: Scratch
  let store: CaseStore

  init() throws {
    scratch = try Scratch()
    store = try scratch.store()
  }

  @Test func `a file seen for the first time is work`() throws {
    let receipt = try store.takeIn(path: scratch.write("%PDF"))
    #expect(
      receipt
        == Receipt(
          digest: Digest(of: "%PDF".utf8), isNewSubmission: true, isNewArrival: true, firstReceived: nil, cases: []))
    #expect(try store.backlog() == Backlog(submissions: [.received: 1], cases: [:], oldestUnread: noon))
  }

  @Test func `the same delivery offered again adds nothing`() throws {
    let path = try scratch.write("%PDF")
    _ = try store.takeIn(path: path)
    let again = try store.takeIn(path: path)
    #expect(!again.isNewSubmission && !again.isNewArrival && !again.isDuplicate)
    #expect(try store.arrivals(of: again.digest).count == 1)
  }

  @Test func `the same bytes by another delivery add an arrival, not a submission`() throws {
    _ = try store.takeIn(path: scratch.write("%PDF"))
    let later = CalendarDate(year: 2026, month: 10, day: 9)!
    let copy = try store.takeIn(
      path: scratch.write("%PDF", to: "copy.pdf"), delivery("second", name: "copy.pdf", received: later))
    #expect(!copy.isNewSubmission && copy.isNewArrival && copy.isDuplicate)
    #expect(copy.firstReceived == day)
    #expect(try store.backlog().submissions == [.received: 1])
    let arrivals = try store.arrivals(of: copy.digest)
    #expect(arrivals.map(\.delivery) == [delivery(), delivery("second", name: "copy.pdf", received: later)])
  }

  @Test func `other bytes under the same name and identity are another submission`() throws {
    _ = try store.takeIn(path: scratch.write("%PDF one"))
    #expect(try store.takeIn(path: scratch.write("%PDF two")).isNewSubmission)
  }

  @Test func `a duplicate of a filed document names its cases`() throws {
    let number = try store.fileOne(scratch)
    let copy = try store.takeIn(path: scratch.write("%PDF one"), delivery("second"))
    #expect(copy.cases == [number] && copy.isDuplicate)
    #expect(try store.list().map(\.arrivals) == [2])
    let reader = try store.worker(named: "reader")
    #expect(try store.claimWork(worker: reader, now: noon, lease: 60) == nil)
  }

  @Test func `a crash between file and row leaves an orphan that taking in again adopts`() throws {
    let path = try scratch.write("%PDF")
    let stored = try store.originals.add(OpenFile(reading: path))
    #expect(try store.orphans() == [stored.digest])
    #expect(try store.backlog().submissions.isEmpty)
    #expect(try store.takeIn(path: path).isNewSubmission)
    #expect(try store.orphans().isEmpty)
  }

  @Test func `a lost database is rebuilt by taking the originals in again`() throws {
    let receipt = try store.takeIn(path: scratch.write("%PDF"))
    let new = try CaseStore(folder: scratch.folder + "/new", settings: sampleSettings)
    let original = store.originals.path(of: receipt.digest)
    #expect(try new.takeIn(path: original) == receipt)
  }

  @Test func `many at once end in one submission with all its arrivals`() throws {
    let (path, failures, data) = (try scratch.write("%PDF"), Failures(), scratch.data)
    DispatchQueue.concurrentPerform(iterations: 8) { n in
      failures.catching {
        _ = try CaseStore(folder: data, settings: sampleSettings).takeIn(path: path, delivery("delivery \(n)"))
      }
    }
    #expect(failures.all.isEmpty)
    #expect(try store.backlog().submissions == [.received: 1])
    #expect(try store.arrivals(of: Digest(of: "%PDF".utf8)).count == 8)
    #expect(try store.faults().isEmpty)
  }
}
