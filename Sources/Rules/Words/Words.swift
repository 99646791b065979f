import Foundation

/// The text without spaces at its ends.
func trimmed(_ text: String) -> String {
  // Nearly every text begins and ends in print, which is told faster than by asking Foundation.
  let isPrint = { (byte: UInt8?) in byte.map { $0 > 0x20 && $0 < 0x7F } ?? true }
  if isPrint(text.utf8.first), isPrint(text.utf8.last) { return text }
  return text.trimmingCharacters(in: .whitespacesAndNewlines)
}

/// Brings a text to small letters without accents, so that two ways of writing a word compare equal.
func folded(_ text: String) -> String {
  var plain: [UInt8] = []
  plain.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      plain.append(UInt8(ascii: ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar))
    } else if let letters = foldings[scalar] {
      plain += letters
    } else {
      return foldedWhole(text)
    }
  }
  return String(decoding: plain, as: UTF8.self)
}

/// What the letters and signs of French text fold to each by itself: Foundation is asked once, for it takes fifty times
/// as long over a whole text.
private let foldings: [Unicode.Scalar: String.UTF8View] = {
  var foldings: [Unicode.Scalar: String.UTF8View] = [:]
  for scalar in [0xA0...0x17F, 0x2010...0x203A].joined().compactMap({ Unicode.Scalar(UInt32($0)) }) {
    foldings[scalar] = foldedWhole(String(scalar)).utf8
  }
  return foldings
}()

/// Folds by Foundation, which knows every letter and those written in several parts.
func foldedWhole(_ text: String) -> String {
  text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil).lowercased()
    .replacing("œ", with: "oe").replacing("æ", with: "ae").replacing("ß", with: "ss")
}

/// Whether a text is digits and nothing else, as many as wanted.
func isDigits(_ text: some StringProtocol, _ counts: ClosedRange<Int>) -> Bool {
  counts.contains(text.utf8.count) && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}

/// Splits a text into its folded words: unbroken runs of letters and digits. Points inside an abbreviation do not break
/// it: « D.S.P. » and « DSP » are the same word.
func words(_ text: String) -> [String] {
  let plain = folded(text.utf8.contains(UInt8(ascii: ".")) ? joiningAbbreviations(text) : text)
  // Whether a letter of ASCII is one is told without Unicode's tables.
  guard plain.utf8.allSatisfy({ $0 < 0x80 }) else { return plain.split { !($0.isLetter || $0.isNumber) }.map(String.init) }
  return plain.utf8.split { byte in
    !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }.map { String(Substring($0)) }
}

private func joiningAbbreviations(_ text: String) -> String {
  let signs = Array(text)
  var joined = ""
  var place = 0
  while place < signs.count {
    let end = abbreviationEnd(signs, from: place)
    joined += end.map { String(signs[place..<$0].filter(\.isLetter)) } ?? String(signs[place])
    place = end ?? place + 1
  }
  return joined
}

/// Where an abbreviation that begins at a place ends: two single letters or more, a point after the first, at most a
/// space between them. Nil when none begins there.
private func abbreviationEnd(_ signs: [Character], from start: Int) -> Int? {
  func isWordSign(_ place: Int) -> Bool {
    signs.indices.contains(place) && (signs[place].isLetter || signs[place].isNumber || signs[place] == "_")
  }
  func isSingleLetter(_ place: Int) -> Bool {
    signs.indices.contains(place) && signs[place].isLetter && !isWordSign(place + 1)
  }
  func isPoint(_ place: Int) -> Bool { signs.indices.contains(place) && signs[place] == "." }
  guard !isWordSign(start - 1), isSingleLetter(start), isPoint(start + 1) else { return nil }
  var end = start + 2
  while true {
    let next = signs.indices.contains(end) && signs[end].isWhitespace ? end + 1 : end
    guard isSingleLetter(next) else { return end > start + 2 ? end : nil }
    end = isPoint(next + 1) ? next + 2 : next + 1
  }
}

/// The small words of French that tell nothing apart.
let linkingWords: Set<String> = [
  "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "un", "une", "of", "the", "and",
]

/// Counts the letters to add, drop, change or swap with their neighbour to turn one word into the other, up to `limit`;
/// answers one more than the limit for anything further apart.
func slips(_ a: String, _ b: String, limit: Int) -> Int {
  let (source, target) = (Array(a), Array(b))
  guard abs(source.count - target.count) <= limit else { return limit + 1 }
  var beforeLast: [Int] = []
  var last = Array(0...target.count)
  for i in source.indices {
    var row = [i + 1]
    for j in target.indices {
      var least = min(last[j] + (source[i] == target[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, source[i] == target[j - 1], source[i - 1] == target[j] {
        least = min(least, beforeLast[j - 1] + 1)
      }
      row.append(least)
    }
    (beforeLast, last) = (last, row)
  }
  return min(last[target.count], limit + 1)
}
