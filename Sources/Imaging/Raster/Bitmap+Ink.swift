import CLeptonica

extension Bitmap {
  /// Paints boxes white; parts outside the page are ignored.
  package mutating func paintWhite(_ boxes: [PixelBox]) throws {
    try fill(boxes, white: true)
  }

  /// Paints boxes black; parts outside the page are ignored.
  package mutating func paintBlack(_ boxes: [PixelBox]) throws {
    try fill(boxes, white: false)
  }

  private mutating func fill(_ boxes: [PixelBox], white: Bool) throws {
    guard !boxes.isEmpty else { return }
    try own()
    // In a bilevel page a set bit is ink; in the others it is light.
    let sets = (depth == .bilevel) != white
    for box in boxes {
      guard let inside = box.intersection(bounds) else { continue }
      unsafe store.lend { pix in
        var area = unsafe boxCreate(Int32(inside.x), Int32(inside.y), Int32(inside.width), Int32(inside.height))
        _ = unsafe sets ? pixSetInRect(pix, area) : pixClearInRect(pix, area)
        unsafe boxDestroy(&area)
      }
    }
  }

  /// Answers a bilevel page without the level lines that are longer than so many pixels and no thicker than so many, and what touches them by a pixel.
  package func withoutLevels(longerThan length: Int, upTo thickness: Int) throws -> Bitmap {
    try requireBilevel()
    return try unsafe making("take out lines") { page in
      var lines = unsafe pixOpenBrick(nil, page, Int32(max(length, 1)), 1)
      defer { unsafe pixDestroy(&lines) }
      var bars = unsafe pixOpenBrick(nil, lines, Int32(max(length, 1)), Int32(thickness + 1))
      defer { unsafe pixDestroy(&bars) }
      var thin = unsafe pixSubtract(nil, lines, bars)
      defer { unsafe pixDestroy(&thin) }
      var wide = unsafe pixDilateBrick(nil, thin, 1, 3)
      defer { unsafe pixDestroy(&wide) }
      var rest = unsafe pixSubtract(nil, page, wide)
      defer { unsafe pixDestroy(&rest) }
      return unsafe pixOr(nil, rest, bars)
    }
  }

  /// Answers a bilevel page without the uprights that are longer than so many pixels and no thicker than so many, and what touches them by a pixel.
  package func withoutUprights(longerThan length: Int, upTo thickness: Int) throws -> Bitmap {
    try turned(.left).withoutLevels(longerThan: length, upTo: thickness).turned(.right)
  }

  /// Copies another bitmap of the same depth onto this one, its top-left corner at the place given.
  package mutating func paste(_ other: Bitmap, x: Int, y: Int) throws {
    guard other.depth == depth else { throw ImagingError.misfit("a paste from another depth") }
    try own()
    unsafe store.lend { page in
      unsafe other.store.lend { patch in
        // 0xC is PIX_SRC, a macro that Swift does not see.
        _ = unsafe pixRasterop(page, Int32(x), Int32(y), Int32(other.width), Int32(other.height), 0xC, patch, 0, 0)
      }
    }
  }

  /// Counts the ink pixels of a bilevel page within a box.
  package func ink(in box: PixelBox) throws -> Int {
    try requireBilevel()
    guard let inside = box.intersection(bounds) else { return 0 }
    return unsafe store.lend { pix in
      var area = unsafe boxCreate(Int32(inside.x), Int32(inside.y), Int32(inside.width), Int32(inside.height))
      defer { unsafe boxDestroy(&area) }
      var count: Int32 = 0
      _ = unsafe pixCountPixelsInRect(pix, area, &count, nil)
      return Int(count)
    }
  }

  /// Counts the ink pixels of each row of a box of a bilevel page, top to bottom.
  package func rowProfile(in box: PixelBox) throws -> [Int] {
    let part = try partForProfile(box)
    return try unsafe part.store.lend { try unsafe Self.numbers(pixCountPixelsByRow($0, nil)) }
  }

  /// Counts the ink pixels of each column of a box of a bilevel page, left to right.
  package func columnProfile(in box: PixelBox) throws -> [Int] {
    let part = try partForProfile(box)
    return try unsafe part.store.lend { try unsafe Self.numbers(pixCountPixelsByColumn($0)) }
  }

  private func partForProfile(_ box: PixelBox) throws -> Bitmap {
    try requireBilevel()
    return try cropped(to: box)
  }

  private static func numbers(_ list: UnsafeMutablePointer<NUMA>?) throws -> [Int] {
    var list = unsafe list
    guard let found = unsafe list else { throw ImagingError.failed("count the ink") }
    defer { unsafe numaDestroy(&list) }
    return unsafe (0..<numaGetCount(found)).map { index in
      var value: Int32 = 0
      _ = unsafe numaGetIValue(found, index, &value)
      return Int(value)
    }
  }

  /// Lists the boxes of the connected pieces of ink of a bilevel page, in reading order of their top-left pixel.
  package func components(connectivity: Int = 8) throws -> [PixelBox] {
    try requireBilevel()
    return try unsafe store.lend { pix in
      var boxes = unsafe pixConnCompBB(pix, Int32(connectivity))
      guard let found = unsafe boxes else { throw ImagingError.failed("find connected ink") }
      defer { unsafe boxaDestroy(&boxes) }
      return unsafe (0..<boxaGetCount(found)).map { index in
        var (x, y, w, h): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        _ = unsafe boxaGetBoxGeometry(found, index, &x, &y, &w, &h)
        return PixelBox(x: Int(x), y: Int(y), width: Int(w), height: Int(h))
      }
    }
  }

  func requireBilevel() throws {
    guard depth == .bilevel else { throw ImagingError.misfit("ink is counted on a bilevel page only") }
  }
}
