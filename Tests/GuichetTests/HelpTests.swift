import Foundation
import Testing

@Suite struct HelpTests {
  static let commands = [
    [], ["read"], ["check"], ["process"], ["queue"], ["queue", "list"], ["queue", "show"], ["queue", "claim"],
    ["queue", "accept"], ["queue", "return"], ["queue", "correct"], ["queue", "release"], ["report"], ["letter"],
    ["evaluate"], ["form", "check"], ["doctor"], ["settings"],
  ]

  @Test(arguments: commands)
  func `examples stand on one line each, to be pasted, and folders are no cases`(command: [String]) throws {
    let guichet = try Guichet()
    let help = try guichet.run(["help"] + command)
    #expect(help.status == 0)
    let lines = help.lines
    for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("  guichet ") {
      // An example that was too long goes on in the next line, indented or not.
      let isWhole = next.isEmpty || next.hasPrefix("  guichet ") || next.first?.isUppercase == true
      #expect(isWhole, "\(line)")
    }
    #expect(!help.output.contains("<dossier>"))
  }
}
