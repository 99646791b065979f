import Forms
import Testing

@testable import Rules

@Suite struct RuleTableTests {
  static let table: [RuleCase] =
    RuleCase.format + RuleCase.document + RuleCase.services + RuleCase.organisation + RuleCase.person
    + RuleCase.email + RuleCase.signature + RuleCase.other

  @Test(arguments: table)
  func `each rule says what its case expects`(line: RuleCase) {
    let judgement = line.sample.judgement
    let finding = judgement.findings.first { $0.rule == line.rule }
    let check = judgement.checklist.first { $0.rule == line.rule }
    #expect(judgement.findings.count { $0.rule == line.rule } <= 1)
    #expect(finding?.severity == line.severity)
    if line.sort == .check {
      #expect(check?.fields == line.fields)
    } else {
      #expect((finding?.fields ?? []) == line.fields)
    }
    if line.sort == .pass { #expect(check == nil) }
  }

  /// Rules that rest on facts of the file, its pages or its arrival: no reading of theirs can be doubtful.
  static let restOnFacts: Set<RuleID> = [
    "FMT-01", "FMT-05", "FMT-09", "FMT-10", "DOC-02", "DOC-03", "DOC-05", "DOC-08", "DOC-09", "SVC-06", "SIG-11",
  ]
  /// Rules that are tested with whole files (`FileTests`) or that only the store can tell.
  static let testedElsewhere: Set<RuleID> = ["FMT-04", "CRS-03"]

  static let arrivalRules = Shipped.form.rules.filter { $0.parameters["when"] == nil }.map(\.id)

  @Test(arguments: arrivalRules)
  func `every rule of the form has its cases`(rule: RuleID) {
    guard !Self.testedElsewhere.contains(rule) else { return }
    let sorts = Set(Self.table.filter { $0.rule == rule }.map(\.sort))
    #expect(sorts.contains(.pass), "no case where \(rule) is silent")
    #expect(sorts.contains(.fail) || sorts.contains(.check), "no case where \(rule) speaks")
    if !Self.restOnFacts.contains(rule) { #expect(sorts.contains(.doubt), "no doubtful case of \(rule)") }
  }

  @Test func `the table names only rules of the form`() {
    #expect(Set(Self.table.map(\.rule)).subtracting(Self.arrivalRules).isEmpty)
  }

  /// Refusals that no reading of a field can soften.
  static let refusalsOnFacts: Set<RuleID> = ["FMT-01", "FMT-02", "FMT-03", "FMT-06", "FMT-07"]

  @Test(arguments: table)
  func `doubt silences nothing, and leaves no refusal that rests on readings`(line: RuleCase) {
    let sure = line.sample.judgement.findings
    let doubted = line.sample.changed { $0.fields = $0.fields.mapValues { $0.doubted() } }.judgement.findings
    #expect(Set(sure.map(\.rule)).subtracting(doubted.map(\.rule)).isEmpty)
    let refusals = doubted.filter { $0.severity == .reject }.map(\.rule)
    #expect(Set(refusals).subtracting(Self.refusalsOnFacts).isEmpty)
  }
}
