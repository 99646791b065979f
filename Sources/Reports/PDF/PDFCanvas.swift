import CPango

/// Draws the pages of one tagged PDF in memory; owns the cairo surface, its context and its bytes.
///
/// Lengths are points from the page's top-left corner. Content drawn within `tagged` belongs to the document's
/// structure; content drawn outside is decoration, which a screen reader passes over.
@safe struct PDFCanvas: ~Copyable {
  /// US Letter, in points.
  static let width = 612.0
  static let height = 792.0

  /// Where cairo's bytes go.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  private let surface: OpaquePointer
  let context: OpaquePointer
  private let sink: Sink

  /// - Parameter date: the moment of making, as ISO 8601 has it; cairo would otherwise write the clock's.
  init(date: String) {
    sink = Sink()
    unsafe surface = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure = unsafe closure, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = unsafe Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), Self.width, Self.height)
    unsafe cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
    unsafe context = cairo_create(surface)
  }

  deinit {
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)
  }

  /// Fills a rectangle.
  func fill(x: Double, y: Double, width: Double, height: Double, colour: Colour) {
    unsafe cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
    unsafe cairo_rectangle(context, x, y, width, height)
    unsafe cairo_fill(context)
  }

  /// Writes a text with its top-left corner at the point, line by line: a layout of several lines would write an
  /// ActualText span at each line's end, which some readers stop at.
  func show(_ text: SetText, x: Double, y: Double, language: String) {
    for (index, line) in text.lines.enumerated() where !line.runs.isEmpty {
      let layout = TextLayout(
        line, width: line.alignment == .leading ? nil : text.width, on: self, language: language)
      unsafe cairo_move_to(context, x, y + Double(index) * text.lineHeight)
      unsafe pango_cairo_show_layout(context, layout.layout)
    }
  }

  /// Writes a text turned about the page's middle, behind what is drawn next.
  func showAcross(_ text: SetText, angle: Double, language: String) {
    unsafe cairo_save(context)
    unsafe cairo_translate(context, Self.width / 2, Self.height / 2)
    unsafe cairo_rotate(context, angle)
    show(text, x: -text.width / 2, y: -text.height / 2, language: language)
    unsafe cairo_restore(context)
  }

  func open(_ tag: Tag) { unsafe cairo_tag_begin(context, tag.name, tag.attributes) }
  func close(_ tag: Tag) { unsafe cairo_tag_end(context, tag.name) }
  func endPage() { unsafe cairo_show_page(context) }

  /// Ends the file and answers its bytes; nothing may be drawn after.
  func finish(naming document: String) throws(ReportsError) -> [UInt8] {
    let drawing = unsafe cairo_status(context)
    unsafe cairo_surface_finish(surface)
    let writing = unsafe cairo_surface_status(surface)
    for status in [drawing, writing] where status != CAIRO_STATUS_SUCCESS {
      throw .drawing(document: document, reason: unsafe String(cString: cairo_status_to_string(status)))
    }
    return sink.bytes
  }
}

/// A colour of the palette; parts from 0 to 1.
struct Colour: Hashable, Sendable {
  let red: Double
  let green: Double
  let blue: Double

  init(_ hex: UInt32) {
    (red, green, blue) = (
      Double(hex >> 16 & 0xFF) / 255, Double(hex >> 8 & 0xFF) / 255, Double(hex & 0xFF) / 255
    )
  }

  static let ink = Colour(0x1B2430)
  static let muted = Colour(0x52606F)
  static let deep = Colour(0x0B3B6F)
  static let accent = Colour(0x2F6DB5)
  static let light = Colour(0x9DBFE3)
  static let panel = Colour(0xEEF3F9)
  static let line = Colour(0xC9D3DF)
  static let amber = Colour(0x8A5A00)
  static let amberPanel = Colour(0xFFF4DC)
  static let watermark = Colour(0xDFE5ED)
}

/// An element of a PDF's structure tree, as `H1`, `P`, `L`, `LI`, `LBody`, `Table`, `TR`, `TH`, `TD`, `Link`.
///
/// Two tags are one element when their identities agree: consecutive cells share it. Only the innermost tag of a path
/// may hold text, since cairo 1.16 does not mark text that stands beside a nested element.
struct Tag: Hashable, Sendable {
  var name: String
  /// Distinguishes elements of one name within a document.
  var identity: Int
  /// cairo's attributes, as `uri='https://…'` for a link.
  var attributes = ""
}
