import CLeptonica

/// Says how a bitmap is made ready for Tesseract.
package struct OCRPreparation: Hashable, Sendable {
  package enum Tone: Sendable {
    /// Grey as scanned.
    case grey
    /// Grey with the paper evened out.
    case even
    /// Black and white.
    case bilevel
  }

  package enum Size: Hashable, Sendable {
    /// So that capitals and digits become so many pixels tall, measured on the ink itself.
    case capitals(Int)
    /// So that the bitmap has so many dots per inch; as it is when its resolution is not known.
    case resolution(Double)
  }

  package var tone: Tone
  package var size: Size
  /// Whether strokes grow by one pixel: thin strokes of small print then hold together.
  package var thickens = false
  /// Paper added on every side, in pixels: Tesseract misses letters that touch the edge.
  package var border = 20
  package var layout: OCREngine.Layout
  package var model: OCREngine.Model

  package init(
    tone: Tone, size: Size, layout: OCREngine.Layout, model: OCREngine.Model = .french, thickens: Bool = false, border: Int = 20
  ) {
    (self.tone, self.size, self.layout, self.model) = (tone, size, layout, model)
    (self.thickens, self.border) = (thickens, border)
  }
}

/// A bitmap made ready, and how its pixels go back to those of the original.
struct PreparedBitmap {
  let bitmap: Bitmap
  private let scale: (x: Double, y: Double)
  private let border: Int
  private let original: PixelBox

  init(_ source: Bitmap, _ preparation: OCRPreparation) throws {
    var factor = Self.factor(preparation.size, try Self.capitalHeight(preparation.size, source), source.resolution)
    // No crop is worth more than 30 million pixels.
    let pixels = Double(source.bounds.area) * factor.x * factor.y
    if pixels > 3e7 {
      let less = (3e7 / pixels).squareRoot()
      factor = (factor.x * less, factor.y * less)
    }
    var ready = try source.grey()
    if preparation.tone != .grey { ready = try ready.withEvenBackground().withWhitePaper() }
    if preparation.tone == .bilevel {
      // Enlarged in grey first: the outline then follows the antialiasing instead of the pixels.
      ready = try ready.scaled(factor.x, factor.y).bilevel(.otsu)
      if preparation.thickens { ready = try ready.thickened() }
      ready = try ready.grey()
    } else {
      ready = try ready.scaled(factor.x, factor.y)
      if preparation.thickens { ready = try ready.thickened() }
    }
    // White beside tinted paper would be an edge, and Tesseract takes edges for strokes.
    bitmap = try ready.withBorder(preparation.border, tone: ready.histogram().paper)
    (scale, border, original) = (factor, preparation.border, source.bounds)
  }

  /// Brings a box of the prepared bitmap back to the original's pixels.
  func restored(_ box: PixelBox) -> PixelBox {
    let left = Int((Double(box.x - border) / scale.x).rounded(.down))
    let top = Int((Double(box.y - border) / scale.y).rounded(.down))
    let right = Int((Double(box.maxX - border) / scale.x).rounded(.up))
    let bottom = Int((Double(box.maxY - border) / scale.y).rounded(.up))
    let box = PixelBox(x: left, y: top, width: right - left, height: bottom - top)
    return box.intersection(original) ?? PixelBox(x: max(left, 0), y: max(top, 0), width: 0, height: 0)
  }

  private static func factor(_ size: OCRPreparation.Size, _ capitals: Int?, _ dpi: Resolution?) -> (
    x: Double, y: Double
  ) {
    switch size {
    case .resolution(let target):
      guard let dpi else { return (1, 1) }
      return (clamp(target / dpi.x), clamp(target / dpi.y))
    case .capitals(let target):
      let stretch = dpi.map { $0.y / $0.x } ?? 1
      guard let capitals else { return factor(.resolution(300), nil, dpi) }
      let y = clamp(Double(target) / Double(capitals))
      return (clamp(y * stretch), y)
    }
  }

  /// Enlarging beyond 4 invents nothing, shrinking below a quarter loses accents.
  private static func clamp(_ factor: Double) -> Double { min(max(factor, 0.25), 4) }

  /// Measures how tall capitals and digits are, by the upper quartile of the ink's pieces; nil without enough ink.
  private static func capitalHeight(_ size: OCRPreparation.Size, _ source: Bitmap) throws -> Int? {
    guard case .capitals = size else { return nil }
    let heights = try source.bilevel().components().filter {
      $0.height >= 7 && $0.width >= 2 && $0.width < 8 * $0.height
    }
    .map(\.height).sorted()
    guard let tallest = heights.last else { return nil }
    let letters = heights.filter { $0 * 2 >= tallest }
    return letters[letters.count * 3 / 4]
  }
}

extension Bitmap {
  /// Grows strokes by about one pixel.
  func thickened() throws -> Bitmap {
    depth == .bilevel
      ? try unsafe making("thicken") { unsafe pixDilateBrick(nil, $0, 2, 2) }
      : try unsafe grey().making("thicken") { unsafe pixErodeGray($0, 3, 3) }
  }
}
