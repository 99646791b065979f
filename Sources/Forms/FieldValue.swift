/// What a field was found to hold, in the value forms of the contract: nothing, a tick, a text or a list of texts.
package enum FieldValue: Hashable, Sendable {
  case nothing
  case flag(Bool)
  case text(String)
  case list([String])

  /// The text, when the value is one.
  package var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The tick, when the value is one.
  package var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

  /// The texts held: none, one or several; ticks hold none.
  package var texts: [String] {
    switch self {
    case .nothing, .flag: []
    case .text(let text): [text]
    case .list(let list): list
    }
  }

  /// Whether nothing was entered: no text, an empty list, a box left unticked, no signature.
  package var isBlank: Bool {
    switch self {
    case .nothing, .flag(false), .text("none"): true
    case .list(let list): list.isEmpty
    case .flag, .text: false
    }
  }
}

extension FieldValue: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // Most are texts, and an attempt that fails takes ten times as long.
    if container.decodeNil() {
      self = .nothing
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else {
      self = .list(try container.decode([String].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .nothing: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    }
  }
}
