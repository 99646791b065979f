import Forms

extension RejectReport {
  /// The report as a tagged PDF in Letter format, with its charts, page numbers, and the same bytes for the same input.
  package func pdf(_ language: Language) throws(ReportsError) -> [UInt8] {
    let wording = ReportWording(language: language)
    let tag = LetterRows.tag(language)
    let catalog = PDFCatalog(
      title: "\(wording.title) – \(wording.period(self))", language: tag, author: Office.ramq.name,
      date: generated.date)
    let canvas = PDFCanvas(date: catalog.isoDate)
    var rows = ReportRows(report: self, wording: wording)
    rows.make()
    let flow = Flow(
      rows: rows.rows, tableHeadings: rows.tableHeadings,
      frame: .init(left: ReportRows.left, top: 54, bottom: PDFCanvas.height - 56), language: tag)
    flow.draw(on: canvas) { canvas, page, pages in
      canvas.fill(x: 0, y: 0, width: PDFCanvas.width, height: 9, colour: .deep)
      let line = { (text: String, alignment: StyledText.Alignment) in
        StyledText(text, size: 8, colour: .muted, alignment: alignment)
      }
      if page > 1 {
        Self.show(line("\(wording.title) – \(wording.period(self))", .leading), at: 26, on: canvas, tag)
      }
      canvas.fill(
        x: ReportRows.left, y: PDFCanvas.height - 42, width: ReportRows.width, height: 0.75, colour: .line)
      Self.show(line(wording.generated(generated), .leading), at: PDFCanvas.height - 36, on: canvas, tag)
      Self.show(line(wording.page(page, of: pages), .trailing), at: PDFCanvas.height - 36, on: canvas, tag)
    }
    return try catalog.appended(to: canvas.finish(naming: "of a report"))
  }

  private static func show(_ text: StyledText, at y: Double, on canvas: borrowing PDFCanvas, _ language: String) {
    canvas.show(
      SetText(text, width: ReportRows.width, on: canvas, language: language), x: ReportRows.left, y: y,
      language: language)
  }
}
