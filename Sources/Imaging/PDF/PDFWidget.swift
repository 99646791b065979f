/// A field of a fillable PDF as it stands on a page.
package struct PDFWidget {
  package enum Kind: Sendable { case text, choice, checkBox, radioButton, pushButton, signature }

  package let box: PageBox
  package let kind: Kind
  /// The text entered, as shown to a person (a choice gives its display text); nil for none.
  package let value: String?
  /// Whether a tick box or radio button is on.
  package let isOn: Bool
  /// Whether what a viewer shows is known to differ from the value stored.
  package let differsFromAppearance: Bool
  /// Whether the appearance could not be read, so that value and picture were not compared.
  package let isUncompared: Bool
  package let isShown: Bool
  /// For a signature field: whether it holds a signature.
  package let isSigned: Bool
  /// The number of the field's object: widgets that share it show one value.
  package let field: Int
  /// What the appearance paints; nil when there is none.
  package let graphics: PageGraphics?
}

extension PDFWidget {
  /// Reads a widget annotation with what it inherits from its field; nil when it belongs to no field.
  package init?(_ annotation: PDFAnnotation, space: PageSpace, needsAppearances: Bool) {
    let object = annotation.object
    let chain = Self.ancestry(object)
    func inherited(_ key: String) -> PDFObject? {
      chain.lazy.map { $0[key] }.first { !$0.isNull }
    }
    guard let type = inherited("FT")?.name else { return nil }
    let flags = inherited("Ff")?.int ?? 0
    let stored = inherited("V")
    box = annotation.box
    isShown = annotation.isShown && box.width > 0.5 && box.height > 0.5
    field = (chain.first { !$0["T"].isNull } ?? object).number
    let painted = type == "Btn" ? nil : annotation.graphics(space: space)
    graphics = painted
    isSigned = type == "Sig" && stored.map { $0.kind == .dictionary } ?? false
    switch type {
    case "Btn":
      kind = flags & (1 << 16) != 0 ? .pushButton : flags & (1 << 15) != 0 ? .radioButton : .checkBox
      value = nil
      let (on, differs) = Self.buttonState(annotation, stored: stored, options: inherited("Opt"))
      (isOn, differsFromAppearance, isUncompared) = (on, differs, false)
    case "Tx", "Ch":
      kind = type == "Tx" ? .text : .choice
      let text = Self.text(stored, options: type == "Ch" ? inherited("Opt") : nil)
      value = text
      isOn = false
      (differsFromAppearance, isUncompared) = Self.compare(
        text ?? "", with: painted, hasAppearance: annotation.appearance != nil, needsAppearances: needsAppearances,
        isPassword: flags & (1 << 13) != 0)
    case "Sig":
      kind = .signature
      (value, isOn, differsFromAppearance, isUncompared) = (nil, false, false, false)
    default: return nil
    }
  }

  /// The widget's object and its parents, nearest first; cyclic files stop at 32.
  private static func ancestry(_ object: PDFObject) -> [PDFObject] {
    var chain = [object]
    while chain.count < 32 {
      let parent = chain.last!["Parent"]
      if parent.kind != .dictionary { break }
      chain.append(parent)
    }
    return chain
  }

  /// The state of a button by its appearance state and by its field's value, and whether the two disagree.
  private static func buttonState(
    _ annotation: PDFAnnotation, stored: PDFObject?, options: PDFObject?
  ) -> (on: Bool, differs: Bool) {
    let state = annotation.object["AS"].name
    let shown = state.map { $0 != "Off" }
    let names = annotation.onStates
    let valueName = stored?.name ?? stored?.text
    let byValue: Bool? =
      if let valueName {
        if valueName == "Off" || valueName.isEmpty {
          false
        } else if names.isEmpty {
          state.map { $0 == valueName } ?? true
        } else if names.contains(valueName) {
          true
        } else if let options {
          // The export value stands in Opt, at the index the on-state is named by.
          names.contains { Int($0).map { options.items()[safe: $0]?.text == valueName } ?? false }
        } else {
          false
        }
      } else {
        nil
      }
    switch (shown, byValue) {
    case (let shown?, let byValue?): return (byValue, shown != byValue)
    case (let shown?, nil): return (shown, shown)
    case (nil, let byValue?): return (byValue, !names.isEmpty && byValue)
    case (nil, nil): return (false, false)
    }
  }

  private static func text(_ stored: PDFObject?, options: PDFObject?) -> String? {
    guard let stored else { return nil }
    var text: String? =
      switch stored.kind {
      case .string: stored.text
      case .name: stored.name
      case .stream: stored.decoded().map { String(decoding: $0, as: UTF8.self) }
      case .array: stored.items(limit: 100).compactMap(\.text).joined(separator: " ")
      default: nil
      }
    // A choice stores its export value; a person sees the display text beside it.
    if let options, let export = text {
      for option in options.items(limit: 5_000) where option.count == 2 {
        let pair = option.items(limit: 2)
        if pair[0].text == export { text = pair[1].text ?? export }
      }
    }
    // A carriage return ends a line there (ISO 32000-1, 12.7.4.3), alone or with a line feed.
    if let whole = text, whole.utf8.contains(UInt8(ascii: "\r")) { text = whole.split(whereSeparator: { $0 == "\r" || $0 == "\r\n" }).joined(separator: "\n") }
    return text
  }

  /// Compares a text value with the text its appearance paints, white space apart.
  private static func compare(
    _ value: String, with painted: PageGraphics?, hasAppearance: Bool, needsAppearances: Bool, isPassword: Bool
  ) -> (differs: Bool, uncompared: Bool) {
    let plain = { (s: String) in s.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{0}" } }
    let expected = String(String.UnicodeScalarView(plain(value)))
    guard hasAppearance, let painted else {
      // Without an appearance viewers draw the value when told to, and show nothing otherwise; many draw it all the same.
      return (false, !expected.isEmpty && !needsAppearances)
    }
    if isPassword { return (false, true) }
    let visible = painted.runs.filter { !$0.isInvisible }
    if visible.contains(where: { $0.text == nil }) { return (false, true) }
    let shown = String(String.UnicodeScalarView(plain(visible.compactMap(\.text).joined())))
    if Self.folded(shown) == Self.folded(expected) { return (false, false) }
    if shown.isEmpty {
      // An empty appearance is redrawn by viewers that are told the appearances are stale.
      return (!needsAppearances, false)
    }
    return (true, false)
  }

  /// Spellings that a viewer draws alike: ligatures apart, quotes and hyphens of either kind.
  private static func folded(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2019}", "\u{2018}": out += "'"
      case "\u{2010}", "\u{2011}", "\u{00AD}", "\u{2212}": out += "-"
      case "\u{FB01}": out += "fi"
      case "\u{FB02}": out += "fl"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
