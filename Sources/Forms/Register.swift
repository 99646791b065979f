/// An establishment of the register given with `--register`.
package struct Establishment: Hashable, Sendable, Codable {
  package enum Category: String, Sendable, Codable, CaseIterable {
    case institution, installation, cluster, gmf, servicePoint = "service-point", other
  }

  package var number: String
  package var name: String
  /// The number of the institution it belongs to, when it has one.
  package var parent: String?
  package var address: String
  package var postalCode: String
  package var region: String
  package var category: Category
  /// The first and last days the entry holds; nil when open.
  package var validFrom: CalendarDate?
  package var validTo: CalendarDate?

  package init(
    number: String, name: String, parent: String?, address: String, postalCode: String, region: String,
    category: Category, validFrom: CalendarDate?, validTo: CalendarDate?
  ) {
    (self.number, self.name, self.parent, self.address) = (number, name, parent, address)
    (self.postalCode, self.region, self.category) = (postalCode, region, category)
    (self.validFrom, self.validTo) = (validFrom, validTo)
  }

  package func isValid(on date: CalendarDate) -> Bool {
    (validFrom.map { $0 <= date } ?? true) && (validTo.map { date <= $0 } ?? true)
  }
}

/// The establishments the office knows, looked up by number. An entry `0018X` stands for itself and for `00180` to `00188`.
package struct Register: Hashable, Sendable {
  package let establishments: [Establishment]
  private let byNumber: [String: [Int]]

  package init(_ establishments: [Establishment]) {
    self.establishments = establishments
    var byNumber: [String: [Int]] = [:]
    for (index, establishment) in establishments.enumerated() {
      byNumber[establishment.number, default: []].append(index)
    }
    self.byNumber = byNumber
  }

  /// Every entry that the number names and that holds on the date.
  package func entries(number: String, on date: CalendarDate) -> [Establishment] {
    var keys = [number]
    if let last = number.last, ("0"..."8").contains(last), number.count == 5 { keys.append(number.dropLast() + "X") }
    return keys.flatMap { byNumber[$0] ?? [] }.map { establishments[$0] }.filter { $0.isValid(on: date) }
  }
}
