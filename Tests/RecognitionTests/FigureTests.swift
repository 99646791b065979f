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
}
