import Forms

extension RuleCase {
  static let person: [RuleCase] = [
    passes("USR-01", "both names", .good),
    fails("USR-01", .reject, ["s2.lastName"], "no last name", .good.with(["s2.lastName": .nothing])),
    doubts("USR-01", .clerk, ["s2.firstName"], "not found", .good.notFinding(["s2.firstName"])),
    passes("USR-01", "the front is absent: FMT-07 says so", frontGone),
    passes("USR-02", "a person", .good),
    passes("USR-02", "an initial beside a name", .good.with(["s2.firstName": .text("MARIE J.")])),
    passes("USR-02", "a last name that is also a word", .good.with(["s2.lastName": .text("BUREAU")])),
    fails("USR-02", .clerk, ["s2.lastName"], "a digit", .good.with(["s2.lastName": .text("TREMBLAY2")])),
    fails("USR-02", .clerk, ["s2.lastName"], "a role", .good.with(["s2.lastName": .text("SECRÉTARIAT")])),
    fails("USR-02", .clerk, ["s2.firstName"], "initials", .good.with(["s2.firstName": .text("J.-P.")])),
    doubts(
      "USR-02", .clerk, ["s2.lastName"], "a digit, with doubt",
      .good.with(["s2.lastName": .text("TREMB1AY")]).doubting("s2.lastName")),
    passes("USR-03", "one box each", .good),
    fails("USR-03", .info, ["s2.sex"], "none", .good.with(["s2.sex": .nothing])),
    fails("USR-03", .info, ["s3.sex"], "both", .good.with(["s3.sex": .list(["M", "F"])])),
    doubts("USR-03", nil, [], "not found", .good.notFinding(["s2.sex"])),
    passes("USR-04", "a function", .good),
    fails("USR-04", .clerk, ["s2.function"], "none", .good.with(["s2.function": .nothing])),
    doubts(
      "USR-04", .clerk, ["s2.function"], "a doubtful blank",
      .good.with(["s2.function": .nothing]).doubting("s2.function")),
    passes("USR-05", "number, street, municipality", .good),
    fails("USR-05", .clerk, ["s2.address"], "none", .good.with(["s2.address": .nothing])),
    fails("USR-05", .clerk, ["s2.address"], "no number", .good.with(["s2.address": .text("RUE DES ORMES")])),
    fails("USR-05", .clerk, ["s2.address"], "a number and a word", .good.with(["s2.address": .text("12, RUE ORMES")])),
    doubts(
      "USR-05", .clerk, ["s2.address"], "with doubt", .good.with(["s2.address": .text("12")]).doubting("s2.address")),
    passes("USR-06", "a code", .good),
    passes("USR-06", "small letters, no space", .good.with(["s2.postalCode": .text("g1k7t3")])),
    fails("USR-06", .clerk, ["s2.postalCode"], "none", .good.with(["s2.postalCode": .nothing])),
    fails("USR-06", .clerk, ["s2.postalCode"], "a letter never used", .good.with(["s2.postalCode": .text("G1D 7T3")])),
    doubts(
      "USR-06", .clerk, ["s2.postalCode"], "with doubt",
      .good.with(["s2.postalCode": .text("G1K 7TB")]).doubting("s2.postalCode")),
    passes("USR-07", "Québec", .good),
    passes("USR-07", "a known exception", .good.with(["s2.postalCode": .text("K0J 2H0")])),
    passes("USR-07", "no code at all", .good.with(["s2.postalCode": .text("G1D 7T3")])),
    fails("USR-07", .info, ["s2.postalCode"], "Toronto", .good.with(["s2.postalCode": .text("M5V 1J1")])),
    doubts(
      "USR-07", .info, ["s2.postalCode"], "with doubt",
      .good.with(["s2.postalCode": .text("M5V 1J1")]).doubting("s2.postalCode")),
    passes("USR-08", "ten digits", .good),
    passes("USR-08", "a leading 1 and brackets", .good.with(["s2.phone": .text("1 (418) 555-0101")])),
    fails("USR-08", .clerk, ["s2.phone"], "none", .good.with(["s2.phone": .nothing])),
    fails("USR-08", .clerk, ["s2.phone"], "seven digits", .good.with(["s2.phone": .text("555-0101")])),
    fails("USR-08", .clerk, ["s2.phone"], "no such area code", .good.with(["s2.phone": .text("911 555-0101")])),
    fails("USR-08", .clerk, ["s2.phone"], "no such exchange", .good.with(["s2.phone": .text("418 155-0101")])),
    doubts(
      "USR-08", .clerk, ["s2.phone"], "with doubt", .good.with(["s2.phone": .text("418 555-O1O1")]).doubting("s2.phone")
    ),
    passes("USR-09", "Québec, a number for extension", .good),
    passes("USR-09", "toll-free", .good.with(["s2.phone": .text("888 555-0101")])),
    fails("USR-09", .info, ["s2.phone"], "Toronto", .good.with(["s2.phone": .text("416 555-0101")])),
    fails("USR-09", .info, ["s3.fax"], "a fax number too short", .good.with(["s3.fax": .text("555-0103")])),
    fails("USR-09", .info, ["s2.phoneExt"], "letters", .good.with(["s2.phoneExt": .text("AB")])),
    doubts(
      "USR-09", .info, ["s2.phoneExt"], "with doubt", .good.with(["s2.phoneExt": .text("23A5")]).doubting("s2.phoneExt")
    ),
    passes("USR-10", "none", .good),
    passes("USR-10", "« non »", username("NON")),
    passes("USR-10", "CE and digits", username("CE12345")),
    passes("USR-10", "IELP, small and apart", username("ielp 12345")),
    passes("USR-10", "an e-mail address", username("m.tremblay@example.org")),
    fails("USR-10", .clerk, ["s2.existingUsername"], "« oui »", username("OUI")),
    fails("USR-10", .clerk, ["s2.existingUsername"], "too few digits", username("CE12")),
    doubts(
      "USR-10", .clerk, ["s2.existingUsername"], "with doubt", username("C812345").doubting("s2.existingUsername")),
    passes("USR-11", "none", .good),
    passes("USR-11", "« s. o. »", username("S. O.")),
    asks("USR-11", ["s2.existingUsername"], "a username", username("CE12345")),
    doubts("USR-11", nil, [], "not found", .good.notFinding(["s2.existingUsername"])),
    passes("USR-12", "the network", .good),
    passes("USR-12", "the institution’s own billing", .good.with(["s2.function": .text("AGENTE À LA FACTURATION")])),
    asks(
      "USR-12", ["s2.orgName"], "a billing agency", .good.with(["s2.orgName": .text("AGENCE DE FACTURATION DU FLEUVE")])
    ),
    doubts("USR-12", nil, [], "not found", .good.notFinding(["s2.orgName"])),
    passes("AUT-01", "both names", .good),
    fails("AUT-01", .reject, ["s3.firstName"], "no first name", .good.with(["s3.firstName": .nothing])),
    doubts("AUT-01", .clerk, ["s3.lastName"], "not found", .good.notFinding(["s3.lastName"])),
    passes("AUT-02", "a role", .good),
    fails("AUT-02", .reject, ["s3.role"], "none", .good.with(["s3.role": .nothing])),
    doubts(
      "AUT-02", .clerk, ["s3.role"], "a half-filled box",
      .good.with(["s3.role": .nothing]).observing { $0.ambiguousTicks = ["s3.role"] }),
    passes("AUT-03", "one role", .good),
    fails("AUT-03", .clerk, ["s3.role"], "two", .good.with(["s3.role": .list(["executiveDirector", "gmfPhysician"])])),
    doubts(
      "AUT-03", .clerk, ["s3.role"], "two, with doubt",
      .good.with(["s3.role": .list(["executiveDirector", "gmfPhysician"])]).doubting("s3.role")),
    passes("AUT-04", "a director in an institution", .good),
    passes("AUT-04", "a physician in a group", inGroup("gmfPhysician")),
    passes(
      "AUT-04", "names and register tell nothing",
      inGroup("executiveDirector").withoutRegister.with([
        "s2.orgName": .text("LES ÉRABLES"), "s3.orgName": .text("LES ÉRABLES"),
      ])),
    passes(
      "AUT-04", "a group of a hospital", inGroup("executiveDirector").with(["s2.orgName": .text("GMF-U DES ÉRABLES")])),
    fails("AUT-04", .clerk, roleAndNames, "a director in a group", inGroup("executiveDirector")),
    fails(
      "AUT-04", .clerk, roleAndNames, "a physician of a group in an institution",
      .good.with(["s3.role": .text("gmfPhysician")])),
    doubts("AUT-04", .clerk, roleAndNames, "with doubt", inGroup("executiveDirector").doubting("s3.role")),
    passes("AUT-05", "nobody named", .good.with(["s3.lastName": .nothing])),
    asks("AUT-05", ["s3.firstName", "s3.lastName", "s3.role"], "someone who holds a role", .good),
    doubts("AUT-05", nil, [], "the role was not found", .good.notFinding(["s3.role"])),
    passes("AUT-06", "no title written", .good),
    passes("AUT-06", "one of the five, feminine", title("DIRECTRICE GÉNÉRALE")),
    passes("AUT-06", "one of the five, short", title("DSP")),
    fails("AUT-06", .clerk, ["s3.functionText"], "a newer title", title("PDG")),
    fails("AUT-06", .clerk, ["s3.functionText"], "a deputy", title("DIRECTEUR GÉNÉRAL ADJOINT")),
    fails("AUT-06", .clerk, ["s3.functionText"], "par intérim", title("Directeur général par intérim")),
    fails("AUT-06", .clerk, ["s3.functionText"], "p. i.", title("DG p. i.")),
    doubts("AUT-06", .clerk, ["s3.functionText"], "with doubt", title("DMSP").doubting("s3.functionText")),
    passes("AUT-07", "a certificate", .good.with(["s3.signature": .text("certificate")])),
    asks("AUT-07", ["s3.signature"], "ink", .good),
    doubts("AUT-07", nil, [], "no signature found", .good.notFinding(["s3.signature"])),
    passes("AUT-08", "everything is there", .good),
    fails(
      "AUT-08", .clerk, ["s3.orgName", "s3.phone"], "two are missing",
      .good.with(["s3.orgName": .nothing, "s3.phone": .nothing])),
    fails(
      "AUT-08", .clerk, ["s3.address", "s3.postalCode"], "two are invalid",
      .good.with(["s3.address": .text("RUE DU LAC"), "s3.postalCode": .text("12345")])),
    doubts(
      "AUT-08", .clerk, ["s3.phone"], "with doubt", .good.with(["s3.phone": .text("418 555-01")]).doubting("s3.phone")),
  ]

  private static let roleAndNames: [FieldID] = ["s3.role", "s3.orgName", "s2.orgName"]
  private static func username(_ name: String) -> Sample { .good.with(["s2.existingUsername": .text(name)]) }
  private static func title(_ title: String) -> Sample { .good.with(["s3.functionText": .text(title)]) }
  private static func inGroup(_ role: String) -> Sample {
    .good.with([
      "s3.role": .text(role), "s2.orgName": .text("GMF DES ÉRABLES"), "s3.orgName": .text("GMF DES ÉRABLES"),
      "s2.orgNumber": .text("60300"),
    ])
  }
}
