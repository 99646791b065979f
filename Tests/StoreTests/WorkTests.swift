import Forms
import Foundation
import Testing

@testable import Store

@Suite struct WorkTests {
  let scratch: Scratch
  let store: CaseStore
  let reader: Worker

  init() throws {
    scratch = try Scratch()
    store = try scratch.store()
    reader = try store.worker(named: "reader")
  }

  func takeIn(_ count: Int) throws {
    for n in 0..<count { _ = try store.takeIn(path: scratch.write("%PDF \(n)"), delivery(name: "\(n).pdf")) }
  }

  func claim(_ worker: Worker? = nil, uptime: TimeInterval = 1000) throws -> Work? {
    try store.claimWork(worker: worker ?? reader, now: noon, lease: 60, uptime: uptime)
  }

  @Test func `work is read once and becomes cases numbered by year`() throws {
    try takeIn(1)
    let work = try #require(try claim())
    #expect(work.attempt == 1 && work.name == "0.pdf" && work.arrival == delivery().arrival)
    #expect(try claim() == nil)
    let numbers = try store.finish(
      work, document: sampleDocument(forms: 2), forms: [judged(work), judged(work, index: 1, .reject)], now: noon)
    #expect(numbers.map(\.description) == ["G-2026-000001", "G-2026-000002"])
    #expect(try store.backlog() == Backlog(submissions: [.read: 1], cases: [.waiting: 2], oldestUnread: nil))
    let cases = try store.cases(CaseFilter())
    #expect(try cases.map { try $0.form() } == [judged(work), judged(work, index: 1, .reject)])
  }

  @Test func `each year counts for itself`() throws {
    for (n, year) in [2025, 2026, 2026].enumerated() {
      let received = CalendarDate(year: year, month: 12, day: 31)!
      _ = try store.takeIn(path: scratch.write("%PDF \(n)"), delivery(received: received), now: noon + Double(n))
      let work = try #require(try claim())
      _ = try store.finish(work, document: sampleDocument(), forms: [judged(work)], now: noon)
    }
    #expect(try store.list().map(\.number.description) == ["G-2025-000001", "G-2026-000001", "G-2026-000002"])
  }

  @Test func `finishing twice changes nothing, even by another worker`() throws {
    try takeIn(1)
    let work = try #require(try claim())
    let other = try #require(try claim(store.worker(named: "late"), uptime: 2000))
    #expect(other.attempt == 2)
    let first = try store.finish(other, document: sampleDocument(), forms: [judged(other)], now: noon)
    let second = try store.finish(
      work, document: sampleDocument(), forms: [judged(work), judged(work, index: 1)], now: noon)
    #expect(first == second)
    #expect(try store.setAside(work, reason: "late", now: noon) == first)
    #expect(try store.list().map(\.state) == [.waiting])
  }

