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
  /// Numbers of other forms printed in a file without this form, such as `4346`.
  package var otherFormNumbers: [String]
  /// Signatures of a file without this form.
  package var looseSignatures: [SignatureReading]
  /// The versions of the engines that read it, by name.
  package var engines: [String: String]

  package init(
    outcome: Outcome, reason: String? = nil, fileType: FileType = .other, pageCount: Int = 0, forms: [Reading] = [],
    activeContent: [String] = [], otherFormNumbers: [String] = [], looseSignatures: [SignatureReading] = [],
    engines: [String: String] = [:]
  ) {
    (self.outcome, self.reason, self.fileType, self.pageCount) = (outcome, reason, fileType, pageCount)
    (self.forms, self.activeContent, self.otherFormNumbers) = (forms, activeContent, otherFormNumbers)
    (self.looseSignatures, self.engines) = (looseSignatures, engines)
  }
}

extension DocumentReading {
  /// Decodes a reading; one stored before the numbers of other forms were kept has none.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      outcome: try container.decode(Outcome.self, forKey: .outcome),
      reason: try container.decodeIfPresent(String.self, forKey: .reason),
      fileType: try container.decode(FileType.self, forKey: .fileType),
      pageCount: try container.decode(Int.self, forKey: .pageCount),
      forms: try container.decode([Reading].self, forKey: .forms),
      activeContent: try container.decode([String].self, forKey: .activeContent),
      otherFormNumbers: try container.decodeIfPresent([String].self, forKey: .otherFormNumbers) ?? [],
      looseSignatures: try container.decode([SignatureReading].self, forKey: .looseSignatures),
      engines: try container.decode([String: String].self, forKey: .engines))
  }
}
