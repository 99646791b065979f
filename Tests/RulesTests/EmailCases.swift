import Forms

extension RuleCase {
  static let email: [RuleCase] = [
    passes("EML-01", "an address", .good),
    fails("EML-01", .reject, ["s2.email"], "none", user(nil)),
    passes("EML-01", "before the rule on addresses", user(nil).sent(.post, on: "2021-07-01")),
    passes("EML-01", "an excluded form", user(nil).observing { $0.otherFormNumbers = ["4346"] }),
    doubts("EML-01", .clerk, ["s2.email"], "the label was not found", .good.notFinding(["s2.email"])),
    passes("EML-02", "an address", .good),
    fails("EML-02", .reject, ["s3.email"], "none", authorizer(nil)),
    doubts("EML-02", .clerk, ["s3.email"], "a doubtful blank", authorizer(nil).doubting("s3.email")),
    passes("EML-03", "a mailbox", .good),
    passes("EML-03", "a tag and a hyphen", user("marie-eve.tremblay+ramq@sous.example.org")),
    fails("EML-03", .reject, ["s2.email"], "no @", user("marie.tremblay.example.org")),
    fails("EML-03", .reject, ["s2.email"], "no domain", user("marie.tremblay@example")),
    fails("EML-03", .reject, ["s2.email"], "two addresses", user("m.tremblay@example.org, tremblay@example.com")),
    fails("EML-03", .reject, ["s2.email"], "a space", user("marie tremblay@example.org")),
    fails("EML-03", .reject, ["s2.email"], "quotes", user("\"marie\"@example.org")),
    fails("EML-03", .reject, ["s2.email"], "a comment", user("marie(travail)@example.org")),
    fails("EML-03", .reject, ["s2.email"], "a new line", user("marie.tremblay@example.org\r\nBcc: x@example.org")),
    fails("EML-03", .reject, ["s2.email"], "two points", user("marie..tremblay@example.org")),
    fails("EML-03", .reject, ["s2.email"], "a number for domain", user("marie.tremblay@192.0.2.1")),
    fails("EML-03", .clerk, ["s2.email"], "an accent, which may be right", user("hélène.tremblay@example.org")),
    fails("EML-03", .clerk, ["s2.email"], "a sign of no width", user("marie.\u{200B}tremblay@example.org")),
    passes("EML-03", "none: that is EML-01’s matter", user(nil)),
    doubts("EML-03", .clerk, ["s2.email"], "read with doubt", user("marie.tremblay example.org").doubting("s2.email")),
    passes("EML-04", "two addresses", .good),
    fails("EML-04", .reject, both, "the same, in capitals", user("LUC.GAGNON@EXAMPLE.ORG")),
    doubts("EML-04", .clerk, both, "the same, one with doubt", user("luc.gagnon@example.org").doubting("s3.email")),
    passes("EML-04", "none twice", user(nil).with(["s3.email": .nothing])),
    passes("EML-05", "two mailboxes", .good),
    passes("EML-05", "the same address is EML-04’s matter", user("luc.gagnon@example.org")),
    fails("EML-05", .clerk, both, "a tag", user("luc.gagnon+utilisateur@example.org")),
    fails("EML-05", .clerk, both, "points that do not count", gmail("lucgagnon", "luc.gagnon")),
    passes("EML-05", "points that count", user("lucgagnon@example.org")),
    fails(
      "EML-05", .clerk, both, "two names of a provider",
      user("luc.gagnon@googlemail.com").with(["s3.email": .text("luc.gagnon@gmail.com")])),
    fails("EML-05", .clerk, both, "a Cyrillic letter", user("luc.g\u{430}gnon@example.org")),
    doubts("EML-05", .clerk, both, "a tag, with doubt", user("luc.gagnon+2@example.org").doubting("s2.email")),
    passes("EML-06", "a person’s", .good),
    fails("EML-06", .reject, ["s2.email"], "a role word", user("information@example.org")),
    fails(
      "EML-06", .reject, ["s2.email"], "role words and small words", user("secretariat.de-la-direction2@example.org")),
    fails(
      "EML-06", .reject, ["s3.email"], "glued role words, and a sigle",
      authorizer("infopharmacie.cisssca@ssss.gouv.qc.ca")),
    passes(
      "EML-06", "a role word that is the person’s name",
      user("bureau@example.org").with(["s2.lastName": .text("BUREAU")])),
    doubts(
      "EML-06", .clerk, ["s2.email"], "the address is doubtful", user("information@example.org").doubting("s2.email")),
    doubts(
      "EML-06", .clerk, ["s2.email"], "the name is doubtful", user("information@example.org").doubting("s2.lastName")),
    passes("EML-07", "a person’s", .good),
    fails("EML-07", .clerk, ["s2.email"], "a role word among others", user("pharmacie.des.ormes@example.org")),
    fails("EML-07", .clerk, ["s2.email"], "a region’s number", user("02.ciusss.siege.juridique@example.org")),
    fails(
      "EML-07", .clerk, ["s2.email"], "the shape of a name", user("antidotes.toxicologie.ciussscn@ssss.gouv.qc.ca")),
    passes("EML-07", "nothing tells, at a provider of personal mail", user("soleil1975@gmail.com")),
    fails("EML-07", .clerk, ["s2.email"], "a first name alone", user("marie@example.org")),
    doubts("EML-07", .clerk, ["s2.email"], "with doubt", user("soleil@example.org").doubting("s2.email")),
    passes("EML-08", "each its own", .good),
    fails(
      "EML-08", .clerk, both, "both crossed",
      user("luc.gagnon@example.org").with(["s3.email": .text("marie-eve.tremblay@example.org")])),
    fails("EML-08", .clerk, ["s2.email"], "one crossed", user("l.gagnon@example.com")),
    passes(
      "EML-08", "the same last name, own first name",
      user("marie-eve.gagnon@example.org").with(["s2.lastName": .text("GAGNON")])),
    fails(
      "EML-08", .clerk, ["s2.email"], "the same last name, the other’s first name",
      user("luc.gagnon@example.com").with(["s2.lastName": .text("GAGNON")])),
    passes(
      "EML-08", "one person",
      user("luc.gagnon@example.com").with(["s2.firstName": .text("LUC"), "s2.lastName": .text("GAGNON")])),
    doubts("EML-08", .clerk, ["s2.email"], "with doubt", user("l.gagnon@example.com").doubting("s2.email")),
    passes("EML-09", "no address", user(nil).with(["s3.email": .nothing])),
    asks("EML-09", both, "two addresses", .good),
    doubts("EML-09", nil, [], "not found", .good.notFinding(both)),
    passes("EML-10", "an ordinary domain", .good),
    passes("EML-10", "a real domain close to another", user("marie.tremblay@mail.com")),
    passes("EML-10", "the ministry’s", user("marie.tremblay@msss.gouv.qc.ca")),
    fails("EML-10", .clerk, ["s2.email"], "letters swapped", user("marie.tremblay@gmial.com")),
    fails("EML-10", .clerk, ["s2.email"], "another end", user("marie.tremblay@gmail.con")),
    fails("EML-10", .clerk, ["s2.email"], "throw-away", user("marie.tremblay@yopmail.com")),
    fails("EML-10", .clerk, ["s2.email"], "the office’s own", user("marie.tremblay@ramq.gouv.qc.ca")),
    fails("EML-10", .clerk, ["s2.email"], "no mail there", user("marie.tremblay@hopital.local")),
    fails("EML-10", .clerk, ["s2.email"], "punycode", user("marie.tremblay@xn--gmal-5za.com")),
    fails("EML-10", .clerk, ["s2.email"], "an accent in the domain", user("marie.tremblay@gmaïl.com")),
    doubts("EML-10", .clerk, ["s2.email"], "with doubt", user("marie.tremblay@gmai.com").doubting("s2.email")),
    passes("EML-11", "an organisation’s", .good),
    fails("EML-11", .info, ["s2.email"], "a provider’s", user("marie.tremblay@gmail.com")),
    doubts(
      "EML-11", .info, ["s2.email"], "a provider’s, with doubt",
      user("marie.tremblay@videotron.ca").doubting("s2.email")),
  ]

  private static let both: [FieldID] = ["s2.email", "s3.email"]
  private static func user(_ email: String?) -> Sample {
    .good.with(["s2.email": email.map { .text($0) } ?? .nothing])
  }
  private static func authorizer(_ email: String?) -> Sample {
    .good.with(["s3.email": email.map { .text($0) } ?? .nothing])
  }
  private static func gmail(_ first: String, _ second: String) -> Sample {
    .good.with(["s2.email": .text(first + "@gmail.com"), "s3.email": .text(second + "@gmail.com")])
  }
}
