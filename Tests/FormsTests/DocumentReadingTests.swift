import Foundation
import Testing

@testable import Forms

@Suite struct DocumentReadingTests {
  @Test func `a reading comes back from JSON as it was`() throws {
    let reading = DocumentReading(
      outcome: .notAForm, reason: "notThisForm", fileType: .tiff, pageCount: 3, activeContent: ["launch"],
      otherFormNumbers: ["4346"], engines: ["tesseract": "5.3.0"])
    let data = try JSONEncoder().encode(reading)
    #expect(try JSONDecoder().decode(DocumentReading.self, from: data) == reading)
  }

  @Test func `a reading stored before it kept numbers of other forms still decodes`() throws {
    let stored = """
      {"outcome":"read","fileType":"pdf","pageCount":2,"forms":[],"activeContent":[],"looseSignatures":[],"engines":{}}
      """
    let reading = try JSONDecoder().decode(DocumentReading.self, from: Data(stored.utf8))
    #expect(reading == DocumentReading(outcome: .read, fileType: .pdf, pageCount: 2))
  }
}
