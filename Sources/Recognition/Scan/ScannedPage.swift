import Forms
import Imaging

/// A page known by its picture only, set upright and straight, with the means to read its places one by one.
final class ScannedPage {
  /// As the scanner saw it, and with its shades made even.
  let raw: Bitmap
  let grey: Bitmap
  let ink: Bitmap
  private let tints: [Tint]
  /// Places where print on a shade may have lost dots and accents.
  private let coarse: [PixelBox]
  /// Shaded squares of the size of a letter, and squares of paper in a shade.
  let teeth: [PixelBox]
  /// Boxes of paper in a shade.
  private let holes: [PixelBox]
  /// Lines that were taken away from right under words, and may have taken what hung from these with them.
  private let underlines: [PixelBox]
  /// The grey picture without its ruling lines.
  let unruled: Bitmap
  let unruledInk: Bitmap
  /// The tone of its paper.
  let paper: Int
  let engine: OCREngine
  /// Pixels a point.
  let scale: Double
  let rules: Imaging.Rules

  /// Sets a picture upright by its text, straightens it and takes out its ruling lines.
  init(_ picture: Bitmap, engine: OCREngine) throws {
    var upright = try picture.grey()
    if upright.resolution == nil {
      // Without a believable resolution the page is taken for Letter: 8.5 inches on its shorter side.
      upright.resolution = Resolution(Double(min(upright.width, upright.height)) / 8.5)
    }
    upright = try upright.withSquarePixels()
    var dark = try upright.bilevel()
    let orientation = try Orientation(of: dark)
    if let turn = orientation?.correction, turn != .none { (upright, dark) = try (upright.turned(turn), dark.turned(turn)) }
    var straight = try upright.deskewed(by: Skew(of: dark))
    // Where ascenders and descenders decide nothing, the better read of the two ways up is the right one.
    if orientation == nil || orientation!.score < Self.clearOrientation, try Self.isUpsideDown(straight, engine) {
      straight = try straight.turned(.half)
    }
    raw = straight
    tints = try TintFinder().tints(of: raw)
    let boxes = try TintFinder().holes(of: raw)
    let known = tints.map(\.box) + boxes
    let small = try TintFinder.small.tints(of: raw).filter { tooth in !known.contains { $0.intersection(tooth.box) != nil } }
    let gaps = try TintFinder.small.holes(of: raw).filter { gap in !boxes.contains { $0.intersection(gap) != nil } }
    holes = boxes
    teeth = small.map(\.box) + gaps
    let even = try raw.without(tints + small, around: boxes + gaps)
    (grey, coarse) = (even.page, even.coarse)
    ink = try grey.bilevel()
    var finder = RuleFinder()
    // 16 points: the height of a low cell with one line of text, and more than the stem of a title's capital.
    finder.leastVertical = 0.22
    // The line of a day or a month is hardly wider than two figures.
    finder.leastHorizontal = 0.3
    // A letter may reach from the top of a light shade to its foot.
    rules = try finder.rules(of: grey, ink: ink, bands: tints.filter { $0.tone < TintFinder.dark }.map(\.box))
    var rest = try grey.removing(rules.all, ink: ink)
    // A line right under words is of these, no place to write.
    let lines = try UnderlineFinder().underlines(of: rest.ink)
    if !lines.isEmpty { rest = try rest.page.removing(lines, ink: rest.ink) }
    underlines = lines.map(\.box)
    (unruled, unruledInk) = rest
    paper = try unruled.paperTone()
    scale = (grey.resolution?.x ?? 300) / 72
    self.engine = engine
  }

  /// Pages of print score 10 and more (see `Orientation.score`).
  private static let clearOrientation = 10.0

  /// Reads a dozen lines both ways up and compares how sure the readings are.
  private static func isUpsideDown(_ page: Bitmap, _ engine: OCREngine) throws -> Bool {
    let scale = (page.resolution?.x ?? 300) / 72
    let ink = try page.bilevel()
    let lines = try SegmentFinder(scale: scale).segments(of: ink, besides: [])
      .map(\.box).filter { $0.width > $0.height * 5 && Double($0.height) < 16 * scale }
    let sample = stride(from: 0, to: lines.count, by: max(1, lines.count / 12)).map { lines[$0] }
    var (asIs, turned) = (0.0, 0.0)
    for line in sample {
      guard let area = line.grown(4, 4).intersection(page.bounds) else { continue }
      let crop = try page.cropped(to: area)
      asIs += try engine.recognize(crop, .line).confidence
      turned += try engine.recognize(crop.turned(.half), .line).confidence
    }
    return turned > asIs
  }

