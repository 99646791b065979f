import Testing

@testable import Forms
@testable import Recognition

struct ValueFormsTests {
  @Test(arguments: [
    ("4185550123", "418 555-0123"), ("(418) 555-0123", "418 555-0123"), ("1 418-555-0123", "418 555-0123"),
    ("418.555.0123", "418 555-0123"), ("418 555-012", "418 555-012"), ("poste 12", "poste 12"),
  ])
  func `telephone numbers are written one way, others kept`(text: String, value: String) {
    #expect(ValueForms.value(text, .phone) == .text(value))
  }

  @Test(arguments: [
    ("2026 03 02", "2026-03-02"), ("20260302", "2026-03-02"), ("2026/3/2", "2026-03-02"), ("2026-02-30", "2026-02-30"),
    ("02-03-2026", "02-03-2026"), ("mars 2026", "mars 2026"), ("26 février 2026", "2026-02-26"), ("2026-juin-22", "2026-06-22"),
    ("1er août 2026", "2026-08-01"), ("3 ju 2026", "3 ju 2026"), ("3 juil. 2026", "2026-07-03"),
  ])
  func `dates are year, month, day, impossible days too`(text: String, value: String) {
    #expect(ValueForms.value(text, .date) == .text(value))
  }

  @Test(arguments: [("g1k7t3", "G1K 7T3"), ("G1K-7T3", "G1K 7T3"), ("G1K 7T", "G1K 7T")])
  func `postal codes are letters and digits in turn`(text: String, value: String) {
    #expect(ValueForms.value(text, .postalCode) == .text(value))
  }

  @Test func `spaces are single, characters composed, and nothing is blank`() {
    #expect(ValueForms.value("  E\u{301}LOI\u{0}\n  ROY ", .name) == .text("ÉLOI ROY"))
    #expect(ValueForms.value(" \u{A0} ", .name) == .nothing)
    // What programs put in empty fields shows nothing; within a word it stays, for the rules to see.
    #expect(ValueForms.value("\u{200B}", .name) == .nothing)
    #expect(ValueForms.value("a\u{200B}b", .name) == .text("a\u{200B}b"))
  }

  @Test(arguments: [("G1K7TB", "G1K7T8"), ("GOA2Y7", "G0A2Y7"), ("H4Y5J", "H4Y5J")])
  func `a postal code read from a picture is mended only where a digit must stand`(read: String, mended: String) {
    #expect(Repair.text(read, .postalCode) == mended)
  }
}

struct FoldingTests {
  @Test(arguments: [("Numéro de l’établissement", "numerodeletablissement"), ("ŒUVRE – N° 2", "oeuvren2"), ("É\u{301}", "e")])
  func `case, accents, spaces and punctuation do not count`(text: String, plain: String) { #expect(folded(text) == plain) }
}

struct AssignmentTests {
  @Test func `pairs have the least total cost`() {
    #expect(Assignment.solve([[1, 2], [1, 5]], alone: 100) == [1, 0])
  }

  @Test func `a row stays alone when that costs less`() {
    #expect(Assignment.solve([[1], [2]], alone: 10) == [0, nil])
    #expect(Assignment.solve([[50]], alone: 10) == [nil])
    #expect(Assignment.solve([[5], [6]], alone: [4, 9]) == [nil, 0])
  }

  @Test func `labels that push one another off their places are contested`() {
    let alone = [9.0, 9, 9]
    #expect(FormMap.contested([0, 1, 2], [[1, 5, 9], [5, 1, 5], [9, 5, 1]], alone) == [false, false, false])
    // The third label has no place, and the second stands in that of the third.
    #expect(FormMap.contested([0, 2, nil], [[1, 5, 9], [8, 9, 4], [9, 5, 1]], alone) == [false, true, true])
  }

  @Test func `a file's number with a year is no date`() {
    #expect(ValueForms.evidentKind("2026-0418") == nil)
    #expect(ValueForms.evidentKind("2026-7730") == nil)
    #expect(ValueForms.evidentKind("2026-04-18") == .date)
    #expect(ValueForms.evidentKind("20260418") == .date)
  }
}
