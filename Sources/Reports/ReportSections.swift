import Forms

extension ReportRows {
  mutating func addFigures() {
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

  mutating func addReasons() {
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
    let returned = report.returns.count
    for (index, row) in report.byRule.enumerated() {
      addTableRow(
        table, columns,
        [
          row.rule.rawValue, Typography.set(row.message[language], language), Typography.number(row.cases, language),
          Typography.percent(row.cases, of: returned, language),
        ], isFirst: index == 0,
        bars: bar(row.cases, of: most, x: 286, width: 110, colour: .deep, track: true))
    }
  }

  mutating func addVolume() {
    addTitle(wording.timeTitle(report.step))
    add(
      "P", StyledText(wording.timeSummary(report.intervals, report.step), size: 9.5), before: 3, keepsNext: true)
    var legend = Row(before: 8, keepsNext: true)
    for (index, (title, colour)) in [(wording.receivedLegend, Colour.light), (wording.returnedLegend, .deep)]
      .enumerated()
    {
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

  mutating func addChannels() {
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

  mutating func addEstablishments() {
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

  mutating func addList() {
    guard !report.returns.isEmpty else { return }
    addTitle(wording.listTitle)
    let columns = [
      Column(title: wording.caseNumber, x: 0, width: 84), Column(title: wording.receivedOn, x: 90, width: 92),
      Column(title: wording.channel, x: 188, width: 62), Column(title: wording.state, x: 256, width: 62),
      Column(title: wording.establishmentAndReasons, x: 324, width: Self.width - 324),
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

  /// The chart's values, for those who do not see the chart; last, since few need them.
  mutating func addVolumeTable() {
    guard !report.filledIntervals.isEmpty else { return }
    addTitle(wording.valuesTable)
    add("P", StyledText(wording.valuesNote(report.step), size: 8.5, colour: .muted), before: 3, keepsNext: true)
    let columns = [
      Column(title: wording.stepName(report.step), x: 0, width: 140),
      Column(title: wording.receivedLegend, x: 376, width: 56, alignment: .trailing),
      Column(title: wording.returnedLegend, x: 438, width: Self.width - 438, alignment: .trailing),
    ]
    let table = addTable(columns, before: 6)
    for (index, interval) in report.filledIntervals.enumerated() {
      addTableRow(
        table, columns,
        [
          wording.interval(interval.start, report.step), Typography.number(interval.received, language),
          Typography.number(interval.returned, language),
        ], isFirst: index == 0)
    }
  }
}
