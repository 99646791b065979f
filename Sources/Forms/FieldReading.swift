/// How sure a reading is: 0 (a guess) to 1 (certain), by construction.
package struct Confidence: Hashable, Comparable, Sendable, Codable {
  package let value: Double

  /// Clamps to 0…1; what is not a number counts as 0.
  package init(_ value: Double) { self.value = value.isNaN ? 0 : min(1, max(0, value)) }

  package static let certain = Confidence(1)
  package static let none = Confidence(0)

  package static func < (a: Confidence, b: Confidence) -> Bool { a.value < b.value }

  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Double.self))
  }
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode((value * 1000).rounded() / 1000)
  }
}

/// One thing seen on a page that a value rests on.
package struct Evidence: Hashable, Sendable, Codable {
  /// Where the evidence comes from.
  package enum Source: String, Sendable, Codable, CaseIterable {
    /// The value of a fillable field.
    case widget
    /// Visible text drawn in the page or in an annotation.
    case text
    /// Text recognised in an image.
    case ocr
    /// A tick, or a tick box without one.
    case mark
    /// Strokes or an image that are no text.
    case ink
    /// An empty region beside the label.
    case blank
    /// A certificate signature.
    case certificate
    /// A clerk's own reading, entered by `correct`.
    case clerk
  }

  package var source: Source
  /// The page, from 1, in the file.
  package var page: Int
  /// The region, in points from the page's top-left corner.
  package var box: Box
  /// The text as it stands there, before any normalisation.
  package var text: String

  package init(_ source: Source, page: Int, box: Box, text: String = "") {
    (self.source, self.page, self.box, self.text) = (source, page, box, text)
  }
}

/// What one field holds, how sure that is, and what it was seen by.
///
/// A value without evidence cannot be built, nor can a claim (a reading that is not doubtful) without evidence:
/// a blank is claimed only by the empty region beside its label.
package struct FieldReading: Hashable, Sendable {
  package let value: FieldValue
  package let confidence: Confidence
  /// Whether a person must look before the value is used.
  package let doubtful: Bool
  package let evidence: [Evidence]

  /// Fails when a value or a claim comes without evidence.
  package init?(value: FieldValue, confidence: Confidence, doubtful: Bool, evidence: [Evidence]) {
    guard !evidence.isEmpty || (value.isBlank && doubtful) else { return nil }
    (self.value, self.confidence, self.doubtful, self.evidence) = (value, confidence, doubtful, evidence)
  }

  /// The reading of a field seen by at least one piece of evidence.
  package init(_ value: FieldValue, confidence: Confidence, doubtful: Bool, seen first: Evidence, _ rest: [Evidence] = []) {
    (self.value, self.confidence, self.doubtful, self.evidence) = (value, confidence, doubtful, [first] + rest)
  }

  /// The reading of a field whose place on the page was not found: nothing is known of it.
  package static let notFound = FieldReading(value: .nothing, confidence: .none, doubtful: true, evidence: [])!

  /// The same reading, to be looked at by a person.
  package func doubted() -> FieldReading {
    FieldReading(
      value: value, confidence: Confidence(min(confidence.value, 0.5)), doubtful: true, evidence: evidence)!
  }
}

extension FieldReading: Codable {
  private enum CodingKeys: String, CodingKey { case value, confidence, doubtful, evidence }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard
      let reading = FieldReading(
        value: try container.decode(FieldValue.self, forKey: .value),
        confidence: try container.decode(Confidence.self, forKey: .confidence),
        doubtful: try container.decode(Bool.self, forKey: .doubtful),
        evidence: try container.decode([Evidence].self, forKey: .evidence))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .evidence, in: container, debugDescription: "a value or a claim without evidence")
    }
    self = reading
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .value)
    try container.encode(confidence, forKey: .confidence)
    try container.encode(doubtful, forKey: .doubtful)
    try container.encode(evidence, forKey: .evidence)
  }
}
