import Glibc

/// A Tesseract model's file, taken apart.
///
/// The file begins with a number of entries (32 bits) and the place of each (64 bits, -1 where there is none); the entries follow in
/// that order (Tesseract, `ccutil/tessdatamanager.h`).
enum TrainedData {
  /// The network, its characters, their codes and its version.
  private static let wanted: Set<Int> = [17, 21, 22, 23]

  /// A model without its word lists, which make up 99 % of the larger files, take 250 MB to load and change no reading here (measured
  /// on 400 lines). Nil when the file is missing or is no such file.
  static func network(of path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    func bytes(at offset: Int, _ count: Int) -> [UInt8]? {
      var bytes = [UInt8](repeating: 0, count: count)
      guard unsafe fseek(file, offset, SEEK_SET) == 0, unsafe fread(&bytes, 1, count, file) == count else { return nil }
      return bytes
    }
    func number(_ bytes: ArraySlice<UInt8>) -> Int {
      Int(truncatingIfNeeded: bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
    guard let head = bytes(at: 0, 4) else { return nil }
    let count = number(head[...])
    guard (24...64).contains(count), let table = bytes(at: 4, count * 8), unsafe fseek(file, 0, SEEK_END) == 0 else { return nil }
    let size = unsafe ftell(file)
    let places = (0..<count).map { number(table[$0 * 8..<$0 * 8 + 8]) }
    var (offsets, body) = ([Int](repeating: -1, count: count), [UInt8]())
    for entry in wanted.sorted() where places[entry] >= 0 {
      let end = places[(entry + 1)...].first { $0 >= 0 } ?? size
      // No network of a published model reaches 32 MB.
      guard end > places[entry], end - places[entry] < 32 << 20, let part = bytes(at: places[entry], end - places[entry]) else { return nil }
      offsets[entry] = 4 + count * 8 + body.count
      body += part
    }
    guard offsets[17] >= 0, offsets[21] >= 0 else { return nil }
    return head + offsets.flatMap { offset in (0..<8).map { UInt8(truncatingIfNeeded: offset >> ($0 * 8)) } } + body
  }
}
