import Forms

/// The captions « ANNÉE MOIS JOUR » of a date, in this order on one line.
struct DateCaptions {
  var words: [Int]
  var year: Box
  var month: Box
  var day: Box

  var box: Box { year.union(month).union(day) }

  /// Points from one caption to the next: a date may take the width of a form.
  private static let reach = 260.0
  /// Points from a caption to the place beside it: the rest of its own cell.
  private static let step = 40.0
  /// Points that the lowest figures take.
  private static let figures = 7.0
  private static let years: Set<String> = ["annee", "aaaa", "an", "year", "yyyy"]
  private static let months: Set<String> = ["mois", "mm", "month"]
  private static let days: Set<String> = ["jour", "jj", "day", "dd"]

  /// Whether a printed word says how a date is written.
  static func isHint(_ word: String) -> Bool {
    guard mayBeCaption(word) else { return false }
    let fold = folded(word)
    return years.contains(fold) || months.contains(fold) || days.contains(fold) || fold.hasPrefix("aaaa")
  }

  /// Whether a word may be one of these: hardly any of a page begins as they do, the others need no folding.
  private static func mayBeCaption(_ word: String) -> Bool {
    guard let first = word.utf8.first, (0x41...0x5A).contains(first & 0xDF) else { return true }
    return "AYMDJ".utf8.contains(first & 0xDF)
  }

  /// Every set of captions of a page.
  static func all(on page: PageContent) -> [DateCaptions] {
    func next(_ names: Set<String>, after box: Box) -> Int? {
      page.words.indices.filter { index in
        let other = page.words[index].box
        return abs(other.midY - box.midY) < max(3, box.height * 0.6) && other.x0 > box.x1 - 2 && other.x0 - box.x1 < reach
          && names.contains(folded(page.words[index].text))
      }.min { page.words[$0].box.x0 < page.words[$1].box.x0 }
    }
    return page.words.indices.compactMap { index in
      guard mayBeCaption(page.words[index].text), years.contains(folded(page.words[index].text)), let month = next(months, after: page.words[index].box),
        let day = next(days, after: page.words[month].box)
      else { return nil }
      return DateCaptions(
        words: [index, month, day], year: page.words[index].box, month: page.words[month].box, day: page.words[day].box)
    }
  }

  /// Whether the captions are in brackets: « (ANNÉE MOIS JOUR) ».
  func isBracketed(on page: PageContent) -> Bool { page.words[words[0]].text.hasPrefix("(") && page.words[words[2]].text.hasSuffix(")") }

  /// The boxes to tick of a page, without those of a month and a day, which are as small.
  static func boxesToTick(on page: PageContent) -> [TickFrame] {
    let captions = all(on: page)
    let boxes = page.ticks.map(\.box)
    return page.ticks.filter { tick in tick.source == .widget || !captions.contains { $0.names(tick.box) || $0.leads(to: tick.box, touching: boxes) } }
  }

  /// Whether a small box is one that a caption stands right over, under or in.
  private func names(_ place: Box) -> Bool {
    [year, month, day].contains { caption in
      let common = min(place.x1, caption.x1) - max(place.x0, caption.x0)
      return common > min(place.width, caption.width) * 0.5 && place.y0 - caption.y1 < 8 && caption.y0 - place.y1 < 8
    }
  }

  /// Whether a small box is a tooth of the comb that stands right beside a caption: it touches another.
  private func leads(to place: Box, touching others: [Box]) -> Bool {
    let captions = [year, month, day]
    let isBeside = captions.contains { caption in
      guard place.y0 < caption.midY, place.y1 > caption.midY, place.x0 > caption.x1 - 2 else { return false }
      // Four figures of a year.
      let end = captions.map(\.x0).filter { $0 > caption.x1 }.min() ?? caption.x1 + Self.step + place.width * 4
      return place.x1 < end + 2 && place.x0 - caption.x1 < Self.step + place.width * 3
    }
    return isBeside && others.contains { $0 != place && abs($0.midY - place.midY) < 2 && min(abs($0.x0 - place.x1), abs($0.x1 - place.x0)) < 2 }
  }

  /// The places right beside the captions, those before the next caption each, and none with a caption in it.
  private func beside(among slots: [Slot]) -> [Slot]? {
    let captions = [year, month, day]
    let free = slots.filter { slot in !captions.contains { slot.box.contains(x: $0.midX, y: $0.midY) } }
    let places = captions.enumerated().map { rank, caption -> [Slot] in
      let end = rank < 2 ? captions[rank + 1].x0 : caption.x1 + Self.reach
      let level = free.filter { slot in
        slot.box.y0 < caption.midY && slot.box.y1 > caption.midY && slot.box.x0 > caption.x1 - 2 && slot.box.x1 < end + 2
      }
      guard
        let first = level.filter({ $0.box.x0 - caption.x1 < Self.step })
          .min(by: { ($0.isEntry ? 0 : 1, $0.box.x0) < ($1.isEntry ? 0 : 1, $1.box.x0) })
      else { return [] }
      // Two teeth make no comb yet, and stand each alone.
      var teeth = [first]
      while let last = teeth.last, let next = level.first(where: { $0.isEntry == last.isEntry && abs($0.box.x0 - last.box.x1) < 2 && $0.box.x0 > last.box.x0 }),
        abs(next.box.width - first.box.width) < 4
      {
        teeth.append(next)
      }
      return teeth
    }
    return places.contains(where: \.isEmpty) ? nil : places.flatMap { $0 }
  }

