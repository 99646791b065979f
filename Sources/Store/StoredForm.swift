import Forms

/// A judged form as it is kept: all of `JudgedForm` but its judgement, which stands beside it.
struct StoredForm: Codable {
  var file: String
  var sha256: String
  var index: Int
  var outcome: Outcome
  var reason: String?
  var reading: Reading?
  var looseSignatures: [SignatureReading]
  var trace: Trace

  init(_ form: JudgedForm) {
    (file, sha256, index, outcome, reason) = (form.file, form.sha256, form.index, form.outcome, form.reason)
    (reading, looseSignatures, trace) = (form.reading, form.looseSignatures, form.trace)
  }

  func with(_ judgement: Judgement?) -> JudgedForm {
    JudgedForm(
      file: file, sha256: sha256, index: index, outcome: outcome, reason: reason, reading: reading,
      looseSignatures: looseSignatures, judgement: judgement, trace: trace)
  }
}
