import CLeptonica

extension Bitmap {
  /// The pixels a page may have when the settings say nothing: a Letter page at 600 dpi has 34 million.
  package static let defaultPixelLimit = 40_000_000

  /// Decodes one page of a PNG, JPEG or TIFF file, counted from 0.
  ///
  /// The header's pixel count is held against the limit before anything is decoded. Palettes, alpha (over white),
  /// 16-bit samples and CMYK are resolved, and the turning that EXIF or TIFF asks for is done.
  package init(decoding bytes: [UInt8], page: Int = 0, pixelLimit: Int = defaultPixelLimit) throws {
    try self.init(decoding: bytes, page: page, info: ImageInfo(probing: bytes), pixelLimit: pixelLimit)
  }

  /// Decodes one page of a file whose headers were read before: so that a long fax is walked once.
  package init(decoding bytes: [UInt8], page index: Int, info: ImageInfo, pixelLimit: Int = defaultPixelLimit) throws {
    _ = quietLeptonica
    guard info.pages.indices.contains(index) else { throw ImagingError.noSuchPage(index, count: info.pages.count) }
    let page = info.pages[index]
    guard page.pixels <= pixelLimit else {
      throw ImagingError.tooLarge(width: page.width, height: page.height, limit: pixelLimit)
    }
    guard page.pixels > 0 else { throw ImagingError.damaged(info.format, "no pixels") }
    let raw: PixStore
    do {
      raw = try unsafe bytes.withUnsafeBufferPointer { buffer in
        try unsafe PixStore(adopting: Self.read(buffer, info.format, page), from: "decode")
      }
    } catch ImagingError.failed {
      throw ImagingError.damaged(info.format, "its data is broken, or laid out in a way that is not read here")
    }
    try self.init(resolving: raw, resolution: page.resolution)
    // Leptonica turns TIFF pages by itself.
    if info.format != .tiff { self = try turned(exif: page.orientation) }
    if info.format == .tiff, page.orientation >= 5, let r = resolution { resolution = Resolution(x: r.y, y: r.x) }
  }

  private static func read(_ buffer: UnsafeBufferPointer<UInt8>, _ format: ImageFormat, _ page: ImagePage)
    -> UnsafeMutablePointer<PIX>?
  {
    let start = buffer.baseAddress
    switch format {
    case .png: return unsafe pixReadMemPng(start, buffer.count)
    // Without palette, at full size. The hint 0 refuses what libjpeg had to invent pixels for: a lost half of a page
    // would read as blank fields.
    case .jpeg: return unsafe pixReadMemJpeg(start, buffer.count, 0, 1, nil, 0)
    default:
      var offset = page.offset
      return unsafe pixReadMemFromMultipageTiff(start, buffer.count, &offset)
    }
  }

  /// Brings what Leptonica decoded to one of the three depths.
  private init(resolving raw: PixStore, resolution: Resolution?) throws {
    var store = raw
    if unsafe raw.lend({ unsafe pixGetColormap($0) }) != nil {
      store = try unsafe raw.lend { pix in
        // A palette of black and white stays bilevel: this call keeps the least depth that shows the colours.
        if let plain = unsafe pixRemoveColormap(pix, Int32(REMOVE_CMAP_BASED_ON_SRC)) {
          return try unsafe PixStore(adopting: plain, from: "resolve the palette")
        }
        // A palette with samples beside the index (palette + alpha) is no palette: keep what the samples say.
        let copy = try unsafe PixStore(adopting: pixCopy(nil, pix), from: "resolve the palette")
        unsafe copy.lend { _ = unsafe pixDestroyColormap($0) }
        return copy
      }
    }
    if store.bitsPerPixel == 32, unsafe store.lend({ unsafe pixGetSpp($0) }) == 4 {
      store = try unsafe store.lend {
        try unsafe PixStore(adopting: pixAlphaBlendUniform($0, 0xFFFF_FF00), from: "resolve the alpha")
      }
    }
    if store.bitsPerPixel != 1, store.bitsPerPixel != 32 {
      store = try unsafe store.lend { try unsafe PixStore(adopting: pixConvertTo8($0, 0), from: "decode to grey") }
    }
    try self.init(store, resolution: resolution)
  }

  /// Turns the stored rows and columns the way EXIF's number says.
  private func turned(exif orientation: Int) throws -> Bitmap {
    switch orientation {
    case 2: try mirrored()
    case 3: try turned(.half)
    case 4: try mirrored().turned(.half)
    case 5: try turned(.right).mirrored()
    case 6: try turned(.right)
    case 7: try turned(.left).mirrored()
    case 8: try turned(.left)
    default: self
    }
  }
}
