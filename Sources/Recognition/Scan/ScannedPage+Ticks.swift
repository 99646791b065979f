import Forms
import Imaging

/// The boxes to tick of a scanned page, and what stands in them.
extension ScannedPage {
  /// Judges the ink in a tick box by its share of the box's middle.
  ///
  /// Fitted on 259 boxes of 24 office scans (24 layouts; squares, rounded squares, circles; ticks, crosses, dots): the middle of an empty
  /// box held no ink in all but a few, whose frame was not found exactly, and these held at most 16 %; marked ones held at least 39 %.
  /// What lies between, a mark that spans less than a third of the box, and a box blackened all over are for a person to judge; a dot or
  /// a square that leaves paper between itself and the frame, or in three of its corners, is a mark.
  /// `onShade` says that the page's boxes are shaded: one shaded box among white ones is marked, or was struck out.
  func tick(_ found: TickBox, onShade: Bool = false) throws -> TickFrame {
    let measure = try ink.inkShare(in: found.frame, shape: found.shape)
    if measure.share >= 0.8, let shaded = try shadedTick(measure.interior) {
      let state = onShade ? shaded : .ambiguous
      return TickFrame(box: box(found.frame), state: state, source: .mark, confidence: state == .ambiguous ? 0.5 : 0.97)
    }
    let extent = measure.extent.map { Double(max($0.width, $0.height)) / Double(max(1, measure.interior.width)) } ?? 0
    let isBlackened = try measure.core >= 0.96 && measure.share >= 0.8 && measure.paperCorners < 3 && !(found.shape == .round && holdsDot(found.frame))
    let state: TickFrame.State =
      measure.core < 0.04 && measure.share < 0.3 ? try isBare(measure.interior) ? .off : .ambiguous : measure.core > 0.25 && !isBlackened && extent > 0.33 ? .on : .ambiguous
    return TickFrame(
      box: box(found.frame), state: state, source: .mark, confidence: state == .ambiguous ? 0.5 : 0.97,
      isFilled: try isBlackened && ink.isNeatlyFilled(found.frame))
  }

  /// Whether a round frame holds a dot in greys: its gap to the line may be too narrow and too dark to be paper in black and white.
  private func holdsDot(_ frame: PixelBox) throws -> Bool {
    guard let middle = frame.grown(-frame.width / 3, -frame.height / 3).intersection(raw.bounds), middle.area > 0 else { return false }
    let greys = try raw.cropped(to: middle).greyBytes().sorted()
    let dot = Int(greys[greys.count / 2])
    let area = frame.intersection(raw.bounds) ?? middle
    return try raw.cropped(to: area).bilevel(.fixed(dot + (paper - dot) * Self.gapTone / 100)).holdsDot(frame.moved(-area.x, -area.y))
  }

  /// How much lighter a gap is than a dot, in hundredths of the way to paper: ink is uneven by less.
  private static let gapTone = 25

  /// Greys that a pale mark is darker than what it stands on, and the share of a box's middle that one takes: a thin cross has a tenth.
  private static let (paleTone, paleShare) = (18, 0.05)

  /// Whether nothing in a box is darker than most of it by as much as a pencil's faintest mark is.
  private func isBare(_ interior: PixelBox) throws -> Bool {
    // A box too small to have a middle has no room for a mark either.
    guard let middle = interior.grown(-interior.width * 15 / 100, -interior.height * 15 / 100).intersection(raw.bounds), middle.area > 0 else { return true }
    let greys = try raw.cropped(to: middle).greyBytes().sorted()
    let limit = Int(greys[greys.count / 2]) - Self.paleTone
    return Double(greys.count { Int($0) < limit }) < Double(greys.count) * Self.paleShare
  }

  /// Whether a box is filled with a shade that print could be seen on.
  func isShaded(_ found: TickBox) throws -> Bool {
    let measure = try ink.inkShare(in: found.frame, shape: found.shape)
    return try measure.share >= 0.8 && shadedTick(measure.interior) != nil
  }

