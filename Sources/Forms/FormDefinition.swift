/// A paper form as data: what is printed on it, what its fields are, and the rules it is judged by.
///
/// Read from `Pipelines/forms/<form>/form.yaml` by `Definitions`; handed to the worker as JSON.
package struct FormDefinition: Hashable, Sendable, Codable {
  /// The folder's name, such as `acces-sel-etablissements`.
  package var id: String
  package var title: Wording
  /// Texts that prove a page belongs to this form: each list is one proof, any of its texts suffices.
  package var identity: [[String]]
  package var sections: [SectionDefinition]
  package var fields: [FieldDefinition]
  /// Printed texts that are neither headings nor labels: captions (« ANNÉE »), notes, addresses, directives.
  package var printed: [String]
  /// Numbers of forms that are refused here and go elsewhere.
  package var excludedForms: [String]
  package var rules: [RuleDefinition]
  /// Word lists by name, for rules and for reading.
  package var lexicons: [String: [String]]

  package init(
    id: String, title: Wording, identity: [[String]], sections: [SectionDefinition], fields: [FieldDefinition],
    printed: [String] = [], excludedForms: [String] = [], rules: [RuleDefinition] = [],
    lexicons: [String: [String]] = [:]
  ) {
    (self.id, self.title, self.identity, self.sections, self.fields) = (id, title, identity, sections, fields)
    (self.printed, self.excludedForms, self.rules, self.lexicons) = (printed, excludedForms, rules, lexicons)
  }

  package func field(_ id: FieldID) -> FieldDefinition? { fields.first { $0.id == id } }
}

/// A section of a form: the stretch of page under a heading.
package struct SectionDefinition: Hashable, Sendable, Codable {
  /// `s1`, `s2`…; `hdr` for what stands before the first heading.
  package var id: String
  package var title: Wording
  /// The printed heading, without its number; any of them.
  package var headings: [String]
  /// The printed number, such as `2`; empty when the heading bears none.
  package var number: String
  /// Which side of the form it stands on: `front` or `back`.
  package var side: Side

  package enum Side: String, Sendable, Codable { case front, back }

  package init(id: String, title: Wording, headings: [String], number: String, side: Side) {
    (self.id, self.title, self.headings, self.number, self.side) = (id, title, headings, number, side)
  }
}

/// A field of a form: where it stands by its printed label, and what it may hold.
package struct FieldDefinition: Hashable, Sendable, Codable {
  /// What a field may hold, which says how it is read, normalised and claimed.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case text, name, address, email, phone, phoneExtension, postalCode, date, username
    case establishmentNumber, establishmentNumbers
    /// One tick box.
    case tick
    /// Several tick boxes, one choice.
    case choice
    case signature
    /// Printed text that must stand unaltered.
    case preprinted
    /// Free text or anything else in a region.
    case zone
  }

  package var id: FieldID
  package var kind: Kind
  /// What people call it, with its section, for letters and lists.
  package var title: Wording
  /// The printed labels it stands by, any of them, longest first.
  package var labels: [String]
  /// The boxes of a choice; empty otherwise.
  package var options: [Option]
  /// Whether the form may lack the field altogether (a line that only some editions have).
  package var optionalOnForm: Bool
  /// Whether a correctly filled form may leave the field blank: a scan's clean blank place is then believed.
  package var mayBeBlank: Bool

  package var section: String { id.section }

  package struct Option: Hashable, Sendable, Codable {
    package var value: String
    package var labels: [String]
    package var title: Wording
    package init(value: String, labels: [String], title: Wording) {
      (self.value, self.labels, self.title) = (value, labels, title)
    }
  }

  package init(
    id: FieldID, kind: Kind, title: Wording, labels: [String], options: [Option] = [], optionalOnForm: Bool = false,
    mayBeBlank: Bool = false
  ) {
    (self.id, self.kind, self.title, self.labels) = (id, kind, title, labels)
    (self.options, self.optionalOnForm, self.mayBeBlank) = (options, optionalOnForm, mayBeBlank)
  }
}

/// A rule as the form's definition gives it: its parameters and its words.
package struct RuleDefinition: Hashable, Sendable, Codable {
  package var id: RuleID
  /// What the applicant is told.
  package var message: Wording
  /// What the clerk is asked where nobody has checked yet; nil for a rule that never asks.
  package var question: Wording?
  package var parameters: [String: ParameterValue]

  package init(
    id: RuleID, message: Wording, question: Wording? = nil, parameters: [String: ParameterValue] = [:]
  ) {
    (self.id, self.message, self.question, self.parameters) = (id, message, question, parameters)
  }
}

/// A parameter of a rule, as plain data.
package indirect enum ParameterValue: Hashable, Sendable {
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([ParameterValue])
  case map([String: ParameterValue])
}

extension ParameterValue: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([ParameterValue].self) {
      self = .list(list)
    } else {
      self = .map(try container.decode([String: ParameterValue].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .flag(let flag): try container.encode(flag)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .map(let map): try container.encode(map)
    }
  }
}
