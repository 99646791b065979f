import Forms
import Foundation
import GRDB

// How values of ours stand in columns; what cannot be read back means a damaged database.

extension Date {
  var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }
  init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}

/// A column that does not hold what the program wrote; becomes `StoreError.corrupt` where the folder is known.
struct UnreadableColumn: Error {}

func encodeJSON(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

func decodeJSON<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
  do { return try JSONDecoder().decode(type, from: Data(text.utf8)) } catch { throw UnreadableColumn() }
}

func decodeWord<Word: RawRepresentable>(_ text: String) throws -> Word where Word.RawValue == String {
  guard let word = Word(rawValue: text) else { throw UnreadableColumn() }
  return word
}

func decodeDay(_ text: String) throws -> CalendarDate {
  guard let day = CalendarDate(text) else { throw UnreadableColumn() }
  return day
}

extension CalendarDate {
  /// The day an instant falls on in a zone.
  init(_ instant: Date, in zone: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: instant)
    // Foundation always answers the three components it is asked for.
    self = CalendarDate(year: parts.year!, month: parts.month!, day: parts.day!)!
  }
}
