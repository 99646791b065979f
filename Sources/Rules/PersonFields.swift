import Forms

/// Names the fields that hold a person's name.
struct PersonFields {
  let firstName: FieldID
  let lastName: FieldID

  init(_ parameters: inout Parameters) throws(RuleError) {
    firstName = try parameters.field("firstNameField")
    lastName = try parameters.field("lastNameField")
  }

  var all: [FieldID] { [firstName, lastName] }

  func name(on form: Hearing) -> PersonName {
    PersonName(first: form.text(firstName), last: form.text(lastName))
  }

  /// Whether both persons have the same first and last names, accents and capitals apart.
  func isSame(as other: PersonFields, on form: Hearing) -> Bool {
    let name = name(on: form)
    return name.isWhole && name == other.name(on: form)
  }
}
