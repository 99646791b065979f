/// Tells whether a work address can be written to: a number, and words for a street and a municipality.
struct WorkAddress: Hashable {
  let isComplete: Bool

  /// Streets' own words, and those for an office, tell no place.
  private static let plainWords: Set<String> = [
    "rue", "avenue", "av", "ave", "boulevard", "boul", "blvd", "chemin", "ch", "route", "rte", "rang", "place", "cote",
    "montee", "bureau", "bur", "local", "suite", "etage", "street", "st", "road", "rd", "qc", "pq",
  ]

  init(_ written: String) {
    let telling = words(written).filter { word in
      word.count > 1 && word.contains(where: \.isLetter) && !linkingWords.contains(word)
        && !Self.plainWords.contains(word)
    }
    isComplete = written.contains(where: \.isNumber) && telling.count >= 2
  }
}
