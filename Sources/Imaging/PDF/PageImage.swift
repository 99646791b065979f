/// The image that makes a scanned page, taken out of the PDF as it is, never drawn again.
package struct PageImage {
  private let object: PDFObject
  private let width: Int
  private let height: Int

  /// Fails for an image without size; throws when it has more pixels than the limit.
  package init?(_ object: PDFObject, limits: Int) throws {
    guard let width = object["Width"].int, let height = object["Height"].int, width > 0, height > 0,
      width < 100_000, height < 100_000
    else { return nil }
    if width * height > limits { throw ImagingError.tooLarge(width: width, height: height, limit: limits) }
    (self.object, self.width, self.height) = (object, width, height)
  }

  /// The pixels, with the resolution that the page's width in points gives; nil for encodings left to Poppler.
  package func bitmap(pageWidth: Double) throws -> Bitmap? {
    let resolution = Resolution(Double(width) * 72 / pageWidth)
    let filters =
      object["Filter"].name.map { [$0] } ?? object["Filter"].items(limit: 8).compactMap(\.name)
    var bitmap: Bitmap?
    switch filters.last {
    case "DCTDecode" where filters.count == 1:
      if let bytes = object.stored() { bitmap = try? Bitmap(decoding: bytes) }
    case "CCITTFaxDecode" where filters.count == 1:
      if let bytes = object.stored() { bitmap = try? Bitmap(decoding: faxTIFF(bytes)) }
    case "FlateDecode", "LZWDecode", "RunLengthDecode", nil:
      bitmap = try samples(object.decoded() ?? [])
    default: break
    }
    bitmap?.resolution = resolution
    return bitmap
  }

  private func samples(_ bytes: [UInt8]) throws -> Bitmap? {
    let bits = object["BitsPerComponent"].int ?? 1
    let space = object["ColorSpace"]
    let name = space.name ?? space.items(limit: 1).first?.name
    let components: Int
    switch name {
    case "DeviceGray", "CalGray", "G": components = 1
    case "DeviceRGB", "CalRGB", "RGB": components = 3
    case "ICCBased": components = space.items(limit: 2)[safe: 1]?["N"].int ?? 0
    default: components = object["ImageMask"].bool == true ? 1 : 0
    }
    let inverted = (object["Decode"].numbers(2)?[0] ?? 0) > 0.5
    switch (components, bits) {
    case (1, 1):
      let row = (width + 7) / 8
      guard bytes.count >= row * height else { return nil }
      return try Bitmap(
        bytes: bytes, layout: .bilevel(blackIs1: inverted), width: width, height: height, stride: row)
    case (1, 8) where !inverted && bytes.count >= width * height:
      return try Bitmap(bytes: bytes, layout: .grey8, width: width, height: height, stride: width)
    case (3, 8) where !inverted && bytes.count >= width * height * 3:
      return try Bitmap(bytes: bytes, layout: .rgb24, width: width, height: height, stride: width * 3)
    default: return nil
    }
  }

  /// Wraps fax-coded data in the header of a one-strip TIFF, as libtiff wants it.
  private func faxTIFF(_ data: [UInt8]) -> [UInt8] {
    let parameters = object["DecodeParms"].kind == .array ? object["DecodeParms"].items(limit: 1)[0] : object["DecodeParms"]
    let k = parameters["K"].int ?? 0
    let blackIs1 = parameters["BlackIs1"].bool ?? false
    let inverted = (object["Decode"].numbers(2)?[0] ?? 0) > 0.5
    let columns = parameters["Columns"].int ?? 1728
    // The coded runs are black and white by themselves: BlackIs1 only says how their decoded bits count in the PDF, and with
    // the usual Decode for that polarity black runs show black. A Decode that turns them round shows them white.
    let showsNegative = blackIs1 ? !inverted : inverted
    var tags: [(UInt16, UInt16, UInt32)] = [
      (256, 4, UInt32(columns)), (257, 4, UInt32(height)), (258, 3, 1), (259, 3, k < 0 ? 4 : 3),
      (262, 3, showsNegative ? 1 : 0), (273, 4, 0), (277, 3, 1), (278, 4, UInt32(height)), (279, 4, UInt32(data.count)),
    ]
    if k > 0 { tags.append((292, 4, 1)) }
    let offset = UInt32(8 + 2 + tags.count * 12 + 4)
    tags[5].2 = offset
    var out: [UInt8] = [0x49, 0x49, 42, 0, 8, 0, 0, 0]
    func put16(_ v: UInt16) { out += [UInt8(v & 255), UInt8(v >> 8)] }
    func put32(_ v: UInt32) { put16(UInt16(v & 65535)); put16(UInt16(v >> 16)) }
    put16(UInt16(tags.count))
    for (tag, type, value) in tags {
      put16(tag)
      put16(type)
      put32(1)
      put32(value)
    }
    put32(0)
    return out + data
  }
}
