import Forms
import Foundation

extension RejectReport {
  /// The report as JSON for other programs; keys are in alphabetical order, texts in both languages.
  ///
  /// - `period` (`from`, `to`: days, both included), `generatedAt` (`YYYY-MM-DDThh:mm`, office time);
  /// - `totals`: `received`, `accepted`, `inReview`, `returnProposed`, `returnConfirmed`;
  /// - `rules`: `rule`, `message` (`fr`, `en`), `cases`, the most frequent first;
  /// - `channels`: `channel` (`email`, `post`, `fax` or null), `received`, `returned`;
  /// - `establishments`: `establishment` (or null), `returned`;
  /// - `step` (`day`, `week`, `month`) and `volume`: `start`, `received`, `returned`;
  /// - `returns`: `case`, `received`, `channel`, `state` (`returnProposed`, `returnConfirmed`), `establishmentNumber`,
  ///   `establishmentName`, `reasons` (`rule`, `message`).
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(ReportObject(self)), as: UTF8.self) + "\n"
  }
}

/// The report in the shape of its JSON.
private struct ReportObject: Encodable {
  struct Period: Encodable { var from, to: CalendarDate }
  struct Totals: Encodable { var received, accepted, inReview, returnProposed, returnConfirmed: Int }
  struct Rule: Encodable {
    var rule: RuleID
    var message: Wording
    var cases: Int
  }
  struct Channel: Encodable {
    var channel: Arrival.Channel?
    var received, returned: Int
    enum CodingKeys: String, CodingKey { case channel, received, returned }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(channel, forKey: .channel)
      try container.encode(received, forKey: .received)
      try container.encode(returned, forKey: .returned)
    }
  }
  struct Place: Encodable {
    var establishment: String?
    var returned: Int
    enum CodingKeys: String, CodingKey { case establishment, returned }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(establishment, forKey: .establishment)
      try container.encode(returned, forKey: .returned)
    }
  }
  struct Volume: Encodable {
    var start: CalendarDate
    var received, returned: Int
  }
  struct Return: Encodable {
    var item: ReportCase
    enum CodingKeys: String, CodingKey {
      case number = "case"
      case received, channel, state, establishmentNumber, establishmentName, reasons
    }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(item.number, forKey: .number)
      try container.encode(item.received, forKey: .received)
      try container.encode(item.channel, forKey: .channel)
      try container.encode(item.state, forKey: .state)
      try container.encode(item.establishmentNumber, forKey: .establishmentNumber)
      try container.encode(item.establishmentName, forKey: .establishmentName)
      try container.encode(item.reasons, forKey: .reasons)
    }
  }

  var period: Period
  var generatedAt: String
  var totals: Totals
  var rules: [Rule]
  var channels: [Channel]
  var establishments: [Place]
  var step: String
  var volume: [Volume]
  var returns: [Return]

  init(_ report: RejectReport) {
    let two = { (n: Int) in (n < 10 ? "0" : "") + String(n) }
    period = Period(from: report.from, to: report.to)
    generatedAt = "\(report.generated.date)T\(two(report.generated.hour)):\(two(report.generated.minute))"
    totals = Totals(
      received: report.received, accepted: report.count(.accepted), inReview: report.count(.inReview),
      returnProposed: report.count(.returnProposed), returnConfirmed: report.count(.returnConfirmed))
    rules = report.byRule.map { Rule(rule: $0.rule, message: $0.message, cases: $0.cases) }
    channels = report.byChannel.map { Channel(channel: $0.channel, received: $0.received, returned: $0.returned) }
    establishments = report.byEstablishment.map { Place(establishment: $0.establishment, returned: $0.returned) }
    step = report.step.rawValue
    volume = report.intervals.map { Volume(start: $0.start, received: $0.received, returned: $0.returned) }
    returns = report.returns.map { Return(item: $0) }
  }
}
