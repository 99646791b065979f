import Imaging

/// Groups the ink of an upright page, its ruling lines taken out, into pieces of text that stand on one line.
///
/// Letters join when they stand side by side: their heights overlap by nearly half and the gap is no wider than a letter is tall,
/// which spans the spaces of a line and not the gaps between columns. Works from the ink alone, so that a form's boxes and
/// columns do not mislead it as they do a page reader.
struct SegmentFinder {
  /// Pixels a point.
  let scale: Double

  /// The boxes of the pieces, from the top.
  func segments(of ink: Bitmap, besides hidden: [PixelBox]) throws -> [PixelBox] {
    let pieces = try ink.components().filter { piece in
      let (x, y) = (piece.x + piece.width / 2, piece.y + piece.height / 2)
      return !hidden.contains { x >= $0.x && x < $0.maxX && y >= $0.y && y < $0.maxY }
    }
    let least = 2.2 * scale
    let most = 34 * scale
    var letters: [PixelBox] = []
    var small: [PixelBox] = []
    for piece in pieces {
      let (w, h) = (Double(piece.width), Double(piece.height))
      if h > most || w > 60 * scale { continue }
      if h >= least, w >= 1.5 || h < most / 2 { letters.append(piece) } else if w * h >= 4 { small.append(piece) }
    }
    letters.sort { $0.x < $1.x }
    var parent = Array(letters.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    for i in letters.indices {
      let a = letters[i]
      var j = i + 1
      while j < letters.count, letters[j].x <= a.maxX + Int(most) {
        let b = letters[j]
        j += 1
        let (low, high) = (min(a.height, b.height), max(a.height, b.height))
        guard b.x - a.maxX <= high * 9 / 10, high <= low * 3 else { continue }
        let common = min(a.maxY, b.maxY) - max(a.y, b.y)
        if common * 20 >= low * 9 { parent[root(i)] = root(j - 1) }
      }
    }
    var groups: [Int: PixelBox] = [:]
    for index in letters.indices {
      let key = root(index)
      groups[key] = groups[key].map { $0.union(letters[index]) } ?? letters[index]
    }
    // A comma hangs too low to join the letters beside it: alone and low, it goes with the small pieces.
    let marks = groups.values.filter { Double($0.height) < 3.4 * scale && Double($0.width) < 3.4 * scale }
    let lines = groups.values.filter { Double($0.height) >= 3.4 * scale || Double($0.width) >= 3.4 * scale }
      .sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    small += marks
    var boxes = lines
    // Accents, dots and hyphens go with the letters they stand by.
    for piece in small {
      let (x, y) = (piece.x + piece.width / 2, piece.y + piece.height / 2)
      if let index = lines.firstIndex(where: { box in
        let reach = box.grown(box.height * 6 / 10, box.height * 3 / 10)
        return x >= reach.x && x < reach.maxX && y >= reach.y && y < reach.maxY
      }) {
        boxes[index] = boxes[index].union(piece)
      }
    }
    return boxes
  }

  /// Bands of solid ink with letters knocked out of them, as section headings often are: more ink than print can have.
  func bands(of ink: Bitmap) throws -> [PixelBox] {
    try ink.solids(width: Int(40 * scale), height: Int(6.5 * scale), holes: Int(2.6 * scale)).filter { piece in
      guard Double(piece.height) < 60 * scale else { return false }
      return try Double(ink.ink(in: piece)) > Double(piece.area) * 0.55
    }
  }
}
