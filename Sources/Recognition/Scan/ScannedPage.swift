import Forms
import Imaging

/// A page known by its picture only, set upright and straight, with the means to read its places one by one.
final class ScannedPage {
  private let grey: Bitmap
  private let ink: Bitmap
  /// The grey picture without its ruling lines.
  private let unruled: Bitmap
  let unruledInk: Bitmap
  private let engine: OCREngine
  /// Pixels a point.
  private let scale: Double
  var pixelsPerPoint: Double { scale }
  let rules: Imaging.Rules

  /// Sets a picture upright by its text, straightens it and takes out its ruling lines.
  init(_ picture: Bitmap, engine: OCREngine) throws {
    var upright = try picture.grey()
    if upright.resolution == nil {
      // Without a believable resolution the page is taken for Letter: 8.5 inches on its shorter side.
      upright.resolution = Resolution(Double(min(upright.width, upright.height)) / 8.5)
    }
    upright = try upright.withSquarePixels()
    if let orientation = try Orientation(of: upright), orientation.correction != .none {
      upright = try upright.turned(orientation.correction)
    }
    grey = try upright.deskewed().page
    ink = try grey.bilevel()
    rules = try RuleFinder().rules(of: grey)
    unruled = try grey.removing(rules.all)
    unruledInk = try unruled.bilevel()
    scale = (grey.resolution?.x ?? 300) / 72
    self.engine = engine
  }

  /// The page's content as the mapper wants it: recognised words, rules, tick boxes.
  func content(number: Int) throws -> PageContent {
    var page = PageContent(
      number: number, width: Double(grey.width) / scale, height: Double(grey.height) / scale)
    page.isScan = true
    page.rules = (rules.horizontal + rules.vertical).map {
      Rule(box: box($0.box), isHorizontal: $0.direction == .horizontal)
    }
    let boxes = try TickBoxFinder().boxes(of: ink)
    page.ticks = try boxes.map { try tick($0) }
    var picture = unruled
    try picture.paintWhite(boxes.map { $0.frame.grown(2, 2) })
    let reading = try engine.recognize(picture, OCRPreparation(tone: .even, size: .resolution(300), layout: .sparse))
    page.words = reading.words.filter { $0.confidence > 0.15 && !$0.box.isEmpty }.map { word in
      let box = box(word.box)
      return Word(
        text: word.text, box: box, font: "", size: box.height, source: .ocr, confidence: word.confidence)
    }
    page.scan = self
    return page
  }

  private func box(_ pixels: PixelBox) -> Box {
    Box(Double(pixels.x) / scale, Double(pixels.y) / scale, Double(pixels.maxX) / scale, Double(pixels.maxY) / scale)
  }

  func pixelArea(_ box: Box) -> PixelBox { pixels(box) }

  private func pixels(_ box: Box) -> PixelBox {
    let (x0, y0) = (Int((box.x0 * scale).rounded(.down)), Int((box.y0 * scale).rounded(.down)))
    let (x1, y1) = (Int((box.x1 * scale).rounded(.up)), Int((box.y1 * scale).rounded(.up)))
    let wanted = PixelBox(x: x0, y: y0, width: max(1, x1 - x0), height: max(1, y1 - y0))
    return wanted.intersection(grey.bounds) ?? PixelBox(x: 0, y: 0, width: 1, height: 1)
  }

  // MARK: Ticks

  /// Judges the ink in a tick box: below 3 % of its inside it is empty, from 9 % marked if the mark spans a third of the box;
  /// between, or when nearly all of it is black, a person looks.
  private func tick(_ found: TickBox) throws -> TickFrame {
    let measure = try ink.inkShare(in: found.frame, shape: found.shape)
    let extent = measure.extent.map { Double(max($0.width, $0.height)) / Double(max(1, measure.interior.width)) } ?? 0
    let state: TickFrame.State =
      measure.share < 0.03 ? .off : measure.share > 0.75 ? .ambiguous : measure.share > 0.09 && extent > 0.35 ? .on : .ambiguous
    return TickFrame(box: box(found.frame), state: state, source: .mark, confidence: state == .ambiguous ? 0.5 : 0.97)
  }

