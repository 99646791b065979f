import Forms
import Foundation

extension FieldDefinition {
  /// The value a clerk wrote, in the field's own form; nil written means a blank. Fails on what the field cannot hold.
  func value(written: String?) -> FieldValue? {
    guard let text = written?.split(whereSeparator: \.isWhitespace).joined(separator: " "), !text.isEmpty else {
      return blankValue
    }
    let parts = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    switch kind {
    case .tick, .preprinted:
      return switch text.lowercased() {
      case "oui", "yes", "true": .flag(true)
      case "non", "no", "false": .flag(false)
      default: nil
      }
    case .choice:
      guard !parts.isEmpty, parts.allSatisfy({ part in options.contains { $0.value == part } }) else { return nil }
      return parts.count == 1 ? .text(parts[0]) : .list(parts)
    case .establishmentNumbers: return parts.isEmpty ? nil : .list(parts)
    case .signature: return Self.signatures.contains(text) ? .text(text) : nil
    default: return .text(text.precomposedStringWithCanonicalMapping)
    }
  }

  private var blankValue: FieldValue {
    switch kind {
    case .tick, .preprinted: .flag(false)
    case .establishmentNumbers: .list([])
    case .signature: .text("none")
    default: .nothing
    }
  }

  private static let signatures = ["none", "ink", "stylus", "image", "certificate", "typed"]

  /// What the field can hold, for a clerk whose value it cannot.
  var expectation: Wording {
    let oneOf = { (values: [String]) in
      let list = values.joined(separator: ", ")
      return Wording(fr: "\(id) : écrivez une valeur parmi \(list).", en: "\(id): write one of \(list).")
    }
    return switch kind {
    case .tick, .preprinted: Wording(fr: "\(id) : écrivez oui ou non.", en: "\(id): write yes or no.")
    case .choice: oneOf(options.map(\.value))
    case .signature: oneOf(Self.signatures)
    default: Wording(fr: "\(id) : cette valeur ne convient pas.", en: "\(id): this value will not do.")
    }
  }
}
