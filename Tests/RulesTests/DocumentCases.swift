import Forms

extension RuleCase {
  static let document: [RuleCase] = [
    passes("DOC-01", "this form", .good),
    fails(
      "DOC-01", .clerk, ["s1.service"], "the service’s name is struck out", .good.with(["s1.service": .flag(false)])),
    doubts("DOC-01", nil, [], "the service’s name was not found", .good.notFinding(["s1.service"])),
    passes("DOC-02", "no other form’s number", .good),
    passes("DOC-02", "a number that is not excluded", .good.observing { $0.otherFormNumbers = ["3750"] }),
    fails("DOC-02", .clerk, [], "a directives register form", .good.observing { $0.otherFormNumbers = ["4346"] }),
    passes("DOC-03", "no edition mark", .good),
    fails("DOC-03", .clerk, [], "an unknown mark", .good.changed { $0.edition = "4999 (2009/03)" }),
    fails("DOC-03", .clerk, ["s3.email"], "no e-mail label in section 3", noEmailLabel),
    passes(
      "DOC-03", "the whole front is absent", frontGone.observing { $0.labelsNotFound = ["s2.email", "s3.email"] }),
    passes("DOC-04", "intact", .good),
    fails("DOC-04", .clerk, ["s2.commitment"], "struck out", .good.with(["s2.commitment": .flag(false)])),
    doubts(
      "DOC-04", .clerk, ["s3.commitment"], "seemingly struck out",
      .good.with(["s3.commitment": .flag(false)]).doubting("s3.commitment")),
    doubts("DOC-04", nil, [], "not found", .good.notFinding(["s3.commitment"])),
    passes("DOC-05", "received now", .good),
    passes("DOC-05", "the first day of the rule", .good.sent(.post, on: "2021-07-22")),
    passes("DOC-05", "a day that is only assumed", .good.sent(.post, on: "2021-07-21", assumed: true)),
    fails("DOC-05", .info, [], "the day before", .good.sent(.post, on: "2021-07-21")),
    passes(
      "DOC-06", "compound names",
      .good.with(["s2.firstName": .text("JEAN-PIERRE"), "s2.lastName": .text("ROY ST-ONGE")])),
    fails("DOC-06", .reject, names, "two first names and « et »", .good.with(["s2.firstName": .text("MARIE ET LUC")])),
    fails("DOC-06", .reject, names, "a stroke", .good.with(["s2.firstName": .text("MARIE / LUC")])),
    fails(
      "DOC-06", .reject, names, "a comma",
      .good.with(["s2.firstName": .text("MARIE, LUC"), "s2.lastName": .text("ROY, CÔTÉ")])),
    fails("DOC-06", .reject, names, "two last names and « et »", .good.with(["s2.lastName": .text("ROY ET CÔTÉ")])),
    fails(
      "DOC-06", .clerk, ["s2.lastName"], "a stroke in the last name alone",
      .good.with(["s2.lastName": .text("ROY/CÔTÉ")])),
    doubts(
      "DOC-06", .clerk, names, "a doubtful name",
      .good.with(["s2.firstName": .text("MARIE ET LUC")]).doubting("s2.firstName")),
    passes("DOC-07", "capitals, and small letters in e-mail addresses", .good),
    passes("DOC-07", "one small letter", .good.with(["s2.lastName": .text("McDONALD")])),
    fails(
      "DOC-07", .info, ["s3.orgName"], "small letters", .good.with(["s3.orgName": .text("CISSS de la Rivière-Claire")])),
    doubts(
      "DOC-07", .info, ["s2.lastName"], "small letters read with doubt",
      .good.with(["s2.lastName": .text("Tremblay")]).doubting("s2.lastName")),
    passes("DOC-08", "nothing corrected", .good),
    passes("DOC-08", "a corrected street", .good.observing { $0.corrected = ["s2.address"] }),
    fails("DOC-08", .clerk, ["s2.email"], "a corrected address", .good.observing { $0.corrected = ["s2.email"] }),
    passes("DOC-09", "shown as stored", .good),
    fails("DOC-09", .clerk, ["s2.fax"], "another value shown", .good.observing { $0.appearanceDiffers = ["s2.fax"] }),
  ]

  private static let names: [FieldID] = ["s2.firstName", "s2.lastName"]
  private static let noEmailLabel = Sample.good.notFinding(["s3.email"]).observing { $0.labelsNotFound = ["s3.email"] }
}
