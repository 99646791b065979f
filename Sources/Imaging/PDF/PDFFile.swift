import CQPDF
import Glibc

/// Why a PDF could not be opened at the level of its objects.
package enum PDFOpenError: Error, Equatable {
  /// A password other than the empty one is needed.
  case encrypted
  /// Neither the cross-reference table nor a scan for objects gave pages.
  case damaged
}

/// A PDF opened at the level of its objects: form fields, annotations, content streams, without rendering anything.
///
/// Owns one qpdf handle and the bytes it reads from. qpdf opens the file leniently and repairs what it can.
@safe package final class PDFFile {
  private let qpdf: qpdf_data
  private let bytes: UnsafeMutableBufferPointer<CChar>
  package let pageCount: Int
  /// Fonts read so far, by object number: every field of a form shows its text in the same one or two.
  private var fonts: [Int: FontDecoder] = [:]

  /// Opens with the empty user password, as readers do.
  package init(_ data: [UInt8]) throws(PDFOpenError) {
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(1, data.count))
    unsafe UnsafeMutableRawBufferPointer(copy).copyBytes(from: data)
    let handle = unsafe qpdf_init()!
    unsafe qpdf_silence_errors(handle)
    unsafe qpdf_set_suppress_warnings(handle, 1)
    var problem: PDFOpenError?
    let code = unsafe qpdf_read_memory(handle, "form.pdf", copy.baseAddress, UInt64(data.count), nil)
    if code & 2 != 0 {
      let error = unsafe qpdf_get_error(handle)
      problem = unsafe qpdf_get_error_code(handle, error) == qpdf_e_password ? .encrypted : .damaged
    }
    var count = 0
    if problem == nil {
      count = Int(unsafe qpdf_get_num_pages(handle))
      if count <= 0 { problem = .damaged }
    }
    unsafe (qpdf, bytes) = (handle, copy)
    pageCount = max(0, count)
    if let problem { throw problem }
  }

  deinit {
    var handle: qpdf_data? = unsafe qpdf
    unsafe qpdf_cleanup(&handle)
    unsafe bytes.deallocate()
  }

  /// Keeps the document open until the process ends, which then need not take it apart.
  package func leaveOpen() { _ = unsafe Unmanaged.passRetained(self) }

  /// The document catalog.
  package var root: PDFObject { PDFObject(self, unsafe qpdf_get_root(qpdf)) }

  /// The trailer, which leads to everything.
  package var trailer: PDFObject { PDFObject(self, unsafe qpdf_get_trailer(qpdf)) }

  /// The page's dictionary; pages count from 0.
  package func page(_ index: Int) -> PDFObject { PDFObject(self, unsafe qpdf_get_page_n(qpdf, index)) }

  /// What the bytes shown in a font mean; nil when the object is no font.
  func font(_ object: PDFObject) -> FontDecoder? {
    guard object.kind == .dictionary else { return nil }
    let number = object.number
    if number != 0, let known = fonts[number] { return known }
    let font = FontDecoder(object)
    if number != 0 { fonts[number] = font }
    return font
  }

  /// Gives the C handle to the calls of this folder, for the length of the call.
  @safe func with<Result>(_ body: (qpdf_data) -> Result) -> Result { unsafe body(qpdf) }
}

