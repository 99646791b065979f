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
