import Forms

/// Finds the form's printed texts among the words of a page.
///
/// Texts are compared folded and without spaces, so that glued, split and re-cased labels match; recognised words may differ
/// in a fifth of their characters. A text may run over up to five lines.
struct LabelFinder {
  private let texts: [PrintedText]
  private let byFirst: [UInt8: [Int]]
  /// What stands by a place or a box.
  private let labels: [[UInt8]]

  init(_ definition: FormDefinition) {
    texts = PrintedText.all(of: definition)
    var byFirst: [UInt8: [Int]] = [:]
    for (index, text) in texts.enumerated() { byFirst[text.folded[0], default: []].append(index) }
    self.byFirst = byFirst
    labels = texts.filter { if case .label = $0.role { true } else { false } }.map(\.folded)
  }

  /// Letters of a line that show of which label it is a part.
  private static let line = 12

  /// Points from the left side of a box to tick to the words beside it.
  private static let tickBox = 24.0

  /// Letters of a label that a word of an entry may be like.
  private static let short = 10
  /// The confidence of a word that says what it says.
  private static let clear = 0.9
  /// Letters after which the words that follow one another are read no further.
  private static let longest = 400

  /// Every occurrence, the longer first where several share a word; texts alike in different roles share an occurrence.
  func occurrences(in words: [Word], _ lines: Lines, tolerant: Bool) -> [Occurrence] {
    let folds = words.map { Folding.bytes($0.text) }
    var found: [Occurrence] = []
    for start in words.indices where !folds[start].isEmpty && !words[start].isEntered {
      // Few words begin as a printed text does: only for them is it worth knowing what follows.
      let candidates =
        tolerant
        ? Array(texts.indices)
        : (byFirst[folds[start][0]] ?? []).filter { zip(texts[$0].folded, folds[start]).allSatisfy(==) }
      if candidates.isEmpty { continue }
      // Texts stand longest first: no more need be read than the longest takes.
      let reach = tolerant ? Self.longest : min(Self.longest, texts[candidates[0]].folded.count)
      let (chain, text) = self.chain(from: start, words, folds, lines, reach)
      let ends = chain.map(\.end)
      for index in candidates {
        let wanted = texts[index]
        guard
          let (count, errors) = tolerant
            ? Self.approximate(wanted.folded, text, ends) : Self.exact(wanted.folded, text, ends)
        else { continue }
        // « porte », amid an address, is no « Poste » misread: a short label begins its line, and is not clearly read as something else. Nor is ANNE a year.
        let isOther = lines.place[start].rank > 0 || words[start].confidence > Self.clear
        if errors > 0, wanted.folded.count < Self.short, isOther { continue }
        var members = chain.prefix(count).map(\.word)
        // A bracket that opens, before a telephone number, belongs to what follows.
        while members.count > 1, let last = members.last, folds[last].isEmpty, words[last].text.hasPrefix("(") { members.removeLast() }
        if wanted.wordCount <= 2, wanted.role == .caption, !standsAlone(members, lines) { continue }
        // « (titre, s'il y a lieu) » after another label is a hint of that.
        if wanted.wordCount == 1 || words[start].text.hasPrefix("("), case .label = wanted.role, Self.isAmid(start, words, lines) { continue }
        let box = members.dropFirst().reduce(words[members[0]].box) { $0.union(words[$1].box) }
        found.append(
          Occurrence(
            roles: [wanted.role], words: members, box: box, length: wanted.folded.count,
            error: Double(errors) / Double(wanted.folded.count)))
      }
    }
    let kept = Self.resolve(found)
    let labels = tolerant ? kept.filter { !Self.isHead(of: kept, $0, words, lines) } : kept
    return Self.numbered(labels.map { Self.whole($0, besides: labels, words, lines) }, words, lines)
  }

  /// The labels with the numbers that stand right before them, « 2.1 Prénom », where the form numbers its labels in this manner: an entry that ends
  /// before a label is no such number, or stands out of the row of them.
  private static func numbered(_ labels: [Occurrence], _ words: [Word], _ lines: Lines) -> [Occurrence] {
    func number(before label: Occurrence) -> Int? {
      guard label.roles.contains(where: { if case .label = $0 { true } else { false } }) else { return nil }
      let first = label.words[0]
      let (segment, rank) = lines.place[first]
      let rest = lines.segmentsOfLine[lines.lineOfSegment[segment]].prefix { $0 != segment }
      guard let before = rank > 0 ? lines.segments[segment][rank - 1] : rest.last.flatMap({ lines.segments[$0].last }) else { return nil }
      // Alone at the beginning of its line or cell.
      let isFirst = rank == 1 || rank == 0 && lines.place[before].rank == 0
      return isFirst && words[first].box.x0 - words[before].box.x1 < words[first].box.height * 1.5 ? before : nil
    }
    let numbers = labels.map(number)
    let manners = Dictionary(grouping: labels.indices.filter { numbers[$0].flatMap { Numbering(words[$0].text) } != nil }) { Numbering(words[numbers[$0]!].text)! }
    // One label again and again, as over the places of a list, shows nothing.
    guard let (manner, members) = manners.max(by: { $0.value.count < $1.value.count }), Set(members.map { labels[$0].length }).count >= fewestNumbers
    else { return labels }
    // Figures alone may be entries: they count where they go on from label to label.
    if manner == .plain {
      let row = members.sorted { (labels[$0].box.y0.rounded(), labels[$0].box.x0) < (labels[$1].box.y0.rounded(), labels[$1].box.x0) }.compactMap { Int(words[numbers[$0]!].text) }
      guard zip(row, row.dropFirst()).allSatisfy(<) else { return labels }
    }
    var numbered = labels
    for index in members {
      // Behind the first word, whose face is the label's own.
      numbered[index].words.insert(numbers[index]!, at: 1)
      numbered[index].box = labels[index].box.union(words[numbers[index]!].box)
    }
    return numbered
  }

