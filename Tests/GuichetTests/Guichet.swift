import Foundation

/// What a run of the program came to.
struct Run {
  var status: Int32
  var output: String
  var errors: String

  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// The objects of an output of one JSON object a line.
  func objects() throws -> [[String: Any]] {
    try lines.map { line in
      guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
        throw CocoaError(.fileReadCorruptFile)
      }
      return object
    }
  }
}

/// The program as the build put it beside the tests, with a folder of its own for each test, removed with it.
final class Guichet {
  /// Empty at first.
  let folder: String
  var data: String { folder + "/data" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "guichet-cli-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs the program to its end, without a terminal.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    let (process, output, errors) = (
      Process(), folder + "/out-\(UUID().uuidString)", folder + "/err-\(UUID().uuidString)"
    )
    process.executableURL = URL(filePath: try Self.program())
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder, "GUICHET_DATA": data].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Files, since a full pipe would stop a program that nobody listens to.
    for path in [output, errors] { try Data().write(to: URL(filePath: path)) }
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }

  static func program() throws -> String {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    // The test runner is either the bundle itself or a helper of the toolchain that loads it.
    for candidate in [own] + CommandLine.arguments {
      let path = URL(filePath: candidate).deletingLastPathComponent().appending(path: "guichet").path()
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  /// A folder of the package, links resolved: a copy of a link would be the folder itself.
  static func shipped(_ path: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: path).resolvingSymlinksInPath().path()
  }

  static let pipelines = shipped("Pipelines")
  static let samples = shipped("SampleForms/acces-sel-etablissements") + "/"
  static let hostile = shipped("SampleForms/hostile") + "/"
  static let register = shipped("SampleForms/register.csv")

  /// Makes a copy of a sample in a folder of this test's own, and answers its path.
  func copy(_ sample: String, into folder: String? = nil, as name: String? = nil) throws -> String {
    let place = folder.map { self.folder + "/" + $0 } ?? self.folder
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let path = place + "/" + (name ?? sample)
    try FileManager.default.copyItem(atPath: Self.samples + sample, toPath: path)
    return path
  }

  func write(_ text: String, to name: String) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  /// Processes one sample and answers the numbers of its cases.
  func processed(_ sample: String, received: String = "2026-06-07") throws -> [String] {
    let run = try run([
      "process", "--json", "--register", Self.register, "--channel", "email", "--received", received,
      Self.samples + sample,
    ])
    return try run.objects().first?["cases"] as? [String] ?? []
  }
}
