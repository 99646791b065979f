import Forms

/// Gathers what a form is judged on: its reading, the facts of its file, how it came, and the register if there is one.
package struct Request: Hashable, Sendable {
  package var reading: Reading
  package var document: DocumentFacts
  package var arrival: Arrival
  /// Nil when no register was given: rules that need it then become items for the clerk.
  package var register: Register?

  package init(reading: Reading, document: DocumentFacts, arrival: Arrival, register: Register?) {
    (self.reading, self.document, self.arrival, self.register) = (reading, document, arrival, register)
  }
}

/// Keeps of a file what rules need beside the form's own reading, small enough to be stored with a case.
package struct DocumentFacts: Hashable, Sendable, Codable {
  package var fileType: FileType
  /// What the file would do by itself, in the words of `DocumentReading.activeContent`.
  package var activeContent: [String]
  /// How many forms were read in the file.
  package var forms: Int

  package init(fileType: FileType, activeContent: [String] = [], forms: Int = 1) {
    (self.fileType, self.activeContent, self.forms) = (fileType, activeContent, forms)
  }

  /// Takes the facts from the reading of the whole file.
  package init(_ document: DocumentReading) {
    self.init(fileType: document.fileType, activeContent: document.activeContent, forms: document.forms.count)
  }
}