  /// The page's content as the mapper wants it: recognised words, rules, tick boxes.
  func content(number: Int, _ finder: LabelFinder) throws -> PageContent {
    var page = PageContent(
      number: number, width: Double(grey.width) / scale, height: Double(grey.height) / scale)
    page.isScan = true
    page.rules = (rules.horizontal + rules.vertical).map {
      Rule(box: box($0.box), isHorizontal: $0.direction == .horizontal)
    }
    let drawn = try TickBoxFinder().boxes(of: ink)
    let boxes = Self.boxesAlike(drawn + shadedBoxes.filter { shade in !drawn.contains { $0.frame.intersection(shade.frame) != nil } })
    let brackets = try BracketFinder().pairs(of: ink).filter { pair in !boxes.contains { $0.frame.intersection(pair.frame) != nil } }
    let shades = try boxes.count { try isShaded($0) }
    page.ticks = try boxes.map { try tick($0, onShade: shades * 2 > boxes.count) } + brackets.map { try tick($0) }
    let tints = tints.filter { Double($0.box.height) < 150 * scale }
    // Print is knocked out of a dark band; it stands on a light one, which may be a panel to write in.
    let bands = tints.filter { $0.tone < TintFinder.dark && Double($0.box.height) < 60 * scale }
    page.frames = (tints.filter { $0.tone >= TintFinder.dark }.map(\.box) + holes).map(box)
    let outlines = try OutlineFinder(scale: scale).outlines(of: ink)
    page.words = try words(besides: boxes.map(\.frame) + brackets.map(\.frame), bands: bands, finder)
    // A tint's edges close the cells beside it, and an outline's its own, though its corners are round and a label stands in its top.
    for edge in (tints.map(\.box) + holes + teeth + outlines).map(box) {
      page.rules += [edge.y0, edge.y1].map { Rule(box: Box(edge.x0, $0, edge.x1, $0), isHorizontal: true) }
      page.rules += [edge.x0, edge.x1].map { Rule(box: Box($0, edge.y0, $0, edge.y1), isHorizontal: false) }
    }
    page.ticks = DateCaptions.boxesToTick(on: page)
    page.marks = try pens(besides: page.ticks)
    page.scan = self
    return page
  }

  func box(_ pixels: PixelBox) -> Box {
    Box(Double(pixels.x) / scale, Double(pixels.y) / scale, Double(pixels.maxX) / scale, Double(pixels.maxY) / scale)
  }

  /// Whether a line was taken away from under words in a place.
  func isUnderlined(_ place: Box) -> Bool { underlines.contains { $0.intersection(pixels(place)) != nil } }

  /// Whether a place's entry stands on a row of dots, which takes part of a mark that hangs as low.
  func isOnDots(_ place: Box) -> Bool {
    rules.horizontal.contains { $0.isDotted && $0.box.intersection(pixels(place.grown(0, 2))) != nil }
  }

  /// Whether a text has marks that a dot under them may change.
  static func hasLowMarks(_ text: String) -> Bool { text.contains { ".,;:_Çç".contains($0) } }

  /// Whether a place's shade is printed so coarsely that its print may have suffered.
  func isCoarse(_ place: Box) -> Bool {
    let box = pixels(place)
    if holes.contains(where: { ($0.intersection(box)?.area ?? 0) * 2 > box.area }) { return false }
    return coarse.contains { ($0.intersection(box)?.area ?? 0) * 2 > box.area }
  }

  /// Whether some of a place lies in a dark band, where print was painted over: then nothing shows that it is blank.
  func isPainted(_ place: Box) -> Bool { bandShare(of: place) > 0.1 }

  /// Whether a box is a dark band or a part of one.
  func isBand(_ box: Box) -> Bool { bandShare(of: box) > 0.9 }

  /// The share of a place that the dark band it lies in covers; none of a white box in a band.
  private func bandShare(of place: Box) -> Double {
    let box = pixels(place)
    if holes.contains(where: { ($0.intersection(box)?.area ?? 0) * 10 > box.area * 9 }) { return 0 }
    let covered = tints.filter { $0.tone < TintFinder.dark }.map { $0.box.intersection(box)?.area ?? 0 }.max() ?? 0
    return Double(covered) / Double(box.area)
  }

  func pixels(_ box: Box) -> PixelBox {
    let (x0, y0) = (Int((box.x0 * scale).rounded(.down)), Int((box.y0 * scale).rounded(.down)))
    let (x1, y1) = (Int((box.x1 * scale).rounded(.up)), Int((box.y1 * scale).rounded(.up)))
    let wanted = PixelBox(x: x0, y: y0, width: max(1, x1 - x0), height: max(1, y1 - y0))
    return wanted.intersection(grey.bounds) ?? PixelBox(x: 0, y: 0, width: 1, height: 1)
  }

