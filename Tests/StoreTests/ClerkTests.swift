import Forms
import Foundation
import Testing

@testable import Store

@Suite struct ClerkTests {
  let scratch: Scratch
  let store: CaseStore

  init() throws {
    scratch = try Scratch()
    store = try scratch.store()
  }

  @Test func `a case is claimed, corrected and accepted, and its history says so`() throws {
    let number = try store.fileOne(scratch)
    #expect(try store.claim(number, as: "marie", now: noon).claimedBy == "marie")
    #expect(try store.claim(number, as: "marie", now: noon).version == 2)
    _ = try correct(number, "s2.firstName", to: .text("GUYLAINE"))
    let decided = try store.accept(number, as: "marie", now: noon)
    #expect(decided.state == .accepted && decided.decidedBy == "marie" && decided.claimedBy == nil)
    #expect(decided.decidedOn == day)
    let history = try store.show(number).history
    #expect(history.map(\.action) == [.takenIn, .filed, .claimed, .corrected, .accepted])
    #expect(history.map(\.actor) == ["guichet", "reader", "marie", "marie", "marie"])
    #expect(!history.contains { $0.detail.contains("GUY") })
    #expect(try store.faults().isEmpty)
  }

  @Test func `a day of decision is the office's day`() throws {
    let number = try store.fileOne(scratch)
    let lateEvening = Date(timeIntervalSince1970: 1_790_911_800)  // 2 October 03:30 UTC
    #expect(try store.return(number, as: "marie", now: lateEvening).decidedOn == day)
  }

  @Test func `another clerk can neither claim nor decide a claimed case`() throws {
    let number = try store.fileOne(scratch)
    _ = try store.claim(number, as: "marie", now: noon)
    let held = StoreError.claimedBy("marie", number)
    #expect(throws: held) { try store.claim(number, as: "luc", now: noon) }
    #expect(throws: held) { try store.accept(number, as: "luc", now: noon) }
    #expect(throws: held) { try store.return(number, as: "luc", now: noon) }
    #expect(throws: held) { try store.release(number, as: "luc", now: noon) }
    #expect(throws: held) { try correct(number, "s2.firstName", to: .nothing, as: "luc") }
    let released = try store.release(number, as: "luc", because: "Marie est en congé", now: noon)
    #expect(released.state == .waiting && released.claimedBy == nil)
    #expect(try store.claim(number, as: "luc", now: noon).claimedBy == "luc")
  }

