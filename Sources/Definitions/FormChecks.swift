import Forms
import Foundation

extension YAMLReader {
  /// Holds the parts of a form to each other: ids once, fields in known sections, labels that tell fields apart.
  mutating func check(_ form: FormFile, folder: String) {
    if let id = form.id, id.value != folder {
      report(
        id.place, "The form's id is `\(id.value)`, its folder's name is `\(folder)`.",
        "Make the two the same; reports and cases name the form by it.")
    }
    checkSections(form.sections)
    checkFields(form.fields, sections: form.sections)
    for section in form.sections {
      checkLabels(form.fields.filter { $0.definition.section == section.definition.id }, in: section)
    }
    checkPrinted(form)
  }

  private mutating func checkSections(_ sections: [FormFile.Section]) {
    for (index, section) in sections.enumerated() {
      let (id, number) = (section.definition.id, section.definition.number)
      if id.wholeMatch(of: /[a-z][a-z0-9]*/) == nil {
        report(section.place, "`\(id)` cannot be a section's id.", "Use small letters and digits only, such as `s2`.")
      }
      if sections[..<index].contains(where: { $0.definition.id == id }) {
        report(section.place, "Two sections have the id `\(id)`.", "Give each its own id.")
      }
      if !number.isEmpty, sections[..<index].contains(where: { $0.definition.number == number }) {
        report(section.place, "Two sections have the number \(number).", "Copy the number printed at each heading.")
      }
    }
  }

  private mutating func checkFields(_ fields: [FormFile.Field], sections: [FormFile.Section]) {
    let known = Set(sections.map(\.definition.id))
    for (index, field) in fields.enumerated() {
      let id = field.definition.id
      if id.rawValue.wholeMatch(of: /[a-z][a-z0-9]*(\.[a-zA-Z][a-zA-Z0-9]*)+/) == nil {
        report(
          field.place, "`\(id)` cannot be a field's id.",
          "Write its section, a dot and a name of unaccented letters and digits, such as `s2.email`.")
      } else if !known.contains(id.section) {
        report(
          field.place, "The field `\(id)` stands in section `\(id.section)`, which is not defined.",
          suggestion(for: id.section, among: sections.map(\.definition.id)))
      }
      if fields[..<index].contains(where: { $0.definition.id == id }) {
        report(field.place, "Two fields have the id `\(id)`.", "Give each its own id.")
      }
    }
  }

  /// Holds each label of a section to one field, save those the section names under `repeatedLabels`.
  private mutating func checkLabels(_ fields: [FormFile.Field], in section: FormFile.Section) {
    var owners: [String: Set<FieldID>] = [:]
    let allowed = Set(section.repeatedLabels.map { folded($0.value) })
    for field in fields {
      for label in field.labels {
        let others = owners[folded(label.value), default: []].subtracting([field.definition.id])
        if let other = others.min(), !allowed.contains(folded(label.value)) {
          report(
            label.place, "“\(label.value)” is a label of `\(field.definition.id)` and of `\(other)`.",
            "Make them differ, or add the label to `repeatedLabels` of section `\(section.definition.id)` if the form "
              + "prints it twice.")
        }
        owners[folded(label.value), default: []].insert(field.definition.id)
      }
    }
    for label in section.repeatedLabels where owners[folded(label.value), default: []].count < 2 {
      report(
        label.place, "“\(label.value)” is not shared by two fields of section `\(section.definition.id)`.",
        "Remove it from `repeatedLabels`, or correct its wording.")
    }
  }

  /// Keeps `printed` apart from headings and labels: a caption is never where an entry stands.
  private mutating func checkPrinted(_ form: FormFile) {
    let headings = form.sections.flatMap { section in section.headings.map { ($0.value, "a heading") } }
    let labels = form.fields.flatMap { field in field.labels.map { ($0.value, "a label of `\(field.definition.id)`") } }
    let uses = Dictionary((headings + labels).map { (folded($0.0), $0.1) }) { first, _ in first }
    for text in form.printed {
      guard let use = uses[folded(text.value)] else { continue }
      report(text.place, "“\(text.value)” is listed as `printed` but is \(use).", "Keep it in one of the two places.")
    }
  }

  /// What makes two labels the same on paper: capitals and accents do not tell them apart.
  private func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}
