/// A copy of a bilevel page's bits, quick to ask pixel by pixel and free of pointers.
struct InkGrid {
  let width: Int
  let height: Int
  private let words: [UInt32]
  private let perRow: Int

  init(_ page: Bitmap) throws {
    try page.requireBilevel()
    (width, height) = (page.width, page.height)
    (words, perRow) = unsafe page.store.lendWords { words, perRow in unsafe (Array(words), perRow) }
  }

  /// Whether a pixel is ink; outside the page nothing is.
  subscript(x: Int, y: Int) -> Bool {
    guard x >= 0, y >= 0, x < width, y < height else { return false }
    return words[y * perRow + x >> 5] >> UInt32(31 - x & 31) & 1 == 1
  }

  /// Tells which share of the columns `xs` has ink on one of the rows `ys`.
  func coverage(columns xs: Range<Int>, onRows ys: ClosedRange<Int>) -> Double {
    guard !xs.isEmpty else { return 0 }
    return Double(xs.count { x in ys.contains { self[x, $0] } }) / Double(xs.count)
  }

  /// Tells which share of the rows `ys` has ink on one of the columns `xs`.
  func coverage(rows ys: Range<Int>, onColumns xs: ClosedRange<Int>) -> Double {
    guard !ys.isEmpty else { return 0 }
    return Double(ys.count { y in xs.contains { self[$0, y] } }) / Double(ys.count)
  }

  /// Finds the unbroken ink above and below a pixel of ink.
  func verticalRun(x: Int, y: Int, reach: Int) -> ClosedRange<Int> {
    var (top, bottom) = (y, y)
    while y - top < reach, self[x, top - 1] { top -= 1 }
    while bottom - y < reach, self[x, bottom + 1] { bottom += 1 }
    return top...bottom
  }
}
