import Forms

/// A row of cells alike, one character each, that make one place together: the figures of a date, a postal code, a number.
struct Comb {
  /// From the left.
  private(set) var teeth: [Box]

  var box: Box { teeth.dropFirst().reduce(teeth[0]) { $0.union($1) } }

  /// The combs among boxes: four and more in a row, no wider than two figures. Gaps no wider than a cell part their groups, as those
  /// of a date or a postal code; between boxes to tick stands the word for the one before. Where labels begin over the
  /// first tooth and over a later one, on one line, there begins the next place.
  static func all(among boxes: [Box], under labels: [Box] = []) -> [Comb] {
    var rows: [Comb] = []
    /// The lowest of the labels that begin over a tooth; the letter beside a box to tick is none.
    func label(over tooth: Box) -> Box? {
      labels.filter { $0.width > tooth.width && abs($0.x0 - tooth.x0) < tooth.width * 0.6 && $0.y1 > tooth.y0 - 16 && $0.y1 < tooth.y0 + 3 }.max { $0.y1 < $1.y1 }
    }
    func begins(_ tooth: Box, after first: Box) -> Bool {
      guard let here = label(over: tooth), let there = label(over: first) else { return false }
      return here != there && abs(here.y1 - there.y1) < 4
    }
    for tooth in boxes.filter({ $0.width < 26 && $0.height < 34 }).sorted(by: { ($0.x0, $0.y0) < ($1.x0, $1.y0) }) {
      let row = rows.lastIndex { row in
        let last = row.teeth[row.teeth.count - 1]
        let gap = tooth.x0 - last.x1
        return abs(last.y0 - tooth.y0) < 2 && abs(last.height - tooth.height) < 2 && gap > -2 && gap < tooth.width * 1.1
          && max(last.width, tooth.width) < min(last.width, tooth.width) * 1.35
          && !begins(tooth, after: row.teeth[0])
      }
      if let row { rows[row].teeth.append(tooth) } else { rows.append(Comb(teeth: [tooth])) }
    }
    return rows.filter { $0.teeth.count >= 4 }
  }
}