  /// The darkest shade of a box to tick, as a share of the paper's tone: print in it must be seen.
  private static let darkest = 0.45
  /// By how much a shade's lighter places are lighter than it, as a share of the paper's tone: a printer's dots and a scanner's noise.
  private static let unevenShade = 0.15
  /// Greys of a mark in a shaded box, as a share of the shade's.
  private static let markTone = 0.62

  /// Judges the marks on the shade of a box that is shaded all over; nil where it is black.
  private func shadedTick(_ interior: PixelBox) throws -> TickFrame.State? {
    let inside = try raw.cropped(to: interior)
    let greys = try inside.greyBytes().sorted()
    let tone = Double(greys[greys.count / 2])
    // A shade is even all over; what is paper in part is a mark in a small box, blurred.
    guard tone > Double(paper) * Self.darkest, Double(greys[greys.count * 9 / 10]) - tone < Double(paper) * Self.unevenShade else { return nil }
    let marks = try inside.bilevel(.fixed(Int(tone * Self.markTone)))
    let middle = marks.bounds.grown(-marks.width * 15 / 100, -marks.height * 15 / 100)
    let core = Double(try marks.ink(in: middle)) / Double(max(middle.area, 1))
    return core < 0.04 ? .off : core > 0.15 ? .on : .ambiguous
  }

  /// Judges what stands between two brackets: a letter or a mark has a third of their height at least, as a small x has; less is for a person to judge.
  func tick(_ pair: BracketFinder.Pair) throws -> TickFrame {
    let tallest = try ink.cropped(to: pair.inside).components().map { max($0.width, $0.height) }.max() ?? 0
    let isBlank = try Double(tallest) < scale / 2 && isBare(pair.inside)
    let state: TickFrame.State = isBlank ? .off : tallest * 3 >= pair.frame.height ? .on : .ambiguous
    return TickFrame(box: box(pair.frame), state: state, source: .mark, confidence: state == .ambiguous ? 0.5 : 0.97)
  }

  /// Judges the ink where a tick box is expected.
  func tick(at expected: Box) -> TickFrame? { try? tick(TickBox(frame: pixels(expected), shape: .square)) }

  /// The shaded squares that stand alone: side by side they are a comb.
  var shadedBoxes: [TickBox] {
    teeth.filter { box in
      !teeth.contains { $0 != box && $0.intersection(box.grown(box.width * 3 / 5, 0)) != nil }
    }.map { TickBox(frame: $0, shape: .square) }
  }

  /// Leaves out letters that look like boxes (a D, an O): a page's boxes are square, and about as large as most of the larger ones; its
  /// circles are of one size, that of most of them.
  static func boxesAlike(_ found: [TickBox]) -> [TickBox] {
    let square = found.filter { abs($0.frame.width - $0.frame.height) * 8 <= max($0.frame.width, $0.frame.height) }
    let sides = square.map(\.frame.width).sorted()
    guard !sides.isEmpty else { return [] }
    // A pale line may be lost on one side.
    func side(_ box: TickBox) -> Int { max(box.frame.width, box.frame.height) }
    let circles = square.filter { $0.shape == .round }.map(side)
    func alike(_ side: Int) -> Int { circles.count { abs($0 - side) * 12 <= side } }
    // Letters, of which a page may have more, are smaller than its circles.
    let most = circles.map(alike).max() ?? 0
    let largest = circles.filter { alike($0) * 3 >= most * 2 }.max() ?? 0
    let usual = circles.filter { abs($0 - largest) * 12 <= largest }.max { (alike($0), $0) < (alike($1), $1) } ?? 0
    // One circle among squares is a letter.
    let isStray = alike(usual) == 1 && square.count > circles.count + 3
    return square.filter { box in
      box.frame.width * 4 >= sides[sides.count * 3 / 4] * 3 && (box.shape == .square || !isStray && abs(side(box) - usual) * 12 <= usual)
    }
  }
}
