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
}
