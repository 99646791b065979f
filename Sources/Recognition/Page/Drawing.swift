import Forms
import Imaging

/// What a page's graphics mean on a form: ruling lines, boxes to write in, boxes to tick, and marks of a hand.
struct Drawing {
  let rules: [Rule]
  let frames: [Box]
  /// Strokes and images that are no part of the form's drawing, strokes that belong together joined.
  let marks: [InkMark]
  private let graphics: PageGraphics

  /// Sides of a box to tick, in points: smaller is a bullet, larger a place to write.
  private static let tickSide = 4.5...20.0

  init(_ graphics: PageGraphics, page: PageContent) {
    self.graphics = graphics
    var rules: [Rule] = []
    func rule(_ box: Box) {
      if box.width >= box.height { rules.append(Rule(box: box, isHorizontal: true)) }
      else { rules.append(Rule(box: box, isHorizontal: false)) }
    }
    let strokes = Self.piecesOfStrokes(graphics.segments)
    for (index, segment) in graphics.segments.enumerated() where !segment.isWhite && !strokes.contains(index) {
      let box = Box(segment.x0, segment.y0, segment.x1, segment.y1)
      // Straight within half a point over its length.
      if (box.height < 0.5 && box.width > 2) || (box.width < 0.5 && box.height > 2) { rule(box) }
    }
    var (frames, rounded) = ([Box](), [Box]())
    for shape in graphics.shapes {
      let box = Box(shape.box)
      guard shape.isRectangle || shape.isStroked || shape.fill != nil else { continue }
      if shape.isRectangle, min(box.width, box.height) < 2.2, max(box.width, box.height) > 4, let fill = shape.fill, fill < 0.97 {
        rule(box)
        continue
      }
      // The edge of a band or a tinted panel bounds cells as a line does.
      if shape.isRectangle, min(box.width, box.height) >= 8, box.width > 20, let fill = shape.fill, fill < 0.985 { rules += Self.sides(box) }
      // A rounded or tinted box is a place to write as much as a ruled one; what a hand drew is none.
      if shape.isFrame, min(box.width, box.height) >= 8, shape.isStroked || (shape.fill ?? 1) > 0.6, Self.isSeen(shape, on: graphics) {
        frames.append(box)
        if !shape.isRectangle { rounded.append(box) }
      }
    }
    rules += Self.dottedRules(graphics.shapes)
    // No form has so many; each of the ones is held against all of the others.
    if rounded.count * rules.count > Self.mostPairs { rounded = [] }
    self.rules = rules + rounded.filter { Self.isDivided($0, by: rules) }.flatMap(Self.sides)
    self.frames = frames.filter { $0.width > 14 }
    marks = Self.marks(graphics, page: page)
  }

  /// A thousand boxes and two thousand lines.
  private static let mostPairs = 2_000_000

  private static func sides(_ box: Box) -> [Rule] {
    [box.y0, box.y1].map { Rule(box: Box(box.x0, $0, box.x1, $0), isHorizontal: true) }
      + [box.x0, box.x1].map { Rule(box: Box($0, box.y0, $0, box.y1), isHorizontal: false) }
  }

  /// Whether a line, drawn at once or cell by cell, runs from side to side of a box with round corners: it is then a table's outline, and bounds its
  /// outer cells.
  private static func isDivided(_ box: Box, by rules: [Rule]) -> Bool {
    // Lines are drawn to the middle of the outline's pen, which is 2 points wide at most.
    let reach = 1.0
    func crosses(_ isHorizontal: Bool) -> Bool {
      let (from, to) = isHorizontal ? (box.x0, box.x1) : (box.y0, box.y1)
      let (least, most) = isHorizontal ? (box.y0 + 8, box.y1 - 8) : (box.x0 + 8, box.x1 - 8)
      let inside = rules.filter { rule in
        rule.isHorizontal == isHorizontal && rule.position > least && rule.position < most && rule.end > from && rule.start < to
      }
      return Dictionary(grouping: inside) { ($0.position * 2).rounded() }.values.contains { pieces in
        pieces.sorted { $0.start < $1.start }.reduce(from) { $1.start <= $0 + reach ? max($0, $1.end) : $0 } >= to - reach
      }
    }
    return crosses(true) || crosses(false)
  }