  @Test func `a failed finish leaves no trace and can be done again`() throws {
    try takeIn(1)
    let work = try #require(try claim())
    // Two forms of the same rank break the second insert.
    #expect(throws: StoreError.self) {
      try store.finish(work, document: sampleDocument(), forms: [judged(work), judged(work)], now: noon)
    }
    #expect(try store.list().isEmpty)
    let numbers = try store.finish(work, document: sampleDocument(), forms: [judged(work)], now: noon)
    #expect(numbers.map(\.description) == ["G-2026-000001"])
  }

  @Test func `a lease that ran out is free`() throws {
    try takeIn(1)
    #expect(try claim(uptime: 1000)?.attempt == 1)
    #expect(try claim(uptime: 1059) == nil)
    #expect(try claim(uptime: 1061)?.attempt == 2)
  }

  @Test func `a lease ends with its worker, whatever the clock says`() throws {
    try takeIn(1)
    do {
      let mortal = try store.worker(named: "mortal")
      #expect(try claim(mortal)?.attempt == 1)
      #expect(try claim() == nil)
      withExtendedLifetime(mortal) {}
    }
    #expect(try claim(uptime: 1000)?.attempt == 2)
  }

  @Test func `work claimed by a process that was killed is free`() throws {
    try takeIn(1)
    // What a kill -9 leaves behind: a lease, and a file in workers/ that nobody locks.
    let ghost = "00000000-0000-0000-0000-000000000000"
    try Data().write(to: URL(fileURLWithPath: scratch.data + "/workers/" + ghost))
    try store.database.write { db in
      try db.execute(
        sql: "UPDATE submissions SET attempts = 1, worker = 'dead', worker_id = ?, lease_until = 1e12",
        arguments: [ghost])
    }
    #expect(try claim()?.attempt == 2)
    _ = try store.worker(named: "tidy")
    #expect(access(scratch.data + "/workers/" + ghost, F_OK) != 0)
  }

  @Test func `wall clock jumps free nothing and hold nothing`() throws {
    try takeIn(1)
    let dayLong = 86_400.0
    _ = try store.claimWork(worker: reader, now: noon, lease: 60, uptime: 1000)
    for now in [noon - dayLong, noon + dayLong, Date(timeIntervalSince1970: 2_200_000_000)] {
      #expect(try store.claimWork(worker: reader, now: now, lease: 60, uptime: 1030) == nil)
    }
  }

  @Test func `a document that kills its worker three times is set aside and holds up nobody`() throws {
    try takeIn(2)
    var begun: [String] = []
    while let work = try claim(store.worker(named: "short-lived")) { begun.append(work.name) }
    #expect(begun.sorted() == ["0.pdf", "0.pdf", "0.pdf", "1.pdf", "1.pdf", "1.pdf"])
    #expect(Set(begun.prefix(2)) == ["0.pdf", "1.pdf"])
    #expect(try store.backlog().submissions == [.setAside: 2])
    let rows = try store.list()
    #expect(rows.map(\.state) == [.setAside, .setAside])
    #expect(rows.map(\.outcome) == [.crashed, .crashed])
    #expect(rows.map(\.reason) == ["attempts", "attempts"])
  }

  @Test func `an attempt that was our fault is not counted`() throws {
    try takeIn(1)
    for _ in 0..<5 {
      let work = try #require(try claim())
      #expect(work.attempt == 1)
      try store.release(work, counted: false)
    }
    try store.release(try #require(try claim()), counted: true)
    #expect(try claim()?.attempt == 2)
  }

  @Test func `a worker that lost its claim cannot release another's`() throws {
    try takeIn(1)
    let late = try #require(try claim(uptime: 1000))
    let other = try store.worker(named: "other")
    #expect(try claim(other, uptime: 2000) != nil)
    try store.release(late, counted: true)
    #expect(try claim(uptime: 2010) == nil)
    withExtendedLifetime(other) {}
  }

  @Test func `two programs never hold the same document`() throws {
    try takeIn(40)
    let (data, claims, failures) = (scratch.data, Claims(), Failures())
    DispatchQueue.concurrentPerform(iterations: 4) { n in
      failures.catching {
        let store = try CaseStore(folder: data, settings: sampleSettings)
        let worker = try store.worker(named: "worker \(n)")
        while let work = try store.claimWork(worker: worker, now: noon, lease: 600) {
          claims.add(work.digest)
          _ = try store.finish(work, document: sampleDocument(), forms: [judged(work)], now: noon)
        }
      }
    }
    #expect(failures.all.isEmpty)
    #expect(claims.all.count == 40 && Set(claims.all).count == 40)
    let numbers = try store.list().map(\.number.sequence)
    #expect(numbers.sorted() == Array(1...40))
    #expect(try store.faults().isEmpty)
  }
}

/// What was claimed on other threads.
final class Claims: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var all: [Digest] = []
  func add(_ digest: Digest) { lock.withLock { all.append(digest) } }
}
