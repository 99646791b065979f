import Testing

@testable import Imaging
@testable import Recognition

struct WordBuilderTests {
  /// Characters of one face, 5 points each, from an x on.
  private func characters(_ text: String, x: Double, font: String = "Print") -> [PageCharacter] {
    text.unicodeScalars.enumerated().map { rank, letter in
      let x0 = x + Double(rank) * 5
      return PageCharacter(scalar: letter, box: PageBox(x0, 100, x0 + 5, 110), font: font, size: 10)
    }
  }

  @Test func `letters whose bytes a character map swapped are put right`() {
    #expect(WordBuilder.words(characters("Applica琀椀ons", x: 40)).words.map(\.text) == ["Applications"])
    #expect(WordBuilder.words(characters("漢", x: 40)).words.map(\.text) == ["漢"])
  }

  @Test func `an underscore left of a row that was typed over is the line under the entry`() {
    let (words, leaders) = WordBuilder.words(characters("2026-05-22", x: 40, font: "Fill") + characters("_", x: 90))
    #expect(words.map(\.text) == ["2026-05-22"])
    #expect(leaders.map(\.start) == [40] && leaders.map(\.end) == [95])
  }

  @Test func `a hyphen that a character map calls a soft one is a hyphen, alone in its box too`() {
    #expect(WordBuilder.words(characters("\u{AD}", x: 40)).words.map(\.text) == ["-"])
    #expect(WordBuilder.words(characters("\u{200B}", x: 40)).words.isEmpty)
  }

  @Test func `a blank that takes no room parts no word, and dots set apart are a row that leads on`() {
    var name = characters("K", x: 40) + characters("ARINE", x: 45.4)
    name.insert(PageCharacter(scalar: " ", box: PageBox(45, 100, 45.4, 110), font: "Print", size: 10), at: 1)
    #expect(WordBuilder.words(name).words.map(\.text) == ["KARINE"])
    let (words, leaders) = WordBuilder.words(characters("Nom . . . . . . . OTIS", x: 40))
    #expect(words.map(\.text) == ["Nom", "OTIS"] && leaders.count == 1 && leaders[0].isLeader)
  }
}
