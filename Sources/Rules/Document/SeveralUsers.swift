import Forms

/// Refuses a form that names several users.
///
/// « ET » between names, or several first names set apart, can only be several people. A comma or a stroke in the last
/// name alone may be a compound name or a title: that is for a clerk.
struct SeveralUsers: Rule {
  static let id: RuleID = "DOC-06"
  private let firstName: FieldID
  private let lastName: FieldID

  init(_ parameters: inout Parameters) throws(RuleError) {
    firstName = try parameters.field("firstNameField")
    lastName = try parameters.field("lastNameField")
  }

  func judge(_ form: Hearing) -> [Verdict] {
    let (first, last) = (form.text(firstName) ?? "", form.text(lastName) ?? "")
    if names(in: first) > 1 || joinsWithAnd(last) {
      return [.finding(form.refusal(restingOn: [firstName, lastName]), [firstName, lastName])]
    }
    return names(in: last) > 1 ? [.clerk([lastName])] : []
  }

  /// How many names stand apart, each of at least two letters.
  private func names(in text: String) -> Int {
    text.replacing(/(?i)\s(et|and)\s/, with: ",").split { ",/&+;".contains($0) }
      .count { $0.count(where: \.isLetter) >= 2 }
  }

  private func joinsWithAnd(_ text: String) -> Bool {
    text.contains(/(?i)\p{L}{2,}\s+(et|and|&)\s+\p{L}{2,}/)
  }
}
