import Forms

/// Notes an area code from elsewhere, an extension that is no number and a fax number that cannot exist.
struct PhoneUnlikely: Rule {
  static let id: RuleID = "USR-09"
  private let phones: [FieldID]
  private let faxes: [FieldID]
  private let extensions: [FieldID]
  private let areaCodes: Set<String>

  init(_ parameters: inout Parameters) throws(RuleError) {
    phones = try parameters.fields("phoneFields")
    faxes = try parameters.fields("faxFields")
    extensions = try parameters.fields("extensionFields")
    areaCodes = Set(try parameters.texts("areaCodes"))
  }

  func judge(_ form: Hearing) -> [Verdict] {
    let isFromElsewhere = { (written: String) in
      PhoneNumber(written).map { !areaCodes.contains($0.areaCode) } ?? false
    }
    return form.info(phones + faxes, where: isFromElsewhere) + form.info(faxes) { PhoneNumber($0) == nil }
      + form.info(extensions) { !isDigits($0, 1...6) }
  }
}
