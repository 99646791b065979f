import CSandbox
import Foundation

/// One of the files a worker finds open, by its agreed number.
struct DescriptorFile {
  private let number: Int32

  init(_ number: Int) { self.number = Int32(number) }

  /// All its bytes from the start; nil when they cannot be read.
  func contents() -> [UInt8]? {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe pread(number, buffer.baseAddress! + count, size - count, off_t(count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { break }
        count += got
      }
    }
  }

  /// Writes everything at the file's position. Past the limit of size the kernel ends the process, which says why.
  func write(_ data: Data) {
    var written = 0
    while written < data.count {
      let put = unsafe data.withUnsafeBytes { buffer in
        unsafe Foundation.write(number, buffer.baseAddress! + written, data.count - written)
      }
      if put < 0, errno == EINTR { continue }
      guard put > 0 else { return }
      written += put
    }
  }
}
