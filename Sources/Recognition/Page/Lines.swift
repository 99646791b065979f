import Forms

/// The words of a page in lines, and the lines cut into segments at wide gaps and ruling lines.
struct Lines {
  /// Indices of words, left to right; segments in reading order.
  let segments: [[Int]]
  /// The segment of each word, and its place there.
  let place: [(segment: Int, rank: Int)]
  /// The line of each segment, from the top.
  let lineOfSegment: [Int]
  /// The segments of each line, left to right.
  let segmentsOfLine: [[Int]]
  let boxes: [Box]
  /// Where the running text of each segment began: its line, or what of it stands in the same cell.
  private let starts: [Double]
  /// The beginning of each segment that is set in one face: a label, where an entry in another face follows it closely.
  private let heads: [Box]

  init(_ words: [Word], rules: [Rule]) {
    // What was recognised as one line stays together.
    var units = words.indices.filter { words[$0].row == nil }.map { (words: [$0], box: words[$0].box) }
    for members in Dictionary(grouping: words.indices.filter { words[$0].row != nil }, by: { words[$0].row }).values {
      units.append((members, members.dropFirst().reduce(words[members[0]].box) { $0.union(words[$1].box) }))
    }
    var lines: [(midY: Double, height: Double, words: [Int])] = []
    for unit in units.sorted(by: { ($0.box.midY, $0.words[0]) < ($1.box.midY, $1.words[0]) }) {
      let box = unit.box
      // A word belongs to a line when their middles lie within 40 % of the lower of the two heights.
      let match = lines.indices.reversed().prefix(6).first {
        abs(lines[$0].midY - box.midY) < 0.4 * min(lines[$0].height, box.height)
      }
      if let match {
        lines[match].words += unit.words
        let share = Double(unit.words.count) / Double(lines[match].words.count)
        lines[match].midY += (box.midY - lines[match].midY) * share
        lines[match].height += (box.height - lines[match].height) * share
      } else {
        lines.append((box.midY, box.height, unit.words))
      }
    }
    let verticals = rules.filter { !$0.isHorizontal }
    var segments: [[Int]] = []
    var lineOfSegment: [Int] = []
    var segmentsOfLine: [[Int]] = []
    var starts: [Double] = []
    for (number, line) in lines.enumerated() {
      var current: [Int] = []
      var ofLine: [Int] = []
      var start: Double?
      func close() {
        if current.isEmpty { return }
        ofLine.append(segments.count)
        start = start ?? words[current[0]].box.x0
        starts.append(start!)
        segments.append(current)
        lineOfSegment.append(number)
        current = []
      }
      for index in line.words.sorted(by: { words[$0].box.x0 < words[$1].box.x0 }) {
        if let last = current.last {
          let (a, b) = (words[last].box, words[index].box)
          let gap = b.x0 - a.x1
          let height = min(a.height, b.height)
          // A space is a quarter to a third of the size; justified text stretches it, columns exceed it.
          let isCut = verticals.contains {
            $0.position > a.x1 - 1 && $0.position < b.x0 + 1 && $0.start < a.midY && $0.end > a.midY
          }
          let isRead = words[last].row != nil && words[last].row == words[index].row
          if gap > height * 0.9 && !isRead || isCut { close() }
          if isCut { start = nil }
        }
        current.append(index)
      }
      close()
      segmentsOfLine.append(ofLine)
    }
    var place = Array(repeating: (segment: 0, rank: 0), count: words.count)
    for (number, segment) in segments.enumerated() {
      for (rank, index) in segment.enumerated() { place[index] = (number, rank) }
    }
    self.segments = segments
    self.place = place
    self.lineOfSegment = lineOfSegment
    self.segmentsOfLine = segmentsOfLine
    self.starts = starts
    boxes = segments.map { $0.dropFirst().reduce(words[$0[0]].box) { $0.union(words[$1].box) } }
    heads = segments.map { segment in
      let first = words[segment[0]]
      // The size of a recognised word is its own height: of « de » less than of « l'installation ».
      let head = segment.prefix { words[$0].font == first.font && (first.source == .ocr || abs(words[$0].size - first.size) < 0.6) }
      return head.dropFirst().reduce(first.box) { $0.union(words[$1].box) }
    }
  }

  /// Where the line of a segment begins, in its cell.
  func start(ofLineOf segment: Int) -> Double { starts[segment] }

  /// How many lines further down a text is looked for: letters that stand upright in the margin make lines of their own.
  private static let linesBelow = 8

  /// The segment under this one where its text may go on: right below, beginning, centred or ending alike, or beginning at most so many points
  /// further to the left.
  func continuation(of segment: Int, start: Double, outdent: Double = 0) -> Int? {
    let box = heads[segment]
    let line = lineOfSegment[segment]
    for next in segmentsOfLine.indices.dropFirst(line + 1).prefix(Self.linesBelow) {
      for candidate in segmentsOfLine[next] {
        let below = heads[candidate]
        let gap = below.y0 - box.y1
        guard gap < box.height * 0.9, gap > -box.height * 0.5 else { continue }
        if below.x0 > start - max(12, outdent) && below.x0 < start + 12 || abs(below.midX - box.midX) < 10 || abs(below.x1 - box.x1) < 3 { return candidate }
      }
    }
    return nil
  }
}
