import Foundation

/// Names a case for people, such as `G-2026-000123`: the year of arrival and a rank within it.
package struct CaseNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let sequence: Int

  init(year: Int, sequence: Int) { (self.year, self.sequence) = (year, sequence) }

  /// Parses what people type: `G-2026-000123`, in either case, zeros optional (`g-2026-123`); fails on anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].uppercased() == "G", parts[1].utf8.count == 4,
      (1...9).contains(parts[2].utf8.count),
      parts[1...].allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[1]), let sequence = Int(parts[2]), sequence > 0
    else { return nil }
    self.init(year: year, sequence: sequence)
  }

  package var description: String {
    let digits = String(sequence)
    return "G-\(year)-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  package static func < (a: CaseNumber, b: CaseNumber) -> Bool { (a.year, a.sequence) < (b.year, b.sequence) }
}

extension CaseNumber: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let number = CaseNumber(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a case number")
    }
    self = number
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
