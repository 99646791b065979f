import Forms
import Foundation

/// Compares what was read with what truly stands on the forms.
struct Evaluation {
  /// Counts fields of one sort.
  struct Tally {
    var fields = 0
    var exact = 0
    /// Not doubtful: claimed right.
    var sure = 0
    var wrongButSure = 0
    /// Summed, to be compared with the share that is exact.
    var confidence = 0.0

    static func + (a: Tally, b: Tally) -> Tally {
      Tally(
        fields: a.fields + b.fields, exact: a.exact + b.exact, sure: a.sure + b.sure,
        wrongButSure: a.wrongButSure + b.wrongButSure, confidence: a.confidence + b.confidence)
    }
  }

  /// What truly stands in a field. Blanks are apart, since a form full of them would make any reading look good.
  enum Content: String, CaseIterable {
    case written, blank, ticks, signatures, preprinted

    init(_ value: FieldValue, of kind: FieldDefinition.Kind) {
      self =
        switch kind {
        case .tick, .choice: .ticks
        case .signature: .signatures
        case .preprinted: .preprinted
        default: value.isBlank ? .blank : .written
        }
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

  /// A file in which fewer forms were found than stand in it, and why.
  struct Unread {
    var file: String
    var expected: Int
    var found: Int
    var outcome: Outcome?
    var reason: String?
  }

  /// Where the bands of confidence begin: narrower towards certainty, which is where claims are made.
  static let bands = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999]

  private(set) var kinds: [FieldDefinition.Kind: Tally] = [:]
  private(set) var contents: [Content: Tally] = [:]
  private(set) var media: [String: Tally] = [:]
  private(set) var reliability = [Tally](repeating: Tally(), count: bands.count)
  private(set) var misses: [Miss] = []
  private(set) var unread: [Unread] = []
  private(set) var forms = 0
  /// Forms that should have been found and were not, and the other way round.
  private(set) var formsNotFound = 0
  private(set) var formsTooMany = 0
  /// Milliseconds of processor time, a file each, where the system tells.
  private(set) var processor: [Int] = []

  var total: Tally { kinds.values.reduce(Tally(), +) }

  /// Adds the forms of one file; those expected and those found are paired in page order.
  mutating func add(_ found: [JudgedForm], expected: [[FieldID: FieldValue]], file: String, form: FormDefinition) {
    let readings = found.compactMap(\.reading)
    forms += expected.count
    formsNotFound += max(0, expected.count - readings.count)
    formsTooMany += max(0, readings.count - expected.count)
    if readings.count < expected.count {
      unread.append(
        Unread(
          file: file, expected: expected.count, found: readings.count, outcome: found.first?.outcome,
          reason: found.first?.reason))
    }
    for (index, truth) in expected.enumerated() {
      let reading = readings.indices.contains(index) ? readings[index] : nil
      for field in form.fields {
        guard let value = truth[field.id] else { continue }
        // A form not found claims nothing, so its fields are wrong and doubtful.
        let seen = reading?[field.id] ?? .notFound
        let isExact = reading != nil && seen.value == value
        let one = Tally(
          fields: 1, exact: isExact ? 1 : 0, sure: seen.doubtful ? 0 : 1,
          wrongButSure: !isExact && !seen.doubtful ? 1 : 0, confidence: seen.confidence.value)
        count(one, kind: field.kind, content: Content(value, of: field.kind), medium: reading?.medium)
        if !isExact {
          misses.append(
            Miss(
              file: file, index: index, field: field.id, sure: !seen.doubtful, expected: value, read: seen.value))
        }
      }
    }
  }

  /// Notes what reading one file took.
  mutating func add(processor milliseconds: Int) { processor.append(milliseconds) }

  private mutating func count(_ one: Tally, kind: FieldDefinition.Kind, content: Content, medium: Medium?) {
    kinds[kind, default: Tally()] = kinds[kind, default: Tally()] + one
    contents[content, default: Tally()] = contents[content, default: Tally()] + one
    let name = medium?.rawValue ?? "notFound"
    media[name, default: Tally()] = media[name, default: Tally()] + one
    let band = Self.bands.lastIndex { $0 <= one.confidence } ?? 0
    reliability[band] = reliability[band] + one
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
