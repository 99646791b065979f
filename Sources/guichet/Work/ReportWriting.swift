import Definitions
import Forms
import Foundation
import Reports
import Store

extension RejectReport {
  /// The report on the cases received in the period by these channels.
  init(
    on period: ClosedRange<CalendarDate>, channels: Set<Arrival.Channel?>, from store: CaseStore, register: Register?,
    now: Date
  ) throws {
    var cases: [ReportCase] = []
    try store.forEachCase(CaseFilter(received: period)) { row in
      if channels.contains(row.summary.arrival.channel) { cases.append(try ReportCase(row, register: register)) }
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = store.settings.timeZone
    let parts = calendar.dateComponents([.hour, .minute], from: now)
    self.init(
      from: period.lowerBound, to: period.upperBound,
      generated: Moment(
        date: .today(in: store.settings.timeZone), hour: parts.hour ?? 0, minute: parts.minute ?? 0),
      cases: cases)
  }

  /// The report's bytes in a format.
  func bytes(_ format: ReportPipeline.Format, _ language: Language) throws -> [UInt8] {
    switch format {
    case .html: Array(html(language).utf8)
    case .pdf: try pdf(language)
    case .csv: Array(csv(language).utf8)
    case .json: Array(try json().utf8)
    }
  }

  /// Writes a file a format and answers their paths.
  func write(_ formats: [ReportPipeline.Format], _ language: Language, to folder: OutputFolder) throws -> [String] {
    try formats.map { format in
      try folder.write(bytes(format, language), as: "reject-report_\(from)_\(to).\(format.rawValue)")
    }
  }
}

extension ReportCase {
  /// What the report needs of a case of the store.
  init(_ row: CaseRow, register: Register?) throws {
    let (summary, form) = (row.summary, try row.form())
    let judgement = form.judgement
    let state: State =
      switch summary.state {
      case .accepted: .accepted
      case .returned: .returnConfirmed
      case .waiting, .claimed, .setAside: summary.proposal == .reject ? .returnProposed : .inReview
      }
    let refusals = judgement?.findings.filter { $0.severity == .reject } ?? []
    // A clerk may return what the program would only have shown them.
    let reasons = refusals.isEmpty ? judgement?.findings.filter { $0.severity == .clerk } ?? [] : refusals
    // The clerk's own words stay with the case: they may name somebody, and the report names nobody.
    let isTheirs = reasons.isEmpty && state == .returnConfirmed && summary.because != nil
    let known = { (field: FieldID) in
      form.reading.flatMap { $0[field].doubtful ? nil : $0[field].value.text }
    }
    let number = known("s2.orgNumber")
    let entry = number.flatMap { register?.entries(number: $0, on: summary.arrival.received).first }
    self.init(
      number: summary.number.description, received: summary.arrival.received, channel: summary.arrival.channel,
      state: state, establishmentNumber: number, establishmentName: entry?.name ?? known("s2.orgName"),
      reasons: isTheirs ? [.clerks] : state.isReturn ? reasons.map { Reason(rule: $0.rule, message: $0.message) } : [])
  }
}