  // MARK: Places

  /// What one place was read to hold.
  struct PlaceReading {
    var text: String
    /// The mean of the first two readings' own.
    var confidence: Double
    /// Whether the readings by both models agree.
    var agrees: Bool
    var isBlank: Bool
    /// Whether a ruling line was taken out amid the text.
    var isCut = false
    /// How many lines of text were read.
    var lines = 1
  }

  /// The readings of a line, the first two by different models (see `Ballot`).
  private static let voices: [OCRPreparation] = [.line, .lineAgain, .lineFrench, .lineSmall]

  /// Below the first mean confidence of the two voices recognition has lost its way; above the second it is found again. Both are
  /// reasoned: of good print hardly a line is read with less than the first, nor a wrong one with more than the second by both.
  private static let (lost, found) = (0.65, 0.85)

  /// Reads a picture of one line by two voices, and by the others where these disagree or all are asked; answers the mean confidence of the two along.
  func ballot(
    of line: Bitmap, _ kind: FieldDefinition.Kind, asksAll: Bool = false, heard: (String) -> String = { $0 }
  ) throws -> (ballot: Ballot, confidence: Double) {
    let first = try Self.voices.prefix(2).map { try engine.recognize(line, $0) }
    let confidence = first.reduce(0) { $0 + $1.confidence } / Double(first.count)
    let ballot = Ballot(first.map { heard($0.text) }, kind)
    if ballot.isAgreed, !asksAll { return (ballot, confidence) }
    if confidence < Self.lost, !asksAll {
      let bold = try [OCRPreparation.lineBold, .lineFrenchBold].map { try engine.recognize(line, $0) }
      let trust = bold.reduce(0) { $0 + $1.confidence } / Double(bold.count)
      let second = Ballot((bold + first).map { heard($0.text) }, kind)
      if trust >= Self.found, second.isAgreed { return (second, trust) }
    }
    let others = try Self.voices.dropFirst(2).map { try engine.recognize(line, $0) }
    return (Ballot((first + others).map { heard($0.text) }, kind), confidence)
  }

  /// Points below its line that a letter of an entry reaches.
  private static let descent = 3.0

  /// Reads a region of the page line by line, parts of it painted over.
  ///
  /// Where an entry stands on a line, letters reach below it: `overline` tells to read these too. `asksAll` has every voice asked, and agreed
  /// is what all of them say.
  func read(
    _ region: Box, _ kind: FieldDefinition.Kind, without hidden: [Box], overline: Bool = false, asksAll: Bool = false
  ) throws -> PlaceReading {
    var area = pixels(region.grown(-0.6, -0.6))
    var foot = area.height
    if overline { area = PixelBox(x: area.x, y: area.y, width: area.width, height: foot + Int(Self.descent * scale)).intersection(grey.bounds) ?? area }
    let accents = try accents(over: area, without: hidden)
    let top = accents.map(\.y).min().map { min($0 - 1, area.y) } ?? area.y
    // Over the place, only its accents.
    let cover = (inside(area, hidden).map { $0.moved(0, area.y - top) } + [PixelBox(x: 0, y: 0, width: area.width, height: area.y - top)])
      .flatMap { $0.besides(accents.map { $0.moved(-area.x, -top).grown(1, 1) }) }
    foot += area.y - top
    area = PixelBox(x: area.x, y: top, width: area.width, height: area.maxY - top)
    var crop = try unruled.cropped(to: area)
    try crop.paintWhite(cover)
    var black = try unruledInk.cropped(to: area)
    try black.paintWhite(cover)
    let remains = try Self.remains(of: black, scale: scale) + (overline ? black.components().filter { $0.y >= foot - Int(scale) } : [])
    try crop.paintWhite(remains)
    try black.paintWhite(remains)
    let finder = SegmentFinder(scale: scale)
    // A letter alone may be a speck; anything as tall as small print is text until read otherwise.
    let found = try finder.segments(of: black, besides: []).map(\.box)
    let lines = Self.lines(found.filter { Double($0.height) >= 3 * scale })
    guard !lines.isEmpty else {
      // What is too wide for letters may be a word that a pen struck through.
      let isClear = try found.isEmpty && !black.components().contains { Double(min($0.width, $0.height)) > 3 * scale }
      return PlaceReading(text: "", confidence: isClear ? 0.98 : 0.7, agrees: isClear, isBlank: true)
    }
    var (texts, confidence, agrees) = ([String](), 1.0, true)
    for line in lines {
      guard let box = line.grown(Int(2 * scale), Int(1.2 * scale)).intersection(crop.bounds) else { continue }
      // Of several lines none has a value's form by itself.
      let read = try ballot(of: crop.cropped(to: box), lines.count == 1 || kind == .email ? kind : .text, asksAll: asksAll)
      texts.append(read.ballot.text)
      confidence = min(confidence, read.confidence)
      agrees = agrees && (asksAll ? read.ballot.isUnanimous : read.ballot.isAgreed)
    }
    // An upright taken for a wall amid the text, and not at the place's sides, may have been a letter.
    let middle = area.grown(-Int(3 * scale), 0)
    let isCut = lines.contains { line in
      let onPage = PixelBox(x: line.x + area.x, y: line.y + area.y, width: line.width, height: line.height).grown(Int(2 * scale), 0)
      guard let inner = onPage.intersection(middle) else { return false }
      return rules.vertical.contains { $0.box.intersection(inner) != nil }
    }
    let text = texts.filter { !$0.isEmpty }.joined(separator: " ")
    return PlaceReading(
      text: text, confidence: confidence, agrees: agrees, isBlank: text.isEmpty, isCut: isCut, lines: texts.count { !$0.isEmpty })
  }

