extension ImageInfo {
  /// Reads the headers of an image and decodes nothing; throws when the format is unknown or its header is broken.
  package init(probing bytes: [UInt8]) throws {
    guard let format = ImageFormat(of: bytes), format.isDecodable else {
      throw ImagingError.notDecodable(ImageFormat(of: bytes))
    }
    var cut = false
    let pages: [ImagePage]
    switch format {
    case .png: pages = try [Self.png(ByteReader(bytes: bytes))]
    case .jpeg: pages = try [Self.jpeg(ByteReader(bytes: bytes))]
    default:
      guard let walk = TIFFDirectories(bytes), !walk.pages.isEmpty else {
        throw ImagingError.damaged(.tiff, "no page directory")
      }
      (pages, cut) = (walk.pages, walk.isCut)
    }
    self.init(format: format, pages: pages, pagesCut: cut)
  }

  private static func png(_ reader: ByteReader) throws -> ImagePage {
    var page = ImagePage()
    guard reader.number(at: 12, size: 4) == 0x4948_4452, let width = reader.number(at: 16, size: 4),
      let height = reader.number(at: 20, size: 4), let bits = reader.number(at: 24, size: 1),
      let type = reader.number(at: 25, size: 1), width > 0, height > 0
    else { throw ImagingError.damaged(.png, "header") }
    (page.width, page.height, page.bitsPerSample, page.compression) = (width, height, bits, "Deflate")
    (page.samples, page.colour) =
      switch type {
      case 2: (3, .rgb)
      case 3: (1, .palette)
      case 4: (2, .grey)
      case 6: (4, .rgb)
      default: (1, bits == 1 ? .bilevel : .grey)
      }
    // The density chunk must come before the pixels.
    var offset = 8
    while let length = reader.number(at: offset, size: 4), let name = reader.number(at: offset + 4, size: 4),
      name != 0x4944_4154
    {
      if name == 0x7048_5973, let x = reader.number(at: offset + 8, size: 4),
        let y = reader.number(at: offset + 12, size: 4), reader.number(at: offset + 16, size: 1) == 1
      {
        page.resolution = Resolution(believing: (Double(x) * 0.0254).rounded(), (Double(y) * 0.0254).rounded())
      }
      offset += length + 12
    }
    return page
  }

  private static func jpeg(_ reader: ByteReader) throws -> ImagePage {
    var page = ImagePage()
    var offset = 2
    while true {
      // Fill bytes may stand before a marker.
      while reader.number(at: offset, size: 2) == 0xFFFF { offset += 1 }
      guard let marker = reader.number(at: offset, size: 2), marker >= 0xFF01 else {
        throw ImagingError.damaged(.jpeg, "header")
      }
      if marker == 0xFF01 || (0xFFD0...0xFFD8).contains(marker) {
        offset += 2
        continue
      }
      guard marker != 0xFFD9, marker != 0xFFDA, let length = reader.number(at: offset + 2, size: 2), length >= 2 else {
        throw ImagingError.damaged(.jpeg, "no frame header")
      }
      let body = offset + 4
      switch marker {
      case 0xFFE0 where reader.text(at: body, count: 5) == "JFIF":
        if let x = reader.number(at: body + 8, size: 2), let y = reader.number(at: body + 10, size: 2),
          let unit = reader.number(at: body + 7, size: 1), unit == 1 || unit == 2
        {
          let perInch = unit == 2 ? 2.54 : 1
          page.resolution = Resolution(believing: Double(x) * perInch, Double(y) * perInch)
        }
      case 0xFFE1 where reader.text(at: body, count: 5) == "Exif":
        if let exif = TIFFDirectories(reader.bytes, at: body + 6)?.pages.first {
          page.orientation = exif.orientation
          (page.make, page.model, page.software) = (exif.make, exif.model, exif.software)
          page.dateTime = exif.dateTime
          page.resolution = page.resolution ?? exif.resolution
        }
      case 0xFFC0...0xFFCF where marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC:
        guard let bits = reader.number(at: body, size: 1), let height = reader.number(at: body + 1, size: 2),
          let width = reader.number(at: body + 3, size: 2), let samples = reader.number(at: body + 5, size: 1),
          width > 0, height > 0
        else { throw ImagingError.damaged(.jpeg, "frame header") }
        (page.width, page.height, page.bitsPerSample, page.samples) = (width, height, bits, samples)
        page.colour = samples == 1 ? .grey : samples == 4 ? .cmyk : .ycc
        page.compression = marker == 0xFFC2 ? "progressive" : marker == 0xFFC0 ? "baseline" : "code \(marker - 0xFFC0)"
        return page
      default: break
      }
      offset += 2 + length
    }
  }
}
