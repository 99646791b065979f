/// What the reading of one file came to: its outcome and the forms found in it.
///
/// It is the worker's whole answer, and so hostile input to whoever receives it.
package struct DocumentReading: Hashable, Sendable, Codable {
  package var outcome: Outcome
  /// Why, in one word of the contract (`empty`, `encrypted`, `damaged`, `tooLarge`, `xfaOnly`, `unsupported`, `memory`,
  /// `time`, `pages`, `output`…); nil only when read.
  package var reason: String?
  package var fileType: FileType
  package var pageCount: Int
  package var forms: [Reading]
  /// What the file would do by itself: `javascript`, `launch`, `embeddedFile`, `remoteReference`.
  package var activeContent: [String]
  /// Signatures of a file without this form.
  package var looseSignatures: [SignatureReading]
  /// The versions of the engines that read it, by name.
  package var engines: [String: String]

  package init(
    outcome: Outcome, reason: String? = nil, fileType: FileType = .other, pageCount: Int = 0, forms: [Reading] = [],
    activeContent: [String] = [], looseSignatures: [SignatureReading] = [], engines: [String: String] = [:]
  ) {
    (self.outcome, self.reason, self.fileType, self.pageCount) = (outcome, reason, fileType, pageCount)
    (self.forms, self.activeContent) = (forms, activeContent)
    (self.looseSignatures, self.engines) = (looseSignatures, engines)
  }
}
