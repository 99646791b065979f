import Forms

/// Puts a request before the rules, and answers their questions on what is there, missing or doubtful.
struct Hearing {
  let request: Request
  /// The side each section stands on, by the section's id.
  private let sides: [String: SectionDefinition.Side]

  init(_ request: Request, of definition: FormDefinition) {
    self.request = request
    sides = Dictionary(definition.sections.map { ($0.id, $0.side) }) { first, _ in first }
  }

  var observations: Observations { request.reading.observations }
  var arrival: Arrival { request.arrival }
  var register: Register? { request.register }

  func value(_ field: FieldID) -> FieldValue { request.reading[field].value }

  /// The text written there; nil when there is none, or only spaces.
  func text(_ field: FieldID) -> String? { texts(field).first }

  /// Every text written there, or every box ticked of a choice.
  func texts(_ field: FieldID) -> [String] {
    let value = value(field)
    return value.isBlank ? [] : value.texts.map(trimmed).filter { !$0.isEmpty }
  }

  /// The box ticked of a choice, when exactly one is.
  func onlyChoice(_ field: FieldID) -> String? {
    let ticked = texts(field)
    return ticked.count == 1 ? ticked[0] : nil
  }

  func isTicked(_ field: FieldID) -> Bool { value(field) == .flag(true) }

  func isBlank(_ field: FieldID) -> Bool {
    let value = value(field)
    return value.isBlank || (!value.texts.isEmpty && texts(field).isEmpty)
  }

  /// Whether a value that should be there is not. A field of a page that is absent is not missing: the page is.
  func isMissing(_ field: FieldID) -> Bool { isBlank(field) && !isOnAbsentPage(field) }

  /// Whether the field was not seen and the page it stands on was not found whole.
  func isOnAbsentPage(_ field: FieldID) -> Bool {
    guard request.reading[field].evidence.isEmpty, let side = sides[field.section] else { return false }
    return side == .front ? !observations.frontPresent : !observations.backPresent
  }

  /// Whether nothing at all is known of the field: its place on the page was not found.
  func isUnknown(_ field: FieldID) -> Bool { request.reading[field].evidence.isEmpty }

  /// Whether a person must look before a judgement rests on the field.
  func isDoubtful(_ field: FieldID) -> Bool {
    request.reading[field].doubtful || observations.ambiguousTicks.contains(field)
      || observations.appearanceDiffers.contains(field) || observations.corrected.contains(field)
  }

  /// A refusal, or a clerk's matter when any value it rests on is doubtful.
  func refusal(restingOn fields: [FieldID]) -> Severity { fields.contains(where: isDoubtful) ? .clerk : .reject }

  /// Refuses each of the fields that is missing.
  func refuseMissing(_ fields: [FieldID]) -> [Verdict] {
    fields.filter(isMissing).map { .finding(refusal(restingOn: [$0]), [$0]) }
  }

  /// Sends each of the fields that is missing to a clerk.
  func clerkMissing(_ fields: [FieldID]) -> [Verdict] { fields.filter(isMissing).map { .clerk([$0]) } }

  /// Sends each of the fields that holds such a text to a clerk.
  func clerk(_ fields: [FieldID], where fails: (String) -> Bool) -> [Verdict] {
    fields.filter { texts($0).contains(where: fails) }.map { .clerk([$0]) }
  }

  /// Notes each of the fields that holds such a text.
  func info(_ fields: [FieldID], where holds: (String) -> Bool) -> [Verdict] {
    fields.filter { texts($0).contains(where: holds) }.map { .info([$0]) }
  }

  /// The entries of the register that the field's numbers name on the day of receipt; none without a register.
  func establishments(_ field: FieldID) -> [Establishment] {
    guard let register else { return [] }
    return texts(field).flatMap { register.entries(number: EstablishmentNumber($0).text, on: arrival.received) }
  }
}
