import Forms

/// A word of a page, whoever read it.
struct Word: Sendable {
  var text: String
  var box: Box
  /// Font and size tell printed words from entered ones; empty and the box's height for recognised words.
  var font: String
  var size: Double
  var source: Evidence.Source
  var confidence: Double = 1
  /// From an annotation laid over the page, which is never printed text.
  var isEntered = false
  /// The line that a recognised word was read in, by its rank on the page: its letters' own heights tell less.
  var row: Int?
}

/// A straight ruling line, horizontal or vertical.
struct Rule: Sendable {
  var box: Box
  var isHorizontal: Bool
  /// Whether it is a row of dots typed as text, which may only lead from a label to its entry.
  var isLeader = false

  /// The position across the line: y of a horizontal one, x of a vertical one.
  var position: Double { isHorizontal ? box.midY : box.midX }
  var start: Double { isHorizontal ? box.x0 : box.y0 }
  var end: Double { isHorizontal ? box.x1 : box.y1 }
  var length: Double { end - start }
}

/// A small box or circle to tick, and what stands in it.
struct TickFrame: Sendable {
  enum State: Sendable { case on, off, ambiguous }
  var box: Box
  var state: State
  /// Whether the state came from a field of a fillable PDF.
  var source: Evidence.Source
  var confidence: Double = 1
  /// The fillable field's shown and stored states differ.
  var differs = false
  /// Filled evenly up to its frame and nowhere beyond, as no pen does.
  var isFilled = false
}

/// A text or signature field of a fillable PDF, as the mapper needs it.
struct EntryField: Sendable {
  var box: Box
  var isSignature: Bool
  var isSigned: Bool
  var text: String?
  var differs: Bool
  var isUncompared: Bool
}

/// Something drawn that is neither text nor ruling: a stroke of ink, an image.
struct InkMark: Sendable {
  enum Kind: String, Sendable { case stylus, image, ink }
  var kind: Kind
  var box: Box
}

/// One stroke or shape laid over a page.
struct Overlay: Hashable, Sendable {
  var box: Box
  /// The extent of the drawing that it is a part of.
  var drawing: Box
  /// Whether a pen or a pasted picture may have left it.
  var isHand = false
}

/// What stands on one page, in points from its top-left corner: the same whoever looked, PDF reader or eye.
struct PageContent {
  /// From 1, in the file.
  var number: Int
  var width: Double
  var height: Double
  var words: [Word] = []
  var rules: [Rule] = []
  /// Drawn rectangles large enough to write in, stroked or tinted.
  var frames: [Box] = []
  var ticks: [TickFrame] = []
  var entries: [EntryField] = []
  var marks: [InkMark] = []
  /// What annotations and strokes laid over the page paint, for pre-printed text that must stand intact.
  var overlays: [Overlay] = []
  var isScan = false
  /// The straightened picture of a scanned page.
  var scan: ScannedPage?

  var bounds: Box { Box(0, 0, width, height) }
}
