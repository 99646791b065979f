/// Tells what a Canadian postal code is worth (fact F-5.1).
struct PostalCode: Hashable {
  /// In capitals, without spaces.
  let text: String

  /// Fails on anything but A9A 9A9 with the letters that are in use; a space or hyphen between the halves is allowed.
  init?(_ written: String) {
    let text = written.uppercased().filter { !$0.isWhitespace && $0 != "-" }
    guard text.wholeMatch(of: /[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][0-9][ABCEGHJ-NPRSTV-Z][0-9]/) != nil
    else { return nil }
    self.text = text
  }
}
