/// Holds phrases of a lexicon, and finds them inside a text whatever the accents, the capitals and the small words.
struct PhraseList: Hashable {
  private let phrases: [[String]]

  init(_ phrases: [String]) { self.phrases = phrases.map(Self.telling).filter { !$0.isEmpty } }

  /// Whether any phrase stands in the text, its words side by side.
  func occurs(in text: String) -> Bool {
    let words = Self.telling(text)
    return phrases.contains { phrase in
      words.indices.contains { words[$0...].starts(with: phrase) }
    }
  }

  private static func telling(_ text: String) -> [String] { words(text).filter { !linkingWords.contains($0) } }
}
