import Foundation
import Testing

@testable import Imaging

struct TrainedDataTests {
  /// A file of as many entries as given, each of bytes of its own rank; empty ones are not there.
  private static func file(_ sizes: [Int]) -> [UInt8] {
    var (offset, table, body) = (4 + sizes.count * 8, [UInt8](), [UInt8]())
    for (rank, size) in sizes.enumerated() {
      let place = size == 0 ? -1 : offset
      table += (0..<8).map { UInt8(truncatingIfNeeded: place >> ($0 * 8)) }
      body += [UInt8](repeating: UInt8(rank), count: size)
      offset += size
    }
    return [UInt8(sizes.count), 0, 0, 0] + table + body
  }

  private static func network(of bytes: [UInt8]) throws -> [UInt8]? {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).traineddata")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    return TrainedData.network(of: file.path)
  }

  @Test func `a model keeps its network and leaves its word lists`() throws {
    var sizes = [Int](repeating: 0, count: 24)
    for (rank, size) in [(16, 5), (17, 7), (18, 900), (19, 800), (20, 700), (21, 3), (22, 2), (23, 4)] { sizes[rank] = size }
    var lean = sizes
    for rank in [16, 18, 19, 20] { lean[rank] = 0 }
    #expect(try Self.network(of: Self.file(sizes)) == Self.file(lean))
  }

  @Test func `what is no model gives none`() throws {
    #expect(TrainedData.network(of: "/nonexistent") == nil)
    #expect(try Self.network(of: []) == nil)
    #expect(try Self.network(of: [24, 0, 0, 0, 1]) == nil)
    // Without a network.
    #expect(try Self.network(of: Self.file([Int](repeating: 1, count: 16) + [Int](repeating: 0, count: 8))) == nil)
    // A table that points beyond the file.
    var cut = Self.file([Int](repeating: 9, count: 24))
    cut.removeLast(60)
    #expect(try Self.network(of: cut) == nil)
  }
}
