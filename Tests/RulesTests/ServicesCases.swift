import Forms

extension RuleCase {
  static let services: [RuleCase] = [
    passes("SVC-01", "one application", .good),
    fails("SVC-01", .reject, applications, "none", nothingTicked),
    doubts("SVC-01", .clerk, applications, "a box read with doubt", nothingTicked.doubting("s1.app.association")),
    doubts(
      "SVC-01", .clerk, applications, "a mark that may be a tick",
      nothingTicked.observing { $0.ambiguousTicks = ["s1.app.association"] }),
    passes("SVC-02", "another application", .good),
    asks("SVC-02", ["s2.lastName"], "payments, authorized by the executive director", payment("CHEF DE SERVICE")),
    passes("SVC-02", "the user is the cluster’s representative", representative),
    doubts("SVC-02", nil, [], "a doubtful role still blank", payment("CHEF DE SERVICE").notFinding(["s3.role"])),
    passes("SVC-03", "another application", .good),
    passes("SVC-03", "head of service", payment("CHEFFE DU SERVICE DE PHARMACIE")),
    passes("SVC-03", "head of department, inclusive", payment("CHEF(FE) DE DÉPARTEMENT")),
    passes("SVC-03", "director, feminine", payment("DIRECTRICE MÉDICALE ET DES SERVICES PROFESSIONNELS")),
    passes("SVC-03", "deputy, short", payment("ADJOINTE AU DMSP")),
    passes("SVC-03", "points in the sigle", payment("P.D.G.")),
    passes("SVC-03", "two functions", payment("MÉDECIN, CHEF DU DÉPARTEMENT DE CHIRURGIE")),
    fails("SVC-03", .clerk, ["s2.function"], "a secretary", payment("SECRÉTAIRE ADMINISTRATIVE")),
    fails("SVC-03", .clerk, ["s2.function"], "a head’s assistant", payment("ASSISTANTE DU CHEF DE SERVICE")),
    fails("SVC-03", .clerk, ["s2.function"], "administrative help", payment("ADJOINTE AU DSP – VOLET ADMINISTRATIF")),
    doubts("SVC-03", .clerk, ["s2.function"], "a doubtful function", payment("AGENT").doubting("s2.function")),
    passes("SVC-04", "no family medicine group", payment("CHEF DE SERVICE")),
    passes("SVC-04", "its responsible physician", group("MÉDECIN RESPONSABLE")),
    passes("SVC-04", "the physician who authorizes", group("MÉDECIN").with(authorizerIsUser)),
    fails("SVC-04", .clerk, ["s2.function"], "its secretary", group("SECRÉTAIRE")),
    doubts("SVC-04", .clerk, ["s2.function"], "a doubtful function", group("SECRÉTAIRE").doubting("s2.function")),
    passes("SVC-05", "a head of service", payment("CHEF DE SERVICE")),
    fails("SVC-05", .info, ["s2.function"], "the cluster’s representative", representative),
    doubts("SVC-05", .info, ["s2.function"], "the same, read with doubt", representative.doubting("s2.function")),
    passes("SVC-06", "clear ticks", .good),
    fails("SVC-06", .clerk, ["s3.role"], "a half-filled box", .good.observing { $0.ambiguousTicks = ["s3.role"] }),
    passes("SCP-01", "a scope", .good),
    fails("SCP-01", .reject, ["s1.scope"], "none", noScope),
    fails(
      "SCP-01", .clerk, ["s1.scope"], "none, for a family medicine group",
      noScope.with(["s3.role": .text("gmfPhysician")])),
    passes("SCP-01", "numbers say it in another way", noScope.with(["s5.numbers": .list(["60120"])])),
    doubts("SCP-01", .clerk, ["s1.scope"], "a doubtful blank", noScope.doubting("s1.scope")),
    doubts("SCP-01", .clerk, ["s1.scope"], "the role is doubtful", noScope.doubting("s3.role")),
    passes("SCP-02", "one scope", .good),
    fails("SCP-02", .clerk, ["s1.scope"], "two", .good.with(["s1.scope": .list(["some", "all"])])),
    doubts(
      "SCP-02", .clerk, ["s1.scope"], "two, with doubt",
      .good.with(["s1.scope": .list(["some", "all"])]).doubting("s1.scope")),
    passes("SCP-03", "numbers are there", .good),
    fails("SCP-03", .clerk, scopeAndNumbers, "only the number of section 2", .good.with(["s5.numbers": .list([])])),
    fails("SCP-03", .reject, scopeAndNumbers, "no number at all", noNumber),
    passes("SCP-03", "the back is absent", backGone),
    doubts("SCP-03", .clerk, scopeAndNumbers, "section 5 is doubtful", noNumber.doubting("s5.numbers")),
    passes("SCP-04", "no list", allInstallations),
    fails("SCP-04", .clerk, scopeAndNumbers, "a list", .good.with(["s1.scope": .text("all")])),
    doubts(
      "SCP-04", .clerk, scopeAndNumbers, "a doubtful list",
      .good.with(["s1.scope": .text("all")]).doubting("s5.numbers")),
    passes("SCP-05", "no list", cluster),
    fails("SCP-05", .clerk, scopeAndNumbers, "a list", cluster.with(["s5.numbers": .list(["60120"])])),
    doubts(
      "SCP-05", .clerk, scopeAndNumbers, "a doubtful list",
      cluster.with(["s5.numbers": .list(["60120"])]).doubting("s5.numbers")),
    passes("SCP-06", "a cluster and its representative", cluster),
    fails(
      "SCP-06", .clerk, ["s1.scope", "s3.role"], "a cluster and a director",
      cluster.with(["s3.role": .text("executiveDirector")])),
    fails(
      "SCP-06", .clerk, ["s1.scope", "s3.role"], "the reverse", .good.with(["s3.role": .text("optilabRepresentative")])),
    doubts("SCP-06", nil, [], "the role was not found", cluster.notFinding(["s3.role"])),
    passes("SCP-07", "a scope", .good),
    fails("SCP-07", .clerk, scopeAndNumbers, "numbers alone", .good.with(["s1.scope": .nothing])),
    doubts("SCP-07", .clerk, scopeAndNumbers, "numbers and a scope not found", .good.notFinding(["s1.scope"])),
    passes("SCP-08", "each once", .good),
    fails("SCP-08", .info, ["s5.numbers"], "twice", .good.with(["s5.numbers": .list(["60120", "6018X", "60120"])])),
    fails(
      "SCP-08", .info, ["s5.numbers", "s2.orgNumber"], "that of section 2", .good.with(["s5.numbers": .list(["60110"])])
    ),
    doubts(
      "SCP-08", .info, ["s5.numbers"], "twice, with doubt",
      .good.with(["s5.numbers": .list(["60120", "60120"])]).doubting("s5.numbers")),
    passes("SCP-09", "the same institution’s", .good),
    passes("SCP-09", "one of its care units", .good.with(["s5.numbers": .list(["60183"])])),
    fails("SCP-09", .clerk, ["s5.numbers"], "another’s", .good.with(["s5.numbers": .list(["60120", "60210"])])),
    passes("SCP-09", "the institution itself is in no register", withoutInstitutions),
    fails(
      "SCP-09", .clerk, ["s5.numbers"], "another’s, when institutions are in no register",
      withoutInstitutions.with(["s5.numbers": .list(["60210"])])),
    asks("SCP-09", ["s5.numbers"], "no register", .good.withoutRegister),
    doubts(
      "SCP-09", .clerk, ["s5.numbers"], "another’s, with doubt",
      .good.with(["s5.numbers": .list(["60210"])]).doubting("s5.numbers")),
    passes("SCP-10", "no page joined", .good.with(["s5.numbers": .list([])])),
    fails("SCP-10", .clerk, ["s5.numbers"], "a page joined", sheet),
    passes("SCP-10", "numbers and a page joined", .good.observing { $0.extraPages = [3] }),
    doubts("SCP-10", .clerk, ["s5.numbers"], "a doubtful blank", sheet.doubting("s5.numbers")),
  ]

