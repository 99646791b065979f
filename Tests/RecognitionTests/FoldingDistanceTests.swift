import Testing

@testable import Recognition

@Suite("Folding: how far two printed texts are apart")
struct FoldingDistanceTests {
  /// The whole table, as in R. A. Wagner and M. J. Fischer, « The string-to-string correction problem » (1974).
  private func whole(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        table[i][j] =
          i == 0 || j == 0
          ? i + j : min(table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), table[i - 1][j] + 1, table[i][j - 1] + 1)
      }
    }
    return table[a.count][b.count]
  }

  @Test("the band gives what the whole table gives, up to the limit")
  func band() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<4_000 {
      let a = (0..<random(9)).map { _ in UInt8(97 + random(3)) }
      let b = (0..<random(9)).map { _ in UInt8(97 + random(3)) }
      for limit in 0...4 { #expect(Folding.distance(a, b, limit: limit) == min(whole(a, b), limit + 1)) }
    }
  }

  @Test("a text holds a part of which a fifth is misread")
  func part() {
    #expect(Folding.holds("telephone", within: "numerodeteiephone"))
    #expect(!Folding.holds("telephone", within: "numerodetelecopieur"))
  }
}
