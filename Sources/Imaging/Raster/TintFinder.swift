import CLeptonica

/// An even rectangle that is darker than the paper: a heading's band, a shaded cell, a panel to write in.
package struct Tint: Hashable, Sendable {
  package let box: PixelBox
  /// Its own tone as a share of the paper's: 0 black to 1.
  package let tone: Double
}

/// Finds the shaded rectangles of an upright page, whatever is printed on them or knocked out of them.
///
/// Works on a reduced page, where grain and halftones are averaged away.
package struct TintFinder: Sendable {
  /// The least width and height, in points: lower is a bar or a rule.
  package var leastWidth = 18.0
  package var leastHeight = 7.0
  /// The greatest width and height, in points.
  package var greatest = Double.infinity
  /// Dots an inch of the page that is looked at.
  package var resolution = 75.0
  /// Nothing lighter than this share of the paper is a tint: the eye does not see it, and a scanner's own shading is as dark.
  package var lightest = 0.985
  /// Darker than this is a band that print is knocked out of; lighter, one that print stands on.
  package static let dark = 0.72

  package init() {}

  /// Finds shaded squares of the size of one letter: the teeth of a comb, boxes to tick without a frame.
  package static var small: TintFinder {
    var finder = TintFinder()
    (finder.leastWidth, finder.leastHeight, finder.greatest, finder.resolution) = (6, 6, 20, 150)
    return finder
  }

  /// Lists them from the top; 300 dpi is assumed when the page does not say.
  package func tints(of page: Bitmap) throws -> [Tint] {
    let view = try View(of: page, at: resolution)
    let (small, paper) = (view.small, view.paper)
    func between(_ low: Double, _ high: Double) throws -> Bitmap {
      try unsafe view.darker(than: low).store.lend { lower in
        try unsafe view.darker(than: high).making("find tints") { unsafe pixSubtract(nil, $0, lower) }
      }
    }
    // Neighbours of unlike tone are told apart by looking for the dark and the light by themselves, and print that touches a tint by looking
    // for one tone at a time.
    let shaded = try view.darker(than: lightest)
    var light = try areas(between(Self.dark, lightest), view, strip: 1.6, share: 0.5)
    var panels: [PixelBox] = []
    for tone in stride(from: Self.dark + Self.slice / 2, to: lightest, by: Self.slice / 2) {
      let mask = try between(tone - Self.slice / 2, min(tone + Self.slice / 2, lightest))
      light += try areas(mask, view, strip: 1.6, share: 0.5)
      // Boxes to write in leave of a panel what runs around them.
      if !greatest.isFinite { panels += try areas(mask, view, strip: 1.6, share: Self.leastPanel, upright: true, height: Self.panelHeight) }
    }
    // A row of cells, some of them shaded, within lines that are blurred to a shade, is none; two bands one above the other are two.
    light = try light.filter { try shaded.ink(in: $0) * 5 > $0.area * 4 && Self.isPure($0, view) } + panels
    // What is dark throughout needs no even sides: print may stand at them.
    let solids = Set(greatest.isFinite ? [] : try solids(of: page, on: view))
    light += solids
    // No form has so many; each is compared with the others.
    if light.count > Self.most { light = [] }
    // A thick rule is as dark as a band, and not as high. A dark square of a letter's size is a mark.
    var dark: [PixelBox] = []
    if !greatest.isFinite {
      let mask = try view.darker(than: Self.dark)
      dark = try areas(mask, view, strip: 2.8, share: 0.5)
      // A band whose print takes all of its length but little at either end hangs together there, or by what little runs over and under it.
      dark += try areas(mask, view, strip: 2, share: 0.5, upright: true, isRounded: true).filter { band in !dark.contains { $0.intersection(band) != nil } }
    }
    let sharpness = min(Self.sharp / view.resolution, 1)
    let factor = max(sharpness / view.reduction, 1)
    let sharp = factor > 1 ? try page.grey().scaled(sharpness).smoothed(by: 1) : small
    var pale = try distinct(light, small, paper: paper).filter { try standsOut($0, small, paper: paper) }
    if !greatest.isFinite {
      let fine = try View(of: page, at: Self.sharp)
      pale = try distinct(pale.map { try completed($0, view) }.flatMap { try parted($0, view, fine) }, small, paper: paper)
        .filter { try !Self.isPrint(Self.enlarged($0, by: fine.reduction / view.reduction, fine.small), fine) }
    }
    return try (dark + pale).filter { try solids.contains($0) || isEven($0, by: factor, sharp, paper: paper) }.map { box in
      Tint(box: Self.enlarged(box, by: 1 / view.reduction, page), tone: Double(try small.shade(in: box, below: Int(lightest * paper))) / paper)
    }.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
  }

  /// A page reduced to what shades are looked for on.
  struct View {
    let small: Bitmap
    let paper: Double
    /// Dots an inch of the page itself, its reduction, and pixels of the reduced page a point.
    let resolution, reduction, scale: Double

    init(of page: Bitmap, at wanted: Double) throws {
      resolution = page.resolution?.x ?? 300
      reduction = min(max(wanted / resolution, 0.1), 1)
      small = try page.grey().scaled(reduction).smoothed(by: 1)
      paper = Double(try small.barePaper())
      scale = resolution * reduction / 72
    }

    func darker(than share: Double) throws -> Bitmap { try small.thresholded(Int((share * paper).rounded())) }
  }

  /// The rectangles of a mask, whatever is printed in them, that fill so much of their box and have so many points of height.
  ///
  /// Along their sides run strips free of print, so many points high, which hold them together; `upright` strips too, so many points wide.
  /// Corners may be round where it is said so: letters may end a place that they stand in as a rounded side does.
  func areas(
    _ mask: Bitmap, _ view: View, strip: Double, share: Double, upright: Bool = false, isRounded: Bool = false, height: Double = 0
  ) throws -> [PixelBox] {
    let scale = view.scale
    let (long, short) = (max(Int32(leastWidth * scale * 0.8), 1), max(Int32((strip * scale).rounded()), 1))
    let strips = try unsafe mask.making("find tints") { mask in
      let across = unsafe pixOpenBrick(nil, mask, long, short)
      // A mark in a square leaves of its middle only what runs down its sides.
      guard greatest.isFinite || upright else { return unsafe across }
      var down = unsafe pixOpenBrick(nil, mask, short, long)
      defer { unsafe pixDestroy(&down) }
      return unsafe pixOr(across, across, down)
    }
    return try strips.components().map { try Self.trimmed($0, mask) }.filter { box in
      try Double(box.width) >= leastWidth * scale && Double(box.height) >= max(leastHeight, height) * scale
        && Double(max(box.width, box.height)) <= greatest * scale && Double(mask.ink(in: box)) > share * Double(box.area)
        && Self.hasEvenRim(box, mask, isRounded: isRounded)
        // More runs around a panel than the lines of a table.
        && (Double(box.height) < Self.panelHeight * scale || Self.hasEvenRim(box.grown(-2, -2), mask))
    }
  }

  /// The rectangles that are dark throughout when print counts as dark: a band hardly higher than its print leaves no strip free of it.
  ///
  /// No line is so high, and no letter so wide.
  private func solids(of page: Bitmap, on view: View) throws -> [PixelBox] {
    let fine = try View(of: page, at: Self.sharp)
    let (long, short) = (Int32(leastWidth * fine.scale * 0.8), Int32(leastHeight * fine.scale * 0.6))
    return try stride(from: Self.dark + Self.slice, to: lightest, by: Self.slice).flatMap { tone in
      let solid = try unsafe fine.darker(than: tone).making("find tints") { unsafe pixOpenBrick(nil, $0, max(long, 1), max(short, 1)) }
      let grid = try InkGrid(solid)
      let pieces = try solid.components().flatMap { Self.rectangles(of: $0, grid) }
      let full = try pieces.filter { box in
        let isLarge = Double(box.width) >= leastWidth * fine.scale && Double(box.height) >= leastHeight * fine.scale
        return try isLarge && Double(solid.ink(in: box)) >= Self.fullness * Double(box.area)
      }
      let bands = try full.map { try unlined($0, fine) }.filter { try Double(fine.small.medianTone(in: $0)) >= Self.dark * fine.paper && Self.isPure($0, fine) && !Self.isPrint($0, fine) }
      return bands.map { Self.enlarged($0, by: view.reduction / fine.reduction, view.small) }
    }
  }

  /// A piece in the parts one above the other that are of one width each: cells of two rows hang together by the line between them.
  private static func rectangles(of piece: PixelBox, _ grid: InkGrid) -> [PixelBox] {
    var (parts, last) = ([PixelBox](), PixelBox?.none)
    for y in piece.y..<piece.maxY {
      guard let first = (piece.x..<piece.maxX).first(where: { grid[$0, y] }), let end = (piece.x..<piece.maxX).last(where: { grid[$0, y] }) else { continue }
      let row = PixelBox(x: first, y: y, width: end + 1 - first, height: 1)
      // Of a page that lies askew a side moves by a pixel at most from row to row; grain and print at a side take a few.
      if let above = last, abs(above.x - row.x) <= 4, abs(above.maxX - row.maxX) <= 4 { parts[parts.count - 1] = parts[parts.count - 1].union(row) } else { parts.append(row) }
      last = row
    }
    return parts
  }

  /// A box without the lines drawn along its sides.
  private func unlined(_ box: PixelBox, _ view: View) throws -> PixelBox {
    let least = Double(try view.small.medianTone(in: box)) - Self.slice / 2 * view.paper
    let thick = Int((Self.line * view.scale).rounded(.up))
    var sides = (left: box.x, top: box.y, right: box.maxX, bottom: box.maxY)
    func isLine(_ x: Int, _ y: Int, _ width: Int, _ height: Int) throws -> Bool {
      Double(try view.small.medianTone(in: PixelBox(x: x, y: y, width: width, height: height))) < least
    }
    for _ in 0..<thick where try isLine(box.x, sides.top, box.width, 1) { sides.top += 1 }
    for _ in 0..<thick where try isLine(box.x, sides.bottom - 1, box.width, 1) { sides.bottom -= 1 }
    for _ in 0..<thick where try isLine(sides.left, box.y, 1, box.height) { sides.left += 1 }
    for _ in 0..<thick where try isLine(sides.right - 1, box.y, 1, box.height) { sides.right -= 1 }
    return PixelBox(x: sides.left, y: sides.top, width: sides.right - sides.left, height: sides.bottom - sides.top)
  }

  /// Whether most of a box is of one tone.
  private static func isPure(_ box: PixelBox, _ view: View) throws -> Bool {
    let tones = try view.small.cropped(to: box).histogram()
    let tone = tones.tone(below: 0.5)
    let alike = tones.counts.enumerated().reduce(0) { $0 + (Double(abs($1.offset - tone)) <= slice * view.paper ? $1.element : 0) }
    return Double(alike) >= purity * Double(box.area)
  }

  /// The share of a band that is of its own tone; the rest is print.
  private static let purity = 0.6

  /// What a line around a band may be thick, blurred, in points.
  private static let line = 2.5

  /// The share of its box that such a band fills: a page that lies askew by a tenth of a degree takes a corner off it.
  private static let fullness = 0.85

  /// The least share of a panel that boxes to write in leave of it, and its least height in points: two rows of them.
  private static let leastPanel = 0.2
  private static let panelHeight = 40.0

  /// The span of tones that one tint may have, as a share of the paper's: light falls off by a few hundredths over a page.
  private static let slice = 0.08

  /// The most light tints, or white boxes, that are looked at: many times what a page of combs has, in every slice of tones.
  static let most = 4_000

  /// The larger of boxes that lie on one another for the most part, or of which one is a part of the other without print on it.
  private func distinct(_ boxes: [PixelBox], _ page: Bitmap, paper: Double) throws -> [PixelBox] {
    var kept: [(box: PixelBox, tone: Int)] = []
    for box in boxes.sorted(by: { $0.area > $1.area }) {
      let tone = try page.shade(in: box, below: Int(lightest * paper))
      // Between boxes to write in a panel is hardly higher than the print on it, which darkens half of what is seen there.
      let light = try page.shade(in: box, below: Int(lightest * paper), quantile: 0.75)
      let isKnown = kept.contains { known in
        (known.box.intersection(box)?.area ?? 0) * 10 > box.area * 8
          && (box.area * 2 > known.box.area || Double(min(abs(known.tone - tone), abs(known.tone - light))) < Self.slice / 2 * paper)
      }
      if !isKnown { kept.append((box, tone)) }
    }
    return kept.map(\.box)
  }

  /// A box without the rows and columns at its sides that a tint does not fill: the edge of a label's letters, blurred, is as dark as the tint that they touch.
  private static func trimmed(_ box: PixelBox, _ mask: Bitmap) throws -> PixelBox {
    var sides = (left: box.x, top: box.y, right: box.maxX, bottom: box.maxY)
    func isFilled(_ x: Int, _ y: Int, _ width: Int, _ height: Int) throws -> Bool {
      try mask.ink(in: PixelBox(x: x, y: y, width: width, height: height)) * 10 >= width * height * 8
    }
    for _ in 0..<box.height / 4 where try !isFilled(box.x, sides.top, box.width, 1) { sides.top += 1 }
    for _ in 0..<box.height / 4 where try !isFilled(box.x, sides.bottom - 1, box.width, 1) { sides.bottom -= 1 }
    let height = sides.bottom - sides.top
    for _ in 0..<box.width / 4 where try !isFilled(sides.left, sides.top, 1, height) { sides.left += 1 }
    for _ in 0..<box.width / 4 where try !isFilled(sides.right - 1, sides.top, 1, height) { sides.right -= 1 }
    return PixelBox(x: sides.left, y: sides.top, width: sides.right - sides.left, height: height)
  }

  /// Strips along the four sides of a box, so many pixels within it; beyond it when negative.
  static func strips(_ box: PixelBox, within inset: Int) -> [PixelBox] {
    let inner = box.grown(-inset, -inset)
    return [
      PixelBox(x: inner.x, y: inner.y, width: inner.width, height: 1),
      PixelBox(x: inner.x, y: inner.maxY - 1, width: inner.width, height: 1),
      PixelBox(x: inner.x, y: inner.y, width: 1, height: inner.height),
      PixelBox(x: inner.maxX - 1, y: inner.y, width: 1, height: inner.height),
    ]
  }

  /// Whether a light tint is of another tone than what lies around it, by nearly half of what tells it from paper; parts of one printed in dots are not.
  /// A label may touch one side of a place. A square of a letter's size stands on lighter ground.
  private func standsOut(_ box: PixelBox, _ page: Bitmap, paper: Double) throws -> Bool {
    let tone = Double(try page.shade(in: box, below: Int(lightest * paper)))
    let least = (paper - tone) * 0.4
    // A line drawn around it is as dark, blurred, as the tint: beyond it lies what it stands on.
    let telling = try (0..<4).count { side in
      try (greatest.isFinite ? [-3] : [-3, -5]).contains { distance in
        guard let strip = Self.strips(box, within: distance)[side].intersection(page.bounds) else { return false }
        let outside = Double(try page.medianTone(in: strip))
        return greatest.isFinite ? outside - tone >= least : abs(outside - tone) >= least
      }
    }
    return telling >= (greatest.isFinite ? 4 : 3)
  }

  /// A tint with what of it lies beyond print on it: an entry cuts a place to write in into pieces, a label of two lines its cell.
  private func completed(_ box: PixelBox, _ view: View) throws -> PixelBox {
    let (page, paper) = (view.small, view.paper)
    let tone = Double(try page.shade(in: box, below: Int(lightest * paper)))
    let span = (paper - tone) / 2
    /// How many pixels of a strip across are of the tint's tone; nil where the strip is a wall, drawn or left white, or letters on paper: over and under
    /// these a sixth of a row is free at least.
    func tinted(_ strip: PixelBox) throws -> Int? {
      let greys = try page.cropped(to: strip).greyBytes().map(Double.init)
      let lighter = greys.count { $0 >= tone + span }
      let alike = greys.count { abs($0 - tone) < span }
      // A letter as high as the place is darker in its middle than at one end or the other; a line drawn there is not.
      let isLetter = max(greys[0], greys[greys.count - 1]) - greys[greys.count / 2] > span
      return lighter * 6 > greys.count || lighter + alike == 0 && !isLetter ? nil : alike
    }
    /// The last column of the tint in a direction; a letter or two may fill its height.
    func end(from start: Int, by step: Int) throws -> Int {
      var (end, next) = (start, start + step)
      while next >= 0, next < page.width, abs(next - end) <= Int(Self.letters * view.scale),
        let alike = try tinted(PixelBox(x: next, y: box.y, width: 1, height: box.height))
      {
        if alike * 15 >= box.height { end = next }
        next += step
      }
      return end
    }
    // A line drawn at its side, blurred, is as dark as it may be.
    func isLine(_ width: Int) -> Bool { Double(width) <= Self.line * view.scale * 2 }
    var (left, right) = try (end(from: box.x, by: -1), end(from: box.maxX - 1, by: 1))
    if isLine(box.x - left) { left = box.x }
    if isLine(right + 1 - box.maxX) { right = box.maxX - 1 }
    /// The last row of a line of print right over or under the tint: what a line drawn between two rows of cells divides is not looked at.
    func printed(from start: Int, by step: Int) throws -> Int {
      var (end, next) = (start, start + step)
      while next >= 0, next < page.height, abs(next - start) <= Int(Self.letters * view.scale), abs(next - end) <= 2,
        let alike = try tinted(PixelBox(x: left, y: next, width: right + 1 - left, height: 1))
      {
        // Between its letters the tint is seen; a darker band leaves of it the blurred pixels at its ends.
        if alike <= 4 { break }
        if alike * 100 < (right + 1 - left) * 85 { end = next }
        next += step
      }
      return end
    }
    let (top, bottom) = try (printed(from: box.y, by: -1), printed(from: box.maxY - 1, by: 1))
    return PixelBox(x: left, y: top, width: right + 1 - left, height: bottom + 1 - top)
  }

  /// A tint in the parts that white lines right across it make of it: places one under the other.
  private func parted(_ box: PixelBox, _ view: View, _ fine: View) throws -> [PixelBox] {
    let factor = fine.reduction / view.reduction
    let inner = Self.enlarged(box, by: factor, fine.small).grown(-2, -2)
    guard Double(box.height) >= leastHeight * 2 * view.scale, inner.width > 4, inner.height > 4 else { return [box] }
    let tone = Double(try fine.small.shade(in: inner, below: Int(lightest * fine.paper)))
    let (white, margin) = (Int(tone + (fine.paper - tone) * 0.3), min(Int(Self.margin * fine.scale), inner.width))
    var (gaps, start) = ([Range<Int>](), Int?.none)
    for y in inner.y..<inner.maxY {
      let tones = try fine.small.cropped(to: PixelBox(x: inner.x, y: y, width: inner.width, height: 1)).histogram().counts
      // A place to write in that is nearly as wide as its panel leaves of it the margins.
      let isGap = try tones[white...].reduce(0, +) * 100 >= inner.width * 98
        && [inner.x, inner.maxX - margin].allSatisfy { try fine.small.medianTone(in: PixelBox(x: $0, y: y, width: margin, height: 1)) >= white }
      if isGap { start = start ?? y } else if let from = start { (gaps, start) = (gaps + [from..<y], nil) }
    }
    gaps = gaps.filter { Double($0.count) <= Self.line * 2 * fine.scale }
    if gaps.isEmpty { return [box] }
    func coarse(_ y: Int) -> Int { Int((Double(y) / factor).rounded()) }
    let tops = [box.y] + gaps.map { coarse($0.upperBound) }
    let feet = gaps.map { coarse($0.lowerBound) } + [box.maxY]
    return zip(tops, feet).map { PixelBox(x: box.x, y: $0, width: box.width, height: $1 - $0) }.filter { Double($0.height) >= leastHeight * view.scale }
  }

  /// What is looked at of a panel's margins, in points: half of the narrowest that forms leave beside their places.
  private static let margin = 4.0
  /// The width of letters that fill the height of a low place, in points.
  private static let letters = 12.0

  /// Whether the tint runs along all four sides, or those between rounded corners: print keeps away from them, and a line of print has no sides.
  private static func hasEvenRim(_ box: PixelBox, _ mask: Bitmap, isRounded: Bool = false) throws -> Bool {
    guard min(box.width, box.height) > 4 else { return false }
    let corner = isRounded ? min(box.width, box.height) / 3 : 0
    return try Self.strips(box, within: 1).map { $0.width > $0.height ? $0.grown(-corner, 0) : $0.grown(0, -corner) }
      .allSatisfy { try mask.ink(in: $0) * 10 >= $0.area * 8 }
  }

  /// Dots an inch at which a row of blurred letters is told from a tint.
  private static let sharp = 150.0
  /// By how much the tones along a tint's sides may differ there, as a share of the paper's: what a printer's dots and the scanner's cells leave
  /// together; letters differ by half of it. A square of a letter's size must be more even.
  private var evenness: Double { greatest.isFinite ? 0.1 : 0.2 }

  /// Whether a box has one tone along its sides, seen more sharply: those of a word, blurred into a box, are letters and gaps.
  private func isEven(_ box: PixelBox, by factor: Double, _ sharp: Bitmap, paper: Double) throws -> Bool {
    let sides = try Self.strips(Self.enlarged(box, by: factor, sharp), within: factor > 1.5 ? 3 : 1).compactMap { $0.intersection(sharp.bounds) }
      .map { try sharp.cropped(to: $0).histogram() }
    let all = Histogram(counts: (0..<256).map { tone in sides.reduce(0) { $0 + $1.counts[tone] } })
    return Double(all.tone(below: 0.9) - all.tone(below: 0.1)) <= evenness * paper
  }

  /// Whether a low box is a line of dense print, close under a rule as often as not: there is paper between letters. A higher panel has boxes of paper.
  private static func isPrint(_ box: PixelBox, _ view: View) throws -> Bool {
    guard Double(box.height) < textHeight * view.scale else { return false }
    let tones = try view.small.cropped(to: box).histogram()
    let (middle, light) = (Double(tones.tone(below: 0.5)), Double(tones.tone(below: 0.95)))
    return light > paperTone * view.paper && light - middle > gapTone * view.paper
  }

  /// Points of height that a line of print takes at most, with a line over it.
  private static let textHeight = 12.0
  /// The tone, as a share of the paper's, that the lightest places of a shade hardly reach, and by how much the gaps of print are lighter than print and
  /// gaps in the middle: a shade's grain, averaged, is less than half of it.
  private static let (paperTone, gapTone) = (0.97, 0.06)

  static func enlarged(_ box: PixelBox, by factor: Double, _ page: Bitmap) -> PixelBox {
    func whole(_ value: Int) -> Int { Int((Double(value) * factor).rounded()) }
    let large = PixelBox(x: whole(box.x), y: whole(box.y), width: whole(box.maxX) - whole(box.x), height: whole(box.maxY) - whole(box.y))
    return large.intersection(page.bounds) ?? large
  }
}

extension Bitmap {
  /// The middle tone of a box of a grey page.
  func medianTone(in box: PixelBox) throws -> Int {
    try cropped(to: box).histogram().tone(below: 0.5)
  }
  /// The middle tone of what is darker than so much in a box: of a panel, and not of the boxes in it.
  fileprivate func shade(in box: PixelBox, below limit: Int, quantile: Double = 0.5) throws -> Int {
    Histogram(counts: try cropped(to: box).histogram().counts.enumerated().map { $0 < limit ? $1 : 0 }).tone(below: quantile)
  }
}