  // MARK: Places

  /// What one place was read to hold, by two readings that differ in how the picture was prepared.
  struct PlaceReading {
    var text: String
    var confidence: Double
    var agrees: Bool
    var isBlank: Bool
  }

  private static let grey = OCRPreparation(tone: .even, size: .capitals(32), layout: .line)
  private static let bilevel = OCRPreparation(tone: .bilevel, size: .capitals(28), layout: .line)

  /// Reads a region of the page, parts of it painted over.
  func read(_ region: Box, without hidden: [Box], lines: Int = 1) throws -> PlaceReading {
    let area = pixels(region.grown(-0.8, -0.8))
    var crop = try unruled.cropped(to: area)
    let cover = hidden.map { pixels($0.grown(1.2, 1)) }.compactMap { $0.intersection(area) }.map {
      PixelBox(x: $0.x - area.x, y: $0.y - area.y, width: $0.width, height: $0.height)
    }
    try crop.paintWhite(cover)
    let black = try crop.bilevel()
    // Letters are at least 4 points tall; specks and remains of lines are not.
    let letter = Int(4 * scale)
    let letters = try black.components().filter { $0.height >= letter / 2 && $0.height + $0.width >= letter && $0.width < crop.width * 9 / 10 }
    if !letters.contains(where: { $0.height >= letter * 4 / 5 }) {
      return PlaceReading(text: "", confidence: letters.isEmpty ? 0.98 : 0.6, agrees: letters.isEmpty, isBlank: true)
    }
    let extent = letters.dropFirst().reduce(letters[0]) { $0.union($1) }
    let margin = Int(3 * scale)
    guard let tight = extent.grown(margin, margin).intersection(crop.bounds) else {
      return PlaceReading(text: "", confidence: 0.5, agrees: false, isBlank: true)
    }
    let text = try crop.cropped(to: tight)
    // More than one line of letters fills more than twice a letter's height.
    let tallest = letters.map(\.height).sorted()[letters.count * 3 / 4]
    let layout: OCREngine.Layout = extent.height > tallest * 9 / 4 ? .block : .line
    var (first, second) = (Self.grey, Self.bilevel)
    (first.layout, second.layout) = (layout, layout)
    let a = try engine.recognize(text, first)
    let b = try engine.recognize(text, second)
    let best = a.confidence >= b.confidence ? a : b
    return PlaceReading(
      text: ValueForms.plain(best.text), confidence: (a.confidence + b.confidence) / 2,
      agrees: ValueForms.plain(a.text) == ValueForms.plain(b.text), isBlank: best.text.isEmpty)
  }
}

extension ScannedPage {
  /// The extent of the ink in a region beside what is painted over: its box, and its width in points (0 without ink).
  func inkOutside(_ region: Box, without hidden: [Box]) throws -> (box: Box, width: Double) {
    let area = pixelArea(region)
    var crop = try unruledInk.cropped(to: area)
    let cover = hidden.map { pixelArea($0) }.compactMap { $0.intersection(area) }.map {
      PixelBox(x: $0.x - area.x, y: $0.y - area.y, width: $0.width, height: $0.height)
    }
    try crop.paintWhite(cover)
    let least = Int(1.5 * pixelsPerPoint)
    let pieces = try crop.components().filter { max($0.width, $0.height) >= least && min($0.width, $0.height) >= 2 }
    guard let first = pieces.first else { return (region, 0) }
    let extent = pieces.dropFirst().reduce(first) { $0.union($1) }
    let box = Box(
      Double(extent.x + area.x) / pixelsPerPoint, Double(extent.y + area.y) / pixelsPerPoint,
      Double(extent.maxX + area.x) / pixelsPerPoint, Double(extent.maxY + area.y) / pixelsPerPoint)
    return (box, box.width)
  }
}