  static let authorizerIsUser: [FieldID: FieldValue] = [
    "s3.firstName": .text("Marie Eve"), "s3.lastName": .text("TREMBLAY"),
  ]
  static let cluster = Sample.good.with([
    "s1.scope": .text("cluster"), "s3.role": .text("optilabRepresentative"), "s5.numbers": .list([]),
    "s3.orgName": .text("GRAPPE OPTILAB MONTÉRÉGIE"),
  ])
  static func payment(_ function: String) -> Sample {
    .good.with(["s1.app.paymentAuthorization": .flag(true), "s2.function": .text(function)])
  }

  private static let withoutInstitutions: Sample = {
    var sample = Sample.good
    sample.request.register = Register(sampleRegister.establishments.filter { $0.category != .institution })
    return sample
  }()
  private static let applications: [FieldID] = ["s1.app.paymentAuthorization", "s1.app.association"]
  private static let scopeAndNumbers: [FieldID] = ["s1.scope", "s5.numbers"]
  private static let nothingTicked = Sample.good.with(["s1.app.association": .flag(false)])
  private static let noScope = Sample.good.with(["s1.scope": .nothing, "s5.numbers": .list([])])
  private static let noNumber = Sample.good.with(["s2.orgNumber": .nothing, "s5.numbers": .list([])])
  private static let sheet = Sample.good.with(["s5.numbers": .list([])]).observing { $0.extraPages = [3] }
  private static let representative = payment("REPRÉSENTANTE AUTORISÉE D’UNE GRAPPE DE SERVICES (OPTILAB)")
  private static func group(_ function: String) -> Sample {
    payment(function).with(["s3.role": .text("gmfPhysician"), "s2.orgName": .text("GMF DES ÉRABLES")])
  }
}
