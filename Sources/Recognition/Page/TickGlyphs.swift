import Forms

/// Tick boxes printed as characters of a symbol font.
enum TickGlyphs {
  /// The last row of each are signs of the fonts Wingdings and Wingdings 2, whose letters stand in Unicode's private area.
  private static let empty: Set<Character> = [
    "☐", "□", "❏", "❐", "❑", "❒", "○", "◯", "▢", "◻", "⬜",
    "\u{F06F}", "\u{F0A8}", "\u{F071}", "\u{F070}", "\u{F072}", "\u{F06D}", "\u{F0A1}", "\u{F0A2}", "\u{F0A3}",
  ]
  private static let ticked: Set<Character> = [
    "☑", "☒", "⊠", "◉", "⦿", "🗹", "🗷", "▣", "⊡",
    "\u{F0FE}", "\u{F0FD}", "\u{F078}", "\u{F0A4}", "\u{F052}", "\u{F054}",
  ]
  /// Blackened squares and discs: the mark in a drawn box, or a box themselves.
  private static let solid: Set<Character> = ["■", "◼", "⬛"]
  /// Discs, which are bullets where there are no circles to tick.
  private static let discs: Set<Character> = ["●", "⬤", "\u{F06C}"]
  private static let circles: Set<Character> = ["○", "◯", "\u{F0A1}", "\u{F06D}"]

  static func isEmptyBox(_ text: String) -> Bool { text.count == 1 && empty.contains(text.first!) }

  /// Takes boxes typed as brackets, « [ ] » and « (X) », or as a short row with its mark, « _X_ », out of the words.
  ///
  /// `leaders` are the rows to write on: those as long as the ones with marks are the boxes without.
  static func typed(in words: inout [Word], _ leaders: inout [Rule]) -> [TickFrame] {
    var frames: [TickFrame] = []
    var used: Set<Int> = []
    var found: [(closing: Character, parts: [Int], frame: TickFrame)] = []
    for (index, word) in words.enumerated() {
      guard let first = word.text.utf8.first, "[(".utf8.contains(first), word.text.count <= 3 else { continue }
      let closing: Character = word.text.first == "[" ? "]" : ")"
      var parts = [index]
      var text = word.text
      var box = word.box
      while text.last != closing, parts.count < 3,
        let next = words.indices.first(where: { other in
          !parts.contains(other) && words[other].text.count <= 2 && abs(words[other].box.midY - box.midY) < box.height * 0.5
            && words[other].box.x0 >= box.x1 - 1 && words[other].box.x0 - box.x1 < 14
        })
      {
        parts.append(next)
        text += words[next].text
        box = box.union(words[next].box)
      }
      guard text.last == closing, text.count <= 4 else { continue }
      let inner = text.dropFirst().dropLast().filter { !" _.".contains($0) }
      // A letter or a figure in parentheses numbers a list; a pair of them far apart is an area code's.
      if closing == ")", !inner.allSatisfy({ "XxVv✓✔✗✘×•●■".contains($0) }) || box.width > box.height * 2 { continue }
      found.append((closing, parts, TickFrame(box: box, state: inner.isEmpty ? .off : .on, source: .mark, confidence: 0.97)))
    }
    // Of a form's boxes some are blank, or set too wide to be told from brackets around an entry, and several are marked; a letter in brackets
    // by itself is part of an entry.
    func areBoxes(_ closing: Character) -> Bool {
      let alike = found.filter { $0.closing == closing }
      return alike.count >= 3 || alike.contains { $0.frame.state == .off }
    }
    for (closing, parts, frame) in found where areBoxes(closing) {
      used.formUnion(parts)
      frames.append(frame)
    }
    let marked = words.indices.filter { ["_X_", "_x_", "_✓_", "_✔_", "__X__", "_×_"].contains(words[$0].text) }
    if let first = marked.first {
      let width = words[first].box.width
      // All of them stand on the same side of their words; a row to write on ends a line or stands alone.
      func isFollowed(_ box: Box) -> Bool {
        words.contains { abs($0.box.midY - box.midY) < $0.box.height && $0.box.x0 > box.x1 - 1 && $0.box.x0 - box.x1 < 14 }
      }
      let areBefore = isFollowed(words[first].box)
      let empty = leaders.indices.filter { abs(leaders[$0].length - width) < width * 0.35 && isFollowed(leaders[$0].box) == areBefore }
      frames += empty.map { rank in
        let line = leaders[rank].box
        return TickFrame(box: Box(line.x0, line.y1 - words[first].box.height * 0.8, line.x1, line.y1 + 1), state: .off, source: .mark, confidence: 0.95)
      }
      frames += marked.map { TickFrame(box: words[$0].box, state: .on, source: .mark, confidence: 0.95) }
      leaders = leaders.indices.filter { !empty.contains($0) }.map { leaders[$0] }
      used.formUnion(marked)
    }
    words = words.indices.filter { !used.contains($0) }.map { words[$0] }
    return frames
  }

  /// Takes the box characters out of the words and gives their frames; the mark printed over an empty one turns it on.
  ///
  /// A blackened square in a box that is drawn stays a word, its mark.
  static func frames(in words: inout [Word], drawn: [Rule]) -> [TickFrame] {
    var frames: [TickFrame] = []
    var rest: [Word] = []
    let hasCircles = words.contains { $0.text.first.map(circles.contains) == true }
    for word in words {
      let isBoxed = { drawn.contains { !$0.isHorizontal && $0.length < 20 && abs($0.box.midY - word.box.midY) < 5 && abs($0.position - word.box.x0) < 5 } }
      guard let first = word.text.first, !first.isASCII,
        empty.contains(first) || ticked.contains(first) || solid.contains(first) && !isBoxed() || discs.contains(first) && hasCircles
      else {
        rest.append(word)
        continue
      }
      let share = word.box.width / Double(word.text.count)
      frames.append(
        TickFrame(
          box: Box(word.box.x0, word.box.y0, word.box.x0 + share, word.box.y1), state: empty.contains(first) ? .off : .on,
          source: .mark, confidence: 0.98))
      if word.text.count > 1 {
        var tail = word
        tail.text = String(word.text.dropFirst())
        tail.box = Box(word.box.x0 + share, word.box.y0, word.box.x1, word.box.y1)
        rest.append(tail)
      }
    }
    if frames.isEmpty { return [] }
    words = rest.filter { word in
      guard word.text.count == 1,
        let index = frames.firstIndex(where: { $0.box.contains(x: word.box.midX, y: word.box.midY) })
      else { return true }
      frames[index].state = .on
      return false
    }
    return frames
  }
}
