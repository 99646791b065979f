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
    let words = text.split(whereSeparator: \.isWhitespace)
    let parts = words.enumerated().map { place, word in
      ["et", "and"].contains(word.lowercased()) && place > 0 && place < words.count - 1 ? "," : word
    }
    return parts.joined(separator: " ").split { ",/&+;".contains($0) }.count { $0.count(where: \.isLetter) >= 2 }
  }

  private func joinsWithAnd(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    let isName = { (letters: Substring) in letters.count == 2 && letters.allSatisfy(\.isLetter) }
    return words.indices.dropFirst().dropLast().contains { place in
      ["et", "and", "&"].contains(words[place].lowercased()) && isName(words[place - 1].suffix(2))
        && isName(words[place + 1].prefix(2))
    }
  }
}
