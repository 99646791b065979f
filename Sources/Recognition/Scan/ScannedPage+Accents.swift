import Forms
import Imaging

/// Accents of an entry's capitals that stand close under a label: its descenders reach as low as they do, and hide them.
extension ScannedPage {
  /// How far over its place an entry's accents may reach, and how far an accent stands over its letter at most, in points.
  private static let (rise, air) = (3.0, 1.5)
  /// Letters that a line of an entry has at most.
  private static let most = 120

  /// The ink that begins below the feet of the labels over an entry and above its letters, in the page's pixels: what a label hides of it, or the
  /// place's top cuts off.
  func accents(over area: PixelBox, without hidden: [Box]) throws -> [PixelBox] {
    let rise = Int(Self.rise * scale)
    guard let tall = PixelBox(x: area.x, y: area.y - rise, width: area.width, height: area.height + rise).intersection(grey.bounds) else { return [] }
    // Accents stand in the upper half.
    let middle = area.y - tall.y + area.height / 2
    let labels = hidden.map(pixels).filter { $0.intersection(tall) != nil }
    let covers = inside(tall, hidden)
    let pieces = try unruledInk.cropped(to: tall).components()
    let letters = pieces.filter { Double($0.height) >= 3 * scale && $0.maxY > area.y - tall.y }
    let found = pieces.filter { piece in
      guard piece.y > 0, piece.y < middle, Double(piece.height) * 2 >= scale else { return false }
      // It is whole already where nothing hides it and the place holds it.
      guard piece.y < area.y - tall.y || covers.contains(where: { $0.intersection(piece) != nil }) else { return false }
      let onPage = PixelBox(x: piece.x + tall.x, y: piece.y + tall.y, width: piece.width, height: piece.height)
      // Labels' own signs begin above their feet.
      let isLabels = labels.contains { label in
        label.x < onPage.maxX && label.maxX > onPage.x && label.y < onPage.maxY && Self.foot(of: label, among: labels) > onPage.y + 1
      }
      if isLabels { return false }
      // Print may have run an accent into its letter.
      return letters.contains { letter in
        if letter == piece { return true }
        let common = min(letter.maxX, piece.maxX) - max(letter.x, piece.x)
        return common > piece.width / 2 && letter.y >= piece.maxY && letter.y - piece.maxY <= Int(Self.air * scale)
      }
    }
    // More than a line has letters are specks.
    guard found.count <= Self.most else { return [] }
    return found.map { PixelBox(x: $0.x + tall.x, y: $0.y + tall.y, width: $0.width, height: $0.height) }
  }

  /// The foot of the line that a label's word stands on: that of its words without descenders.
  private static func foot(of word: PixelBox, among labels: [PixelBox]) -> Int {
    let line = labels.filter { min($0.maxY, word.maxY) - max($0.y, word.y) > min($0.height, word.height) / 2 }
    let tallest = line.map(\.height).max() ?? word.height
    // Dashes and commas are no words.
    return line.filter { $0.height * 2 > tallest }.map(\.maxY).min() ?? word.maxY
  }
}
