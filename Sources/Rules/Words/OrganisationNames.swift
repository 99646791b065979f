/// Compares names of organisations as people write them: « CHSLD Ste-Anne », « Centre d’hébergement Sainte-Anne ».
struct OrganisationNames {
  /// What each abbreviation stands for, in words; longest first.
  private let abbreviations: [(short: String, long: [String])]
  /// Words for kinds of places, which tell no two apart.
  private let kinds: WordList

  /// Takes lines « SIGLE = name in full » and a list of words.
  init(abbreviations: [String], kinds: [String]) {
    self.abbreviations = abbreviations.compactMap { line in
      let sides = line.split(separator: "=", maxSplits: 1).map { Self.telling(String($0)) }
      return sides.count == 2 && sides[0].count == 1 && !sides[1].isEmpty ? (sides[0][0], sides[1]) : nil
    }.sorted { $0.long.count > $1.long.count }
    self.kinds = WordList(kinds)
  }

  /// Whether two names clearly designate two places: fewer than half of the shorter one's own words are in the other,
  /// or the two point to opposite directions. Names that say nothing of their own never differ.
  func differ(_ a: String, _ b: String) -> Bool {
    let (first, second) = (ownWords(a), ownWords(b))
    guard !first.isEmpty, !second.isEmpty else { return false }
    if isAcronym(first, of: b) || isAcronym(second, of: a) { return false }
    let (directionsA, directionsB) = (first.intersection(Self.directions), second.intersection(Self.directions))
    if !directionsA.isEmpty, !directionsB.isEmpty, directionsA.isDisjoint(with: directionsB) { return true }
    let (shorter, longer) = first.count <= second.count ? (first, second) : (second, first)
    let shared = shorter.filter { word in longer.contains { alike(word, $0) } }.count
    return shared * 2 < shorter.count
  }

  /// The words of a name that tell it apart, sigles in place of what they stand for.
  func ownWords(_ name: String) -> Set<String> {
    var words = Self.telling(name)
    for (short, long) in abbreviations {
      while let start = words.indices.first(where: { words[$0...].starts(with: long) }) {
        words.replaceSubrange(start..<start + long.count, with: [short])
      }
    }
    var own: [String] = []
    var saint = false
    for word in words {
      if word == "saint" {
        saint = true
      } else if !kinds.contains(word) || saint {
        own.append(saint ? "saint" + word : word)
        saint = false
      }
    }
    return Set(own)
  }

  /// Whether one of the words is made of the initials of the other name's words, such as HMR.
  private func isAcronym(_ words: Set<String>, of name: String) -> Bool {
    let initials = String(Self.telling(name).compactMap(\.first))
    return words.contains { $0.count >= 3 && initials.contains($0) }
  }

  private func alike(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    if min(a.count, b.count) >= 4, a.hasPrefix(b) || b.hasPrefix(a) { return true }
    return min(a.count, b.count) >= 5 && slips(a, b, limit: 1) <= 1
  }

  private static let directions: Set<String> = ["nord", "sud", "est", "ouest"]
  private static let short = ["ste": "saint", "st": "saint", "sainte": "saint", "mtl": "montreal", "hop": "hopital"]

  private static func telling(_ text: String) -> [String] {
    words(text).filter { !linkingWords.contains($0) }.map { short[$0] ?? $0 }
  }
}

extension OrganisationNames {
  init(_ parameters: inout Parameters) throws(RuleError) {
    self.init(
      abbreviations: try parameters.lexicon("abbreviationsLexicon"), kinds: try parameters.lexicon("kindsLexicon"))
  }
}
