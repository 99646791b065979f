/// Splits the part of an address before the @ into words: no tag, no digits, no sigle of the institution at the end.
struct AddressWords: Hashable {
  let words: [String]
  /// Whether it begins with a region's two digits and a point.
  let hasRegion: Bool
  /// The words before sigles were left out, one of which may be a name.
  private let allWords: [String]

  init(_ local: String, sigles: WordList) {
    let untagged = local.firstIndex(of: "+").map { $0 == local.startIndex ? local : String(local[..<$0]) } ?? local
    hasRegion = isDigits(untagged.prefix(2), 2...2) && untagged.dropFirst(2).first == "."
    var parts = folded(untagged).split { "._-".contains($0) }.map(String.init)
    allWords = Self.withoutDigits(parts)
    while parts.count > 1, let last = parts.last, last == "med" || sigles.contains(last) { parts.removeLast() }
    words = Self.withoutDigits(parts)
  }

  /// How the address names a person.
  func link(to name: PersonName) -> PersonName.Link {
    words == allWords ? name.link(to: words) : max(name.link(to: words), name.link(to: allWords))
  }

  private static func withoutDigits(_ parts: [String]) -> [String] {
    parts.compactMap { part in
      guard let first = part.firstIndex(where: \.isLetter), let last = part.lastIndex(where: \.isLetter) else { return nil }
      return String(part[first...last])
    }
  }
}