  /// The places of every set of captions of a page. Between two rows of lines that suit a set alike, its side is that of most others.
  static func places(of captions: [DateCaptions], among slots: [Slot]) -> [[Slot]] {
    let first = captions.map { $0.places(among: slots) }
    let isUnder = zip(captions, first).compactMap { set, places in places.first.map { $0.box.y1 > set.box.y1 + figures } }
    let under = isUnder.count { $0 }
    guard isUnder.count > 2, under > 0, under < isUnder.count, under * 2 != isUnder.count else { return first }
    return captions.map { $0.places(among: slots, favourite: under * 2 > isUnder.count ? .above : .below) }
  }

  /// The places the captions stand over, under, in or beside; where several suit alike, on the side told.
  ///
  /// Where each caption stands in a box of its own with room for figures, those three are the places.
  func places(among slots: [Slot], favourite: Relation? = nil) -> [Slot] {
    if let beside = beside(among: slots) { return beside }
    let own = [year, month, day].compactMap { caption in
      // Figures of 8 points and a little air.
      slots.first { $0.origin != .line && caption.share(in: $0.box) > 0.8 && max(caption.y0 - $0.box.y0, $0.box.y1 - caption.y1) >= 9 }
    }
    if own.count == 3, Set(own.map(\.box)).count == 3, !own.contains(where: \.isEntry) { return own }
    let span = box.grown(16, 0)
    /// How far a place stands from the captions' line, on the side where it stands; nil when it has nothing to do with them.
    func distance(_ slot: Slot) -> (side: Relation, gap: Double)? {
      let common = min(slot.box.x1, span.x1) - max(slot.box.x0, span.x0)
      let bears = [year, month, day].contains { $0.midX > slot.box.x0 && $0.midX < slot.box.x1 }
      guard bears || common > min(slot.box.width, span.width) * 0.5, slot.box.width < span.width + 90 else { return nil }
      // The room over a line may begin higher than the captions that stand over its figures.
      let isUnder = slot.origin == .line && slot.box.y1 - box.y1 > Self.figures && slot.box.y0 < box.y1
      if !isUnder, slot.box.contains(x: box.midX, y: box.midY) { return (.inside, 0) }
      let (below, above) = (isUnder ? 0 : slot.box.y0 - box.y1, box.y0 - slot.box.y1)
      if below > -5, below < 12 { return (.above, max(0, below)) }
      if above > -5, above < 12 { return (.below, max(0, above)) }
      return nil
    }
    let near = slots.compactMap { slot in distance(slot).map { (slot: slot, side: $0.side, gap: $0.gap) } }
    // Rows of places over, under and around the captions: a place to each caption speaks loudest, then one with room for figures
    // beside them, then one no wider than they are.
    var best: (score: Double, row: [Slot])?
    for first in near {
      let row = near.filter {
        $0.side == first.side && $0.slot.isEntry == first.slot.isEntry
          && min(abs($0.slot.box.midY - first.slot.box.midY), abs($0.slot.box.y1 - first.slot.box.y1)) < 6
      }.map(\.slot)
      let shares = row.map { slot in [year, month, day].count { $0.midX > slot.box.x0 && $0.midX < slot.box.x1 } }
      var score = Double(shares.count { $0 == 1 }) - first.gap / 10 + (first.slot.isEntry ? 1.5 : 0) + (first.side == favourite ? 0.5 : 0)
      if first.side == .inside {
        // A line that captions stand on is the upper side of the boxes under it.
        let hasRoom = first.slot.origin != .line && max(box.y0 - first.slot.box.y0, first.slot.box.y1 - box.y1) >= 9
        score += hasRoom ? 2 : -2
      }
      if shares.contains(3), first.side != .inside, first.slot.box.width < span.width * 1.4 { score += 1 }
      if score > best?.score ?? -.infinity { best = (score, row) }
    }
    // A comb's first tooth may be closed by its frame, and be a cell in the comb's own.
    let row = best?.row ?? []
    let whole = row.filter { slot in !row.contains { $0.box.area > slot.box.area * 1.1 && slot.box.share(in: $0.box) > 0.85 } }
    return whole.sorted { $0.box.x0 < $1.box.x0 }
  }

  /// The row of a page's figures of which some stand right over each caption, or right under.
  func figures(on page: PageContent) -> Box? {
    let figures = page.words.filter { $0.text.count <= 4 && $0.text.contains(where: \.isASCIIDigit) }.map(\.box)
    func nearest(to caption: Box, isUnder: Bool) -> Box? {
      func gap(_ box: Box) -> Double { isUnder ? box.y0 - caption.y1 : caption.y0 - box.y1 }
      return figures.filter { gap($0) > -2 && gap($0) < 12 && abs($0.midX - caption.midX) < 12 }.min { gap($0) < gap($1) }
    }
    let rows = [false, true].map { isUnder in [year, month, day].compactMap { nearest(to: $0, isUnder: isUnder) } }.filter { row in
      row.count == 3 && row.allSatisfy { abs($0.midY - row[0].midY) < 3 }
    }
    return rows.count == 1 ? rows[0].dropFirst().reduce(rows[0][0]) { $0.union($1) } : nil
  }
}