  /// Rows of dots or dashes drawn one by one, each as the line it stands for.
  private static func dottedRules(_ shapes: [PageGraphics.Shape]) -> [Rule] {
    let dots = shapes.filter { shape in
      let box = Box(shape.box)
      // A dot, or a dash of a fine line.
      return (shape.fill ?? 1) < 0.97 && max(box.width, box.height) < (min(box.width, box.height) < 1.6 ? 6.5 : 2.2) && max(box.width, box.height) > 0.1
    }.map { Box($0.box) }
    var rules: [Rule] = []
    for isHorizontal in [true, false] {
      func along(_ box: Box) -> Double { isHorizontal ? box.x0 : box.y0 }
      func end(_ box: Box) -> Double { isHorizontal ? box.x1 : box.y1 }
      func across(_ box: Box) -> Double { isHorizontal ? box.midY : box.midX }
      var row: [Box] = []
      func close() {
        // Three dots are an ellipsis; a line has many, or dashes longer than their gaps.
        if row.count >= 10 || row.count >= 5 && row.allSatisfy({ max($0.width, $0.height) > 2 && (isHorizontal ? $0.width > $0.height : $0.height > $0.width) }) {
          rules.append(Rule(box: row.dropFirst().reduce(row[0]) { $0.union($1) }, isHorizontal: isHorizontal))
        }
        row = []
      }
      for dot in dots.sorted(by: { ((across($0) * 2).rounded(), along($0)) < ((across($1) * 2).rounded(), along($1)) }) {
        if let last = row.last, abs(across(last) - across(dot)) > 0.5 || !(-0.5...4).contains(along(dot) - end(last)) { close() }
        row.append(dot)
      }
      close()
    }
    return rules
  }

  /// Whether a shape can be told from what lies under it: one filled in white, without an outline, only on something darker.
  private static func isSeen(_ shape: PageGraphics.Shape, on graphics: PageGraphics) -> Bool {
    // No form has so many shapes; what follows looks through them for each.
    guard !shape.isStroked, let fill = shape.fill, fill > 0.985, graphics.shapes.count < 5_000 else { return true }
    let box = Box(shape.box)
    let ground = graphics.shapes.last { other in
      other.order < shape.order && other.fill != nil && Box(other.box).contains(x: box.midX, y: box.midY)
    }
    let isOnPicture = graphics.images.contains { $0.order < shape.order && Box($0.box).contains(x: box.midX, y: box.midY) }
      || graphics.shadings.contains { $0.order < shape.order && Box($0.box).contains(x: box.midX, y: box.midY) }
    return isOnPicture || (ground?.fill ?? 1) < fill - 0.01
  }

  /// Points, across and down, below which a piece may be a pen's: the side of a box to tick is longer.
  private static let shortPiece = 5.0

  /// The short level pieces, by rank, that end where a slanting one begins or go on from such a piece: they are a pen's, no ruling.
  private static func piecesOfStrokes(_ segments: [PageGraphics.Segment]) -> Set<Int> {
    func isShort(_ segment: PageGraphics.Segment) -> Bool { abs(segment.x1 - segment.x0) + abs(segment.y1 - segment.y0) < shortPiece }
    guard segments.contains(where: isShort) else { return [] }
    struct Point: Hashable { var x, y: Int }
    // Pieces of one stroke share their ends exactly; a tenth of a point allows for rounding.
    func point(_ x: Double, _ y: Double) -> Point {
      let scale = { (value: Double) -> Int in Int((max(-1e6, min(1e6, value)) * 10).rounded()) }
      return Point(x: scale(x), y: scale(y))
    }
    var ends: [[Point]] = []
    var (short, reached) = ([Int](), Set<Point>())
    for (index, segment) in segments.enumerated() {
      ends.append([point(segment.x0, segment.y0), point(segment.x1, segment.y1)])
      let (width, height) = (abs(segment.x1 - segment.x0), abs(segment.y1 - segment.y0))
      // No piece of a ruling line so short leans by a tenth.
      if min(width, height) >= (isShort(segment) ? 0.1 : 0.5) { reached.formUnion(ends[index]) }
      if isShort(segment) { short.append(index) }
    }
    var found: Set<Int> = []
    // A stroke's level stretch is a few dozen pieces at most.
    for _ in 0..<40 {
      let next = short.filter { !found.contains($0) && !reached.isDisjoint(with: ends[$0]) }
      if next.isEmpty { break }
      found.formUnion(next)
      reached.formUnion(next.flatMap { ends[$0] })
    }
    return found
  }

