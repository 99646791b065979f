/// One form found in a document and what it was read to hold.
package struct Reading: Hashable, Sendable, Codable {
  /// The definition the form was read by, such as `acces-sel-etablissements`.
  package var form: String
  /// The printed edition mark, when the form bears one.
  package var edition: String?
  /// The pages of the file the form stands on, from 1, in the order of the form's own pages.
  package var pages: [Int]
  package var medium: Medium
  /// Every field of the definition, found or not.
  package var fields: [FieldID: FieldReading]
  package var signatures: [SignatureReading]
  package var observations: Observations

  package init(
    form: String, edition: String? = nil, pages: [Int], medium: Medium, fields: [FieldID: FieldReading],
    signatures: [SignatureReading] = [], observations: Observations = Observations()
  ) {
    (self.form, self.edition, self.pages, self.medium) = (form, edition, pages, medium)
    (self.fields, self.signatures, self.observations) = (fields, signatures, observations)
  }

  /// The reading of a field; one that the form does not have reads as not found.
  package subscript(id: FieldID) -> FieldReading { fields[id] ?? .notFound }

  /// The same reading, of which a person must look at every field: the file it comes from is not whole.
  package func doubted() -> Reading {
    var reading = self
    reading.fields = fields.mapValues { $0.doubted() }
    return reading
  }
}

/// A signature of any kind found in a document, with what is known of it.
package struct SignatureReading: Hashable, Sendable, Codable {
  /// `s2`, `s3`, `s4`, or nil when it stands in no section.
  package var section: String?
  /// `ink`, `stylus`, `image`, `certificate`, `typed`.
  package var kind: String
  package var page: Int
  package var box: Box
  package var confidence: Confidence

  package init(section: String?, kind: String, page: Int, box: Box, confidence: Confidence) {
    (self.section, self.kind, self.page, self.box, self.confidence) = (section, kind, page, box, confidence)
  }
}

/// Facts about the form's pages beyond its fields, which rules judge.
package struct Observations: Hashable, Sendable, Codable {
  /// How many forms the file holds.
  package var formsInFile: Int
  /// Pages of the file that belong to no form (cover letters, lists), from 1; blank pages are not counted.
  package var extraPages: [Int]
  /// Whether the page of sections 1 to 3 and the page of section 5 were found whole.
  package var frontPresent: Bool
  package var backPresent: Bool
  /// Fields whose stored value and displayed appearance differ.
  package var appearanceDiffers: [FieldID]
  /// Tick boxes whose mark is neither clearly there nor clearly absent.
  package var ambiguousTicks: [FieldID]
  /// Fields whose printed label was not found.
  package var labelsNotFound: [FieldID]
  /// Fields with a crossed-out, overwritten or covered value.
  package var corrected: [FieldID]
  /// Signature boxes that hold a lone cross, a dash or initials.
  package var lesserMarks: [FieldID]
  /// Numbers of other forms printed on the page, such as `4346`.
  package var otherFormNumbers: [String]
  /// Text on the form's pages that is neither printed nor in a field, as written.
  package var strayText: [String]
  package var fax: EvidenceStrength
  package var photo: EvidenceStrength

  package init(
    formsInFile: Int = 1, extraPages: [Int] = [], frontPresent: Bool = true, backPresent: Bool = true,
    appearanceDiffers: [FieldID] = [], ambiguousTicks: [FieldID] = [], labelsNotFound: [FieldID] = [],
    corrected: [FieldID] = [], lesserMarks: [FieldID] = [], otherFormNumbers: [String] = [],
    strayText: [String] = [], fax: EvidenceStrength = .none, photo: EvidenceStrength = .none
  ) {
    (self.formsInFile, self.extraPages) = (formsInFile, extraPages)
    (self.frontPresent, self.backPresent) = (frontPresent, backPresent)
    (self.appearanceDiffers, self.ambiguousTicks) = (appearanceDiffers, ambiguousTicks)
    (self.labelsNotFound, self.corrected, self.lesserMarks) = (labelsNotFound, corrected, lesserMarks)
    (self.otherFormNumbers, self.strayText) = (otherFormNumbers, strayText)
    (self.fax, self.photo) = (fax, photo)
  }
}
