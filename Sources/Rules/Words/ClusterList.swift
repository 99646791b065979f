import Forms

/// Knows the clusters of laboratories by the words of their names.
struct ClusterList {
  private let words: PhraseList
  private let clusters: [Set<String>]
  private let organisations: OrganisationNames

  init(_ parameters: inout Parameters) throws(RuleError) {
    words = PhraseList(try parameters.lexicon("clusterWordsLexicon"))
    let organisations = try OrganisationNames(&parameters)
    clusters = try parameters.lexicon("clustersLexicon").map(organisations.ownWords)
    self.organisations = organisations
  }

  /// Whether the name says that it is a cluster's.
  func names(aCluster name: String) -> Bool { words.occurs(in: name) }

  /// Whether the name's own words are those of a known cluster, or some of them, or hold them all; one slip in a long
  /// word is forgiven.
  func knows(_ name: String) -> Bool {
    let own = organisations.ownWords(name)
    return clusters.contains { cluster in
      !own.isEmpty && (isWithin(own, cluster) || isWithin(cluster, own))
    }
  }

  private func isWithin(_ some: Set<String>, _ all: Set<String>) -> Bool {
    some.allSatisfy { word in
      all.contains { $0 == word || (min($0.count, word.count) >= 5 && slips($0, word, limit: 1) <= 1) }
    }
  }
}