  @Test func `a decided case cannot be decided again`() throws {
    let number = try store.fileOne(scratch)
    _ = try store.return(number, as: "marie", because: "incomplet", now: noon)
    for act in [store.accept, store.return] {
      #expect(throws: StoreError.self) { try act(number, "marie", "encore", nil, noon) }
    }
    #expect(throws: StoreError.wrongState(number, state: .returned, action: "claimed")) {
      try store.claim(number, as: "marie", now: noon)
    }
    #expect(throws: StoreError.wrongState(number, state: .returned, action: "released")) {
      try store.release(number, as: "marie", now: noon)
    }
    #expect(try store.show(number).row.summary.because == "incomplet")
  }

  @Test func `accepting against a reject needs a reason`() throws {
    let number = try store.fileOne(scratch, .reject)
    for because in [nil, "", "  \n"] {
      #expect(throws: StoreError.needsReason(number, action: "accepted")) {
        try store.accept(number, as: "marie", because: because, now: noon)
      }
    }
    #expect(try store.list()[0].state == .waiting)
    #expect(try store.accept(number, as: "marie", because: "vu avec l’équipe", now: noon).because == "vu avec l’équipe")
  }

  @Test func `returning a form against which nothing was found needs a reason`() throws {
    let number = try store.fileOne(scratch, .accept)
    for because in [nil, " \n"] {
      #expect(throws: StoreError.needsReason(number, action: "returned")) {
        try store.return(number, as: "marie", because: because, now: noon)
      }
    }
    #expect(try store.list()[0].state == .waiting)
    #expect(try store.return(number, as: "marie", because: "demande retirée", now: noon).because == "demande retirée")
  }

  @Test func `a decision on an older version is refused`() throws {
    let number = try store.fileOne(scratch)
    let seen = try store.list()[0].version
    let claimed = try store.claim(number, as: "marie", version: seen, now: noon)
    #expect(throws: StoreError.changedMeanwhile(number)) {
      try store.accept(number, as: "marie", version: seen, now: noon)
    }
    #expect(try store.accept(number, as: "marie", version: claimed.version, now: noon).state == .accepted)
  }

  @Test func `a correction keeps the old value and is judged again`() throws {
    let number = try store.fileOne(scratch, .reject)
    var judgedDocument: DocumentReading?
    let after = try store.correct(number, "s2.firstName", to: .text("GUYLAINE"), as: "marie", now: noon) {
      document, arrival in
      judgedDocument = document
      #expect(arrival == delivery().arrival)
      return [judgement(.accept)]
    }
    #expect(after.proposal == .accept && after.state == .claimed)
    #expect(judgedDocument?.activeContent == ["javascript"] && judgedDocument?.pageCount == 2)
    #expect(judgedDocument?.forms[0]["s2.firstName"].value == .text("GUYLAINE"))
    let dossier = try store.show(number)
    #expect(
      dossier.corrections == [
        Correction(field: "s2.firstName", old: .text("GUY"), new: .text("GUYLAINE"), actor: "marie", at: noon)
      ])
    let form = try dossier.row.form()
    #expect(form.judgement == judgement(.accept))
    let field = try #require(form.reading?["s2.firstName"])
    #expect(field.value == .text("GUYLAINE") && !field.doubtful && field.evidence[0].source == .widget)
    #expect(try store.list(CaseFilter(rule: "EML-04")).isEmpty)
    // The reject finding is gone, and with it the need for a reason.
    #expect(try store.accept(number, as: "marie", now: noon).state == .accepted)
  }

  @Test func `a second correction builds on the first`() throws {
    let number = try store.fileOne(scratch)
    _ = try correct(number, "s2.firstName", to: .text("GUYLAINE"))
    _ = try correct(number, "s2.fax", to: .text("418 555-0100"))
    let form = try store.show(number).row.form()
    #expect(form.reading?["s2.firstName"].value == .text("GUYLAINE"))
    #expect(form.reading?["s2.fax"].value == .text("418 555-0100"))
    #expect(try store.show(number).corrections.map(\.old) == [.text("GUY"), .nothing])
  }

  @Test func `a corrected field is settled: no observation keeps it in doubt`() throws {
    _ = try store.takeIn(path: scratch.write("%PDF"))
    let reader = try store.worker(named: "reader")
    let work = try #require(try store.claimWork(worker: reader, now: noon, lease: 60))
    let lists: [WritableKeyPath<Observations, [FieldID]>] = [
      \.appearanceDiffers, \.ambiguousTicks, \.labelsNotFound, \.corrected, \.lesserMarks,
    ]
    var form = judged(work)
    for list in lists { form.reading?.observations[keyPath: list] = ["s2.fax", "s2.firstName"] }
    let number = try store.finish(work, document: sampleDocument(), forms: [form], now: noon)[0]
    _ = try correct(number, "s2.fax", to: .nothing)
    let reading = try #require(try store.show(number).row.form().reading)
    #expect(!reading["s2.fax"].doubtful)
    for list in lists { #expect(reading.observations[keyPath: list] == ["s2.firstName"]) }
  }

  @Test func `a correction that cannot be judged changes nothing`() throws {
    struct Broken: Error {}
    let number = try store.fileOne(scratch)
    #expect(throws: Broken.self) {
      try store.correct(number, "s2.firstName", to: .nothing, as: "marie", now: noon) { _, _ in throw Broken() }
    }
    #expect(throws: StoreError.noSuchField("s9.none", number)) { try correct(number, "s9.none", to: .nothing) }
    let dossier = try store.show(number)
    #expect(dossier.corrections.isEmpty && dossier.row.summary.state == .waiting)
  }

  @Test func `what was set aside can be taken up, goes back there, and can be returned`() throws {
    _ = try store.takeIn(path: scratch.write("%PDF"))
    let reader = try store.worker(named: "reader")
    let work = try #require(try store.claimWork(worker: reader, now: noon, lease: 60))
    let number = try store.setAside(work, reason: "memory", now: noon)[0]
    _ = try store.claim(number, as: "marie", now: noon)
    #expect(throws: StoreError.noSuchField("s2.fax", number)) { try correct(number, "s2.fax", to: .nothing) }
    #expect(try store.release(number, as: "marie", now: noon).state == .setAside)
    #expect(try store.return(number, as: "marie", now: noon).state == .returned)
    #expect(try store.show(number).row.summary.reason == "memory")
  }

  @Test func `lists are sorted by day of reception and filtered`() throws {
    let reader = try store.worker(named: "reader")
    let decisions: [Decision] = [.reject, .review, .accept]
    for (n, decision) in decisions.enumerated() {
      let received = CalendarDate(year: 2026, month: 10, day: 9 - n)!
      _ = try store.takeIn(path: scratch.write("%PDF \(n)"), delivery(name: "\(n).pdf", received: received))
      let work = try #require(try store.claimWork(worker: reader, now: noon, lease: 60))
      _ = try store.finish(work, document: sampleDocument(), forms: [judged(work, decision)], now: noon)
    }
    func files(_ filter: CaseFilter) throws -> [String] { try store.list(filter).map(\.file) }
    #expect(try files(CaseFilter()) == ["2.pdf", "1.pdf", "0.pdf"])
    #expect(try store.list(limit: 1, offset: 1).map(\.file) == ["1.pdf"])
    #expect(try files(CaseFilter(proposals: [.reject, .accept])) == ["2.pdf", "0.pdf"])
    let october8 = CalendarDate(year: 2026, month: 10, day: 8)!
    #expect(try files(CaseFilter(received: october8...october8)) == ["1.pdf"])
    #expect(try files(CaseFilter(rule: "EML-04")) == ["1.pdf", "0.pdf"])
    #expect(try files(CaseFilter(channel: .fax)) == [])
    let first = try store.list()[0]
    _ = try store.accept(first.number, as: "marie", now: noon)
    #expect(try files(CaseFilter(decided: day...day)) == ["2.pdf"])
    #expect(try files(CaseFilter(states: [.waiting])) == ["1.pdf", "0.pdf"])
    #expect(try files(CaseFilter(digest: first.digest)) == ["2.pdf"])
    #expect(try store.cases(CaseFilter(proposals: [.reject])).map { try $0.judgement() } == [judgement(.reject)])
  }

  @Test func `a number that was never given is not found`() throws {
    let number = try #require(CaseNumber("G-2026-000009"))
    #expect(throws: StoreError.notFound(number)) { try store.show(number) }
    #expect(throws: StoreError.notFound(number)) { try store.claim(number, as: "marie", now: noon) }
  }

  private func correct(
    _ number: CaseNumber, _ field: FieldID, to value: FieldValue, as clerk: String = "marie"
  ) throws -> CaseSummary {
    try store.correct(number, field, to: value, as: clerk, now: noon) { _, _ in [judgement(.review)] }
  }
}

