import Forms
import Testing

@testable import Rules

@Suite struct FileTests {
  private let byEmail = Arrival(channel: .email, received: CalendarDate("2026-10-01")!, receivedIsAssumed: false)

  @Test(arguments: ["empty", "encrypted", "damaged"])
  func `a file that its sender can mend is refused`(reason: String) {
    let judgement = Shipped.book.judge(
      document: DocumentReading(outcome: .unreadable, reason: reason), arrival: byEmail)
    #expect(judgement.findings.map(\.rule) == ["FMT-04"])
    #expect(judgement.findings.map(\.severity) == [.reject])
    #expect(judgement.decision == .reject)
  }

  @Test(arguments: [
    DocumentReading(outcome: .unreadable, reason: "xfaOnly", fileType: .pdf),
    DocumentReading(outcome: .overran, reason: "memory", fileType: .pdf),
    DocumentReading(outcome: .crashed, reason: "signal", fileType: .pdf),
    DocumentReading(outcome: .overran, reason: "empty", fileType: .pdf),
  ])
  func `any other file without a form goes to a clerk`(document: DocumentReading) {
    let judgement = Shipped.book.judge(document: document, arrival: byEmail)
    #expect(judgement.findings.isEmpty)
    #expect(judgement.decision == .review)
  }

  @Test func `another document goes to a clerk`() {
    let judgement = Shipped.book.judge(
      document: DocumentReading(outcome: .notAForm, reason: "unknown", fileType: .pdf), arrival: byEmail)
    #expect(judgement.findings.map(\.rule) == ["DOC-01"])
    #expect(judgement.decision == .review)
  }

  @Test(arguments: [(["4346"], ["DOC-02"]), (["3750"], ["DOC-01"])] as [([String], [RuleID])])
  func `a form of an excluded family is forwarded, not sent back`(numbers: [String], rules: [RuleID]) {
    let document = DocumentReading(
      outcome: .notAForm, reason: "notThisForm", fileType: .pdf, otherFormNumbers: numbers)
    let judgement = Shipped.book.judge(document: document, arrival: byEmail)
    #expect(judgement.findings.map(\.rule) == rules)
    #expect(judgement.decision == .review)
  }

  @Test func `the file’s type and what it would do by itself are judged without a form`() {
    let document = DocumentReading(
      outcome: .unreadable, reason: "unsupported", fileType: .other, activeContent: ["javascript"])
    #expect(Shipped.book.judge(document: document, arrival: byEmail).findings.map(\.rule) == ["FMT-05", "FMT-10"])
    let byPost = Arrival(channel: .post, received: byEmail.received, receivedIsAssumed: false)
    #expect(Shipped.book.judge(document: document, arrival: byPost).findings.map(\.rule) == ["FMT-10"])
  }

  @Test func `a fax gateway refuses no file that was not read`() {
    let arrival = Arrival(channel: .fax, received: byEmail.received, receivedIsAssumed: false)
    let judgement = Shipped.book.judge(document: DocumentReading(outcome: .crashed, reason: "signal"), arrival: arrival)
    #expect(judgement.decision == .review)
  }

  @Test func `a file received before is noted in the catalogue’s words`() throws {
    let finding = try #require(Shipped.book.duplicateFinding())
    #expect(finding.rule == "CRS-03")
    #expect(finding.severity == .info)
    #expect(finding.message.fr.hasPrefix("Nous avons déjà reçu ce formulaire."))
  }
}
