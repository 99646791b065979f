import Forms

extension Letter {
  /// The letter as a tagged PDF in Letter format, fonts embedded, the same bytes for the same letter.
  ///
  /// It is set on one page: when the corrections are many, letters and spaces shrink in steps (10.5 to 9 points);
  /// a second page is the last resort, and nothing is ever left out.
  package func pdf() throws(ReportsError) -> [UInt8] {
    let catalog = PDFCatalog(
      title: draft.map { "\($0.label) – \(title)" } ?? title, language: LetterRows.tag(language), author: officeName,
      date: issued)
    let canvas = PDFCanvas(date: catalog.isoDate)
    var flow = flow(.regular)
    for density in [LetterRows.Density.regular, .condensed, .tight] {
      flow = self.flow(density)
      if flow.pageCount(on: canvas) == 1 { break }
    }
    flow.draw(on: canvas, decoration: decorate)
    return try catalog.appended(to: canvas.finish(naming: "of a letter"))
  }

  private func flow(_ density: LetterRows.Density) -> Flow {
    var rows = LetterRows(letter: self, density: density)
    return Flow(
      rows: rows.make(), frame: .init(left: LetterRows.left, top: density.top, bottom: PDFCanvas.height - 44),
      language: LetterRows.tag(language))
  }

  private func decorate(_ canvas: borrowing PDFCanvas, page: Int, of pages: Int) {
    canvas.fill(x: 0, y: 0, width: PDFCanvas.width, height: 9, colour: .deep)
    if let draft {
      let mark = StyledText(String(draft.label.prefix { $0 != " " }), size: 128, bold: true, colour: .watermark)
      canvas.showAcross(
        SetText(mark, width: nil, on: canvas, language: "fr-CA"), angle: -0.62, language: "fr-CA")
    }
    guard pages > 1 else { return }
    // The draft's note stands on the first page only: the others are marked here.
    let mark = (draft.map { "\($0.label) · " } ?? "") + facts[0].value + " · "
    let text = StyledText(
      mark + LetterWording(language: language).page(page, of: pages), size: 8.5, colour: .muted, alignment: .trailing)
    let tag = LetterRows.tag(language)
    canvas.show(
      SetText(text, width: LetterRows.width, on: canvas, language: tag), x: LetterRows.left, y: PDFCanvas.height - 34,
      language: tag)
  }
}
