import Forms

/// Names the scope's boxes and the fields of the numbers it may call for.
struct ScopeFields {
  let scope: FieldID
  /// The numbers of section 5.
  let numbers: FieldID

  init(_ parameters: inout Parameters) throws(RuleError) {
    scope = try parameters.field("scopeField")
    numbers = try parameters.field("numbersField")
  }
}
