import Forms
import Foundation
import Testing

@testable import Reports

@Suite struct LetterTests {
  @Test func `a proposed letter is a draft and does not claim that a person confirmed it`() throws {
    let draft = try letter([finding("SIG-02", ["s3.signature"])])
    #expect(draft.draft?.label == "PROJET")
    #expect(draft.notice == nil)
    #expect(draft.html().contains("PROJET"))
    #expect(draft.text().contains("PROJET"))
    #expect(!draft.html().contains("traitement automatisé, puis confirmée"))
  }

  @Test func `a confirmed letter says how it was prepared and bears no draft mark`() throws {
    let confirmed = try letter([finding("SIG-02", ["s3.signature"])], stage: .confirmed)
    #expect(confirmed.draft == nil)
    #expect(confirmed.notice == Typography.set(LetterWording.automatedProcessing.fr, .fr))
    for rendering in [confirmed.html(), confirmed.text()] {
      #expect(!rendering.contains("PROJET"))
      #expect(rendering.contains("confirmée par un"))
    }
  }

  @Test func `the form's own wording of the notice comes first`() throws {
    var form = sampleForm
    form.rules = [RuleDefinition(id: "PRV-02", message: Wording(fr: "Avis du formulaire.", en: "Notice of the form."))]
    let confirmed = try Letter(
      about: returnedCase([finding("SIG-02", ["s3.signature"])], stage: .confirmed), form: form, date: march5)
    #expect(confirmed.notice == "Avis du formulaire.")
  }

