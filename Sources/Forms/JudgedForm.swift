/// One form, read and judged: the object that `guichet check --json` prints on a line and that the store keeps.
///
/// A file without a form gives one object too, with no form, no fields, and `outcome` and `reason` that say why.
package struct JudgedForm: Hashable, Sendable {
  package var file: String
  /// SHA-256 of the file's bytes, in hexadecimal.
  package var sha256: String
  /// The rank of the form in its file, from 0.
  package var index: Int
  package var outcome: Outcome
  package var reason: String?
  /// Nil when no form was read.
  package var reading: Reading?
  package var looseSignatures: [SignatureReading]
  /// Nil for `guichet read`, which does not judge.
  package var judgement: Judgement?
  package var trace: Trace

  package init(
    file: String, sha256: String, index: Int, outcome: Outcome, reason: String?, reading: Reading?,
    looseSignatures: [SignatureReading] = [], judgement: Judgement?, trace: Trace
  ) {
    (self.file, self.sha256, self.index, self.outcome, self.reason) = (file, sha256, index, outcome, reason)
    (self.reading, self.looseSignatures) = (reading, looseSignatures)
    (self.judgement, self.trace) = (judgement, trace)
  }
}

extension JudgedForm: Encodable {
  private enum CodingKeys: String, CodingKey {
    case file, sha256, index, pages, outcome, reason, form, medium, fields, findings, checklist, signatures, decision
    case trace
  }

  private struct FormName: Encodable {
    var id: String
    var edition: String?
    enum CodingKeys: String, CodingKey { case id, edition }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(edition, forKey: .edition)
    }
  }

  /// Writes the object of the contract: keys whose value is unknown are written as `null`, so that readers can rely on them.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(sha256, forKey: .sha256)
    try container.encode(index, forKey: .index)
    try container.encode(reading?.pages ?? [], forKey: .pages)
    try container.encode(outcome, forKey: .outcome)
    try container.encode(reason, forKey: .reason)
    try container.encode(reading.map { FormName(id: $0.form, edition: $0.edition) }, forKey: .form)
    try container.encode(reading?.medium, forKey: .medium)
    try container.encode(reading?.fields ?? [:], forKey: .fields)
    try container.encode(reading?.signatures ?? looseSignatures, forKey: .signatures)
    if let judgement {
      try container.encode(judgement.findings, forKey: .findings)
      try container.encode(judgement.checklist, forKey: .checklist)
      try container.encode(judgement.decision, forKey: .decision)
    }
    try container.encode(trace, forKey: .trace)
  }
}
