import CLeptonica

/// Owns one Leptonica `PIX` and frees it.
///
/// A class and not a `~Copyable` struct: bitmaps live in arrays and optionals, and copy on write needs
/// `isKnownUniquelyReferenced`. Leptonica's own reference count is not atomic and is never used.
@safe
final class PixStore {
  private let pix: UnsafeMutablePointer<PIX>

  /// Takes over what a Leptonica call answered; throws when that is nothing.
  init(adopting pix: UnsafeMutablePointer<PIX>?, from operation: @autoclosure () -> String) throws {
    guard let pix = unsafe pix else { throw ImagingError.failed(operation()) }
    unsafe self.pix = pix
  }

  deinit {
    var pix: UnsafeMutablePointer<PIX>? = unsafe self.pix
    unsafe pixDestroy(&pix)
  }

  /// Lends the handle for the time of the call.
  func lend<Result>(_ body: (UnsafeMutablePointer<PIX>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try unsafe body(pix) }
  }

  var width: Int { unsafe lend { unsafe Int($0.pointee.w) } }
  var height: Int { unsafe lend { unsafe Int($0.pointee.h) } }
  var bitsPerPixel: Int { unsafe lend { unsafe Int($0.pointee.d) } }

  /// Lends the rows as Leptonica keeps them: 32-bit words, first pixel in the highest bits.
  func lendWords<Result>(_ body: (UnsafeMutableBufferPointer<UInt32>, _ wordsPerRow: Int) throws -> Result) rethrows
    -> Result
  {
    try unsafe lend { pix in
      let perRow = unsafe Int(pix.pointee.wpl)
      let words = unsafe UnsafeMutableBufferPointer(start: pix.pointee.data, count: perRow * Int(pix.pointee.h))
      return try unsafe body(words, perRow)
    }
  }
}

/// Silences Leptonica's messages on stderr, once: they would quote what the file says.
let quietLeptonica: Void = {
  _ = setMsgSeverity(Int32(L_SEVERITY_NONE))
}()
