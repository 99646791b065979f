import Forms
import Rules
import Store

/// Judges every form of a document by one definition's rules.
package struct Judge: Sendable {
  private let rules: RuleBook
  private let register: Register?
  /// The SHA-256 of the form's definition, as `sha256:…`.
  private let definition: String

  package init(rules: RuleBook, register: Register?, definition: String) {
    (self.rules, self.register, self.definition) = (rules, register, definition)
  }

  /// The forms that count: none unless the whole document was read, since a rule cannot know what was not seen.
  private func forms(of document: DocumentReading) -> [Reading] { document.outcome == .read ? document.forms : [] }

  /// One judgement per form in order, or one for a file without a form; what a correction judges again by.
  package func judgements(_ document: DocumentReading, _ arrival: Arrival) -> [Judgement] {
    let (forms, facts) = (forms(of: document), DocumentFacts(document))
    guard !forms.isEmpty else { return [rules.judge(document: document, arrival: arrival)] }
    return forms.map {
      rules.judge(Request(reading: $0, document: facts, arrival: arrival, register: register))
    }
  }

  /// The objects of the contract for a document: one per form, or one that says why there is none.
  /// - Parameter arrival: Nil to leave the forms unjudged, as `guichet read` does.
  func forms(of document: DocumentReading, named file: String, sha256: String, arrival: Arrival?) -> [JudgedForm] {
    let judgements = arrival.map { self.judgements(document, $0) }
    let readings = forms(of: document)
    let isWithoutForm = document.outcome == .read && readings.isEmpty
    return (0..<max(1, readings.count)).map { index in
      JudgedForm(
        file: file, sha256: sha256, index: index, outcome: isWithoutForm ? .notAForm : document.outcome,
        reason: isWithoutForm ? "noForm" : document.reason,
        reading: readings.indices.contains(index) ? readings[index] : nil,
        looseSignatures: document.looseSignatures, judgement: judgements?[index],
        trace: Trace(definition: definition, engines: document.engines))
    }
  }

  /// The finding for a file whose bytes were received before; nil when they were not, or the form has no such rule.
  package func finding(on receipt: Receipt) -> Finding? { receipt.isDuplicate ? rules.duplicateFinding() : nil }
}
