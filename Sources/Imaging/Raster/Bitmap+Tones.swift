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
    // Leptonica estimates the paper in tiles. In a crop of one line most tiles hold print, and the paper would come
    // out too dark there; a crop has one tone anyway.
    if width >= 300, height >= 300 {
      // Tiles larger than a tick box, and nothing darker than half the paper counts as paper: with Leptonica's own
      // numbers (10 × 15, 60) a box filled in pencil and a grey bar come out white.
      let dark = Int32(grey.histogram().paper / 2)
      let even = unsafe grey.store.lend { unsafe pixBackgroundNorm($0, nil, nil, 48, 48, dark, 576, 200, 2, 2) }
      if unsafe even != nil { return try unsafe Bitmap(adopting: even, from: "even out", resolution: resolution) }
    }
    let paper = max(grey.histogram().paper, 1)
    var even = grey
    try even.multiply(by: 200 / Float(paper))
    return even
  }

  /// Lightens a grey page until its paper is white; what is lighter than the paper becomes white too.
  func withWhitePaper() throws -> Bitmap {
    var white = try grey()
    let paper = max(white.histogram().paper, 1)
    try white.multiply(by: 255 / Float(paper))
    return white
  }

  /// Multiplies every tone of a grey page; what gets lighter than white is white.
  mutating func multiply(by factor: Float) throws {
    try own()
    unsafe store.lend { _ = unsafe pixMultConstantGray($0, factor) }
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

  /// The tone of the paper, 0 to 255.
  package func paperTone() throws -> Int { try grey().histogram().paper }

  /// What the paper looks like where shaded panels may take more of the page than they leave bare: a lighter tone than most of it is paper
  /// where it stands all over the page; what lies around a sheet, or where light falls on one side, does not.
  func barePaper() throws -> Int {
    let (usual, lightest) = (histogram().paper, histogram().lightest)
    guard lightest > usual, width >= 20, height >= 20 else { return usual }
    let (w, h) = (width * 2 / 5, height * 2 / 5)
    let quarters = [(width / 10, height / 10), (width / 2, height / 10), (width / 10, height / 2), (width / 2, height / 2)]
    let isAllOver = try quarters.allSatisfy { x, y in
      try cropped(to: PixelBox(x: x, y: y, width: w, height: h)).histogram().mass(about: lightest) * 20 >= w * h
    }
    return isAllOver ? lightest : usual
  }

  /// Counts how often each grey occurs.
  func histogram() -> Histogram {
    unsafe store.lend { pix in
      var list = unsafe pixGetGrayHistogram(pix, 1)
      defer { unsafe numaDestroy(&list) }
      guard let found = unsafe list else { return Histogram(counts: [Int](repeating: 0, count: 256)) }
      return Histogram(
        counts: (0..<Int32(256)).map { tone in
          var count: Int32 = 0
          _ = unsafe numaGetIValue(found, tone, &count)
          return Int(count)
        })
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

  /// How much of the page is of a tone, or hardly lighter or darker.
  func mass(about tone: Int) -> Int { counts[max(tone - 2, 0)...min(tone + 2, 255)].reduce(0, +) }

  /// The lightest tone about which a fifth as much of the page gathers as about its most frequent one, parted from that by tones that hardly occur.
  var lightest: Int {
    let usual = paper
    return (usual...255).last { tone in
      mass(about: tone) * 5 >= mass(about: usual) && counts[tone] == counts[max(tone - 4, 0)...min(tone + 4, 255)].max()
        && (tone - usual < 6 || (usual + 3...tone - 3).contains { mass(about: $0) * 2 < min(mass(about: tone), mass(about: usual)) })
    } ?? usual
  }

  /// The tone that a share of the pixels is darker than, or as dark as.
  func tone(below share: Double) -> Int {
    let wanted = max(Int(Double(counts.reduce(0, +)) * share), 1)
    var seen = 0
    return counts.firstIndex { count in
      seen += count
      return seen >= wanted
    } ?? 255
  }

  /// How many greys the paper's own grain spans on its lighter side, where no ink is.
  var noise: Int {
    let paper = paper
    // The tone above the paper that two thirds of the lighter pixels do not reach: a few glaring ones do not matter.
    let lighter = counts[paper..<255].reduce(0, +)
    var (noise, seen) = (0, counts[paper])
    while paper + noise + 1 < 255, seen * 100 < lighter * 68 {
      noise += 1
      seen += counts[paper + noise]
    }
    return noise
  }

  /// The grey below which a pixel is ink: five times the paper's own noise below the paper, at least 24.
  var faintThreshold: Int {
    paper - min(max(24, 5 * noise), paper * 45 / 100)
  }
}
