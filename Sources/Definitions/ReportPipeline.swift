import Forms
import Foundation
import Yams

/// Describes the recurring reject report: which form, which days, which channels, and where it goes.
///
/// Read from `Pipelines/reject-report.yaml`; the command line's options come before it.
package struct ReportPipeline: Hashable, Sendable {
  /// The id of the form reported on.
  package let form: String
  /// The days reported on when none are asked for.
  package let period: Period
  /// How the submissions came; nil stands for those of which nobody said how.
  package let channels: Set<Arrival.Channel?>
  /// The files to write, one a format, in the order given.
  package let formats: [Format]
  package let language: Language
  /// The folder the files go to; a relative one lies in the data folder.
  package let output: String

  package enum Format: String, Hashable, Sendable, CaseIterable { case html, pdf, csv, json }

  /// Names whole days before or up to today.
  package enum Period: String, Hashable, Sendable, CaseIterable {
    case yesterday
    /// The seven days before today.
    case lastSevenDays
    /// The whole calendar month before this one.
    case lastMonth
    /// From the first of this month to today.
    case thisMonth

    /// The first and last day, both included.
    package func days(on today: CalendarDate) -> ClosedRange<CalendarDate> {
      let first = today.firstOfMonth
      return switch self {
      case .yesterday: today.before(days: 1)...today.before(days: 1)
      case .lastSevenDays: today.before(days: 7)...today.before(days: 1)
      case .lastMonth: first.adding(months: -1)...first.before(days: 1)
      case .thisMonth: first...today
      }
    }
  }
}

extension CalendarDate {
  fileprivate var firstOfMonth: CalendarDate { CalendarDate(year: year, month: month, day: 1) ?? self }

  /// The day so many days earlier, for a few days; counted month by month since `Forms` has no such sum.
  fileprivate func before(days: Int) -> CalendarDate {
    if let earlier = CalendarDate(year: year, month: month, day: day - days) { return earlier }
    let previous = firstOfMonth.adding(months: -1)
    let length = firstOfMonth.ordinal - previous.ordinal
    return CalendarDate(year: previous.year, month: previous.month, day: length + day - days) ?? self
  }
}

/// Loads `reject-report.yaml` of a `Pipelines` folder.
/// - Throws: `DefinitionError` with every mistake in it, a form that has no folder among them.
package func loadReportPipeline(in pipelines: URL) throws -> ReportPipeline {
  let url = pipelines.appending(path: "reject-report.yaml")
  var reader = YAMLReader(file: url.relativePath)
  let pipeline = reader.document(at: url).flatMap { reader.reportPipeline($0, pipelines: pipelines) }
  guard let pipeline, reader.problems.isEmpty else { throw DefinitionError(problems: inOrder(reader.problems)) }
  return pipeline
}

extension YAMLReader {
  fileprivate mutating func reportPipeline(_ node: Node, pipelines: URL) -> ReportPipeline? {
    guard
      let table = table(
        node, "the report", required: ["form", "period", "channels", "formats", "language", "output"])
    else { return nil }
    let form = text("form", in: table)
    let period = word("period", in: table, of: ReportPipeline.Period.allCases)
    let channels = words("channels", in: table, of: WrittenChannel.allCases)
    let formats = words("formats", in: table, of: ReportPipeline.Format.allCases)
    let language = word("language", in: table, of: Language.allCases)
    let output = text("output", in: table)
    if let form { checkFolder(of: form, at: table["form"]?.place, in: pipelines) }
    guard let form, let period, let language, let output else { return nil }
    return ReportPipeline(
      form: form, period: period, channels: Set(channels.map(\.channel)), formats: formats, language: language,
      output: output)
  }

  private mutating func checkFolder(of form: String, at place: Place?, in pipelines: URL) {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: pipelines.appending(path: "forms").path)) ?? []
    guard !folders.contains(form) else { return }
    report(
      place, "The report is on the form `\(form)`, which has no folder in \(pipelines.relativePath)/forms.",
      suggestion(for: form, among: folders.filter { !$0.hasPrefix(".") }.sorted()))
  }
}

/// A channel as the file writes it: those of an arrival, and the lack of one.
private enum WrittenChannel: String, CaseIterable {
  case email, post, fax, unknown

  var channel: Arrival.Channel? { Arrival.Channel(rawValue: rawValue) }
}
