/// Folds text for e-mail: lines of at most 72 characters, broken at ordinary spaces only.
struct PlainText {
  private static let columns = 72
  private(set) var lines: [String] = []

  /// Adds a paragraph; `first` stands before its first line, `rest` before the others.
  mutating func add(_ text: String, first: String = "", rest: String = "") {
    for (index, line) in Self.wrap(text, first: first, rest: rest).enumerated() {
      lines.append((index == 0 ? first : rest) + line)
    }
  }

  /// Adds a line as it stands, however long.
  mutating func addLine(_ line: String) { lines.append(Self.clean(line)) }

  mutating func addBlank() { if lines.last?.isEmpty == false { lines.append("") } }

  /// Adds a title underlined with `mark`.
  mutating func addTitle(_ title: String, mark: Character) {
    addBlank()
    let start = lines.count
    add(title)
    let width = lines[start...].map(\.count).max() ?? 0
    lines.append(String(repeating: mark, count: width))
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private static func wrap(_ text: String, first: String, rest: String) -> [String] {
    var result: [String] = []
    var line = ""
    for word in clean(text).split(separator: " ") {
      let width = columns - (result.isEmpty ? first.count : rest.count)
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        result.append(line)
        line = String(word)
      }
    }
    return result + [line]
  }

  /// The text on one line, without control characters.
  private static func clean(_ text: String) -> String { Sanitized.line(text) }
}
