import Forms

extension RejectReport {
  /// The report as one HTML page, complete in itself: no script, no outside resource, charts as inline SVG.
  package func html(_ language: Language) -> String {
    let page = ReportPage(report: self, wording: ReportWording(language: language))
    return PageStyle.document(
      title: "\(page.wording.title) – \(page.wording.period(self))", language: language, style: ReportPage.style,
      body: page.body)
  }
}

/// Sets the reject report as HTML.
struct ReportPage {
  let report: RejectReport
  let wording: ReportWording
  var language: Language { wording.language }

  var body: String {
    """
    <body>
    <header class="band"><div>
    <p class="subject">\(escape(wording.subject))</p>
    <h1>\(escape(wording.title))</h1>
    <p class="period">\(escape(wording.period(report)))</p>
    </div></header>
    <main>
    \(figures)
    <p class="summary">\(escape(wording.summary(report)))</p>
    <p class="note">\(escape(wording.proposalNote))</p>
    \(reasons)
    \(volume)
    <div class="pair">
    \(channels)
    \(establishments)
    </div>
    \(list)
    </main>
    <footer><p>\(escape(wording.generated(report.generated)))</p></footer>
    </body>
    """
  }

  private var figures: String {
    let figures = ReportFigure.all(report, wording).map {
      "<div class=\"figure\($0.isMain ? " main" : "")\"><dt>\(escape($0.label))</dt><dd>\(escape($0.value))</dd></div>"
    }
    return "<dl class=\"figures\">\(figures.joined())</dl>"
  }

  private var reasons: String {
    let rows = report.byRule
    let most = rows.first?.cases ?? 1
    let returned = report.returns.count
    let body = rows.map { row in
      """
      <tr><th scope="row">\(escape(row.rule.rawValue))</th><td>\(escape(sentence(row.message)))</td>\
      <td class="bar">\(bar(row.cases, of: most))</td><td class="number">\(number(row.cases))</td>\
      <td class="number">\(escape(Typography.percent(row.cases, of: returned, language)))</td></tr>
      """
    }
    return section(
      "reasons", wording.reasonsTitle,
      rows.isEmpty
        ? "<p>\(escape(wording.noReturns))</p>"
        : """
        <p class="note">\(escape(wording.reasonsNote))</p>
        <div class="scroll"><table><thead><tr><th scope="col">\(escape(wording.rule))</th>\
        <th scope="col">\(escape(wording.reason))</th><td></td>\
        <th scope="col" class="number">\(escape(wording.requests))</th>\
        <th scope="col" class="number">\(escape(wording.share))</th></tr></thead>
        <tbody>\(body.joined(separator: "\n"))</tbody></table></div>
        """)
  }

  private var volume: String {
    let rows = report.filledIntervals.map {
      "<tr><th scope=\"row\">\(escape(wording.interval($0.start, report.step)))</th>"
        + "<td class=\"number\">\(number($0.received))</td><td class=\"number\">\(number($0.returned))</td></tr>"
    }
    let table =
      """
      <details><summary>\(escape(wording.valuesTable))</summary>
      <p class="note">\(escape(wording.valuesNote(report.step)))</p>
      <table class="narrow"><thead><tr><th scope="col">\(escape(wording.stepName(report.step)))</th>\
      <th scope="col" class="number">\(escape(wording.receivedLegend))</th>\
      <th scope="col" class="number">\(escape(wording.returnedLegend))</th></tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table></details>
      """
    return section(
      "volume", wording.timeTitle(report.step),
      """
      <p class="legend"><span class="key received"></span>\(escape(wording.receivedLegend)) \
      <span class="key returned"></span>\(escape(wording.returnedLegend))</p>
      \(chart)
      \(rows.isEmpty ? "" : table)
      """)
  }

  private var chart: String {
    let (width, height) = (960.0, 260.0)
    let chart = VolumeChart(
      report, language: language, width: width, height: height, left: 44, bottom: 30, labelWidth: 76)
    let ticks = chart.ticks.map {
      "<line x1=\"44\" x2=\"\(whole(width))\" y1=\"\(point($0.y))\" y2=\"\(point($0.y))\" class=\"grid\"/>"
        + "<text x=\"36\" y=\"\(point($0.y + 4.5))\" text-anchor=\"end\">\(escape($0.label))</text>"
    }
    let bars = chart.bars.map { bar in
      let x = "x=\"\(point(bar.x))\" width=\"\(point(bar.width))\""
      let label = bar.label.map {
        "<text x=\"\(point(bar.x + bar.width / 2))\" y=\"\(whole(height - 8))\" text-anchor=\"middle\">\(escape($0))</text>"
      }
      return
        "<rect \(x) y=\"\(point(chart.base - bar.received))\" height=\"\(point(bar.received))\" class=\"received\"/>"
        + "<rect \(x) y=\"\(point(chart.base - bar.returned))\" height=\"\(point(bar.returned))\" class=\"returned\"/>"
        + (label ?? "")
    }
    return """
      <svg viewBox="0 0 \(whole(width)) \(whole(height))" role="img" aria-labelledby="chart-title chart-text">
      <title id="chart-title">\(escape(wording.timeTitle(report.step)))</title>
      <desc id="chart-text">\(escape(wording.timeSummary(report.intervals, report.step)))</desc>
      <g aria-hidden="true">\(ticks.joined())\(bars.joined())</g>
      </svg>
      """
  }

