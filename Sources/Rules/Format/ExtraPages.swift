import Forms

/// Notes pages that are not the form.
///
/// With a scope for which no list may be joined, the pages may be such a list, and a clerk looks: accepting more than
/// was asked would grant access nobody wanted.
struct ExtraPages: Rule {
  static let id: RuleID = "FMT-09"
  private let scope: FieldID
  private let withoutList: Set<String>

  init(_ parameters: inout Parameters) throws(RuleError) {
    scope = try parameters.field("scopeField")
    withoutList = try parameters.options("withoutList", of: scope)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    guard !form.observations.extraPages.isEmpty else { return [] }
    let mayBeList = form.texts(scope).contains(where: withoutList.contains)
    return [.finding(mayBeList ? .clerk : .info, [])]
  }
}
