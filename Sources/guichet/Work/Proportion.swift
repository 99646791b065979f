import Foundation

/// A share counted on a sample, and where the true share lies with 95 % confidence (Clopper and Pearson, 1934): exact,
/// whatever the counts, so that “none wrong out of 40” is not taken for “never wrong”.
struct Proportion: Hashable, Encodable {
  let count: Int
  let total: Int
  let low: Double
  let high: Double

  init(_ count: Int, of total: Int) {
    (self.count, self.total) = (count, total)
    let (k, n) = (Double(count), Double(total))
    low = count == 0 || total == 0 ? 0 : Self.betaQuantile(0.025, k, n - k + 1)
    high = count == total ? 1 : Self.betaQuantile(0.975, k + 1, n - k)
  }

  /// Nil of nothing.
  var share: Double? { total == 0 ? nil : Double(count) / Double(total) }

  private enum CodingKeys: String, CodingKey { case count, total, share, low, high }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encode(total, forKey: .total)
    try container.encode(share, forKey: .share)
    try container.encode(low, forKey: .low)
    try container.encode(high, forKey: .high)
  }

  /// Where the beta distribution has the probability `p` below; by halving, to the last useful digit.
  private static func betaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if betaShare(middle, a, b) < p { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The regularized incomplete beta function by Lentz's continued fraction (DLMF 8.17.22).
  private static func betaShare(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0, x < 1 else { return x <= 0 ? 0 : 1 }
    // The fraction converges fast on this side only; the function is symmetric.
    if x > (a + 1) / (a + b + 2) { return 1 - betaShare(1 - x, b, a) }
    let scale: Double = lgamma(a + b) - lgamma(a) - lgamma(b)
    let front: Double = exp(scale + a * log(x) + b * log(1 - x)) / a
    let safe = { (value: Double) in abs(value) < 1e-300 ? 1e-300 : value }
    var (c, d) = (1.0, 1 / safe(1 - (a + b) * x / (a + 1)))
    var fraction = d
    for step in 1...10_000 {
      let m = Double(step)
      let (odd, even, next): (Double, Double, Double) = (a + 2 * m - 1, a + 2 * m, a + 2 * m + 1)
      let first: Double = m * (b - m) * x / (odd * even)
      let second: Double = -(a + m) * (a + b + m) * x / (even * next)
      for term in [first, second] {
        d = 1 / safe(1 + term * d)
        c = safe(1 + term / c)
        fraction *= c * d
      }
      if abs(c * d - 1) < 1e-14 { break }
    }
    return front * fraction
  }
}
