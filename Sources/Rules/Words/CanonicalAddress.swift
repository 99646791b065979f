import Foundation

/// Brings an address to the form that all spellings of one mailbox share (fact F-4.4): never to send to, only to compare.
struct CanonicalAddress: Hashable {
  private let text: String

  /// How providers treat spellings.
  struct Customs: Hashable {
    /// Domains where points before the @ do not count.
    var dotsIgnored: Set<String>
    /// Domains that are another name of a provider's main one.
    var sameService: [String: String]
  }

  init(_ written: String, _ customs: Customs) {
    let skeleton = Self.skeleton(written)
    guard let at = skeleton.lastIndex(of: "@") else {
      text = skeleton
      return
    }
    var local = String(skeleton[..<at])
    var domain = String(skeleton[skeleton.index(after: at)...])
    domain = customs.sameService[domain] ?? domain
    if let plus = local.firstIndex(of: "+"), plus != local.startIndex { local = String(local[..<plus]) }
    if customs.dotsIgnored.contains(domain) { local = local.filter { $0 != "." } }
    text = local + "@" + domain
  }

  /// What the eye sees of an address: small Latin letters without accents, no signs of zero width.
  static func skeleton(_ written: String) -> String {
    let composed = folded(written.precomposedStringWithCompatibilityMapping)
    let seen = composed.unicodeScalars.filter { scalar in
      !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isWhitespace
    }
    return String(String.UnicodeScalarView(seen.map { lookalikes[$0] ?? $0 }))
  }

  /// Cyrillic and Greek letters that are drawn like Latin ones.
  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
    "а": "a", "в": "b", "е": "e", "ѕ": "s", "і": "i", "ј": "j", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p",
    "с": "c", "т": "t", "у": "y", "х": "x", "ԁ": "d", "ɡ": "g", "һ": "h", "ӏ": "l", "ո": "n", "ս": "u", "ѵ": "v",
    "ԝ": "w", "α": "a", "ε": "e", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "u", "χ": "x",
    "γ": "y", "ı": "i",
  ]
}
