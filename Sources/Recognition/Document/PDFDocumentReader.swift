import Forms
import Imaging

/// Reads a PDF: page by page from its objects and text, or from its pictures where that is all there is.
struct PDFDocumentReader {
  let definition: FormDefinition
  let limits: ReadingLimits
  let finder: LabelFinder
  let engine: OCREngine?
  /// Whether documents stay open when they are read.
  let leavesOpen: Bool

  func read(_ bytes: [UInt8]) -> DocumentReading {
    let file: PDFFile
    do {
      file = try PDFFile(bytes)
    } catch {
      return DocumentReading(outcome: .unreadable, reason: error == .encrypted ? "encrypted" : "damaged")
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
    let reader = PDFPageReader(
      file: file, text: text, needsAppearances: acroForm["NeedAppearances"].bool ?? false)
    var answer = DocumentReading(
      outcome: .notAForm, reason: "notThisForm", pageCount: file.pageCount, activeContent: file.activeContent())
    var pages: [FormPage] = []
    var hasFields = false
    for index in 0..<file.pageCount {
      // Beyond this Poppler drops the page without a word (reliability, row 11).
      guard file.page(index)["Annots"].count <= 10_000 else {
        return DocumentReading(outcome: .overran, reason: "tooLarge", pageCount: file.pageCount)
      }
      let (content, graphics) = reader.read(index)
      hasFields = hasFields || !content.entries.isEmpty
      if needsPicture(content, graphics) {
        switch picture(of: index, file: file, text: text, content: content, graphics: graphics) {
        case .page(let scanned): pages.append(FormPage(scanned, finder))
        case .tooLarge: answer.reason = "tooLarge"
        case .nothing: pages.append(FormPage(content, finder))
        }
      } else {
        pages.append(FormPage(content, finder))
      }
    }
    let sorter = FormFinder(definition)
    answer.forms = sorter.forms(in: pages)
    if answer.forms.isEmpty { answer.otherFormNumbers = sorter.excludedNumbers(in: pages) }
    if !answer.forms.isEmpty {
      (answer.outcome, answer.reason) = (.read, nil)
    } else if answer.reason == "tooLarge" {
      answer.outcome = .overran
    } else if !acroForm["XFA"].isNull {
      (answer.outcome, answer.reason) = (.unreadable, "xfaOnly")
    }
    return answer
  }

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
    guard let engine else { return .nothing }
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
      page.marks = content.marks
      page.overlays = content.overlays
      return .page(page)
    } catch ImagingError.tooLarge {
      return .tooLarge
    } catch {
      return .nothing
    }
  }
}
