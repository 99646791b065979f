import Forms
import Imaging

/// Reads a page of a PDF that carries text or fillable fields, without rendering it.
struct PDFPageReader {
  let file: PDFFile
  let text: PopplerPDF?
  let needsAppearances: Bool

  /// Ten times what a page of small print holds.
  private static let mostCharacters = 100_000

  /// The page's content, and what it paints.
  func read(_ index: Int) -> (content: PageContent, graphics: PageGraphics) {
    let space = PageSpace(file.page(index))
    var graphics = file.graphics(ofPage: index, space: space)
    var page = PageContent(number: index + 1, width: space.width, height: space.height)
    // Poppler would unpack what was left packed here.
    guard !file.hasTooLarge else { return (page, graphics) }
    let characters = text?.characters(ofPage: index) ?? []
    guard characters.count <= Self.mostCharacters else {
      file.noteTooLarge()
      return (page, graphics)
    }
    var (words, leaders) = WordBuilder.words(characters)
    // The mark in a box that is a character lies over it.
    page.words = words.filter { word in
      let (x, y) = (word.box.midX, word.box.midY)
      return !graphics.hidesText(atX: x, y: y) || TickGlyphs.isEmptyBox(word.text) && graphics.marksText(atX: x, y: y)
    }
    for annotation in file.annotations(ofPage: index, space: space) where annotation.isShown {
      add(annotation, to: &page, &graphics, space: space)
    }
    let typed = TickGlyphs.typed(in: &page.words, &leaders)
    let drawing = Drawing(graphics, page: page)
    page.rules = drawing.rules + leaders
    page.frames = drawing.frames
    let inked = page.marks
    page.marks += drawing.marks
    page.overlays += drawing.strikes(through: page.words).map { Overlay(box: $0, drawing: $0) }
    let buttons = page.ticks.map(\.box)
    // Over a box that is a character, a pen or an editor may have drawn its mark.
    page.ticks += (TickGlyphs.frames(in: &page.words, drawn: page.rules) + typed).map { tick in
      guard tick.state == .off else { return tick }
      // A sign's box is as high as its line: what runs along its ends is a table's.
      let (state, confidence) = drawing.state(of: tick.box.grown(0, -tick.box.height * 0.2), words: page.words, inked: inked)
      return state == .off ? tick : TickFrame(box: tick.box, state: state, source: .mark, confidence: confidence)
    }
    let small = drawing.tickFrames(words: page.words, inked: inked, besides: page.ticks.map(\.box))
    page.ticks += small.frames
    page.frames += small.combs.map(\.box)
    // A box drawn under a fillable button is the same box.
    page.ticks = page.ticks.enumerated().filter { index, tick in
      index < buttons.count || !buttons.contains { $0.share(in: tick.box.grown(1, 1)) > 0.5 || tick.box.share(in: $0) > 0.5 }
    }.map(\.element)
    page.ticks = DateCaptions.boxesToTick(on: page)
    let ticks = page.ticks
    page.words.removeAll { word in
      word.text.count == 1 && ticks.contains { $0.source != .widget && $0.box.contains(x: word.box.midX, y: word.box.midY) }
    }
    return (page, graphics)
  }

