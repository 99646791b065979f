import Forms
import Testing

@testable import Rules

@Suite struct WordsTests {
  @Test(arguments: [
    ("D.S.P.", ["dsp"]), ("p. i.", ["pi"]), ("Chef(fe) de l’Œuvre", ["chef", "fe", "de", "l", "oeuvre"]),
    ("M. TREMBLAY", ["m", "tremblay"]), ("Côte-Nord", ["cote", "nord"]), ("", []),
  ])
  func `a text is split into folded words`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    "CÉLINE", "L’Œuvre « Été »", "Zoë Nuñez-Ångström", "cafe\u{301}", "Ｗide", "Straße", "ﬁn", "Ελένη", "Łódź", "a\u{A0}b\u{AD}c", "",
  ])
  func `folding letter by letter gives what Foundation gives for the whole text`(text: String) {
    #expect(folded(text) == foldedWhole(text))
  }

  @Test(arguments: [
    ("A.B. Roy", ["ab", "roy"]), ("C.H.U", ["chu"]), ("Dr. Roy", ["dr", "roy"]), ("M. A Roy", ["ma", "roy"]), ("a.b.cd", ["abcd"]),
    ("J. Roy", ["j", "roy"]), ("xA.B.", ["xa", "b"]), ("fin. A", ["fin", "a"]), ("1.2.3", ["1", "2", "3"]),
  ])
  func `only single letters with points make an abbreviation`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    ("418 555-0101 poste 22", true), ("418 555-0101 ext. 7 ", true), ("418 555-0101 #4", true), ("418 555-0101 P. 12", true),
    ("418 555-0101 poste", false), ("418 555-0101 bureau 3", false), ("418 555-0101 x2a", false), ("+1 418 555-0101", true),
    ("2 418 555-0101", false), ("962 555-0101", false), ("418 155-0101", false),
  ])
  func `a telephone number may be followed by an extension and nothing else`(text: String, isOne: Bool) {
    #expect((PhoneNumber(text) != nil) == isOne)
  }

  @Test(arguments: [
    ("6104-4534", true), ("61044534", true), ("6104–4534", true), ("6104 4534", true), ("6104--4534", false), ("6104-453", false),
    ("6104X4534", false),
  ])
  func `a ministry code is eight digits, a hyphen allowed in the middle`(text: String, isOne: Bool) {
    #expect(EstablishmentNumber(text).isMinistryCode == isOne)
  }

  @Test(arguments: [
    ("gmail", "gmail", 0), ("gmial", "gmail", 1), ("gmai", "gmail", 1), ("hotmial", "gmail", 2), ("", "ab", 2),
  ])
  func `slips are counted up to a limit`(a: String, b: String, expected: Int) {
    #expect(slips(a, b, limit: 1) == min(expected, 2))
  }

  @Test(arguments: [
    ("G1K 7T3", true), ("g1k7t3", true), ("J0Z-1A0", true), ("G1K 7T", false), ("W1K 7T3", false),
    ("G1O 7T3", false), ("G1K 7T33", false),
  ])
  func `postal codes hold only letters in use`(text: String, isOne: Bool) {
    #expect((PostalCode(text) != nil) == isOne)
  }

  @Test(arguments: [
    ("418 555-0101", "418"), ("1-888-555-0101", "888"), ("(514) 555.0101 poste 22", "514"), ("418 555-01O1", nil),
    ("411 555-0101", nil), ("392 555-0101", nil), ("372 555-0101", nil), ("418 911-0101", nil), ("4185550101999", nil),
  ])
  func `telephone numbers follow the North American plan`(text: String, areaCode: String?) {
    #expect(PhoneNumber(text)?.areaCode == areaCode)
  }

  @Test(arguments: [
    ("CISSS de Laval", "Centre intégré de santé et de services sociaux de Laval", false),
    ("Hôpital de Verdun", "Hôpital de Lachine", true),
    ("CLSC Saint-Jean", "Hôpital Saint-Luc", true),
    ("CHSLD Ste-Anne", "Centre d’hébergement Sainte-Anne", false),
    ("CIUSSS du Nord-de-l’Île-de-Montréal", "CIUSSS de l’Est-de-l’Île-de-Montréal", true),
    ("HMR", "Hôpital Maisonneuve-Rosemont", false),
    ("CHUM", "Hôpital général de Montréal", true),
    ("Centre hospitalier de l’Université de Montréal", "CHUM", false),
    ("CISSS", "CHSLD Sainte-Anne", false),
    ("CISSS de la Montérégie-Est", "CISSS de la Montérégi-Est", false),
  ])
  func `names of organisations differ only when they clearly do`(a: String, b: String, differ: Bool) throws {
    let lexicons = Shipped.form.lexicons
    let names = OrganisationNames(
      abbreviations: try #require(lexicons["organisation-abbreviations"]),
      kinds: try #require(lexicons["organisation-kinds"]))
    #expect(names.differ(a, b) == differ)
    #expect(names.differ(b, a) == differ)
  }
}
