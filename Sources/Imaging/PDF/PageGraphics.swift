/// What a page or an appearance paints, in painting order and in points from the page's top-left corner.
///
/// Text is listed to tell visible from hidden and to read appearances; page text itself is Poppler's business.
package struct PageGraphics {
  /// A straight stroked line.
  package struct Segment: Sendable {
    package var (x0, y0, x1, y1): (Double, Double, Double, Double)
    package var width: Double
    package var order: Int
    package var isWhite: Bool
  }

  /// A closed or curved shape, stroked or filled.
  package struct Shape: Sendable {
    package var box: PageBox
    package var isRectangle: Bool
    package var isStroked: Bool
    /// Whether every point of its outline lies on the sides of its box, as those of rounded boxes and circles do.
    package var isFrame: Bool
    /// Lightness of the fill, 0 black to 1 white; nil when not filled.
    package var fill: Double?
    package var order: Int
  }

  /// A gradient: what it covers at most, and the lightness of its two ends where it says so in a way that is understood.
  package struct Shading: Sendable {
    package var box: PageBox
    package var ends: (Double, Double)?
    package var order: Int
  }

  /// An image placed on the page; `object` is nil for an inline image.
  package struct Image {
    package var box: PageBox
    package var object: PDFObject?
    /// Whether it hides what lies under it: no mask and no transparency.
    package var isOpaque: Bool
    package var order: Int
  }

  /// The text of one showing operator.
  package struct Run: Sendable {
    package var box: PageBox
    /// Nil when the font does not say what its glyphs mean.
    package var text: String?
    /// How many glyphs it shows.
    package var glyphs: Int
    package var size: Double
    /// Drawn in a mode that paints nothing, or with full transparency.
    package var isInvisible: Bool
    package var lightness: Double
    package var order: Int
  }

  package var segments: [Segment] = []
  package var shapes: [Shape] = []
  package var shadings: [Shading] = []
  package var images: [Image] = []
  package var runs: [Run] = []
  /// Whether a bound was reached and the rest left unread, or the content breaks off or names what is not there.
  package var isIncomplete = false

  package init() {}

  /// Whether text shown at a point cannot be seen: drawn invisibly, in white on white, or painted over by a later opaque image or
  /// filled box. False where no text was drawn.
  package func hidesText(atX x: Double, y: Double) -> Bool {
    let holds = { (b: PageBox) in x > b.x0 && x < b.x1 && y > b.y0 && y < b.y1 }
    let here = runs.indices.filter { holds(runs[$0].box) }
    guard !here.isEmpty else { return false }
    // What is painted last hides most.
    let image = images.last { $0.isOpaque && holds($0.box) }?.order ?? 0
    let shape = shapes.last { $0.fill != nil && $0.isRectangle && holds($0.box) }?.order ?? 0
    let cover = max(image, shape)
    return here.allSatisfy { index in
      let run = runs[index]
      if run.isInvisible || cover > run.order { return true }
      guard run.lightness > 0.9 else { return false }
      let shape = shapes.last { $0.order < run.order && $0.fill != nil && holds($0.box) }
      // Light letters are seen on a gradient, but for one that is as light throughout.
      if let shading = shadings.last(where: { $0.order < run.order && holds($0.box) }), shading.order > shape?.order ?? -1 {
        return shading.ends.map { min($0.0, $0.1) > run.lightness - 0.1 } ?? false
      }
      let ground = shape?.fill ?? 1
      let onImage = images.contains { $0.order < run.order && holds($0.box) }
      return !onImage && abs(ground - run.lightness) < 0.1
    }
  }

  /// The largest mark that a box to tick bears, in points.
  private static let mark = 20.0

  /// Whether a character that is seen, but for a dark mark painted over it, was drawn at a point: a box to tick, and what ticks it.
  package func marksText(atX x: Double, y: Double) -> Bool {
    let holds = { (b: PageBox) in x > b.x0 && x < b.x1 && y > b.y0 && y < b.y1 }
    guard let run = runs.last(where: { holds($0.box) }), !run.isInvisible, run.lightness < 0.6 else { return false }
    guard !images.contains(where: { $0.isOpaque && $0.order > run.order && holds($0.box) }) else { return false }
    let covers = shapes.filter { $0.order > run.order && $0.fill != nil && $0.isRectangle && holds($0.box) }
    return covers.allSatisfy { ($0.fill ?? 1) < 0.6 && max($0.box.x1 - $0.box.x0, $0.box.y1 - $0.box.y0) < Self.mark }
  }
}
