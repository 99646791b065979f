import Forms
import Imaging

/// Reads a PDF: page by page from its objects and text, or from its pictures where that is all there is.
struct PDFDocumentReader {
  let definition: FormDefinition
  let limits: ReadingLimits
  let finder: LabelFinder
  let eye: Eye
  /// Whether documents stay open when they are read.
  let leavesOpen: Bool

  func read(_ bytes: [UInt8]) -> DocumentReading {
    let file: PDFFile
    do {
      file = try PDFFile(bytes)
    } catch {
      switch error {
      case .encrypted: return DocumentReading(outcome: .unreadable, reason: "encrypted")
      case .damaged: return DocumentReading(outcome: .unreadable, reason: "damaged")
      case .tooLarge: return DocumentReading(outcome: .overran, reason: "tooLarge")
      }
    }
    guard file.pageCount <= limits.maximumPages else {
      return DocumentReading(outcome: .overran, reason: "tooLarge", pageCount: file.pageCount)
    }
    let acroForm = file.root["AcroForm"]
    let text = PopplerPDF(bytes)
    if leavesOpen {
      file.leaveOpen()
      text?.leaveOpen()
    }
    file.checkObjectStreams()
    let reader = PDFPageReader(
      file: file, text: text, needsAppearances: acroForm["NeedAppearances"].bool ?? false)
    var answer = DocumentReading(
      outcome: .notAForm, reason: "notThisForm", pageCount: file.pageCount, activeContent: file.activeContent())
    var pages: [FormPage] = []
    // Pages whose picture was wanted and could not be had, and those of which much text says nothing, by their places in the file.
    var (unseen, unspelt, pictures) = (false, [Int](), 0)
    var mute: [Int: [Box]] = [:]
    for index in 0..<file.pageCount {
      // Beyond this Poppler drops the page without a word (reliability, row 11).
      guard file.page(index)["Annots"].count <= 10_000 else {
        return DocumentReading(outcome: .overran, reason: "tooLarge", pageCount: file.pageCount)
      }
      let space = PageSpace(file.page(index))
      guard max(space.width, space.height) <= Self.longestSide else {
        return DocumentReading(outcome: .overran, reason: "tooLarge", pageCount: file.pageCount)
      }
      let (content, graphics) = reader.read(index)
      guard !file.hasTooLarge, content.entries.allSatisfy({ ($0.text ?? "").utf8.count <= Self.longestEntry }) else {
        return DocumentReading(outcome: .overran, reason: "tooLarge", pageCount: file.pageCount)
      }
      if needsPicture(content, graphics) {
        pictures += 1
        guard pictures <= limits.maximumPictures else {
          return DocumentReading(outcome: .overran, reason: "tooLarge", pageCount: file.pageCount)
        }
        switch picture(of: index, file: file, text: text, content: content, graphics: graphics) {
        case .page(let scanned): pages.append(FormPage(scanned, finder))
        case .tooLarge: answer.reason = "tooLarge"
        case .nothing:
          unseen = true
          pages.append(FormPage(content, finder))
        }
      } else {
        if isPartlyUnspelt(graphics) { unspelt.append(index) }
        mute[index + 1] = graphics.runs.filter { $0.text == nil && !$0.isInvisible }.map { Box($0.box) }
        pages.append(FormPage(content, finder))
      }
    }
    let sorter = FormFinder(definition)
    answer.forms = sorter.forms(in: pages)
    if answer.forms.isEmpty, !unspelt.isEmpty {
      // What the letters fail to say, the page may still show.
      for index in unspelt.prefix(max(0, limits.maximumPictures - pictures)) {
        let (content, graphics) = reader.read(index)
        switch picture(of: index, file: file, text: text, content: content, graphics: graphics) {
        case .page(var seen):
          seen.words.removeAll(where: \.isEntered)
          pages = pages.map { $0.content.number == index + 1 ? FormPage(seen, finder) : $0 }
        case .tooLarge: answer.reason = "tooLarge"
        case .nothing: unseen = true
        }
      }
      answer.forms = sorter.forms(in: pages)
      unspelt = []
    }
    if answer.forms.isEmpty { answer.otherFormNumbers = sorter.excludedNumbers(in: pages) }
    answer.forms = answer.forms.map { doubting($0, at: mute) }
    if file.isDamaged || unseen || !unspelt.isEmpty { answer.forms = answer.forms.map { $0.doubted() } }
    if !answer.forms.isEmpty {
      (answer.outcome, answer.reason) = (.read, nil)
    } else if answer.reason == "tooLarge" {
      answer.outcome = .overran
    } else if !acroForm["XFA"].isNull {
      (answer.outcome, answer.reason) = (.unreadable, "xfaOnly")
    } else if file.isDamaged {
      (answer.outcome, answer.reason) = (.unreadable, "damaged")
    } else if unseen {
      (answer.outcome, answer.reason) = (.unreadable, "picture")
    }
    return answer
  }

