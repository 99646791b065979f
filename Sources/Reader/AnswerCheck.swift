import Forms
import Foundation

/// Lets through only answers that a sound worker could have given: whoever controls a document may control its worker.
///
/// An answer that breaks a rule is refused whole. Two things are mended instead, because documents bring them about
/// without any attack: fields left out read as not found, and control characters become U+FFFD and doubt.
struct AnswerCheck {
  private let form: String
  private let kinds: [FieldID: FieldDefinition]
  private let sections: Set<String>
  private let maximumPages: Int

  init(_ definition: FormDefinition, maximumPages: Int) {
    form = definition.id
    kinds = Dictionary(definition.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    sections = Set(definition.sections.map(\.id))
    self.maximumPages = maximumPages
  }

  /// The reading in the worker's bytes, nil when they are none to be believed.
  func reading(of answer: Data?) -> DocumentReading? {
    guard let answer, let claimed = try? JSONDecoder().decode(DocumentReading.self, from: answer) else { return nil }
    return try? checked(claimed)
  }

  private struct Refused: Error {}

  private func require(_ condition: Bool) throws(Refused) { if !condition { throw Refused() } }

  private func checked(_ claimed: DocumentReading) throws(Refused) -> DocumentReading {
    var reading = claimed
    switch reading.outcome {
    // A worker that says so itself has not crashed.
    case .crashed: throw Refused()
    case .read: try require(reading.reason == nil && !reading.forms.isEmpty)
    case .unreadable, .overran, .notAForm:
      try require(reading.forms.isEmpty)
      guard let reason = reading.reason else { throw Refused() }
      try require(isWord(reason))
    }
    // Only a document turned away for its pages may have more than are read.
    try require((0...(reading.outcome == .overran ? 1 << 31 : maximumPages)).contains(reading.pageCount))
    try require(reading.forms.count <= reading.pageCount)
    try require(reading.activeContent.count <= 100 && reading.activeContent.allSatisfy(isWord))
    reading.otherFormNumbers = try numbers(reading.otherFormNumbers)
    try require(reading.engines.count <= 50 && reading.engines.keys.allSatisfy { $0.utf8.count <= 100 })
    for (name, version) in reading.engines { reading.engines[name] = try cleaned(version, upTo: 200).text }
    reading.looseSignatures = try signatures(reading.looseSignatures, pages: reading.pageCount)
    reading.forms = try reading.forms.map { form throws(Refused) in try checked(form, pages: reading.pageCount) }
    return reading
  }

  private func checked(_ claimed: Reading, pages: Int) throws(Refused) -> Reading {
    var reading = claimed
    try require(reading.form == form && !reading.pages.isEmpty)
    try check(pages: reading.pages, of: pages)
    if let edition = reading.edition { reading.edition = try cleaned(edition, upTo: 200).text }
    try check(fields: Array(reading.fields.keys))
    for (id, definition) in kinds {
      guard let field = reading.fields[id] else {
        reading.fields[id] = .notFound
        continue
      }
      reading.fields[id] = try checked(field, of: definition, pages: pages)
    }
    reading.signatures = try signatures(reading.signatures, pages: pages)
    reading.observations = try checked(reading.observations, pages: pages)
    return reading
  }

  private func checked(
    _ field: FieldReading, of definition: FieldDefinition, pages: Int
  ) throws(Refused) -> FieldReading {
    try require(field.evidence.count <= 1000)
    var mended = false
    let clean = { (text: String) throws(Refused) -> String in
      let (text, wasMended) = try cleaned(text, upTo: 20_000)
      mended = mended || wasMended
      return text
    }
    let value: FieldValue
    switch field.value {
    case .nothing: value = .nothing
    case .flag:
      try require([.tick, .preprinted].contains(definition.kind))
      value = field.value
    case .text(let text):
      try require(![.tick, .preprinted, .establishmentNumbers].contains(definition.kind))
      if definition.kind == .choice { try require(definition.options.contains { $0.value == text }) }
      value = .text(try clean(text))
    case .list(let list):
      try require([.choice, .establishmentNumbers].contains(definition.kind) && list.count <= 10_000)
      value = .list(try list.map(clean))
    }
    let evidence = try field.evidence.map { piece throws(Refused) in
      try check(pages: [piece.page], of: pages)
      try check(piece.box)
      return Evidence(piece.source, page: piece.page, box: piece.box, text: try clean(piece.text))
    }
    guard
      let reading = FieldReading(
        value: value, confidence: field.confidence, doubtful: field.doubtful, evidence: evidence)
    else { throw Refused() }
    return mended ? reading.doubted() : reading
  }

  private func checked(_ claimed: Observations, pages: Int) throws(Refused) -> Observations {
    var observations = claimed
    try require((0...pages).contains(observations.formsInFile))
    try check(pages: observations.extraPages, of: pages)
    for fields in [
      observations.appearanceDiffers, observations.ambiguousTicks, observations.labelsNotFound, observations.corrected,
      observations.lesserMarks,
    ] { try check(fields: fields) }
    observations.otherFormNumbers = try numbers(observations.otherFormNumbers)
    try require(observations.strayText.count <= 10_000)
    observations.strayText = try observations.strayText.map { text throws(Refused) in
      try cleaned(text, upTo: 20_000).text
    }
    return observations
  }

  /// Numbers of other forms, few and short.
  private func numbers(_ claimed: [String]) throws(Refused) -> [String] {
    try require(claimed.count <= 1000)
    return try claimed.map { number throws(Refused) in try cleaned(number, upTo: 200).text }
  }

  private func signatures(_ claimed: [SignatureReading], pages: Int) throws(Refused) -> [SignatureReading] {
    try require(claimed.count <= 1000)
    for signature in claimed {
      try require(signature.section.map(sections.contains) ?? true)
      try require(["ink", "stylus", "image", "certificate", "typed"].contains(signature.kind))
      try check(pages: [signature.page], of: pages)
      try check(signature.box)
    }
    return claimed
  }

  private func check(fields: [FieldID]) throws(Refused) {
    try require(fields.count <= kinds.count && fields.allSatisfy { kinds[$0] != nil })
  }

  private func check(pages: [Int], of count: Int) throws(Refused) {
    try require(pages.count <= count && pages.allSatisfy { $0 >= 1 && $0 <= count })
  }

  /// No page is larger than 10 km: beyond that numbers only break arithmetic.
  private func check(_ box: Box) throws(Refused) {
    try require([box.x0, box.y0, box.x1, box.y1].allSatisfy { $0.isFinite && abs($0) <= 3e7 })
  }

  /// Whether it is one word of ASCII letters, as reasons are, fit for logs.
  private func isWord(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
  }

  /// The text with every control character but tab and line feed replaced, and whether there was any.
  private func cleaned(_ text: String, upTo limit: Int) throws(Refused) -> (text: String, mended: Bool) {
    try require(text.utf8.count <= limit)
    let isControl = { (scalar: Unicode.Scalar) in
      scalar.properties.generalCategory == .control && scalar != "\t" && scalar != "\n"
    }
    guard text.unicodeScalars.contains(where: isControl) else { return (text, false) }
    return (String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 })), true)
  }
}
