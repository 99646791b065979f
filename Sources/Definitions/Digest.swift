import CCrypto
import Foundation

/// Computes the SHA-256 of bytes as `sha256:` and 64 hexadecimal digits, which a `Trace` names a definition by.
func sha256(_ bytes: Data) -> String {
  var hash = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
  var length: UInt32 = 0
  let done = unsafe bytes.withUnsafeBytes { buffer in
    unsafe EVP_Digest(buffer.baseAddress, buffer.count, &hash, &length, EVP_sha256(), nil)
  }
  precondition(done == 1 && length == 32, "OpenSSL offers no SHA-256 on this machine")
  let digits = hash.prefix(Int(length)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
  return "sha256:" + digits.joined()
}
