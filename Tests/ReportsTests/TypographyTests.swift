import Forms
import Foundation
import Testing

@testable import Reports

@Suite struct TypographyTests {
  @Test func `dates are written in full`() {
    #expect(Typography.date(march2, .fr) == "2\u{A0}mars\u{A0}2026")
    #expect(Typography.date(CalendarDate("2026-08-01")!, .fr) == "1er\u{A0}août\u{A0}2026")
    #expect(Typography.shortDate(CalendarDate("2026-10-01")!, .fr) == "1er\u{A0}oct.")
    #expect(Typography.date(march2, .en) == "March\u{A0}2, 2026")
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1\u{A0}000"), (1_234_567, "1\u{A0}234\u{A0}567"), (-1234, "−1\u{A0}234"),
  ])
  func `thousands are set apart`(number: Int, text: String) {
    #expect(Typography.number(number, .fr) == text)
  }

  @Test func `a share of nothing is not a number`() {
    #expect(Typography.percent(1, of: 3, .fr) == "33\u{A0}%")
    #expect(Typography.percent(0, of: 0, .fr) == "—")
  }

  @Test(arguments: [
    ("l'accès « a » : 5 %", "l’accès «\u{A0}a\u{A0}»\u{A0}: 5\u{A0}%"), ("section 2", "section\u{A0}2"),
    ("(5 caractères)", "(5\u{A0}caractères)"),
  ])
  func `French sentences keep together what belongs together`(plain: String, held: String) {
    #expect(Typography.set(plain, .fr) == held)
  }

  @Test func `lists end with a conjunction, and acronyms keep their capitals`() {
    #expect(Typography.list(["a", "b", "c"], .fr) == "a, b et c")
    #expect(Typography.list(["a"], .en) == "a")
    #expect(Typography.lowercasedFirst("Nom") == "nom")
    #expect(Typography.lowercasedFirst("GMF visé") == "GMF visé")
    #expect(Typography.lowercasedFirst("État") == "état")
  }

  /// The pairs of letters and grounds that letters and reports use.
  @Test(arguments: [
    (Colour.ink, Colour.watermark), (.muted, Colour(0xFFFFFF)), (.muted, .panel), (.muted, .watermark),
    (.deep, .watermark), (.deep, .panel), (.amber, .amberPanel), (Colour(0x5C3C00), .amberPanel),
    (Colour(0x1D5796), .watermark), (Colour(0x1D5796), .panel), (Colour(0x6B4600), .amberPanel),
    (.muted, Colour(0xF4F6F9)), (Colour(0xD5E3F3), .deep),
  ])
  func `letters stand out from their ground`(letters: Colour, ground: Colour) {
    let (a, b) = (luminance(letters), luminance(ground))
    #expect((max(a, b) + 0.05) / (min(a, b) + 0.05) >= 4.5)
  }

  /// Relative luminance, WCAG 2.1.
  private func luminance(_ colour: Colour) -> Double {
    let linear = [colour.red, colour.green, colour.blue].map {
      $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
