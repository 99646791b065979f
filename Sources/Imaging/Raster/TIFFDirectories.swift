/// Walks the page directories of a TIFF file, classic or BigTIFF, and of the EXIF block of a JPEG.
///
/// Our own and not libtiff's: files exist whose directories point back at an earlier one, and tools then count
/// half a million pages. Here every directory is visited once.
struct TIFFDirectories {
  /// More pages than any fax; a longer chain is cut and said so.
  static let pageCap = 5_000

  private(set) var pages: [ImagePage] = []
  private(set) var isCut = false

  private var reader: ByteReader
  private let base: Int
  private var isBig = false

  /// Reads the chain that starts at `base`, where the byte order mark lies; nil without a sound header.
  init?(_ bytes: [UInt8], at base: Int = 0) {
    reader = ByteReader(bytes: bytes)
    self.base = base
    guard let mark = reader.number(at: base, size: 2), mark == 0x4949 || mark == 0x4D4D else { return nil }
    reader.littleEndian = mark == 0x4949
    let version = reader.number(at: base + 2, size: 2)
    isBig = version == 43
    guard isBig || version == 42 else { return nil }
    guard var next = reader.number(at: base + (isBig ? 8 : 4), size: isBig ? 8 : 4) else { return nil }
    var seen: Set<Int> = []
    while next != 0 {
      guard pages.count < Self.pageCap, seen.insert(next).inserted, let following = readDirectory(at: next) else {
        isCut = true
        return
      }
      next = following
    }
  }

  /// Reads one directory and answers where the next one lies; nil when it does not fit into the file.
  private mutating func readDirectory(at offset: Int) -> Int? {
    let (countSize, entrySize) = isBig ? (8, 20) : (2, 12)
    let start = base + offset
    guard offset < reader.bytes.count, let count = reader.number(at: start, size: countSize), count > 0, count < 4096
    else { return nil }
    var page = ImagePage()
    page.offset = offset
    page.colour = .other
    var dpi: (x: Double?, y: Double?, unit: Int) = (nil, nil, 2)
    for index in 0..<count {
      let entry = start + countSize + index * entrySize
      guard let tag = reader.number(at: entry, size: 2) else { return nil }
      switch tag {
      case 256: page.width = value(entry) ?? 0
      case 257: page.height = value(entry) ?? 0
      case 258: page.bitsPerSample = value(entry) ?? 1
      case 259: page.compression = Self.compression(value(entry) ?? 1)
      case 262: page.colour = Self.colour(value(entry) ?? -1)
      case 274: page.orientation = value(entry).flatMap { (1...8).contains($0) ? $0 : nil } ?? 1
      case 277: page.samples = value(entry) ?? 1
      case 282: dpi.x = ratio(entry)
      case 283: dpi.y = ratio(entry)
      case 296: dpi.unit = value(entry) ?? 2
      case 271: page.make = text(entry)
      case 272: page.model = text(entry)
      case 305: page.software = text(entry)
      case 306: page.dateTime = text(entry)
      case 326...328, 34908...34911: page.hasFaxTags = true
      default: break
      }
    }
    // Unit 2 is the inch, 3 the centimetre, 1 only a ratio.
    let perInch = dpi.unit == 3 ? 2.54 : 1
    if let x = dpi.x, let y = dpi.y, dpi.unit != 1 { page.resolution = Resolution(believing: x * perInch, y * perInch) }
    if page.colour == .grey, page.bitsPerSample == 1, page.samples == 1 { page.colour = .bilevel }
    pages.append(page)
    return reader.number(at: start + countSize + count * entrySize, size: isBig ? 8 : 4) ?? 0
  }

  private static let sizes = [1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 16: 8]

  /// Finds where an entry's values lie: in the entry when they fit there, else where it points.
  private func values(_ entry: Int) -> (offset: Int, size: Int, count: Int)? {
    guard let type = reader.number(at: entry + 2, size: 2), let size = Self.sizes[type],
      let count = reader.number(at: entry + 4, size: isBig ? 8 : 4), count > 0, count < 1 << 30
    else { return nil }
    let inline = entry + (isBig ? 12 : 8)
    if size * count <= (isBig ? 8 : 4) { return (inline, size, count) }
    guard let pointer = reader.number(at: inline, size: isBig ? 8 : 4), pointer < reader.bytes.count else { return nil }
    return (base + pointer, size, count)
  }

  /// Reads the first of an entry's whole numbers.
  private func value(_ entry: Int) -> Int? {
    values(entry).flatMap { reader.number(at: $0.offset, size: $0.size) }
  }

  private func ratio(_ entry: Int) -> Double? {
    guard let place = values(entry), place.size == 8, let above = reader.number(at: place.offset, size: 4),
      let below = reader.number(at: place.offset + 4, size: 4), below != 0
    else { return nil }
    return Double(above) / Double(below)
  }

  private func text(_ entry: Int) -> String? {
    values(entry).flatMap { reader.text(at: $0.offset, count: $0.count) }
  }

  private static func compression(_ code: Int) -> String {
    switch code {
    case 1: "none"
    case 2, 32771: "G3 without EOL"
    case 3: "G3"
    case 4: "G4"
    case 5: "LZW"
    case 6: "old JPEG"
    case 7: "JPEG"
    case 8, 32946: "Deflate"
    case 32773: "PackBits"
    default: "code \(code)"
    }
  }

  private static func colour(_ photometric: Int) -> ImagePage.Colour {
    switch photometric {
    case 0, 1: .grey
    case 2: .rgb
    case 3: .palette
    case 5: .cmyk
    case 6: .ycc
    default: .other
    }
  }
}
