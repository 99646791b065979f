/// Says why a letter or a report could not be made. It never carries a form's values.
package enum ReportsError: Error, Hashable, CustomStringConvertible {
  /// The case has nothing that its applicant could correct; carries the case number.
  case nothingToCorrect(String)
  /// The drawing library failed; carries what was being made and the library's own words.
  case drawing(document: String, reason: String)
  /// The file just drawn does not have the shape that the language mark needs; carries what was missed.
  case unexpectedPDF(String)

  package var description: String {
    switch self {
    case .nothingToCorrect(let number):
      "No letter was made for case \(number), because its judgement holds nothing to correct. "
        + "Judge the case again, or answer the applicant in your own words."
    case .drawing(let document, let reason):
      "The PDF \(document) was not made, because the drawing library failed (\(reason)). "
        + "Run `guichet doctor`, which looks for the fonts and libraries needed."
    case .unexpectedPDF(let missing):
      "The PDF was drawn but its language could not be marked, because its \(missing) was not found. "
        + "The installed cairo differs from the one supported (1.16): ask for HTML meanwhile."
    }
  }
}
