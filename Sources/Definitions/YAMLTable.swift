import Forms
import Foundation
import Yams

/// Holds a block of keys whose names are already known to be right.
struct YAMLTable {
  /// What the block describes, for problems: « a field », « the form ».
  let name: String
  let place: DefinitionProblem.Place?
  fileprivate let values: [String: Node]

  /// The value under a key, when the key is written.
  subscript(key: String) -> Node? { values[key] }
}

/// Remembers where a value was written, for checks that come after reading.
struct Located<Value> {
  let value: Value
  let place: DefinitionProblem.Place?
}

extension YAMLReader {
  /// Reads a block of keys, noting unknown and missing ones; nil only when the node is no block at all.
  mutating func table(_ node: Node, _ name: String, required: [String], optional: [String] = []) -> YAMLTable? {
    guard case .mapping(let mapping) = node else {
      report(node.place, "Here stands \(node.noun) where \(name) is expected.", "Write it as `key: value` lines.")
      return nil
    }
    let known = required + optional
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key, known.contains(scalar.string) else {
        reportUnknown(key, in: name, known: known)
        continue
      }
      values[scalar.string] = value
    }
    for key in required where values[key] == nil {
      report(node.place, "`\(key)` is missing from \(name).", "Add a line `\(key): …` to it.")
    }
    return YAMLTable(name: name, place: node.place, values: values)
  }

  private mutating func reportUnknown(_ key: Node, in name: String, known: [String]) {
    guard case .scalar(let scalar) = key else {
      report(key.place, "A key of \(name) is \(key.noun).", "Keys are plain words.")
      return
    }
    report(key.place, "`\(scalar.string)` is no key of \(name).", suggestion(for: scalar.string, among: known))
  }

  /// Reads a text, composed (NFC) and without spaces at its ends. Numbers count as texts, digits kept as written;
  /// `true`, `false` and nothing do not.
  mutating func text(_ node: Node, _ name: String) -> String? {
    guard case .scalar(let scalar) = node else {
      report(node.place, "\(name) is \(node.noun); a text is expected.", "Write one text.")
      return nil
    }
    switch scalar.plainMeaning {
    case .nothing, .flag:
      report(node.place, "\(name) is \(node.noun); a text is expected.", "Write a text; quote it (\"…\") if it is one.")
      return nil
    case .number, .text:
      let text = scalar.string.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
      guard !text.isEmpty else {
        report(node.place, "\(name) is empty.", "Write a text, or remove the line.")
        return nil
      }
      return text
    }
  }

  mutating func text(_ key: String, in table: YAMLTable) -> String? {
    table[key].flatMap { text($0, "`\(key)` of \(table.name)") }
  }

  /// Reads `true` or `false`; a key that is not written is false.
  mutating func flag(_ key: String, in table: YAMLTable) -> Bool {
    guard let node = table[key] else { return false }
    if case .scalar(let scalar) = node, case .flag(let flag) = scalar.plainMeaning { return flag }
    report(node.place, "`\(key)` of \(table.name) is \(node.noun).", "Write true or false.")
    return false
  }

  /// Reads one of a closed list of words.
  mutating func word<Word: RawRepresentable<String>>(_ key: String, in table: YAMLTable, of words: [Word]) -> Word? {
    guard let written = text(key, in: table) else { return nil }
    return word(Located(value: written, place: table[key]?.place), "`\(key)` of \(table.name)", of: words)
  }

  /// Reads a list of words out of a closed list, at least one.
  mutating func words<Word: RawRepresentable<String>>(_ key: String, in table: YAMLTable, of words: [Word]) -> [Word] {
    texts(key, in: table).compactMap { word($0, "`\(key)` of \(table.name)", of: words) }
  }

  private mutating func word<Word: RawRepresentable<String>>(
    _ written: Located<String>, _ name: String, of words: [Word]
  ) -> Word? {
    if let word = words.first(where: { $0.rawValue == written.value }) { return word }
    report(
      written.place, "`\(written.value)` is not a value that \(name) can have.",
      suggestion(for: written.value, among: words.map(\.rawValue)))
    return nil
  }

  /// The items of a list, unread; a key that is not written is an empty list.
  mutating func items(_ key: String, in table: YAMLTable) -> [Node] {
    guard let node = table[key] else { return [] }
    return items(node, "`\(key)` of \(table.name)")
  }

  mutating func items(_ node: Node, _ name: String) -> [Node] {
    guard case .sequence(let sequence) = node else {
      report(
        node.place, "\(name) is \(node.noun); a list is expected.", "Begin each item with a dash, on its own line.")
      return []
    }
    return Array(sequence)
  }

  /// Reads a list of texts, noting those written twice; `mayBeEmpty` says whether no text at all is right.
  mutating func texts(_ key: String, in table: YAMLTable, mayBeEmpty: Bool = false) -> [Located<String>] {
    guard let node = table[key] else { return [] }
    return texts(node, "`\(key)` of \(table.name)", mayBeEmpty: mayBeEmpty)
  }

  mutating func texts(_ node: Node, _ name: String, mayBeEmpty: Bool = false) -> [Located<String>] {
    var found: [Located<String>] = []
    let before = problems.count
    for item in items(node, name) {
      guard let text = text(item, "An item of \(name)") else { continue }
      if found.contains(where: { $0.value == text }) {
        report(item.place, "“\(text)” is listed twice in \(name).", "Keep one.")
      } else {
        found.append(Located(value: text, place: item.place))
      }
    }
    if found.isEmpty, !mayBeEmpty, problems.count == before {
      report(node.place, "\(name) is empty.", "Write at least one item.")
    }
    return found
  }

  /// Reads a text in both languages.
  mutating func wording(_ key: String, in table: YAMLTable) -> Wording? {
    guard let node = table[key],
      let block = self.table(node, "`\(key)` of \(table.name)", required: ["fr", "en"])
    else { return nil }
    let (french, english) = (text("fr", in: block), text("en", in: block))
    guard let french, let english else { return nil }
    return Wording(fr: french, en: english)
  }

  /// Names the nearest known word when the written one is a slip of it, and all known words otherwise.
  func suggestion(for written: String, among known: [String]) -> String {
    guard !known.isEmpty else { return "There is none yet: add it, or remove what names it." }
    let near = known.map { (word: $0, slips: slips(between: written.lowercased(), and: $0.lowercased())) }
      .min { $0.slips < $1.slips }
    if let near, near.slips <= max(1, near.word.count / 3) { return "Did you mean `\(near.word)`?" }
    return "Use one of: \(known.joined(separator: ", "))."
  }
}

/// Counts the letters to add, drop or change to turn one word into the other (Levenshtein's distance).
func slips(between a: String, and b: String) -> Int {
  let target = Array(b)
  var row = Array(0...target.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in target.enumerated() {
      let changed = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[target.count]
}
