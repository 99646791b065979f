import Forms
import Foundation

/// Compares what was read with what truly stands on the forms.
struct Evaluation {
  /// Counts fields of one kind, or of one medium.
  struct Tally {
    var fields = 0
    var exact = 0
    /// Not doubtful: claimed right.
    var sure = 0
    var wrongButSure = 0

    static func + (a: Tally, b: Tally) -> Tally {
      Tally(
        fields: a.fields + b.fields, exact: a.exact + b.exact, sure: a.sure + b.sure,
        wrongButSure: a.wrongButSure + b.wrongButSure)
    }
  }

  /// A field that was read otherwise than it stands.
  struct Miss {
    var file: String
    var index: Int
    var field: FieldID
    var sure: Bool
    var expected: FieldValue
    var read: FieldValue
  }

  private(set) var kinds: [FieldDefinition.Kind: Tally] = [:]
  private(set) var media: [String: Tally] = [:]
  private(set) var misses: [Miss] = []
  private(set) var forms = 0
  /// Forms that should have been found and were not, and the other way round.
  private(set) var formsNotFound = 0
  private(set) var formsTooMany = 0

  var total: Tally { kinds.values.reduce(Tally(), +) }

  /// Adds the forms of one file; those expected and those found are paired in page order.
  mutating func add(_ found: [JudgedForm], expected: [[FieldID: FieldValue]], file: String, form: FormDefinition) {
    let readings = found.compactMap(\.reading)
    forms += expected.count
    formsNotFound += max(0, expected.count - readings.count)
    formsTooMany += max(0, readings.count - expected.count)
    for (index, truth) in expected.enumerated() {
      let reading = readings.indices.contains(index) ? readings[index] : nil
      for field in form.fields {
        guard let value = truth[field.id] else { continue }
        // A form not found claims nothing, so its fields are wrong and doubtful.
        let seen = reading?[field.id] ?? .notFound
        let isExact = reading != nil && seen.value == value
        let one = Tally(
          fields: 1, exact: isExact ? 1 : 0, sure: seen.doubtful ? 0 : 1,
          wrongButSure: !isExact && !seen.doubtful ? 1 : 0)
        kinds[field.kind] = (kinds[field.kind] ?? Tally()) + one
        let medium = reading?.medium.rawValue ?? "notFound"
        media[medium] = (media[medium] ?? Tally()) + one
        if !isExact {
          misses.append(
            Miss(
              file: file, index: index, field: field.id, sure: !seen.doubtful, expected: value, read: seen.value))
        }
      }
    }
  }
}

/// What truly stands on the forms of one file, from `NAME.expected.json`: an object, or a list in page order.
func expectedReadings(at path: String) throws -> [[FieldID: FieldValue]] {
  guard let data = FileManager.default.contents(atPath: path) else { throw Failure.expectation(path: path) }
  let decoder = JSONDecoder()
  if let one = try? decoder.decode([FieldID: FieldValue].self, from: data) { return [one] }
  guard let several = try? decoder.decode([[FieldID: FieldValue]].self, from: data) else {
    throw Failure.expectation(path: path)
  }
  return several
}

/// Files of a folder that have `NAME.expected.json` beside them, with its path.
func filesWithExpectation(in files: [String]) -> [(file: String, expected: String)] {
  files.compactMap { file in
    let expected = URL(filePath: file).deletingPathExtension().path(percentEncoded: false) + ".expected.json"
    return FileManager.default.fileExists(atPath: expected) ? (file, expected) : nil
  }
}
