import Forms

/// Says to an applicant what to correct and how to send the request again: the words of a letter, before any layout.
///
/// Until a clerk has confirmed the return it is a draft, bears its mark and lacks the sentence on automated processing,
/// which would not yet be true (facts F-7.2). It repeats no value that is in question and names no clerk.
package struct Letter: Hashable, Sendable {
  /// A label and what stands beside it.
  package struct Fact: Hashable, Sendable {
    package var label: String
    package var value: String
  }

  /// Corrections of one weight, under a heading.
  package struct Part: Hashable, Sendable {
    package var title: String
    package var groups: [CorrectionGroup]
  }

  /// How to send the form again.
  package struct Resend: Hashable, Sendable {
    package var title: String
    package var sentence: String
    package var emailLabel: String
    package var email: String
    /// What the mail must carry: « en format PDF, un fichier par formulaire ».
    package var emailFormat: String
    package var postLabel: String
    package var postalLines: [String]
  }

  /// How to speak with someone.
  package struct Help: Hashable, Sendable {
    package var title: String
    package var label: String
    package var telephones: [Fact]
    package var hours: String
  }

  package let language: Language
  /// « PROJET » and what it means; nil once a clerk has confirmed.
  package let draft: Fact?
  package let addressee: Addressee
  package let officeName: String
  package let officeService: String
  /// The day the letter bears.
  package let issued: CalendarDate
  package let date: String
  /// « Par courriel », « Par la poste »; nil while nobody is known to write to.
  package let delivery: String?
  package let addressLines: [String]
  /// The case number and the day of receipt.
  package let facts: [Fact]
  package let title: String
  package let salutation: String
  package let introduction: String
  package let parts: [Part]
  /// Nil when the office has sent the form on and nothing is asked of the applicant.
  package let resend: Resend?
  package let help: Help
  package let closing: String
  /// The sentence on automated processing (PRV-02); nil while a draft.
  package let notice: String?

  /// Words the letter of a case.
  ///
  /// - Parameters:
  ///   - form: names fields and sections; its rules word the notice.
  ///   - date: the day the letter bears.
  ///   - language: French unless the applicant asked for English (facts F-7.3).
  /// - Throws: `ReportsError.nothingToCorrect` when a form was read, nothing stands against it and no clerk said why.
  package init(
    about returned: ReturnedCase, form: FormDefinition, date: CalendarDate, language: Language = .fr,
    office: Office = .ramq
  ) throws(ReportsError) {
    let wording = LetterWording(language: language)
    let findings = returned.objections.filter { !CorrectionList.internalRules.contains($0.rule) }
    let because = returned.stage == .confirmed ? returned.because : nil
    guard !findings.isEmpty || because != nil || returned.outcome != .read else {
      throw .nothingToCorrect(returned.number)
    }
    let rerouted = !findings.isEmpty && findings.allSatisfy { $0.rule == "DOC-02" }
    addressee = Addressee(for: returned)
    var sex: String?
    var toUser = false
    switch addressee {
    case .user(let email, let name):
      delivery = wording.byEmail
      addressLines = [name, email].compactMap(\.self)
      toUser = true
      if name != nil { sex = returned.reliableText("s2.sex") }
    case .sender(let email):
      delivery = wording.byEmail
      // The letter repeats no value in question, be it the address it answers.
      let isDisputed = returned.disputedTexts.contains { $0.lowercased() == email.lowercased() }
      addressLines = [isDisputed ? wording.toSender : email]
    case .post(let name, let lines):
      delivery = wording.byPost
      addressLines = [name] + lines
      toUser = true
      sex = returned.reliableText("s2.sex")
    case .toBeCompleted:
      delivery = nil
      addressLines = [wording.addressToComplete]
    }
    self.language = language
    draft = returned.stage == .proposed ? Fact(label: wording.draft, value: wording.draftNote) : nil
    officeName = office.name
    officeService = office.service[language]
    issued = date
    self.date = Typography.date(date, language)
    let received =
      returned.arrival.receivedIsAssumed ? nil : Typography.date(returned.arrival.received, language)
    facts =
      [Fact(label: wording.caseNumber, value: returned.number)]
      + (received.map { [Fact(label: wording.received, value: $0)] } ?? [])
    salutation = wording.salutation(sex: sex)
    if rerouted {
      title = wording.reroutedTitle
      introduction = wording.reroutedIntroduction(received: received)
    } else if returned.reading == nil {
      title = wording.unreadTitle
      introduction = wording.unreadIntroduction(received: received)
    } else {
      title = wording.title
      introduction = wording.introduction(form: form.title[language], toUser: toUser, received: received)
    }
    parts = Self.parts(findings, because: because, rerouted: rerouted, form: form, wording: wording)
    resend =
      rerouted
      ? nil
      : Resend(
        title: wording.resendTitle, sentence: wording.resend, emailLabel: wording.byEmail, email: office.email,
        emailFormat: wording.emailFormat, postLabel: wording.byPost, postalLines: [office.name] + office.postalLines)
    help = Help(
      title: wording.helpTitle, label: wording.byTelephone,
      telephones: office.telephones.map { Fact(label: $0.place[language], value: $0.number) },
      hours: office.hours[language])
    closing = wording.closing(sex: sex)
    let prv02 = form.rules.first { $0.id == "PRV-02" }?.message ?? LetterWording.automatedProcessing
    notice = returned.stage == .confirmed ? Typography.set(prv02[language], language) : nil
  }

  /// Refusals first. What a clerk was asked to look at follows; alone, it is itself the reason for the return. Without
  /// either, the reason is the clerk's own.
  private static func parts(
    _ findings: [Finding], because: String?, rerouted: Bool, form: FormDefinition, wording: LetterWording
  ) -> [Part] {
    let list = CorrectionList(form: form, wording: wording)
    guard !findings.isEmpty else {
      let why = Correction(
        rules: [], fields: "", message: because.map { Typography.set($0, wording.language) } ?? wording.couldNotBeRead)
      return [
        Part(title: wording.toCorrect, groups: [CorrectionGroup(title: wording.wholeDocument, corrections: [why])])
      ]
    }
    let refusals = findings.filter { $0.severity == .reject }
    let others = findings.filter { $0.severity != .reject }
    let first = rerouted ? wording.whatWasDone : wording.toCorrect
    if refusals.isEmpty { return [Part(title: first, groups: list.groups(others))] }
    return [Part(title: first, groups: list.groups(refusals))]
      + (others.isEmpty ? [] : [Part(title: wording.toVerifyToo, groups: list.groups(others))])
  }
}
