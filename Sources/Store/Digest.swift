import CCrypto
import Foundation

/// Names a submission by the SHA-256 of its bytes, in 64 lower-case hexadecimal digits: the same bytes are the same submission.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  package let hex: String

  /// Fails on anything but 64 lower-case hexadecimal digits, so that a digest is always safe as a file name.
  package init?(_ hex: String) {
    guard hex.utf8.count == 64, hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
      return nil
    }
    self.hex = hex
  }

  /// Hashes bytes held in memory.
  package init(of bytes: some Sequence<UInt8>) {
    var hash = RunningHash()
    let bytes = Array(bytes)
    unsafe bytes.withUnsafeBytes { unsafe hash.add($0) }
    self = hash.finished()
  }

  /// Hashes what an open file holds, from its start.
  package init(of file: borrowing OpenFile) throws {
    var hash = RunningHash()
    try unsafe forEachPiece(of: file) { unsafe hash.add($0) }
    self = hash.finished()
  }

  fileprivate init(_ bytes: [UInt8]) {
    let digits = Array("0123456789abcdef")
    hex = String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  package var description: String { hex }
}

/// A SHA-256 under way; owns OpenSSL's context and frees it.
@safe struct RunningHash: ~Copyable {
  private let context: OpaquePointer

  init() {
    guard let context = unsafe EVP_MD_CTX_new(), unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      fatalError("OpenSSL offers no SHA-256 on this machine: install a libcrypto with its default provider")
    }
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard unsafe bytes.count == 0 || EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
      fatalError("OpenSSL could not go on with a SHA-256")
    }
  }

  consuming func finished() -> Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    guard unsafe EVP_DigestFinal_ex(context, &bytes, nil) == 1 else {
      fatalError("OpenSSL could not end a SHA-256")
    }
    return Digest(bytes)
  }
}
