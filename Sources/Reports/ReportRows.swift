import Forms

/// Sets the reject report as rows of pages.
struct ReportRows {
  static let left = 54.0
  static let width = PDFCanvas.width - 2 * left

  let report: RejectReport
  let wording: ReportWording
  var rows: [Row] = []
  var tableHeadings: [Int: Row] = [:]
  private var identities = 0

  init(report: RejectReport, wording: ReportWording) { (self.report, self.wording) = (report, wording) }

  var language: Language { wording.language }

  mutating func make() {
    add("P", StyledText(wording.subject, size: 9.5, colour: .muted), before: 0)
    add("H1", StyledText(wording.title, size: 21, bold: true, colour: .deep), before: 1)
    add("P", StyledText(wording.period(report), size: 11.5, colour: .muted), before: 1)
    addFigures()
    add("P", StyledText(wording.summary(report), size: 11), before: 14)
    add("P", StyledText(wording.proposalNote, size: 8.5, colour: .muted), before: 5)
    addReasons()
    addVolume()
    addChannels()
    addEstablishments()
    addList()
    addVolumeTable()
  }

  mutating func tag(_ name: String) -> Tag {
    identities += 1
    return Tag(name: name, identity: identities)
  }

  mutating func add(_ name: String, _ text: StyledText, before: Double, keepsNext: Bool = false) {
    rows.append(
      Row(
        cells: [.init(x: 0, width: Self.width, lines: [.init(text: text, path: [tag(name)])])], before: before,
        keepsNext: keepsNext))
  }

  mutating func addTitle(_ title: String) {
    add("H2", StyledText(title, size: 13.5, bold: true, colour: .deep), before: 22, keepsNext: true)
  }
}
