import Forms
import Imaging

/// Figures that stand in separate boxes or between strokes, as those of a date.
extension ScannedPage {
  /// Reads the figures of a row as one line: what is as tall as a figure is set side by side, without the walls, teeth, dots and dashes
  /// between, which recognition takes for figures.
  ///
  /// A row without anything as tall as a figure is blank; specks in it leave that in doubt.
  func figures(_ row: Box, _ kind: FieldDefinition.Kind, without hidden: [Box]) throws -> PlaceReading {
    let (area, _, figures) = try figures(in: row, without: hidden)
    guard !figures.isEmpty else {
      // A comb leaves its teeth, which are thin; what a pen struck through leaves parts of figures.
      let specks = try loose(in: area, without: hidden).contains { Double($0.height) > 1.3 * scale && Double($0.width) > 2 * scale }
      return PlaceReading(text: "", confidence: specks ? 0.7 : 0.98, agrees: !specks, isBlank: true)
    }
    let height = figures.map(\.height).max()!
    let (gap, margin) = (max(height / 5, 2), max(height / 3, 4))
    let crop = try unruled.cropped(to: area)
    var line = try Bitmap(
      width: figures.reduce(2 * margin) { $0 + $1.width + gap + 2 }, height: height + 2 * margin, tone: paper, resolution: grey.resolution)
    var x = margin
    for figure in figures {
      // With the pale edge of its own, not its neighbours'.
      guard let box = figure.grown(1, 1).intersection(crop.bounds) else { continue }
      try line.paste(crop.cropped(to: box), x: x, y: margin + (height - box.height) / 2)
      x += box.width + gap
    }
    let read = try ballot(of: line, kind) { $0.filter { $0 != " " } }
    let text = kind == .date ? Self.parted(read.ballot.text, figures) : read.ballot.text
    return PlaceReading(text: text, confidence: read.confidence, agrees: read.ballot.isAgreed, isBlank: false)
  }

  /// The pieces of ink in an area that hang together when level lines, longer than a figure's, are taken out: a comb's teeth fall apart.
  private func loose(in area: PixelBox, without hidden: [Box]) throws -> [PixelBox] {
    var black = try unruledInk.cropped(to: area)
    try black.paintWhite(inside(area, hidden))
    return try black.withoutLevels(longerThan: Int(10 * scale), upTo: Int(1.5 * scale)).components()
  }

  /// Reads a place for a number: letter by letter where these stand apart as in a comb, else as a word. What is left of a comb's lines
  /// when nothing stands in it is no entry.
  func number(_ place: Box, _ kind: FieldDefinition.Kind, without hidden: [Box]) throws -> PlaceReading {
    let (_, _, figures) = try figures(in: place, without: hidden)
    // An extension may be one stroke, a 1, which is no comb's wall.
    let isRow = try figures.isEmpty && kind != .phoneExtension || isCombed(place, without: hidden)
    return try isRow ? self.figures(place, kind, without: hidden) : read(place, kind, without: hidden)
  }

  /// Whether the figures of a row stand apart as in a comb.
  func isCombed(_ row: Box, without hidden: [Box]) throws -> Bool { try Self.isCombed(figures(in: row, without: hidden).figures) }

  /// Whether letters or figures, from the left, stand apart as in a comb: by half of their height and more, which no typing does but a typewriter's
  /// narrow figures, whose step is no wider than 1.3 times their height.
  static func isCombed(_ figures: [PixelBox]) -> Bool {
    guard figures.count >= 3, let height = figures.map(\.height).max() else { return false }
    let gaps = zip(figures.dropFirst(), figures).map { $0.x - $1.maxX }.sorted()
    let steps = zip(figures.dropFirst(), figures).map { $0.x + $0.maxX - $1.x - $1.maxX }.sorted()
    return gaps[gaps.count / 2] * 2 > height && steps[steps.count / 2] * 10 > height * 26
  }

  /// How many pieces of ink in an area are as large as figures, wherever they stand.
  func figureCount(in box: Box, without hidden: [Box]) throws -> Int {
    let area = pixels(box)
    var black = try unruledInk.cropped(to: area)
    try black.paintWhite(inside(area, hidden))
    return try black.components().count { Self.isFigure($0, scale) }
  }

  /// From 4.2 points, small print, to 17; a stroke is a wall's.
  static func isFigure(_ piece: PixelBox, _ scale: Double) -> Bool {
    (Int(4.2 * scale)...Int(17 * scale)).contains(piece.height) && piece.width > Int(1.7 * scale) && piece.width < Int(17 * scale)
  }

