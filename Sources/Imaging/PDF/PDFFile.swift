import CQPDF
import Glibc

/// Why a PDF could not be opened at the level of its objects.
package enum PDFOpenError: Error, Equatable {
  /// A password other than the empty one is needed.
  case encrypted
  /// Neither the cross-reference table nor a scan for objects gave pages.
  case damaged
  /// Its tree of pages is deeper or larger than any program writes.
  case tooLarge
}

/// A PDF opened at the level of its objects: form fields, annotations, content streams, without rendering anything.
///
/// Owns one qpdf handle and the bytes it reads from. qpdf opens the file leniently and repairs what it can.
@safe package final class PDFFile {
  private let qpdf: qpdf_data
  private let bytes: UnsafeMutableBufferPointer<CChar>
  private let nothing: qpdf_oh
  package let pageCount: Int
  /// Fonts read so far, by object number: every field of a form shows its text in the same one or two.
  private var fonts: [Int: FontDecoder] = [:]
  /// Whether something that was read so far was not whole: a stream that breaks off or differs from its checksum, an object that is
  /// named and not there or cannot be parsed, a page too complex to follow. What was read then may be wrong, and what seems blank may
  /// not be.
  package var isDamaged: Bool {
    while unsafe qpdf_more_warnings(qpdf) != 0 {
      let warning = unsafe String(cString: qpdf_get_error_message_detail(qpdf, qpdf_next_warning(qpdf)))
      // Some writers repeat a key of a dictionary: the last one counts, with every reader. Some end deflated data without the end's
      // mark: whether it is all there, the checksum tells.
      let isHarmless = warning.contains("duplicated key") || warning.contains("input stream is complete")
      if !isHarmless { damageNoted = true }
    }
    return damageNoted
  }
  private var damageNoted = false
  /// Whether a stream was left packed because it would unpack to more than `largestStream`.
  package private(set) var hasTooLarge = false
  /// Bytes: a page of drawings unpacks to some megabytes, a full page of colour at 300 dpi to 26.
  static let largestStream = 128 << 20

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
    if problem == nil, unsafe Self.hasDeepTree(handle) { problem = .tooLarge }
    if problem == nil {
      count = Int(unsafe qpdf_get_num_pages(handle))
      if count <= 0 { problem = .damaged }
      // A cross-reference table that had to be rebuilt loses nothing by itself.
      while unsafe qpdf_more_warnings(handle) != 0 { unsafe _ = qpdf_next_warning(handle) }
    }
    unsafe (qpdf, bytes, nothing) = (handle, copy, qpdf_oh_new_null(handle))
    pageCount = max(0, count)
    if let problem { throw problem }
  }

  /// Whether the tree of pages is so deep that qpdf, which follows it from each node to the next within itself, would run out of stack.
  private static func hasDeepTree(_ qpdf: qpdf_data) -> Bool {
    var level = unsafe [qpdf_oh_get_key(qpdf, qpdf_get_root(qpdf), "/Pages")]
    var seen: Set<Int32> = []
    for _ in 0..<200 {
      var next: [qpdf_oh] = []
      // A node met again is a ring in the tree, which qpdf finds by itself.
      for node in level where unsafe seen.insert(qpdf_oh_get_object_id(qpdf, node)).inserted {
        guard unsafe qpdf_oh_is_dictionary(qpdf, node) != 0 else { continue }
        let kids = unsafe qpdf_oh_get_key(qpdf, node, "/Kids")
        guard unsafe qpdf_oh_is_array(qpdf, kids) != 0 else { continue }
        for index in 0..<min(unsafe qpdf_oh_get_array_n_items(qpdf, kids), 10_000) where next.count < 50_000 {
          next.append(unsafe qpdf_oh_get_array_item(qpdf, kids, index))
        }
      }
      if next.isEmpty { return false }
      level = next
    }
    return true
  }

  deinit {
    var handle: qpdf_data? = unsafe qpdf
    unsafe qpdf_cleanup(&handle)
    unsafe bytes.deallocate()
  }

  /// Notes that something read was not whole.
  package func noteDamage() { damageNoted = true }

  /// Notes that something is too large to be read.
  package func noteTooLarge() { hasTooLarge = true }

  /// Keeps the document open until the process ends, which then need not take it apart.
  package func leaveOpen() { _ = unsafe Unmanaged.passRetained(self) }

  /// The document catalog.
  package var root: PDFObject { PDFObject(self, unsafe qpdf_get_root(qpdf)) }

  /// The trailer, which leads to everything.
  package var trailer: PDFObject { PDFObject(self, unsafe qpdf_get_trailer(qpdf)) }

  /// What stands where there is nothing.
  var null: PDFObject { PDFObject(self, nothing, .null) }

  /// The page's dictionary; pages count from 0.
  package func page(_ index: Int) -> PDFObject { PDFObject(self, unsafe qpdf_get_page_n(qpdf, index)) }

  /// The object of a number, in its first generation as all objects of a file that was never edited in place are.
  func object(_ number: Int) -> PDFObject { PDFObject(self, unsafe qpdf_get_object_by_id(qpdf, Int32(clamping: number), 0)) }

  /// The numbers of the file's object streams, found by their type's name: at most a thousand.
  func objectStreams() -> [Int] {
    let name = Array("ObjStm".utf8CString.dropLast())
    var numbers: [Int] = []
    var start = 0
    while numbers.count < 1000, let first = unsafe memchr(bytes.baseAddress! + start, Int32(name[0]), bytes.count - start) {
      let place = unsafe first.assumingMemoryBound(to: CChar.self) - bytes.baseAddress!
      start = place + 1
      guard unsafe place + name.count <= bytes.count, unsafe memcmp(first, name, name.count) == 0 else { continue }
      // The object's number stands before the dictionary: « 12 0 obj << /Type /ObjStm ».
      let before = unsafe bytes[max(0, place - 256)..<place].map { UInt8(bitPattern: $0) }
      let words = before.split { $0 <= 32 || $0 == UInt8(ascii: "<") }
      guard let rank = words.lastIndex(where: { $0.elementsEqual("obj".utf8) }), rank >= 2 else { continue }
      if let number = Int(String(decoding: words[rank - 2], as: UTF8.self)) { numbers.append(number) }
    }
    return numbers
  }

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

  /// An object whose kind is known.
  fileprivate init(_ file: PDFFile, _ handle: qpdf_oh, _ kind: Kind) { (self.file, self.handle, self.kind) = (file, handle, kind) }

  package enum Kind { case null, boolean, number, name, string, array, dictionary, stream, other }

  package var isNull: Bool { kind == .null }

  /// Whether it is an object of its own that the file names and does not have, or not to be read: what stood there is lost.
  package var isLost: Bool { isNull && number != 0 }

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
    let values = numbers(upTo: expected).compactMap(\.self)
    return values.count == expected && values.allSatisfy(\.isFinite) ? values : nil
  }

  /// The numbers of an array, at most `limit` of them; nil in place of an item that is none.
  func numbers(upTo limit: Int) -> [Double?] {
    file.with { qpdf in
      (0..<min(count, limit)).map { index in
        var value = 0.0
        let isNumber = unsafe qpdf_oh_get_value_as_number(qpdf, qpdf_oh_get_array_item(qpdf, handle, Int32(index)), &value)
        return isNumber != 0 ? value : nil
      }
    }
  }

  /// The value of a key of a dictionary or of a stream's dictionary; a null object when there is none.
  package subscript(_ key: String) -> PDFObject {
    guard let dictionary else { return file.null }
    return PDFObject(file, file.with { unsafe qpdf_oh_get_key($0, dictionary, "/" + key) })
  }

  /// The handle of a dictionary, or of a stream's; nil for anything else.
  private var dictionary: qpdf_oh? {
    switch kind {
    case .dictionary: handle
    case .stream: file.with { unsafe qpdf_oh_get_dict($0, handle) }
    default: nil
    }
  }

  /// The keys of a dictionary or of a stream's dictionary, without their slashes.
  package var keys: [String] {
    guard let dictionary else { return [] }
    return file.with { qpdf in
      var names: [String] = []
      unsafe qpdf_oh_begin_dict_key_iter(qpdf, dictionary)
      while unsafe qpdf_oh_dict_more_keys(qpdf) != 0 {
        names.append(String(unsafe String(cString: qpdf_oh_dict_next_key(qpdf)).dropFirst()))
      }
      return names
    }
  }

  /// The decoded bytes of a stream (lossless filters only); nil when a filter cannot be undone.
  ///
  /// Answers what could be decoded of a damaged stream, and notes with the file that it is damaged.
  package func decoded() -> [UInt8]? {
    guard let stored = stored() else { return nil }
    guard !unpacksBeyond(PDFFile.largestStream, stored) else {
      file.noteTooLarge()
      return nil
    }
    let bytes = stream(level: qpdf_dl_generalized)
    // qpdf warns of data that breaks off; of a wrong checksum nobody does.
    if let bytes, !matchesChecksum(stored, bytes) { file.noteDamage() }
    return bytes
  }

  /// The bytes of a stream as stored, its filters not undone.
  package func stored() -> [UInt8]? { stream(level: qpdf_dl_none) }

  private func stream(level: qpdf_stream_decode_level_e) -> [UInt8]? {
    guard kind == .stream else { return nil }
    return file.with { qpdf in
      var (filtered, buffer, length) = unsafe (QPDF_BOOL(0), UnsafeMutablePointer<UInt8>?.none, 0)
      let code = unsafe qpdf_oh_get_stream_data(qpdf, handle, level, &filtered, &buffer, &length)
      guard code & 2 == 0 else {
        if level != qpdf_dl_none, isLossless { file.noteDamage() }
        return nil
      }
      // An empty stream has no buffer.
      guard let start = unsafe buffer else { return [] }
      defer { unsafe free(start) }
      if level != qpdf_dl_none, filtered == 0 { return nil }
      return unsafe Array(UnsafeBufferPointer(start: start, count: length))
    }
  }

  /// The decoded bytes of all content streams of a page, one after another as if they were one (ISO 32000-1, 7.8.2).
  package func pageContent() -> [UInt8] {
    let contents = self["Contents"]
    let streams = contents.kind == .array ? contents.items(limit: 10_000) : [contents]
    var content: [UInt8] = []
    for stream in streams where !stream.isNull || contents.kind == .array {
      guard let bytes = stream.decoded() else {
        file.noteDamage()
        continue
      }
      if content.isEmpty { content = bytes } else { content += [10] + bytes }
    }
    return content
  }
}
