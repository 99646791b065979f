import Forms

extension EntryReader {
  /// Joins words in reading order, lines by a space; letters set one to a box are joined without, and a line that ends with a hyphen
  /// goes on in the next.
  ///
  /// Where an upright stands between all letters and their neighbours they are a comb's, and two of them or more leave a box blank.
  static func join(_ words: [Word], rules: [Rule] = []) -> String {
    let lines = Lines(words, rules: [])
    let rows = lines.segmentsOfLine.map { $0.flatMap { lines.segments[$0] }.map { words[$0] } }
    let ordered = rows.count == 1 ? parted(rows[0], rules) : rows.flatMap { $0 }
    let areLetters = ordered.count >= 2 && ordered.allSatisfy { $0.text.count == 1 }
    if areLetters, rows.count == 1, let text = combed(ordered.map { ($0.text, $0.box) }, rules) { return text }
    guard ordered.count >= 3, areLetters else {
      return rows.map { $0.map(\.text).joined(separator: " ") }.reduce("") { text, row in
        let breaksWord = text.last == "-" && text.dropLast().last.map { $0.isLetter || $0.isNumber } == true
        return text.isEmpty || breaksWord ? text + row : text + " " + row
      }
    }
    // Letters of unlike widths stand in step by their left sides, their middles or their right sides.
    let steps = [\Box.x0, \.midX, \.x1].map { side in
      zip(ordered.dropFirst(), ordered).map { $0.box[keyPath: side] - $1.box[keyPath: side] }
    }
    func pitch(_ steps: [Double]) -> Double { steps.filter { $0 > 0 }.min() ?? .infinity }
    func unevenness(_ steps: [Double]) -> Double {
      let pitch = pitch(steps)
      return steps.reduce(0) { $0 + abs($1 / pitch - ($1 / pitch).rounded()) }
    }
    guard let even = steps.min(by: { unevenness($0) < unevenness($1) }), pitch(even).isFinite else { return ordered.map(\.text).joined() }
    var text = ordered[0].text
    for (word, step) in zip(ordered.dropFirst(), even) { text += (step > pitch(even) * 1.6 ? " " : "") + word.text }
    return text
  }

  /// The words of a line with pairs of letters parted that ran together among letters set one to a box: « V É R ON I QU E ».
  private static func parted(_ row: [Word], _ rules: [Rule]) -> [Word] {
    let singles = row.count { $0.text.count == 1 }
    guard row.contains(where: { $0.text.count > 1 }), singles * 2 > row.count, singles >= 3, row.allSatisfy({ $0.text.count <= 3 }) else { return row }
    let letters = row.flatMap { word -> [Word] in
      let step = word.box.width / Double(word.text.count)
      return word.text.enumerated().map { rank, letter in
        var part = word
        part.text = String(letter)
        part.box = Box(word.box.x0 + step * Double(rank), word.box.y0, word.box.x0 + step * Double(rank + 1), word.box.y1)
        return part
      }
    }
    // Each letter has a tooth beside it or a line of its own under it.
    let place = letters.dropFirst().reduce(letters[0].box) { $0.union($1.box) }
    let marks = rules.count { rule in
      (rule.isHorizontal ? rule.length < 20 : rule.length < 30) && rule.box.midX > place.x0 - 4 && rule.box.midX < place.x1 + 4
        && rule.box.y1 > place.midY && rule.box.y0 < place.y1 + 6
    }
    guard marks * 2 >= letters.count else { return row }
    // The letters of one word of an ordinary line stand closer than words do.
    let steps = zip(letters.dropFirst(), letters).map { $0.box.midX - $1.box.midX }.sorted()
    return steps[0] > steps[steps.count / 2] * 0.7 ? letters : row
  }

  /// Single letters of one line, from left to right, with a space where more than one upright parts two; nil where none parts some, nor each has a short
  /// line of its own under it.
  private static func combed(_ letters: [(text: String, box: Box)], _ rules: [Rule]) -> String? {
    let uprights = rules.filter { !$0.isHorizontal }
    func line(under letter: Box) -> Box? {
      rules.first { rule in
        rule.isHorizontal && rule.length < 20 && rule.box.x0 < letter.midX && rule.box.x1 > letter.midX && rule.position > letter.midY && rule.position < letter.y1 + 6
      }?.box
    }
    var text = letters[0].text
    for (left, right) in zip(letters, letters.dropFirst()) {
      let between = uprights.map(\.box).filter { box in
        // Teeth may stand at the feet of the letters only.
        box.midX > left.box.midX && box.midX < right.box.midX && box.y0 < left.box.y1 && box.y1 > left.box.midY
      }
      // A tooth drawn for each of the two boxes it parts is one.
      let places = between.map(\.midX).sorted()
      let count = places.enumerated().count { $0.offset == 0 || $0.element - places[$0.offset - 1] > 2 }
      if count == 0, let own = line(under: left.box), let next = line(under: right.box), own != next, next.x0 - own.x1 < own.width * 0.6 {
        text += right.text
        continue
      }
      if count == 0 { return nil }
      text += (count > 1 ? " " : "") + right.text
    }
    return text
  }

  /// Joins the parts of an entry: the year, month and day of a date, the groups of a telephone number, lines of an address.
  static func assemble(_ parts: [String], _ kind: FieldDefinition.Kind) -> String {
    // The digits of a date's part may stand in boxes of their own.
    let tight = kind == .date ? parts.map { part in part.split(separator: " ").allSatisfy { $0.count == 1 } ? part.filter { $0 != " " } : part } : parts
    let filled = tight.filter { !$0.isEmpty }
    switch kind {
    case .date where filled.count == 3: return filled.joined(separator: "-")
    case .date, .establishmentNumber, .postalCode:
      return filled.allSatisfy { $0.count == 1 } ? filled.joined() : filled.joined(separator: " ")
    // Two figures in boxes of their own.
    case .phoneExtension: return filled.joined(separator: " ").split(separator: " ").allSatisfy { $0.count == 1 } ? filled.joined().filter { $0 != " " } : filled.joined(separator: " ")
    case .phone: return filled.allSatisfy { $0.count == 1 } ? filled.joined() : filled.joined(separator: " ")
    default: return filled.joined(separator: " ")
    }
  }
}
