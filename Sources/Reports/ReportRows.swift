import Forms

/// Sets the reject report as rows of pages.
struct ReportRows {
  static let left = 54.0
  static let width = PDFCanvas.width - 2 * left

  let report: RejectReport
  let wording: ReportWording
  private(set) var rows: [Row] = []
  private(set) var tableHeadings: [Int: Row] = [:]
  private var identities = 0

  init(report: RejectReport, wording: ReportWording) { (self.report, self.wording) = (report, wording) }

  private var language: Language { wording.language }

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
  }

  private mutating func tag(_ name: String) -> Tag {
    identities += 1
    return Tag(name: name, identity: identities)
  }

  private mutating func add(_ name: String, _ text: StyledText, before: Double, keepsNext: Bool = false) {
    rows.append(
      Row(
        cells: [.init(x: 0, width: Self.width, lines: [.init(text: text, path: [tag(name)])])], before: before,
        keepsNext: keepsNext))
  }

  private mutating func addTitle(_ title: String) {
    add("H2", StyledText(title, size: 13.5, bold: true, colour: .deep), before: 22, keepsNext: true)
  }

  private mutating func addFigures() {
    let figures = ReportFigure.all(report, wording)
    let gap = 8.0
    let width = (Self.width - gap * Double(figures.count - 1)) / Double(figures.count)
    var row = Row(before: 16, padding: (11, 10))
    for (index, figure) in figures.enumerated() {
      let x = Double(index) * (width + gap)
      row.ornaments.append(.init(x: x, y: 0, width: width, height: nil, colour: .panel))
      row.ornaments.append(
        .init(x: x, y: 0, width: width, height: 3, colour: figure.isMain ? .accent : .light))
      let path = [tag("P")]
      row.cells.append(
        .init(
          x: x + 10, width: width - 14,
          lines: [
            .init(text: StyledText(figure.value + " ", size: 22, bold: true, colour: .deep), path: path),
            .init(text: StyledText(figure.label, size: 8.5, colour: .muted), path: path),
          ]))
    }
    rows.append(row)
  }

  // MARK: Tables

  /// A column of a table.
  private struct Column {
    var title: String
    var x: Double
    var width: Double
    var alignment = StyledText.Alignment.leading
  }

  /// Adds the heading of a table and keeps it for the pages that follow; answers the table's number and element.
  private mutating func addTable(_ columns: [Column], before: Double) -> (number: Int, tag: Tag) {
    let table = tag("Table")
    let titleRow = tag("TR")
    var row = Row(before: before, padding: (0, 4), keepsNext: true, table: table.identity)
    for column in columns where !column.title.isEmpty {
      let text = StyledText(column.title, size: 8, bold: true, colour: .muted, alignment: column.alignment)
      row.cells.append(
        .init(x: column.x, width: column.width, lines: [.init(text: text, path: [table, titleRow, tag("TH")])]))
    }
    rows.append(row)
    let line = Row(
      ornaments: [.init(x: 0, y: 0, width: Self.width, height: 1.25, colour: .light)], minimumHeight: 1.25,
      keepsNext: true, table: table.identity)
    rows.append(line)
    // A page that the table runs on to repeats its heading for the eye; the structure tree has it once.
    var repeated = row
    for index in repeated.cells.indices { repeated.cells[index].lines[0].path = [] }
    repeated.padding.bottom = 5
    repeated.ornaments = [.init(x: 0, y: 13, width: Self.width, height: 1.25, colour: .light)]
    tableHeadings[table.identity] = repeated
    return (table.identity, table)
  }

  private func separator() -> Row.Ornament { .init(x: 0, y: 0, width: Self.width, height: 0.5, colour: .line) }

  /// Adds a row of texts, one for each titled column, the first as the row's heading.
  private mutating func addTableRow(
    _ table: (number: Int, tag: Tag), _ columns: [Column], _ texts: [String], isFirst: Bool, bars: [Row.Ornament] = []
  ) {
    let element = tag("TR")
    var row = Row(padding: (4, 4), table: table.number)
    for (index, (column, text)) in zip(columns.filter { !$0.title.isEmpty }, texts).enumerated() {
      let bold = index == 0 || column.alignment == .trailing
      let styled = StyledText(
        text, size: 9, bold: bold, colour: index == 0 ? .deep : .ink, alignment: column.alignment)
      let path = [table.tag, element, tag(index == 0 ? "TH" : "TD")]
      row.cells.append(.init(x: column.x, width: column.width, lines: [.init(text: styled, path: path)]))
    }
    row.ornaments = (isFirst ? [] : [separator()]) + bars
    rows.append(row)
  }

  /// A bar over its track, in the column.
  private func bar(_ value: Int, of most: Int, x: Double, width: Double, colour: Colour, track: Bool) -> [Row.Ornament] {
    let length = Double(value) / Double(max(1, most)) * width
    return (track ? [.init(x: x, y: 5, width: width, height: 9, colour: .panel)] : [])
      + [.init(x: x, y: 5, width: length, height: 9, colour: colour)]
  }

  private mutating func addReasons() {
    addTitle(wording.reasonsTitle)
    guard let most = report.byRule.first?.cases else {
      add("P", StyledText(wording.noReturns, size: 9.5), before: 6)
      return
    }
    add("P", StyledText(wording.reasonsNote, size: 8.5, colour: .muted), before: 3, keepsNext: true)
    let columns = [
      Column(title: wording.rule, x: 0, width: 46), Column(title: wording.reason, x: 50, width: 226),
      Column(title: "", x: 286, width: 110),
      Column(title: wording.requests, x: 404, width: 52, alignment: .trailing),
      Column(title: wording.share, x: 462, width: Self.width - 462, alignment: .trailing),
    ]
    let table = addTable(columns, before: 8)
    for (index, row) in report.byRule.enumerated() {
      addTableRow(
        table, columns,
        [
          row.rule.rawValue, Typography.set(row.message[language], language), Typography.number(row.cases, language),
          Typography.percent(row.cases, of: report.returns.count, language),
        ], isFirst: index == 0,
        bars: bar(row.cases, of: most, x: 286, width: 110, colour: .deep, track: true))
    }
  }

  private mutating func addVolume() {
    addTitle(wording.timeTitle(report.step))
    add(
      "P", StyledText(wording.timeSummary(report.intervals, report.step), size: 9.5), before: 3, keepsNext: true)
    var legend = Row(before: 8, keepsNext: true)
    for (index, (title, colour)) in [(wording.receivedLegend, Colour.light), (wording.returnedLegend, .deep)].enumerated() {
      let x = Double(index) * 76
      legend.ornaments.append(.init(x: x, y: 1.5, width: 8, height: 8, colour: colour))
      legend.cells.append(
        .init(x: x + 13, width: 70, lines: [.init(text: StyledText(title, size: 8.5, colour: .muted), path: [])]))
    }
    rows.append(legend)
    let chart = VolumeChart(
      report, language: language, width: Self.width, height: 150, left: 28, bottom: 18, labelWidth: 44)
    var row = Row(before: 6, minimumHeight: 150)
    for tick in chart.ticks {
      row.ornaments.append(
        .init(x: 28, y: tick.y - 0.25, width: Self.width - 28, height: 0.5, colour: .line))
      row.cells.append(
        .init(
          x: 0, y: tick.y - 5, width: 22,
          lines: [.init(text: StyledText(tick.label, size: 8, colour: .muted, alignment: .trailing), path: [])]))
    }
    for bar in chart.bars {
      for (height, colour) in [(bar.received, Colour.light), (bar.returned, .deep)] {
        row.ornaments.append(.init(x: bar.x, y: chart.base - height, width: bar.width, height: height, colour: colour))
      }
      if let label = bar.label {
        row.cells.append(
          .init(
            x: bar.x + bar.width / 2 - 30, y: chart.base + 4, width: 60,
            lines: [.init(text: StyledText(label, size: 8, colour: .muted, alignment: .centre), path: [])]))
      }
    }
    rows.append(row)
  }

  private mutating func addChannels() {
    guard let most = report.byChannel.map(\.received).max() else { return }
    addTitle(wording.channelTitle)
    let columns = [
      Column(title: wording.channel, x: 0, width: 120), Column(title: "", x: 130, width: 230),
      Column(title: wording.receivedLegend, x: 376, width: 56, alignment: .trailing),
      Column(title: wording.returnedLegend, x: 438, width: Self.width - 438, alignment: .trailing),
    ]
    let table = addTable(columns, before: 6)
    for (index, row) in report.byChannel.enumerated() {
      addTableRow(
        table, columns,
        [
          wording.channel(row.channel), Typography.number(row.received, language),
          Typography.number(row.returned, language),
        ], isFirst: index == 0,
        bars: bar(row.received, of: most, x: 130, width: 230, colour: .light, track: true)
          + bar(row.returned, of: most, x: 130, width: 230, colour: .deep, track: false))
    }
  }

  private mutating func addEstablishments() {
    let all = report.byEstablishment
    guard let most = all.first?.returned else { return }
    addTitle(wording.establishmentTitle)
    let columns = [
      Column(title: wording.establishment, x: 0, width: 250), Column(title: "", x: 260, width: 160),
      Column(title: wording.returnedLegend, x: 438, width: Self.width - 438, alignment: .trailing),
    ]
    let table = addTable(columns, before: 6)
    let shown = all.prefix(ReportFigure.establishmentsShown)
    for (index, row) in shown.enumerated() {
      addTableRow(
        table, columns, [row.establishment ?? wording.unknown, Typography.number(row.returned, language)],
        isFirst: index == 0, bars: bar(row.returned, of: most, x: 260, width: 160, colour: .deep, track: true))
    }
    if all.count > shown.count {
      add(
        "P", StyledText(wording.otherEstablishments(all.count - shown.count), size: 8.5, colour: .muted), before: 5)
    }
  }

  private mutating func addList() {
    guard !report.returns.isEmpty else { return }
    addTitle(wording.listTitle)
    let columns = [
      Column(title: wording.caseNumber, x: 0, width: 84), Column(title: wording.receivedOn, x: 90, width: 92),
      Column(title: wording.channel, x: 188, width: 62), Column(title: wording.state, x: 256, width: 62),
      Column(title: "\(wording.establishment) · \(Typography.lowercasedFirst(wording.reasons))", x: 324, width: Self.width - 324),
    ]
    let table = addTable(columns, before: 6)
    for (index, item) in report.returns.enumerated() {
      addTableRow(
        table, columns,
        [
          item.number, Typography.date(item.received, language), wording.channel(item.channel),
          wording.state(item.state), item.establishment ?? wording.unknown,
        ], isFirst: index == 0)
      addReasons(of: item, in: table)
    }
  }

  /// Adds the reasons of a case across the table, under the row just added and in the same row of the structure.
  private mutating func addReasons(of item: ReportCase, in table: (number: Int, tag: Tag)) {
    let last = rows.count - 1
    guard !item.reasons.isEmpty, let element = rows[last].cells.first?.lines[0].path[1] else { return }
    rows[last].padding.bottom = 1
    let cell = tag("TD")
    for (index, reason) in item.reasons.enumerated() {
      let isLast = index == item.reasons.count - 1
      rows[rows.count - 1].keepsNext = true
      let text = StyledText(
        [
          .init(text: reason.rule.rawValue + "\u{A0} ", bold: true, colour: .muted),
          .init(text: Typography.set(reason.message[language], language)),
        ], size: 8)
      rows.append(
        Row(
          cells: [.init(x: 0, width: Self.width, lines: [.init(text: text, path: [table.tag, element, cell])])],
          padding: (1, isLast ? 5 : 0), table: table.number))
    }
  }
}