  /// The parts of boxes that lie in an area, in its own pixels, with the pale edge of print.
  func inside(_ area: PixelBox, _ boxes: [Box]) -> [PixelBox] {
    boxes.map { pixels($0.grown(1.2, 0.8)) }.compactMap { $0.intersection(area) }.map {
      PixelBox(x: $0.x - area.x, y: $0.y - area.y, width: $0.width, height: $0.height)
    }
  }

  /// Pieces of ruling lines left at the sides of a place: thin, and touching the side as no letter does.
  private static func remains(of crop: Bitmap, scale: Double) throws -> [PixelBox] {
    let (thin, edge, corner) = (Int(1.7 * scale), Int(2 * scale), Int(7 * scale))
    let pieces = try crop.components()
    let tallest = pieces.filter { $0.width > thin && Double($0.height) < 14 * scale }.map(\.height).max() ?? crop.height / 2
    return pieces.filter { piece in
      let touchesEnd = piece.y < edge / 2 || piece.maxY > crop.height - edge / 2
      // A rounded corner, or a wall with one: letters keep away from two sides at once.
      if piece.width <= corner, touchesEnd, piece.x < edge / 2 || piece.maxX > crop.width - edge / 2 { return true }
      if piece.width <= thin, piece.height > thin {
        // A capital I at the very side is as tall as its neighbours: what is taller, or a scrap, is the wall's.
        let isLetter = piece.height * 20 < tallest * 23 && piece.height * 2 > tallest
        let touchesSide = (piece.x < edge / 2 || piece.maxX > crop.width - edge / 2) && !isLetter
        return touchesSide && piece.height * 4 > crop.height
          // No letter is half as tall again as the tallest beside it.
          || piece.height * 2 > tallest * 3
      }
      return piece.height <= thin && piece.width > 3 * thin && touchesEnd
    }.map { $0.grown(1, 1) }
  }

  /// Joins pieces that stand on one line, from the top.
  private static func lines(_ pieces: [PixelBox]) -> [PixelBox] {
    var lines: [PixelBox] = []
    for piece in pieces.sorted(by: { $0.y < $1.y }) {
      if let index = lines.firstIndex(where: { line in
        min(line.maxY, piece.maxY) - max(line.y, piece.y) > min(line.height, piece.height) / 2
      }) {
        lines[index] = lines[index].union(piece)
      } else {
        lines.append(piece)
      }
    }
    return lines.sorted { $0.y < $1.y }
  }
}

extension ScannedPage {
  /// The extent of the ink in a region beside what is painted over: its box, and its width in points (0 without ink).
  func inkOutside(_ region: Box, without hidden: [Box]) throws -> (box: Box, width: Double) {
    let area = pixels(region)
    var crop = try unruledInk.cropped(to: area)
    let cover = hidden.map { pixels($0) }.compactMap { $0.intersection(area) }.map {
      PixelBox(x: $0.x - area.x, y: $0.y - area.y, width: $0.width, height: $0.height)
    }
    try crop.paintWhite(cover)
    let least = Int(1.5 * scale)
    let pieces = try crop.components().filter { max($0.width, $0.height) >= least && min($0.width, $0.height) >= 2 }
    guard let first = pieces.first else { return (region, 0) }
    let extent = pieces.dropFirst().reduce(first) { $0.union($1) }
    let box = Box(
      Double(extent.x + area.x) / scale, Double(extent.y + area.y) / scale,
      Double(extent.maxX + area.x) / scale, Double(extent.maxY + area.y) / scale)
    return (box, box.width)
  }
}
