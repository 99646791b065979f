import Foundation
import Testing

/// The style that no compiler holds.
@Suite struct SourceTests {
  private static let longest = 400

  @Test func `no Swift file is longer than four hundred lines`() throws {
    for folder in ["Sources", "Tests"] {
      for file in try House.files(".swift", under: folder) {
        let count = file.text.count { $0.isNewline }
        #expect(count <= Self.longest, "\(file.path) has \(count) lines: split it")
      }
    }
  }

  @Test(arguments: [".swift", ".c", ".h"])
  func `nothing is left to do in the sources`(suffix: String) throws {
    for file in try House.files(suffix, under: "Sources") {
      for (number, line) in file.lines.enumerated() {
        #expect(line.firstMatch(of: /\b(TODO|FIXME|XXX|HACK)\b/) == nil, "\(file.path):\(number + 1): \(line)")
      }
    }
  }

  @Test func `every type and function of a file is explained`() throws {
    let declaration = /package (?:indirect |final )*(?:struct|enum|class|actor|protocol|typealias|func|let|var)\b/
    for file in try House.files(".swift", under: "Sources") {
      let lines = file.lines
      for (number, line) in lines.enumerated() where line.prefixMatch(of: declaration) != nil {
        let before = lines[..<number].last { !$0.hasPrefix("@") }
        #expect(before?.hasPrefix("///") == true, "\(file.path):\(number + 1) has no /// comment")
      }
    }
  }
}
