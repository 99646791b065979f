import Definitions
import Forms
import Foundation
import Pipeline
import Reader
import Rules
import Store

/// Builds the parts that commands work with; the only place that does.
struct Composition: Sendable {
  let settings: Settings
  let form: LoadedForm
  let judge: Judge
  let register: Register?
  private let room = ReadingRoom()

  init(_ settings: Settings) throws {
    self.settings = settings
    let forms = try loadForms(in: settings.definitions())
    let wanted = forms.filter { settings.form.value == nil || $0.definition.id == settings.form.value }
    guard wanted.count == 1, let form = wanted.first else {
      throw Failure.whichForm(forms.map(\.definition.id))
    }
    self.form = form
    register = try settings.register.value.map { try loadRegister(at: $0) }
    judge = Judge(rules: try RuleBook(definition: form.definition), register: register, definition: form.digest)
  }

  /// A reader and judge for one job of a command that keeps nothing for later.
  func assessor() throws -> Assessor {
    let reader = try Reader(definition: form.definition, settings: settings.reader)
    return Assessor(judge: judge, read: room.patient { try reader.read($0) })
  }

  /// The store of the settings' folder, which is made when it is missing.
  func newStore() throws -> CaseStore { try CaseStore(folder: settings.data.value, settings: settings.store) }

  /// The store of the settings' folder, where there is one.
  func store() throws -> CaseStore { try settings.existingStore() }

  func pipeline(_ store: CaseStore) -> Pipeline {
    let (judge, definition, reader) = (judge, form.definition, settings.reader)
    return Pipeline(store: store, judge: judge) {
      Assessor(judge: judge, reader: try Reader(definition: definition, settings: reader))
    }
  }

  /// The reject report's description.
  func report() throws -> ReportPipeline {
    try loadReportPipeline(in: URL(filePath: settings.pipelines.value))
  }
}

extension CalendarDate {
  /// The day it is in the office's zone.
  static func today(in zone: TimeZone) -> CalendarDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    // Foundation always answers the three components it is asked for.
    return CalendarDate(year: parts.year!, month: parts.month!, day: parts.day!)!
  }
}
