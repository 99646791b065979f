/// Holds a function as people write it, ready to be compared with titles: « Cheffe du service de pharmacie ».
struct JobTitle: Hashable {
  /// The whole, then each part that a comma, a stroke or « et » sets apart.
  private let readings: [[String]]

  init(_ written: String) {
    let parts = written.split { ",;/()".contains($0) }.map(String.init)
    let pieces = parts.flatMap { words($0).split(separator: "et").map(Array.init) }
    readings = ([words(written)] + parts.map(words) + pieces).map(Self.telling)
  }

  /// Whether the function is one of the titles, whatever follows it.
  func begins(with titles: TitleList) -> Bool { remainder(after: titles) != nil }

  /// The words that follow one of the titles; nil when the function begins with none of them.
  func remainder(after titles: TitleList) -> [String]? {
    for reading in readings {
      if let title = titles.longest(beginning: reading) { return Array(reading.dropFirst(title.count)) }
    }
    return nil
  }

  /// The words that count: no small words, no civility before, no ending of an inclusive form (« directeur(trice) »).
  static func telling(_ all: [String]) -> [String] {
    let kept = all.enumerated().filter { index, word in
      !linkingWords.contains(word) && !(index > 0 && inclusiveEndings.contains(word))
    }
    return Array(kept.map(\.element).drop { civilities.contains($0) })
  }

  private static let civilities: Set<String> = ["dr", "dre", "docteur", "docteure", "m", "mme", "monsieur", "madame"]
  private static let inclusiveEndings: Set<String> = [
    "e", "es", "ere", "euse", "fe", "fes", "ice", "ices", "iere", "ne", "nne", "re", "rice", "rices", "s", "se", "te",
    "trice", "trices", "ve",
  ]
}

/// Holds the titles of a lexicon.
struct TitleList: Hashable {
  private let titles: [[String]]

  init(_ titles: [String]) {
    self.titles = titles.map { JobTitle.telling(words($0)) }.filter { !$0.isEmpty }
  }

  /// The longest title that the words begin with.
  func longest(beginning words: [String]) -> [String]? {
    titles.filter { words.starts(with: $0) }.max { $0.count < $1.count }
  }
}
