import CPoppler

/// A character of a page's text, as Poppler places it.
package struct PageCharacter: Sendable {
  package let scalar: Unicode.Scalar
  package let box: PageBox
  package let font: String
  package let size: Double
}

/// A grey picture of a page: one byte a pixel, 0 black to 255 white, rows without padding.
package struct PagePicture: Sendable {
  package let width: Int
  package let height: Int
  package let dotsPerInch: Double
  package let pixels: [UInt8]
}

/// A PDF opened with Poppler, for its text and its pictures.
@safe package final class PopplerPDF {
  private let document: OpaquePointer
  package let pageCount: Int

  /// Opens with the empty password; nil when Poppler cannot.
  package init?(_ data: [UInt8]) {
    guard let bytes = unsafe g_bytes_new(data, gsize(data.count)) else { return nil }
    defer { unsafe g_bytes_unref(bytes) }
    guard let opened = unsafe poppler_document_new_from_bytes(bytes, nil, nil) else { return nil }
    unsafe document = opened
    pageCount = Int(unsafe poppler_document_get_n_pages(opened))
  }

  /// The library's version.
  package static var version: String { unsafe String(cString: poppler_get_version()) }

  deinit { unsafe g_object_unref(UnsafeMutableRawPointer(document)) }

  /// Keeps the document open until the process ends, which then need not take it apart.
  package func leaveOpen() { _ = unsafe Unmanaged.passRetained(self) }

  /// The characters of a page in Poppler's reading order, white space included; annotations have none here.
  package func characters(ofPage index: Int) -> [PageCharacter] {
    guard let page = unsafe poppler_document_get_page(document, Int32(index)) else { return [] }
    defer { unsafe g_object_unref(UnsafeMutableRawPointer(page)) }
    guard let raw = unsafe poppler_page_get_text(page) else { return [] }
    defer { unsafe g_free(raw) }
    var (rectangles, count) = unsafe (UnsafeMutablePointer<PopplerRectangle>?.none, guint(0))
    guard unsafe poppler_page_get_text_layout(page, &rectangles, &count) != 0, let boxes = unsafe rectangles else {
      return []
    }
    defer { unsafe g_free(boxes) }
    // Poppler counts code points, one rectangle each.
    let scalars = Array(unsafe String(cString: raw).unicodeScalars)
    // The faces of the page, and which of them each character has; the first stands for none.
    var faces = [(name: "", size: 0.0)]
    var face = [Int](repeating: 0, count: scalars.count)
    let attributes = unsafe poppler_page_get_text_attributes(page)
    var item = unsafe attributes
    while let node = unsafe item {
      let attribute = unsafe node.pointee.data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
      let name = unsafe attribute.font_name.map { unsafe String(cString: $0) } ?? ""
      let (first, last) = unsafe (Int(attribute.start_index), Int(attribute.end_index))
      if first >= 0, first <= last {
        for position in first...last where position < face.count { face[position] = faces.count }
      }
      faces.append((name, unsafe attribute.font_size))
      unsafe item = node.pointee.next
    }
    unsafe poppler_page_free_text_attributes(attributes)
    return (0..<min(scalars.count, Int(count))).map { position in
      let r = unsafe boxes[position]
      let (font, size) = faces[face[position]]
      return PageCharacter(scalar: scalars[position], box: PageBox(r.x1, r.y1, r.x2, r.y2), font: font, size: size)
    }
  }

  /// Draws a page with its annotations; nil when it would need more than `maximumPixels` or cannot be drawn.
  package func picture(ofPage index: Int, dotsPerInch: Double, maximumPixels: Int) -> PagePicture? {
    guard let page = unsafe poppler_document_get_page(document, Int32(index)) else { return nil }
    defer { unsafe g_object_unref(UnsafeMutableRawPointer(page)) }
    var (w, h) = (0.0, 0.0)
    unsafe poppler_page_get_size(page, &w, &h)
    let scale = dotsPerInch / 72
    let (pw, ph) = ((w * scale).rounded(.up), (h * scale).rounded(.up))
    guard pw.isFinite, ph.isFinite, pw >= 1, ph >= 1, pw < 32_000, ph < 32_000, pw * ph <= Double(maximumPixels) else {
      return nil
    }
    let (width, height) = (Int(pw), Int(ph))
    guard let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else {
      return nil
    }
    defer { unsafe cairo_surface_destroy(surface) }
    guard let cairo = unsafe cairo_create(surface) else { return nil }
    unsafe cairo_set_source_rgb(cairo, 1, 1, 1)
    unsafe cairo_paint(cairo)
    unsafe cairo_scale(cairo, scale, scale)
    unsafe poppler_page_render(page, cairo)
    unsafe cairo_destroy(cairo)
    unsafe cairo_surface_flush(surface)
    guard let data = unsafe cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: width * height) { grey, count in
      for y in 0..<height {
        let row = unsafe data + y * stride
        for x in 0..<width {
          let (b, g, r) = unsafe (Int(row[x * 4]), Int(row[x * 4 + 1]), Int(row[x * 4 + 2]))
          unsafe grey[y * width + x] = UInt8((r * 77 + g * 150 + b * 29) >> 8)
        }
      }
      count = width * height
    }
    return PagePicture(width: width, height: height, dotsPerInch: dotsPerInch, pixels: pixels)
  }
}
