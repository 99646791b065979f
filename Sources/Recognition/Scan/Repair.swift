import Forms

/// Mends what a kind's grammar makes certain, towards legal forms only (facts F-5.1): never a value that could be another.
enum Repair {
  /// Takes out the spaces that recognition sees beside a hyphen or an apostrophe: one on one side only is nobody's, and in a name none
  /// stands beside a hyphen.
  private static func joined(_ text: String, _ kind: FieldDefinition.Kind) -> String {
    let characters = Array(text)
    func isJoin(_ index: Int) -> Bool { characters.indices.contains(index) && "-'’".contains(characters[index]) }
    func isSpace(_ index: Int) -> Bool { characters.indices.contains(index) && characters[index] == " " }
    return String(
      characters.indices.filter { index in
        guard characters[index] == " " else { return true }
        let (after, before) = (isJoin(index - 1), isJoin(index + 1))
        if after, characters[index - 1] != "-" { return false }
        if after { return kind != .name && isSpace(index - 2) }
        if before { return kind != .name && isSpace(index + 2) }
        return true
      }.map { characters[$0] })
  }

  /// Whether a postal code, written with or without its space, is one that Canada Post gives: no D, F, I, O, Q or U, which look like others,
  /// and no W or Z first (Canada Post, Addressing Guidelines).
  static func isCanadian(_ code: String) -> Bool {
    let d = Array(code.filter { $0 != " " })
    guard d.count == 6 else { return false }
    return [0, 2, 4].allSatisfy { "ABCEGHJKLMNPRSTVXYWZ".contains(d[$0]) } && !"WZ".contains(d[0]) && [1, 3, 5].allSatisfy { d[$0].isASCIIDigit }
  }

  private static let letters: [Character: Character] = ["5": "S", "8": "B", "2": "Z"]
  private static let digits: [Character: Character] = ["O": "0", "o": "0", "I": "1", "l": "1", "|": "1", "S": "5", "B": "8", "Z": "2"]

  static func text(_ raw: String, _ kind: FieldDefinition.Kind) -> String {
    let raw = joined(String(raw.map { "‘`´".contains($0) ? "'" : $0 }), kind)
    switch kind {
    case .postalCode:
      let characters = Array(raw.uppercased().filter { $0.isLetter || $0.isNumber || $0 == "|" })
      guard characters.count == 6 else { return raw }
      let mended = String(characters.enumerated().map { $0.offset % 2 == 1 ? digits[$0.element] ?? $0.element : $0.element })
      if isCanadian(mended) { return mended }
      // A figure where a letter must stand, changed only where that alone makes a postal code.
      let lettered = String(mended.enumerated().map { $0.offset % 2 == 0 ? letters[$0.element] ?? $0.element : $0.element })
      return isCanadian(lettered) ? lettered : mended
    case .phone, .phoneExtension, .date:
      return raw
    case .email:
      // An address holds no space, which recognition sets beside dots, and no accent.
      guard raw.count(where: { $0 == "@" }) == 1 else { return raw }
      return String(raw.filter { $0 != " " }.flatMap { $0.isASCII ? String($0) : folded(String($0)).isEmpty ? String($0) : folded(String($0)) })
    default: return raw
    }
  }
}
