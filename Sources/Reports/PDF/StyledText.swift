/// A text to set: runs of one style each, wrapped to a width.
struct StyledText: Hashable, Sendable {
  struct Run: Hashable, Sendable {
    var text: String
    var bold = false
    var colour = Colour.ink
  }
  enum Alignment: Hashable, Sendable { case leading, trailing, centre }

  var runs: [Run]
  /// The height of the letters, in points.
  var size: Double
  var alignment = Alignment.leading

  init(_ runs: [Run], size: Double, alignment: Alignment = .leading) {
    (self.runs, self.size, self.alignment) = (runs, size, alignment)
  }

  init(_ text: String, size: Double, bold: Bool = false, colour: Colour = .ink, alignment: Alignment = .leading) {
    self.init([Run(text: text, bold: bold, colour: colour)], size: size, alignment: alignment)
  }
}
