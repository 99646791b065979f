import Forms

/// Hands a rule its parameters one by one and, at the end, tells whether any was left over.
struct Parameters {
  private let rule: RuleID
  private let definition: FormDefinition
  private let values: [String: ParameterValue]
  /// Where a nested block stands, such as `addresses[1].`; empty at the top.
  private let path: String
  private var asked: Set<String> = []

  init(of written: RuleDefinition, in definition: FormDefinition) {
    self.init(rule: written.id, definition: definition, values: written.parameters, path: "")
    asked = ["when"]
  }

  private init(rule: RuleID, definition: FormDefinition, values: [String: ParameterValue], path: String) {
    (self.rule, self.definition, self.values, self.path) = (rule, definition, values, path)
  }

  private mutating func value(_ name: String) throws(RuleError) -> ParameterValue {
    asked.insert(name)
    guard let value = values[name] else { throw .missingParameter(rule, path + name) }
    return value
  }

  private func wrong(_ name: String, _ expected: String) -> RuleError {
    .wrongParameter(rule, path + name, expected: expected)
  }

  mutating func text(_ name: String) throws(RuleError) -> String {
    guard case .text(let text) = try value(name) else { throw wrong(name, "a text") }
    return text
  }

  mutating func texts(_ name: String) throws(RuleError) -> [String] {
    guard case .list(let list) = try value(name) else { throw wrong(name, "a list of texts") }
    var texts: [String] = []
    for item in list {
      guard case .text(let text) = item else { throw wrong(name, "a list of texts (quote numbers)") }
      texts.append(text)
    }
    return texts
  }

  mutating func field(_ name: String) throws(RuleError) -> FieldID {
    try known(FieldID(try text(name)))
  }

  mutating func fields(_ name: String) throws(RuleError) -> [FieldID] {
    var fields: [FieldID] = []
    for text in try texts(name) { fields.append(try known(FieldID(text))) }
    return fields
  }

  private func known(_ field: FieldID) throws(RuleError) -> FieldID {
    guard definition.field(field) != nil else { throw .unknownField(rule, field) }
    return field
  }

  /// Reads the value of one box of a choice.
  mutating func option(_ name: String, of field: FieldID) throws(RuleError) -> String {
    try known(try text(name), of: field)
  }

  /// Reads the values of some boxes of a choice.
  mutating func options(_ name: String, of field: FieldID) throws(RuleError) -> Set<String> {
    var options: Set<String> = []
    for text in try texts(name) { options.insert(try known(text, of: field)) }
    return options
  }

  private func known(_ option: String, of field: FieldID) throws(RuleError) -> String {
    guard definition.field(field)?.options.contains(where: { $0.value == option }) == true else {
      throw .unknownOption(rule, field, option)
    }
    return option
  }

  /// Reads a whole number above zero.
  mutating func count(_ name: String) throws(RuleError) -> Int {
    guard case .number(let number) = try value(name), let count = Int(exactly: number), count > 0 else {
      throw wrong(name, "a whole number above zero")
    }
    return count
  }

  mutating func confidence(_ name: String) throws(RuleError) -> Confidence {
    guard case .number(let number) = try value(name), (0...1).contains(number) else {
      throw wrong(name, "a number from 0 to 1")
    }
    return Confidence(number)
  }

  mutating func date(_ name: String) throws(RuleError) -> CalendarDate {
    guard let date = CalendarDate(try text(name)) else { throw wrong(name, "a date written YYYY-MM-DD") }
    return date
  }

  /// Reads categories of the register.
  mutating func categories(_ name: String) throws(RuleError) -> Set<Establishment.Category> {
    var categories: Set<Establishment.Category> = []
    for text in try texts(name) {
      guard let category = Establishment.Category(rawValue: text) else {
        throw wrong(name, "a list of the register’s categories")
      }
      categories.insert(category)
    }
    return categories
  }

  /// Reads the words of the list that the parameter names.
  mutating func lexicon(_ name: String) throws(RuleError) -> [String] {
    let lexicon = try text(name)
    guard let words = definition.lexicons[lexicon] else { throw .unknownLexicon(rule, lexicon) }
    return words
  }

  /// Reads a block of parameters of its own.
  mutating func block<Value>(
    _ name: String, _ read: (inout Parameters) throws(RuleError) -> Value
  ) throws(RuleError) -> Value {
    guard case .map(let map) = try value(name) else { throw wrong(name, "a block of parameters") }
    return try nested(map, "\(name).", read)
  }

  /// Reads a list of blocks of parameters.
  mutating func blocks<Value>(
    _ name: String, _ read: (inout Parameters) throws(RuleError) -> Value
  ) throws(RuleError) -> [Value] {
    guard case .list(let list) = try value(name) else { throw wrong(name, "a list of blocks") }
    var blocks: [Value] = []
    for (index, item) in list.enumerated() {
      guard case .map(let map) = item else { throw wrong("\(name)[\(index)]", "a block of parameters") }
      blocks.append(try nested(map, "\(name)[\(index)].", read))
    }
    return blocks
  }

  private func nested<Value>(
    _ map: [String: ParameterValue], _ place: String, _ read: (inout Parameters) throws(RuleError) -> Value
  ) throws(RuleError) -> Value {
    var parameters = Parameters(rule: rule, definition: definition, values: map, path: path + place)
    let value = try read(&parameters)
    try parameters.close()
    return value
  }

  /// The numbers of forms that are refused here, as the form's definition lists them.
  var excludedForms: [String] { definition.excludedForms }

  /// Fails when a parameter is written that the rule did not ask for.
  func close() throws(RuleError) {
    if let extra = values.keys.filter({ !asked.contains($0) }).min() {
      throw .unknownParameter(rule, path + extra)
    }
  }
}
