import Forms

/// Sends a title other than those of the boxes to a clerk: another one, or one of them « par intérim » or as a deputy.
struct OtherTitle: Rule {
  static let id: RuleID = "AUT-06"
  private let title: FieldID
  private let titles: TitleList
  /// Words that make a deputy or a substitute of a title.
  private let acting: WordList

  init(_ parameters: inout Parameters) throws(RuleError) {
    title = try parameters.field("titleField")
    titles = TitleList(try parameters.lexicon("titlesLexicon"))
    acting = WordList(try parameters.lexicon("actingLexicon"))
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard let written = form.text(title) else { return [] }
    if let rest = JobTitle(written).remainder(after: titles), !rest.contains(where: acting.contains) { return [] }
    return [.clerk([title])]
  }
}
