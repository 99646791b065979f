import Forms

/// Sends a user whose function is none of those that may authorize payments to a clerk.
///
/// Not for a family medicine group, which keeps no register of signatories: SVC-04 says who may sign there.
struct FunctionMayNotSign: Rule {
  static let id: RuleID = "SVC-03"
  static let yieldsTo: Set<RuleID> = ["SVC-04", "SVC-05"]
  private let payment: FieldID
  private let function: FieldID
  private let titles: TitleList
  /// Words that make another function of a title, as in « secrétaire administrative ».
  private let otherFunctions: WordList

  init(_ parameters: inout Parameters) throws(RuleError) {
    payment = try parameters.field("paymentField")
    function = try parameters.field("functionField")
    titles = TitleList(try parameters.lexicon("titlesLexicon"))
    otherFunctions = WordList(try parameters.texts("otherFunctions"))
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard form.isTicked(payment), let written = form.text(function) else { return [] }
    if let rest = JobTitle(written).remainder(after: titles), !rest.contains(where: otherFunctions.contains) {
      return []
    }
    return [.clerk([function])]
  }
}
