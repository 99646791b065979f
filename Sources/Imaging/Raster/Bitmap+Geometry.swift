import CLeptonica

/// Turns a page by quarters, clockwise.
package enum Turn: Int, Sendable, CaseIterable {
  case none = 0
  case right = 90
  case half = 180
  case left = 270
}

extension Bitmap {
  /// Cuts a box out; what lies outside the page is left away, and nothing common is an error.
  package func cropped(to box: PixelBox) throws -> Bitmap {
    guard let inside = box.intersection(bounds) else { throw ImagingError.misfit("a crop outside the page") }
    if inside == bounds { return self }
    return try unsafe making("crop") { pix in
      var area = unsafe boxCreate(Int32(inside.x), Int32(inside.y), Int32(inside.width), Int32(inside.height))
      defer { unsafe boxDestroy(&area) }
      return unsafe pixClipRectangle(pix, area, nil)
    }
  }

  /// Scales by the factors given; grey is interpolated or averaged, ink of a bilevel page is sampled.
  package func scaled(_ x: Double, _ y: Double? = nil) throws -> Bitmap {
    let y = y ?? x
    if x == 1, y == 1 { return self }
    guard x > 0, y > 0, Double(width) * x >= 1, Double(height) * y >= 1, bounds.scaledArea(x, y) < 4e8 else {
      throw ImagingError.misfit("a scale of \(x) × \(y)")
    }
    var result = try unsafe making("scale") { unsafe pixScale($0, Float(x), Float(y)) }
    result.resolution = resolution.map { Resolution(x: $0.x * x, y: $0.y * y) }
    return result
  }

  /// Makes the pixels of a fax square, by stretching the coarser direction; the page as it is when they are square.
  package func withSquarePixels() throws -> Bitmap {
    guard let dpi = resolution, abs(dpi.x / dpi.y - 1) > 0.02 else { return self }
    return try scaled(max(dpi.y / dpi.x, 1), max(dpi.x / dpi.y, 1))
  }

  package func turned(_ turn: Turn) throws -> Bitmap {
    if turn == .none { return self }
    var result = try unsafe making("turn") { unsafe pixRotateOrth($0, Int32(turn.rawValue / 90)) }
    if turn != .half, let dpi = resolution { result.resolution = Resolution(x: dpi.y, y: dpi.x) }
    return result
  }

  /// Averages each pixel of a grey bitmap with its neighbours up to so many pixels away, each way.
  package func smoothed(by reach: Int) throws -> Bitmap {
    try unsafe making("smooth") { unsafe pixBlockconv($0, Int32(reach), Int32(reach)) }
  }

  /// Swaps left and right.
  func mirrored() throws -> Bitmap { try unsafe making("mirror") { unsafe pixFlipLR(nil, $0) } }

  /// Rotates by a few degrees, clockwise, about the middle; the size stays, white comes in.
  package func rotated(degrees: Double) throws -> Bitmap {
    guard abs(degrees) >= 0.001 else { return self }
    let type = depth == .bilevel ? L_ROTATE_SAMPLING : L_ROTATE_AREA_MAP
    return try unsafe making("rotate") {
      unsafe pixRotate($0, Float(degrees * .pi / 180), Int32(type), Int32(L_BRING_IN_WHITE), 0, 0)
    }
  }

  /// Adds a margin of so many pixels on every side of a grey page, in the tone given.
  func withBorder(_ pixels: Int, tone: Int) throws -> Bitmap {
    try unsafe grey().making("add a margin") { unsafe pixAddBorder($0, Int32(pixels), UInt32(tone)) }
  }
}

extension PixelBox {
  fileprivate func scaledArea(_ x: Double, _ y: Double) -> Double { Double(width) * x * Double(height) * y }
}
