import Definitions
import Forms
import Foundation
import Testing

@Suite struct ReportPipelineTests {
  @Test func `the report's settings are read`() throws {
    let workshop = try Workshop()
    let report = try loadReportPipeline(in: workshop.pipelines)
    #expect((report.form, report.period, report.language, report.output) == ("trial", .lastMonth, .fr, "reports"))
    #expect(report.channels == [.email, nil])
    #expect(report.formats == [.html, .csv])
  }

  @Test(arguments: [
    ("period: lastMonth", "period: lastMoon", "2:9: `lastMoon` is not a value"),
    ("form: trial", "form: trail", "1:7: The report is on the form `trail`, which has no folder"),
    ("[email, unknown]", "[email, pigeon]", "3:19: `pigeon` is not a value that `channels`"),
    ("[email, unknown]", "[]", "3:11: `channels` of the report is empty."),
    ("[html, csv]", "html", "4:10: `formats` of the report is a text; a list is expected."),
    ("language: fr", "langage: fr", "5:1: `langage` is no key of the report. Did you mean `language`?"),
    ("output: reports", "", "1:1: `output` is missing from the report."),
  ])
  func `a mistake in the report's settings is told with its place`(_ old: String, _ new: String, _ says: String) throws
  {
    let workshop = try Workshop()
    try workshop.replace(old, by: new, in: "reject-report.yaml")
    let error = try #require(throws: DefinitionError.self) { try loadReportPipeline(in: workshop.pipelines) }
    #expect(error.description.contains("reject-report.yaml:" + says), "\(error)")
  }

  @Test(arguments: [
    (ReportPipeline.Period.yesterday, "2026-03-01", "2026-02-28", "2026-02-28"),
    (.yesterday, "2024-03-01", "2024-02-29", "2024-02-29"),
    (.lastSevenDays, "2026-01-03", "2025-12-27", "2026-01-02"),
    (.lastSevenDays, "2026-11-21", "2026-11-14", "2026-11-20"),
    (.lastMonth, "2026-01-31", "2025-12-01", "2025-12-31"),
    (.lastMonth, "2026-03-31", "2026-02-01", "2026-02-28"),
    (.thisMonth, "2026-03-01", "2026-03-01", "2026-03-01"),
    (.thisMonth, "2026-03-15", "2026-03-01", "2026-03-15"),
  ])
  func `a period is whole days`(_ period: ReportPipeline.Period, _ today: String, _ from: String, _ to: String) throws {
    let days = period.days(on: try #require(CalendarDate(today)))
    #expect("\(days.lowerBound)" == from)
    #expect("\(days.upperBound)" == to)
  }
}