  private var channels: String {
    let most = report.byChannel.map(\.received).max() ?? 1
    let rows = report.byChannel.map { row in
      """
      <tr><th scope="row">\(escape(wording.channel(row.channel)))</th>\
      <td class="bar">\(bar(row.received, of: most, inner: row.returned))</td>\
      <td class="number">\(number(row.received))</td><td class="number">\(number(row.returned))</td></tr>
      """
    }
    return section(
      "channels", wording.channelTitle,
      """
      <table><thead><tr><th scope="col">\(escape(wording.channel))</th><td></td>\
      <th scope="col" class="number">\(escape(wording.receivedLegend))</th>\
      <th scope="col" class="number">\(escape(wording.returnedLegend))</th></tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table>
      """)
  }

  private var establishments: String {
    let all = report.byEstablishment
    let shown = all.prefix(ReportFigure.establishmentsShown)
    let most = all.first?.returned ?? 1
    let rows = shown.map { row in
      """
      <tr><th scope="row">\(escape(row.establishment ?? wording.unknown))</th>\
      <td class="bar">\(bar(row.returned, of: most))</td><td class="number">\(number(row.returned))</td></tr>
      """
    }
    let more = all.count - shown.count
    return section(
      "establishments", wording.establishmentTitle,
      all.isEmpty
        ? "<p>\(escape(wording.noReturns))</p>"
        : """
        <table><thead><tr><th scope="col">\(escape(wording.establishment))</th><td></td>\
        <th scope="col" class="number">\(escape(wording.returnedLegend))</th></tr></thead>
        <tbody>\(rows.joined(separator: "\n"))</tbody></table>
        \(more > 0 ? "<p class=\"note\">\(escape(wording.otherEstablishments(more)))</p>" : "")
        """)
  }

  private var list: String {
    let rows = report.returns.map { item in
      let reasons = item.reasons.map {
        "<li><b>\(escape($0.rule.rawValue))</b> \(escape(sentence($0.message)))</li>"
      }
      return """
        <tr><th scope="row">\(escape(item.number))</th>\
        <td class="day">\(escape(Typography.date(item.received, language)))</td>\
        <td>\(escape(wording.channel(item.channel)))</td>\
        <td><span class="state \(item.state.rawValue)">\(escape(wording.state(item.state)))</span></td>\
        <td>\(escape(item.establishment ?? wording.unknown))</td><td><ul>\(reasons.joined())</ul></td></tr>
        """
    }
    return section(
      "list", wording.listTitle,
      rows.isEmpty
        ? "<p>\(escape(wording.noReturns))</p>"
        : """
        <div class="scroll"><table class="cases"><thead><tr>\
        \([wording.caseNumber, wording.receivedOn, wording.channel, wording.state, wording.establishment, wording.reasons]
        .map { "<th scope=\"col\">\(escape($0))</th>" }.joined())</tr></thead>
        <tbody>\(rows.joined(separator: "\n"))</tbody></table></div>
        """)
  }

  private func section(_ id: String, _ title: String, _ content: String) -> String {
    "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(escape(title))</h2>\n\(content)\n</section>"
  }

  /// A bar that repeats in length what the next cell says in figures.
  private func bar(_ value: Int, of most: Int, inner: Int? = nil) -> String {
    let width = { (n: Int) in point(Double(n) / Double(max(1, most)) * 200) }
    return "<svg viewBox=\"0 0 200 14\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">"
      + "<rect width=\"\(width(value))\" height=\"14\" class=\"\(inner == nil ? "returned" : "received")\"/>"
      + (inner.map { "<rect width=\"\(width($0))\" height=\"14\" class=\"returned\"/>" } ?? "") + "</svg>"
  }

  private func sentence(_ message: Wording) -> String { Typography.set(message[language], language) }
  private func number(_ number: Int) -> String { escape(Typography.number(number, language)) }
  private func escape(_ text: String) -> String { Sanitized.html(text) }
  private func whole(_ value: Double) -> String { String(Int(value)) }

  /// The length with one decimal, the same on every machine.
  private func point(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
