import Forms
import Yams

/// Holds what `form.yaml` says, with the places later checks need to point at.
///
/// Where a part could not be read, a stand-in takes its place so that the other parts can still be checked: a file with
/// problems never becomes a definition.
struct FormFile {
  var id: Located<String>?
  var title: Wording
  var identity: [[String]]
  var sections: [Section]
  var fields: [Field]
  var printed: [Located<String>]
  var excludedForms: [String]
  /// Names of the word lists that reading needs; those of rules are named in `rules.yaml`.
  var lexicons: [Located<String>]

  struct Section {
    var definition: SectionDefinition
    var place: DefinitionProblem.Place?
    var headings: [Located<String>]
    /// Labels that two fields of the section share on purpose.
    var repeatedLabels: [Located<String>]
  }

  struct Field {
    var definition: FieldDefinition
    var place: DefinitionProblem.Place?
    /// The field's own labels and those of its options.
    var labels: [Located<String>]
  }
}

extension FormFile {
  /// The form as a whole, with the rules and word lists of the other files.
  func definition(rules: [RuleDefinition], lexicons: [String: [String]]) -> FormDefinition {
    FormDefinition(
      id: id?.value ?? "", title: title, identity: identity, sections: sections.map(\.definition),
      fields: fields.map(\.definition), printed: printed.map(\.value), excludedForms: excludedForms, rules: rules,
      lexicons: lexicons)
  }
}

extension YAMLReader {
  /// Reads `form.yaml`; nil when it is no block of keys at all.
  mutating func formFile(_ node: Node) -> FormFile? {
    guard
      let table = table(
        node, "the form", required: ["id", "title", "identity", "sections", "fields"],
        optional: ["printed", "excludedForms", "lexicons"])
    else { return nil }
    let id = text("id", in: table)
    let title = wording("title", in: table)
    let proofs = items("identity", in: table)
    let identity = proofs.map { texts($0, "A proof of `identity`").map(\.value) }
    if let node = table["identity"], proofs.isEmpty {
      report(node.place, "`identity` is empty: no page could be known as this form's.", "List at least one proof.")
    }
    let sections = items("sections", in: table).compactMap { section($0) }
    let fields = items("fields", in: table).compactMap { field($0) }
    let printed = texts("printed", in: table, mayBeEmpty: true)
    let excluded = texts("excludedForms", in: table, mayBeEmpty: true).map(\.value)
    let lexicons = texts("lexicons", in: table, mayBeEmpty: true)
    return FormFile(
      id: id.map { Located(value: $0, place: table["id"]?.place) }, title: title ?? .unread, identity: identity,
      sections: sections, fields: fields, printed: printed, excludedForms: excluded, lexicons: lexicons)
  }

  private mutating func section(_ node: Node) -> FormFile.Section? {
    guard
      let table = table(
        node, "a section", required: ["id", "title", "headings", "side"], optional: ["number", "repeatedLabels"])
    else { return nil }
    let id = text("id", in: table)
    let title = wording("title", in: table)
    let headings = texts("headings", in: table, mayBeEmpty: id == SectionDefinition.header)
    let number = text("number", in: table) ?? ""
    let side = word("side", in: table, of: [SectionDefinition.Side.front, .back])
    let repeated = texts("repeatedLabels", in: table)
    guard let id else { return nil }
    return FormFile.Section(
      definition: SectionDefinition(
        id: id, title: title ?? .unread, headings: longestFirst(headings), number: number, side: side ?? .front),
      place: table["id"]?.place, headings: headings, repeatedLabels: repeated)
  }

  private mutating func field(_ node: Node) -> FormFile.Field? {
    guard
      let table = table(
        node, "a field", required: ["id", "kind", "title", "labels"], optional: ["options", "optionalOnForm", "mayBeBlank"])
    else { return nil }
    let id = text("id", in: table)
    let kind = word("kind", in: table, of: FieldDefinition.Kind.allCases)
    let title = wording("title", in: table)
    let labels = texts("labels", in: table)
    let options = items("options", in: table).compactMap { option($0) }
    let optional = flag("optionalOnForm", in: table)
    let mayBeBlank = flag("mayBeBlank", in: table)
    if let kind { check(options, of: kind, in: table) }
    guard let id else { return nil }
    return FormFile.Field(
      definition: FieldDefinition(
        id: FieldID(id), kind: kind ?? .zone, title: title ?? .unread, labels: longestFirst(labels),
        options: options.map(\.definition), optionalOnForm: optional, mayBeBlank: mayBeBlank),
      place: table["id"]?.place, labels: labels + options.flatMap(\.labels))
  }

  private struct WrittenOption {
    var definition: FieldDefinition.Option
    var place: DefinitionProblem.Place?
    var labels: [Located<String>]
  }

  private mutating func option(_ node: Node) -> WrittenOption? {
    guard let table = table(node, "an option", required: ["value", "title", "labels"]) else { return nil }
    let value = text("value", in: table)
    let title = wording("title", in: table)
    let labels = texts("labels", in: table)
    guard let value else { return nil }
    return WrittenOption(
      definition: FieldDefinition.Option(value: value, labels: longestFirst(labels), title: title ?? .unread),
      place: table["value"]?.place, labels: labels)
  }

  /// Holds a field to having options when it is a choice, at least two and each its own, and none otherwise.
  private mutating func check(_ options: [WrittenOption], of kind: FieldDefinition.Kind, in table: YAMLTable) {
    if let node = table["options"], kind != .choice {
      report(
        node.place, "A field of kind `\(kind.rawValue)` has `options`; only a choice has.",
        "Remove the options, or make its kind `choice`.")
      return
    }
    if kind == .choice, case let written = table["options"].flatMap(\.sequence)?.count ?? 0, written < 2 {
      report(
        table["options"]?.place ?? table["kind"]?.place, "A choice needs at least two options.",
        "List each box under `options`, with its value, title and labels.")
    }
    for (index, option) in options.enumerated()
    where options[..<index].contains(where: { $0.definition.value == option.definition.value }) {
      report(option.place, "Two options have the value `\(option.definition.value)`.", "Give each its own value.")
    }
  }

  /// The order readers try wordings in, so that « Nom » never hides « Nom de l’établissement ».
  private func longestFirst(_ texts: [Located<String>]) -> [String] {
    texts.map(\.value).enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }
}

extension Wording {
  /// Stands in for a wording that could not be read.
  static let unread = Wording(fr: "", en: "")
}

extension SectionDefinition {
  /// The id of what stands before the first heading, the one section without headings.
  static let header = "hdr"
}
