import Forms

/// Lays out the chart of what was received and returned over time, for any canvas: lengths in the unit of its size,
/// from the top-left corner.
struct VolumeChart {
  struct Bar: Hashable {
    var x: Double
    var width: Double
    /// Heights above the base line.
    var received: Double
    var returned: Double
    /// The words under the bar; nil when there is no room for them.
    var label: String?
    var interval: RejectReport.Interval
  }

  struct Tick: Hashable {
    var y: Double
    var label: String
  }

  let bars: [Bar]
  let ticks: [Tick]
  /// The base line.
  let base: Double

  /// - Parameters:
  ///   - left: the room for the scale's numbers.
  ///   - labelWidth: the room that one label under the bars takes.
  init(
    _ report: RejectReport, language: Language, width: Double, height: Double, left: Double, bottom: Double,
    labelWidth: Double
  ) {
    let wording = ReportWording(language: language)
    let intervals = report.intervals
    let top = Self.roundTop(intervals.map(\.received).max() ?? 0)
    let base = height - bottom
    // The last label stands half outside its bar.
    let slot = (width - left - labelWidth / 4) / Double(max(1, intervals.count))
    let every = max(1, Int((labelWidth / slot).rounded(.up)))
    let scale = { (count: Int) in Double(count) / Double(top) * (base - 6) }
    bars = intervals.enumerated().map { index, interval in
      Bar(
        x: left + slot * Double(index) + slot * 0.16, width: min(slot * 0.68, 46), received: scale(interval.received),
        returned: scale(interval.returned),
        label: index % every == 0 ? wording.axisLabel(interval.start, report.step) : nil, interval: interval)
    }
    ticks = (0...Self.parts(top)).map { part in
      let value = top / Self.parts(top) * part
      return Tick(y: base - scale(value), label: Typography.number(value, language))
    }
    self.base = base
  }

  /// The smallest of 1, 2, 4, 5 or 10 times a power of ten that is not below the count.
  static func roundTop(_ count: Int) -> Int {
    var power = 1
    while power * 10 < count { power *= 10 }
    return [1, 2, 4, 5, 10].map { $0 * power }.first { $0 >= count } ?? 10 * power
  }

  /// How many steps the scale has: whole numbers only.
  private static func parts(_ top: Int) -> Int { [4, 5, 2, 1].first { top % $0 == 0 } ?? 1 }
}
