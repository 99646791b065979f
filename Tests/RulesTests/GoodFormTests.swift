import Forms
import Testing

@testable import Rules

@Suite struct GoodFormTests {
  @Test func `a good form is accepted, and only its signatures are noted`() {
    let judgement = Sample.good.judgement
    #expect(judgement.findings.map(\.rule) == ["SIG-10"])
    #expect(judgement.decision == .accept)
    #expect(judgement.checklist.map(\.rule) == ["AUT-05", "AUT-07", "EML-09", "CRS-04"])
  }

  @Test func `without a register, what it would tell goes to the clerk’s list`() {
    let judgement = Sample.good.withoutRegister.judgement
    #expect(judgement.findings.map(\.rule) == ["SIG-10"])
    #expect(judgement.decision == .accept)
    #expect(
      judgement.checklist.map(\.rule) == [
        "SCP-09", "ORG-04", "ORG-06", "ORG-08", "ORG-09", "AUT-05", "AUT-07", "EML-09", "CRS-04",
      ])
  }

  @Test func `the clerk’s list asks, and states nothing that nobody has checked`() throws {
    for item in Sample.good.withoutRegister.judgement.checklist {
      #expect(item.message.fr.hasSuffix("?") && item.message.en.hasSuffix("?"), "\(item.rule)")
      #expect(item.message != Shipped.book.wording(of: item.rule))
    }
  }

  @Test(arguments: ["s1.scope", "s2.address", "s3.fax", "s5.numbers"] as [FieldID])
  func `a doubtful field of the applicant’s sections goes to a clerk`(field: FieldID) {
    #expect(Sample.good.doubting(field).judgement.decision == .review)
  }

  @Test(arguments: ["hdr.ramqUse", "s4.username"] as [FieldID])
  func `a doubtful blank where only the office writes keeps no form from being accepted`(field: FieldID) {
    #expect(Sample.good.doubting(field).judgement.decision == .accept)
  }

  @Test func `findings bear the definition’s words`() throws {
    let finding = try #require(Sample.good.judgement.findings.first)
    #expect(finding.message == Shipped.book.wording(of: "SIG-10"))
    #expect(finding.fields == ["s2.signature", "s3.signature"])
  }

  @Test func `findings come in the catalogue’s order`() {
    let judgement = Sample.good.with([
      "s2.email": .nothing, "s2.firstName": .nothing, "s1.app.association": .flag(false),
    ])
    .judgement
    #expect(judgement.findings.map(\.rule) == ["SVC-01", "USR-01", "EML-01", "SIG-10"])
    #expect(judgement.decision == .reject)
  }

  @Test func `a page that is absent is told once, not field by field`() {
    #expect(RuleCase.frontGone.judgement.findings.map(\.rule) == ["FMT-07"])
    #expect(RuleCase.backGone.judgement.findings.map(\.rule) == ["FMT-11", "SIG-10"])
  }

  @Test func `one rule speaks once for each severity, with all its fields`() {
    let sample = Sample.good.with(["s2.firstName": .nothing, "s2.lastName": .nothing])
    #expect(
      sample.judgement.findings.filter { $0.rule == "USR-01" }.map(\.fields) == [["s2.firstName", "s2.lastName"]])
    let mixed = sample.doubting("s2.lastName").judgement.findings.filter { $0.rule == "USR-01" }
    #expect(mixed.map(\.severity) == [.reject, .clerk])
    #expect(mixed.map(\.fields) == [["s2.firstName"], ["s2.lastName"]])
  }
}