  private static func marks(_ graphics: PageGraphics, page: PageContent) -> [InkMark] {
    var strokes: [Box] = []
    // A pen's curve is drawn in pieces as fine as its programs make them: those that follow one another count together.
    var (last, run) = (PageGraphics.Segment?.none, Box?.none)
    func close() {
      if let run, run.width >= 0.5 && run.height >= 0.5 { strokes.append(run) }
      run = nil
    }
    for segment in graphics.segments where !segment.isWhite {
      let box = Box(segment.x0, segment.y0, segment.x1, segment.y1)
      let isFine = box.width + box.height < 2
      let goesOn = last.map { Self.meet($0, segment) } ?? false
      if !isFine || !goesOn { close() }
      if isFine { run = run.map { $0.union(box) } ?? box } else if box.width >= 0.5 && box.height >= 0.5 { strokes.append(box) }
      last = segment
    }
    close()
    for shape in graphics.shapes where !shape.isRectangle && (shape.fill ?? 0) < 0.9 {
      let box = Box(shape.box)
      // Rounded boxes and the thin bars that some programs draw lines with are the form's own.
      let isBar = min(box.width, box.height) < 1.2 && max(box.width, box.height) > 20
      if !isBar, !(shape.isFrame && max(box.width, box.height) > 14) { strokes.append(box) }
    }
    let images = graphics.images.map { Box($0.box) }.filter { $0.area < page.bounds.area * 0.5 && $0.width > 3 && $0.height > 3 }
    // Dots in a row are a ruling line, which no hand draws so level.
    let hands = joined(strokes).filter { min($0.width, $0.height) > 2 || max($0.width, $0.height) < 40 }
    return images.map { InkMark(kind: .image, box: $0) } + hands.map { InkMark(kind: .stylus, box: $0) }
  }

  /// Whether two pieces share an end, whichever way they are drawn.
  private static func meet(_ a: PageGraphics.Segment, _ b: PageGraphics.Segment) -> Bool {
    func near(_ x: Double, _ y: Double) -> Bool {
      abs(x - b.x0) + abs(y - b.y0) < 0.1 || abs(x - b.x1) + abs(y - b.y1) < 0.1
    }
    return near(a.x0, a.y0) || near(a.x1, a.y1)
  }

  /// Joins boxes that touch or nearly so into clusters.
  private static func joined(_ boxes: [Box]) -> [Box] {
    var clusters: [Box] = []
    for box in boxes.prefix(20_000) {
      var merged = box
      var index = 0
      while index < clusters.count {
        if clusters[index].grown(3, 3).intersection(merged.grown(0.1, 0.1)) != nil {
          merged = merged.union(clusters.remove(at: index))
          index = 0
        } else {
          index += 1
        }
      }
      clusters.append(merged)
      if clusters.count > 2_000 { break }
    }
    return clusters
  }

  /// Points by which boxes alike differ that are drawn on a browser's whole pixels.
  private static let pixel = 1.0

