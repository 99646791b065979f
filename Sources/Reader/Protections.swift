import CSandbox
import Foundation

/// What stands between a document and this machine, each tried for real by a protected process: for `guichet doctor`.
package struct Protections: Hashable, Sendable, Codable {
  /// Limits of memory, CPU, files and output.
  package var limits: Bool
  /// No program run from here can gain rights.
  package var noNewPrivileges: Bool
  package var capabilitiesDropped: Bool
  package var systemCallFilter: Bool
  /// The kernel's Landlock version, 0 where files are not fenced: the worker could then read other files.
  package var landlock: Int
  package var networkNamespace: Bool
  package var userNamespace: Bool
  /// Attempts that were refused: to reach a network, to run a program, to make a process, to write a file, to read a file
  /// outside the fonts and models, to signal another process.
  package var refusesNetwork: Bool
  package var refusesPrograms: Bool
  package var refusesProcesses: Bool
  package var refusesWriting: Bool
  package var refusesReadingElsewhere: Bool
  package var refusesSignals: Bool
  package var runningAsRoot: Bool

  /// Whether all holds that the worker cannot do without; it refuses to start where the first four do not. Landlock and
  /// namespaces stand behind the filter as a second line, which old kernels lack.
  package var suffices: Bool {
    limits && noNewPrivileges && capabilitiesDropped && systemCallFilter && refusesNetwork && refusesPrograms
      && refusesProcesses && refusesWriting && refusesSignals
  }

  /// Runs the worker's self-test and answers what it found.
  package static func probe(_ settings: ReaderSettings = ReaderSettings()) throws(ReaderError) -> Protections {
    let program = try WorkerProgram(settings)
    let output = try OwnedDescriptor(unsafe sandbox_bounded_file("output", 1 << 16), doing: "an anonymous file")
    let errors = try OwnedDescriptor(unsafe sandbox_bounded_file("errors", 1 << 16), doing: "an anonymous file")
    let process = try program.launch(["--probe"], output: output.number, errors: errors.number)
    let status = sandbox_stop(process, 30_000)
    guard status == 0, let answer = output.contents(upTo: 1 << 16)?.prefix(while: { $0 != 0 }),
      let protections = try? JSONDecoder().decode(Protections.self, from: answer)
    else {
      throw .notReady(
        path: program.path, code: status >= 0 && status & 0x7f == 0 ? Int(status >> 8) & 0xff : nil,
        said: WorkerProgram.said(errors))
    }
    return protections
  }
}
