import Foundation

/// The text without spaces at its ends.
func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }

/// Brings a text to small letters without accents, so that two ways of writing a word compare equal.
func folded(_ text: String) -> String {
  text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil).lowercased()
    .replacing("œ", with: "oe").replacing("æ", with: "ae").replacing("ß", with: "ss")
}

/// Splits a text into its folded words: unbroken runs of letters and digits. Points inside an abbreviation do not break
/// it: « D.S.P. » and « DSP » are the same word.
func words(_ text: String) -> [String] {
  folded(text.contains(".") ? joiningAbbreviations(text) : text).split { !($0.isLetter || $0.isNumber) }
    .map(String.init)
}

private func joiningAbbreviations(_ text: String) -> String {
  // Simple boundaries: Unicode's own see none around the points of « D.S.P. ».
  let abbreviation = /\b\p{L}\.(?:\s?\p{L}\b\.?)+/.wordBoundaryKind(.simple)
  return text.replacing(abbreviation) { match in match.output.filter { $0.isLetter } }
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