@Suite struct CaseNumberTests {
  @Test(arguments: ["G-2026-000123", "g-2026-123", "G-2026-0123"])
  func `people may type a number loosely`(text: String) {
    #expect(CaseNumber(text)?.description == "G-2026-000123")
  }

  @Test(arguments: ["", "G-2026", "G-2026-0", "G-26-000001", "X-2026-000001", "G-2026-+1", "G-2026-1234567890"])
  func `anything else is no number`(text: String) {
    #expect(CaseNumber(text) == nil)
  }

  @Test func `a year of more than a million cases still has numbers`() {
    #expect(CaseNumber(year: 2026, sequence: 1_234_567).description == "G-2026-1234567")
  }
}

@Suite struct StoreErrorTests {
  static let number = CaseNumber(year: 2026, sequence: 1)

  @Test(arguments: [
    StoreError.notFound(number), .originalMissing(Digest(of: [])), .claimedBy("marie", number),
    .wrongState(number, state: .returned, action: "accepted"), .changedMeanwhile(number),
    .needsReason(number, action: "accepted"), .noSuchField("s2.fax", number), .tooLarge(limit: 100_000_000),
    .notARegularFile, .unreadable(code: 13), .changedWhileCopied, .busy(folder: "/d"), .corrupt(folder: "/d"),
    .databaseLost(folder: "/d"),
    .networkFileSystem("nfs4", folder: "/d"), .diskFull(folder: "/d"), .notWritable(folder: "/d", code: 13),
    .alreadyRunning(folder: "/d"), .newerLayout(folder: "/d"), .failed(folder: "/d", code: 1),
  ])
  func `every error is one sentence that says what to do`(error: StoreError) {
    let text = String(describing: error)
    #expect(text.hasSuffix(".") && text.contains(":") && !text.contains("\n"))
    #expect(text.first?.isUppercase == true)
  }
}
