/// Tells what a Canadian postal code is worth (fact F-5.1).
struct PostalCode: Hashable {
  /// In capitals, without spaces.
  let text: String

  /// Fails on anything but A9A 9A9 with the letters that are in use; a space or hyphen between the halves is allowed.
  init?(_ written: String) {
    let text = written.uppercased().filter { !$0.isWhitespace && $0 != "-" }
    let signs = Array(text)
    guard signs.count == 6, "ABCEGHJKLMNPRSTVXY".contains(signs[0]),
      [2, 4].allSatisfy({ "ABCEGHJKLMNPRSTVWXYZ".contains(signs[$0]) }),
      [1, 3, 5].allSatisfy({ ("0"..."9").contains(signs[$0]) })
    else { return nil }
    self.text = text
  }
}
