import Imaging

/// The page's print, read for its labels.
extension ScannedPage {
  /// Lines longer than this, in points, are read at their beginning first: most are running text.
  private static let longLine = 250.0
  /// Points of a long line that tell whether a label begins there: some twenty letters.
  private static let lineHead = 110.0

  /// Reads the page's print, its segments one by one, without the depth of its paragraphs, and the headings in dark bands.
  func words(besides boxes: [PixelBox], bands: [Tint], _ finder: LabelFinder) throws -> [Word] {
    try (lines(besides: boxes + bands.map(\.box), finder) + headings(in: bands)).enumerated().flatMap { row, line in
      line.map { word in
        var word = word
        word.row = row
        return word
      }
    }
  }

  private func lines(besides hidden: [PixelBox], _ finder: LabelFinder) throws -> [[Word]] {
    let segments = try SegmentFinder(scale: scale).segments(of: unruledInk, besides: hidden)
    return try Paragraphs(scale: scale).heads(of: segments).map { segment -> [Word] in
      guard Double(segment.box.width) > Self.longLine * scale, let head = try head(of: segment.box) else {
        return try words(of: unruled, unruledInk, in: segment, part: segment.box, origin: (0, 0))
      }
      let start = try words(of: unruled, unruledInk, in: segment, part: head, origin: (0, 0))
      return finder.mayBegin(in: start)
        ? try words(of: unruled, unruledInk, in: segment, part: segment.box, origin: (0, 0)) : start
    }
  }

  /// The part of a long line up to the space nearest to the length that tells; nil where it has no such space.
  private func head(of segment: PixelBox) throws -> PixelBox? {
    let columns = try unruledInk.columnProfile(in: segment)
    let (least, wanted) = (segment.height / 6, Int(Self.lineHead * scale))
    var (gap, best) = (0, Int?.none)
    for (x, ink) in columns.enumerated() {
      gap = ink == 0 ? gap + 1 : 0
      if gap == max(least, 2), best.map({ abs(x - wanted) < abs($0 - wanted) }) ?? true { best = x }
      if x > wanted * 3 / 2 { break }
    }
    guard let best, best > wanted / 2 else { return nil }
    return PixelBox(x: segment.x, y: segment.y, width: best - 1, height: segment.height)
  }

  /// The tone, as a share of the paper's, that no band printed in dots is darker than.
  private static let black = 0.35

  /// Reads the headings knocked out of dark bands, in the negative.
  private func headings(in bands: [Tint]) throws -> [[Word]] {
    try bands.flatMap { band -> [[Word]] in
      let inner = band.box.grown(-2, -2).intersection(raw.bounds) ?? band.box
      // A band in grey or in a colour is printed in dots, which averaging takes away.
      let crop = try band.tone > Self.black ? raw.cropped(to: inner).smoothed(by: 1) : raw.cropped(to: inner)
      let negative = try Bitmap(
        bytes: crop.greyBytes().map { 255 - $0 }, layout: .grey8, width: crop.width, height: crop.height,
        stride: crop.width, resolution: crop.resolution)
      // Half way between the band's tone and the paper's.
      let letters = try negative.bilevel(.fixed(255 - Int(Double(paper) * (1 + band.tone) / 2)))
      return try SegmentFinder(scale: scale).segments(of: letters, besides: []).map { line in
        try words(of: negative, letters, in: line, part: line.box, origin: (inner.x, inner.y))
      }
    }
  }

  /// Reads one line, or the part of it in a box, of a picture that lies at an origin on the page; what holds no letter or digit is no
  /// word.
  private func words(
    of picture: Bitmap, _ ink: Bitmap, in segment: Segment, part: PixelBox, origin: (x: Int, y: Int)
  ) throws -> [Word] {
    guard let area = part.grown(Int(1.5 * scale), Int(0.8 * scale)).intersection(picture.bounds) else { return [] }
    let crop = try picture.alone(segment.pieces, in: area, ink)
    if part.width * 5 < part.height * 8, let letter = try letter(in: crop) {
      let whole = box(
        PixelBox(x: part.x + origin.x, y: part.y + origin.y, width: part.width, height: part.height))
      return [Word(text: letter.text, box: whole, font: "", size: whole.height, source: .ocr, confidence: letter.confidence)]
    }
    var read = try engine.recognize(crop, .lineAgain).words
    // Recognition leaves out words of long lines in small print now and then, and takes pale or spotted print for other letters: what it saw nothing
    // in, or trusts little, is read another way.
    let pieces = segment.pieces.filter { part.intersection($0) != nil }
    for way in [OCRPreparation.line, .lineBold] {
      let unread = Self.uncovered(pieces, by: read, area)
      guard unread > part.height * 3 / 2 || Self.isDoubtful(read) else { break }
      let again = try engine.recognize(crop, way).words
      if Self.uncovered(pieces, by: again, area) < unread / 2 || Self.trust(in: again) > Self.trust(in: read) { read = again }
    }
    return Self.joined(
      read.compactMap { word in
        guard !word.box.isEmpty, word.text.contains(where: { $0.isLetter || $0.isNumber || $0 == "@" }) else { return nil }
        let box = box(
          PixelBox(
            x: word.box.x + area.x + origin.x, y: word.box.y + area.y + origin.y, width: word.box.width,
            height: word.box.height))
        return Word(text: word.text, box: box, font: "", size: box.height, source: .ocr, confidence: word.confidence)
      })
  }

