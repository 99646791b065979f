import CPango

/// Owns the Pango layout of a text, set to a width.
@safe struct TextLayout: ~Copyable {
  let layout: OpaquePointer

  /// Sets the text; nil width leaves it on one line.
  init(_ text: StyledText, width: Double?, on canvas: borrowing PDFCanvas, language: String) {
    unsafe layout = pango_cairo_create_layout(canvas.context)
    // Letters stand where their outlines want them, not on a screen's pixels.
    let context = unsafe pango_layout_get_context(layout)
    let options = unsafe cairo_font_options_create()
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe pango_cairo_context_set_font_options(context, options)
    unsafe cairo_font_options_destroy(options)
    unsafe pango_context_set_round_glyph_positions(context, 0)
    let font = unsafe pango_font_description_new()
    unsafe pango_font_description_set_family_static(font, "Liberation Sans, Arimo, Helvetica, DejaVu Sans, sans-serif")
    unsafe pango_font_description_set_absolute_size(font, text.size * Double(PANGO_SCALE))
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_font_description_free(font)
    if let width { unsafe pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE))) }
    unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    switch text.alignment {
    case .leading: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
    case .trailing: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
    case .centre: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    }
    let attributes = unsafe pango_attr_list_new()
    unsafe pango_attr_list_insert(attributes, pango_attr_language_new(pango_language_from_string(language)))
    var whole = ""
    for run in text.runs {
      let clean = Sanitized.line(run.text)
      let start = UInt32(whole.utf8.count)
      for index in clean.indices where clean[index] == "\u{A0}" || clean[index] == "\u{202F}" {
        let offset = start + UInt32(StyledText.plain(String(clean[..<index])).utf8.count)
        let following =
          clean[clean.index(after: index)...].first.map { UInt32(StyledText.plain(String($0)).utf8.count) } ?? 0
        unsafe Self.insert(pango_attr_allow_breaks_new(0), offset, offset + 1 + following, attributes)
      }
      whole += StyledText.plain(clean)
      let end = UInt32(whole.utf8.count)
      let part = { (value: Double) in UInt16(value * 65535) }
      let colour = run.colour
      unsafe Self.insert(
        pango_attr_foreground_new(part(colour.red), part(colour.green), part(colour.blue)), start, end, attributes)
      if run.bold { unsafe Self.insert(pango_attr_weight_new(PANGO_WEIGHT_BOLD), start, end, attributes) }
    }
    unsafe pango_layout_set_text(layout, whole, Int32(whole.utf8.count))
    unsafe pango_layout_set_attributes(layout, attributes)
    unsafe pango_attr_list_unref(attributes)
  }

  /// The bytes of each line, in the text as drawn.
  var lineRanges: [Range<Int>] {
    (0..<(unsafe pango_layout_get_line_count(layout))).compactMap { index in
      guard let line = unsafe pango_layout_get_line_readonly(layout, index) else { return nil }
      let start = unsafe Int(line.pointee.start_index)
      return unsafe start..<start + Int(line.pointee.length)
    }
  }

  /// In points.
  var width: Double {
    var (width, height) = (Int32(0), Int32(0))
    unsafe pango_layout_get_size(layout, &width, &height)
    return Double(width) / Double(PANGO_SCALE)
  }

  /// In points, as the font has it.
  var firstLineHeight: Double {
    guard let line = unsafe pango_layout_get_line_readonly(layout, 0) else { return 0 }
    var extents = PangoRectangle()
    unsafe pango_layout_line_get_extents(line, nil, &extents)
    return Double(extents.height) / Double(PANGO_SCALE)
  }

  deinit { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }

  @unsafe private static func insert(
    _ attribute: UnsafeMutablePointer<PangoAttribute>?, _ start: UInt32, _ end: UInt32, _ list: OpaquePointer?
  ) {
    guard let attribute = unsafe attribute else { return }
    unsafe attribute.pointee.start_index = start
    unsafe attribute.pointee.end_index = end
    unsafe pango_attr_list_insert(list, attribute)
  }
}
