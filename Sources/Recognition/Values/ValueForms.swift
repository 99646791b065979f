import Forms
import Foundation

/// Writes what was read in the value forms of the contract. What does not parse as its kind keeps its own spelling.
enum ValueForms {
  /// Single spaces, composed characters, no control or zero-width padding at the ends.
  static func plain(_ text: String) -> String {
    if isPlain(text) { return text }
    let words = text.precomposedStringWithCanonicalMapping.split(whereSeparator: { $0.isWhitespace || $0 == "\u{0}" })
    return words.filter { !$0.unicodeScalars.allSatisfy(isUnseen) }.joined(separator: " ")
  }

  /// Whether a text is printed ASCII and single spaces between, as most are: told without asking Foundation.
  private static func isPlain(_ text: String) -> Bool {
    var isAfterSpace = true
    for byte in text.utf8 {
      guard (0x20..<0x7F).contains(byte), byte != 0x20 || !isAfterSpace else { return false }
      isAfterSpace = byte == 0x20
    }
    return !isAfterSpace || text.isEmpty
  }

  /// Whether a character shows nothing and takes no room: what programs put where a field is empty.
  static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && (scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format)
  }

  static func value(_ raw: String, _ kind: FieldDefinition.Kind) -> FieldValue {
    // An underscore or two left of a row to write on is no part of a value.
    var text = plain(raw)
    while text.last == "_" { text.removeLast() }
    while text.first == "_", kind != .email { text.removeFirst() }
    text = plain(text)
    if text.isEmpty { return .nothing }
    let parsed =
      switch kind {
      case .date: date(text)
      case .phone: phone(text)
      case .postalCode: postalCode(text)
      case .establishmentNumber: compact(text, length: 5)
      default: String?.none
      }
    return .text(parsed ?? text)
  }

  /// Whether a text has the form its kind wants; kinds without a form accept everything.
  static func conforms(_ raw: String, _ kind: FieldDefinition.Kind) -> Bool {
    let text = plain(raw)
    switch kind {
    case .date: return date(text) != nil
    case .phone: return phone(text) != nil
    case .postalCode: return postalCode(text) != nil
    case .establishmentNumber: return number(text) != nil
    case .phoneExtension: return (1...6).contains(text.count) && text.allSatisfy(\.isASCIIDigit)
    case .email: return email(text)
    default: return true
    }
  }

  /// The kind whose form a text has beyond doubt; nil for words and plain figures.
  static func evidentKind(_ text: String) -> FieldDefinition.Kind? {
    if text.utf8.contains(UInt8(ascii: "@")), email(text) { return .email }
    // The other kinds have figures.
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    if text.count >= 6, text.count <= 7, postalCode(text) != nil { return .postalCode }
    // « 2026-0418 » is a file's number.
    if text.count >= 8, date(text).flatMap({ CalendarDate($0) }) != nil, text.split(whereSeparator: { !$0.isNumber }).count != 2 { return .date }
    return text.count >= 10 && phone(text) != nil && isInPhoneGroups(text) ? .phone : nil
  }

  /// Whether a number's ten figures stand as a telephone's are written, at once or in groups: « 2026-77-0913 » is a file's number.
  private static func isInPhoneGroups(_ text: String) -> Bool {
    var groups = text.split(whereSeparator: { !$0.isASCIIDigit }).map(\.count)
    if groups.count > 1, groups[0] == 1 { groups.removeFirst() }
    return [[10], [11], [3, 7], [3, 3, 4], [3, 3, 2, 2]].contains(groups)
  }

  /// Whether a field of one kind may hold a text that has the form of another: a user's name is an e-mail address at times.
  static func accepts(_ field: FieldDefinition.Kind, _ kind: FieldDefinition.Kind) -> Bool {
    field == kind || field == .username && kind == .email || field == .zone || field == .signature
  }

  /// `2026-03-02` from year, month and day in that order, or from a day, a month by its name and a year; impossible days too, since the
  /// form holds them.
  static func date(_ text: String) -> String? {
    if let named = namedDate(text) { return named }
    let parts = text.split(whereSeparator: { !$0.isASCIIDigit }).map(String.init)
    guard text.allSatisfy({ $0.isASCIIDigit || " -/.".contains($0) }) else { return nil }
    let digits = parts.joined()
    guard digits.count == 8 else {
      guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count), (1...2).contains(parts[2].count)
      else { return nil }
      return [parts[0], pad(parts[1]), pad(parts[2])].joined(separator: "-")
    }
    // A year that stands last is no year-month-day date.
    if parts.count == 3, parts[0].count != 4 { return nil }
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }

  /// `2026-02-26` from « 26 février 2026 » or « 2026 février 26 »: French months, whole or cut short, and « 1er ».
  private static func namedDate(_ text: String) -> String? {
    // « le » may stand before the three parts.
    let words = text.split { $0.isWhitespace || ".,-/".contains($0) }
    guard (3...4).contains(words.count) else { return nil }
    let parts = words.map { folded(String($0)) }.filter { $0 != "le" }
    guard parts.count == 3, parts[1].count >= 3, parts[1].first?.isLetter == true else { return nil }
    let (year, ordinal) = parts[0].count == 4 ? (parts[0], parts[2]) : (parts[2], parts[0])
    let day = ordinal == "1er" ? "1" : ordinal
    guard year.count == 4, (1...2).contains(day.count), (year + day).allSatisfy(\.isASCIIDigit) else { return nil }
    let found = months.indices.filter { months[$0].hasPrefix(parts[1]) }
    return found.count == 1 ? [year, pad("\(found[0] + 1)"), pad(day)].joined(separator: "-") : nil
  }

  private static let months = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
  ]

  private static func pad(_ text: String) -> String { text.count == 1 ? "0" + text : text }

  /// `418 555-0123` from ten digits, a leading 1 aside.
  static func phone(_ text: String) -> String? {
    guard text.allSatisfy({ $0.isASCIIDigit || " -.()/+\u{2010}\u{2011}\u{2013}".contains($0) }) else { return nil }
    var digits = text.filter(\.isASCIIDigit)
    if digits.count == 11, digits.first == "1" { digits.removeFirst() }
    guard digits.count == 10 else { return nil }
    return "\(digits.prefix(3)) \(digits.dropFirst(3).prefix(3))-\(digits.suffix(4))"
  }

  /// `G1K 7T3` from six letters and digits in turn.
  static func postalCode(_ text: String) -> String? {
    let plain = text.uppercased().filter { !" -\u{2011}".contains($0) }
    let d = Array(plain)
    guard d.count == 6, [0, 2, 4].allSatisfy({ d[$0].isASCII && d[$0].isLetter }), [1, 3, 5].allSatisfy({ d[$0].isASCIIDigit })
    else { return nil }
    return "\(plain.prefix(3)) \(plain.suffix(3))"
  }

  /// Five characters of a number, the last possibly X.
  static func number(_ text: String) -> String? {
    let d = Array(text)
    guard d.count == 5, d[0..<4].allSatisfy(\.isASCIIDigit), d[4].isASCIIDigit || d[4] == "X" else { return nil }
    return text
  }

  /// A number written in separate boxes, joined when it then has the length expected.
  private static func compact(_ text: String, length: Int) -> String? {
    let parts = text.split(separator: " ")
    guard parts.count > 1, parts.allSatisfy({ $0.count == 1 }), parts.count == length else { return nil }
    return parts.joined()
  }

  private static func email(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !text.contains(" ") else { return false }
    let domain = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return domain.count >= 2 && domain.allSatisfy { !$0.isEmpty } && (domain.last?.count ?? 0) >= 2
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
