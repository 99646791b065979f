import CSandbox
import Foundation

/// What holds on this machine, as JSON on standard output: the self-test of `--probe`.
struct ProtectionsReport: Encodable {
  private let limits, noNewPrivileges, capabilitiesDropped, systemCallFilter: Bool
  private let landlock: Int
  private let networkNamespace, userNamespace: Bool
  private let refusesNetwork, refusesPrograms, refusesProcesses, refusesWriting, refusesReadingElsewhere: Bool
  private let refusesSignals, runningAsRoot: Bool

  /// Isolates this process as a server does and tries the rest in a child.
  init() throws(WorkerError) {
    var held = sandbox_protections()
    unsafe sandbox_isolate(&held)
    let failure = unsafe sandbox_probe(GuichetReader.readablePathsForC(), &held)
    guard failure == 0 else { throw .system(code: -failure) }
    (limits, noNewPrivileges) = (held.limits != 0, held.no_new_privileges != 0)
    (capabilitiesDropped, systemCallFilter) = (held.capabilities_dropped != 0, held.system_call_filter != 0)
    landlock = Int(held.landlock)
    (networkNamespace, userNamespace) = (held.network_namespace != 0, held.user_namespace != 0)
    (refusesNetwork, refusesPrograms) = (held.refuses_network != 0, held.refuses_programs != 0)
    (refusesProcesses, refusesWriting) = (held.refuses_processes != 0, held.refuses_writing != 0)
    refusesReadingElsewhere = held.refuses_reading_elsewhere != 0
    (refusesSignals, runningAsRoot) = (held.refuses_signals != 0, held.running_as_root != 0)
  }

  func write() throws(WorkerError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    guard let json = try? encoder.encode(self) else { throw .system(code: EINVAL) }
    FileHandle.standardOutput.write(json + Data("\n".utf8))
  }
}
