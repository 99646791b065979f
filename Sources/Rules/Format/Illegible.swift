import Forms

/// Sends required fields that something is written in, but that could hardly be read in an image, to a clerk.
struct Illegible: Rule {
  static let id: RuleID = "FMT-08"
  private let fields: [FieldID]
  /// A doubtful reading less sure than this counts as illegible.
  private let confidenceBelow: Confidence

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try parameters.fields("fields")
    confidenceBelow = try parameters.confidence("confidenceBelow")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard [.scan, .photo, .fax].contains(form.request.reading.medium) else { return [] }
    let illegible = fields.filter { field in
      let reading = form.request.reading[field]
      let somethingIsThere = !reading.value.isBlank || reading.evidence.contains { $0.source != .blank }
      return somethingIsThere && reading.doubtful && reading.confidence < confidenceBelow
    }
    return illegible.isEmpty ? [] : [.clerk(illegible)]
  }
}
