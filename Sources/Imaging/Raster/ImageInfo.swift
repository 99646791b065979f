/// Names the formats that a sender may attach, told by their first bytes and never by a file name.
package enum ImageFormat: String, Hashable, Sendable {
  case png = "PNG"
  case jpeg = "JPEG"
  case tiff = "TIFF"
  case gif = "GIF"
  case bmp = "BMP"
  case webp = "WebP"
  case heic = "HEIC"
  case avif = "AVIF"
  case jpeg2000 = "JPEG 2000"
  case pdf = "PDF"

  /// Tells the format by its signature, nil when no signature fits.
  package init?(of bytes: [UInt8]) {
    func starts(_ signature: [UInt8], at offset: Int = 0) -> Bool {
      bytes.count >= offset + signature.count && bytes[offset..<offset + signature.count].elementsEqual(signature)
    }
    if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if starts([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if starts([0x49, 0x49, 42, 0]) || starts([0x4D, 0x4D, 0, 42]) || starts([0x49, 0x49, 43, 0])
      || starts([0x4D, 0x4D, 0, 43])
    {
      self = .tiff
    } else if starts(Array("GIF8".utf8)) {
      self = .gif
    } else if starts(Array("%PDF".utf8)) {
      self = .pdf
    } else if starts(Array("RIFF".utf8)), starts(Array("WEBP".utf8), at: 8) {
      self = .webp
    } else if starts([0xFF, 0x4F, 0xFF, 0x51]) || starts(Array("jP  ".utf8), at: 4) {
      self = .jpeg2000
    } else if starts(Array("ftypavi".utf8), at: 4) {
      self = .avif
    } else if ["ftyphei", "ftyphev", "ftypmif", "ftypmsf"].contains(where: { starts(Array($0.utf8), at: 4) }) {
      self = .heic
    } else if starts(Array("BM".utf8)), bytes.count > 26, bytes[5] == 0 || bytes[14] == 40 {
      self = .bmp
    } else {
      return nil
    }
  }

  /// Whether `Bitmap` decodes it. The others are named only to tell the sender what to do.
  package var isDecodable: Bool { self == .png || self == .jpeg || self == .tiff }
}

/// Tells what an image file announces about itself, read from its headers alone.
package struct ImageInfo: Hashable, Sendable {
  package let format: ImageFormat
  /// One entry a page, in order; PNG and JPEG have one.
  package let pages: [ImagePage]
  /// Whether the list of pages was cut: a loop of directories, more than the cap, or a broken link.
  package let pagesCut: Bool
}

/// Tells what the header of one page announces.
package struct ImagePage: Hashable, Sendable {
  /// In pixels as stored, before any turning that the file asks for.
  package var width = 0
  package var height = 0
  package var bitsPerSample = 1
  package var samples = 1
  package var colour = Colour.grey
  package var compression = ""
  package var resolution: Resolution?
  /// EXIF's and TIFF's number, 1 to 8: how the stored rows and columns are to be turned; 1 when not said.
  package var orientation = 1
  /// Whether TIFF carries tags that only fax software writes.
  package var hasFaxTags = false
  /// Raw strings of the maker, as the file has them: data from outside, never to be shown unescaped.
  package var make: String?
  package var model: String?
  package var software: String?
  package var dateTime: String?
  /// Where a TIFF page's directory begins.
  var offset = 0

  package enum Colour: String, Hashable, Sendable {
    case bilevel, grey, palette, rgb, cmyk, ycc, other
  }

  package var pixels: Int { width.multipliedReportingOverflow(by: height).overflow ? .max : width * height }
}
