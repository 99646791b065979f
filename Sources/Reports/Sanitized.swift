/// Makes text that strangers wrote safe to set in our pages.
enum Sanitized {
  /// The text on one line: control characters, marks that turn the writing direction and invalid positions become spaces.
  static func line(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(isUnwanted(scalar) ? " " : scalar) }
    return String(scalars)
  }

  /// The text as HTML character data, also safe within a quoted attribute.
  static func html(_ text: String) -> String {
    var result = ""
    for character in line(text).unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: true
    // Direction marks can make a name read as another; the joiner and non-joiner are letters' business.
    case .format: scalar.value != 0x200C && scalar.value != 0x200D && scalar.value != 0xAD
    default: false
    }
  }
}
