import Forms

/// The evaluation as programs get it.
struct EvaluationObject: Encodable {
  struct Line: Encodable {
    var exact, sure, wrongButSure: Proportion

    init(_ tally: Evaluation.Tally) {
      exact = Proportion(tally.exact, of: tally.fields)
      sure = Proportion(tally.sure, of: tally.fields)
      wrongButSure = Proportion(tally.wrongButSure, of: tally.sure)
    }
  }

  /// How often readings of about the same confidence are right.
  struct Band: Encodable {
    var from, to: Double
    /// Nil of nothing.
    var confidence: Double?
    var exact: Proportion

    init(from low: Double, to high: Double, _ tally: Evaluation.Tally) {
      (from, to) = (low, high)
      confidence = tally.fields == 0 ? nil : tally.confidence / Double(tally.fields)
      exact = Proportion(tally.exact, of: tally.fields)
    }
  }

  struct Wrong: Encodable {
    var file: String
    var index: Int
    var field: FieldID
    var sure: Bool
    var expected, read: FieldValue?
  }

  struct Unread: Encodable {
    var file: String
    var expected, found: Int
    var outcome: Outcome?
    var reason: String?
  }

  /// Milliseconds a file, in steps of 10 ms for the median.
  struct Processor: Encodable {
    var median: Int
    var mean: Double

    /// Nil of nothing.
    init?(_ files: [Int]) {
      guard !files.isEmpty else { return nil }
      median = files.sorted()[files.count / 2]
      mean = Double(files.reduce(0, +)) / Double(files.count)
    }
  }

  let files, forms, formsNotFound, formsTooMany: Int
  let kinds, contents, media: [String: Line]
  let total: Line
  let reliability: [Band]
  let wrong: [Wrong]
  let unread: [Unread]
  let processorMilliseconds: Processor?

  init(_ evaluation: Evaluation, files: Int, values: Bool) {
    (self.files, forms) = (files, evaluation.forms)
    (formsNotFound, formsTooMany) = (evaluation.formsNotFound, evaluation.formsTooMany)
    kinds = Dictionary(uniqueKeysWithValues: evaluation.kinds.map { ($0.key.rawValue, Line($0.value)) })
    contents = Dictionary(uniqueKeysWithValues: evaluation.contents.map { ($0.key.rawValue, Line($0.value)) })
    media = evaluation.media.mapValues { Line($0) }
    total = Line(evaluation.total)
    let ends = Evaluation.bands.dropFirst() + [1]
    reliability = zip(zip(Evaluation.bands, ends), evaluation.reliability).map { Band(from: $0.0, to: $0.1, $1) }
    wrong = evaluation.misses.map {
      Wrong(
        file: $0.file, index: $0.index, field: $0.field, sure: $0.sure, expected: values ? $0.expected : nil,
        read: values ? $0.read : nil)
    }
    unread = evaluation.unread.map {
      Unread(file: $0.file, expected: $0.expected, found: $0.found, outcome: $0.outcome, reason: $0.reason)
    }
    processorMilliseconds = Processor(evaluation.processor)
  }
}
