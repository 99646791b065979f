import Forms
import Imaging

/// Cuts a page's characters into words: at white space, at a change of line or face, and at gaps that glue columns together.
enum WordBuilder {
  /// The words of a page's characters.
  ///
  /// Rows of dots or underscores to write on are no words: they are answered as the lines they stand for.
  static func words(_ characters: [PageCharacter]) -> (words: [Word], leaders: [Rule]) {
    var (words, leaders) = ([Word](), [Rule]())
    // The characters of the word under way, and the box that holds them.
    var (word, box) = (0..<0, Box(0, 0, 0, 0))
    for (index, character) in characters.enumerated() {
      let place = Box(character.box)
      if isBlank(character.scalar) || place.width <= 0 && place.height <= 0 {
        if index + 1 < characters.count, !word.isEmpty, isKern(before: characters[index + 1], after: box) { continue }
        close(characters[word], &words, &leaders)
        word = index + 1..<index + 1
      } else if word.isEmpty || breaks(characters[word.lowerBound], box, character, place) {
        close(characters[word], &words, &leaders)
        (word, box) = (index..<index + 1, place)
      } else {
        (word, box) = (word.lowerBound..<index + 1, box.union(place))
      }
    }
    close(characters[word], &words, &leaders)
    leaders += takeRemnants(from: &words)
    leaders += takeDots(from: &words)
    return (words, leaders)
  }

  /// Whether a character is white space; asked of Unicode's tables only beyond ASCII.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
  }

  /// Whether the next character stands as close to a word as only letters of one do: Poppler sets a blank where it mistakes a face's size.
  private static func isKern(before next: PageCharacter, after word: Box) -> Bool {
    let gap = next.box.x0 - word.x1
    return !isBlank(next.scalar) && abs(gap) < word.height * 0.1 && abs((next.box.y0 + next.box.y1) / 2 - word.midY) < word.height * 0.1
  }

  /// Whether a character begins another word than the one that began with `first` and fills `word` so far.
  private static func breaks(_ first: PageCharacter, _ word: Box, _ character: PageCharacter, _ box: Box) -> Bool {
    let size = max(first.size, 1)
    let gap = box.x0 - word.x1
    // Letters touch or nearly so; a gap past a third of the size is another word, a step back another line.
    return gap > size * 0.33 || gap < -size * 0.7 || abs(box.midY - word.midY) > word.height * 0.5
      || abs(character.size - first.size) > 0.6 || character.font != first.font
  }

  /// Adds the word that the characters make, without the rows to write on among them.
  private static func close(_ characters: ArraySlice<PageCharacter>, _ words: inout [Word], _ leaders: inout [Rule]) {
    var start = characters.startIndex
    var index = start
    while index < characters.endIndex {
      let scalar = characters[index].scalar
      let end = characters[index...].firstIndex { $0.scalar != scalar } ?? characters.endIndex
      if end - index >= (scalar == "…" ? 1 : 3), leads.contains(scalar) {
        keep(characters[start..<index], &words)
        let box = bounds(characters[index..<end])
        let baseline = box.y1 - box.height * 0.2
        leaders.append(Rule(box: Box(box.x0, baseline, box.x1, baseline), isHorizontal: true, isLeader: scalar != "_"))
        start = end
      }
      index = end
    }
    keep(characters[start...], &words)
  }

  private static func keep(_ characters: ArraySlice<PageCharacter>, _ words: inout [Word]) {
    guard let first = characters.first, !characters.allSatisfy({ ValueForms.isUnseen(plain($0.scalar)) }) else { return }
    words.append(Word(text: text(characters), box: bounds(characters), font: first.font, size: first.size, source: .text))
  }

  /// The characters as a text; those of ASCII, as nearly all are, copied at once.
  private static func text(_ characters: ArraySlice<PageCharacter>) -> String {
    let places = characters.indices.filter { !isBlank(characters[$0].scalar) }
    guard places.allSatisfy({ characters[$0].scalar.isASCII }) else {
      return String(String.UnicodeScalarView(places.map { plain(characters[$0].scalar) }))
    }
    return String(decoding: places.map { UInt8(characters[$0].scalar.value) }, as: UTF8.self)
  }

  private static func bounds(_ characters: ArraySlice<PageCharacter>) -> Box {
    characters.dropFirst().reduce(Box(characters[characters.startIndex].box)) { $0.union(Box($1.box)) }
  }

  /// The character meant: a drawn soft or typographic hyphen is a hyphen, and a Latin letter whose two bytes a character map has swapped (« 琀 » for
  /// « t », as some programs write their ligatures) is that letter. No word of the form is Chinese.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    if ["\u{AD}", "\u{2010}", "\u{2011}"].contains(scalar) { return "-" }
    guard scalar.value & 0xFF == 0, let letter = Unicode.Scalar(scalar.value >> 8), letter.isASCII, letter.properties.isAlphabetic
    else { return scalar }
    return letter
  }

  /// Takes out the one or two underscores left of a row that an entry was typed over, and answers the lines they stand for: under the
  /// word before them.
  private static func takeRemnants(from words: inout [Word]) -> [Rule] {
    let remnants = words.indices.filter { words[$0].text.allSatisfy { $0 == "_" } }
    var rules: [Rule] = []
    for index in remnants {
      let box = words[index].box
      guard let entry = words.first(where: { word in
        box.x0 - word.box.x1 > -2 && box.x0 - word.box.x1 < 7 && abs(word.box.midY - box.midY) < box.height * 0.5 && word.text.last != "_"
      }) else { continue }
      let baseline = box.y1 - box.height * 0.2
      rules.append(Rule(box: Box(entry.box.x0, baseline, box.x1, baseline), isHorizontal: true))
    }
    words = words.indices.filter { !remnants.contains($0) }.map { words[$0] }
    return rules
  }

  /// Takes out the rows of dots set one by one, « . . . . », and answers the lines they stand for.
  private static func takeDots(from words: inout [Word]) -> [Rule] {
    var (rules, row, used) = ([Rule](), [Int](), Set<Int>())
    func close() {
      if row.count >= 6 {
        let box = row.dropFirst().reduce(words[row[0]].box) { $0.union(words[$1].box) }
        let baseline = box.y1 - box.height * 0.2
        rules.append(Rule(box: Box(box.x0, baseline, box.x1, baseline), isHorizontal: true, isLeader: true))
        used.formUnion(row)
      }
      row = []
    }
    for index in words.indices {
      guard words[index].text == "." || words[index].text == "·" else { continue }
      if let last = row.last, index != last + 1 || abs(words[last].box.midY - words[index].box.midY) > 1 || words[index].box.x0 - words[last].box.x1 > 12 { close() }
      row.append(index)
    }
    close()
    if !used.isEmpty { words = words.indices.filter { !used.contains($0) }.map { words[$0] } }
    return rules
  }

  /// Characters that rows to write on are typed with.
  private static let leads: Set<Unicode.Scalar> = ["_", ".", "…", "·", "‥"]
}

extension Box {
  init(_ box: PageBox) { self.init(box.x0, box.y0, box.x1, box.y1) }
}