  /// The words of a line with their elided articles, which a typewriter's face sets apart: « l’ », often read « 1’ », before « autorisation ».
  private static func joined(_ words: [Word]) -> [Word] {
    var line: [Word] = []
    for word in words {
      let isElided = line.last.map { $0.text.count == 2 && "’'".contains($0.text.last!) && word.box.x0 - $0.box.x1 < word.box.height } ?? false
      if isElided, word.text.first?.isLetter == true {
        line[line.count - 1].text += word.text
        line[line.count - 1].box = line[line.count - 1].box.union(word.box)
      } else {
        line.append(word)
      }
      let text = line[line.count - 1].text
      if text.hasPrefix("1’") || text.hasPrefix("1'"), !text.dropFirst(2).contains(where: \.isNumber) { line[line.count - 1].text = "l" + text.dropFirst() }
    }
    return line
  }

  /// Whether a line is read another way: hardly a label of good print is read with less confidence. Of a short one, as « Nom », every letter counts.
  private static func isDoubtful(_ words: [OCRWord]) -> Bool { trust(in: words) < (words.reduce(0) { $0 + $1.text.count } < 6 ? 0.8 : 0.6) }

  /// The mean confidence of the letters read.
  private static func trust(in words: [OCRWord]) -> Double {
    let letters = words.reduce(0) { $0 + $1.text.count }
    return words.reduce(0) { $0 + $1.confidence * Double($1.text.count) } / Double(max(letters, 1))
  }

  /// The width of the pieces of ink that lie in none of the words read in an area.
  private static func uncovered(_ pieces: [PixelBox], by words: [OCRWord], _ area: PixelBox) -> Int {
    pieces.reduce(0) { sum, piece in
      let middle = piece.x + piece.width / 2 - area.x
      let isRead = words.contains { $0.box.x <= middle && middle <= $0.box.maxX }
      return sum + (isRead ? 0 : piece.width)
    }
  }
}

extension ScannedPage {
  /// Reads a letter that stands alone, as beside a tick box: recognition goes by neighbours, so it is given some, its own copies.
  /// Nil when the copies are not read alike.
  private func letter(in crop: Bitmap) throws -> (text: String, confidence: Double)? {
    let copies = 4
    var row = try Bitmap(width: crop.width * copies, height: crop.height, tone: paper, resolution: crop.resolution)
    for copy in 0..<copies { try row.paste(crop.grey(), x: copy * crop.width, y: 0) }
    let reading = try engine.recognize(row, .lineAgain)
    let text = reading.text.filter { !$0.isWhitespace }
    guard text.count == copies, let first = text.first, first.isLetter || first.isNumber, text.allSatisfy({ $0 == first }) else { return nil }
    return (String(first), reading.confidence)
  }
}

extension Bitmap {
  /// An area of the page in which only some pieces of ink stand: what reaches in from neighbouring lines is painted over, but for
  /// what shares its rows with a piece that stays.
  func alone(_ pieces: [PixelBox], in area: PixelBox, _ ink: Bitmap) throws -> Bitmap {
    var crop = try cropped(to: area)
    let kept = Set(pieces)
    let own = pieces.filter { $0.intersection(area) != nil }
    let foreign = try ink.cropped(to: area).components().filter { piece in
      let there = PixelBox(x: piece.x + area.x, y: piece.y + area.y, width: piece.width, height: piece.height)
      // The crop may have cut a piece: what is left of it lies within the whole.
      return !kept.contains(there) && !own.contains { $0.contains(there) || $0.intersection(there) != nil }
    }
    try crop.paintWhite(foreign.map { $0.grown(1, 1) })
    return crop
  }
}
