import Forms

/// Sums up what was received in a period, what was returned and why: the numbers, before any layout.
package struct RejectReport: Hashable, Sendable {
  /// When a report was made, in the office's own time.
  package struct Moment: Hashable, Sendable {
    package var date: CalendarDate
    package var hour: Int
    package var minute: Int

    package init(date: CalendarDate, hour: Int, minute: Int) {
      (self.date, self.hour, self.minute) = (date, hour, minute)
    }
  }

  /// Counts the returned cases of one rule.
  package struct RuleCount: Hashable, Sendable {
    package var rule: RuleID
    package var message: Wording
    /// Returned cases that the rule speaks against.
    package var cases: Int
  }

  /// Counts what one channel brought, and what of it was returned.
  package struct ChannelCount: Hashable, Sendable {
    /// Nil counts the cases whose channel nobody said.
    package var channel: Arrival.Channel?
    package var received: Int
    package var returned: Int
  }

  /// Counts the returned cases of one establishment.
  package struct EstablishmentCount: Hashable, Sendable {
    /// Number and name, as first met with a number; nil counts the cases without.
    package var establishment: String?
    package var returned: Int
  }

  /// A bar of the chart over time.
  package struct Interval: Hashable, Sendable {
    /// The first day.
    package var start: CalendarDate
    package var received: Int
    package var returned: Int
  }

  /// The step of the chart over time.
  package enum Step: String, Hashable, Sendable { case day, week, month }

  /// The first and last days of the period, both included.
  package let from: CalendarDate
  package let to: CalendarDate
  package let generated: Moment
  /// The cases received in the period, in order of receipt, then of number.
  package let cases: [ReportCase]

  /// Keeps the cases received in the period, in a fixed order whatever the order given.
  package init(from: CalendarDate, to: CalendarDate, generated: Moment, cases: [ReportCase]) {
    (self.from, self.to, self.generated) = (min(from, to), max(from, to), generated)
    let period = self.from...self.to
    self.cases = cases.filter { period.contains($0.received) }
      .sorted { ($0.received, $0.number) < ($1.received, $1.number) }
  }

  /// How many cases the period received, whatever became of them.
  package var received: Int { cases.count }
  /// The cases returned, confirmed or only proposed.
  package var returns: [ReportCase] { cases.filter(\.state.isReturn) }

  /// How many cases of the period are in the state.
  package func count(_ state: ReportCase.State) -> Int { cases.count { $0.state == state } }

  /// The reasons of the returns, the most frequent first; a case counts once for each of its rules.
  package var byRule: [RuleCount] {
    var counts: [RuleID: RuleCount] = [:]
    for returned in returns {
      for reason in returned.reasons {
        counts[reason.rule, default: RuleCount(rule: reason.rule, message: reason.message, cases: 0)].cases += 1
      }
    }
    return counts.values.sorted { ($1.cases, $0.rule) < ($0.cases, $1.rule) }
  }

  /// Every channel that brought something, in the order e-mail, post, fax, unknown.
  package var byChannel: [ChannelCount] {
    (Arrival.Channel.allCases.map { $0 } + [nil]).compactMap { channel in
      let these = cases.filter { $0.channel == channel }
      guard !these.isEmpty else { return nil }
      return ChannelCount(channel: channel, received: these.count, returned: these.count { $0.state.isReturn })
    }
  }

  /// The establishments with returns, the most frequent first. One number is one establishment, however its name is
  /// written; without a number the name decides, and joins the one number that bears this name.
  package var byEstablishment: [EstablishmentCount] {
    var counts: [String: EstablishmentCount] = [:]
    var numbers: [String: Set<String>] = [:]
    for returned in returns {
      guard let number = returned.establishmentNumber, let name = returned.establishmentName?.lowercased() else {
        continue
      }
      numbers[name, default: []].insert(number)
    }
    // Cases with a number first: their number and name are what the table shows.
    for returned in returns.filter({ $0.establishmentNumber != nil })
      + returns.filter({ $0.establishmentNumber == nil })
    {
      let name = returned.establishmentName?.lowercased() ?? ""
      let known = numbers[name].flatMap { $0.count == 1 ? $0.first : nil }
      let key = returned.establishmentNumber ?? known ?? name
      counts[key, default: EstablishmentCount(establishment: returned.establishment, returned: 0)].returned += 1
    }
    return counts.values.sorted {
      ($1.returned, $0.establishment ?? "\u{FFFF}") < ($0.returned, $1.establishment ?? "\u{FFFF}")
    }
  }

  /// Days up to a month, weeks up to half a year, then months.
  package var step: Step {
    switch to.ordinal - from.ordinal {
    case ...31: .day
    case ...190: .week
    default: .month
    }
  }

  /// The intervals in which something was received, for tables: what was received on no other day was not returned either.
  package var filledIntervals: [Interval] { intervals.filter { $0.received > 0 } }

  /// The whole period cut into steps, empty ones included; the first and last may be shorter.
  package var intervals: [Interval] {
    var starts: [CalendarDate] = []
    for ordinal in from.ordinal...to.ordinal {
      let day = CalendarDate(ordinal: ordinal)
      let begins: Bool =
        switch step {
        case .day: true
        // 1970-01-01 was a Thursday: Mondays are the days whose ordinal is 4 modulo 7.
        case .week: (ordinal % 7 + 7) % 7 == 4
        case .month: day.day == 1
        }
      if begins || starts.isEmpty { starts.append(day) }
    }
    var result = starts.map { Interval(start: $0, received: 0, returned: 0) }
    var index = 0
    for item in cases {
      while index + 1 < result.count, result[index + 1].start <= item.received { index += 1 }
      result[index].received += 1
      if item.state.isReturn { result[index].returned += 1 }
    }
    return result
  }
}

extension CalendarDate {
  /// The day that many days after 1970-01-01; the last day of year 9999 when there is none.
  init(ordinal: Int) {
    // The inverse of `ordinal`: Howard Hinnant's civil_from_days.
    let days = ordinal + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self =
      CalendarDate(year: year, month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
      ?? CalendarDate(year: 9999, month: 12, day: 31)!
  }
}
