/// Tells how far each pixel of a grey page is darker than the paper on both sides of it: thin lines stand out, edges of bands and
/// tints do not, and no threshold of the page loses a hairline.
///
/// Works along one direction: the pixel is averaged with two neighbours each way along the line, which takes half of the noise away,
/// and compared with what lies `reach` pixels to either side.
struct RidgeField {
  let width: Int
  let height: Int
  private let bytes: [UInt8]
  private let direction: Rule.Direction
  /// More than half the thickness of the thickest rule, in pixels.
  let reach: Int

  init(_ page: Bitmap, _ direction: Rule.Direction, reach: Int) throws {
    (width, height) = (page.width, page.height)
    bytes = try page.greyBytes()
    (self.direction, self.reach) = (direction, max(reach, 2))
  }

  private init(_ other: RidgeField, _ direction: Rule.Direction, reach: Int) {
    (width, height, bytes) = (other.width, other.height, other.bytes)
    (self.direction, self.reach) = (direction, max(reach, 2))
  }

  /// The same field along the other direction.
  func turned() -> RidgeField { RidgeField(self, direction == .horizontal ? .vertical : .horizontal, reach: reach) }

  /// The same field compared with what lies at another distance.
  func reaching(_ reach: Int) -> RidgeField { RidgeField(self, direction, reach: reach) }

  var isVertical: Bool { direction == .vertical }

  /// By how many greys a place of a line is darker than the darker of its two sides: the best of three pixels across. `along` counts
  /// along the line, `across` from the page's left or upper side.
  func contrast(along: Int, across: Int) -> Int {
    (-1...1).map { offset in
      let middle = across + offset
      return min(grey(along, middle - reach), grey(along, middle + reach)) - grey(along, middle)
    }.max()!
  }

  private func grey(_ along: Int, _ across: Int) -> Int {
    let (x, y) = direction == .horizontal ? (along, across) : (across, along)
    guard x >= 0, y >= 0, x < width, y < height else { return 255 }
    return Int(bytes[y * width + x])
  }

  /// Marks what is darker than both sides by more than `contrast` greys.
  func mask(contrast: Int, resolution: Resolution?) throws -> Bitmap {
    let mask = try Bitmap(width: width, height: height, depth: .bilevel, resolution: resolution)
    let least = UInt16(max(contrast, 1) * 5)
    let (side, step) = direction == .horizontal ? (reach * width, 1) : (reach, width)
    let (left, top) = direction == .horizontal ? (2, reach) : (reach, 2)
    guard width > 2 * left, height > 2 * top else { return mask }
    var row = [UInt8](repeating: 0, count: (width + 31) / 32 * 32)
    unsafe mask.store.lendWords { words, perRow in
      unsafe bytes.withUnsafeBufferPointer { grey in
        unsafe row.withUnsafeMutableBufferPointer { row in
          for y in top..<height - top {
            let start = y * width
            for x in left..<width - left {
              let at = start + x
              let sum =
                unsafe UInt16(grey[at]) &+ UInt16(grey[at &- step]) &+ UInt16(grey[at &+ step]) &+ UInt16(grey[at &- 2 &* step])
                &+ UInt16(grey[at &+ 2 &* step])
              let sides = unsafe UInt16(min(grey[at &- side], grey[at &+ side])) &* 5
              unsafe row[x] = sides > sum &+ least ? 1 : 0
            }
            for word in 0..<(width + 31) / 32 {
              var bits: UInt32 = 0
              for bit in 0..<32 { bits = unsafe bits << 1 | UInt32(row[word &* 32 &+ bit]) }
              unsafe words[y &* perRow &+ word] = bits
            }
          }
        }
      }
    }
    return mask
  }
}
