/// Reads a telephone number of the North American plan (fact F-5.2).
struct PhoneNumber: Hashable {
  let areaCode: String

  /// Fails on anything but ten digits, NXX NXX XXXX with N from 2 to 9; a leading 1 and the usual signs are allowed.
  init?(_ written: String) {
    // What follows the first letter or # may only be an extension.
    let number = written.prefix { !$0.isLetter && $0 != "#" }
    let rest = written[number.endIndex...]
    guard number.allSatisfy({ $0.isWholeNumber || $0.isWhitespace || "()+-–‑./".contains($0) }),
      rest.isEmpty || Self.isExtension(rest.lowercased())
    else { return nil }
    var digits = number.filter(\.isASCII).compactMap(\.wholeNumberValue)
    if digits.count == 11, digits[0] == 1 { digits.removeFirst() }
    guard digits.count == 10, digits[0] >= 2, digits[3] >= 2 else { return nil }
    // Area codes N11, N9X, 37X and 96X are not assigned; no exchange is N11.
    let (area, exchange) = (Array(digits[0..<3]), Array(digits[3..<6]))
    guard area[1...] != [1, 1], exchange[1...] != [1, 1], area[1] != 9, ![[3, 7], [9, 6]].contains(Array(area[..<2]))
    else { return nil }
    areaCode = area.map(String.init).joined()
  }

  /// Whether a text in small letters is « poste 22 » or the like.
  private static func isExtension(_ text: String) -> Bool {
    guard let word = ["poste", "post", "p.", "ext.", "ext", "x", "#"].first(where: text.hasPrefix) else { return false }
    return isDigits(trimmed(String(text.dropFirst(word.count))), 1...Int.max)
  }
}
