import Foundation
import Yams

/// Reads one YAML file strictly and gathers every mistake in it, so that an editor mends them all in one go.
///
/// Each reading function answers nil after noting why; the caller goes on with the rest of the file and asks
/// `problems` at the end.
struct YAMLReader {
  /// The file as problems name it.
  let file: String
  private(set) var problems: [DefinitionProblem] = []

  typealias Place = DefinitionProblem.Place

  init(file: String) { self.file = file }

  /// Notes a mistake at a place of the file, or in the file as a whole.
  mutating func report(_ place: Place?, _ what: String, _ remedy: String) {
    problems.append(DefinitionProblem(file: file, place: place, what: what, remedy: remedy))
  }

  /// Opens the file and gives its only document; nil, and a problem noted, when there is none.
  mutating func document(at url: URL) -> Node? {
    guard let data = try? Data(contentsOf: url) else {
      report(nil, "The file is missing or cannot be opened.", "Create it, or give this account the right to read it.")
      return nil
    }
    guard let text = String(data: data, encoding: .utf8) else {
      report(nil, "The file is not UTF-8 text.", "Save it again in UTF-8.")
      return nil
    }
    do {
      // The resolver that knows no types: what an unquoted word stands for is decided here, in `plainMeaning`.
      guard let node = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot() else {
        report(nil, "The file is empty.", "Fill it in, or put back its last good version.")
        return nil
      }
      return node
    } catch let error as YamlError {
      note(error)
    } catch {
      report(nil, "The file is not YAML.", "Put back its last good version.")
    }
    return nil
  }

  /// Turns what the YAML parser says into a located problem. The parser stops at its first mistake, so there is one.
  private mutating func note(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let circumstance = context.map { " (\($0.text), line \($0.mark.line))" } ?? ""
      report(
        Place(mark), "This is not well-formed YAML: \(problem)\(circumstance).",
        "Look at the indentation (spaces, never tabs), at dashes, and at texts that need quotes because of a colon.")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "`\($0)`" }.joined(separator: ", ")
      report(Place(context.mark), "\(names) is written more than once in one block.", "Keep one of them.")
    case .reader(let problem, _, _, _):
      report(nil, "The file holds characters YAML does not allow: \(problem).", "Remove them.")
    case .dataCouldNotBeDecoded, .no, .memory, .writer, .emitter, .representer:
      report(nil, "The YAML parser failed.", "Try again; if it fails again, put back the file's last good version.")
    }
  }
}

extension DefinitionProblem.Place {
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

extension Node {
  /// Where the node begins in its file.
  var place: DefinitionProblem.Place? { mark.map(DefinitionProblem.Place.init) }

  /// What the node is, in words an editor of the file understands.
  var noun: String {
    switch self {
    case .mapping: "a block of keys"
    case .sequence: "a list"
    case .alias: "a reference"
    case .scalar(let scalar):
      switch scalar.plainMeaning {
      case .nothing: "empty"
      case .flag: "true or false"
      case .number: "a number"
      case .text: "a text"
      }
    }
  }
}

extension Node.Scalar {
  /// What an unquoted word stands for; a quoted one is always text.
  enum Meaning: Equatable {
    case nothing
    case flag(Bool)
    case number(Double)
    case text
  }

  /// Narrower than YAML 1.1 on purpose: `no`, `on` and `OFF` are words here, `10:30` and `2021-07-22` too, and `0018`
  /// keeps its zeros as a text.
  var plainMeaning: Meaning {
    guard style == .plain || style == .any else { return .text }
    switch string {
    case "", "~", "null", "Null", "NULL": return .nothing
    case "true", "True", "TRUE": return .flag(true)
    case "false", "False", "FALSE": return .flag(false)
    default: break
    }
    // The first character spares thousands of words the slower match.
    guard let first = string.utf8.first, first == UInt8(ascii: "-") || (48...57).contains(first),
      string.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?/) != nil, let number = Double(string)
    else { return .text }
    return .number(number)
  }
}
