import CLeptonica

/// Tells by how many degrees a page is turned.
package struct Skew: Hashable, Sendable {
  /// Clockwise degrees that set the page upright when given to `rotated(degrees:)`: −5 to 5.
  package let correction: Double
  /// Leptonica's ratio of the best to the worst alignment; below about 3 it means little.
  package let confidence: Double

  /// Measures the slope of text lines and rules; nil when the page has too little of either.
  package init?(of page: Bitmap) throws {
    let ink = try page.bilevel()
    // A sweep at a quarter of the size, then a search at half: 10 ms a Letter page at 300 dpi.
    let small = max(ink.width, ink.height) < 1200
    var (angle, confidence): (Float, Float) = (0, 0)
    let failed = unsafe ink.store.lend {
      unsafe pixFindSkewSweepAndSearch($0, &angle, &confidence, small ? 2 : 4, small ? 1 : 2, 5.5, 1, 0.01)
    }
    guard failed == 0, confidence >= 2 else { return nil }
    (correction, self.confidence) = (Double(angle), Double(confidence))
  }
}

/// Tells which way up a page of print lies.
package struct Orientation: Hashable, Sendable {
  /// The turn that sets the page upright.
  package let correction: Turn
  /// How clear it is: the difference between the two best readings of ascenders against descenders, in standard
  /// deviations; a form at 300 dpi has 25 and more.
  package let score: Double

  /// Counts ascenders and descenders of Latin print; nil when they do not decide.
  ///
  /// Handwriting, capitals and a nearly blank page decide nothing: then the form's own landmarks must.
  package init?(of page: Bitmap) throws {
    var ink = try page.bilevel()
    // Measured on forms at 300 dpi: 29 to 42 deviations at full size, 4 to 16 at half size, so only finer scans shrink.
    if let dpi = ink.resolution, dpi.x > 400 { ink = try ink.scaled(300 / dpi.x) }
    var (up, left): (Float, Float) = (0, 0)
    guard unsafe ink.store.lend({ unsafe pixOrientDetect($0, &up, &left, 0, 0) }) == 0 else { return nil }
    let (tall, wide) = (Double(abs(up)), Double(abs(left)))
    guard max(tall, wide) >= 8, abs(tall - wide) >= 5 else { return nil }
    score = abs(tall - wide)
    // Leptonica: up < 0 is upside down; left > 0 means that a quarter turn clockwise sets it upright.
    correction = tall > wide ? (up > 0 ? .none : .half) : (left > 0 ? .right : .left)
  }
}

extension Bitmap {
  /// Sets a page upright that is turned by a few degrees; the page as it is when it shows
  /// no skew worth the loss of sharpness.
  package func deskewed(by skew: Skew?) throws -> Bitmap {
    guard let skew, abs(skew.correction) >= 0.05 else { return self }
    return try rotated(degrees: skew.correction)
  }
}