  /// Doubts what was read where letters stand that do not say what they mean: some of an entry may be missing, or all of it.
  private func doubting(_ form: Reading, at mute: [Int: [Box]]) -> Reading {
    guard form.pages.contains(where: { mute[$0]?.isEmpty == false }) else { return form }
    var form = form
    for field in definition.fields where ![.tick, .choice, .signature, .preprinted, .zone].contains(field.kind) {
      let reading = form[field.id]
      let isMute = reading.evidence.contains { seen in
        seen.source != .widget && mute[seen.page, default: []].contains { seen.box.contains(x: $0.midX, y: $0.midY) }
      }
      if isMute { form.fields[field.id] = reading.doubted() }
    }
    return form
  }

  /// Whether a good part of a page's text is set in fonts that do not say what their letters mean: a text layer has holes there.
  private func isPartlyUnspelt(_ graphics: PageGraphics) -> Bool {
    let visible = graphics.runs.filter { !$0.isInvisible }
    // A few signs of a symbol font, as boxes to tick are, leave no hole.
    let glyphs = { (runs: [PageGraphics.Run]) in runs.reduce(0) { $0 + $1.glyphs } }
    return glyphs(visible.filter { $0.text == nil }) * 10 > max(glyphs(visible), 300)
  }

  /// Bytes of one field's value: many times what its place can show.
  private static let longestEntry = 20_000

  /// The longest side of a page that PDF allows for, in points (ISO 32000-1, annex C.2).
  private static let longestSide = 14_400.0

  /// A page is read from its picture when an image covers most of it and little text is drawn over, or when it has marks but no text.
  func needsPicture(_ content: PageContent, _ graphics: PageGraphics) -> Bool {
    if !content.entries.isEmpty { return false }
    let covered = graphics.images.contains { Box($0.box).area > content.bounds.area * 0.55 }
    if covered { return content.words.filter { !$0.isEntered }.count < 120 }
    // Text drawn as outlines: hundreds of shapes and hardly a word.
    return content.words.count < 15 && graphics.shapes.count + graphics.images.count > 150 || isGarbled(content.words)
  }

  /// Whether a text layer spells something else than it shows: among a hundred words and more of French or English print, hardly
  /// any of the commonest words.
  private func isGarbled(_ words: [Word]) -> Bool {
    let printed = words.filter { !$0.isEntered }
    guard printed.count >= 100 else { return false }
    return printed.count { Self.commonWords.contains(folded($0.text)) } * 40 < printed.count
  }

  private static let commonWords: Set<String> = [
    "de", "la", "le", "les", "des", "du", "et", "a", "au", "ou", "en", "un", "une", "pour", "par", "sur", "dans", "l", "d", "the", "of",
    "and", "to", "in", "for", "is",
  ]

  enum Picture {
    case page(PageContent)
    case tooLarge, nothing
  }

  func picture(
    of index: Int, file: PDFFile, text: PopplerPDF?, content: PageContent, graphics: PageGraphics
  ) -> Picture {
    guard let engine = eye.engine else { return .nothing }
    let space = PageSpace(file.page(index))
    do {
      var bitmap: Bitmap?
      if let image = graphics.images.max(by: { Box($0.box).area < Box($1.box).area }), let object = image.object,
        Box(image.box).area > content.bounds.area * 0.85, graphics.images.count == 1
      {
        bitmap = try PageImage(object, limits: limits.maximumPixels)?.bitmap(pageWidth: space.width)
      }
      if bitmap == nil {
        let dpi = 300.0
        let pixels = space.width * space.height * (dpi / 72) * (dpi / 72)
        guard pixels <= Double(limits.maximumPixels) else { return .tooLarge }
        guard let drawn = text?.picture(ofPage: index, dotsPerInch: dpi, maximumPixels: limits.maximumPixels) else {
          return .nothing
        }
        bitmap = try Bitmap(
          bytes: drawn.pixels, layout: .grey8, width: drawn.width, height: drawn.height, stride: drawn.width,
          resolution: Resolution(dpi))
      }
      guard let bitmap else { return .nothing }
      let scanned = try ScannedPage(bitmap, engine: engine)
      var page = try scanned.content(number: index + 1, finder)
      // What was typed or stuck over the picture stands on it as entered text, in the page's own upright sense; garbled text is what
      // the picture shows.
      page.words += (isGarbled(content.words) ? content.words.filter(\.isEntered) : content.words).map { word in
        var word = word
        word.isEntered = true
        return word
      }
      page.marks += content.marks
      page.overlays = content.overlays
      return .page(page)
    } catch ImagingError.tooLarge {
      return .tooLarge
    } catch {
      return .nothing
    }
  }
}
