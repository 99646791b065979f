import Forms
import Foundation
import Testing

@testable import Reports

private func day(_ day: Int, month: Int = 3) -> CalendarDate { CalendarDate(year: 2026, month: month, day: day)! }

private func reason(_ rule: RuleID) -> ReportCase.Reason {
  .init(rule: rule, message: finding(rule, []).message)
}

private func item(
  _ number: String, _ received: CalendarDate, _ state: ReportCase.State, _ rules: [RuleID] = [],
  channel: Arrival.Channel? = .email, place: (String?, String?) = ("60014", "CLSC DES ÉRABLES")
) -> ReportCase {
  ReportCase(
    number: number, received: received, channel: channel, state: state, establishmentNumber: place.0,
    establishmentName: place.1, reasons: rules.map(reason))
}

private let cases = [
  item("2026-00001", day(2), .returnConfirmed, ["EML-04", "SIG-02"]),
  item("2026-00002", day(2), .returnProposed, ["EML-04"], channel: .post, place: ("60023", "HÔPITAL FICTIF")),
  item("2026-00003", day(9), .accepted), item("2026-00004", day(9), .inReview, channel: nil),
  item("2026-00005", day(31), .returnConfirmed, ["SIG-02", "SIG-02"], place: (nil, "Clsc des Érables")),
  item("2026-00006", day(1, month: 4), .returnConfirmed, ["USR-01"]),
]

private let moment = RejectReport.Moment(date: day(1, month: 4), hour: 8, minute: 5)
private let march = RejectReport(from: day(1), to: day(31), generated: moment, cases: cases)

@Suite struct RejectReportTests {
  @Test func `only what was received in the period counts`() {
    #expect(march.received == 5)
    #expect(march.count(.returnConfirmed) == 2)
    #expect(march.count(.returnProposed) == 1)
    #expect(march.count(.accepted) == 1)
    #expect(march.count(.inReview) == 1)
  }

  @Test func `a case counts once for each of its rules`() {
    #expect(march.byRule.map(\.rule) == ["EML-04", "SIG-02"])
    #expect(march.byRule.map(\.cases) == [2, 2])
  }

  @Test func `channels count what came and what was returned`() {
    #expect(march.byChannel.map(\.channel) == [.email, .post, nil])
    #expect(march.byChannel.map(\.received) == [3, 1, 1])
    #expect(march.byChannel.map(\.returned) == [2, 1, 0])
  }

  @Test func `one establishment is counted once, whether its number was given or not`() {
    #expect(march.byEstablishment.map(\.establishment) == ["60014 – CLSC DES ÉRABLES", "60023 – HÔPITAL FICTIF"])
    #expect(march.byEstablishment.map(\.returned) == [2, 1])
  }

  @Test(arguments: [
    (day(1), day(31), RejectReport.Step.day, 31), (day(1), day(30, month: 6), .week, 19),
    (day(1), day(31, month: 12), .month, 10), (day(2), day(2), .day, 1),
  ])
  func `the chart's step follows the period`(
    from: CalendarDate, to: CalendarDate, step: RejectReport.Step, count: Int
  ) {
    let report = RejectReport(from: from, to: to, generated: moment, cases: cases)
    #expect(report.step == step)
    #expect(report.intervals.count == count)
    #expect(report.intervals.map(\.received).reduce(0, +) == report.received)
    #expect(report.intervals.map(\.returned).reduce(0, +) == report.returns.count)
    if step == .week { #expect(report.intervals.dropFirst().allSatisfy { ($0.start.ordinal + 3) % 7 == 0 }) }
  }

  @Test func `a day is found again from its rank`() {
    for date in [day(1), day(29, month: 12), CalendarDate("2024-02-29")!, CalendarDate("1969-12-31")!] {
      #expect(CalendarDate(ordinal: date.ordinal) == date)
    }
  }

  @Test func `the order in which cases are given changes nothing`() throws {
    let other = RejectReport(from: day(1), to: day(31), generated: moment, cases: cases.reversed())
    #expect(other == march)
    #expect(try other.pdf(.fr) == march.pdf(.fr))
    #expect(other.html(.fr) == march.html(.fr))
    #expect(try other.json() == march.json())
  }

  @Test func `the table has one row for each return`() {
    let lines = march.csv(.fr).split(separator: "\r\n")
    #expect(
      lines[0]
        == "\u{FEFF}Dossier,Reçue le,Réception,État,Numéro d’établissement,Établissement,Règles,Motifs")
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("2026-00001,2026-03-02,Courriel,Confirmé,60014,CLSC DES ÉRABLES,EML-04 SIG-02,"))
    #expect(march.csv(.en).contains("2026-00002,2026-03-02,Post,Proposed,60023"))
  }

  @Test func `the JSON holds what its documentation lists`() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(march.json().utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "period", "generatedAt", "totals", "rules", "channels", "establishments", "step", "volume", "returns",
      ])
    #expect(object["generatedAt"] as? String == "2026-04-01T08:05")
    #expect((object["totals"] as? [String: Int])?["received"] == 5)
    let returns = try #require(object["returns"] as? [[String: Any]])
    #expect(
      Set(returns[0].keys) == [
        "case", "received", "channel", "state", "establishmentNumber", "establishmentName", "reasons",
      ])
    #expect(returns[2]["establishmentNumber"] is NSNull)
  }
}

