/// Lays rows out on pages and draws them, with the structure tree in reading order.
struct Flow {
  /// The frame that rows are laid in, in points.
  struct Frame {
    var left: Double
    var top: Double
    var bottom: Double
  }

  /// What stands on every page between the rows' rectangles and their words, and around them; decoration only.
  typealias Decoration = (_ canvas: borrowing PDFCanvas, _ page: Int, _ pages: Int) -> Void

  /// A row with its texts set: one list of texts for each cell.
  private struct SetRow {
    var row: Row
    var texts: [[SetText]]
    var height: Double
  }

  private struct Placed {
    var set: SetRow
    var y: Double
  }

  /// A text with its place on the page.
  private struct PlacedText {
    var text: SetText
    var path: [Tag]
    var x: Double
    var y: Double
  }

  var rows: [Row]
  /// The heading of each table, by its number.
  var tableHeadings: [Int: Row] = [:]
  var frame: Frame
  /// The language of the words, as `fr-CA`.
  var language: String

  /// The number of pages that the rows need.
  func pageCount(on canvas: borrowing PDFCanvas) -> Int { paginate(on: canvas).count }

  func draw(on canvas: borrowing PDFCanvas, decoration: Decoration) {
    let pages = paginate(on: canvas)
    // The root of the structure, open from the first page to the last.
    let document = Tag(name: "Document", identity: 0)
    canvas.open(document)
    for (index, page) in pages.enumerated() {
      for placed in page { drawOrnaments(placed, on: canvas) }
      decoration(canvas, index + 1, pages.count)
      let texts = page.flatMap { self.texts(of: $0) }
      for text in texts where text.path.isEmpty { show(text, on: canvas) }
      var path: [Tag] = []
      for text in texts where !text.path.isEmpty {
        move(&path, to: text.path, on: canvas)
        show(text, on: canvas)
      }
      move(&path, to: [], on: canvas)
      if index == pages.count - 1 { canvas.close(document) }
      canvas.endPage()
    }
  }

  private func paginate(on canvas: borrowing PDFCanvas) -> [[Placed]] {
    var sets: [SetRow] = []
    for row in rows { sets.append(set(row, on: canvas)) }
    var pages: [[Placed]] = [[]]
    var y = frame.top
    for (index, set) in sets.enumerated() {
      let isFirst = pages[pages.count - 1].isEmpty
      let start = isFirst ? y : y + set.row.before
      // What must stay together: this row and those after it that it keeps.
      var needed = set.height
      var next = index
      while next + 1 < rows.count, rows[next].keepsNext || isLastButOne(next) {
        next += 1
        needed += rows[next].before + sets[next].height
      }
      if !isFirst, start + needed > frame.bottom {
        pages.append([])
        y = frame.top
        if let table = set.row.table, let heading = tableHeadings[table] {
          let repeated = self.set(heading, on: canvas)
          pages[pages.count - 1].append(Placed(set: repeated, y: y))
          y += repeated.height
        }
      } else {
        y = start
      }
      pages[pages.count - 1].append(Placed(set: set, y: y))
      y += set.height
    }
    return pages
  }

  /// Whether the row is a table's last but one, which keeps the last: alone on a page, that one would look lost.
  private func isLastButOne(_ index: Int) -> Bool {
    guard let table = rows[index].table, rows[index + 1].table == table else { return false }
    return index + 2 == rows.count || rows[index + 2].table != table
  }

  private func set(_ row: Row, on canvas: borrowing PDFCanvas) -> SetRow {
    var texts: [[SetText]] = []
    var tallest = 0.0
    for cell in row.cells {
      var column: [SetText] = []
      var height = cell.y
      for line in cell.lines {
        let text = SetText(line.text, width: cell.width, on: canvas, language: language)
        column.append(text)
        height += line.before + text.height
      }
      texts.append(column)
      tallest = max(tallest, height)
    }
    let height = max(row.minimumHeight, tallest + row.padding.top + row.padding.bottom)
    return SetRow(row: row, texts: texts, height: height)
  }

  private func texts(of placed: Placed) -> [PlacedText] {
    let row = placed.set.row
    var result: [PlacedText] = []
    for (cell, texts) in zip(row.cells, placed.set.texts) {
      var y = placed.y + row.padding.top + cell.y
      for (line, text) in zip(cell.lines, texts) {
        y += line.before
        result.append(PlacedText(text: text, path: line.path, x: frame.left + cell.x, y: y))
        y += text.height
      }
    }
    return result
  }

  private func show(_ text: PlacedText, on canvas: borrowing PDFCanvas) {
    canvas.show(text.text, x: text.x, y: text.y, language: language)
  }

  private func drawOrnaments(_ placed: Placed, on canvas: borrowing PDFCanvas) {
    for ornament in placed.set.row.ornaments {
      canvas.fill(
        x: frame.left + ornament.x, y: placed.y + ornament.y, width: ornament.width,
        height: ornament.height ?? placed.set.height - ornament.y, colour: ornament.colour)
    }
  }

  /// Closes and opens tags so that `path` is the one open.
  private func move(_ path: inout [Tag], to wanted: [Tag], on canvas: borrowing PDFCanvas) {
    let common = zip(path, wanted).prefix { $0 == $1 }.count
    for tag in path[common...].reversed() { canvas.close(tag) }
    for tag in wanted[common...] { canvas.open(tag) }
    path = wanted
  }
}
