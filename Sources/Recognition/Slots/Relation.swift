import Forms

/// How a label stands to the place it names.
enum Relation: Hashable, Sendable, CaseIterable {
  case inside, left, above, below

  /// The cost of reading a label as naming a place in this relation, in arbitrary units of about 20 points; nil when it cannot.
  ///
  /// The limits are those of forms on paper: a label names what follows it on its line within a hand's breadth, or what stands
  /// within three lines under it; a caption stands right under its line.
  ///
  /// A label of several lines stands left of a place by any of its lines, and above it by its last.
  func cost(lines: [Box], place: Box, gapLabels: [Box]) -> Double? {
    let whole = lines.dropFirst().reduce(lines[0]) { $0.union($1) }
    switch self {
    case .inside:
      // The place may be drawn around the last line alone.
      return cost(label: whole, place: place, gapLabels: gapLabels)
        ?? (lines.count > 1 ? cost(label: lines[lines.count - 1], place: place, gapLabels: gapLabels).map { $0 + 0.5 } : nil)
    case .left: return lines.compactMap { cost(label: $0, place: place, gapLabels: gapLabels) }.min()
    case .above: return cost(label: lines[lines.count - 1], place: place, gapLabels: gapLabels)
    case .below: return cost(label: lines[0], place: place, gapLabels: gapLabels)
    }
  }

  private func cost(label: Box, place: Box, gapLabels: [Box]) -> Double? {
    let blocked = { (space: Box?) -> Bool in
      guard let space else { return false }
      return gapLabels.contains { $0.share(in: space) > 0.5 }
    }
    switch self {
    case .inside:
      guard label.share(in: place) > 0.7 else { return nil }
      let room = max(place.y1 - label.y1 - 7, label.y0 - place.y0 - 7, (place.x1 - label.x1) / 3 - 6)
      return room > 0 ? 0 : nil
    case .left:
      let gap = place.x0 - label.x1
      guard gap > -4, gap < 160, label.midY > place.y0 - 3, label.midY < place.y1 + 4 else { return nil }
      if blocked(gap > 1 ? Box(label.x1, label.y0, place.x0, label.y1) : nil) { return nil }
      return 1 + max(0, gap) / 25 + abs(label.midY - place.midY) / 20
    case .above:
      let gap = place.y0 - label.y1
      let shift = min(abs(label.x0 - place.x0), abs(label.midX - place.midX))
      guard gap > -max(4, label.height * 0.6), gap < 26, label.x1 > place.x0, label.x0 < place.x1 else { return nil }
      if blocked(gap > 1 ? Box(label.x0, label.y1, label.x1, place.y0) : nil) { return nil }
      return 1 + max(0, gap) / 10 + min(shift, 100) / 30
    case .below:
      let gap = label.y0 - place.y1
      let shift = min(abs(label.x0 - place.x0), abs(label.midX - place.midX))
      guard gap > -4, gap < 16, label.x1 > place.x0, label.x0 < place.x1 else { return nil }
      return 2 + max(0, gap) / 8 + min(shift, 100) / 30
    }
  }
}
