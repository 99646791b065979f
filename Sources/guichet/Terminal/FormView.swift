import Forms

/// Shows one form to people: what was read, section by section, and what the rules say of it.
struct FormView {
  let definition: FormDefinition
  let terminal: Terminal
  let say: Voice

  /// Writes the form to standard output.
  /// - Parameter brief: Leaves the fields out.
  func show(_ form: JudgedForm, title: String, brief: Bool = false) throws {
    try put(Style.bold.paint(title.shown, on: terminal))
    try put("  " + summary(of: form))
    if let reading = form.reading, !brief {
      try fields(of: reading).print(on: terminal)
      try signatures(reading.signatures)
    } else if !form.looseSignatures.isEmpty {
      try signatures(form.looseSignatures)
    }
    if let judgement = form.judgement { try show(judgement) }
    try put("")
  }

  private func summary(of form: JudgedForm) -> String {
    guard let reading = form.reading else {
      return [say(form.outcome), form.reason.map { say.reason($0) }].compactMap(\.self).joined(separator: say.colon)
        .shown
    }
    let pages = reading.pages.map(String.init).joined(separator: ", ")
    let doubtful = reading.fields.values.count(where: \.doubtful)
    return [
      say(reading.medium), say.count(reading.pages.count, "page", "pages", "page", "pages") + " (\(pages))",
      reading.edition,
      say.count(doubtful, "champ douteux", "champs douteux", "doubtful field", "doubtful fields"),
    ].compactMap(\.self).joined(separator: " · ").shown
  }

  private func fields(of reading: Reading) -> Table {
    var table = Table(
      [say("Champ", "Field"), say("Valeur", "Value"), say("Confiance", "Confidence"), say("Source", "Source")],
      indent: "    ", whole: [2, 3])
    for section in definition.sections {
      let fields = definition.fields.filter { $0.section == section.id }
      guard !fields.isEmpty else { continue }
      let number = section.number.isEmpty ? "" : section.number + ". "
      table.add(heading: number + say(section.title))
      for field in fields {
        let found = reading[field.id]
        table.add([
          Table.Cell(say(field.title)),
          Table.Cell(say(found.value, of: field), found.value.isBlank ? .faint : .plain),
          Table.Cell(confidence(found), found.doubtful ? .yellow : .plain),
          Table.Cell(found.evidence.first.map(source) ?? "—", .faint),
        ])
      }
    }
    return table
  }

  private func confidence(_ reading: FieldReading) -> String {
    let percent = "\(Int((reading.confidence.value * 100).rounded(.down)))\u{A0}%"
    return reading.doubtful ? "\(percent) ?" : percent
  }

  private func source(_ evidence: Evidence) -> String { "\(say(evidence.source)), p.\u{A0}\(evidence.page)" }

  private func signatures(_ signatures: [SignatureReading]) throws {
    guard !signatures.isEmpty else { return }
    var table = Table(indent: "    ")
    table.add(heading: say("Signatures", "Signatures"))
    for signature in signatures {
      let section = definition.sections.first { $0.id == signature.section }.map { say($0.title) }
      table.add([
        Table.Cell(section ?? say("hors section", "no section")), Table.Cell(say.signature(signature.kind)),
        Table.Cell("\(Int(signature.confidence.value * 100))\u{A0}%"), Table.Cell("p.\u{A0}\(signature.page)", .faint),
      ])
    }
    try table.print(on: terminal)
  }

  /// Writes what the rules say, the gravest first, and what is proposed.
  func show(_ judgement: Judgement) throws {
    var table = Table(indent: "    ", whole: [0, 1])
    table.add(heading: say("Constats", "Findings"))
    for severity in Severity.allCases.reversed() {
      for finding in judgement.findings where finding.severity == severity {
        table.add([
          Table.Cell(finding.rule.rawValue, .bold), Table.Cell(say(severity), style(severity)),
          Table.Cell(say(finding.message) + titles(finding.fields)),
        ])
      }
    }
    for item in judgement.checklist {
      table.add([
        Table.Cell(item.rule.rawValue, .bold), Table.Cell(say("à confirmer", "to confirm"), .faint),
        Table.Cell(say(item.message) + titles(item.fields)),
      ])
    }
    if !judgement.findings.isEmpty || !judgement.checklist.isEmpty { try table.print(on: terminal) }
    let proposal = say("Proposition : ", "Proposal: ") + say(judgement.decision)
    try put("  " + Style.bold.paint(style(judgement.decision).paint(proposal, on: terminal), on: terminal))
  }

  /// The fields by the names people know, in brackets.
  private func titles(_ fields: [FieldID]) -> String {
    let titles = fields.map { id in
      guard let field = definition.field(id) else { return id.rawValue }
      let number = definition.sections.first { $0.id == field.section }?.number ?? ""
      return (number.isEmpty ? "" : number + ". ") + say(field.title)
    }
    return titles.isEmpty ? "" : " [" + titles.joined(separator: "; ") + "]"
  }

  private func style(_ severity: Severity) -> Style {
    switch severity {
    case .reject: .red
    case .clerk: .yellow
    case .info: .faint
    }
  }

  func style(_ decision: Decision) -> Style {
    switch decision {
    case .accept: .green
    case .review: .yellow
    case .reject: .red
    }
  }
}
