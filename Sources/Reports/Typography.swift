import Forms

/// Writes dates, numbers and lists as French (of Québec) or English typography wants them.
///
/// What must stay on one line is held by no-break spaces.
enum Typography {
  static let noBreakSpace = "\u{A0}"

  private static let months: [Language: [String]] = [
    .fr: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre",
    ],
    .en: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
  ]

  /// « 2 mars 2026 », « 1er mars 2026 »; “March 2, 2026”.
  static func date(_ date: CalendarDate, _ language: Language) -> String {
    let month = months[language]![date.month - 1]
    switch language {
    case .fr:
      return [date.day == 1 ? "1er" : String(date.day), month, String(date.year)].joined(separator: noBreakSpace)
    case .en: return "\(month)\(noBreakSpace)\(date.day), \(date.year)"
    }
  }

  /// The date without its year, for the axis of a chart: « 2 mars », « 1er oct. »; “Mar 2”.
  static func shortDate(_ date: CalendarDate, _ language: Language) -> String {
    let month = months[language]![date.month - 1]
    switch language {
    case .fr:
      let shortened = [
        "janv.", "févr.", "mars", "avril", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.",
      ]
      return "\(date.day == 1 ? "1er" : String(date.day))\(noBreakSpace)\(shortened[date.month - 1])"
    case .en: return "\(month.prefix(3))\(noBreakSpace)\(date.day)"
    }
  }

  /// « mars 2026 », for a chart by month.
  static func month(_ date: CalendarDate, _ language: Language) -> String {
    "\(months[language]![date.month - 1])\(noBreakSpace)\(date.year)"
  }

  /// « 14 h 05 »; “14:05”.
  static func time(hour: Int, minute: Int, _ language: Language) -> String {
    let minutes = (minute < 10 ? "0" : "") + String(minute)
    return language == .fr ? "\(hour)\(noBreakSpace)h\(noBreakSpace)\(minutes)" : "\(hour):\(minutes)"
  }

  /// « 12 345 » with no-break spaces; “12,345”.
  static func number(_ number: Int, _ language: Language) -> String {
    let separator = language == .fr ? noBreakSpace : ","
    var groups: [String] = []
    var digits = String(number.magnitude)
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    return (number < 0 ? "−" : "") + groups.joined(separator: separator)
  }

  /// A share as a whole percentage: « 12 % »; “12%”; « — » of nothing.
  static func percent(_ part: Int, of whole: Int, _ language: Language) -> String {
    guard whole > 0 else { return "—" }
    let value = Int((Double(part) * 100 / Double(whole)).rounded())
    return language == .fr ? "\(value)\(noBreakSpace)%" : "\(value)%"
  }

  /// « a, b et c »; “a, b and c”.
  static func list(_ items: [String], _ language: Language) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    let conjunction = language == .fr ? " et " : " and "
    return items.dropLast().joined(separator: ", ") + conjunction + last
  }

  /// The same sentence with its quotation marks, colons, percent signs and apostrophes set as the language wants them.
  static func set(_ text: String, _ language: Language) -> String {
    var result = text.replacing("'", with: "’")
    guard language == .fr else { return result }
    for (plain, held) in [("« ", "«\u{A0}"), (" »", "\u{A0}»"), (" :", "\u{A0}:"), (" %", "\u{A0}%")] {
      result = result.replacing(plain, with: held)
    }
    // A number stays with the word it counts or names: « 5 caractères », « section 2 ».
    return result.replacing(/\b(\d{1,3}) (?!(?:à|et|ou|au|sur)\b)(?=\p{Ll})/) { "\($0.1)\u{A0}" }.replacing(
      /(sections?) (?=\d)/
    ) { "\($0.1)\u{A0}" }
  }

  /// The text with a small first letter, unless it begins with an acronym (« GMF »).
  static func lowercasedFirst(_ text: String) -> String {
    let head = text.prefix(2)
    guard head.count == 2, head.last!.isLowercase || head.last! == "’" else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
