import Definitions
import Forms
import Foundation
import Reports
import Store

/// Writes what a run of `guichet process` ends with: the reject report of its days, and the drafts of its letters.
struct Closing {
  let composition: Composition
  let store: CaseStore
  let description: ReportPipeline
  let folder: OutputFolder

  /// Writes for these cases, at least one, and answers the paths of report and letters.
  func write(_ cases: [CaseSummary]) throws -> (report: [String], letters: [String]) {
    let days = cases.map(\.arrival.received)
    guard let first = days.min(), let last = days.max() else { return ([], []) }
    let report = try RejectReport(
      on: first...last, channels: description.channels, from: store, register: composition.register, now: Date())
    let paths = try report.write(description.formats, description.language, to: folder)
    let letters = try OutputFolder(folder.path + (folder.path.hasSuffix("/") ? "letters" : "/letters"))
    return (paths, try cases.filter(isReturned).flatMap { try write($0, to: letters) })
  }

  private func isReturned(_ summary: CaseSummary) -> Bool {
    switch summary.state {
    case .accepted: false
    case .returned: true
    case .waiting, .claimed, .setAside: summary.proposal == .reject
    }
  }

  private func write(_ summary: CaseSummary, to letters: OutputFolder) throws -> [String] {
    guard let returned = try ReturnedCase(store.show(summary.number)) else { return [] }
    do {
      let letter = try Letter(
        about: returned, form: composition.form.definition, date: .today(in: store.settings.timeZone))
      return try letter.write([.pdf], number: summary.number, to: letters)
    } catch ReportsError.nothingToCorrect {
      // Returned for a reason that is the clerk's to put into words.
      return []
    }
  }
}