  /// The drawn boxes and circles to tick, and whether something stands in them; and the combs, whose teeth are as small.
  ///
  /// `inked` are the marks of annotations laid over the page: a pen's stroke in a box ticks it as one drawn on the page does.
  func tickFrames(words: [Word], inked: [InkMark], besides known: [Box]) -> (frames: [TickFrame], combs: [Comb]) {
    var (frames, narrow) = ([Box](), [Box]())
    func consider(_ box: Box) {
      guard Self.tickSide.contains(box.width), Self.tickSide.contains(box.height) else { return }
      guard box.width / box.height < 1.35, box.height / box.width < 1.35 else {
        // A comb's teeth, on a grid of whole pixels, are of two widths.
        if !narrow.contains(where: { $0.share(in: box) > 0.7 }) { narrow.append(box) }
        return
      }
      if known.contains(where: { $0.share(in: box) > 0.5 || box.share(in: $0) > 0.5 }) { return }
      // A small cell with a word in it is a label's.
      if words.contains(where: { $0.text.count >= 3 && $0.box.share(in: box) > 0.7 }) { return }
      // Nested outlines (a frame with its shadow or inner line) are one box: the outer.
      if let index = frames.firstIndex(where: { $0.share(in: box) > 0.7 || box.share(in: $0) > 0.7 }) {
        if box.area > frames[index].area { frames[index] = box }
        return
      }
      frames.append(box)
    }
    for shape in graphics.shapes where shape.isStroked || shape.fill != nil {
      // A small dark blob is a bullet or the mark in a box, not a box; unless it bears a light mark of its own.
      if !shape.isStroked, let fill = shape.fill, fill < 0.6, !bearsLightMark(shape) { continue }
      if shape.isStroked || (shape.fill ?? 1) < 0.98 { consider(Box(shape.box)) }
    }
    for square in squaresOfRules() { consider(square) }
    // Small boxes side by side are a comb's.
    let teeth = narrow.filter { tooth in frames.contains { abs($0.width - tooth.width) < Self.pixel && abs($0.height - tooth.height) < Self.pixel } }
    let combs = Comb.all(among: frames + teeth).filter { comb in comb.teeth.contains(where: frames.contains) }
    let alone = frames.filter { box in !combs.contains { $0.teeth.contains(box) } }
    return (
      alone.map { box in
        let (state, confidence) = state(of: box, words: words, inked: inked)
        return TickFrame(box: box, state: state, source: .mark, confidence: confidence)
      }, combs
    )
  }

  /// Small squares drawn as four separate lines.
  private func squaresOfRules() -> [Box] {
    let tops = rules.filter { $0.isHorizontal && Self.tickSide.contains($0.length) }.sorted { $0.position < $1.position }
    var squares: [Box] = []
    for (rank, top) in tops.enumerated() {
      var parts: [Rule] = []
      for bottom in tops[(rank + 1)...] {
        if bottom.position - top.position >= 20 { break }
        guard abs(bottom.start - top.start) < 1.5, abs(bottom.end - top.end) < 1.5 else { continue }
        // Of boxes set close upon one another, each has its own lines.
        let isParted = parts.contains { $0.position > top.position + 0.3 && $0.position < bottom.position - 0.3 }
        parts.append(bottom)
        if isParted || bottom.position - top.position <= 4 { continue }
        let box = Box(top.start, top.position, top.end, bottom.position)
        let ends = tops.filter { abs($0.start - top.start) < 1.5 && abs($0.end - top.end) < 1.5 }.map(\.position)
        let sides = rules.filter { rule in
          // The walls of boxes one upon the other may go on from the first to the last.
          !rule.isHorizontal && rule.start < box.y0 + 1.5 && rule.end > box.y1 - 1.5
            && [rule.start, rule.end].allSatisfy { end in ends.contains { abs($0 - end) < 1.5 } }
            && (abs(rule.position - box.x0) < 1.5 || abs(rule.position - box.x1) < 1.5)
        }
        if sides.count >= 2 { squares.append(box) }
      }
    }
    return squares
  }