/// An object of a PDF: a number, a name, a string, an array, a dictionary or a stream.
///
/// Asking an object for what it is not answers nil, as damaged files deserve.
package struct PDFObject {
  package let file: PDFFile
  let handle: qpdf_oh
  /// Asked of qpdf once: whatever is done with an object depends on it.
  package let kind: Kind

  init(_ file: PDFFile, _ handle: qpdf_oh) {
    (self.file, self.handle) = (file, handle)
    kind =
      switch file.with({ unsafe qpdf_oh_get_type_code($0, handle) }) {
      case ot_null, ot_uninitialized, ot_reserved: .null
      case ot_boolean: .boolean
      case ot_integer, ot_real: .number
      case ot_name: .name
      case ot_string: .string
      case ot_array: .array
      case ot_dictionary: .dictionary
      case ot_stream: .stream
      default: .other
      }
  }

  package enum Kind { case null, boolean, number, name, string, array, dictionary, stream, other }

  package var isNull: Bool { kind == .null }

  /// The object's number in the file, 0 for a direct object.
  package var number: Int { Int(file.with { unsafe qpdf_oh_get_object_id($0, handle) }) }

  package var bool: Bool? {
    kind == .boolean ? file.with { unsafe qpdf_oh_get_bool_value($0, handle) != 0 } : nil
  }

  package var double: Double? {
    kind == .number ? file.with { unsafe qpdf_oh_get_numeric_value($0, handle) } : nil
  }

  package var int: Int? { double.flatMap { Int(exactly: $0.rounded()) } }

  /// The name without its slash.
  package var name: String? {
    guard kind == .name else { return nil }
    return file.with { String(unsafe String(cString: qpdf_oh_get_name($0, handle)).dropFirst()) }
  }

  /// The text of a string, decoded from PDFDocEncoding, UTF-16 or UTF-8.
  package var text: String? {
    guard kind == .string else { return nil }
    return file.with { qpdf in
      var length = 0
      guard let start = unsafe qpdf_oh_get_binary_utf8_value(qpdf, handle, &length) else { return nil }
      return unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) {
        unsafe String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
      }
    }
  }

  /// The bytes of a string as they stand.
  package var bytes: [UInt8]? {
    guard kind == .string else { return nil }
    return file.with { qpdf in
      var length = 0
      guard let start = unsafe qpdf_oh_get_binary_string_value(qpdf, handle, &length) else { return nil }
      return unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) {
        unsafe Array(UnsafeBufferPointer(start: $0, count: length))
      }
    }
  }

  /// The number of items of an array; 0 for anything else.
  package var count: Int { kind == .array ? Int(file.with { unsafe qpdf_oh_get_array_n_items($0, handle) }) : 0 }

  /// The items of an array, at most `limit` of them.
  package func items(limit: Int = 100_000) -> [PDFObject] {
    (0..<min(count, limit)).map { index in
      PDFObject(file, file.with { unsafe qpdf_oh_get_array_item($0, handle, Int32(index)) })
    }
  }

  /// The four or six numbers of a rectangle or a matrix; nil when one is missing or not finite.
  package func numbers(_ expected: Int) -> [Double]? {
    guard count >= expected else { return nil }
    let values = items(limit: expected).compactMap(\.double)
    return values.count == expected && values.allSatisfy(\.isFinite) ? values : nil
  }

  /// The value of a key of a dictionary or of a stream's dictionary; a null object when there is none.
  package subscript(_ key: String) -> PDFObject {
    let dictionary = kind == .stream ? PDFObject(file, file.with { unsafe qpdf_oh_get_dict($0, handle) }) : self
    guard dictionary.kind == .dictionary else {
      return PDFObject(file, file.with { unsafe qpdf_oh_new_null($0) })
    }
    return PDFObject(file, file.with { unsafe qpdf_oh_get_key($0, dictionary.handle, "/" + key) })
  }

  /// The keys of a dictionary or of a stream's dictionary, without their slashes.
  package var keys: [String] {
    let dictionary = kind == .stream ? PDFObject(file, file.with { unsafe qpdf_oh_get_dict($0, handle) }) : self
    guard dictionary.kind == .dictionary else { return [] }
    return file.with { qpdf in
      var names: [String] = []
      unsafe qpdf_oh_begin_dict_key_iter(qpdf, dictionary.handle)
      while unsafe qpdf_oh_dict_more_keys(qpdf) != 0 {
        names.append(String(unsafe String(cString: qpdf_oh_dict_next_key(qpdf)).dropFirst()))
      }
      return names
    }
  }

  /// The decoded bytes of a stream (lossless filters only); nil when a filter cannot be undone.
  package func decoded() -> [UInt8]? { stream(level: qpdf_dl_generalized) }

  /// The bytes of a stream as stored, its filters not undone.
  package func stored() -> [UInt8]? { stream(level: qpdf_dl_none) }

  private func stream(level: qpdf_stream_decode_level_e) -> [UInt8]? {
    guard kind == .stream else { return nil }
    return file.with { qpdf in
      var (filtered, buffer, length) = unsafe (QPDF_BOOL(0), UnsafeMutablePointer<UInt8>?.none, 0)
      let code = unsafe qpdf_oh_get_stream_data(qpdf, handle, level, &filtered, &buffer, &length)
      guard code & 2 == 0, let start = unsafe buffer else { return nil }
      defer { unsafe free(start) }
      if level != qpdf_dl_none, filtered == 0 { return nil }
      return unsafe Array(UnsafeBufferPointer(start: start, count: length))
    }
  }

  /// The decoded bytes of all content streams of a page, one after another.
  package func pageContent() -> [UInt8]? {
    file.with { qpdf in
      var (buffer, length) = unsafe (UnsafeMutablePointer<UInt8>?.none, 0)
      let code = unsafe qpdf_oh_get_page_content_data(qpdf, handle, &buffer, &length)
      guard code & 2 == 0, let start = unsafe buffer else { return nil }
      defer { unsafe free(start) }
      return unsafe Array(UnsafeBufferPointer(start: start, count: length))
    }
  }
}
