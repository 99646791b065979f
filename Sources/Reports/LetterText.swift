extension Letter {
  /// The letter as plain text for a mail's body: UTF-8, lines of at most 72 characters, ended by line feeds.
  package func text() -> String {
    var page = PlainText()
    if let draft {
      page.add("*** \(draft.label) *** \(draft.value)")
      page.addBlank()
    }
    page.add(officeName)
    page.add(officeService)
    page.addBlank()
    page.add(date)
    page.addBlank()
    if let delivery { page.add(delivery) }
    for line in addressLines { page.addLine(line) }
    page.addBlank()
    page.addTitle(title, mark: "=")
    for fact in facts { page.add("\(fact.label)\(colon)\(fact.value)") }
    page.addBlank()
    page.add(salutation)
    page.addBlank()
    page.add(introduction)
    for part in parts { add(part, to: &page) }
    if let resend { add(resend, to: &page) }
    page.addTitle(help.title, mark: "-")
    for telephone in help.telephones { page.add("\(telephone.label)\(colon)\(telephone.value)") }
    page.add(help.hours)
    page.addBlank()
    page.add(closing)
    page.addBlank()
    page.add(officeName)
    if let notice {
      page.addBlank()
      page.add(notice)
    }
    return page.text
  }

  private var colon: String { language == .fr ? "\u{A0}: " : ": " }

  private func add(_ part: Part, to page: inout PlainText) {
    page.addTitle(part.title, mark: "-")
    for group in part.groups {
      page.addBlank()
      page.add(group.title)
      for correction in group.corrections {
        let fields = correction.fields.isEmpty ? "" : correction.fields + colon
        page.add(fields + correction.message, first: "  - ", rest: "    ")
      }
    }
  }

  private func add(_ resend: Resend, to page: inout PlainText) {
    page.addTitle(resend.title, mark: "-")
    page.add(resend.sentence)
    page.addBlank()
    page.addLine("\(resend.emailLabel)\(colon)\(resend.email)")
    page.add("(\(resend.emailFormat))")
    page.addBlank()
    page.add("\(resend.postLabel)\(colon)".trimmingSuffix())
    for line in resend.postalLines { page.addLine("  \(line)") }
  }
}

extension String {
  /// The text without the spaces at its end.
  fileprivate func trimmingSuffix() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
