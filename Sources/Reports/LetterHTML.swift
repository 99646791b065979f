extension Letter {
  /// The letter as one HTML page, complete in itself: no script, no outside resource.
  package func html() -> String {
    PageStyle.document(
      title: title, language: language, style: Self.style + (draft == nil ? "" : "\n" + Self.draftStyle), body: body)
  }

  private var body: String {
    """
    <body>
    <main class="sheet">
    \(draft.map { "<p class=\"draft-note\"><strong>\(escape($0.label))</strong> <span>\(escape($0.value))</span></p>" } ?? "")
    <header>
    <p class="office"><strong>\(escape(officeName))</strong><br>\(escape(officeService))</p>
    <p class="date">\(escape(date))</p>
    </header>
    <div class="head">
    <address>\(delivery.map { "<span class=\"delivery\">\(escape($0))</span><br>" } ?? "")\(lines(addressLines))</address>
    <dl class="facts">\(facts.map { "<div><dt>\(escape($0.label))</dt><dd>\(escape($0.value))</dd></div>" }.joined())</dl>
    </div>
    <h1>\(escape(title))</h1>
    <p>\(escape(salutation))</p>
    <p>\(escape(introduction))</p>
    \(parts.map(html).joined(separator: "\n"))
    \(resend.map(html) ?? "")
    <section class="help">
    <h2>\(escape(help.title))</h2>
    <ul>\(help.telephones.map(html).joined())</ul>
    <p>\(escape(help.hours))</p>
    </section>
    <p>\(escape(closing))</p>
    <p class="signature">\(escape(officeName))</p>
    \(notice.map { "<p class=\"notice\">\(escape($0))</p>" } ?? "")
    </main>
    </body>
    """
  }

  private var colon: String { language == .fr ? "\u{A0}: " : ": " }

  private func html(_ telephone: Fact) -> String {
    "<li>\(escape(telephone.label))\(colon)<span class=\"number\">\(escape(telephone.value))</span></li>"
  }

  private func html(_ part: Part) -> String {
    """
    <section class="corrections">
    <h2>\(escape(part.title))</h2>
    \(part.groups.map(html).joined(separator: "\n"))
    </section>
    """
  }

  private func html(_ group: CorrectionGroup) -> String {
    let items = group.corrections.map { correction in
      let fields = correction.fields.isEmpty ? "" : "<strong>\(escape(correction.fields))</strong>\(colon)"
      return "<li>\(fields)\(escape(correction.message))</li>"
    }
    return "<h3>\(escape(group.title))</h3>\n<ul>\n\(items.joined(separator: "\n"))\n</ul>"
  }

  private func html(_ resend: Resend) -> String {
    """
    <section class="resend">
    <h2>\(escape(resend.title))</h2>
    <p>\(escape(resend.sentence))</p>
    <div class="ways">
    <div><h3>\(escape(resend.emailLabel))</h3>
    <p><a href="mailto:\(escape(resend.email))">\(escape(resend.email))</a><br>\(escape(resend.emailFormat))</p></div>
    <div><h3>\(escape(resend.postLabel))</h3>
    <address>\(lines(resend.postalLines))</address></div>
    </div>
    </section>
    """
  }

  private func escape(_ text: String) -> String { Sanitized.html(text) }
  private func lines(_ lines: [String]) -> String { lines.map(escape).joined(separator: "<br>") }

  private static let style = """
    .sheet { position: relative; max-width: 46rem; margin: 2rem auto; padding: 3rem 3.5rem; background: var(--paper);
      border-top: .4rem solid var(--deep); box-shadow: 0 1px 4px rgb(11 59 111 / .18); overflow: hidden; }
    .sheet > * { position: relative; z-index: 1; }
    header { display: flex; justify-content: space-between; gap: 2rem; border-bottom: 1px solid var(--line);
      padding-bottom: .75rem; margin-bottom: 1.5rem; }
    header p { margin: 0; }
    .office { color: var(--muted); font-size: .9rem; }
    .office strong { color: var(--deep); font-size: 1.1rem; }
    .date { white-space: nowrap; }
    .head { display: flex; justify-content: space-between; gap: 2rem; margin-bottom: 1.75rem; }
    address { font-style: normal; overflow-wrap: anywhere; }
    .delivery { color: var(--muted); font-size: .9rem; }
    .facts { margin: 0; min-width: 13rem; border-left: 3px solid var(--light); padding-left: 1rem; }
    .facts dt { color: var(--muted); font-size: .85rem; }
    .facts dd { margin: 0 0 .35rem; font-weight: bold; }
    h1 { font-size: 1.3rem; margin-bottom: 1.1rem; }
    h2 { font-size: 1.08rem; margin: 1.5rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid var(--light); }
    h3 { font-size: .98rem; margin: .9rem 0 .3rem; }
    ul { margin: 0 0 .5rem; padding-left: 1.2rem; }
    li { margin-bottom: .35rem; }
    .resend { background: var(--panel); padding: 1rem 1.25rem .75rem; margin: 1.75rem 0 0; }
    .resend h2, .help h2 { border: 0; margin-top: 0; }
    .ways { display: flex; flex-wrap: wrap; gap: 0 2.25rem; }
    .help { padding: 1rem 1.25rem 0; margin-bottom: 1.25rem; }
    .help ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; }
    .number { font-weight: bold; white-space: nowrap; }
    .signature { font-weight: bold; color: var(--deep); }
    .notice { border-top: 1px solid var(--line); padding-top: .75rem; margin: 1.5rem 0 0; font-size: .875rem;
      color: var(--muted); }
    @media (max-width: 40rem) { .sheet { margin: 0; padding: 1.5rem; } header, .head { flex-direction: column; gap: 1rem; } }
    @media print {
      @page { size: letter; margin: 1.6cm 2cm; }
      html { font-size: 72%; }
      .sheet { max-width: none; margin: 0; padding: .5rem 0 0; box-shadow: none; overflow: visible; }
      .resend { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      section, li, .notice { break-inside: avoid; }
    }
    """

  /// The mark behind a draft's words, on every printed page, and the note above them.
  private static let draftStyle = """
    .draft-note { background: #fff4dc; border-left: .35rem solid #8a5a00; color: #5c3c00; padding: .6rem 1rem; }
    .sheet::before { content: "PROJET"; position: absolute; z-index: 0; inset: 34% 0 auto 0; text-align: center;
      font-size: 9rem; font-weight: bold; letter-spacing: .05em; color: #e6eaf0; transform: rotate(-32deg); }
    @media print {
      .sheet::before { position: fixed; }
      .draft-note, .sheet::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
