import Forms

@testable import Reports

/// A small form with the field ids of the real one, enough to word letters.
let sampleForm = FormDefinition(
  id: "acces-sel-etablissements",
  title: Wording(fr: "Demande d’accès aux services en ligne", en: "Request for access to online services"),
  identity: [],
  sections: [
    section("hdr", "", "En-tête", "Header"), section("s1", "1", "Description", "Description"),
    section("s2", "2", "Utilisateur", "User"), section("s3", "3", "Autorisation", "Authorization"),
    section("s5", "5", "Numéros d’établissement supplémentaires", "Additional establishment numbers"),
  ],
  fields: [
    field("s1.app.paymentAuthorization", .tick, "Autorisation des demandes de paiement", "Payment authorization"),
    field("s1.scope", .choice, "Registres visés", "Registers concerned"),
    field("s2.sex", .choice, "Sexe", "Sex"), field("s2.firstName", .name, "Prénom", "First name"),
    field("s2.lastName", .name, "Nom", "Last name"), field("s2.function", .text, "Fonction", "Function"),
    field("s2.orgName", .text, "Nom de l’établissement", "Name of the establishment"),
    field("s2.orgNumber", .establishmentNumber, "Numéro de l’établissement", "Establishment number"),
    field("s2.address", .address, "Adresse (lieu de travail)", "Work address"),
    field("s2.postalCode", .postalCode, "Code postal", "Postal code"),
    field("s2.phone", .phone, "Téléphone", "Telephone"),
    field("s2.email", .email, "Adresse électronique", "E-mail address"),
    field("s2.existingUsername", .username, "Nom d’utilisateur", "Username"),
    field("s2.signature", .signature, "Signature", "Signature"), field("s2.date", .date, "Date", "Date"),
    field("s3.firstName", .name, "Prénom", "First name"), field("s3.lastName", .name, "Nom", "Last name"),
    field("s3.role", .choice, "Fonction", "Function"), field("s3.phone", .phone, "Téléphone", "Telephone"),
    field("s3.email", .email, "Adresse électronique", "E-mail address"),
    field("s3.signature", .signature, "Signature", "Signature"), field("s3.date", .date, "Date", "Date"),
    field("s5.numbers", .establishmentNumbers, "Numéros", "Numbers"),
  ])

private func section(_ id: String, _ number: String, _ fr: String, _ en: String) -> SectionDefinition {
  SectionDefinition(id: id, title: Wording(fr: fr, en: en), headings: [fr], number: number, side: .front)
}

private func field(_ id: FieldID, _ kind: FieldDefinition.Kind, _ fr: String, _ en: String) -> FieldDefinition {
  FieldDefinition(id: id, kind: kind, title: Wording(fr: fr, en: en), labels: [fr])
}

/// The values of a well-filled form; each test changes what it is about.
let sampleValues: [FieldID: String] = [
  "s2.sex": "M", "s2.firstName": "GUY", "s2.lastName": "TREMBLAY", "s2.function": "ADJOINT ADMINISTRATIF",
  "s2.orgName": "CLSC DES ÉRABLES", "s2.orgNumber": "60014", "s2.address": "120, RUE PRINCIPALE, QUÉBEC",
  "s2.postalCode": "G1K 7T3", "s2.phone": "418 555-0123", "s2.email": "guy.tremblay@example.org",
  "s3.firstName": "ANNE", "s3.lastName": "ROY", "s3.email": "anne.roy@example.org",
]

func reading(_ values: [FieldID: String] = sampleValues, doubtful: Set<FieldID> = []) -> Reading {
  var fields: [FieldID: FieldReading] = [:]
  for (id, value) in values {
    fields[id] = FieldReading(
      value.isEmpty ? .nothing : .text(value), confidence: Confidence(doubtful.contains(id) ? 0.4 : 0.99),
      doubtful: doubtful.contains(id), seen: Evidence(.widget, page: 1, box: Box(0, 0, 10, 10), text: value))
  }
  return Reading(form: sampleForm.id, pages: [1, 2], medium: .acroform, fields: fields)
}

func finding(_ rule: RuleID, _ fields: [FieldID], _ severity: Severity = .reject, _ fr: String? = nil) -> Finding {
  let message = sentences[rule] ?? Wording(fr: "Phrase de la règle \(rule).", en: "Sentence of rule \(rule).")
  return Finding(
    rule: rule, severity: severity, fields: fields, message: fr.map { Wording(fr: $0, en: $0) } ?? message)
}

