import Foundation

/// The package's own files, as they lie in the working tree.
enum House {
  /// The package's folder: the nearest one above this file that holds a Package.swift, links resolved.
  static let root: URL = {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/", !exists(folder.appending(path: "Package.swift")) {
      folder = folder.deletingLastPathComponent()
    }
    return folder
  }()

  static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The names of the folders in a folder.
  static func folders(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: path), includingPropertiesForKeys: [.isDirectoryKey]
    ).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
  }

  /// Every file with the extension under a folder, its path written from the package's folder.
  static func files(_ suffix: String, under path: String) throws -> [SourceFile] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: path).path)
    return try names.filter { $0.hasSuffix(suffix) }.sorted().map { name in
      SourceFile(path: path + "/" + name, text: try text(path + "/" + name))
    }
  }
}

/// A text file of the package.
struct SourceFile {
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The modules it imports.
  var imports: Set<String> {
    let form =
      /^\s*(?:@\w+\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|func|var|let|protocol|typealias)\s+)?(\w+)/
    return Set(lines.compactMap { $0.firstMatch(of: form).map { String($0.1) } })
  }
}
