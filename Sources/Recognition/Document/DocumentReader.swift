import Forms
import Imaging

/// Reads a document of any accepted type: finds the forms in it and what they hold.
///
/// Synchronous and without memory from one document to the next; runs in the worker, where a hostile document may do no harm.
package struct DocumentReader {
  private let definition: FormDefinition
  private let limits: ReadingLimits
  private let finder: LabelFinder
  private let eye = Eye()
  /// Whether documents stay open when they are read, for a process that ends with its only one: taking them apart costs
  /// a tenth of the reading.
  package var leavesOpen = false

  package init(definition: FormDefinition, limits: ReadingLimits = ReadingLimits()) {
    (self.definition, self.limits) = (definition, limits)
    finder = LabelFinder(definition)
  }

  /// Reads a form made up for the purpose, so that a process forked from this one
  /// finds all ready. Answers what was read there.
  package mutating func warmUp() -> DocumentReading { read(PracticeForm(definition).bytes) }

  /// Reads a document's bytes. Whatever they are, the answer is a named outcome.
  package mutating func read(_ bytes: [UInt8]) -> DocumentReading {
    guard !bytes.isEmpty else { return DocumentReading(outcome: .unreadable, reason: "empty", engines: engines) }
    var reading: DocumentReading
    if Self.looksLikePDF(bytes) {
      reading = PDFDocumentReader(
        definition: definition, limits: limits, finder: finder, eye: eye, leavesOpen: leavesOpen
      ).read(bytes)
      reading.fileType = .pdf
    } else {
      reading = ImageDocumentReader(definition: definition, limits: limits, finder: finder, eye: eye).read(bytes)
    }
    reading.engines = engines
    return reading
  }

  private var engines: [String: String] { ["poppler": PopplerPDF.version, "tesseract": OCREngine.version] }

  /// A PDF's header stands within its first kilobyte (ISO 32000-1, annex H.3.4.1).
  private static func looksLikePDF(_ bytes: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    return (0..<min(1024, max(0, bytes.count - 4))).contains { bytes[$0..<$0 + 5].elementsEqual(mark) }
  }
}
