/// Holds an address that a message can be sent to: one mailbox, as RFC 5321 writes it, without comments, quotes or
/// addresses by number.
struct Mailbox: Hashable {
  /// Before the @, in small letters.
  let local: String
  /// After the @, in small letters.
  let domain: String

  /// Why a text is no mailbox.
  enum Fault: Error {
    /// It cannot be one.
    case malformed
    /// It holds letters beyond ASCII before the @, or signs that cannot be seen: it may be a mailbox of the new sort
    /// (RFC 6531), an accent written by habit, or a trace of how the text was copied or read. A person can tell; a
    /// program that refuses it would rest on a guess.
    case beyondASCII
  }

  /// Parses one address; a domain may hold letters beyond ASCII (an internationalised name), judged elsewhere.
  init(_ written: String) throws(Fault) {
    let text = trimmed(written).lowercased()
    let sides = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty, text.utf8.count <= 254 else { throw .malformed }
    let plain = text.unicodeScalars.filter(\.isASCII)
    guard plain.allSatisfy({ Self.signs.contains($0) }) else { throw .malformed }
    try Self.check(domain: sides[1])
    guard sides[0].utf8.count <= 64, !sides[0].hasPrefix("."), !sides[0].hasSuffix("."), !sides[0].contains("..")
    else { throw .malformed }
    guard sides[0].unicodeScalars.allSatisfy(\.isASCII) else { throw .beyondASCII }
    (local, domain) = (sides[0], sides[1])
  }

  private static func check(domain: String) throws(Fault) {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.count >= 2, !last.allSatisfy(\.isNumber) else {
      throw .malformed
    }
    for label in labels {
      guard !label.isEmpty, label.utf8.count <= 63, !label.hasPrefix("-"), !label.hasSuffix("-") else {
        throw .malformed
      }
      for scalar in label.unicodeScalars where !scalar.isASCII {
        // An internationalised name holds letters, never signs that cannot be seen.
        guard scalar.properties.isAlphabetic else { throw .beyondASCII }
      }
      guard label.unicodeScalars.allSatisfy({ !$0.isASCII || $0 == "-" || Self.isLetterOrDigit($0) }) else {
        throw .malformed
      }
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  /// The signs an unquoted address is made of.
  private static let signs = Set("abcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-@".unicodeScalars)

  /// Whether the domain is the given one or under it.
  func isUnder(_ domains: Set<String>) -> Bool {
    let labels = domain.split(separator: ".")
    return labels.indices.contains { domains.contains(labels[$0...].joined(separator: ".")) }
  }
}
