import CLeptonica

extension Bitmap {
  /// Answers a grey page in which shaded rectangles are even: a light one becomes paper on which its print stays; a dark one, out of which
  /// print is knocked, becomes one tone.
  ///
  /// A printer lays shades as dots, which pass for short rules and for ragged letters.
  /// Boxes of paper in them stay as they are. Told along are the places where print may have lost dots and accents, those that had to be averaged more than once, and the dark ones, where it is gone.
  package func without(_ tints: [Tint], around holes: [PixelBox] = []) throws -> (page: Bitmap, coarse: [PixelBox]) {
    var page = try grey()
    var coarse: [PixelBox] = []
    let paper = page.histogram().paper
    // The small picture on which tints are found is true to some pixels.
    let slack = max(Int((resolution?.x ?? 300) / 100), 1)
    for tint in tints {
      if tint.tone < TintFinder.dark {
        guard let inner = tint.box.grown(-slack, -slack).intersection(bounds) else { continue }
        let band = try Bitmap(width: inner.width, height: inner.height, tone: Int(tint.tone * Double(paper)), resolution: resolution)
        let left = try holes.compactMap { $0.intersection(inner) }.map { (box: $0, crop: try page.cropped(to: $0)) }
        try page.paste(band, x: inner.x, y: inner.y)
        for hole in left { try page.paste(hole.crop, x: hole.box.x, y: hole.box.y) }
        coarse.append(tint.box)
      } else {
        let (crop, isCoarse) = try page.cropped(to: tint.box).washed(paper: paper)
        try page.paste(crop, x: tint.box.x, y: tint.box.y)
        if isCoarse { coarse.append(tint.box) }
      }
    }
    return (page, coarse)
  }

  /// What the grain of a shade may be, as a share of the paper's tone, for it to be even: a third more than the noise of a scanner.
  private static let grain = 0.035
  /// What it may be where dots and the scanner's cells make a pattern, which no averaging takes away.
  private static let pattern = 0.1
  /// Points that the band of a heading takes at most.
  private static let bandHeight = 30.0
  /// Averages over three pixels after which nothing is left of dots 100 to an inch.
  private static let passes = 3
  /// What a shade may be lighter than, as a share of the paper, to be left alone when it is even: print stands out from it as from paper.
  private static let pale = 0.9
  /// What is darker than this share of the paper, once the shade is white, is print.
  private static let print = 0.93

  /// A shaded crop on white paper; what does not become even by averaging is left as it is.
  ///
  /// Averaging takes the dots away and blurs the print: it only tells where print stands, which is then taken from a picture that was averaged once.
  private func washed(paper: Int) throws -> (crop: Bitmap, isCoarse: Bool) {
    var even = self
    for pass in 0...Self.passes {
      // Print keeps away from the sides, where the tone that one pixel in ten passes shows the grain; hardly any lies two and a half times as far off.
      // A line drawn around the shade may lie in the box for some pixels: further in it does not.
      let wide = min(Int((resolution?.x ?? 300) / 50), min(width, height) / 8)
      let insets = [wide * 2 / 3, wide * 5 / 3]
      var (middle, spread) = try insets.map { try Self.grain(of: even.rim(wide, within: $0)) }.min { $0.spread < $1.spread }!
      // In a low band a line along one side may take all of that side's room; then the other tells.
      if Double(height) < Self.bandHeight * (resolution?.x ?? 300) / 72, Double(spread) > Self.grain * Double(paper) {
        let sides = try insets.flatMap { try even.strips(wide, within: $0).prefix(2).map(Self.grain(of:)) }
        let clean = sides.filter { Double($0.spread) <= Self.grain * Double(paper) && Double($0.middle) <= Self.pale * Double(paper) }
        if let side = clean.min(by: { $0.spread < $1.spread }) { (middle, spread) = side }
      }
      if Double(spread) <= (pass < Self.passes ? Self.grain : Self.pattern) * Double(paper) {
        if pass == 0, Double(middle) > Self.pale * Double(paper) { return (self, false) }
        try even.multiply(by: Float(paper) / Float(max(middle - 5 * spread / 2, 1)))
        guard pass > 1 else { return (even, false) }
        var sharp = try smoothed(by: 1)
        try sharp.multiply(by: Float(paper) / Float(middle))
        return (try even.keeping(darkerThan: Int(Self.print * Double(paper)), from: sharp, paper: paper), true)
      }
      even = try even.smoothed(by: 1)
    }
    return (self, false)
  }

  /// White paper with what another grey page of the same size shows close to where this one is dark.
  private func keeping(darkerThan tone: Int, from other: Bitmap, paper: Int) throws -> Bitmap {
    let near = try unsafe thresholded(tone).making("widen") { unsafe pixDilateBrick(nil, $0, 5, 5) }
    var page = try Bitmap(width: width, height: height, tone: paper, resolution: resolution)
    try page.own()
    unsafe page.store.lend { page in
      unsafe other.store.lend { other in unsafe near.store.lend { _ = unsafe pixCombineMasked(page, other, $0) } }
    }
    return page
  }

  /// A tone in the middle of others, and how far most of them lie from it.
  private static func grain(of tones: Histogram) -> (middle: Int, spread: Int) {
    let middle = tones.tone(below: 0.5)
    return (middle, max(tones.tone(below: 0.9) - middle, middle - tones.tone(below: 0.1)))
  }

  /// Counts the tones along the four sides, so many pixels within them, in strips so many pixels wide.
  private func rim(_ wide: Int, within inset: Int) throws -> Histogram {
    let counts = try strips(wide, within: inset).map(\.counts)
    return Histogram(counts: (0..<256).map { tone in counts.reduce(0) { $0 + $1[tone] } })
  }

  /// The tones along the upper side, the lower, the left and the right one.
  private func strips(_ wide: Int, within inset: Int) throws -> [Histogram] {
    let inner = bounds.grown(-inset, -inset)
    let (across, down) = (min(wide, inner.width), min(wide, inner.height))
    guard across > 0, down > 0 else { return [histogram()] }
    let strips = [
      PixelBox(x: inner.x, y: inner.y, width: inner.width, height: down),
      PixelBox(x: inner.x, y: inner.maxY - down, width: inner.width, height: down),
      PixelBox(x: inner.x, y: inner.y, width: across, height: inner.height),
      PixelBox(x: inner.maxX - across, y: inner.y, width: across, height: inner.height),
    ]
    return try strips.map { try cropped(to: $0).histogram() }
  }
}
