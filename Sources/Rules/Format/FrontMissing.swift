import Forms

/// Refuses a form whose front is missing or cut.
///
/// Where a page of the file was not recognised, or the front was seen in an image but not whole, the absence is only
/// what recognition says: then a clerk looks.
struct FrontMissing: Rule {
  static let id: RuleID = "FMT-07"
  private let fields: [FieldID]

  init(_ parameters: inout Parameters) throws(RuleError) { fields = try parameters.fields("fields") }

  func judge(_ form: Hearing) -> [Verdict] {
    guard !form.observations.frontPresent else { return [] }
    let isImage = [.scan, .photo, .fax].contains(form.request.reading.medium)
    let isPartlySeen = fields.contains { !form.isUnknown($0) }
    let mayBeThere = !form.observations.extraPages.isEmpty || (isImage && isPartlySeen)
    return [.finding(mayBeThere ? .clerk : .reject, [])]
  }
}
