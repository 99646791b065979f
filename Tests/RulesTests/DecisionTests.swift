import Forms
import Testing

@testable import Rules

@Suite struct DecisionTests {
  private func finding(_ severity: Severity) -> Finding {
    Finding(rule: "FMT-01", severity: severity, fields: [], message: Wording(fr: "", en: ""))
  }

  @Test(
    arguments: [
      ([], Decision.accept), ([.info], .accept), ([.info, .clerk], .review), ([.clerk, .reject], .reject),
    ] as [([Severity], Decision)])
  func `the gravest finding decides`(severities: [Severity], decision: Decision) {
    #expect(RuleBook.decide(severities.map(finding), reading: Sample.good.request.reading) == decision)
  }

  @Test func `without a reading nothing is accepted`() {
    #expect(RuleBook.decide([], reading: nil) == .review)
  }
}
