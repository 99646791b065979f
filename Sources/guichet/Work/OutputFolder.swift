import Foundation

/// A folder that results are written to; made when missing, open to its owner alone.
struct OutputFolder {
  let path: String

  init(_ path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      var isFolder: ObjCBool = false
      if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        throw Failure.notAFolder(path: path)
      }
      throw Failure.cannotWrite(path: path, code: Self.code(of: error))
    }
  }

  /// Writes a file whole or not at all, readable by its owner alone; answers its path.
  func write(_ bytes: some Sequence<UInt8>, as name: String) throws -> String {
    let target = path + (path.hasSuffix("/") ? "" : "/") + name
    let draft = target + ".\(ProcessInfo.processInfo.processIdentifier).tmp"
    do {
      try Data(bytes).write(to: URL(filePath: draft))
    } catch {
      unsafe unlink(draft)
      throw Failure.cannotWrite(path: target, code: Self.code(of: error))
    }
    guard unsafe chmod(draft, 0o600) == 0, unsafe rename(draft, target) == 0 else {
      let code = errno
      unsafe unlink(draft)
      throw Failure.cannotWrite(path: target, code: code)
    }
    return target
  }

  /// The system's error number beneath an error of Foundation.
  private static func code(of error: any Error) -> Int32 {
    let error = error as NSError
    if let inner = error.userInfo[NSUnderlyingErrorKey] as? NSError, inner.domain == NSPOSIXErrorDomain {
      return Int32(clamping: inner.code)
    }
    switch error.code {
    case CocoaError.fileWriteNoPermission.rawValue: return EACCES
    case CocoaError.fileWriteOutOfSpace.rawValue: return ENOSPC
    case CocoaError.fileWriteFileExists.rawValue: return EEXIST
    default: return EIO
    }
  }
}
