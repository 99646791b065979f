import Imaging

/// A piece of text on one line.
struct Segment {
  private(set) var box = PixelBox(x: 0, y: 0, width: 0, height: 0)
  private(set) var letters: [PixelBox] = []
  /// The connected ink it is made of: letters and the marks beside them.
  fileprivate(set) var pieces: [PixelBox] = []

  mutating func add(_ piece: PixelBox, isLetter: Bool = true) {
    box = pieces.isEmpty ? piece : box.union(piece)
    pieces.append(piece)
    if isLetter { letters.append(piece) }
  }
}

/// Groups the ink of an upright page, its ruling lines taken out, into pieces of text that stand on one line.
///
/// Letters join when they stand side by side: their heights overlap by nearly half and the gap is no wider than a letter is tall,
/// which spans the spaces of a line and not the gaps between columns. Works from the ink alone, so that a form's boxes and
/// columns do not mislead it as they do a page reader.
struct SegmentFinder {
  /// Pixels a point.
  let scale: Double

  /// The segments of a page's ink, from the top; pieces with their middle in a box of `hidden` are left out.
  func segments(of ink: Bitmap, besides hidden: [PixelBox]) throws -> [Segment] {
    let least = 2.2 * scale
    let most = 34 * scale
    var letters: [PixelBox] = []
    var small: [PixelBox] = []
    for piece in try ink.components() {
      let (x, y) = (piece.x + piece.width / 2, piece.y + piece.height / 2)
      if hidden.contains(where: { x >= $0.x && x < $0.maxX && y >= $0.y && y < $0.maxY }) { continue }
      let (w, h) = (Double(piece.width), Double(piece.height))
      if h > most || w > 60 * scale { continue }
      if h >= least, w >= 1.5 || h < most / 2 { letters.append(piece) } else if w * h >= 4 { small.append(piece) }
    }
    letters.sort { $0.x < $1.x }
    let bridges = bridges(among: letters)
    var parent = Array(letters.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    for i in letters.indices where !bridges.contains(i) {
      let a = letters[i]
      var j = i + 1
      while j < letters.count, letters[j].x <= a.maxX + Int(most) {
        let b = letters[j]
        j += 1
        let (low, high) = (min(a.height, b.height), max(a.height, b.height))
        guard b.x - a.maxX <= high * 11 / 10, high <= low * 3, !bridges.contains(j - 1) else { continue }
        let common = min(a.maxY, b.maxY) - max(a.y, b.y)
        if common * 20 >= low * 9 { parent[root(i)] = root(j - 1) }
      }
    }
    var groups: [Int: Segment] = [:]
    for index in letters.indices where !bridges.contains(index) { groups[root(index), default: Segment()].add(letters[index]) }
    // A comma hangs too low to join the letters beside it: alone and low, it goes with the small pieces.
    let isMark = { (box: PixelBox) in Double(box.height) < 3.4 * scale && Double(box.width) < 3.4 * scale }
    small += groups.values.filter { isMark($0.box) }.map(\.box)
    let spaced = EvenSpacing(marks: small).joined(groups.values.filter { !isMark($0.box) })
    var lines = spaced.flatMap(Self.divided).sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
    let boxes = lines.map(\.box)
    // Accents, dots, commas and hyphens go with the letters they stand by: the nearest, whichever line that is.
    for piece in small {
      var best: (distance: Int, line: Int)?
      for (index, box) in boxes.enumerated() where box.grown(box.height * 6 / 10, box.height * 4 / 10).intersection(piece) != nil {
        for letter in lines[index].letters {
          let across = max(letter.x - piece.maxX, piece.x - letter.maxX, 0)
          let distance = across + max(letter.y - piece.maxY, piece.y - letter.maxY, 0) * 2
          if distance < best?.distance ?? .max { best = (distance, index) }
        }
      }
      if let best { lines[best.line].add(piece, isLetter: false) }
    }
    // Letters that touch across two lines belong to both.
    for index in bridges {
      for line in lines.indices where boxes[line].grown(boxes[line].height, 0).intersection(letters[index]) != nil {
        lines[line].pieces.append(letters[index])
      }
    }
    return lines
  }

  /// Cuts a line at the gaps beyond which words stand higher or lower: an entry typed beside its label is a line of its own.
  private static func divided(_ line: Segment) -> [Segment] {
    let letters = line.letters.sorted { $0.x < $1.x }
    let heights = letters.map(\.height).sorted()
    let height = heights[heights.count / 2]
    var words: [[PixelBox]] = []
    var end = 0
    for letter in letters {
      if letter.x - end > height * 3 / 10 || words.isEmpty { words.append([]) }
      words[words.count - 1].append(letter)
      end = max(end, letter.maxX)
    }
    // More than half of the letters of « grappe » reach below its line where the last two touch; apostrophes and question marks end above it; where the
    // letters of « RAMQ » touch, the tail of one is the foot of all.
    func foot(_ word: [PixelBox]) -> Int? {
      let tallest = word.map(\.height).max() ?? 0
      let (top, bottom) = (word.map(\.y).min() ?? 0, word.map(\.maxY).max() ?? 0)
      // A typewriter's apostrophe is half as tall as a letter.
      let standing = word.filter { piece in
        piece.height * 2 > tallest && (piece.maxY - top) * 5 > (bottom - top) * 3
          && (piece.width * 10 < piece.height * 13 || piece.height * 8 < height * 9)
      }.sorted { $0.maxY < $1.maxY }
      let wide = standing.reduce(0) { $0 + $1.width }
      // A bracket beside letters that touch says nothing of where these stand.
      guard wide * 2 >= word.reduce(0, { $0 + $1.width }) else { return nil }
      var passed = 0
      return standing.first { piece in
        passed += piece.width
        return passed * 3 > wide
      }?.maxY
    }
    var parts: [Segment] = []
    var before: (foot: Int, end: Int)?
    for word in words {
      let foot = foot(word)
      // A seventh of a letter's height: the feet of one typed line differ by a pixel or two. Over words whose foot is not known a page set straight may
      // still climb.
      if let before, let foot, word.count > 1, abs(foot - before.foot) > max(2, height / 7) + (word[0].x - before.end) / Self.climb { parts.append(Segment()) }
      if parts.isEmpty { parts.append(Segment()) }
      for letter in word { parts[parts.count - 1].add(letter) }
      if word.count > 1 || before == nil, let foot { before = (foot, word[word.count - 1].maxX) }
    }
    return parts
  }

  /// Pixels across for one that a line may climb on a page set straight: a fifth of a degree.
  private static let climb = 300

  /// Pieces beside which two letters stand, one above the other: two lines have run together there.
  private func bridges(among letters: [PixelBox]) -> Set<Int> {
    var found: Set<Int> = []
    for (index, piece) in letters.enumerated() {
      let reach = piece.height
      // A small letter beside a tall one has two thirds of its height: an i and its dot are no two lines.
      func stands(_ other: PixelBox) -> Bool {
        other.height * 2 > piece.height / 2 && other.height * 5 < piece.height * 3
          && (min(other.maxY, piece.maxY) - max(other.y, piece.y)) * 10 > other.height * 6
          && other.x <= piece.maxX + reach && other.maxX >= piece.x - reach
      }
      var (upper, lower) = ([PixelBox](), [PixelBox]())
      var near = index
      while near > 0, letters[near - 1].x > piece.x - reach * 2 { near -= 1 }
      while near < letters.count, letters[near].x <= piece.maxX + reach {
        defer { near += 1 }
        guard near != index, stands(letters[near]) else { continue }
        if letters[near].y + letters[near].height / 2 < piece.y + piece.height / 2 { upper.append(letters[near]) } else { lower.append(letters[near]) }
      }
      if upper.contains(where: { above in lower.contains { $0.y >= above.maxY - 1 } }) { found.insert(index) }
    }
    return found
  }
}
