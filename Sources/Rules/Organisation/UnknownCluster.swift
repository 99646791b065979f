import Forms

/// Sends a cluster's name that resembles none of the known ones to a clerk.
struct UnknownCluster: Rule {
  static let id: RuleID = "ORG-10"
  private let fields: [FieldID]
  /// The field that names a cluster when its representative's role is ticked, whatever its words.
  private let organisation: FieldID
  private let role: FieldID
  private let representative: String
  private let clusters: ClusterList

  init(_ parameters: inout Parameters) throws(RuleError) {
    fields = try parameters.fields("fields")
    organisation = try parameters.field("organisationField")
    role = try parameters.field("roleField")
    representative = try parameters.option("representative", of: role)
    clusters = try ClusterList(&parameters)
  }

  func judge(_ form: Hearing) -> [Verdict] {
    let isRepresentative = form.texts(role).contains(representative)
    return fields.filter { field in
      guard let name = form.text(field) else { return false }
      let shouldBeCluster = clusters.names(aCluster: name) || (field == organisation && isRepresentative)
      return shouldBeCluster && !clusters.knows(name)
    }.map { .clerk([$0]) }
  }
}
