import Forms

/// Notes fields that are not filled in capital letters. A few small letters, as in « McDONALD », are no fault.
struct SmallLetters: Rule {
  static let id: RuleID = "DOC-07"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    form.info(fields) { $0.count(where: \.isLowercase) > $0.count(where: \.isUppercase) }
  }
}
