import Definitions
import Forms
import Foundation
import Reader
import Store

/// Who gave a setting its value.
enum Origin: String, Sendable, Encodable {
  case option, environment, standard
}

/// A setting's value and who gave it.
struct Setting<Value: Sendable>: Sendable {
  var value: Value
  var origin: Origin
}

/// The settings in force: options first, then the environment, then what is usual.
struct Settings: Sendable {
  let data: Setting<String>
  let pipelines: Setting<String>
  let form: Setting<String?>
  let register: Setting<String?>
  let jobs: Setting<Int>
  let language: Setting<Language>
  let store = StoreSettings()
  let reader = ReaderSettings()

  init(
    _ common: CommonOptions, register: String? = nil, jobs: Int? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    let given = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    data = Self.first(common.data, given("GUICHET_DATA"), usual: Self.usualData(environment))
    if let folder = common.pipelines {
      pipelines = Setting(value: folder, origin: .option)
    } else if let folder = given("GUICHET_PIPELINES") {
      pipelines = Setting(value: folder, origin: .environment)
    } else {
      pipelines = Setting(value: try Self.usualPipelines(), origin: .standard)
    }
    form = Self.first(common.form, given("GUICHET_FORM"))
    self.register = Self.first(register, given("GUICHET_REGISTER"))
    let written = try given("GUICHET_JOBS").map { text in
      guard let number = Int(text), (1...256).contains(number) else {
        throw Failure.setting(
          name: "GUICHET_JOBS", value: text, expected: Wording(fr: "un nombre de 1 à 256", en: "a number from 1 to 256")
        )
      }
      return number
    }
    self.jobs = Self.first(jobs, written, usual: max(1, ProcessInfo.processInfo.activeProcessorCount))
    let tongue = try given("GUICHET_LANGUAGE").map { text in
      guard let language = Language(rawValue: text) else {
        throw Failure.setting(
          name: "GUICHET_LANGUAGE", value: text, expected: Wording(fr: "fr ou en", en: "fr or en"))
      }
      return language
    }
    language = Self.first(common.language, tongue, usual: .fr)
  }

  /// The folder of the definitions, where there are any.
  func definitions() throws -> URL {
    guard FileManager.default.fileExists(atPath: pipelines.value + "/forms") else {
      throw Failure.noPipelines(tried: [pipelines.value.shown])
    }
    return URL(filePath: pipelines.value)
  }

  /// The store of the data folder; a folder that nothing was ever taken into is none.
  func existingStore() throws -> CaseStore { try CaseStore(folder: data.value, settings: store, making: false) }

  private static func first<Value>(_ option: Value?, _ variable: Value?, usual: Value) -> Setting<Value> {
    if let option { return Setting(value: option, origin: .option) }
    if let variable { return Setting(value: variable, origin: .environment) }
    return Setting(value: usual, origin: .standard)
  }

  /// A setting that may have no value.
  private static func first(_ option: String?, _ variable: String?) -> Setting<String?> {
    let origin: Origin = option != nil ? .option : variable != nil ? .environment : .standard
    return Setting(value: option ?? variable, origin: origin)
  }

  /// `$XDG_DATA_HOME/guichet`, by default `~/.local/share/guichet`; the XDG rules ignore a relative path.
  private static func usualData(_ environment: [String: String]) -> String {
    if let base = environment["XDG_DATA_HOME"], base.hasPrefix("/") { return base + "/guichet" }
    return NSHomeDirectory() + "/.local/share/guichet"
  }

  /// The first folder `Pipelines` with forms in it: above the program, here, or where a package puts it.
  private static func usualPipelines() throws -> String {
    var tried: [String] = []
    if let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      var folder = URL(filePath: own).deletingLastPathComponent()
      while folder.path != "/" {
        tried.append(folder.appending(path: "Pipelines").path)
        folder = folder.deletingLastPathComponent()
      }
    }
    tried += ["Pipelines", "/usr/share/guichet/Pipelines"]
    guard let found = tried.first(where: { FileManager.default.fileExists(atPath: $0 + "/forms") }) else {
      throw Failure.noPipelines(tried: tried.suffix(3))
    }
    return found
  }
}
