import Forms

/// A printed text of the form that the reader looks for, and what it means when found.
struct PrintedText: Sendable {
  enum Role: Hashable, Sendable {
    case identity(Int)
    case heading(String)
    case label(FieldID)
    case option(FieldID, String)
    case caption
  }

  let role: Role
  let folded: [UInt8]
  /// How many words a caption has: a short one counts only when it stands alone.
  let wordCount: Int

  init(_ text: String, _ role: Role) {
    self.role = role
    folded = Folding.bytes(text)
    wordCount = text.split(separator: " ").count
  }

  /// Every text of a form's definition, longest first.
  static func all(of definition: FormDefinition) -> [PrintedText] {
    var texts: [PrintedText] = []
    for (rank, proofs) in definition.identity.enumerated() {
      texts += proofs.map { PrintedText($0, .identity(rank)) }
    }
    for section in definition.sections { texts += section.headings.map { PrintedText($0, .heading(section.id)) } }
    for field in definition.fields {
      texts += field.labels.map { PrintedText($0, .label(field.id)) }
      for option in field.options { texts += option.labels.map { PrintedText($0, .option(field.id, option.value)) } }
    }
    texts += definition.printed.map { PrintedText($0, .caption) }
    return texts.filter { !$0.folded.isEmpty }.sorted { $0.folded.count > $1.folded.count }
  }
}

/// A printed text found on a page.
struct Occurrence: Sendable {
  var roles: [PrintedText.Role]
  var words: [Int]
  var box: Box
  /// Length of the folded text, to prefer the longer reading of the same words.
  var length: Int
  /// Share of its characters that differ from the definition's; 0 in a text layer.
  var error: Double
  /// Whether words in brackets that the definition does not have were added to it.
  var hasHint = false
}