  /// Labels that show that a form numbers them.
  private static let fewestNumbers = 5

  /// How forms number what follows: « 2.1 », « 12. », « 12 ».
  private enum Numbering {
    case chapter, point, plain

    init?(_ text: String) {
      // Recognition takes a point for a comma or a colon.
      let parts = text.split(omittingEmptySubsequences: false) { ".,:)".contains($0) }
      let figures = parts.last == "" ? parts.dropLast() : parts[...]
      guard (1...2).contains(figures.count), figures.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
      self = figures.count == 2 ? .chapter : parts.count == 2 ? .point : .plain
    }
  }

  /// Whether a word stands amid a sentence or an enumeration, as « nom », « (précisez) » or « 7, Fax, Laval », and no label begins with it.
  private static func isAmid(_ word: Int, _ words: [Word], _ lines: Lines) -> Bool {
    let (segment, rank) = lines.place[word]
    let first = words[word].text.first { $0 != "(" }
    return rank > 0 && (first?.isLowercase == true || words[lines.segments[segment][rank - 1]].text.hasSuffix(","))
  }

  /// A label with what says in its face how it is meant, up to the colon that ends its line: « Fonction (précisez) : », « Fonction, s'il y a lieu : »; or
  /// in brackets, « Fonction (en toutes lettres) ». What was recognised as one line is of one face. An entry may follow a label as closely, but ends with
  /// no colon and begins with a capital or a figure.
  private static func whole(_ label: Occurrence, besides others: [Occurrence], _ words: [Word], _ lines: Lines) -> Occurrence {
    guard label.roles.contains(where: { if case .label = $0 { true } else { false } }), let last = label.words.last else { return label }
    func isAlike(_ a: Word, _ b: Word) -> Bool { a.row.map { $0 == b.row } ?? (a.font == b.font && abs(a.size - b.size) < 0.3) }
    let (segment, rank) = lines.place[last]
    var rest = lines.segments[segment].dropFirst(rank + 1)
    // What follows the colon is the entry, whatever its face.
    if let colon = rest.firstIndex(where: { words[$0].text.hasSuffix(":") }) { rest = rest[...colon] }
    let text = rest.map { words[$0].text }.joined(separator: " ")
    // A hint in brackets is whole without a colon, where it speaks as print does: entries are in capitals.
    let isBracketed = text.first == "(" && text.last == ")" && text.dropFirst().first?.isLowercase == true
    guard rest.count <= longestHint, !words[last].text.hasSuffix(":"), text.hasSuffix(":") || isBracketed,
      text.first == "(" || text.first?.isLowercase == true, !text.contains(where: \.isNumber),
      rest.allSatisfy({ isAlike(words[$0], words[last]) && !words[$0].isEntered }),
      others.allSatisfy({ Set($0.words).isDisjoint(with: rest) })
    else { return label }
    var label = label
    label.words += rest
    label.hasHint = isBracketed
    label.box = rest.reduce(label.box) { $0.union(words[$1].box) }
    return label
  }

  /// Words of such a hint, at most.
  private static let longestHint = 8

  /// Whether a short label is but the first word of a longer one, the rest of which was read well enough to be found without it: « Nom » of « Nom de
  /// l'établissement ».
  private static func isHead(of others: [Occurrence], _ label: Occurrence, _ words: [Word], _ lines: Lines) -> Bool {
    guard label.length < short, let last = label.words.last else { return false }
    let (segment, rank) = lines.place[last]
    guard rank + 1 < lines.segments[segment].count else { return false }
    let next = lines.segments[segment][rank + 1]
    return words[next].box.x0 - words[last].box.x1 < label.box.height * 0.7
      && others.contains { other in
        other.length > label.length && other.words.first == next && other.roles.contains { if case .label = $0 { true } else { false } }
      }
  }

  /// Whether one of the printed texts may begin within the words, the first of a line that was read no further.
  ///
  /// Looks from each of the first four words (a number, a dash may stand before), with the tolerance of recognised words; what is too
  /// short to tell may. A label's second line goes on with it.
  func mayBegin(in words: [Word]) -> Bool {
    let folds = words.map { Array(folded($0.text).utf8) }
    let whole = Array(folds.joined())
    if whole.count >= Self.line, labels.contains(where: { Folding.holds(whole, within: $0) }) { return true }
    return folds.indices.prefix(4).contains { start in
      let text = Array(folds[start...].joined())
      guard text.count >= 8 else { return start == 0 }
      return texts.contains { wanted in
        if wanted.folded.count <= text.count {
          return wanted.folded.count >= 4
            && Folding.distance(wanted.folded, Array(text.prefix(wanted.folded.count)), limit: wanted.folded.count / 5) <= wanted.folded.count / 5
        }
        return Folding.distance(Array(wanted.folded.prefix(text.count)), text, limit: text.count / 4) <= text.count / 4
      }
    }
  }

