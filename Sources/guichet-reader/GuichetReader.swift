import CSandbox
import Foundation

/// The worker: reads documents for `guichet` in throw-away processes, or says what protects them here.
///
/// Not for people: `guichet` starts it with `--serve`, a socket on descriptor 3 and the form's definition on 4.
@main
struct GuichetReader {
  /// What a sandboxed reading may open, for reading: fonts, models and character maps, the libraries' own data.
  static let readablePaths = [
    "/usr/share", "/usr/local/share", "/usr/lib", "/usr/local/lib", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache",
    "/etc/localtime", "/var/cache/fontconfig", "/dev/null", "/dev/urandom",
  ]

  static func main() {
    do {
      switch try Command(CommandLine.arguments.dropFirst()) {
      case .probe: try ProtectionsReport().write()
      case .serve(let limits): try Service.run(limits)
      }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      _exit(error.exitCode)
    }
    // No destructors of foreign libraries: some crash at exit.
    _exit(0)
  }

  /// The paths above and the models' folder of this installation, for C: ended by a null pointer, never freed.
  static func readablePathsForC() -> UnsafePointer<UnsafePointer<CChar>?> {
    let models = ProcessInfo.processInfo.environment["TESSDATA_PREFIX"].map { [$0] } ?? []
    let paths = readablePaths + models
    let copies = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: paths.count + 1)
    for (index, path) in paths.enumerated() { unsafe copies[index] = UnsafePointer(strdup(path)) }
    unsafe copies[paths.count] = nil
    return unsafe UnsafePointer(copies)
  }
}
