/// Folds a text to what matters in matching printed words: letters and digits, without case, accents or punctuation.
func folded(_ text: String) -> String { String(decoding: Folding.bytes(text), as: UTF8.self) }

enum Folding {
  /// A text folded, in UTF-8.
  static func bytes(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: out.append(UInt8(scalar.value))
      case 0x41...0x5A: out.append(UInt8(scalar.value + 32))
      case 0x300...0x36F: break
      case 0..<0x80: break
      default:
        if let plain = letters[scalar] {
          out += plain.utf8
        } else if scalar.properties.isAlphabetic {
          out += scalar.properties.lowercaseMapping.utf8
        }
      }
    }
    return out
  }

  /// Accented Latin letters and ligatures, to their plain letters.
  static let letters: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("a", "àáâãäåÀÁÂÃÄÅª"), ("c", "çÇ"), ("e", "èéêëÈÉÊË"), ("i", "ìíîïÌÍÎÏ"), ("n", "ñÑ"), ("o", "òóôõöÒÓÔÕÖºø"),
      ("u", "ùúûüÙÚÛÜ"), ("y", "ýÿÝŸ"), ("oe", "œŒ"), ("ae", "æÆ"), ("fi", "ﬁ"), ("fl", "ﬂ"),
    ]
    var map: [Unicode.Scalar: String] = [:]
    for (plain, letters) in groups { for scalar in letters.unicodeScalars { map[scalar] = plain } }
    return map
  }()

  /// The number of insertions, deletions and substitutions between two texts; gives up past `limit`.
  ///
  /// What lies further than `limit` from the table's diagonal cannot be part of an answer and is not reckoned (E. Ukkonen, « Algorithms for approximate
  /// string matching », 1985).
  static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    if abs(a.count - b.count) > limit { return limit + 1 }
    var row = Array(0...b.count)
    for i in 1..<(a.count + 1) {
      let (first, last) = (max(1, i - limit), min(b.count, i + limit))
      // Left of the band and above it stands what is past the limit.
      var diagonal = row[first - 1]
      row[first - 1] = first == 1 ? i : limit + 1
      var best = row[first - 1]
      for j in first..<(last + 1) {
        let above = j == i + limit ? limit + 1 : row[j]
        row[j] = min(diagonal + (a[i - 1] == b[j - 1] ? 0 : 1), above + 1, row[j - 1] + 1)
        diagonal = above
        best = min(best, row[j])
      }
      if best > limit { return limit + 1 }
    }
    return min(row[b.count], limit + 1)
  }

  /// Whether one folded text stands within another, with a fifth of its letters free to differ.
  static func holds(_ part: String, within whole: String) -> Bool { holds(Array(part.utf8), within: Array(whole.utf8)) }

  static func holds(_ part: [UInt8], within whole: [UInt8]) -> Bool {
    let limit = part.count / 5
    return whole.count >= part.count
      && (0...whole.count - part.count).contains { distance(part, Array(whole[$0..<$0 + part.count]), limit: limit) <= limit }
  }
}
