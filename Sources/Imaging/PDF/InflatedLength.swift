import CPoppler

/// Whether deflated data unpack to more than a limit, found by unpacking them piece by piece into the same small buffer.
struct InflatedLength {
  let exceeds: Bool

  init(of packed: [UInt8], upTo limit: Int) {
    guard let inflater = unsafe g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB) else {
      exceeds = false
      return
    }
    defer { unsafe g_object_unref(UnsafeMutableRawPointer(inflater)) }
    var (piece, length, start) = ([UInt8](repeating: 0, count: 1 << 16), 0, 0)
    while start < packed.count, length <= limit {
      var (taken, put) = (gsize(0), gsize(0))
      let result = unsafe packed.withUnsafeBytes { input in
        unsafe piece.withUnsafeMutableBytes { output in
          unsafe g_converter_convert(
            inflater, input.baseAddress! + start, gsize(packed.count - start), output.baseAddress!, gsize(output.count),
            G_CONVERTER_INPUT_AT_END, &taken, &put, nil)
        }
      }
      start += Int(taken)
      length += Int(put)
      guard result == G_CONVERTER_CONVERTED, taken > 0 || put > 0 else { break }
    }
    exceeds = length > limit
  }
}
