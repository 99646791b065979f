import Forms

/// Prints an evaluation for people: shares with their bounds, then what was misread, named and without its value.
struct EvaluationView {
  let object: EvaluationObject
  let terminal: Terminal
  let say: Voice
  /// Whether fields misread but marked doubtful are named as well.
  let namesDoubtful: Bool

  func print() throws {
    try shares().print(on: terminal)
    try put("")
    try reliability().print(on: terminal)
    try put("")
    try put(summary())
    for one in object.unread { try put(line(one)) }
    for one in object.wrong where one.sure || namesDoubtful { try put(line(one)) }
  }

  private func shares() -> Table {
    var table = Table(
      [
        say("Champs", "Fields"), "n", say("Exacts", "Exact"), say("Sans doute", "Not doubtful"),
        say("Faux mais sûrs", "Wrong but sure"),
      ], indent: "  ")
    let add = { (table: inout Table, name: String, line: EvaluationObject.Line) in
      table.add([
        Table.Cell(name), Table.Cell("\(line.exact.total)"), Table.Cell(percent(line.exact)),
        Table.Cell(percent(line.sure)),
        Table.Cell(
          "\(line.wrongButSure.count) (\(say("au plus", "at most")) \(percent(line.wrongButSure.high, .up)))",
          line.wrongButSure.count > 0 ? .red : .plain),
      ])
    }
    table.add(heading: say("Par sorte de champ", "By kind of field"))
    for (kind, line) in object.kinds.sorted(by: { $0.key < $1.key }) { add(&table, kind, line) }
    table.add(heading: say("Par contenu véritable", "By what truly stands there"))
    for content in Evaluation.Content.allCases {
      if let line = object.contents[content.rawValue] { add(&table, name(content), line) }
    }
    table.add(heading: say("Par support", "By medium"))
    for (medium, line) in object.media.sorted(by: { $0.key < $1.key }) { add(&table, medium, line) }
    table.add(heading: "Total")
    add(&table, say("tous les champs", "all fields"), object.total)
    return table
  }

  private func name(_ content: Evaluation.Content) -> String {
    switch content {
    case .written: say("écrits", "written")
    case .blank: say("laissés en blanc", "left blank")
    case .ticks: say("cases à cocher", "tick boxes")
    case .signatures: say("signatures", "signatures")
    case .preprinted: say("textes imprimés", "printed texts")
    }
  }

  /// What a stated confidence is worth.
  private func reliability() -> Table {
    var table = Table(
      [say("Confiance", "Confidence"), "n", say("Moyenne", "Mean"), say("Exacts", "Exact")], indent: "  ")
    table.add(heading: say("Fiabilité", "Reliability"))
    for band in object.reliability where band.exact.total > 0 {
      table.add([
        Table.Cell("\(permille(band.from))–\(permille(band.to))"), Table.Cell("\(band.exact.total)"),
        Table.Cell(band.confidence.map { percent($0, .toNearestOrAwayFromZero) } ?? "—"),
        Table.Cell(percent(band.exact)),
      ])
    }
    return table
  }

  private func summary() -> String {
    let wrong = object.wrong.count { !$0.sure }
    var parts = [
      say.count(object.files, "fichier", "fichiers", "file", "files"),
      say.count(object.forms, "formulaire", "formulaires", "form", "forms"),
    ]
    if object.formsNotFound > 0 { parts.append(say("non trouvés : ", "not found: ") + "\(object.formsNotFound)") }
    if object.formsTooMany > 0 { parts.append(say("en trop : ", "too many: ") + "\(object.formsTooMany)") }
    if wrong > 0 { parts.append(say("faux et douteux : ", "wrong and doubtful: ") + "\(wrong)") }
    if let spent = object.processorMilliseconds {
      parts.append(
        say("processeur par fichier : médiane ", "processor per file: median ") + "\(spent.median)\u{A0}ms, "
          + say("moyenne ", "mean ") + "\(Int(spent.mean.rounded(.up)))\u{A0}ms")
    }
    return parts.joined(separator: ", ")
  }

  private func line(_ one: EvaluationObject.Unread) -> String {
    let why = [one.outcome.map { say($0) }, one.reason.map { say.reason($0) }].compactMap(\.self)
    return "\(one.file.shown) " + say("formulaires trouvés : ", "forms found: ") + "\(one.found)/\(one.expected)"
      + (one.outcome == .read || why.isEmpty ? "" : " (\(why.joined(separator: ", ").shown))")
  }

  private func line(_ one: EvaluationObject.Wrong) throws -> String {
    let doubt = one.sure ? say("SÛR", "SURE") : say("douteux", "doubtful")
    let line = "\(one.file.shown)#\(one.index) \(one.field) \(doubt)"
    guard let expected = one.expected, let read = one.read else { return line }
    return try line + "  \(jsonLine(expected).shown) ≠ \(jsonLine(read).shown)"
  }

  private func percent(_ proportion: Proportion) -> String {
    guard let share = proportion.share else { return "—" }
    return "\(percent(share)) (\(percent(proportion.low))–\(percent(proportion.high, .up)))"
  }

  /// Rounded so that nothing is made to look better than it is.
  private func percent(_ share: Double, _ rounding: FloatingPointRoundingRule = .down) -> String {
    let tenths = Int((share * 1000).rounded(rounding))
    return say("\(tenths / 10),\(tenths % 10) %", "\(tenths / 10).\(tenths % 10)%")
  }

  /// A bound between bands, such as 0,995.
  private func permille(_ bound: Double) -> String {
    let thousandths = Int((bound * 1000).rounded())
    let digits = "\(1000 + thousandths % 1000)".dropFirst()
    return say("\(thousandths / 1000),\(digits)", "\(thousandths / 1000).\(digits)")
  }
}