private let sentences: [RuleID: Wording] = [
  "FMT-04": Wording(
    fr:
      "Nous ne pouvons pas ouvrir le fichier reçu. Transmettez-nous le formulaire dans un fichier PDF lisible et sans mot de passe.",
    en: "We cannot open the file we received. Please send the form as a readable PDF without a password."),
  "DOC-01": Wording(
    fr:
      "Le document reçu n’est pas le formulaire prévu pour les établissements du réseau de la santé. Consultez notre site Web pour trouver le formulaire qui correspond à votre situation.",
    en:
      "The document we received is not the form for health network institutions. Please see our website to find the form for your situation."
  ),
  "DOC-02": Wording(
    fr: "Votre formulaire vise un autre service. Nous l’avons dirigé vers l’équipe responsable.",
    en: "Your form is for another service. We have forwarded it to the team in charge."),
  "SVC-01": Wording(
    fr:
      "Aucune application n’est cochée à la section 1. Cochez la ou les applications auxquelles vous souhaitez accéder.",
    en: "No application is ticked in section 1."),
  "SCP-01": Wording(
    fr: "Vous n’avez pas indiqué à quels registres s’applique la demande. Cochez l’une des trois cases prévues.",
    en: "You did not say to which registers the request applies."),
  "SCP-09": Wording(
    fr:
      "Au moins un numéro de la section 5 ne correspond pas à une installation de votre établissement. Vérifiez les numéros inscrits.",
    en: "At least one number of section 5 is not of your institution."),
  "ORG-03": Wording(
    fr: "Le numéro de l’établissement n’a pas la forme attendue (5 caractères). Vérifiez-le.",
    en: "The establishment number does not have the expected form (5 characters). Please check it."),
  "USR-01": Wording(
    fr: "Le prénom ou le nom de la personne utilisatrice est absent de la section 2.",
    en: "The user’s first or last name is missing from section 2."),
  "USR-04": Wording(
    fr:
      "La fonction de la personne utilisatrice est absente de la section 2. Inscrivez la fonction qui justifie l’accès demandé.",
    en: "The user’s function is missing from section 2."),
  "USR-06": Wording(
    fr: "Le code postal est absent ou invalide. Vérifiez-le.",
    en: "The postal code is missing or not valid. Please check it."),
  "USR-08": Wording(
    fr: "Le numéro de téléphone est absent ou invalide. Inscrivez un numéro de 10 chiffres.",
    en: "The telephone number is missing or not valid. Please enter a 10-digit number."),
  "USR-11": Wording(
    fr:
      "Nous ne pouvons pas associer le nom d’utilisateur inscrit à la personne nommée à la section 2. Communiquez avec nous.",
    en: "We cannot link the username to the person named in section 2. Please contact us."),
  "AUT-02": Wording(
    fr:
      "Aucune fonction n’est cochée à la section 3. La demande doit être autorisée par l’une des personnes qui y sont énumérées.",
    en: "No role is ticked in section 3."),
  "EML-03": Wording(
    fr: "Une adresse électronique est invalide ou illisible. Vérifiez-la et inscrivez-la de nouveau.",
    en: "An e-mail address is not valid or cannot be read. Please check it and write it again."),
  "EML-04": Wording(
    fr: "Pour des raisons de sécurité, les adresses électroniques des sections 2 et 3 doivent être différentes.",
    en: "For security reasons, the e-mail addresses in sections 2 and 3 must be different."),
  "EML-06": Wording(
    fr:
      "Nous n’acceptons pas les adresses de boîte courriel partagée. Fournissez une adresse personnelle ou professionnelle à laquelle vous êtes la seule personne à avoir accès.",
    en:
      "Shared mailbox addresses are not accepted. Please give a personal or work address to which you alone have access."
  ),
  "SIG-01": Wording(
    fr: "La signature de la personne utilisatrice est absente de la section 2.",
    en: "The user’s signature is missing from section 2."),
  "SIG-02": Wording(
    fr: "La signature de la personne qui autorise la demande est absente de la section 3.",
    en: "The signature of the person who authorizes the request is missing from section 3."),
  "SIG-03": Wording(
    fr:
      "Un nom tapé au clavier n’est pas un format de signature accepté. Signez à la main, à l’aide d’un stylet, d’un écran tactile ou d’une souris, en apposant l’image de votre signature ou au moyen d’un certificat numérique.",
    en: "A name typed on a keyboard is not an accepted signature."),
  "DAT-01": Wording(
    fr: "La date de signature est absente de la section 2 ou de la section 3.",
    en: "The date of a signature is missing."),
]

/// Twelve findings over all sections, as a badly filled form raises them.
let twelveFindings = [
  finding("SVC-01", ["s1.app.paymentAuthorization"]), finding("SCP-01", ["s1.scope"]),
  finding("USR-01", ["s2.lastName"]),
  finding("SIG-01", ["s2.signature"]), finding("AUT-02", ["s3.role"]), finding("SIG-03", ["s3.signature"]),
  finding("EML-06", ["s2.email"]), finding("USR-04", ["s2.function"], .clerk),
  finding("USR-06", ["s2.postalCode"], .clerk), finding("USR-08", ["s2.phone"], .clerk),
  finding("DAT-01", ["s2.date", "s3.date"], .clerk), finding("SCP-09", ["s5.numbers"], .clerk),
]

let march2 = CalendarDate(year: 2026, month: 3, day: 2)!
let march5 = CalendarDate(year: 2026, month: 3, day: 5)!

func returnedCase(
  _ findings: [Finding], stage: ReturnedCase.Stage = .proposed, sender: String? = "envoi@example.org",
  reading: Reading? = reading(), outcome: Outcome = .read
) -> ReturnedCase {
  ReturnedCase(
    number: "2026-00042", stage: stage,
    arrival: Arrival(channel: .email, received: march2, receivedIsAssumed: false), sender: sender, outcome: outcome,
    reading: reading, judgement: Judgement(findings: findings, checklist: [], decision: .reject))
}

func letter(
  _ findings: [Finding], stage: ReturnedCase.Stage = .proposed, sender: String? = "envoi@example.org",
  reading: Reading? = reading(), outcome: Outcome = .read, language: Language = .fr
) throws -> Letter {
  try Letter(
    about: returnedCase(findings, stage: stage, sender: sender, reading: reading, outcome: outcome),
    form: sampleForm, date: march5, language: language)
}
