import Forms
import Foundation
import Reader
import Rules
import Synchronization
import Testing

@testable import Pipeline
@testable import Store

/// A folder of its own for each test, removed with it.
private final class Scratch {
  let folder = NSTemporaryDirectory() + "guichet-pipeline-" + UUID().uuidString

  init() { mkdir(folder, 0o700) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

@Suite struct PipelineTests {
  private let scratch = Scratch()
  var folder: String { scratch.folder }
  let store: CaseStore
  let judge: Judge
  let arrival = Arrival(
    channel: .email, received: CalendarDate(year: 2026, month: 10, day: 1)!, receivedIsAssumed: false)

  init() throws {
    store = try CaseStore(folder: scratch.folder + "/data")
    let duplicate = RuleDefinition(id: "CRS-03", message: Wording(fr: "Déjà reçu.", en: "Already received."))
    let definition = FormDefinition(
      id: "sample", title: Wording(fr: "Exemple", en: "Sample"), identity: [], sections: [], fields: [],
      rules: [duplicate])
    judge = Judge(rules: try RuleBook(definition: definition), register: nil, definition: "sha256:0")
  }

  func pipeline(_ read: @escaping @Sendable (Int32) throws -> DocumentReading) -> Pipeline {
    Pipeline(store: store, judge: judge) { [judge] in Assessor(judge: judge, read: read) }
  }

  func receive(_ count: Int, by pipeline: Pipeline) throws {
    for n in 0..<count { _ = try pipeline.receive(write("%PDF \(n)", to: "\(n).pdf"), arrival) }
  }

  func write(_ text: String, to name: String) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  static let reading = Reading(form: "sample", pages: [1, 2], medium: .scan, fields: [:])
  static let document = DocumentReading(
    outcome: .read, fileType: .pdf, pageCount: 4, forms: [reading, reading], engines: ["poppler": "22.12.0"])

  @Test func `what is received is read from its stored original, judged and queued`() throws {
    let pipeline = pipeline { descriptor in
      var bytes = [UInt8](repeating: 0, count: 6)
      #expect(pread(descriptor, &bytes, 6, 0) == 6)
      #expect(bytes == Array("%PDF 0".utf8))
      return Self.document
    }
    try receive(1, by: pipeline)
    let tally = try pipeline.workOff(jobs: 1)
    #expect(tally.done == 1 && tally.setAside == 0 && tally.postponed == nil)
    let forms = try store.cases(CaseFilter()).map { try $0.form() }
    #expect(forms.map(\.index) == [0, 1])
    #expect(forms.allSatisfy { $0.outcome == .read && $0.file == "0.pdf" && $0.judgement != nil })
    #expect(forms[0].trace == Trace(definition: "sha256:0", engines: ["poppler": "22.12.0"]))
    #expect(try pipeline.workOff(jobs: 1).done == 0)
  }

  @Test(arguments: [(Outcome.unreadable, "encrypted"), (.overran, "time"), (.crashed, "worker"), (.notAForm, "noForm")])
  func `a document without a form becomes one case that says why`(outcome: Outcome, reason: String) throws {
    let pipeline = pipeline { _ in DocumentReading(outcome: outcome, reason: reason, forms: [Self.reading]) }
    try receive(1, by: pipeline)
    #expect(try pipeline.workOff(jobs: 1).done == 1)
    let cases = try store.list()
    #expect(cases.map(\.outcome) == [outcome] && cases.map(\.reason) == [reason] && cases[0].form == nil)
  }

  @Test func `a document read without any form is none`() throws {
    let read = Assessor(judge: judge) { _ in DocumentReading(outcome: .read) }
    let forms = try read.assess(OpenFile(reading: write("x", to: "x")), named: "x", arrival: arrival).forms
    #expect(forms.map(\.outcome) == [.notAForm] && forms.map(\.reason) == ["noForm"])
  }

  @Test func `reading without judging leaves the judgement out and needs no store`() throws {
    let path = try write("abc", to: "abc")
    let assessor = Assessor(judge: judge) { _ in Self.document }
    let forms = try assessor.assess(OpenFile(reading: path), named: "abc", arrival: nil).forms
    #expect(forms.count == 2 && forms.allSatisfy { $0.judgement == nil })
    #expect(forms[0].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `many jobs share the work without overlap`() throws {
    let pipeline = pipeline { _ in
      usleep(1000)
      return Self.document
    }
    try receive(30, by: pipeline)
    #expect(try pipeline.workOff(jobs: 4).done == 30)
    #expect(try store.list().count == 60)
  }

  @Test func `receiving twice adds nothing, a copy is a duplicate`() throws {
    let pipeline = pipeline { _ in Self.document }
    let path = try write("%PDF", to: "a.pdf")
    #expect(try pipeline.receive(path, arrival).receipt.isNewSubmission)
    let again = try pipeline.receive(path, arrival)
    #expect(!again.receipt.isNewArrival && again.finding == nil)
    let copy = try pipeline.receive(write("%PDF", to: "b.pdf"), arrival)
    #expect(copy.receipt.isNewArrival && copy.finding?.rule == "CRS-03" && copy.finding?.severity == .info)
    #expect(try pipeline.workOff(jobs: 2).done == 1)
  }

  @Test func `a fault of the machine stops the pass and counts against no document`() throws {
    struct Broken: Error {}
    let broken = pipeline { _ in throw Broken() }
    try receive(2, by: broken)
    for _ in 0..<5 { #expect(throws: Broken.self) { try broken.workOff(jobs: 2) } }
    #expect(try store.backlog().submissions == [.received: 2])
    #expect(try pipeline { _ in Self.document }.workOff(jobs: 2).done == 2)
  }

  @Test func `a passing fault postpones the pass and counts against no document`() throws {
    let full = pipeline { _ in throw StoreError.diskFull(folder: "/d") }
    try receive(2, by: full)
    for _ in 0..<5 {
      let tally = try full.workOff(jobs: 1)
      #expect(tally.postponed as? StoreError == .diskFull(folder: "/d") && tally.done == 0)
    }
    #expect(try pipeline { _ in Self.document }.workOff(jobs: 1).done == 2)
  }

  @Test func `a document that lacked processor time is read again after the others`() throws {
    let turns = Mutex<[String]>([])
    let pipeline = pipeline { descriptor in
      let name = Self.text(descriptor)
      let before = turns.withLock { turns in
        turns.append(name)
        return turns.count
      }
      if before == 1 { throw ReaderError.starved }
      return Self.document
    }
    try receive(3, by: pipeline)
    let tally = try pipeline.workOff(jobs: 1)
    #expect(tally.done == 3 && tally.setAside == 0 && tally.postponed == nil)
    let order = turns.withLock { $0 }
    #expect(order.count == 4 && order.first == order.last && Set(order).count == 3)
  }

  @Test func `what lacks time each time is postponed, then set aside, and stops no other`() throws {
    let pipeline = pipeline { descriptor in
      if Self.text(descriptor) == "%PDF 0" { throw ReaderError.starved }
      return Self.document
    }
    try receive(3, by: pipeline)
    let first = try pipeline.workOff(jobs: 2)
    #expect(first.done == 2 && first.setAside == 0 && first.postponed as? ReaderError == .starved)
    #expect(try store.backlog().submissions[.received] == 1)
    let second = try pipeline.workOff(jobs: 2)
    #expect(second.done == 0 && second.setAside == 1 && second.postponed == nil)
    let given = try store.list(CaseFilter(states: [.setAside]))
    #expect(given.map(\.outcome) == [.overran] && given.map(\.reason) == ["deadline"])
  }

  @Test func `where nothing is kept for later, what lacked time is read again alone, then has overrun`() throws {
    let turns = Atomic(0)
    let (room, null) = (ReadingRoom(), try #require(FileHandle(forReadingAtPath: "/dev/null")))
    let once = room.patient { _ in
      if turns.add(1, ordering: .relaxed).newValue == 1 { throw ReaderError.starved }
      return Self.document
    }
    #expect(try once(null.fileDescriptor) == Self.document)
    let never = room.patient { _ in throw ReaderError.starved }
    #expect(try never(null.fileDescriptor) == DocumentReading(outcome: .overran, reason: "deadline"))
  }

  private static func text(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 6)
    let count = pread(descriptor, &bytes, 6, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  @Test func `what a crash left unfinished is removed before long, and no copy in hand`() throws {
    let drafts = store.folder + "/tmp"
    for (name, age) in [("left", 7200.0), ("in hand", 60)] {
      let made = FileManager.default.createFile(
        atPath: drafts + "/" + name, contents: Data(),
        attributes: [.modificationDate: Date(timeIntervalSinceNow: -age)])
      #expect(made)
    }
    _ = try pipeline { _ in Self.document }.workOff(jobs: 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: drafts) == ["in hand"])
  }

  @Test func `a document whose original is gone is set aside and the rest goes on`() throws {
    let pipeline = pipeline { _ in Self.document }
    try receive(2, by: pipeline)
    unlink(store.originals.path(of: Digest(of: "%PDF 0".utf8)))
    let tally = try pipeline.workOff(jobs: 1)
    #expect(tally.done == 1 && tally.setAside == 1)
    #expect(try store.list(CaseFilter(states: [.setAside])).map(\.reason) == ["original"])
  }

  @Test func `a raised sign ends the pass before the next document`() throws {
    let stop = StopSign()
    let pipeline = pipeline { _ in
      stop.raise()
      return Self.document
    }
    try receive(3, by: pipeline)
    #expect(try pipeline.workOff(jobs: 1, until: stop).done == 1)
  }

  @Test func `a corrected case is judged again by the same rules`() throws {
    var filled = Self.reading
    filled.fields["s2.fax"] = .notFound
    let document = DocumentReading(outcome: .read, forms: [filled])
    let pipeline = pipeline { _ in document }
    try receive(1, by: pipeline)
    _ = try pipeline.workOff(jobs: 1)
    let before = try store.list()[0]
    #expect(before.proposal == .review)
    let after = try store.correct(
      before.number, "s2.fax", to: .nothing, as: "marie", now: Date(), rejudge: judge.judgements)
    #expect(after.proposal == .accept)
  }
}
