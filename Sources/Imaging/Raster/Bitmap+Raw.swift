import CLeptonica

/// Says how the bytes of a raw image lie.
package enum PixelLayout: Sendable {
  /// One byte a pixel, 0 black.
  case grey8
  /// Red, green, blue, a byte each.
  case rgb24
  /// Cairo's RGB24: one 32-bit word of this machine's byte order, blue lowest; the highest byte means nothing.
  case cairo32
  /// Eight pixels a byte, first in the highest bit. Poppler's and G4's images call black either 1 or 0.
  case bilevel(blackIs1: Bool)

  /// The least number of bytes that a row takes.
  func rowBytes(width: Int) -> Int {
    switch self {
    case .grey8: width
    case .rgb24: width * 3
    case .cairo32: width * 4
    case .bilevel: (width + 7) / 8
    }
  }
}

extension Bitmap {
  /// Copies a raw image, as cairo renders it or as a PDF embeds it; `stride` is the bytes from row to row.
  package init(
    bytes: [UInt8], layout: PixelLayout, width: Int, height: Int, stride: Int, resolution: Resolution? = nil
  ) throws {
    self = try unsafe bytes.withUnsafeBytes { raw in
      try unsafe Bitmap(
        copying: raw, layout: layout, width: width, height: height, stride: stride, resolution: resolution)
    }
  }

  /// Copies a raw image out of memory that a C library lends.
  init(
    copying raw: UnsafeRawBufferPointer, layout: PixelLayout, width: Int, height: Int, stride: Int,
    resolution: Resolution? = nil
  ) throws {
    let row = layout.rowBytes(width: width)
    guard width > 0, height > 0, width < 1 << 20, height < 1 << 20, stride >= row,
      raw.count >= stride * (height - 1) + row
    else { throw ImagingError.misfit("\(raw.count) bytes for \(width) × \(height), \(stride) a row") }
    let depth: Depth =
      switch layout {
      case .grey8: .grey
      case .rgb24, .cairo32: .colour
      case .bilevel: .bilevel
      }
    try self.init(width: width, height: height, depth: depth, resolution: resolution)
    unsafe store.lendWords { words, perRow in
      for y in 0..<height {
        let source = unsafe UnsafeRawBufferPointer(rebasing: raw[y * stride..<y * stride + row])
        let target = unsafe UnsafeMutableBufferPointer(rebasing: words[y * perRow..<(y + 1) * perRow])
        switch layout {
        case .grey8: unsafe Self.packBytes(source, into: target, flip: 0)
        case .bilevel(let blackIs1): unsafe Self.packBytes(source, into: target, flip: blackIs1 ? 0 : 255)
        case .rgb24:
          for x in 0..<width {
            let (r, g, b) = unsafe (source[3 * x], source[3 * x + 1], source[3 * x + 2])
            unsafe target[x] = UInt32(r) << 24 | UInt32(g) << 16 | UInt32(b) << 8 | 255
          }
        case .cairo32:
          for x in 0..<width {
            let word = unsafe source.loadUnaligned(fromByteOffset: 4 * x, as: UInt32.self)
            unsafe target[x] = word << 8 | 255
          }
        }
      }
      // Bits past the right side would count as ink.
      if case .bilevel = layout, width & 31 != 0 {
        let kept = ~UInt32(0) << UInt32(32 - width & 31)
        for y in 0..<height { unsafe words[y * perRow + width >> 5] &= kept }
      }
    }
  }

  /// Puts bytes four to a word, the first highest, as Leptonica wants them.
  private static func packBytes(
    _ source: UnsafeRawBufferPointer, into target: UnsafeMutableBufferPointer<UInt32>, flip: UInt8
  ) {
    for index in target.indices {
      var word: UInt32 = 0
      for byte in index * 4..<index * 4 + 4 {
        word = word << 8 | (byte < source.count ? unsafe UInt32(source[byte] ^ flip) : 0)
      }
      unsafe target[index] = word
    }
  }
}
