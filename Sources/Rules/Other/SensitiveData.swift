import Forms

/// Sends a form that bears a password, a PIN, a social insurance or a health insurance number to a clerk. What was found
/// is never repeated.
struct SensitiveData: Rule {
  static let id: RuleID = "PRV-01"
  private let fields: [FieldID]
  /// Words after which a secret is written.
  private let announcements: [[String]]

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try parameters.fields("fields")
    announcements = try parameters.lexicon("secretWordsLexicon").map(words)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    let found = fields.filter { form.texts($0).contains(where: isSensitive) }
    return found.isEmpty && !form.observations.strayText.contains(where: isSensitive) ? [] : [.clerk(found)]
  }

  private func isSensitive(_ text: String) -> Bool {
    hasSecret(text) || (hasFigures(text, 9) && hasSocialInsuranceNumber(text))
      || (hasFigures(text, 8) && hasHealthInsuranceNumber(text))
  }

  /// « Mot de passe : … », « NIP 1234 »: an announcement and something after it. A short announcement may be a word of
  /// a name: after it only a colon or a digit tells.
  private func hasSecret(_ text: String) -> Bool {
    let all = words(text)
    return announcements.contains { announcement in
      all.indices.contains { start in
        guard all[start...].starts(with: announcement), start + announcement.count < all.count else { return false }
        return announcement.count > 1 || text.contains { ":=".contains($0) }
          || all[start + announcement.count].contains(where: \.isNumber)
      }
    }
  }

  /// Nine digits by threes that pass the check of Luhn; none begins with 0 or 8.
  private func hasSocialInsuranceNumber(_ text: String) -> Bool {
    let signs = Array(text)
    return signs.indices.contains { start in
      guard start == 0 || !Self.isDigit(signs[start - 1]), let digits = digits(signs, from: start, groups: [3, 3, 3]),
        digits[0] != 0, digits[0] != 8
      else { return false }
      let sum = digits.enumerated().reduce(0) { sum, digit in
        let doubled = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
        return sum + (doubled > 9 ? doubled - 9 : doubled)
      }
      return sum % 10 == 0
    }
  }

  /// Four letters and eight digits: year, month (50 more for women), day, two more.
  private func hasHealthInsuranceNumber(_ text: String) -> Bool {
    let signs = Array(text)
    return signs.indices.contains { start in
      guard start == 0 || !(signs[start - 1].isLetter || Self.isDigit(signs[start - 1])),
        signs[start...].prefix(4).allSatisfy({ $0.isASCII && $0.isLetter }),
        // A group of no digits: the letters may be set apart as the groups are.
        let digits = digits(signs, from: start + 4, groups: [0, 4, 4])
      else { return false }
      let (month, day) = (digits[2] * 10 + digits[3], digits[4] * 10 + digits[5])
      return ((1...12).contains(month) || (51...62).contains(month)) && (1...31).contains(day)
    }
  }

  /// The digits that stand at a place in groups of these lengths, at most a space or a hyphen between two groups and no
  /// digit after the last; nil when they do not.
  private func digits(_ signs: [Character], from start: Int, groups: [Int]) -> [Int]? {
    var digits: [Int] = []
    var place = start
    for (rank, length) in groups.enumerated() {
      if rank > 0, place < signs.count, " \u{A0}-".contains(signs[place]) { place += 1 }
      for _ in 0..<length {
        guard place < signs.count, Self.isDigit(signs[place]), let digit = signs[place].wholeNumberValue else {
          return nil
        }
        digits.append(digit)
        place += 1
      }
    }
    return place < signs.count && Self.isDigit(signs[place]) ? nil : digits
  }

  private static func isDigit(_ sign: Character) -> Bool { ("0"..."9").contains(sign) }

  /// Whether a text holds figures enough at all: most hold none, and looking closer costs a hundred times as much.
  private func hasFigures(_ text: String, _ count: Int) -> Bool {
    text.utf8.count { (48...57).contains($0) } >= count
  }
}
