/// Tells what kind of number was written where an establishment's is asked (facts F-2.1 and F-2.4).
struct EstablishmentNumber: Hashable {
  /// In capitals, without spaces.
  let text: String

  init(_ written: String) { text = written.uppercased().filter { !$0.isWhitespace } }

  /// Whether it is four digits and a digit or X. There is no check digit.
  var isWellFormed: Bool { isDigits(text, 5...5) || (isDigits(text.dropLast(), 4...4) && text.last == "X") }

  /// Whether it ends in X, which stands for every care unit of the installation.
  var isForAllUnits: Bool { isWellFormed && text.hasSuffix("X") }

  /// Whether it is the eight digits of a ministry code, such as 1104-4534.
  var isMinistryCode: Bool {
    let tail = text.dropFirst(4)
    let end = tail.first.map("-–‑".contains) == true ? tail.dropFirst() : tail
    return isDigits(text.prefix(4), 4...4) && isDigits(end, 4...4)
  }
}
