/// Reads a telephone number of the North American plan (fact F-5.2).
struct PhoneNumber: Hashable {
  let areaCode: String

  /// Fails on anything but ten digits, NXX NXX XXXX with N from 2 to 9; a leading 1 and the usual signs are allowed.
  init?(_ written: String) {
    // What follows the first letter or # may only be an extension.
    let number = written.prefix { !$0.isLetter && $0 != "#" }
    let rest = written[number.endIndex...]
    guard number.allSatisfy({ $0.isWholeNumber || $0.isWhitespace || "()+-–‑./".contains($0) }),
      rest.isEmpty || rest.wholeMatch(of: /(?i)(poste|post|p\.|ext\.?|x|#)\s*[0-9]+\s*/) != nil
    else { return nil }
    var digits = number.filter { $0.isASCII && $0.isNumber }
    if digits.count == 11, digits.hasPrefix("1") { digits.removeFirst() }
    // Area codes N11, N9X, 37X and 96X are not assigned; no exchange is N11.
    guard digits.wholeMatch(of: /[2-9][0-8][0-9][2-9][0-9]{6}/) != nil,
      digits.firstMatch(of: /^(.11|37|96)|^...[2-9]11/) == nil
    else { return nil }
    areaCode = String(digits.prefix(3))
  }
}
