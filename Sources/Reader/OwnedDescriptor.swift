import CSandbox
import Foundation

/// An open file or socket of ours, closed when its owner is gone.
struct OwnedDescriptor: ~Copyable {
  let number: Int32

  /// Takes over what a C call answered: a descriptor, or an error as a negative number.
  init(_ answer: Int32, doing: String) throws(ReaderError) {
    guard answer >= 0 else { throw .system(doing: doing, code: -answer) }
    number = answer
  }

  deinit { close(number) }

  /// The bytes of the file from its start, at most so many; nil when they cannot be read.
  func contents(upTo limit: Int) -> Data? {
    var status = stat()
    guard unsafe fstat(number, &status) == 0, status.st_size >= 0 else { return nil }
    let count = min(limit, Int(status.st_size))
    var data = Data(count: count)
    var read = 0
    while read < count {
      let got = unsafe data.withUnsafeMutableBytes { buffer in
        unsafe pread(number, buffer.baseAddress! + read, count - read, off_t(read))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
      read += got
    }
    return data.prefix(read)
  }

  /// Writes all of it at the file's position, then goes back to the start; false when the file does not take it.
  func fill(with data: Data) -> Bool {
    var written = 0
    while written < data.count {
      let put = unsafe data.withUnsafeBytes { buffer in
        unsafe write(number, buffer.baseAddress! + written, data.count - written)
      }
      if put < 0, errno == EINTR { continue }
      guard put > 0 else { return false }
      written += put
    }
    return lseek(number, 0, SEEK_SET) == 0
  }
}
