import Forms

/// One of the headline figures of the reject report.
struct ReportFigure: Hashable {
  /// How many establishments the ranking shows.
  static let establishmentsShown = 10

  var value: String
  var label: String
  /// Whether it leads the others.
  var isMain = false

  static func all(_ report: RejectReport, _ wording: ReportWording) -> [ReportFigure] {
    let figure = { (count: Int, label: (Int) -> String, isMain: Bool) in
      ReportFigure(value: Typography.number(count, wording.language), label: label(count), isMain: isMain)
    }
    return [
      figure(report.received, wording.received, true),
      figure(report.count(.returnConfirmed), wording.confirmed, false),
      figure(report.count(.returnProposed), wording.proposed, false),
      figure(report.count(.accepted), wording.accepted, false),
      figure(report.count(.inReview), wording.inReview, false),
    ]
  }
}
