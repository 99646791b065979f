/// Sets rows in columns that fit the terminal; long cells are continued below, in their own column, or cut.
struct Table {
  /// A cell's text and how it stands out.
  struct Cell: ExpressibleByStringInterpolation {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .plain) { (self.text, self.style) = (text.shown, style) }
    init(stringLiteral value: String) { self.init(value) }
  }

  private enum Row {
    case cells([Cell])
    /// A line of its own above the rows that follow.
    case heading(String)
  }

  private var rows: [Row] = []
  private let titles: [String]
  private let indent: String
  /// Columns that are never made narrower: numbers and codes that people copy.
  private let whole: Set<Int>
  /// Columns whose cells are cut to one line where the terminal is too narrow, for lists that are run through by eye.
  private let cut: Set<Int>

  /// A table with these column titles; none at all leaves the line of titles out.
  init(_ titles: [String] = [], indent: String = "", whole: Set<Int> = [0], cut: Set<Int> = []) {
    (self.titles, self.indent, self.whole, self.cut) = (titles, indent, whole, cut)
  }

  /// Headings stand out to the left of their rows.
  private var headingIndent: String { String(indent.dropLast(2)) }

  mutating func add(_ cells: [Cell]) { rows.append(.cells(cells)) }
  mutating func add(heading: String) { rows.append(.heading(heading.shown)) }

  /// The table's lines, without limit of width where standard output is no terminal.
  func lines(on terminal: Terminal) -> [String] {
    let all = (titles.isEmpty ? [] : [Row.cells(titles.map { Cell($0, .faint) })]) + rows
    let widths = widths(of: all, within: terminal.width)
    return all.flatMap { row in
      switch row {
      case .heading(let text):
        text.wrapped(to: terminal.width ?? .max).map { headingIndent + Style.bold.paint($0, on: terminal) }
      case .cells(let cells): lines(of: cells, widths, on: terminal)
      }
    }
  }

  private func lines(of cells: [Cell], _ widths: [Int], on terminal: Terminal) -> [String] {
    let pieces = zip(cells, widths).enumerated().map { index, cell in
      cut.contains(index) ? [cell.0.text.cut(to: cell.1)] : cell.0.text.wrapped(to: cell.1)
    }
    let height = pieces.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var (text, pending) = (indent, 0)
      for (index, cell) in cells.enumerated() where index < widths.count {
        let piece = line < pieces[index].count ? pieces[index][line] : ""
        if !piece.isEmpty {
          text += String(repeating: " ", count: pending) + cell.style.paint(piece, on: terminal)
          pending = 0
        }
        pending += widths[index] - piece.columns + 2
      }
      return text
    }
  }

  /// What each column needs, the widest made narrower until all fit.
  private func widths(of rows: [Row], within limit: Int?) -> [Int] {
    var widths: [Int] = []
    for case .cells(let cells) in rows {
      for (index, cell) in cells.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], cell.text.columns)
      }
    }
    guard let limit else { return widths }
    let room = limit - indent.columns - 2 * max(0, widths.count - 1)
    var words = longestWords(of: rows, columns: widths.count)
    for index in cut where index < words.count { words[index] = 16 }
    while widths.reduce(0, +) > room {
      // Columns that can break at spaces give way first, then those that are cut anyway; then any, since a line may never
      // be too long.
      let narrowable = widths.indices.filter { !whole.contains($0) && widths[$0] > 8 }
      let breakable = narrowable.filter { widths[$0] > words[$0] }
      let candidates = [breakable, narrowable.filter(cut.contains), narrowable].first { !$0.isEmpty } ?? []
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func longestWords(of rows: [Row], columns: Int) -> [Int] {
    var longest = [Int](repeating: 0, count: columns)
    for case .cells(let cells) in rows {
      for (index, cell) in cells.enumerated() {
        longest[index] = max(longest[index], cell.text.split(separator: " ").map(\.columns).max() ?? 0)
      }
    }
    return longest
  }
}

extension Table {
  /// Writes the table to standard output.
  func print(on terminal: Terminal) throws {
    for line in lines(on: terminal) { try put(line) }
  }
}