  @Test func `corrections stand by section in the form's order, refusals before what is to be checked`() throws {
    let parts = try letter(twelveFindings).parts
    #expect(parts.map(\.title) == ["Ce qu’il faut corriger", "Ce qu’il faut aussi vérifier"])
    #expect(
      parts[0].groups.map(\.title) == [
        "Section\u{A0}1 – Description", "Section\u{A0}2 – Utilisateur", "Section\u{A0}3 – Autorisation",
      ])
    #expect(
      parts[1].groups.map(\.title) == [
        "Section\u{A0}2 – Utilisateur", "Sections\u{A0}2 et 3",
        "Section\u{A0}5 – Numéros d’établissement supplémentaires",
      ])
    #expect(parts[0].groups[1].corrections.map(\.fields) == ["Nom", "Adresse électronique", "Signature"])
    #expect(parts.flatMap(\.groups).flatMap(\.corrections).flatMap(\.rules).count == twelveFindings.count)
  }

  @Test func `what only a clerk asked to look at is the reason when nothing else stands against the form`() throws {
    let parts = try letter([finding("USR-06", ["s2.postalCode"], .clerk)]).parts
    #expect(parts.map(\.title) == ["Ce qu’il faut corriger"])
  }

  @Test func `one sentence about several fields is said once`() throws {
    let same = [finding("FMT-08", ["s2.lastName"], .clerk), finding("FMT-08", ["s2.firstName"], .clerk)]
    let corrections = try letter(same).parts[0].groups[0].corrections
    #expect(corrections.count == 1)
    #expect(corrections[0].fields == "Prénom et nom")
  }

  @Test func `notes that ask nothing of the applicant are left out`() throws {
    let findings = [finding("SIG-02", ["s3.signature"]), finding("EML-11", ["s2.email"], .info)]
    let rules = try letter(findings).parts.flatMap(\.groups).flatMap(\.corrections).flatMap(\.rules)
    #expect(rules == ["SIG-02"])
  }

  @Test(arguments: [RuleID("USR-11"), "EML-09", "CRS-04"])
  func `what the office holds on someone is never said`(rule: RuleID) throws {
    let about = finding(rule, ["s2.existingUsername"], .clerk)
    let letter = try letter([about])
    #expect(!letter.text().contains(about.message.fr))
    #expect(!letter.html().contains(about.message.fr))
    #expect(letter.text().contains("vérifier ce renseignement avec vous"))
  }

  @Test func `no value in question is repeated, in any rendering`() throws {
    var values = sampleValues
    let faulty: [FieldID: String] = [
      "s2.lastName": "ZYXW", "s2.email": "secretariat@zyxw.example.org", "s2.postalCode": "Z9Z 9Z9",
      "s2.phone": "418 555-0199", "s2.function": "FONCTIONZYXW", "s2.existingUsername": "IP4242424",
      "s5.numbers": "69999",
    ]
    values.merge(faulty) { $1 }
    let findings =
      twelveFindings + [finding("USR-10", ["s2.existingUsername"], .clerk)]
    for sender in [nil, "secretariat@zyxw.example.org", "SECRETARIAT@zyxw.example.org", "autre@example.org"] {
      let letter = try letter(findings, sender: sender, reading: reading(values))
      let pdf = try letter.pdf()
      for value in faulty.values {
        #expect(!letter.text().localizedCaseInsensitiveContains(value))
        #expect(!letter.html().localizedCaseInsensitiveContains(value))
        if let text = Program.pdftotext.output(of: pdf) { #expect(!text.localizedCaseInsensitiveContains(value)) }
      }
    }
  }

  @Test func `a file that cannot be opened is answered to its sender`() throws {
    let letter = try letter([finding("FMT-04", [])], reading: nil, outcome: .unreadable)
    #expect(letter.addressee == .sender(email: "envoi@example.org"))
    #expect(letter.parts[0].groups.map(\.title) == ["Document reçu"])
    #expect(letter.text().contains("Nous ne pouvons pas ouvrir le fichier"))
    #expect(letter.resend != nil)
  }

  @Test func `a file that could not be read, without any finding, still gets a sentence`() throws {
    let letter = try letter([], reading: nil, outcome: .crashed)
    #expect(letter.text().contains("Nous n’avons pas pu lire le fichier"))
  }

  @Test func `a form that was sent on asks nothing of the applicant`() throws {
    let letter = try letter([finding("DOC-02", [], .clerk)], reading: nil, outcome: .notAForm)
    #expect(letter.resend == nil)
    #expect(!letter.text().contains("de nouveau"))
    #expect(letter.text().contains("418\u{A0}780-4208"))
  }

  @Test func `a form against which nothing stands has no letter`() {
    #expect(throws: ReportsError.nothingToCorrect("2026-00042")) {
      try letter([finding("EML-11", ["s2.email"], .info)])
    }
  }

  @Test func `the clerk's own reason stands in the letter only where no finding does`() throws {
    var returned = returnedCase([], stage: .confirmed)
    returned.because = "Demande retirée\u{7} par <l'établissement>."
    let letter = try Letter(about: returned, form: sampleForm, date: march5)
    #expect(letter.text().contains("Demande retirée par <l’établissement>."))
    #expect(letter.html().contains("Demande retirée  par &lt;l’établissement&gt;."))
    returned.judgement.findings = [finding("SIG-02", ["s3.signature"])]
    #expect(try !Letter(about: returned, form: sampleForm, date: march5).text().contains("retirée"))
    returned.judgement.findings = []
    returned.stage = .proposed
    #expect(throws: ReportsError.nothingToCorrect("2026-00042")) {
      try Letter(about: returned, form: sampleForm, date: march5)
    }
  }

  @Test(arguments: [("M", "Monsieur,"), ("F", "Madame,"), ("", "Madame, Monsieur,")])
  func `the salutation follows the box ticked`(sex: String, salutation: String) throws {
    var values = sampleValues
    values["s2.sex"] = sex
    #expect(try letter([finding("SIG-02", ["s3.signature"])], reading: reading(values)).salutation == salutation)
  }

  @Test(arguments: [FieldID("s2.firstName"), "s2.lastName", "s2.sex"])
  func `a doubtful name leaves the salutation neutral`(field: FieldID) throws {
    let letter = try letter([finding("SIG-02", ["s3.signature"])], reading: reading(doubtful: [field]))
    #expect(letter.salutation == "Madame, Monsieur,")
  }

  @Test func `the letter is in English only when asked`() throws {
    let english = try letter([finding("SIG-02", ["s3.signature"])], stage: .confirmed, language: .en)
    #expect(english.html().contains("<html lang=\"en-CA\">"))
    #expect(english.text().contains("The signature of the person who authorizes"))
    #expect(english.text().contains("On March\u{A0}2, 2026, we received your form"))
    let draft = try letter([finding("SIG-02", ["s3.signature"])], language: .en)
    #expect(draft.text().contains("PROJET"))
  }

  @Test func `a day of receipt that is only assumed is not stated`() throws {
    var returned = returnedCase([finding("SIG-02", ["s3.signature"])])
    returned.arrival.receivedIsAssumed = true
    let letter = try Letter(about: returned, form: sampleForm, date: march5)
    #expect(letter.facts.map(\.label) == ["Numéro de dossier"])
    #expect(letter.introduction.hasPrefix("Nous avons reçu"))
  }
}
