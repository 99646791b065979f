import Forms

extension Register {
  /// The establishments above one, nearest first, on a day.
  func parents(of establishment: Establishment, on date: CalendarDate) -> [Establishment] {
    var above: [Establishment] = []
    var seen: Set<String> = [establishment.number]
    var next = establishment.parent
    while let number = next, !number.isEmpty, seen.insert(number).inserted,
      let parent = entries(number: number, on: date).first
    {
      above.append(parent)
      next = parent.parent
    }
    return above
  }

  /// The number of the institution at the top of an establishment’s family; its own when it has no parent. A parent the
  /// register does not hold still counts by its number.
  func head(of establishment: Establishment, on date: CalendarDate) -> String {
    let top = parents(of: establishment, on: date).last ?? establishment
    guard let parent = top.parent, !parent.isEmpty, parent != establishment.number else { return top.number }
    return parent
  }
}
