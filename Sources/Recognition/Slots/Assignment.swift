/// Pairs rows with columns at the least total cost (the Hungarian method, O(n³)).
enum Assignment {
  /// The column of each row, nil where leaving the row alone costs less than that; `cost` is read as `[row][column]`.
  static func solve(_ cost: [[Double]], alone: Double) -> [Int?] { solve(cost, alone: cost.map { _ in alone }) }

  /// The same where each row has its own cost of being left alone.
  static func solve(_ cost: [[Double]], alone: [Double]) -> [Int?] {
    let rows = cost.count
    let columns = cost.first?.count ?? 0
    guard rows > 0 else { return [] }
    // One private column a row stands for being left alone.
    let n = rows
    let m = columns + rows
    let infinity = Double.greatestFiniteMagnitude / 4
    var (u, v) = (Array(repeating: 0.0, count: n + 1), Array(repeating: 0.0, count: m + 1))
    var match = Array(repeating: 0, count: m + 1)
    for i in 1...n {
      var way = Array(repeating: 0, count: m + 1)
      match[0] = i
      var j0 = 0
      var least = Array(repeating: infinity, count: m + 1)
      var used = Array(repeating: false, count: m + 1)
      repeat {
        used[j0] = true
        let i0 = match[j0]
        var (delta, j1) = (infinity, 0)
        let row = cost[i0 - 1]
        for j in 1...m where !used[j] {
          let price = j <= columns ? min(row[j - 1], 1e9) : (j - columns == i0 ? alone[i0 - 1] : 1e9)
          let reduced = price - u[i0] - v[j]
          if reduced < least[j] { (least[j], way[j]) = (reduced, j0) }
          if least[j] < delta { (delta, j1) = (least[j], j) }
        }
        for j in 0...m {
          if used[j] {
            u[match[j]] += delta
            v[j] -= delta
          } else {
            least[j] -= delta
          }
        }
        j0 = j1
      } while match[j0] != 0
      repeat {
        let j1 = way[j0]
        match[j0] = match[j1]
        j0 = j1
      } while j0 != 0
    }
    var result: [Int?] = Array(repeating: nil, count: rows)
    for j in 1...m where match[j] > 0 && j - 1 < columns && cost[match[j] - 1][j - 1] < 1e8 {
      result[match[j] - 1] = j - 1
    }
    return result
  }
}
