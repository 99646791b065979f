import CLeptonica

// White boxes in a shade: places to write in that no line is drawn around.
extension TintFinder {
  /// Lists the rectangles of paper that a darker, even shade surrounds, from the top, whatever is printed or written in them.
  package func holes(of page: Bitmap) throws -> [PixelBox] {
    let view = try View(of: page, at: Self.fine)
    var (found, teeth) = ([PixelBox](), [PixelBox]())
    func isKnown(_ box: PixelBox, _ known: [PixelBox]) -> Bool { known.contains { ($0.intersection(box)?.area ?? 0) * 2 > min($0.area, box.area) } }
    for tone in Self.thresholds {
      let white = try unsafe view.darker(than: tone).making("find holes") { unsafe pixInvert(nil, $0) }
      for box in try areas(white, view, strip: 1.6, share: 0.5) {
        if try isSurrounded(box, by: Self.beyond, view) {
          if !isKnown(box, found) { found.append(box) }
        } else if greatest.isFinite, !isKnown(box, teeth), try isSurrounded(box, by: Self.wall, view) {
          teeth.append(box)
        }
        if found.count + teeth.count > Self.most { return [] }
      }
    }
    // What a line alone surrounds is a comb's tooth where another stands beside it; the stem of a letter may close a place as a line does.
    let wall = Int((Self.beyond * view.scale).rounded(.up))
    found += teeth.filter { tooth in
      !isKnown(tooth, found) && (teeth + found).contains { other in
        other != tooth && abs(other.y - tooth.y) <= 2 && abs(other.maxY - tooth.maxY) <= 2 && other.grown(wall, 0).intersection(tooth) != nil
      }
    }
    return found.map { Self.enlarged($0, by: 1 / view.reduction, page) }.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
  }

  /// What divides paper from shades of every tone, as a share of the paper's; the lightest last, in which noise makes holes.
  private static let thresholds = [0.86, 0.92, 0.95, 0.97]

  /// Whether what lies around a box, so many points away, is darker than itself on all sides, by as much as a shade is, and of one tone.
  private func isSurrounded(_ box: PixelBox, by points: Double, _ view: View) throws -> Bool {
    let inside = try Self.strips(box, within: 1).map { try view.small.medianTone(in: $0) }
    let beyond = Int((points * view.scale).rounded(.up))
    let outside = try Self.strips(box, within: -beyond).compactMap { $0.intersection(view.small.bounds) }.map { try view.small.medianTone(in: $0) }
    guard outside.count == 4, let lightest = outside.max(), let darkest = outside.min(), let least = inside.min(), let most = inside.max() else { return false }
    return Double(least - lightest) >= (1 - self.lightest) * 2 * view.paper && Double(lightest - darkest) <= Self.span * view.paper
      && Double(most - least) <= Self.span * view.paper
  }

  /// Dots an inch of the page that is looked at: boxes lie closer to one another than panels do.
  private static let fine = 150.0
  /// Points outside a box where its shade is looked for: beyond a line drawn around it, and not yet in the next box.
  private static let beyond = 2.5
  /// Points outside a tooth where the line around it is looked for: the next tooth is no further than two of them.
  private static let wall = 0.7

  /// By how much the tones around one box may differ, as a share of the paper's: its shade, and the edge of what is printed near it.
  private static let span = 0.1
}