  private func add(
    _ annotation: PDFAnnotation, to page: inout PageContent, _ graphics: inout PageGraphics, space: PageSpace
  ) {
    switch annotation.subtype {
    case "Widget":
      guard let widget = PDFWidget(annotation, space: space, needsAppearances: needsAppearances) else {
        if annotation.object["Parent"].isLost { file.noteDamage() }
        return
      }
      if widget.isShown { add(widget, to: &page) }
    case "Link", "Popup": break
    case "Ink":
      page.marks.append(InkMark(kind: .stylus, box: Box(annotation.box)))
      page.overlays += Self.painted(by: annotation, annotation.graphics(space: space))
    default:
      let painted = annotation.graphics(space: space)
      page.overlays += Self.painted(by: annotation, painted)
      if let painted {
        page.marks += Drawing(painted, page: page).marks
        // A square or a disc laid over a box fills it in.
        let isFilled = painted.shapes.contains { ($0.fill ?? 1) < 0.6 }
        if ["Square", "Circle"].contains(annotation.subtype), isFilled { page.marks.append(InkMark(kind: .stylus, box: Box(annotation.box))) }
        let runs = painted.runs.filter { !$0.isInvisible }
        if !runs.isEmpty, runs.allSatisfy({ $0.text != nil }) {
          page.words += runs.flatMap { Self.words(of: $0) }
          return
        }
      }
      // Without a readable appearance, the text the author typed is what viewers draw.
      if annotation.subtype == "FreeText", let contents = annotation.object["Contents"].text {
        let lines = contents.split(whereSeparator: \.isNewline)
        let box = Box(annotation.box)
        let height = box.height / Double(max(1, lines.count))
        for (rank, line) in lines.enumerated() {
          let y = box.y0 + Double(rank) * height
          page.words.append(
            Word(
              text: String(line), box: Box(box.x0, y, box.x1, y + height), font: "FreeText", size: 10, source: .text,
              isEntered: true))
        }
      }
    }
  }

  /// The boxes of what an annotation paints: its rectangle may be far larger, and cover text that nothing is painted on.
  private static func painted(by annotation: PDFAnnotation, _ graphics: PageGraphics?) -> [Overlay] {
    let drawing = Box(annotation.box)
    let isHand = ["Ink", "Stamp"].contains(annotation.subtype)
    guard let graphics else { return [Overlay(box: drawing, drawing: drawing, isHand: isHand)] }
    let strokes = graphics.segments.map { Box($0.x0, $0.y0, $0.x1, $0.y1) }
    let shapes = graphics.shapes.filter { $0.fill != nil || !$0.isRectangle }.map { Box($0.box) }
    // Letters fill the middle of their line's height.
    let letters = graphics.runs.filter { !$0.isInvisible }.map { run in
      let box = Box(run.box)
      return box.grown(0, -box.height * 0.2)
    }
    return (strokes + shapes + graphics.images.map { Box($0.box) } + letters).map { Overlay(box: $0, drawing: drawing, isHand: isHand) }
  }

  /// The words of a run of an appearance, spread over its box by their share of its letters.
  private static func words(of run: PageGraphics.Run) -> [Word] {
    let text = run.text ?? ""
    guard !text.isEmpty else { return [] }
    let box = Box(run.box)
    let step = box.width / Double(text.count)
    var words: [Word] = []
    var start: Int?
    for (rank, character) in (Array(text) + [" "]).enumerated() {
      if character.isWhitespace {
        if let first = start {
          let letters = String(Array(text)[first..<rank])
          words.append(
            Word(
              text: letters,
              box: Box(box.x0 + Double(first) * step, box.y0, box.x0 + Double(rank) * step, box.y1), font: "annotation",
              size: run.size, source: .text, isEntered: true))
        }
        start = nil
      } else if start == nil {
        start = rank
      }
    }
    return words
  }

  private func add(_ widget: PDFWidget, to page: inout PageContent) {
    let box = Box(widget.box)
    switch widget.kind {
    case .checkBox, .radioButton:
      page.ticks.append(
        TickFrame(box: box, state: widget.isOn ? .on : .off, source: .widget, differs: widget.differsFromAppearance))
    case .text, .choice, .signature:
      page.entries.append(
        EntryField(
          box: box, isSignature: widget.kind == .signature, isSigned: widget.isSigned, text: widget.value,
          differs: widget.differsFromAppearance, isUncompared: widget.isUncompared))
      if let painted = widget.graphics, widget.kind == .signature, !widget.isSigned {
        page.marks += Drawing(painted, page: page).marks
      }
    case .pushButton:
      // An image button is how some editors paste a signature.
      if let painted = widget.graphics { page.marks += Drawing(painted, page: page).marks.filter { $0.kind == .image } }
    }
  }
}
