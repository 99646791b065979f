import Forms

/// A place on a page where something may be entered: a fillable field, a ruled cell, a line to write on.
struct Slot: Sendable {
  enum Origin: Equatable, Sendable {
    /// A text or signature field of a fillable PDF, by its rank on the page.
    case entry(Int)
    /// A closed cell or a drawn box.
    case cell
    /// The space above a lone line.
    case line
  }

  var page: Int
  var box: Box
  var origin: Origin

  var isEntry: Bool { if case .entry = origin { true } else { false } }
}
