import Imaging
import Testing

@testable import Recognition

struct FigureTests {
  /// Figures 20 pixels tall and 12 wide, each so far from the one before.
  private func figures(_ gaps: [Int]) -> [PixelBox] {
    gaps.reduce(into: [PixelBox(x: 0, y: 0, width: 12, height: 20)]) { $0.append(PixelBox(x: $0.last!.maxX + $1, y: 0, width: 12, height: 20)) }
  }

  @Test func `figures of a date that stand apart are its parts`() {
    #expect(ScannedPage.parted("2026829", figures([4, 4, 4, 40, 40, 4])) == "2026-8-29")
    #expect(ScannedPage.parted("202689", figures([4, 4, 4, 40, 40])) == "2026-8-9")
  }

  @Test func `evenly spaced figures are not parted, nor more than are read`() {
    #expect(ScannedPage.parted("2026829", figures([30, 30, 30, 30, 30, 30])) == "2026829")
    #expect(ScannedPage.parted("2026829", figures([4, 4, 4, 40, 40])) == "2026829")
    #expect(ScannedPage.parted("20260829", figures([4, 4, 4, 40, 4, 40, 4])) == "20260829")
  }

  @Test func `the walls and teeth of a comb are no figures, a 1 that is a mere stroke is one`() {
    let scale = 300.0 / 72
    let figures = (0..<5).map { PixelBox(x: 20 + $0 * 50, y: 100, width: 18, height: 30) }
    let walls = (0..<6).map { PixelBox(x: $0 * 50, y: 112, width: 3, height: 30) }
    let teeth = (0..<6).map { PixelBox(x: $0 * 50, y: 130, width: 3, height: 12) }
    #expect(ScannedPage.figures(among: figures + walls, scale: scale) == figures)
    #expect(ScannedPage.figures(among: figures + teeth, scale: scale) == figures)
    #expect(ScannedPage.figures(among: walls, scale: scale).isEmpty)
    let stroke = PixelBox(x: 275, y: 100, width: 5, height: 30)
    #expect(ScannedPage.figures(among: figures + [stroke], scale: scale) == figures + [stroke])
  }
  @Test func `the walls at a comb's ends are no figures, a 1 at its own place is one`() {
    let scale = 300.0 / 72
    let figures = (0..<10).map { PixelBox(x: 30 + $0 * 56, y: 100, width: 20, height: 31) }
    let walls = [PixelBox(x: 12, y: 96, width: 3, height: 38), PixelBox(x: 575, y: 96, width: 3, height: 38)]
    #expect(ScannedPage.figures(among: figures + walls, scale: scale) == figures)
    let ones = [PixelBox(x: 38, y: 100, width: 4, height: 31)] + figures.dropFirst().dropLast() + [PixelBox(x: 542, y: 100, width: 4, height: 31)]
    #expect(ScannedPage.figures(among: ones + walls, scale: scale) == ones)
  }

  @Test func `letters one to a tooth show the teeth, between which the walls stand`() throws {
    // An empty tooth after the second letter.
    let letters = [0, 40, 120, 160].map { PixelBox(x: $0, y: 20, width: 18, height: 24) }
    #expect(ScannedPage.isCombed(letters))
    let teeth = try #require(Teeth(of: letters))
    #expect(letters.map(teeth.tooth) == [0, 1, 3, 4])
    // A hyphen and an accent in their teeth, a wall, a stroke far under the letters.
    #expect(teeth.tooth(of: PixelBox(x: 84, y: 30, width: 10, height: 4)) == 2)
    #expect(teeth.tooth(of: PixelBox(x: 46, y: 12, width: 6, height: 5)) == 1)
    #expect(teeth.tooth(of: PixelBox(x: 28, y: 36, width: 2, height: 18)) == nil)
    #expect(teeth.tooth(of: PixelBox(x: 84, y: 70, width: 10, height: 4)) == nil)
    // Two letters that hang together.
    #expect(teeth.tooth(of: PixelBox(x: 80, y: 20, width: 58, height: 24)) == nil)
  }

  @Test func `letters of a word show no teeth`() {
    let word = [0, 22, 41, 66].map { PixelBox(x: $0, y: 20, width: 16, height: 24) }
    #expect(!ScannedPage.isCombed(word))
    #expect(Teeth(of: []) == nil && Teeth(of: Array(word.prefix(2))) == nil)
    // The same place twice has no step.
    #expect(Teeth(of: [word[0], word[0], word[0]]) == nil)
  }
}
