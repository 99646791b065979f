import Testing

@testable import Reports

@Suite struct ReportsErrorTests {
  @Test(arguments: [
    (ReportsError.nothingToCorrect("2026-00042"), ["2026-00042", "nothing to correct", "Judge the case again"]),
    (.drawing(document: "of a letter", reason: "out of memory"), ["of a letter", "out of memory", "guichet doctor"]),
    (.unexpectedPDF("trailer"), ["trailer", "1.16", "HTML"]),
  ])
  func `an error says what failed, why and what to do`(error: ReportsError, words: [String]) {
    for word in words { #expect(error.description.contains(word)) }
  }

  @Test func `a file that is not cairo's is refused, not damaged`() {
    let catalog = PDFCatalog(title: "t", language: "fr-CA", author: "a", date: march2)
    for bytes in [[], Array("%PDF-1.5\nstartxref\n12\n%%EOF".utf8), Array("startxref\n999999999999999999999\n".utf8)] {
      #expect(throws: ReportsError.self) { try catalog.appended(to: bytes) }
    }
  }
}
