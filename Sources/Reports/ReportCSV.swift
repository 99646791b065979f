import Forms

extension RejectReport {
  /// The returned cases as CSV, one row each, for a spreadsheet: headings and reasons in the language given.
  ///
  /// Columns: case, day of receipt (`YYYY-MM-DD`), channel, state, number and name of the establishment, rules
  /// (separated by spaces), reasons (separated by ` | `).
  package func csv(_ language: Language) -> String {
    let wording = ReportWording(language: language)
    var table = CSVTable()
    table.add([
      wording.caseNumber, wording.receivedOn, wording.channel, wording.state, wording.establishmentNumber,
      wording.establishment, wording.rules, wording.reasons,
    ])
    for item in returns {
      table.add([
        item.number, item.received.description, wording.channel(item.channel), wording.state(item.state),
        item.establishmentNumber ?? "", item.establishmentName ?? "",
        item.reasons.map(\.rule.rawValue).joined(separator: " "),
        item.reasons.map { $0.message[language] }.joined(separator: " | "),
      ])
    }
    return table.csv
  }
}
