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

  private struct Placed {
    var row: Row
    var y: Double
    var height: Double
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
    for (index, page) in pages.enumerated() {
      for placed in page { drawOrnaments(placed, on: canvas) }
      decoration(canvas, index + 1, pages.count)
      for placed in page { drawUntagged(placed, on: canvas) }
      var path: [Tag] = []
      for placed in page {
        for (line, x, y, width) in lines(of: placed, on: canvas) where !line.path.isEmpty {
          move(&path, to: line.path, on: canvas)
          canvas.show(measured(line, width, on: canvas), x: x, y: y)
        }
      }
      move(&path, to: [], on: canvas)
      canvas.endPage()
    }
  }

  private func paginate(on canvas: borrowing PDFCanvas) -> [[Placed]] {
    var pages: [[Placed]] = [[]]
    var y = frame.top
    for (index, row) in rows.enumerated() {
      let height = height(of: row, on: canvas)
      let isFirst = pages[pages.count - 1].isEmpty
      let start = isFirst ? y : y + row.before
      // What must stay together: this row and those after it that it keeps.
      var needed = height
      var next = index
      while rows[next].keepsNext, next + 1 < rows.count {
        next += 1
        needed += rows[next].before + self.height(of: rows[next], on: canvas)
      }
      if !isFirst, start + needed > frame.bottom {
        pages.append([])
        y = frame.top
        if let table = row.table, let heading = tableHeadings[table] {
          let headingHeight = self.height(of: heading, on: canvas)
          pages[pages.count - 1].append(Placed(row: heading, y: y, height: headingHeight))
          y += headingHeight
        }
      } else {
        y = start
      }
      pages[pages.count - 1].append(Placed(row: row, y: y, height: height))
      y += height
    }
    return pages
  }

  private func height(of row: Row, on canvas: borrowing PDFCanvas) -> Double {
    var tallest = 0.0
    for cell in row.cells {
      var height = cell.y
      for line in cell.lines { height += line.before + measured(line, cell.width, on: canvas).height }
      tallest = max(tallest, height)
    }
    return max(row.minimumHeight, tallest + row.padding.top + row.padding.bottom)
  }

  private func measured(_ line: Row.Line, _ width: Double, on canvas: borrowing PDFCanvas) -> MeasuredText {
    MeasuredText(line.text, width: width, on: canvas, language: language)
  }

  /// The texts of a row, each with its place on the page.
  private func lines(
    of placed: Placed, on canvas: borrowing PDFCanvas
  ) -> [(line: Row.Line, x: Double, y: Double, width: Double)] {
    var result: [(Row.Line, Double, Double, Double)] = []
    for cell in placed.row.cells {
      var y = placed.y + placed.row.padding.top + cell.y
      for line in cell.lines {
        y += line.before
        result.append((line, frame.left + cell.x, y, cell.width))
        y += measured(line, cell.width, on: canvas).height
      }
    }
    return result
  }

  private func drawUntagged(_ placed: Placed, on canvas: borrowing PDFCanvas) {
    for (line, x, y, width) in lines(of: placed, on: canvas) where line.path.isEmpty {
      canvas.show(measured(line, width, on: canvas), x: x, y: y)
    }
  }

  private func drawOrnaments(_ placed: Placed, on canvas: borrowing PDFCanvas) {
    for ornament in placed.row.ornaments {
      canvas.fill(
        x: frame.left + ornament.x, y: placed.y + ornament.y, width: ornament.width,
        height: ornament.height ?? placed.height - ornament.y, colour: ornament.colour)
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
