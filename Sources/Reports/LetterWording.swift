import Forms

/// Holds the sentences of a letter that do not come from the form's definition, in one language.
struct LetterWording {
  let language: Language

  private func pick(_ fr: String, _ en: String) -> String { Typography.set(language == .fr ? fr : en, language) }

  var draft: String { pick("PROJET", "PROJET (DRAFT)") }
  var draftNote: String {
    pick(
      "Lettre proposée par un traitement automatisé. Elle ne doit pas être transmise avant qu’un membre du "
        + "personnel ne l’ait confirmée.",
      "Letter proposed by automated processing. It must not be sent before a member of the staff has confirmed it.")
  }
  var title: String {
    pick(
      "Demande d’accès aux services en ligne : corrections à apporter",
      "Request for access to online services: corrections needed")
  }
  var reroutedTitle: String {
    pick(
      "Demande d’accès aux services en ligne : suite donnée à votre envoi",
      "Request for access to online services: what was done with your form")
  }
  var unreadTitle: String {
    pick(
      "Demande d’accès aux services en ligne : document à transmettre de nouveau",
      "Request for access to online services: document to be sent again")
  }
  var caseNumber: String { pick("Numéro de dossier", "Case number") }
  var received: String { pick("Reçu le", "Received") }
  var byEmail: String { pick("Par courriel", "By e-mail") }
  var byPost: String { pick("Par la poste", "By post") }
  var addressToComplete: String {
    pick("[Destinataire à préciser par le personnel]", "[Addressee to be completed by the staff]")
  }
  var toSender: String { pick("À l’expéditeur du courriel", "To the sender of the e-mail") }

  /// The neutral salutation, or the one that the box ticked in section 2 calls for.
  func salutation(sex: String?) -> String {
    switch sex {
    case "F": pick("Madame,", "Dear Madam,")
    case "M": pick("Monsieur,", "Dear Sir,")
    default: pick("Madame, Monsieur,", "Dear Sir or Madam,")
    }
  }

  func introduction(form: String, toUser: Bool, received: String?) -> String {
    let french =
      "\(received.map { "Le \($0), nous" } ?? "Nous") avons reçu \(toUser ? "votre" : "un") formulaire « \(form) »."
      + " Nous ne pouvons pas y donner suite tant que les points ci-dessous n’auront pas été corrigés."
    let english =
      "\(received.map { "On \($0), we" } ?? "We") received \(toUser ? "your" : "a") form “\(form)”."
      + " We cannot process it until the points below have been corrected."
    return pick(french, english)
  }

  func unreadIntroduction(received: String?) -> String {
    pick(
      "\(received.map { "Le \($0), nous" } ?? "Nous") avons reçu un document de votre part. Nous ne pouvons pas y "
        + "donner suite, pour la raison suivante.",
      "\(received.map { "On \($0), we" } ?? "We") received a document from you. "
        + "We cannot process it, for the following reason.")
  }

  func reroutedIntroduction(received: String?) -> String {
    pick(
      "\(received.map { "Le \($0), nous" } ?? "Nous") avons reçu un formulaire de votre part.",
      "\(received.map { "On \($0), we" } ?? "We") received a form from you.")
  }

  var toCorrect: String { pick("Ce qu’il faut corriger", "What needs to be corrected") }
  var toVerifyToo: String { pick("Ce qu’il faut aussi vérifier", "What should also be checked") }
  var whatWasDone: String { pick("Suite donnée", "What was done") }
  var wholeDocument: String { pick("Document reçu", "Document received") }
  func section(_ number: String, _ title: String) -> String { "Section\(Typography.noBreakSpace)\(number) – \(title)" }
  func sections(_ numbers: String) -> String { "Sections\(Typography.noBreakSpace)\(numbers)" }

  var callUs: String {
    pick(
      "Nous devons vérifier ce renseignement avec vous. Communiquez avec nous par téléphone.",
      "We need to check this information with you. Please call us.")
  }
  var couldNotBeRead: String {
    pick(
      "Nous n’avons pas pu lire le fichier reçu. Transmettez-nous le formulaire complet dans un fichier PDF "
        + "lisible et sans mot de passe.",
      "We could not read the file we received. Please send the complete form as a readable PDF without a password.")
  }

  var resendTitle: String { pick("Pour transmettre votre demande de nouveau", "How to send your request again") }
  var resend: String {
    pick(
      "Corrigez le formulaire ou remplissez-en un nouveau, faites-le signer par les deux personnes visées, puis "
        + "transmettez-le-nous par courriel ou par la poste. Nous n’acceptons aucun document télécopié ou "
        + "photographié.",
      "Correct the form or fill in a new one, have both persons sign it, then send it to us by e-mail or by post. "
        + "Faxed or photographed documents are not accepted.")
  }
  var emailFormat: String { pick("en format PDF, un fichier par formulaire", "as a PDF, one file per form") }
  var helpTitle: String { pick("Pour nous joindre", "How to reach us") }
  var byTelephone: String { pick("Par téléphone", "By telephone") }

  func closing(sex: String?) -> String {
    switch (language, sex) {
    case (.fr, "F"): "Veuillez agréer, Madame, nos salutations distinguées."
    case (.fr, "M"): "Veuillez agréer, Monsieur, nos salutations distinguées."
    case (.fr, _): "Veuillez agréer, Madame, Monsieur, nos salutations distinguées."
    case (.en, _): "Yours truly,"
    }
  }

  func page(_ page: Int, of pages: Int) -> String { pick("Page \(page) de \(pages)", "Page \(page) of \(pages)") }

  /// PRV-02, for a form whose definition does not word it.
  static let automatedProcessing = Wording(
    fr: "Cette réponse a été préparée à l’aide d’un traitement automatisé, puis confirmée par un membre de notre "
      + "personnel. Vous pouvez présenter vos observations ou faire rectifier un renseignement en communiquant avec nous.",
    en: "This answer was prepared with automated processing and confirmed by a member of our staff. "
      + "You may submit comments or have information corrected by contacting us.")
}