  /// Whether a mark stands in a box: a glyph, strokes that are not its frame, a dark blob, an image.
  func state(of box: Box, words: [Word], inked: [InkMark]) -> (TickFrame.State, Double) {
    let inner = box.grown(-box.width * 0.12, -box.height * 0.12)
    let reach = box.grown(1.5, 1.5)
    func isMark(_ other: Box) -> Bool {
      reach.contains(x: other.midX, y: other.midY) && other.width < box.width * 2.6 && other.height < box.height * 2.6
    }
    if words.contains(where: { isMark($0.box) && $0.text.count <= 2 && !TickGlyphs.isEmptyBox($0.text) }) { return (.on, 0.99) }
    let strokes = graphics.segments.filter { segment in
      let stroke = Box(segment.x0, segment.y0, segment.x1, segment.y1)
      let isAxis = stroke.width < 0.5 || stroke.height < 0.5
      if segment.isWhite || !isMark(stroke) { return false }
      // A straight side of the frame is no mark; a line well inside is.
      return !isAxis || inner.intersection(stroke.grown(0.2, 0.2)).map { max($0.width, $0.height) > box.width * 0.4 } ?? false
    }
    if !strokes.isEmpty || inked.contains(where: { isMark($0.box) }) { return (.on, 0.99) }
    for shape in graphics.shapes {
      let other = Box(shape.box)
      // A path that ends in a move leaves a shape without extent, which paints nothing; a dot is a dotted line's.
      guard isMark(other), max(other.width, other.height) > Self.dot else { continue }
      if bearsLightMark(shape) { return (.on, 0.97) }
      let isFrame = abs(other.width - box.width) < 2 && abs(other.height - box.height) < 2
      if let fill = shape.fill, fill < 0.6 {
        // A box blackened through and through may be a choice or its cancelling.
        return isFrame ? (.ambiguous, 0.4) : (.on, 0.99)
      }
      if !isFrame, !shape.isRectangle, shape.isStroked, other.share(in: reach) > 0.9, other.width > box.width * 0.3,
        other.width < box.width * 0.8
      {
        return (.on, 0.9)
      }
    }
    if graphics.images.contains(where: { isMark(Box($0.box)) }) { return (.on, 0.95) }
    return (.off, 0.99)
  }

  /// Points that a dot of a dotted line takes at most; a mark in the smallest box takes more.
  private static let dot = 1.6

  /// Whether a dark box or disc has a light mark painted over it, as browsers draw a box that is ticked.
  ///
  /// A light box that leaves no more than a rim of the dark one is the inside of an empty frame, no mark.
  private func bearsLightMark(_ shape: PageGraphics.Shape) -> Bool {
    let box = Box(shape.box)
    guard let fill = shape.fill, fill < 0.6, Self.tickSide.contains(box.width), Self.tickSide.contains(box.height) else { return false }
    let isStruck = graphics.segments.contains { segment in
      segment.isWhite && segment.order > shape.order && box.contains(x: segment.x0, y: segment.y0)
        && box.contains(x: segment.x1, y: segment.y1)
    }
    return isStruck
      || graphics.shapes.contains { other in
        let inner = Box(other.box)
        return other.order > shape.order && (other.fill ?? 0) > 0.9 && inner.share(in: box) > 0.9 && inner.area < box.area * 0.4
      }
  }

  /// Strokes and bars that run through words of the page, as a pen striking out does.
  func strikes(through words: [Word]) -> [Box] {
    let boxes = words.map(\.box)
    return rules.filter { rule in
      let y = rule.position
      return rule.isHorizontal && rule.length > 20
        && boxes.indices.contains { index in
          let box = boxes[index]
          return y > box.y0 && y < box.y1 && y > box.y0 + box.height * 0.3 && y < box.y1 - box.height * 0.3
            && rule.start < box.midX && rule.end > box.midX && words[index].text.count > 2
        }
    }.map(\.box) + slantedStrikes(through: words)
  }

  /// Long straight strokes that slope across at least three words: a cross over a paragraph.
  private func slantedStrikes(through words: [Word]) -> [Box] {
    graphics.segments.compactMap { segment in
      let box = Box(segment.x0, segment.y0, segment.x1, segment.y1)
      guard box.width > 60, box.height >= 0.5, box.height < box.width * 0.6 else { return nil }
      let slope = (segment.y1 - segment.y0) / (segment.x1 - segment.x0)
      let crossed = words.count { word in
        guard word.box.midX > box.x0, word.box.midX < box.x1 else { return false }
        return abs(segment.y0 + slope * (word.box.midX - segment.x0) - word.box.midY) < word.box.height / 2
      }
      return crossed >= 3 ? box : nil
    }
  }
}
