extension ReportRows {
  /// A column of a table.
  struct Column {
    var title: String
    var x: Double
    var width: Double
    var alignment = StyledText.Alignment.leading
  }

  /// Adds the heading of a table and keeps it for the pages that follow; answers the table's number and element.
  mutating func addTable(_ columns: [Column], before: Double) -> (number: Int, tag: Tag) {
    let table = tag("Table")
    let titleRow = tag("TR")
    var row = Row(before: before, padding: (0, 4), keepsNext: true, table: table.identity)
    for column in columns where !column.title.isEmpty {
      let text = StyledText(column.title, size: 8, bold: true, colour: .muted, alignment: column.alignment)
      row.cells.append(
        .init(x: column.x, width: column.width, lines: [.init(text: text, path: [table, titleRow, tag("TH")])]))
    }
    rows.append(row)
    let line = Row(
      ornaments: [.init(x: 0, y: 0, width: Self.width, height: 1.25, colour: .light)], minimumHeight: 1.25,
      keepsNext: true, table: table.identity)
    rows.append(line)
    // On each further page the rows form a table of their own, with the same heading.
    var repeated = row
    repeated.padding.bottom = 5
    repeated.ornaments = [.init(x: 0, y: 13, width: Self.width, height: 1.25, colour: .light)]
    tableHeadings[table.identity] = repeated
    return (table.identity, table)
  }

  func separator() -> Row.Ornament { .init(x: 0, y: 0, width: Self.width, height: 0.5, colour: .line) }

  /// Adds a row of texts, one for each titled column, the first as the row's heading.
  mutating func addTableRow(
    _ table: (number: Int, tag: Tag), _ columns: [Column], _ texts: [String], isFirst: Bool, bars: [Row.Ornament] = []
  ) {
    let element = tag("TR")
    var row = Row(padding: (4, 4), table: table.number)
    for (index, (column, text)) in zip(columns.filter { !$0.title.isEmpty }, texts).enumerated() {
      let bold = index == 0 || column.alignment == .trailing
      let styled = StyledText(
        text, size: 9, bold: bold, colour: index == 0 ? .deep : .ink, alignment: column.alignment)
      let path = [table.tag, element, tag(index == 0 ? "TH" : "TD")]
      row.cells.append(.init(x: column.x, width: column.width, lines: [.init(text: styled, path: path)]))
    }
    row.ornaments = (isFirst ? [] : [separator()]) + bars
    rows.append(row)
  }

  /// A bar over its track, in the column.
  func bar(_ value: Int, of most: Int, x: Double, width: Double, colour: Colour, track: Bool) -> [Row.Ornament] {
    let length = Double(value) / Double(max(1, most)) * width
    return (track ? [.init(x: x, y: 5, width: width, height: 9, colour: .panel)] : [])
      + [.init(x: x, y: 5, width: length, height: 9, colour: colour)]
  }
}
