import Forms
import Testing

@testable import Reports

@Suite struct LetterRenderingTests {
  private static let hostile = "<script>alert(1)</script> \"O'BRIEN\" & \u{202E}FILS\u{7}"

  @Test func `a hostile name is text in HTML, nothing else`() throws {
    var values = sampleValues
    values["s2.firstName"] = Self.hostile
    let html = try letter([finding("SIG-02", ["s3.signature"])], reading: reading(values)).html()
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;O&#39;BRIEN&quot; &amp;"))
    #expect(!html.unicodeScalars.contains("\u{202E}") && !html.unicodeScalars.contains("\u{7}"))
  }

  @Test func `the page is complete in itself and has one heading of the first rank`() throws {
    let html = try letter(twelveFindings).html()
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr-CA\">"))
    #expect(html.ranges(of: "<h1>").count == 1)
    for forbidden in ["<script", "http://", "https://", "url(", "<img", "<link"] { #expect(!html.contains(forbidden)) }
  }

  @Test func `lines of the text have at most 72 characters`() throws {
    let text = try letter(twelveFindings, stage: .confirmed).text()
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test func `every finding is in every rendering`() throws {
    let letter = try letter(twelveFindings)
    let pdf = try letter.pdf()
    let flat = { (text: String) in String(text.filter { !$0.isWhitespace }) }
    let renderings = [letter.text(), letter.html()] + (Program.pdftotext.output(of: pdf).map { [$0] } ?? [])
    for rendering in renderings {
      for finding in twelveFindings { #expect(flat(rendering).contains(flat(finding.message.fr))) }
      for needed in ["Demandes_acces_SEL@ramq.gouv.qc.ca", "G1K7T3", "418780-4208", "514687-3612", "1888330-3023"] {
        #expect(flat(rendering).contains(needed))
      }
    }
  }

  @Test(arguments: [1, 3, 10, 12])
  func `up to a dozen findings fit on one page`(count: Int) throws {
    for stage in ReturnedCase.Stage.allCases {
      #expect(PDFPages.count(in: try letter(Array(twelveFindings.prefix(count)), stage: stage).pdf()) == 1)
    }
  }

  @Test func `a dozen findings fit on one page with a postal address and the notice`() throws {
    let findings =
      twelveFindings.filter { !["USR-01", "USR-06"].contains($0.rule) }
      + [finding("SIG-02", ["s3.signature"]), finding("ORG-03", ["s2.orgNumber"], .clerk)]
    let letter = try letter(findings, stage: .confirmed, sender: nil)
    #expect(letter.addressLines.count == 3)
    #expect(PDFPages.count(in: try letter.pdf()) == 1)
  }

  @Test(.enabled(if: Program.pdftotext.isInstalled))
  func `more findings than a page holds run on, each page marked and none dropped`() throws {
    let many = (1...60).map {
      finding(RuleID("TST-\($0)"), ["s2.lastName"], .reject, "Constat numéro \($0), à corriger.")
    }
    let pdf = try letter(many).pdf()
    let text = try #require(Program.pdftotext.output(of: pdf))
    #expect(PDFPages.count(in: pdf) > 1)
    for number in 1...60 { #expect(text.contains("Constat numéro \(number),")) }
    let pages = text.split(separator: "\u{C}").filter { $0.contains { !$0.isWhitespace } }
    #expect(pages.count == PDFPages.count(in: pdf))
    #expect(pages.allSatisfy { $0.contains("PROJET") })
    #expect(pages[0].contains("Page 1 de"))
  }

  @Test func `the same letter gives the same bytes`() throws {
    #expect(try letter(twelveFindings).pdf() == letter(twelveFindings).pdf())
    #expect(try letter(twelveFindings).html() == letter(twelveFindings).html())
  }

  @Test func `the PDF says its language, its title and that it is tagged`() throws {
    for (language, mark) in [(Language.fr, "/Lang (fr-CA)"), (.en, "/Lang (en-CA)")] {
      let pdf = try letter(twelveFindings, language: language).pdf()
      let text = String(decoding: pdf, as: UTF8.self)
      #expect(text.hasPrefix("%PDF-1."))
      #expect(text.contains(mark))
      #expect(text.contains("/MarkInfo << /Marked true >>"))
      #expect(text.contains("/ViewerPreferences << /DisplayDocTitle true >>"))
      #expect(text.contains("/StructTreeRoot"))
      #expect(text.hasSuffix("%%EOF\n"))
    }
  }

  @Test(.enabled(if: Program.qpdf.isInstalled && Program.pdfinfo.isInstalled))
  func `other programs find the PDF sound, tagged, titled and its fonts embedded`() throws {
    let pdf = try letter(twelveFindings).pdf()
    #expect(try #require(Program.qpdf.output(of: pdf)).contains("No syntax or stream encoding errors"))
    let info = try #require(Program.pdfinfo.output(of: pdf))
    #expect(info.contains("PROJET – Demande d’accès aux services en ligne"))
    #expect(info.contains(/Tagged:\s+yes/))
    #expect(info.contains(/Pages:\s+1\n/))
    #expect(info.contains(/Page size:\s+612 x 792 pts \(letter\)/))
    #expect(info.contains(/CreationDate:.*Mar +5 .*2026/))
    let structure = try #require(Program.structure.output(of: pdf))
    for element in [
      "H1 (block)", "H2 (block)", "H3 (block)", "P (block)", "L (block)", "LI (block)", "LBody (block)",
      "Link (inline)",
    ] {
      #expect(structure.contains(element))
    }
    let fonts = try #require(Program.pdffonts.output(of: pdf)).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains(/\syes\s+yes\s+(yes|no)\s/) })
  }

  @Test(.enabled(if: Program.pdftotext.isInstalled))
  func `a hostile name is drawn as text`() throws {
    var values = sampleValues
    values["s2.firstName"] = Self.hostile
    let pdf = try letter([finding("SIG-02", ["s3.signature"])], reading: reading(values)).pdf()
    #expect(try #require(Program.pdftotext.output(of: pdf)).contains("<script>alert(1)</script> \"O'BRIEN\" &"))
    #expect(!String(decoding: pdf, as: UTF8.self).contains("/JavaScript"))
  }
}

/// Counts the pages of our own uncompressed page tree.
enum PDFPages {
  static func count(in pdf: [UInt8]) -> Int {
    String(decoding: pdf, as: UTF8.self).firstMatch(of: /\/Count (\d+)/).flatMap { Int($0.1) } ?? 0
  }
}
