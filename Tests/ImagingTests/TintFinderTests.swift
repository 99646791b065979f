import Imaging
import Testing

struct TintFinderTests {
  @Test func `a dark band is found by its rim, whatever is knocked out of it`() throws {
    var canvas = Canvas(2000, 800, paper: 240)
    canvas.fill(100, 200, 1600, 60, 110)
    for letter in 0..<14 { canvas.fill(140 + letter * 24, 215, 14, 30, 240) }
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.count == 1 && tints[0].tone < TintFinder.dark)
    #expect(abs(tints[0].box.x - 100) <= 8 && abs(tints[0].box.maxX - 1700) <= 8 && abs(tints[0].box.y - 200) <= 8)
  }

  @Test func `a shaded cell with print in it is a tint, a line of print is none`() throws {
    var canvas = Canvas(2000, 800, paper: 250)
    canvas.fill(100, 100, 400, 70, 220)
    for letter in 0..<10 {
      canvas.fill(130 + letter * 20, 125, 5, 24, 20)
      canvas.fill(130 + letter * 20, 425, 5, 24, 20)
    }
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.count == 1 && tints[0].tone > TintFinder.dark && tints[0].box.y < 120)
  }

  @Test func `a band printed in dots is found as an even one is`() throws {
    var canvas = Canvas(2000, 800, paper: 245)
    for y in stride(from: 200, to: 260, by: 3) { for x in stride(from: 100, to: 1700, by: 3) { canvas.fill(x, y, 2, 2, 30) } }
    for letter in 0..<14 { canvas.fill(140 + letter * 24, 215, 14, 30, 245) }
    let tints = try TintFinder().tints(of: canvas.bitmap())
    #expect(tints.count == 1 && tints[0].tone < TintFinder.dark && abs(tints[0].box.x - 100) <= 8 && abs(tints[0].box.maxX - 1700) <= 8)
  }
}
