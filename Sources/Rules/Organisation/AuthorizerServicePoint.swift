import Forms

/// Notes a service point named in section 3, whose label has none.
struct AuthorizerServicePoint: Rule {
  static let id: RuleID = "ORG-11"
  private let fields: [FieldID]
  private let servicePoint: PhraseList

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try parameters.fields("fields")
    servicePoint = PhraseList(try parameters.texts("words"))
  }

  func judge(_ form: Hearing) -> [Verdict] { form.info(fields, where: servicePoint.occurs) }
}