  /// The pieces of ink in a row, and those as tall as figures; where the row lies.
  func figures(in row: Box, without hidden: [Box]) throws -> (area: PixelBox, pieces: [PixelBox], figures: [PixelBox]) {
    let area = pixels(row.grown(-0.6, -0.6))
    var black = try unruledInk.cropped(to: area)
    try black.paintWhite(inside(area, hidden))
    var (pieces, figures) = try figures(of: black, in: area)
    // A wall that a figure touches makes one piece with it, taller than the others.
    if let height = figures.map(\.height).sorted().dropFirst(figures.count / 2).first,
      pieces.contains(where: { Double($0.width) > 1.7 * scale && Double($0.width) < 17 * scale && $0.height * 5 > height * 6 })
    {
      black = try black.withoutUprights(longerThan: height * 6 / 5, upTo: Int(1.7 * scale))
      (pieces, figures) = try self.figures(of: black, in: area)
    }
    return (area, pieces, figures)
  }

  private func figures(of black: Bitmap, in area: PixelBox) throws -> (pieces: [PixelBox], figures: [PixelBox]) {
    // What reaches from the top to the foot, and is no wider than two walls, is one.
    let pieces = try black.components().filter { $0.y > 1 || $0.maxY < area.height - 1 || Double($0.width) > 3 * scale }
    return (pieces, try Self.figures(among: pieces, scale: scale).filter { try !black.isStroke($0) })
  }

  /// The figures of a date with a month or a day of one figure, parted where they stand apart: set close, « 2026 8 29 » might be the 82nd.
  static func parted(_ text: String, _ figures: [PixelBox]) -> String {
    guard (6...7).contains(text.count), text.count == figures.count, text.allSatisfy(\.isASCIIDigit), let height = figures.map(\.height).max()
    else { return text }
    let gaps = zip(figures.dropFirst(), figures).map { $0.x - $1.maxX }
    let usual = gaps.sorted()[gaps.count / 2]
    var out = ""
    for (rank, figure) in text.enumerated() {
      // Spaces of a line of figures are narrower than a figure is tall.
      if rank > 0, gaps[rank - 1] > max(height * 9 / 10, usual * 2) { out.append("-") }
      out.append(figure)
    }
    return ValueForms.date(out) == nil ? text : out
  }

  /// The pieces as tall as most that could be figures, from the left; parts of a broken figure joined.
  static func figures(among pieces: [PixelBox], scale: Double) -> [PixelBox] {
    let (thin, most) = (Int(1.7 * scale), Int(17 * scale))
    // What stands over or under another is a part of it.
    var whole: [PixelBox] = []
    for piece in pieces.filter({ Double($0.height) > 1.2 * scale && $0.width <= most }).sorted(by: { $0.x < $1.x }) {
      if let last = whole.last, min(last.maxX, piece.maxX) - max(last.x, piece.x) > min(last.width, piece.width) / 2 {
        let joined = last.union(piece)
        if joined.height <= most, max(last.height, piece.height) < most * 2 / 3 {
          whole[whole.count - 1] = joined
          continue
        }
      }
      whole.append(piece)
    }
    let usual = whole.filter { isFigure($0, scale) }.map(\.height).sorted()
    guard let height = usual.isEmpty ? nil : usual[usual.count / 2] else { return [] }
    let like = whole.filter { abs($0.height - height) * 4 <= height && $0.width <= height * 6 }
    let middles = like.filter { $0.width > thin }.map { $0.y + $0.height / 2 }.sorted()
    if middles.isEmpty { return [] }
    let middle = middles[middles.count / 2]
    let level = like.filter { piece in
      // A comb's walls are as tall as figures at times, but stand lower; a 1 that is a mere stroke stands level with the others.
      abs(piece.y + piece.height / 2 - middle) * (piece.width > thin ? 2 : 8) <= height
    }
    return withoutWalls(level, thin: thin, height: height)
  }

  /// The figures of a comb without the walls at its ends, which stand half as far from a figure as another figure would.
  private static func withoutWalls(_ figures: [PixelBox], thin: Int, height: Int) -> [PixelBox] {
    guard figures.count >= 4 else { return figures }
    let steps = zip(figures.dropFirst(), figures).map { $0.x + $0.maxX - $1.x - $1.maxX }
    let usual = steps.sorted()[steps.count / 2]
    guard usual * 5 > height * 13 else { return figures }
    var inner = figures[...]
    if figures[0].width <= thin, steps[0] * 10 < usual * 7 { inner = inner.dropFirst() }
    if figures[figures.count - 1].width <= thin, steps[steps.count - 1] * 10 < usual * 7 { inner = inner.dropLast() }
    return Array(inner)
  }
}

extension Bitmap {
  /// Whether a piece of ink is a stroke from its lower left to its upper right, as stands between the parts of a date: its other two
  /// corners are empty, which no figure's are.
  fileprivate func isStroke(_ piece: PixelBox) throws -> Bool {
    guard piece.width * 4 > piece.height, piece.width < piece.height else { return false }
    let (w, h) = (max(piece.width / 3, 1), piece.height / 3)
    return try ink(in: PixelBox(x: piece.x, y: piece.y, width: w, height: h)) == 0
      && ink(in: PixelBox(x: piece.maxX - w, y: piece.maxY - h, width: w, height: h)) == 0
  }
}
