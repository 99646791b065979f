import Forms
import Imaging

/// Cuts a page's characters into words: at white space, at a change of line or face, and at gaps that glue columns together.
enum WordBuilder {
  ///
  /// Rows of dots or underscores to write on are no words: they are answered as the lines they stand for.
  static func words(_ characters: [PageCharacter]) -> (words: [Word], leaders: [Rule]) {
    var words: [Word] = []
    var leaders: [Rule] = []
    var current: (text: [Character], boxes: [Box], box: Box, font: String, size: Double)?
    func close() {
      defer { current = nil }
      guard let word = current else { return }
      var start = 0
      func keep(_ end: Int) {
        guard end > start else { return }
        let box = word.boxes[start..<end].dropFirst().reduce(word.boxes[start]) { $0.union($1) }
        // A soft hyphen that is drawn is a hyphen.
        let text = String(word.text[start..<end].map { $0 == "\u{AD}" ? "-" : $0 })
        words.append(Word(text: text, box: box, font: word.font, size: word.size, source: .text))
      }
      var index = 0
      while index < word.text.count {
        let end = word.text[index...].firstIndex { $0 != word.text[index] } ?? word.text.count
        if Self.leads.contains(word.text[index]), end - index >= (word.text[index] == "…" ? 1 : 3) {
          keep(index)
          let box = word.boxes[index..<end].dropFirst().reduce(word.boxes[index]) { $0.union($1) }
          let baseline = box.y1 - box.height * 0.2
          leaders.append(Rule(box: Box(box.x0, baseline, box.x1, baseline), isHorizontal: true))
          start = end
        }
        index = end
      }
      keep(word.text.count)
    }
    for character in characters {
      let box = Box(character.box)
      if character.text.isWhitespace || box.width <= 0 && box.height <= 0 {
        close()
        continue
      }
      if let word = current {
        let size = max(word.size, 1)
        let gap = box.x0 - word.box.x1
        // Letters touch or nearly so; a gap past a third of the size is another word, a step back another line.
        let breaks =
          gap > size * 0.33 || gap < -size * 0.7 || abs(box.midY - word.box.midY) > word.box.height * 0.5
          || character.font != word.font || abs(character.size - word.size) > 0.6
        if breaks { close() }
      }
      if current == nil {
        current = ([character.text], [box], box, character.font, character.size)
      } else {
        current!.text.append(character.text)
        current!.boxes.append(box)
        current!.box = current!.box.union(box)
      }
    }
    close()
    return (words, leaders)
  }

  /// Characters that rows to write on are typed with.
  private static let leads: Set<Character> = ["_", ".", "…", "·", "‥"]
}

extension Box {
  init(_ box: PageBox) { self.init(box.x0, box.y0, box.x1, box.y1) }
}
