import Forms

extension RuleCase {
  static let organisation: [RuleCase] = [
    passes("ORG-01", "a name", .good),
    fails("ORG-01", .reject, ["s2.orgName"], "none", .good.with(["s2.orgName": .nothing])),
    fails("ORG-01", .reject, ["s2.orgName"], "spaces only", .good.with(["s2.orgName": .text("  ")])),
    doubts("ORG-01", .clerk, ["s2.orgName"], "not found", .good.notFinding(["s2.orgName"])),
    passes("ORG-02", "a number", .good),
    fails("ORG-02", .clerk, ["s2.orgNumber"], "none", number(nil)),
    doubts("ORG-02", .clerk, ["s2.orgNumber"], "not found", .good.notFinding(["s2.orgNumber"])),
    passes("ORG-03", "five digits", .good),
    passes("ORG-03", "a final X, small and apart", number("6018 x")),
    passes("ORG-03", "a ministry code is another matter", number("1104-4534")),
    fails("ORG-03", .clerk, ["s2.orgNumber"], "four digits", number("6011")),
    fails("ORG-03", .clerk, ["s5.numbers"], "a letter inside", .good.with(["s5.numbers": .list(["60X12"])])),
    doubts("ORG-03", .clerk, ["s2.orgNumber"], "read with doubt", number("6O110").doubting("s2.orgNumber")),
    passes("ORG-04", "in the register", .good),
    passes("ORG-04", "a care unit of an entry with X", number("60184")),
    passes("ORG-04", "the entry itself", number("6018X")),
    fails("ORG-04", .clerk, ["s2.orgNumber"], "no such number", number("60999")),
    fails("ORG-04", .clerk, ["s2.orgNumber"], "nine is no care unit", number("60189")),
    fails("ORG-04", .clerk, ["s2.orgNumber"], "closed before the receipt", number("60600")),
    passes("ORG-04", "open on the day of receipt", number("60600").sent(.post, on: "2025-11-02")),
    asks("ORG-04", ["s2.orgNumber", "s5.numbers"], "no register", .good.withoutRegister),
    doubts("ORG-04", .clerk, ["s2.orgNumber"], "read with doubt", number("60999").doubting("s2.orgNumber")),
    passes("ORG-05", "digits only", .good),
    fails("ORG-05", .info, ["s2.orgNumber"], "X", number("6018X")),
    doubts("ORG-05", .info, ["s2.orgNumber"], "X, with doubt", number("6018X").doubting("s2.orgNumber")),
    passes("ORG-06", "the installation’s name", .good),
    passes(
      "ORG-06", "the institution’s name in full",
      named("Centre intégré de santé et de services sociaux de la Rivière-Claire")),
    passes("ORG-06", "a shorter name", named("HÔP. N-D-DU-LAC (NOTRE-DAME)")),
    passes("ORG-06", "a word that tells nothing", named("HÔPITAL")),
    fails("ORG-06", .clerk, ["s2.orgName", "s2.orgNumber"], "another place", named("CHSLD STE-AGATHE-DES-PRÉS")),
    asks("ORG-06", ["s2.orgName", "s2.orgNumber"], "no register", .good.withoutRegister),
    doubts(
      "ORG-06", .clerk, ["s2.orgName", "s2.orgNumber"], "another place, with doubt",
      named("CLSC DU BOIS-JOLI").doubting("s2.orgName")),
    passes("ORG-07", "five characters", .good),
    fails("ORG-07", .clerk, ["s2.orgNumber"], "eight digits and a hyphen", number("1104-4534")),
    fails("ORG-07", .clerk, ["s2.orgNumber"], "eight digits", number("11044534")),
    doubts("ORG-07", .clerk, ["s2.orgNumber"], "with doubt", number("11044534").doubting("s2.orgNumber")),
    passes("ORG-08", "an installation", .good),
    fails("ORG-08", .clerk, ["s2.orgNumber"], "an optometry office", number("60500")),
    asks("ORG-08", ["s2.orgNumber", "s5.numbers"], "no register", .good.withoutRegister),
    doubts("ORG-08", .clerk, ["s2.orgNumber"], "with doubt", number("60500").doubting("s2.orgNumber")),
    passes("ORG-09", "the institution above", .good),
    passes("ORG-09", "the same installation", .good.with(["s3.orgName": .text("HÔPITAL NOTRE-DAME DU LAC")])),
    fails(
      "ORG-09", .clerk, ["s3.orgName", "s2.orgName"], "another institution",
      .good.with(["s3.orgName": .text("CIUSSS DU PLATEAU-VERT")])),
    asks("ORG-09", ["s3.orgName", "s2.orgName"], "no register", .good.withoutRegister),
    asks("ORG-09", ["s3.orgName", "s2.orgName"], "a cluster", cluster),
    doubts(
      "ORG-09", .clerk, ["s3.orgName", "s2.orgName"], "another, with doubt",
      .good.with(["s3.orgName": .text("CIUSSS DU PLATEAU-VERT")]).doubting("s3.orgName")),
    passes("ORG-10", "no cluster", .good),
    passes("ORG-10", "a known cluster", cluster),
    passes("ORG-10", "a slip", cluster.with(["s3.orgName": .text("GRAPPE DE SERVICES OPTILAB MONTEREGI")])),
    passes("ORG-10", "one of a cluster’s regions", cluster.with(["s3.orgName": .text("OPTILAB LANAUDIÈRE")])),
    passes("ORG-10", "a hospital’s cluster", cluster.with(["s3.orgName": .text("OPTILAB CHU Ste-Justine")])),
    fails(
      "ORG-10", .clerk, ["s3.orgName"], "no such cluster",
      cluster.with(["s3.orgName": .text("GRAPPE OPTILAB DU LAC-BLEU")])),
    doubts(
      "ORG-10", .clerk, ["s3.orgName"], "no such cluster, with doubt",
      cluster.with(["s3.orgName": .text("OPTILAB XYZ")]).doubting("s3.orgName")),
    passes("ORG-11", "an institution", .good),
    fails(
      "ORG-11", .info, ["s3.orgName"], "a service point",
      .good.with(["s3.orgName": .text("POINT DE SERVICE DE LA RIVIÈRE-CLAIRE")])),
    doubts(
      "ORG-11", .info, ["s3.orgName"], "with doubt",
      .good.with(["s3.orgName": .text("POINT DE SERVICE DU LAC")]).doubting("s3.orgName")),
  ]

  private static func number(_ number: String?) -> Sample {
    .good.with(["s2.orgNumber": number.map { .text($0) } ?? .nothing])
  }
  private static func named(_ name: String) -> Sample { .good.with(["s2.orgName": .text(name)]) }
}
