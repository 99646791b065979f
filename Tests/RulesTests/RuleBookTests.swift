import Forms
import Testing

@testable import Rules

@Suite struct RuleBookTests {
  /// The shipped form with one rule only.
  private func form(_ id: RuleID, _ parameters: [String: ParameterValue]) -> FormDefinition {
    var form = Shipped.form
    form.rules = [RuleDefinition(id: id, message: Wording(fr: "Non.", en: "No."), parameters: parameters)]
    return form
  }

  @Test(
    arguments: [
      ("XYZ-01", [:], RuleError.unknownRule("XYZ-01")),
      ("USR-01", [:], .missingParameter("USR-01", "fields")),
      ("USR-01", ["fields": .text("s2.lastName")], .wrongParameter("USR-01", "fields", expected: "a list of texts")),
      ("USR-01", ["fields": .list([.text("s2.surname")])], .unknownField("USR-01", "s2.surname")),
      ("USR-01", ["fields": .list([]), "field": .text("s2.email")], .unknownParameter("USR-01", "field")),
      ("FMT-01", ["depth": .number(3)], .unknownParameter("FMT-01", "depth")),
      (
        "DAT-05", ["fields": .list([]), "daysApart": .number(1.5)],
        .wrongParameter("DAT-05", "daysApart", expected: "a whole number above zero")
      ),
      (
        "DOC-05", ["transition": .text("22 July 2021")],
        .wrongParameter("DOC-05", "transition", expected: "a date written YYYY-MM-DD")
      ),
      (
        "SCP-04", ["scopeField": .text("s1.scope"), "numbersField": .text("s5.numbers"), "all": .text("every")],
        .unknownOption("SCP-04", "s1.scope", "every")
      ),
      (
        "USR-02", ["fields": .list([]), "rolesLexicon": .text("no-such-list")],
        .unknownLexicon("USR-02", "no-such-list")
      ),
      (
        "CRS-01", ["user": .map(["firstNameField": .text("s2.firstName")])],
        .missingParameter("CRS-01", "user.lastNameField")
      ),
      ("CRS-03", ["fields": .list([])], .unknownParameter("CRS-03", "fields")),
      ("RAM-02", ["when": .text("later")], .unknownMoment("RAM-02", "later")),
      ("EML-09", ["fields": .list([])], .questionMissing("EML-09")),
    ] as [(RuleID, [String: ParameterValue], RuleError)])
  func `a mistake in a rule’s parameters is told with the rule’s name`(
    id: RuleID, parameters: [String: ParameterValue], error: RuleError
  ) {
    #expect(throws: error) { try RuleBook(definition: form(id, parameters)) }
    #expect(error.description.contains(id.rawValue))
  }

  @Test(arguments: ["FMT-01", "RAM-02", "CRS-03"] as [RuleID])
  func `a question that is never asked is told`(id: RuleID) {
    var form = Shipped.form
    form.rules = form.rules.filter { $0.id == id }
    form.rules[0].question = Wording(fr: "Oui?", en: "Yes?")
    #expect(throws: RuleError.questionNeverAsked(id)) { try RuleBook(definition: form) }
  }

  @Test func `a rule that stands twice is told`() {
    var form = Shipped.form
    form.rules += form.rules.filter { $0.id == "FMT-01" }
    #expect(throws: RuleError.repeatedRule("FMT-01")) { try RuleBook(definition: form) }
  }

  @Test func `rules of later moments lend their words and are never asked`() throws {
    let book = try RuleBook(definition: form("DLV-01", ["when": .text("delivery")]))
    #expect(book.wording(of: "DLV-01")?.fr == "Non.")
    #expect(book.judge(Sample.good.request).findings.isEmpty)
  }

  @Test func `every rule the program knows stands in the shipped form`() {
    #expect(Set(RuleCatalogue.rules.keys).subtracting(Shipped.form.rules.map(\.id)).isEmpty)
  }

  @Test func `both languages are written in full, with no-break spaces in the French`() {
    for rule in Shipped.form.rules {
      for wording in [rule.message, rule.question].compactMap(\.self) {
        #expect(!wording.fr.isEmpty && !wording.en.isEmpty)
        for wrong in ["« ", " »", " :", " ?"] { #expect(!wording.fr.contains(wrong), "\(rule.id)") }
      }
    }
  }
}
