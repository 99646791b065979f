/// What each target may import, as the table of Documentation/Architecture.md says.
struct Layers {
  /// The modules of each Swift target that has a row, by the target's name.
  let rows: [String: Set<String>]
  /// The targets of C, which the table lists by name alone.
  let foreign: Set<String>

  /// What every target may import: the language's own library and the system's.
  static let free: Set<String> = ["Foundation", "Glibc", "Synchronization", "Dispatch", "RegexBuilder"]

  init() throws {
    var (rows, foreign): ([String: Set<String>], Set<String>) = ([:], [])
    for line in try House.text("Documentation/Architecture.md").split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.matches(of: /`([A-Za-z-]+)`/).map { String($0.1) }
      }
      guard cells.count == 4, !cells[1].isEmpty else { continue }
      if line.hasPrefix("| C ") {
        foreign.formUnion(cells[1])
      } else {
        for target in cells[1] { rows[target] = Set(cells[2]) }
      }
    }
    (self.rows, self.foreign) = (rows, foreign)
  }
}
