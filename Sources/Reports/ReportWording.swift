import Forms

/// Holds the words of the reject report in one language.
struct ReportWording {
  let language: Language

  private func pick(_ fr: String, _ en: String) -> String { Typography.set(language == .fr ? fr : en, language) }

  var title: String { pick("Demandes retournées et motifs", "Returned requests and reasons") }
  var subject: String { pick("Demandes d’accès aux services en ligne", "Requests for access to online services") }
  func period(_ report: RejectReport) -> String {
    let (from, to) = (Typography.date(report.from, language), Typography.date(report.to, language))
    if report.from == report.to { return pick("Le \(from)", from) }
    if language == .fr, report.from.year == report.to.year, report.from.month == report.to.month {
      return "Du \(from.split(separator: Typography.noBreakSpace)[0]) au\(Typography.noBreakSpace)\(to)"
    }
    return pick("Du \(from) au \(to)", "\(from) to \(to)")
  }
  func generated(_ moment: RejectReport.Moment) -> String {
    let time = Typography.time(hour: moment.hour, minute: moment.minute, language)
    let date = Typography.date(moment.date, language)
    return pick("Produit le \(date) à \(time)", "Made on \(date) at \(time)")
  }

  func received(_ count: Int) -> String { pick(count < 2 ? "demande reçue" : "demandes reçues", "received") }
  func accepted(_ count: Int) -> String { pick(count < 2 ? "acceptée" : "acceptées", "accepted") }
  func inReview(_ count: Int) -> String { pick("en examen", "in review") }
  func proposed(_ count: Int) -> String {
    pick(count < 2 ? "retour proposé" : "retours proposés", count == 1 ? "return proposed" : "returns proposed")
  }
  func confirmed(_ count: Int) -> String {
    pick(count < 2 ? "retour confirmé" : "retours confirmés", count == 1 ? "return confirmed" : "returns confirmed")
  }

  /// One sentence that says the essential, for those who read no chart.
  func summary(_ report: RejectReport) -> String {
    let (returned, all) = (report.returns.count, report.received)
    guard all > 0 else {
      return pick("Aucune demande n’a été reçue pendant la période.", "No request was received in the period.")
    }
    let number = { (n: Int) in Typography.number(n, language) }
    let share = Typography.percent(returned, of: all, language)
    guard returned > 0 else {
      return pick(
        "Aucune demande n’est retournée sur \(number(all)) reçues.",
        "None of the \(number(all)) requests received is returned.")
    }
    let (one, some) = (returned == 1, number(returned))
    var french =
      "\(some) \(one ? "demande" : "demandes") sur \(number(all)) (\(share)) "
      + (one ? "est retournée ou le serait." : "sont retournées ou le seraient.")
    var english = "\(some) of \(number(all)) requests (\(share)) \(one ? "is" : "are") or would be returned."
    if let first = report.byRule.first {
      let (single, most) = (first.cases == 1, number(first.cases))
      french += " Le motif le plus fréquent, \(first.rule), touche \(most) \(single ? "demande" : "demandes")."
      english += " The most frequent reason, \(first.rule), concerns \(most) \(single ? "request" : "requests")."
    }
    return pick(french, english)
  }

  var proposalNote: String {
    pick(
      "Un retour proposé vient d’un traitement automatisé; il n’a d’effet qu’une fois confirmé par un membre du "
        + "personnel. Ce rapport ne nomme aucune personne : le numéro de dossier suffit à retrouver une demande.",
      "A proposed return comes from automated processing; it takes effect only once a member of the staff has confirmed it. "
        + "This report names no person: the case number is enough to find a request.")
  }

  var reasonsTitle: String { pick("Motifs de retour", "Reasons for return") }
  var reasonsNote: String {
    pick(
      "Une demande peut avoir plusieurs motifs : les parts, calculées sur les demandes retournées, ne "
        + "s’additionnent pas.",
      "A request may have several reasons: the shares, of the returned requests, do not add up.")
  }
  var noReturns: String {
    pick("Aucune demande retournée pendant la période.", "No request was returned in the period.")
  }
  var rule: String { pick("Règle", "Rule") }
  var reason: String { pick("Motif", "Reason") }
  var reasons: String { pick("Motifs", "Reasons") }
  var requests: String { pick("Demandes", "Requests") }
  var share: String { pick("Part", "Share") }

