/// Holds a person's name as the form gives it, and tells how strongly an address's words point to that person.
struct PersonName: Hashable {
  private let first: [String]
  private let last: [String]

  init(first: String?, last: String?) {
    (self.first, self.last) = (words(first ?? ""), words(last ?? ""))
  }

  /// Whether both a first and a last name are there.
  var isWhole: Bool { !first.isEmpty && !last.isEmpty }

  /// How an address names a person.
  enum Link: Int, Comparable {
    /// Not at all, or by the first name alone.
    case none
    /// By the last name, or a part of a compound one.
    case lastName
    /// By first name or initial, and last name or initial.
    case both

    static func < (a: Link, b: Link) -> Bool { a.rawValue < b.rawValue }
  }

  /// Compares with the words of an address, folded and without digits.
  func link(to parts: [String]) -> Link {
    let firstForms = Set(first.filter { $0.count > 1 } + [first.joined()]).subtracting([""])
    let firstInitials = initials(first)
    let lastForms = Set(
      last.filter { $0.count > 1 && !Self.particles.contains($0) }
        + [last.joined(), last.filter { !Self.particles.contains($0) }.joined()]
    ).filter { $0.count > 1 }
    let lastInitials = initials(last)

    // marie.tremblay, m.tremblay, marie.t
    let naming = parts.filter { firstForms.contains($0) || firstInitials.contains($0) }
    if parts.contains(where: lastForms.contains), !naming.isEmpty { return .both }
    if parts.contains(where: firstForms.contains), parts.contains(where: lastInitials.contains) { return .both }
    // mtremblay, tremblaym, marietremblay, mariet, mariejtremblay
    let glued = Set(
      firstForms.union(firstInitials).flatMap { f in lastForms.flatMap { l in [f + l, l + f] } }
        + firstForms.flatMap { f in lastInitials.map { f + $0 } })
    let wholes = Set(parts + [parts.joined()])
    if !wholes.isDisjoint(with: glued) { return .both }
    let long = lastForms.filter { $0.count >= 4 }
    if wholes.contains(where: { whole in
      long.contains { whole.contains($0) } && firstForms.contains { $0.count >= 3 && whole.contains($0) }
    }) {
      return .both
    }
    // tremblay, drtremblay, tremblayinf
    if parts.contains(where: lastForms.contains) { return .lastName }
    return wholes.contains(where: { whole in long.contains { whole.hasPrefix($0) || whole.hasSuffix($0) } })
      ? .lastName : .none
  }

  /// The initial of each word, and all together when there are several.
  private func initials(_ words: [String]) -> Set<String> {
    let each = words.map { String($0.prefix(1)) }
    return each.isEmpty ? [] : Set(each + [each.joined()])
  }

  /// Words of last names that many people share.
  private static let particles: Set<String> = [
    "d", "da", "de", "del", "den", "der", "des", "di", "dit", "du", "el", "l", "la", "le", "les", "o", "saint",
    "sainte", "san", "st", "ste", "van", "von",
  ]
}
