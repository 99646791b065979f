import Forms
import Imaging

/// Words that stand one letter to a tooth, as names do on many forms.
extension ScannedPage {
  /// Reads words letter by letter, set side by side as in print, with a space for empty teeth; nil where letters do not stand in a comb.
  ///
  /// Readings agree only where every voice says the same, with words as long as the rows of teeth with ink.
  func letters(_ row: Box, _ kind: FieldDefinition.Kind, without hidden: [Box]) throws -> PlaceReading? {
    let (area, pieces, _) = try figures(in: row, without: hidden)
    // Capitals, without their accents; what is lower stands in their teeth.
    let tall = pieces.filter { Self.isFigure($0, scale) }
    let height = tall.map(\.height).sorted().dropFirst(tall.count / 2).first ?? 0
    let capitals = tall.filter { $0.height * 4 > height * 3 }.sorted { $0.x < $1.x }
    guard Self.isCombed(capitals), let teeth = Teeth(of: capitals) else { return nil }
    var glyphs: [Int: PixelBox] = [:]
    for piece in pieces where Double(max(piece.width, piece.height)) > 0.8 * scale {
      if let tooth = teeth.tooth(of: piece) {
        glyphs[tooth] = glyphs[tooth]?.union(piece) ?? piece
      } else if Double(piece.width) > 1.2 * scale, teeth.isLevel(piece) {
        // What is no wall and stands between two teeth, or in both: a word, of which some letters seem to stand apart.
        return nil
      }
    }
    guard let first = glyphs.keys.min(), let last = glyphs.keys.max() else { return nil }
    let (gap, space, margin) = (max(teeth.height / 5, 2), teeth.height * 2 / 3, max(teeth.height / 3, 4))
    let boxes = Array(glyphs.values)
    let (top, foot) = (boxes.map(\.y).min()!, boxes.map(\.maxY).max()!)
    let crop = try unruled.cropped(to: area)
    var line = try Bitmap(
      width: boxes.reduce(2 * margin) { $0 + $1.width + gap + 2 } + (last - first) * space, height: foot - top + 2 * margin, tone: paper,
      resolution: grey.resolution)
    var x = margin
    for tooth in first...last {
      guard let glyph = glyphs[tooth], let box = glyph.grown(1, 1).intersection(crop.bounds) else {
        if glyphs[tooth - 1] != nil { x += space }
        continue
      }
      try line.paste(crop.cropped(to: box), x: x, y: margin + box.y - top)
      x += box.width + gap
    }
    let read = try ballot(of: line, kind, asksAll: true)
    // Each word as long as its row of teeth; before the first tooth there is no room for another.
    let rows = (first...last).split { glyphs[$0] == nil }.map(\.count)
    let isWhole = read.ballot.text.split(separator: " ").map(\.count) == rows && !teeth.hasRoom(before: first)
    return PlaceReading(text: read.ballot.text, confidence: read.confidence, agrees: read.ballot.isUnanimous && isWhole, isBlank: false)
  }
}

/// Where the teeth of a comb lie, as the letters in them show.
struct Teeth {
  /// The middle of the first letter's tooth, and from one tooth to the next, in pixels.
  private let start: Double
  private let pitch: Double
  private let top: Int
  private let foot: Int
  /// The height of most letters.
  let height: Int

  /// Fits evenly spaced teeth to letters as tall as one another, from the left; nil where one stands between two teeth.
  init?(of letters: [PixelBox]) {
    let middles = letters.map { Double($0.x + $0.maxX) / 2 }
    let steps = zip(middles.dropFirst(), middles).map { $0 - $1 }
    guard letters.count >= 3, let usual = steps.sorted().dropFirst(steps.count / 2).first, usual > 0 else { return nil }
    var ranks = [0.0]
    for step in steps { ranks.append(ranks.last! + (step / usual).rounded()) }
    // The straight line of least squares.
    let n = Double(middles.count)
    let (meanRank, meanMiddle) = (ranks.reduce(0, +) / n, middles.reduce(0, +) / n)
    let spread = ranks.reduce(0) { $0 + ($1 - meanRank) * ($1 - meanRank) }
    guard spread > 0 else { return nil }
    let slope = zip(ranks, middles).reduce(0) { $0 + ($1.0 - meanRank) * ($1.1 - meanMiddle) } / spread
    let origin = meanMiddle - slope * meanRank
    guard slope > 0, zip(ranks, middles).allSatisfy({ abs($1 - origin - slope * $0) < Self.tolerance * slope }) else { return nil }
    (start, pitch) = (origin, slope)
    (top, foot) = (letters.map(\.y).min()!, letters.map(\.maxY).max()!)
    height = letters.map(\.height).sorted()[letters.count / 2]
  }

  /// Teeth by which a letter may stand off the middle of its own: walls stand off by half of one.
  private static let tolerance = 0.3

  /// Whether another tooth would lie between the left side of the place and one of its teeth.
  func hasRoom(before tooth: Int) -> Bool { start + (Double(tooth) - 1.2) * pitch > 0 }

  /// Whether the middle of a piece of ink is level with the letters.
  func isLevel(_ piece: PixelBox) -> Bool { (top..<foot).contains(piece.y + piece.height / 2) }

  /// The rank of the tooth that a piece of ink stands in; nil for walls and for what reaches far over or under the letters.
  func tooth(of piece: PixelBox) -> Int? {
    let place = (Double(piece.x + piece.maxX) / 2 - start) / pitch
    guard abs(place - place.rounded()) < Self.tolerance, Double(piece.width) < pitch, piece.y * 2 > top * 2 - height, piece.maxY * 3 < foot * 3 + height
    else { return nil }
    return Int(place.rounded())
  }
}
