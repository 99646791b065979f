import CLeptonica

/// An even rectangle that is darker than the paper: a heading's band, a shaded cell, a panel to write in.
package struct Tint: Hashable, Sendable {
  package let box: PixelBox
  /// Its own tone as a share of the paper's: 0 black to 1.
  package let tone: Double
}

/// Finds the shaded rectangles of an upright page, whatever is printed on them or knocked out of them.
///
/// Works on a quarter of the size, where grain and halftones are averaged away.
package struct TintFinder: Sendable {
  /// The least width and height, in points: lower is a bar or a rule.
  package var leastWidth = 18.0
  package var leastHeight = 7.0
  /// Nothing lighter than this share of the paper is a tint: what an office scanner's own shading amounts to.
  package var lightest = 0.975
  /// Darker than this is a band that print is knocked out of; lighter, one that print stands on.
  package static let dark = 0.72

  package init() {}

  /// Lists them from the top; 300 dpi is assumed when the page does not say.
  package func tints(of page: Bitmap) throws -> [Tint] {
    let dpi = page.resolution?.x ?? 300
    let reduction = min(max(75 / dpi, 0.1), 1)
    let small = try page.grey().scaled(reduction).smoothed(by: 1)
    let paper = Double(small.histogram().paper)
    let scale = dpi * reduction / 72
    // Along the sides of a tint run strips free of print, so many points high, which hold it together.
    func areas(_ mask: Bitmap, strip: Double) throws -> [PixelBox] {
      let strips = try unsafe mask.making("find tints") { unsafe pixOpenBrick(nil, $0, Int32(leastWidth * scale * 0.8), Int32((strip * scale).rounded())) }
      return try strips.components().filter { box in
        try Double(box.width) >= leastWidth * scale && Double(box.height) >= leastHeight * scale
          && mask.ink(in: box) * 2 > box.area && Self.hasEvenRim(box, mask)
      }
    }
    let darker = try small.thresholded(Int(Self.dark * paper))
    let tinted = try small.thresholded(Int(lightest * paper))
    // Neighbours of unlike tone are told apart by looking for the dark and the light by themselves.
    let light = try unsafe darker.store.lend { darker in
      try unsafe tinted.making("find tints") { unsafe pixSubtract(nil, $0, darker) }
    }
    // A thick rule is as dark as a band, and not as high.
    return try (areas(darker, strip: 2.8) + areas(light, strip: 1.6)).map { box in
      Tint(box: Self.enlarged(box, by: 1 / reduction, page), tone: Double(try small.medianTone(in: box)) / paper)
    }.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
  }

  /// Whether the tint runs along all four sides: print keeps away from them, and a line of print has no sides.
  private static func hasEvenRim(_ box: PixelBox, _ mask: Bitmap) throws -> Bool {
    let inner = box.grown(-1, -1)
    guard inner.width > 2, inner.height > 2 else { return false }
    let sides = [
      PixelBox(x: inner.x, y: inner.y, width: inner.width, height: 1),
      PixelBox(x: inner.x, y: inner.maxY - 1, width: inner.width, height: 1),
      PixelBox(x: inner.x, y: inner.y, width: 1, height: inner.height),
      PixelBox(x: inner.maxX - 1, y: inner.y, width: 1, height: inner.height),
    ]
    return try sides.allSatisfy { try mask.ink(in: $0) * 10 >= $0.area * 8 }
  }

  private static func enlarged(_ box: PixelBox, by factor: Double, _ page: Bitmap) -> PixelBox {
    func whole(_ value: Int) -> Int { Int((Double(value) * factor).rounded()) }
    let large = PixelBox(x: whole(box.x), y: whole(box.y), width: whole(box.maxX) - whole(box.x), height: whole(box.maxY) - whole(box.y))
    return large.intersection(page.bounds) ?? large
  }
}

extension Bitmap {
  /// The middle tone of a box of a grey page.
  fileprivate func medianTone(in box: PixelBox) throws -> Int {
    let counts = try cropped(to: box).histogram().counts
    var seen = 0
    for (tone, count) in counts.enumerated() {
      seen += count
      if seen * 2 >= box.area { return tone }
    }
    return 255
  }
}
