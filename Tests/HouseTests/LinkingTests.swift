import Foundation
import Testing

/// What the programs are linked with, asked of the dynamic linker.
@Suite struct LinkingTests {
  /// The parsers of documents: a fault in one of them is a stranger's way in.
  private static let parsers = [
    "poppler", "tesseract", "lept", "qpdf", "gmime", "tiff", "jpeg", "openjp2", "jbig2", "nss3",
  ]

  @Test func `the program links no parser of documents`() throws {
    let libraries = try libraries(of: "guichet")
    let found = libraries.filter { library in Self.parsers.contains { library.hasPrefix("lib" + $0) } }
    #expect(found.isEmpty, "guichet links \(found): only guichet-reader may")
    #expect(libraries.contains { $0.hasPrefix("libsqlite3") }, "ldd saw nothing of ours, so this test proves nothing")
  }

  @Test(arguments: ["poppler-glib", "tesseract", "lept", "qpdf"])
  func `the reader links the parsers it reads with`(parser: String) throws {
    #expect(try libraries(of: "guichet-reader").contains { $0.hasPrefix("lib" + parser) })
  }

  @Test func `the reader links no database`() throws {
    #expect(try !libraries(of: "guichet-reader").contains { $0.hasPrefix("libsqlite3") })
  }

  /// The libraries that a program of this build is linked with, itself or through others.
  private func libraries(of program: String) throws -> [String] {
    let path = try #require(Self.program(program), "\(program) is not beside the tests: build the whole package first")
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/ldd")
    process.arguments = [path]
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "ldd cannot look at \(path)")
    let lines = text.split(separator: "\n")
    #expect(!lines.contains { $0.contains("not found") }, "\(program) lacks libraries:\n\(text)")
    return lines.compactMap { line in
      let name = line.split(whereSeparator: \.isWhitespace).first.map(String.init)
      return name.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    }
  }

  /// Where the build put a program: beside the test bundle, or beside the helper of the toolchain that loads it.
  private static func program(_ name: String) -> String? {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { [$0] } ?? []
    let candidates = (own + CommandLine.arguments).map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: name).path
    }
    return candidates.first(where: FileManager.default.isExecutableFile)
  }
}
