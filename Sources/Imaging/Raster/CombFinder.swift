import CLeptonica

/// Finds the short separators that stand on the baseline of a comb field.
struct CombFinder {
  let dpi: Double

  /// Lists verticals of at least 0.06 inch that end on a horizontal rule, stand at even steps and are equally tall.
  ///
  /// Letters that stand on a rule are kept out by the even steps: at least three in a row, most places of the row taken; or, where a line's two
  /// ends are turned up, by these.
  func separators(of page: Bitmap, on lines: [Rule], besides walls: [Rule]) throws -> [Rule] {
    let tall = max(Int(dpi * 0.06), 4)
    let stems = try unsafe page.making("find separators") { unsafe pixOpenCompBrick(nil, $0, 1, Int32(tall)) }
    // A rule with a stem stays in the opening only under the stem, so that a stem's box ends with the rule.
    let boxes = try stems.components().filter { box in
      box.width <= max(Int(dpi * 0.025), 2) && box.height < Int(dpi * 0.45)
        && !walls.contains { $0.box.grown(3, 3).contains(box) }
    }
    var found: [Rule] = []
    for line in lines {
      let standing = boxes.filter { box in
        let (x, reach) = (box.x + box.width / 2, line.thickness / 2 + 3)
        guard x >= line.x0 - 4, x <= line.x1 + 4 else { return false }
        let y = line.y(at: x)
        return abs(Double(box.maxY) - y) <= Double(reach) || abs(Double(box.y) - y) <= Double(reach)
      }
      var teeth = Self.evenlySpaced(standing, dpi: dpi)
      // The stems of a typewriter's letters stand at even steps too, and bear arms.
      if try teeth.count(where: { try isBare($0, page, line) }) * 2 <= teeth.count { teeth = [] }
      let ends = try Self.upturned(standing.filter { try isBare($0, page, line) }, of: line)
      found += (teeth + ends.filter { !teeth.contains($0) }).map { box in
        let middle = box.x + box.width / 2
        return Rule(.vertical, x0: middle, y0: box.y, x1: middle, y1: box.maxY - 1, thickness: box.width)
      }
    }
    return found
  }

  /// The uprights at both ends of a line, as it were its ends turned up, and those as tall between them; none where one end has none.
  private static func upturned(_ boxes: [PixelBox], of line: Rule) -> [PixelBox] {
    func end(at x: Int) -> PixelBox? { boxes.first { abs($0.x + $0.width / 2 - x) <= max(line.thickness, 3) } }
    guard let first = end(at: line.x0), let last = end(at: line.x1), first != last else { return [] }
    func isAlike(_ box: PixelBox) -> Bool { abs(box.height - first.height) <= max(first.height / 7, 2) }
    // Between them letters may stand: a tooth is as tall to the pixel.
    return isAlike(last) ? boxes.filter { $0 == first || $0 == last || abs($0.height - first.height) <= 1 && abs($0.height - last.height) <= 2 } : []
  }

  /// Whether hardly any ink stands at the sides of an upright, but for the line it stands on or hangs from.
  private func isBare(_ box: PixelBox, _ page: Bitmap, _ line: Rule) throws -> Bool {
    let (beside, clear) = (max(Int(dpi / 100), 1), line.thickness + 3)
    let isStanding = abs(Double(box.maxY) - line.y(at: box.x)) < abs(Double(box.y) - line.y(at: box.x))
    let rows = (y: isStanding ? box.y : box.y + clear, height: max(box.height - clear, 1))
    let sides = [box.x - 1 - beside, box.maxX + 1].compactMap { PixelBox(x: $0, y: rows.y, width: beside, height: rows.height).intersection(page.bounds) }
    return try sides.reduce(0) { try $0 + page.ink(in: $1) } * 16 <= sides.reduce(0) { $0 + $1.area }
  }

  /// Keeps the largest set of boxes that are equally tall and lie on the teeth of one comb.
  private static func evenlySpaced(_ boxes: [PixelBox], dpi: Double) -> [PixelBox] {
    guard boxes.count >= 3 else { return [] }
    let sorted = boxes.sorted { $0.x < $1.x }
    var best: [PixelBox] = []
    for (index, anchor) in sorted.enumerated() {
      let alike = sorted.filter { abs($0.height - anchor.height) <= max(anchor.height / 7, 2) }
      for other in sorted.dropFirst(index + 1).prefix(4) {
        let step = Double(other.x - anchor.x)
        guard step >= dpi * 0.1, step <= dpi * 0.5 else { continue }
        let teeth = alike.filter { box in
          let places = Double(box.x - anchor.x) / step
          return abs(places - places.rounded()) * step <= max(step * 0.08, 2)
        }
        guard let first = teeth.first, let last = teeth.last, teeth.count >= 3 else { continue }
        let places = Double(last.x - first.x) / step + 1
        if teeth.count > best.count, Double(teeth.count) >= places * 0.6 { best = teeth }
      }
    }
    return best
  }
}
