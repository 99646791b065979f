import Forms

extension RuleCase {
  static let signature: [RuleCase] = [
    passes("SIG-01", "signed", .good),
    fails("SIG-01", .reject, ["s2.signature"], "unsigned", .good.with(["s2.signature": .text("none")])),
    passes(
      "SIG-01", "a cross is SIG-11’s matter",
      .good.with(["s2.signature": .text("none")]).observing { $0.lesserMarks = ["s2.signature"] }),
    doubts(
      "SIG-01", .clerk, ["s2.signature"], "a doubtful blank",
      .good.with(["s2.signature": .text("none")]).doubting("s2.signature")),
    passes("SIG-02", "signed", .good),
    fails("SIG-02", .reject, ["s3.signature"], "unsigned", .good.with(["s3.signature": .text("none")])),
    doubts("SIG-02", .clerk, ["s3.signature"], "not found", .good.notFinding(["s3.signature"])),
    passes("SIG-03", "ink", .good),
    fails("SIG-03", .reject, ["s3.signature"], "typed", .good.with(["s3.signature": .text("typed")])),
    doubts(
      "SIG-03", .clerk, ["s3.signature"], "seemingly typed",
      .good.with(["s3.signature": .text("typed")]).doubting("s3.signature")),
    passes("SIG-10", "nothing to record", .good.with(["s2.signature": .text("none"), "s3.signature": .text("typed")])),
    fails(
      "SIG-10", .info, ["s2.signature", "s3.signature"], "two kinds", .good.with(["s3.signature": .text("certificate")])
    ),
    doubts("SIG-10", .info, ["s2.signature", "s3.signature"], "with doubt", .good.doubting("s2.signature")),
    passes("SIG-11", "a signature", .good),
    fails("SIG-11", .clerk, ["s2.signature"], "a cross", .good.observing { $0.lesserMarks = ["s2.signature"] }),
    passes("DAT-01", "dated", .good),
    fails("DAT-01", .clerk, ["s3.date"], "undated", .good.with(["s3.date": .nothing])),
    doubts("DAT-01", .clerk, ["s3.date"], "not found", .good.notFinding(["s3.date"])),
    passes("DAT-02", "a day", .good),
    fails("DAT-02", .clerk, ["s2.date"], "no such day", dated("2026-02-30")),
    fails("DAT-02", .clerk, ["s2.date"], "month and day swapped", dated("2026-14-09")),
    fails("DAT-02", .clerk, ["s2.date"], "a year of two digits", dated("0026-09-14")),
    doubts("DAT-02", .clerk, ["s2.date"], "with doubt", dated("2026-09-3").doubting("s2.date")),
    passes("DAT-03", "the day of receipt", dated("2026-10-01")),
    passes("DAT-03", "the receipt is assumed", dated("2026-10-02").sent(.email, assumed: true)),
    fails("DAT-03", .clerk, ["s2.date"], "the day after", dated("2026-10-02")),
    doubts("DAT-03", .clerk, ["s2.date"], "with doubt", dated("2026-10-02").doubting("s2.date")),
    passes("DAT-04", "six months", dated("2026-04-01")),
    passes("DAT-04", "the receipt is assumed", dated("2025-01-01").sent(.email, assumed: true)),
    fails("DAT-04", .clerk, ["s2.date"], "a day more", dated("2026-03-31")),
    doubts("DAT-04", .clerk, ["s2.date"], "with doubt", dated("2025-09-14").doubting("s2.date")),
    passes("DAT-05", "ninety days", dated("2026-06-17")),
    fails("DAT-05", .info, ["s2.date", "s3.date"], "a day more", dated("2026-06-16")),
    doubts("DAT-05", .info, ["s2.date", "s3.date"], "with doubt", dated("2026-06-01").doubting("s3.date")),
  ]

  static let other: [RuleCase] = [
    passes("RAM-01", "left empty", .good),
    fails(
      "RAM-01", .clerk, ["hdr.ramqUse", "s4.username"], "filled",
      .good.with(["hdr.ramqUse": .text("REÇU"), "s4.username": .text("CE12345")])),
    doubts(
      "RAM-01", .clerk, ["s4.validity"], "with doubt",
      .good.with(["s4.validity": .text("1 AN")]).doubting("s4.validity")),
    passes("CRS-01", "two persons", .good),
    fails("CRS-01", .info, samePersonFields, "one person, accents apart", .good.with(authorizerIsUser)),
    doubts("CRS-01", .info, samePersonFields, "with doubt", .good.with(authorizerIsUser).doubting("s3.lastName")),
    passes("CRS-01", "no names", .good.with(["s2.lastName": .nothing, "s3.lastName": .nothing])),
    passes("CRS-02", "two persons", .good),
    passes(
      "CRS-02", "the function fits",
      .good.with(authorizerIsUser).with(["s2.function": .text("PRÉSIDENTE-DIRECTRICE GÉNÉRALE")])),
    passes("CRS-02", "no function: USR-04 says so", .good.with(authorizerIsUser).with(["s2.function": .nothing])),
    fails(
      "CRS-02", .clerk, ["s2.function", "s3.role"], "a secretary who is the director", .good.with(authorizerIsUser)),
    doubts(
      "CRS-02", .clerk, ["s2.function", "s3.role"], "with doubt", .good.with(authorizerIsUser).doubting("s2.function")),
    passes("CRS-04", "nothing is asked for", .good.with(["s1.app.association": .flag(false)])),
    asks("CRS-04", ["s2.firstName", "s2.lastName", "s1.app.association"], "someone asks for something", .good),
    doubts("CRS-04", nil, [], "the name was not found", .good.notFinding(["s2.lastName"])),
    passes("PRV-01", "nothing secret", .good),
    passes(
      "PRV-01", "nine digits that are no such number",
      .good.with(["s2.address": .text("123 456 789, RUE DES ORMES, LAC")])),
    passes("PRV-01", "a word of a name", .good.with(["s2.firstName": .text("NAM HAI")])),
    fails(
      "PRV-01", .clerk, ["s2.existingUsername"], "a password",
      .good.with(["s2.existingUsername": .text("CE12345 mot de passe soleil")])),
    fails("PRV-01", .clerk, ["s2.function"], "a PIN", .good.with(["s2.function": .text("SECRÉTAIRE NIP 1234")])),
    fails(
      "PRV-01", .clerk, ["s2.phoneExt"], "a social insurance number", .good.with(["s2.phoneExt": .text("130 692 544")])),
    fails(
      "PRV-01", .clerk, [], "a health insurance number in the margin",
      .good.observing { $0.strayText = ["carte TREM 8056 1213"] }),
    doubts(
      "PRV-01", .clerk, ["s2.function"], "with doubt",
      .good.with(["s2.function": .text("NIP : ABCD")]).doubting("s2.function")),
  ]

  private static let samePersonFields: [FieldID] = ["s2.firstName", "s2.lastName", "s3.firstName", "s3.lastName"]
  private static func dated(_ date: String) -> Sample { .good.with(["s2.date": .text(date)]) }
}
