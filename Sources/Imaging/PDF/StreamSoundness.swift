/// Tells whether the decoded bytes of a stream are all that was written, by the checksum that deflated data ends with (RFC 1950).
///
/// Readers of PDF pass over a wrong checksum, and show whatever a flipped bit made of the rest.
enum StreamSoundness {
  /// Whether the checksum at the end of the stored bytes is that of the decoded ones; up to three bytes may follow it, since some
  /// writers count the end of line before `endstream` to the stream.
  static func bears(_ stored: ArraySlice<UInt8>, checksumOf decoded: [UInt8]) -> Bool {
    let sum = adler32(decoded)
    let wanted = [UInt8(sum >> 24), UInt8(sum >> 16 & 255), UInt8(sum >> 8 & 255), UInt8(sum & 255)]
    // Acrobat and others flush the last block, and write no checksum after it.
    if stored.isEmpty || stored.suffix(4).elementsEqual([0, 0, 255, 255]) { return true }
    return (0...3).contains { stored.dropLast($0).suffix(4).elementsEqual(wanted) }
  }

  static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (a, b) = (UInt32(1), UInt32(0))
    var start = 0
    while start < bytes.count {
      // So many sums fit 32 bits before a remainder must be taken.
      let end = min(start + 5552, bytes.count)
      for byte in bytes[start..<end] {
        a &+= UInt32(byte)
        b &+= a
      }
      (a, b, start) = (a % 65_521, b % 65_521, end)
    }
    return b << 16 | a
  }

  /// Undoes ASCII85 (ISO 32000-1, 7.4.3), in which some writers wrap deflated data; nil for a character that has no place in it.
  static func fromASCII85(_ text: [UInt8]) -> [UInt8]? {
    var (out, group, count) = ([UInt8](), UInt64(0), 0)
    for byte in text {
      switch byte {
      case 0, 9, 10, 12, 13, 32: continue
      case UInt8(ascii: "z") where count == 0: out += [0, 0, 0, 0]
      case UInt8(ascii: "!")...UInt8(ascii: "u"):
        group = group * 85 + UInt64(byte - 33)
        count += 1
        if count == 5 {
          out += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: group >> $0) }
          (group, count) = (0, 0)
        }
      case UInt8(ascii: "~"):
        guard count > 0 else { return out }
        for _ in count..<5 { group = group * 85 + 84 }
        return out + [24, 16, 8].prefix(count - 1).map { UInt8(truncatingIfNeeded: group >> $0) }
      default: return nil
      }
    }
    return nil
  }
}

extension PDFObject {
  /// The names of a stream's filters, in the order in which they are undone.
  private var filters: [String] {
    let filter = self["Filter"]
    return filter.name.map { [$0] } ?? filter.items(limit: 8).compactMap(\.name)
  }

  /// Whether every filter of a stream can be undone without rendering, as those of images cannot.
  var isLossless: Bool { filters.allSatisfy { Self.lossless.contains($0) } }

  private static let lossless: Set<String> = [
    "FlateDecode", "Fl", "LZWDecode", "LZW", "ASCII85Decode", "A85", "ASCIIHexDecode", "AHx", "RunLengthDecode", "RL", "Crypt",
  ]

  /// Whether a stream would unpack to more bytes than a limit. Deflated data grow a thousandfold at most, so only long ones, and
  /// those deflated more than once, need a look.
  func unpacksBeyond(_ limit: Int, _ stored: [UInt8]) -> Bool {
    guard stored.count > limit / 1032 || filters.count > 1 else { return false }
    let filters = filters
    let times = filters.count { Self.deflated.contains($0) }
    if times == 0 || stored.count * 1032 <= limit && times == 1 { return false }
    // What is deflated twice cannot be measured by undoing it once; nobody but an attacker does it to long data.
    guard times == 1 else { return true }
    let packed = filters.first.map(Self.deflated.contains) == true ? stored : StreamSoundness.fromASCII85(stored)
    return packed.map { InflatedLength(of: $0, upTo: limit).exceeds } ?? false
  }

  private static let deflated: Set<String> = ["FlateDecode", "Fl"]

  /// Whether the decoded bytes are what the checksum of the stored ones promises; true where there is no checksum to compare.
  func matchesChecksum(_ stored: [UInt8], _ decoded: [UInt8]) -> Bool {
    guard !StreamSoundness.bears(stored[...], checksumOf: decoded) else { return true }
    let (filters, parameters) = (self.filters, self["DecodeParms"])
    // A predictor stands between the checksum and the decoded bytes.
    let predicts = ([parameters] + parameters.items(limit: 8)).contains { ($0["Predictor"].int ?? 1) > 1 }
    guard let last = filters.last, ["FlateDecode", "Fl"].contains(last), !predicts else { return true }
    switch filters.dropLast() {
    case []: return false
    case ["ASCII85Decode"], ["A85"]:
      return StreamSoundness.fromASCII85(stored).map { StreamSoundness.bears($0[...], checksumOf: decoded) } ?? false
    default: return true
    }
  }
}

extension PDFFile {
  /// Notes damage when an object stream is not whole: the values of fields stand there, and one that a flipped bit changed reads like
  /// any other.
  package func checkObjectStreams() {
    for number in objectStreams() {
      let stream = object(number)
      if stream.kind == .stream { _ = stream.decoded() }
    }
  }
}
