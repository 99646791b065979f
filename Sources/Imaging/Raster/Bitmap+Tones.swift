import CLeptonica

/// Says how grey becomes ink.
package enum Threshold: Hashable, Sendable {
  /// Darker than this grey is ink.
  case fixed(Int)
  /// Otsu's value of the whole page: right for clean print, loses faint print beside black.
  case otsu
  /// The background is evened out first, then the threshold lies as near to it as the noise allows.
  ///
  /// The default: tinted cells and shaded photographs become white, and a rule or a pencil tick that is only a
  /// little darker than its paper stays. Sauvola (292 ms a page against 42 for Otsu) hollows out solid marks.
  case faint
}

extension Bitmap {
  /// Answers the page in 8-bit grey by luminance, so that a highlighter stays light.
  package func grey() throws -> Bitmap {
    switch depth {
    case .grey: self
    case .bilevel: try unsafe making("convert to grey") { unsafe pixConvert1To8(nil, $0, 255, 0) }
    case .colour: try unsafe making("convert to grey") { unsafe pixConvertRGBToLuminance($0) }
    }
  }

  /// Answers the page as ink and no ink.
  package func bilevel(_ threshold: Threshold = .faint) throws -> Bitmap {
    if depth == .bilevel { return self }
    let grey = try grey()
    switch threshold {
    case .fixed(let value): return try grey.thresholded(value)
    case .otsu: return try grey.thresholded(grey.otsuValue())
    case .faint:
      let even = try grey.withEvenBackground()
      return try even.thresholded(even.histogram().faintThreshold)
    }
  }

  /// Brings the paper of a grey page to one light tone (about 200), whatever its tint and shading.
  package func withEvenBackground() throws -> Bitmap {
    let grey = try grey()
    // Leptonica estimates the paper in tiles of 10 × 15 pixels. In a crop of one line most tiles hold print, and the
    // paper comes out too dark there (measured: 10 of 100 lines lost at 200 dpi); a crop has one tone anyway.
    if width >= 300, height >= 300 {
      let even = unsafe grey.store.lend { unsafe pixBackgroundNormSimple($0, nil, nil) }
      if unsafe even != nil { return try unsafe Bitmap(adopting: even, from: "even out", resolution: resolution) }
    }
    let paper = max(grey.histogram().paper, 1)
    var even = grey
    try even.own()
    unsafe even.store.lend { _ = unsafe pixMultConstantGray($0, 200 / Float(paper)) }
    return even
  }

  func thresholded(_ value: Int) throws -> Bitmap {
    try unsafe making("threshold") { unsafe pixThresholdToBinary($0, Int32(min(max(value, 1), 255))) }
  }

  private func otsuValue() throws -> Int {
    try unsafe store.lend { pix in
      var (map, value): (UnsafeMutablePointer<PIX>?, UInt32) = (nil, 128)
      _ = unsafe pixOtsuAdaptiveThreshold(pix, Int32(width), Int32(height), 0, 0, 0.1, &map, nil)
      defer { unsafe pixDestroy(&map) }
      guard let found = unsafe map, unsafe pixGetPixel(found, 0, 0, &value) == 0 else {
        throw ImagingError.failed("find a threshold")
      }
      return Int(value)
    }
  }

  /// Counts how often each grey occurs.
  func histogram() -> Histogram {
    unsafe store.lendWords { words, perRow in
      var counts = [Int](repeating: 0, count: 256)
      for y in 0..<height {
        for x in 0..<width {
          let word = unsafe words[y * perRow + x >> 2]
          counts[Int(word >> UInt32(24 - (x & 3) * 8) & 255)] += 1
        }
      }
      return Histogram(counts: counts)
    }
  }
}

/// Counts of the 256 greys of a page.
struct Histogram {
  let counts: [Int]

  /// The most frequent tone of the lighter half: what the paper looks like.
  var paper: Int {
    let total = counts.reduce(0, +)
    // The lighter half by rank, so that a photograph of a dark desk still has a paper.
    var (seen, median) = (0, 0)
    while median < 255, seen + counts[median] < total / 2 {
      seen += counts[median]
      median += 1
    }
    return (median...255).max { counts[$0] < counts[$1] } ?? 255
  }

  /// The grey below which a pixel is ink: five times the paper's own noise below the paper, at least 24.
  ///
  /// Noise is measured on the lighter side of the paper only, where no ink is.
  var faintThreshold: Int {
    let paper = paper
    var (sum, count) = (0.0, 0.0)
    for tone in paper...255 {
      sum += Double(counts[tone]) * Double((tone - paper) * (tone - paper))
      count += Double(counts[tone])
    }
    let noise = count > 0 ? (sum / count).squareRoot() : 0
    return paper - Int(min(max(24, 5 * noise), Double(paper) * 0.45))
  }
}
