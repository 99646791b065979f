/// How the reading of one document ended. Every case is a result that reaches a clerk; none is an error of ours.
package enum Outcome: String, Sendable, Codable, CaseIterable {
  /// A form was found and read.
  case read
  /// The document could not be opened or shown; `reason` says why.
  case unreadable
  /// A limit (time, memory, pages, output) was reached; `reason` names it.
  case overran
  /// The worker died on the document.
  case crashed
  /// A readable document without this form.
  case notAForm
}

/// What came with a document that is not the form's own content, for the rules of class FMT.
package enum Medium: String, Sendable, Codable, CaseIterable {
  case acroform, flattened, scan, photo, fax
}

/// The type of a file by its content, never by its name.
package enum FileType: String, Sendable, Codable, CaseIterable {
  case pdf, tiff, png, jpeg, other
}

/// How strong the evidence of a refused medium is.
package enum EvidenceStrength: String, Sendable, Codable, CaseIterable {
  case none, weak, decisive
}
