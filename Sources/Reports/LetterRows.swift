import Forms

/// Sets the words of a letter as rows of a page, at one density.
struct LetterRows {
  /// How closely a letter is set.
  struct Density {
    /// The height of ordinary letters, in points.
    var size: Double
    /// What spaces are multiplied by.
    var space: Double
    /// Where the first row begins.
    var top: Double

    static let regular = Density(size: 10.5, space: 1, top: 42)
    static let condensed = Density(size: 9.75, space: 0.68, top: 32)
    static let tight = Density(size: 9, space: 0.42, top: 24)
  }

  static let left = 60.0
  static let width = PDFCanvas.width - 2 * left

  static func tag(_ language: Language) -> String { language == .fr ? "fr-CA" : "en-CA" }

  let letter: Letter
  let density: Density
  private var rows: [Row] = []
  private var identities = 0

  init(letter: Letter, density: Density) { (self.letter, self.density) = (letter, density) }

  mutating func make() -> [Row] {
    addDraftNote()
    addHead()
    add(
      "H1", StyledText(letter.title, size: density.size + 3.5, bold: true, colour: .deep), before: 16, keepsNext: true)
    add("P", body(letter.salutation), before: 10)
    add("P", body(letter.introduction), before: 6)
    for part in letter.parts { add(part) }
    addPanel()
    add("P", body(letter.closing), before: 12, keepsNext: true)
    add("P", StyledText(letter.officeName, size: density.size, bold: true, colour: .deep), before: 6)
    if let notice = letter.notice {
      add("P", StyledText(notice, size: max(8.5, density.size - 1.5), colour: .muted), before: 12, line: true)
    }
    return rows
  }

  private mutating func tag(_ name: String, _ attributes: String = "") -> Tag {
    identities += 1
    return Tag(name: name, identity: identities, attributes: attributes)
  }

  private func body(_ text: String) -> StyledText { StyledText(text, size: density.size) }

  private mutating func add(
    _ name: String, _ text: StyledText, before: Double, keepsNext: Bool = false, line: Bool = false
  ) {
    let cell = Row.Cell(x: 0, width: Self.width, lines: [.init(text: text, path: [tag(name)])])
    var row = Row(cells: [cell], before: before * density.space, keepsNext: keepsNext)
    if line {
      row.padding.top = 6
      row.ornaments = [.init(x: 0, y: 0, width: Self.width, height: 0.75, colour: .line)]
    }
    rows.append(row)
  }

  private mutating func addDraftNote() {
    guard let draft = letter.draft else { return }
    let text = StyledText(
      [
        .init(text: draft.label + "\u{A0} ", bold: true, colour: .amber),
        .init(text: draft.value, colour: Colour(0x5C3C00)),
      ], size: 9)
    let cell = Row.Cell(x: 12, width: Self.width - 20, lines: [.init(text: text, path: [tag("P")])])
    rows.append(
      Row(
        cells: [cell],
        ornaments: [
          .init(x: 0, y: 0, width: Self.width, height: nil, colour: .amberPanel),
          .init(x: 0, y: 0, width: 3, height: nil, colour: .amber),
        ], padding: (5, 6)))
  }

  private mutating func addHead() {
    let office = Row.Cell(
      x: 0, width: 330,
      lines: [
        .init(
          text: StyledText(letter.officeName, size: 12.5, bold: true, colour: .deep), path: [tag("P")]),
        .init(text: StyledText(letter.officeService, size: 9.5, colour: .muted), path: [tag("P")], before: 1),
      ])
    let date = Row.Cell(
      x: 340, width: Self.width - 340,
      lines: [.init(text: StyledText(letter.date, size: 10, alignment: .trailing), path: [tag("P")], before: 2)])
    var head = Row(cells: [office, date], before: 16 * density.space, padding: (0, 8))
    rows.append(head)
    rows.append(
      Row(ornaments: [.init(x: 0, y: 0, width: Self.width, height: 1, colour: .light)], minimumHeight: 1))
    head = Row(before: 16 * density.space)
    let address =
      (letter.delivery.map { [StyledText($0, size: 9, colour: .muted)] } ?? []) + letter.addressLines.map(body)
    let addressTag = tag("P")
    head.cells.append(
      .init(x: 0, width: 300, lines: address.map { .init(text: $0, path: [addressTag], before: 1) }))
    head.cells.append(
      .init(
        x: 326, width: Self.width - 326,
        lines: letter.facts.enumerated().flatMap { index, fact in
          [
            Row.Line(
              text: StyledText(fact.label, size: 8.5, colour: .muted), path: [tag("P")], before: index == 0 ? 0 : 4),
            Row.Line(text: StyledText(fact.value, size: 10, bold: true), path: [tag("P")], before: 0.5),
          ]
        }))
    head.ornaments = [.init(x: 314, y: 0, width: 2, height: nil, colour: .light)]
    rows.append(head)
  }

