import Imaging
import Testing

/// Builds the bytes of a little TIFF file: one list of tags a page.
private struct TIFF {
  var bytes: [UInt8] = [0x49, 0x49, 42, 0, 0, 0, 0, 0]
  private var link = 4

  private func little(_ value: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(value >> (8 * $0) & 255) } }

  /// Adds a page of 8-bit samples; `next` overrides where the directory after it lies.
  mutating func page(
    width: Int, height: Int, photometric: Int = 1, samples: Int = 1, data: [UInt8], more: [(Int, Int, Int)] = [],
    next: Int? = nil
  ) -> Int {
    let strip = bytes.count
    bytes += data
    if bytes.count % 2 == 1 { bytes.append(0) }
    var bits = (3, 1, 8)
    if samples > 1 {
      bits = (3, samples, bytes.count)
      for _ in 0..<samples { bytes += little(8, 2) }
    }
    let directory = bytes.count
    var tags: [(tag: Int, type: Int, count: Int, value: Int)] = [
      (256, 4, 1, width), (257, 4, 1, height), (258, bits.0, bits.1, bits.2), (259, 3, 1, 1), (262, 3, 1, photometric),
      (273, 4, 1, strip), (277, 3, 1, samples), (278, 4, 1, height), (279, 4, 1, data.count),
    ]
    tags += more.map { ($0.0, 3, $0.1, $0.2) }
    tags.sort { $0.tag < $1.tag }
    bytes += little(tags.count, 2)
    for tag in tags { bytes += little(tag.tag, 2) + little(tag.type, 2) + little(tag.count, 4) + little(tag.value, 4) }
    bytes.replaceSubrange(link..<link + 4, with: little(directory, 4))
    link = bytes.count
    bytes += little(next ?? 0, 4)
    return directory
  }
}

struct DecodingTests {
  @Test func `both pages of a fax are read`() throws {
    let info = try ImageInfo(probing: Fixtures.fax)
    #expect(info.pages.map(\.width) == [64, 32] && info.pages[0].compression == "G4" && !info.pagesCut)
    #expect(info.pages[0].resolution == Resolution(x: 204, y: 196))
    let page = try Bitmap(decoding: Fixtures.fax)
    #expect(page.depth == .bilevel)
    #expect(try page.components() == [PixelBox(x: 8, y: 8, width: 16, height: 8)])
    let blank = try Bitmap(decoding: Fixtures.fax, page: 1)
    #expect(try blank.width == 32 && blank.ink(in: blank.bounds) == 0)
    #expect(throws: ImagingError.noSuchPage(2, count: 2)) { try Bitmap(decoding: Fixtures.fax, page: 2) }
  }

  @Test func `a photograph is turned as EXIF says`() throws {
    let page = try #require(try ImageInfo(probing: Fixtures.photo).pages.first)
    #expect(page.orientation == 6 && page.make == "Example" && page.model == "Camera 1")
    let photo = try Bitmap(decoding: Fixtures.photo)
    #expect(photo.width == 20 && photo.height == 40)
    #expect(photo.darkness(x: 15, y: 6) > 180 && photo.darkness(x: 4, y: 6) < 60)
  }

  @Test func `alpha lies over white`() throws {
    let bitmap = try Bitmap(decoding: Fixtures.alpha)
    #expect(bitmap.darkness(x: 0, y: 0) == 0 && bitmap.darkness(x: 1, y: 1) == 255)
    #expect((110...145).contains(bitmap.darkness(x: 2, y: 1)))
  }

  @Test(arguments: [Fixtures.palette, Fixtures.deep]) func `palettes and 16 bits become plain`(png: [UInt8]) throws {
    let bitmap = try Bitmap(decoding: png)
    #expect(bitmap.darkness(x: 3, y: 2) > 200 && bitmap.darkness(x: 2, y: 2) < 20)
  }

  @Test(arguments: [Fixtures.cmykJPEG, Fixtures.cmykTIFF]) func `cyan, magenta, yellow and black are understood`(
    bytes: [UInt8]
  ) throws {
    let bitmap = try Bitmap(decoding: bytes)
    #expect(bitmap.darkness(x: 2, y: 8) > 220 && bitmap.darkness(x: 13, y: 8) < 30)
  }

  @Test func `the limit holds before anything is decoded`() throws {
    var bomb = Fixtures.alpha
    bomb.replaceSubrange(16..<24, with: [0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20])
    #expect(throws: ImagingError.tooLarge(width: 20_000, height: 20_000, limit: 40_000_000)) {
      try Bitmap(decoding: bomb)
    }
    #expect(throws: ImagingError.tooLarge(width: 64, height: 48, limit: 3_000)) {
      try Bitmap(decoding: Fixtures.fax, pixelLimit: 3_000)
    }
  }

  @Test func `a loop of TIFF directories ends`() throws {
    var tiff = TIFF()
    let first = tiff.page(width: 2, height: 2, data: [0, 255, 255, 0])
    _ = tiff.page(width: 3, height: 1, data: [0, 1, 2], next: first)
    let info = try ImageInfo(probing: tiff.bytes)
    #expect(info.pages.map(\.width) == [2, 3] && info.pagesCut)
    #expect(try Bitmap(decoding: tiff.bytes, page: 1).greyBytes() == [0, 1, 2])
  }

  @Test func `a palette page with alpha does not bring the process down`() throws {
    var tiff = TIFF()
    let map = tiff.bytes.count
    tiff.bytes += (0..<768 * 2).map { UInt8($0 / 2 & 255) }
    _ = tiff.page(
      width: 2, height: 2, photometric: 3, samples: 2, data: [0, 255, 9, 255, 200, 255, 255, 255],
      more: [(320, 768, map), (338, 1, 2)])
    // Decoded or refused: both are answers.
    if let bitmap = try? Bitmap(decoding: tiff.bytes) { _ = try OCREngine().recognizePage(bitmap) }
  }

  @Test func `every shorter copy of a file is decoded or refused`() throws {
    for file in [Fixtures.fax, Fixtures.photo, Fixtures.alpha, Fixtures.cmykTIFF] {
      for count in stride(from: 0, to: file.count, by: 7) {
        do { _ = try Bitmap(decoding: Array(file.prefix(count))) } catch is ImagingError {}
      }
    }
  }

  @Test func `a cut JPEG is refused, for a lost half would read as blank fields`() {
    #expect(throws: ImagingError.self) { try Bitmap(decoding: Fixtures.cutJPEG) }
  }

  @Test(arguments: [
    ("GIF89a", ImageFormat.gif), ("%PDF-1.7", .pdf), ("RIFF0000WEBP", .webp), ("0000ftypheic", .heic),
  ]) func `other formats are named`(start: String, format: ImageFormat) {
    #expect(throws: ImagingError.notDecodable(format)) { try ImageInfo(probing: Array(start.utf8)) }
  }

  @Test func `unbelievable densities are no resolution`() {
    #expect(Resolution(believing: 1, 1) == nil && Resolution(believing: 72_000, 300) == nil)
    #expect(Resolution(believing: 204, 98) == Resolution(x: 204, y: 98))
  }
}
