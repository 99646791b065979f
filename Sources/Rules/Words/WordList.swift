/// Holds folded words of a lexicon; a word written with a final `*` stands for every word that begins so.
struct WordList: Hashable {
  private let words: Set<String>
  private let beginnings: [String]

  init(_ words: [String]) {
    self.words = Set(words.filter { !$0.hasSuffix("*") }.map(folded))
    beginnings = words.filter { $0.hasSuffix("*") }.map { folded(String($0.dropLast())) }
  }

  /// Whether a word, already folded, is in the list.
  func contains(_ word: String) -> Bool { words.contains(word) || beginnings.contains { word.hasPrefix($0) } }

  /// Whether a word is made only of words of the list, each of three letters or more, such as « infopharmacie ».
  func makesUp(_ word: String) -> Bool {
    if contains(word) { return true }
    return words.contains { $0.count >= 3 && word.hasPrefix($0) && makesUp(String(word.dropFirst($0.count))) }
  }
}
