/// A stretch of a page that is never split: cells side by side, over coloured rectangles.
struct Row: Sendable {
  /// A text in a cell, under the one before it.
  struct Line: Sendable {
    var text: StyledText
    /// The element it belongs to, from the outermost; empty for decoration.
    var path: [Tag]
    var before = 0.0
  }

  /// A column of texts.
  struct Cell: Sendable {
    /// From the row's left edge.
    var x: Double
    var y = 0.0
    var width: Double
    var lines: [Line]
  }

  /// A filled rectangle; nil height reaches to the row's end.
  struct Ornament: Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double?
    var colour: Colour
  }

  var cells: [Cell] = []
  var ornaments: [Ornament] = []
  /// Space above, which a page's first row drops.
  var before = 0.0
  /// Space within, above and below the cells.
  var padding = (top: 0.0, bottom: 0.0)
  var minimumHeight = 0.0
  /// Whether the row must not be the last of its page, as a heading.
  var keepsNext = false
  /// The table it is a row of, whose heading is repeated on the next page.
  var table: Int?
}