  func timeTitle(_ step: RejectReport.Step) -> String {
    switch step {
    case .day: pick("Volume par jour", "Volume by day")
    case .week: pick("Volume par semaine", "Volume by week")
    case .month: pick("Volume par mois", "Volume by month")
    }
  }
  func stepName(_ step: RejectReport.Step) -> String {
    switch step {
    case .day: pick("Jour", "Day")
    case .week: pick("Semaine du", "Week of")
    case .month: pick("Mois", "Month")
    }
  }
  func interval(_ start: CalendarDate, _ step: RejectReport.Step) -> String {
    step == .month ? Typography.month(start, language) : Typography.date(start, language)
  }
  func axisLabel(_ start: CalendarDate, _ step: RejectReport.Step) -> String {
    if step != .month { return Typography.shortDate(start, language) }
    let short = Typography.shortDate(start, language).split(separator: "\u{A0}")
    return String(language == .fr ? short[1] : short[0]) + "\u{A0}" + String(start.year)
  }
  func timeSummary(_ intervals: [RejectReport.Interval], _ step: RejectReport.Step) -> String {
    guard let top = intervals.max(by: { $0.received < $1.received }), top.received > 0 else { return noReturns }
    let most = Typography.number(top.received, language)
    let when = interval(top.start, step)
    return switch step {
    case .day:
      pick(
        "Au plus \(most) \(received(top.received)) en un jour, le \(when).",
        "At most \(most) received in a day, on \(when).")
    case .week:
      pick(
        "Au plus \(most) \(received(top.received)) en une semaine, celle du \(when).",
        "At most \(most) received in a week, that of \(when).")
    case .month:
      pick(
        "Au plus \(most) \(received(top.received)) en un mois, \(when).",
        "At most \(most) received in a month, \(when).")
    }
  }
  var receivedLegend: String { pick("Reçues", "Received") }
  var returnedLegend: String { pick("Retournées", "Returned") }
  func valuesNote(_ step: RejectReport.Step) -> String {
    switch step {
    case .day: pick("Les jours sans demande reçue sont omis.", "Days on which nothing was received are left out.")
    case .week:
      pick("Les semaines sans demande reçue sont omises.", "Weeks in which nothing was received are left out.")
    case .month: pick("Les mois sans demande reçue sont omis.", "Months in which nothing was received are left out.")
    }
  }
  var valuesTable: String { pick("Valeurs du graphique", "Values of the chart") }

  var channelTitle: String { pick("Par mode de réception", "By channel") }
  var channel: String { pick("Réception", "Channel") }
  func channel(_ channel: Arrival.Channel?) -> String {
    switch channel {
    case .email: pick("Courriel", "E-mail")
    case .post: pick("Poste", "Post")
    case .fax: pick("Télécopieur", "Fax")
    case nil: pick("Non précisé", "Not known")
    }
  }

  var establishmentTitle: String { pick("Établissements les plus touchés", "Establishments most concerned") }
  var establishment: String { pick("Établissement", "Establishment") }
  var establishmentNumber: String { pick("Numéro d’établissement", "Establishment number") }
  var unknown: String { pick("Non précisé", "Not known") }
  func otherEstablishments(_ count: Int) -> String {
    pick(count < 2 ? "Et \(count) autre établissement." : "Et \(count) autres établissements.", "And \(count) more.")
  }

  var listTitle: String { pick("Demandes retournées", "Returned requests") }
  var establishmentAndReasons: String { pick("Établissement et motifs", "Establishment and reasons") }
  var caseNumber: String { pick("Dossier", "Case") }
  var receivedOn: String { pick("Reçue le", "Received") }
  var state: String { pick("État", "State") }
  var rules: String { pick("Règles", "Rules") }
  func state(_ state: ReportCase.State) -> String {
    switch state {
    case .returnProposed: pick("Proposé", "Proposed")
    case .returnConfirmed: pick("Confirmé", "Confirmed")
    case .inReview: pick("En examen", "In review")
    case .accepted: pick("Acceptée", "Accepted")
    }
  }
  func page(_ page: Int, of pages: Int) -> String { pick("Page \(page) de \(pages)", "Page \(page) of \(pages)") }
}