@Suite struct RejectReportRenderingTests {
  @Test func `the page says the figures, in French`() {
    let html = march.html(.fr)
    #expect(html.contains("<html lang=\"fr-CA\">"))
    #expect(html.contains("Du 1er au\u{A0}31\u{A0}mars\u{A0}2026"))
    #expect(html.contains("3\u{A0}demandes sur 5 (60\u{A0}%) sont retournées ou le seraient."))
    #expect(html.contains("Produit le 1er\u{A0}avril\u{A0}2026 à 8\u{A0}h\u{A0}05"))
    #expect(html.contains("<svg") && html.contains("role=\"img\""))
    for forbidden in ["<script", "http://", "https://", "url("] { #expect(!html.contains(forbidden)) }
  }

  @Test func `the table of the chart's values leaves out the days without a request, and says so`() throws {
    let report = RejectReport(
      from: day(1), to: day(31), generated: moment, cases: [item("2026-00001", day(9), .returnConfirmed, ["SIG-02"])])
    let html = report.html(.fr)
    #expect(html.contains("Les jours sans demande reçue sont omis."))
    #expect(html.contains("<th scope=\"row\">9\u{A0}mars\u{A0}2026</th>"))
    #expect(!html.contains("<th scope=\"row\">10\u{A0}mars\u{A0}2026</th>"))
    if let text = Program.pdftotext.output(of: try report.pdf(.fr)) {
      #expect(text.contains("sans demande reçue") && !text.contains("10\u{A0}mars\u{A0}2026"))
    }
  }

  @Test(.enabled(if: Program.pdftotext.isInstalled))
  func `no page begins with the last line of a table alone`() throws {
    // Each further case moves the last table down by a part of a page.
    for count in 25...60 {
      let cases = (1...count).map { item("2026-1\(1000 + $0)", day(min($0, 25)), .returnConfirmed, ["SIG-02"]) }
      let report = RejectReport(from: day(1), to: day(31), generated: moment, cases: cases)
      let text = try #require(Program.pdftotext.output(of: try report.pdf(.fr)))
      let last = try #require(text.split(separator: "\u{0C}").last { $0.contains(where: \.isLetter) })
      #expect(last.matches(of: /(?m)^\s*\d+(?:er)?\s+mars\s+2026/).count > 1, "\(count) cases: \(last)")
    }
  }

  @Test func `a hostile establishment is text`() throws {
    let name = "<img src=x onerror=alert(1)>\"'&"
    let report = RejectReport(
      from: day(1), to: day(31), generated: moment,
      cases: [item("2026-00001", day(2), .returnConfirmed, ["SIG-02"], place: ("=1+1", name))])
    #expect(!report.html(.fr).contains("<img"))
    #expect(report.html(.fr).contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"))
    #expect(report.csv(.fr).contains(",'=1+1,"))
    if let text = Program.pdftotext.output(of: try report.pdf(.fr)) { #expect(text.contains("<img src=x")) }
  }

  @Test func `a period without any case still gives every rendering`() throws {
    let empty = RejectReport(from: day(1), to: day(31), generated: moment, cases: [])
    #expect(empty.html(.fr).contains("Aucune demande n’a été reçue pendant la période."))
    #expect(empty.csv(.en).split(separator: "\r\n").count == 1)
    #expect(PDFPages.count(in: try empty.pdf(.en)) >= 1)
    #expect(try empty.json().contains("\"returns\" : ["))
  }

  @Test(.enabled(if: Program.qpdf.isInstalled && Program.pdftotext.isInstalled))
  func `the PDF is sound, tagged, numbered and says what the page says`() throws {
    let many = (1...120).map { number in
      item("2026-1\(1000 + number)", day(number % 31 + 1), .returnConfirmed, ["EML-04", "SIG-02", "USR-01"])
    }
    let report = RejectReport(from: day(1), to: day(31), generated: moment, cases: many)
    let pdf = try report.pdf(.fr)
    #expect(try #require(Program.qpdf.output(of: pdf)).contains("No syntax or stream encoding errors"))
    #expect(try #require(Program.pdfinfo.output(of: pdf)).contains(/Tagged:\s+yes/))
    let text = try #require(Program.pdftotext.output(of: pdf))
    let pages = PDFPages.count(in: pdf)
    #expect(pages > 2)
    for page in 1...pages { #expect(text.contains("Page \(page) de \(pages)")) }
    for item in many { #expect(text.contains(item.number)) }
    let structure = try #require(Program.structure.output(of: pdf))
    for element in ["H1 (block)", "H2 (block)", "Table (block)", "TR", "TH", "TD"] {
      #expect(structure.contains(element))
    }
  }
}
