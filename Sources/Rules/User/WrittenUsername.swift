import Forms

/// Reads the existing username, for which people also write « non » or « s. o. ».
struct WrittenUsername {
  let field: FieldID
  /// Words that say there is none.
  private let none: Set<String>

  init(_ parameters: inout Parameters) throws(RuleError) {
    field = try parameters.field("usernameField")
    none = Set(try parameters.texts("none").map { words($0).joined() })
  }

  /// The username as written; nil when there is none.
  func text(on form: Hearing) -> String? {
    form.text(field).flatMap { text in
      let said = words(text).joined()
      return said.isEmpty || none.contains(said) ? nil : text
    }
  }
}
