import Forms
import Imaging

/// Cuts a page's characters into words: at white space, at a change of line or face, and at gaps that glue columns together.
enum WordBuilder {
  static func words(_ characters: [PageCharacter]) -> [Word] {
    var words: [Word] = []
    var current: (text: String, box: Box, font: String, size: Double)?
    func close() {
      if let word = current, !word.text.isEmpty {
        words.append(Word(text: word.text, box: word.box, font: word.font, size: word.size, source: .text))
      }
      current = nil
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
        current = (String(character.text), box, character.font, character.size)
      } else {
        current!.text.append(character.text)
        current!.box = current!.box.union(box)
      }
    }
    close()
    return words
  }
}

extension Box {
  init(_ box: PageBox) { self.init(box.x0, box.y0, box.x1, box.y1) }
}
