/// Reads numbers out of bytes of unknown honesty: every answer outside the bytes is nil.
struct ByteReader {
  let bytes: [UInt8]
  var littleEndian = false

  /// Reads an unsigned number of `size` bytes.
  func number(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, size <= 8, offset <= bytes.count - size else { return nil }
    var value: UInt64 = 0
    for index in 0..<size {
      value = value << 8 | UInt64(bytes[offset + (littleEndian ? size - 1 - index : index)])
    }
    return Int(exactly: value)
  }

  /// Reads text up to a zero byte, at most 200 bytes, control characters dropped.
  func text(at offset: Int, count: Int) -> String? {
    guard offset >= 0, count > 0, offset <= bytes.count - min(count, 200) else { return nil }
    let raw = bytes[offset..<offset + min(count, 200)].prefix { $0 != 0 }
    let text = String(decoding: raw.filter { $0 >= 32 && $0 != 127 }, as: UTF8.self)
    return text.isEmpty ? nil : text
  }
}
