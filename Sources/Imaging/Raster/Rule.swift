/// A ruling line as it lies on the page: its middle from end to end, in pixels.
package struct Rule: Hashable, Sendable {
  package enum Direction: Sendable { case horizontal, vertical }

  package let direction: Direction
  /// Left end of a horizontal rule, upper end of a vertical one.
  package let x0: Int
  package let y0: Int
  package let x1: Int
  package let y1: Int
  package let thickness: Int
  /// Whether it is made of dots or dashes.
  package let isDotted: Bool
  /// The dots of a horizontal rule where they stand at one distance.
  let dots: Dots?

  /// The even row of a line's dots: the middle of one of them, the step to the next, and the size of each, in pixels.
  struct Dots: Hashable, Sendable {
    let middle, step: Double
    let width, height: Int

    /// Whether a column lies on a dot, to two pixels.
    func cover(_ x: Int) -> Bool { abs((Double(x) - middle).remainder(dividingBy: step)) <= Double(width) / 2 + 2 }

    /// The middles of those between two columns.
    func middles(from x0: Int, to x1: Int) -> [Double] {
      let first = ((Double(x0) - middle) / step).rounded(.up)
      return Array(stride(from: middle + first * step, through: Double(x1), by: step))
    }
  }

  package init(_ direction: Direction, x0: Int, y0: Int, x1: Int, y1: Int, thickness: Int, isDotted: Bool = false) {
    self.init(direction, x0: x0, y0: y0, x1: x1, y1: y1, thickness: thickness, isDotted: isDotted, dots: nil)
  }

  init(_ direction: Direction, x0: Int, y0: Int, x1: Int, y1: Int, thickness: Int, isDotted: Bool, dots: Dots?) {
    self.direction = direction
    (self.x0, self.y0, self.x1, self.y1) = (x0, y0, x1, y1)
    (self.thickness, self.isDotted, self.dots) = (thickness, isDotted, dots)
  }

  package var length: Int { direction == .horizontal ? x1 - x0 + 1 : y1 - y0 + 1 }

  /// The box that its ink fills.
  package var box: PixelBox {
    let half = thickness / 2
    switch direction {
    case .horizontal:
      return PixelBox(x: x0, y: min(y0, y1) - half, width: length, height: abs(y1 - y0) + max(thickness, 1))
    case .vertical:
      return PixelBox(x: min(x0, x1) - half, y: y0, width: abs(x1 - x0) + max(thickness, 1), height: length)
    }
  }

  /// Tells where a horizontal rule's middle lies at a column, beyond its ends too.
  func y(at x: Int) -> Double {
    x1 == x0 ? Double(y0) : Double(y0) + Double(y1 - y0) * Double(x - x0) / Double(x1 - x0)
  }

  /// Brings a rule found on a page that was turned clockwise back to the page as it was, `height` pixels tall.
  func turnedBack(height: Int) -> Rule {
    // (x, y) of the page lies at (height − 1 − y, x) of the turned one; the left end comes to lie below.
    Rule(
      .vertical, x0: y1, y0: height - 1 - x1, x1: y0, y1: height - 1 - x0, thickness: thickness, isDotted: isDotted)
  }

  /// Brings a vertical rule to a page that is turned clockwise.
  func turned(height: Int) -> Rule {
    Rule(
      .horizontal, x0: height - 1 - y1, y0: x1, x1: height - 1 - y0, y1: x0, thickness: thickness, isDotted: isDotted)
  }
}

/// The rules of one page.
package struct Rules: Hashable, Sendable {
  package var horizontal: [Rule]
  package var vertical: [Rule]
  /// Short verticals that stand on a horizontal rule at even steps: the separators of a comb field.
  package var combs: [Rule]

  package var all: [Rule] { horizontal + vertical + combs }
}