  /// The words that follow one another from a start: to the end of its segment, then on to continuing segments, until they have more
  /// letters than `reach`.
  private func chain(
    from start: Int, _ words: [Word], _ folds: [[UInt8]], _ lines: Lines, _ reach: Int
  ) -> (links: [(word: Int, end: Int)], text: [UInt8]) {
    var links: [(word: Int, end: Int)] = []
    var text: [UInt8] = []
    text.reserveCapacity(reach + 40)
    var (segment, rank) = lines.place[start]
    /// The segment that goes on, set no larger: a larger one there is an entry.
    func next(_ x: Double, outdent: Double = 0) -> Int? {
      lines.continuation(of: segment, start: x, outdent: outdent).flatMap { Self.isLarger(words[lines.segments[$0][0]], than: words[start]) ? nil : $0 }
    }
    for _ in 0..<6 {
      for index in lines.segments[segment][rank...] where !words[index].isEntered {
        // So is what follows after more than a space.
        if let last = links.last, words[index].box.x0 - words[last.word].box.x1 > words[index].box.height * 0.5, Self.isLarger(words[index], than: words[start]) { break }
        text += folds[index]
        links.append((index, text.count))
        if text.count > reach { return (links, text) }
      }
      guard
        let follower = next(words[start].box.x0) ?? next(lines.boxes[segment].x0)
          // Running text goes on where its line began.
          ?? next(lines.start(ofLineOf: segment))
          // The wording of a choice goes on under its box.
          ?? next(words[start].box.x0, outdent: Self.tickBox)
      else { break }
      (segment, rank) = (follower, 0)
    }
    return (links, text)
  }

  /// Whether a word is set in larger type than another, as entries are than labels; what is recognised has no type.
  private static func isLarger(_ one: Word, than other: Word) -> Bool { one.source != .ocr && other.source != .ocr && one.size > other.size + 0.6 }

  private static func exact(_ wanted: [UInt8], _ text: [UInt8], _ ends: [Int]) -> (count: Int, errors: Int)? {
    guard text.count >= wanted.count, text.starts(with: wanted) else { return nil }
    guard var count = ends.firstIndex(of: wanted.count) else { return nil }
    // Words that fold to nothing (a colon set apart) belong to the label.
    while count + 1 < ends.count, ends[count + 1] == wanted.count { count += 1 }
    return (count + 1, 0)
  }

  private static func approximate(_ wanted: [UInt8], _ text: [UInt8], _ ends: [Int]) -> (count: Int, errors: Int)? {
    // Below four letters only the exact word counts; a fifth of the letters may differ beyond.
    let limit = wanted.count < 4 ? 0 : max(1, wanted.count / 5)
    var best: (count: Int, errors: Int)?
    for (index, end) in ends.enumerated() where abs(end - wanted.count) <= limit {
      let errors = Folding.distance(wanted, Array(text[..<end]), limit: limit)
      if errors <= limit, errors < best?.errors ?? .max { best = (index + 1, errors) }
    }
    // Words that fold to nothing (a colon set apart) belong to the label.
    while let found = best, found.count < ends.count, ends[found.count] == ends[found.count - 1] { best!.count += 1 }
    return best
  }

  private func standsAlone(_ members: [Int], _ lines: Lines) -> Bool {
    let (first, last) = (lines.place[members[0]], lines.place[members[members.count - 1]])
    return first.segment == last.segment && first.rank == 0
      && last.rank == lines.segments[last.segment].count - 1
  }

  /// Keeps the longest and most exact of occurrences that share words, and joins the roles of equal ones.
  ///
  /// Labels of two sections can begin alike: the longer one, found with the next label's first letters for its own last, yields to
  /// the shorter found exactly.
  private static func resolve(_ found: [Occurrence]) -> [Occurrence] {
    var owner: [Int: Int] = [:]
    var kept: [Occurrence] = []
    func weight(_ occurrence: Occurrence) -> Double { Double(occurrence.length) * (1 - 3 * occurrence.error) }
    let ranked = found.sorted {
      (weight($0), -$0.error, $1.words[0]) > (weight($1), -$1.error, $0.words[0])
    }
    for candidate in ranked {
      let owners = Set(candidate.words.compactMap { owner[$0] })
      if owners.isEmpty {
        for word in candidate.words { owner[word] = kept.count }
        kept.append(candidate)
      } else if owners.count == 1, let index = owners.first, kept[index].words == candidate.words,
        candidate.error <= kept[index].error + 0.001
      {
        for role in candidate.roles where !kept[index].roles.contains(role) { kept[index].roles.append(role) }
      }
    }
    return kept
  }
}
