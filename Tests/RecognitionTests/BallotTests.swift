import Testing

@testable import Forms
@testable import Recognition

struct BallotTests {
  struct Case: Sendable {
    var kind: FieldDefinition.Kind
    var voices: [String]
    var text: String
    var isAgreed = false
  }

  @Test(arguments: [
    // The first two, of different models, are enough.
    Case(kind: .name, voices: ["L’HEUREUX", "L’HEUREUX"], text: "L’HEUREUX", isAgreed: true),
    // What a kind's spelling leaves free is no disagreement.
    Case(kind: .phone, voices: ["(418) 555-0123", "418 555 0123"], text: "(418) 555-0123", isAgreed: true),
    Case(kind: .postalCode, voices: ["G1K7TB", "G1K 7T8"], text: "G1K7T8", isAgreed: true),
    // A form that the kind wants beats what most say.
    Case(kind: .phone, voices: ["185550127", "185550127", "418 555-0127", "185550127"], text: "418 555-0127"),
    Case(kind: .postalCode, voices: ["H0T5M1", "H9T5M1", "H9T5M1", "H9TSMI"], text: "H9T5M1"),
    Case(kind: .postalCode, voices: ["F9R 1A1", "J9R 1A1"], text: "J9R1A1"),
    // Among as many, the French model knows accents and the other the signs of e-mail addresses.
    Case(kind: .name, voices: ["côté", "Côté", "côté", "Côté"], text: "Côté"),
    Case(kind: .email, voices: ["a.roy12@example.org", "a.roy1z@example.org"], text: "a.roy12@example.org"),
    // Underscores are lost, never made up.
    Case(kind: .email, voices: ["a.royx@example.org", "a.royx@example.org", "a.roy_x@example.org", "a.royx@example.org"], text: "a.royx@example.org", isAgreed: true),
    Case(kind: .email, voices: ["a.roy_x@example.org", "a.royx@example.org", "a.royx@example.org", "a.royx@example.org"], text: "a.roy_x@example.org"),
    // No two alike: letter by letter.
    Case(kind: .text, voices: ["CSSS DES TROIS-SAUEES", "CISSS DES TROIS-SAULES.", "CISSS DES'TROIS-SAULES", "CISSS DES TROIS SAULES"], text: "CISSS DES TROIS-SAULES"),
    Case(kind: .text, voices: ["", "GMF", "", ""], text: "GMF"),
    Case(kind: .text, voices: ["", "", "", ""], text: "", isAgreed: true),
    Case(kind: .text, voices: [], text: ""),
  ])
  func `voices are chosen among by their form, their number and their letters`(ballot: Case) {
    let chosen = Ballot(ballot.voices, ballot.kind)
    #expect(chosen.text == ballot.text)
    #expect(chosen.isAgreed == ballot.isAgreed)
  }

  @Test(arguments: [
    ("G1K 7T3", true), ("G1K7T3", true), ("D1K 7T3", false), ("W1K 7T3", false), ("G1K 7O3", false), ("GIK 7T3", false), ("G1K 7T", false),
  ])
  func `a postal code bears the letters that are given out`(code: String, isCanadian: Bool) {
    #expect(Repair.isCanadian(code) == isCanadian)
  }

  @Test(arguments: [
    ("LAVOIE", "(LAVOIE", true), ("LAC-ROND", "LAC —ROND", true), ("VAN", "|VAN", false), ("CÔTÉ", "COTÉ", false), ("DUFRESNE-LAMY", "DUFRESNE LAMY", false),
  ])
  func `the page's own reading may add signs at an entry's ends, but no stroke`(own: String, heard: String, same: Bool) {
    let words = heard.split(separator: " ").map { Word(text: String($0), box: Box(0, 0, 9, 9), font: "", size: 9, source: .ocr) }
    #expect(ScannedPage.isHeard(own, words, .name) == same)
  }

  @Test func `a number is heard whatever divides it, and not with another figure`() {
    func word(_ text: String) -> [Word] { [Word(text: text, box: Box(0, 0, 9, 9), font: "", size: 9, source: .ocr)] }
    #expect(ScannedPage.isHeard("873-555-0172", word("‘873.555-0172"), .phone))
    #expect(!ScannedPage.isHeard("873-555-0172", word("1873-555-0172"), .phone))
  }

  @Test func `apostrophes of either shape and dashes are left to a person`() {
    for text in ["L'HEUREUX", "L’HEUREUX", "ODILE – PAVILLON", "ODILE - PAVILLON"] { #expect(ScannedPage.isAmbiguous(text), "\(text)") }
    #expect(!ScannedPage.isAmbiguous("SAINTE-ODILE"))
  }
}
