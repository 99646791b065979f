import CLeptonica

/// Holds the pixels of one page or of a part of it: black and white, grey or colour.
///
/// A value: copies share the pixels until one is changed. Nothing else remains of the file it came from: palettes,
/// alpha and 16-bit samples are resolved when it is decoded, so that every later step meets three depths only.
package struct Bitmap {
  package enum Depth: Int, Sendable {
    /// 1 bit: set is ink.
    case bilevel = 1
    /// 8 bits: 0 is black, 255 white.
    case grey = 8
    /// 32 bits, RGB.
    case colour = 32
  }

  private(set) var store: PixStore
  package let depth: Depth
  package let width: Int
  package let height: Int
  /// Pixels per inch as the file says, nil when it says nothing believable.
  package var resolution: Resolution?

  /// Takes over a Leptonica result, which must be 1, 8 or 32 bits deep without palette.
  init(
    adopting pix: UnsafeMutablePointer<PIX>?, from operation: @autoclosure () -> String,
    resolution: Resolution?
  ) throws {
    try unsafe self.init(PixStore(adopting: pix, from: operation()), resolution: resolution)
  }

  /// Takes over an owned handle.
  init(_ store: PixStore, resolution: Resolution?) throws {
    guard let depth = Depth(rawValue: store.bitsPerPixel) else {
      throw ImagingError.failed("show \(store.bitsPerPixel) bits")
    }
    self.store = store
    (self.depth, width, height) = (depth, store.width, store.height)
    self.resolution = resolution
  }

  /// Makes a white page.
  package init(width: Int, height: Int, depth: Depth, resolution: Resolution? = nil) throws {
    guard width > 0, height > 0, width < 1 << 20, height < 1 << 20 else {
      throw ImagingError.misfit("a bitmap of \(width) × \(height)")
    }
    _ = quietLeptonica
    try unsafe self.init(
      adopting: pixCreate(Int32(width), Int32(height), Int32(depth.rawValue)), from: "make a page",
      resolution: resolution)
    if depth != .bilevel { unsafe store.lend { _ = unsafe pixSetAll($0) } }
  }

  /// Makes a grey page of one tone, 0 black to 255 white.
  package init(width: Int, height: Int, tone: Int, resolution: Resolution?) throws {
    try self.init(width: width, height: height, depth: .grey, resolution: resolution)
    unsafe store.lend { _ = unsafe pixSetAllArbitrary($0, UInt32(tone)) }
  }

  /// The whole of it.
  package var bounds: PixelBox { PixelBox(x: 0, y: 0, width: width, height: height) }

  /// Makes sure that the pixels are nobody else's before they are changed.
  mutating func own() throws {
    guard !isKnownUniquelyReferenced(&store) else { return }
    store = try unsafe store.lend { try unsafe PixStore(adopting: pixCopy(nil, $0), from: "copy the page") }
  }

  /// Runs a Leptonica call that makes a new bitmap from this one.
  func making(
    _ operation: @autoclosure () -> String, _ body: (UnsafeMutablePointer<PIX>) -> UnsafeMutablePointer<PIX>?
  ) throws -> Bitmap {
    try unsafe store.lend { try unsafe Bitmap(adopting: body($0), from: operation(), resolution: resolution) }
  }
}

// MARK: - Single pixels

extension Bitmap {
  /// How dark a pixel is: 0 white to 255 black, whatever the depth; white outside the page.
  package func darkness(x: Int, y: Int) -> Int {
    guard x >= 0, y >= 0, x < width, y < height else { return 0 }
    return unsafe store.lendWords { words, perRow in
      switch depth {
      case .bilevel:
        let word = unsafe words[y * perRow + x >> 5]
        return word >> UInt32(31 - x & 31) & 1 == 1 ? 255 : 0
      case .grey:
        let word = unsafe words[y * perRow + x >> 2]
        return 255 - Int(word >> UInt32(24 - (x & 3) * 8) & 255)
      case .colour:
        let word = unsafe words[y * perRow + x]
        return 255 - (Int(word >> 24) * 77 + Int(word >> 16 & 255) * 151 + Int(word >> 8 & 255) * 28) / 256
      }
    }
  }

  /// Copies the pixels out as grey, one byte each, row after row without padding: 0 is black.
  package func greyBytes() throws -> [UInt8] {
    let swapped = try unsafe grey().making("order bytes") { unsafe pixEndianByteSwapNew($0) }
    return unsafe swapped.store.lendWords { words, perRow in
      let raw = UnsafeRawBufferPointer(words)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(width * height)
      for y in 0..<height { unsafe bytes.append(contentsOf: raw[y * perRow * 4..<y * perRow * 4 + width]) }
      return bytes
    }
  }
}