  private mutating func add(_ part: Letter.Part) {
    let title = StyledText(part.title, size: density.size + 1.5, bold: true, colour: .deep)
    add("H2", title, before: 14, keepsNext: true)
    rows.append(
      Row(
        ornaments: [.init(x: 0, y: 0, width: Self.width, height: 1.5, colour: .light)], before: 2, minimumHeight: 1.5,
        keepsNext: true))
    for group in part.groups {
      let heading = StyledText(group.title, size: density.size, bold: true, colour: .deep)
      add("H3", heading, before: 8, keepsNext: true)
      let list = tag("L")
      for correction in group.corrections { add(correction, list: list) }
    }
  }

  private mutating func add(_ correction: Correction, list: Tag) {
    let item = tag("LI")
    let colon = letter.language == .fr ? "\u{A0}: " : ": "
    let fields =
      correction.fields.isEmpty ? [] : [StyledText.Run(text: correction.fields + colon, bold: true)]
    let text = StyledText(fields + [.init(text: correction.message)], size: density.size)
    let bullet = StyledText("•", size: density.size, bold: true, colour: .accent)
    rows.append(
      Row(
        cells: [
          .init(x: 6, width: 10, lines: [.init(text: bullet, path: [list, item, tag("Lbl")])]),
          .init(x: 18, width: Self.width - 18, lines: [.init(text: text, path: [list, item, tag("LBody")])]),
        ], before: 3.5 * density.space))
  }

  /// How to send the form again and to reach the office, in columns on a light panel.
  private mutating func addPanel() {
    let inset = 12.0
    let background = Row.Ornament(x: 0, y: 0, width: Self.width, height: nil, colour: .panel)
    let small = density.size - 0.5
    let fine = min(9, small)
    let heading = { (text: String, path: [Tag]) in
      Row.Line(text: StyledText(text, size: small, bold: true, colour: .deep), path: path)
    }
    let title = letter.resend?.title ?? letter.help.title
    var top = [
      Row.Line(
        text: StyledText(title, size: density.size + 0.5, bold: true, colour: .deep), path: [tag("H2")])
    ]
    var columns: [[Row.Line]] = []
    if let resend = letter.resend {
      top.append(.init(text: StyledText(resend.sentence, size: small), path: [tag("P")], before: 3))
      let link = [tag("P"), tag("Link", "uri='mailto:\(resend.email)'")]
      columns.append([
        heading(resend.emailLabel, [tag("H3")]),
        .init(text: StyledText(resend.email, size: fine, colour: Colour(0x1D5796)), path: link, before: 1),
        .init(text: StyledText(resend.emailFormat, size: fine), path: [tag("P")]),
      ])
      let address = tag("P")
      columns.append(
        [heading(resend.postLabel, [tag("H3")])]
          + resend.postalLines.map {
            .init(text: StyledText($0, size: fine), path: [address], before: 1.3)
          })
    }
    let numbers = tag("P")
    columns.append(
      [heading(letter.help.label, [tag("H3")])]
        + letter.help.telephones.map {
          let runs = [StyledText.Run(text: $0.label + "\u{A0} "), StyledText.Run(text: $0.value, bold: true)]
          return .init(text: StyledText(runs, size: fine), path: [numbers], before: 1.3)
        } + [.init(text: StyledText(letter.help.hours, size: fine - 0.5, colour: .muted), path: [tag("P")], before: 1)])
    rows.append(
      Row(
        cells: [.init(x: inset, width: Self.width - 2 * inset, lines: top)], ornaments: [background],
        before: 16 * density.space, padding: (9 * density.space + 2, 0), keepsNext: true))
    // The address must stand on one line, so its column is the widest.
    let places = columns.count == 1 ? [(0.0, Self.width - 2 * inset)] : [(0, 184), (196, 118), (318, 150)]
    rows.append(
      Row(
        cells: zip(columns, places).map { lines, place in .init(x: inset + place.0, width: place.1, lines: lines) },
        ornaments: [background], padding: (7 * density.space + 1, 9 * density.space + 2)))
  }
}
