import Forms

/// Tells where the office is reached: what letters print below their corrections.
///
/// The values of `ramq` come from the form (addresses) and from the notice of 2021 (telephone, hours); they change
/// without the program changing, so the composition root may pass others.
package struct Office: Hashable, Sendable {
  /// A telephone number and the callers it is for.
  package struct Telephone: Hashable, Sendable {
    package var place: Wording
    package var number: String

    package init(place: Wording, number: String) { (self.place, self.number) = (place, number) }
  }

  package var name: String
  /// What the office does here, printed under its name.
  package var service: Wording
  package var email: String
  /// The lines of the postal address, after the name.
  package var postalLines: [String]
  package var telephones: [Telephone]
  package var hours: Wording

  package init(
    name: String, service: Wording, email: String, postalLines: [String], telephones: [Telephone], hours: Wording
  ) {
    (self.name, self.service, self.email) = (name, service, email)
    (self.postalLines, self.telephones, self.hours) = (postalLines, telephones, hours)
  }

  /// The office that receives this form (facts F-1.9); telephone numbers and hours date from 2021.
  package static let ramq = Office(
    name: "Régie de l’assurance maladie du Québec",
    service: Wording(fr: "Demandes d’accès aux services en ligne", en: "Requests for access to online services"),
    email: "Demandes_acces_SEL@ramq.gouv.qc.ca",
    postalLines: ["C.\u{A0}P.\u{A0}6600, succ.\u{A0}Terminus", "Québec (Québec)\u{A0} G1K\u{A0}7T3"],
    telephones: [
      Telephone(place: Wording(fr: "Québec", en: "Québec City"), number: "418\u{A0}780-4208"),
      Telephone(place: Wording(fr: "Montréal", en: "Montréal"), number: "514\u{A0}687-3612"),
      Telephone(
        place: Wording(fr: "Ailleurs au Québec", en: "Elsewhere in Québec"), number: "1\u{A0}888\u{A0}330-3023"),
    ],
    hours: Wording(
      fr: "Du lundi au vendredi, de 8\u{A0}h\u{A0}30 à 12\u{A0}h et de 13\u{A0}h à 16\u{A0}h\u{A0}30 "
        + "(le mercredi, à partir de 10\u{A0}h)",
      en: "Monday to Friday, 8:30 to 12:00 and 13:00 to 16:30 (Wednesday, from 10:00)"))
}
