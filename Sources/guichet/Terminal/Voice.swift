import Forms
import Store

/// Holds French quotation marks, colons and percent signs to their words by no-break spaces.
func typeset(_ french: String) -> String {
  [("« ", "«\u{A0}"), (" »", "\u{A0}»"), (" :", "\u{A0}:"), (" %", "\u{A0}%")]
    .reduce(french) { $0.replacing($1.0, with: $1.1) }
}

/// Says things in the language in force.
struct Voice {
  let language: Language

  init(_ language: Language) { self.language = language }

  func callAsFunction(_ french: String, _ english: String) -> String {
    language == .fr ? typeset(french) : english
  }

  func callAsFunction(_ wording: Wording) -> String { wording[language] }

  /// What stands between a name and what is said of it.
  var colon: String { self(" : ", ": ") }

  /// « 1 dossier », « 2 dossiers »; French counts zero as one.
  func count(_ number: Int, _ one: String, _ many: String, _ englishOne: String, _ englishMany: String) -> String {
    "\(number)\u{A0}" + (language == .fr ? (number < 2 ? one : many) : (number == 1 ? englishOne : englishMany))
  }
}

// What the words of the contract are called.
extension Voice {
  func callAsFunction(_ decision: Decision?) -> String {
    switch decision {
    case .accept: self("accepter", "accept")
    case .review: self("examiner", "review")
    case .reject: self("retourner", "return")
    case nil: "—"
    }
  }

  func callAsFunction(_ severity: Severity) -> String {
    switch severity {
    case .reject: self("refus", "refusal")
    case .clerk: self("à vérifier", "to check")
    case .info: self("note", "note")
    }
  }

  func callAsFunction(_ outcome: Outcome) -> String {
    switch outcome {
    case .read: self("lu", "read")
    case .unreadable: self("illisible", "unreadable")
    case .overran: self("limite atteinte", "limit reached")
    case .crashed: self("lecture interrompue", "reading broken off")
    case .notAForm: self("sans formulaire", "no form")
    }
  }

  func callAsFunction(_ medium: Medium) -> String {
    switch medium {
    case .acroform: self("formulaire rempli à l’écran", "filled on screen")
    case .flattened: self("PDF aplati", "flattened PDF")
    case .scan: self("numérisation", "scan")
    case .photo: self("photo", "photograph")
    case .fax: self("télécopie", "fax")
    }
  }

  func callAsFunction(_ channel: Arrival.Channel?) -> String {
    switch channel {
    case .email: self("courriel", "e-mail")
    case .post: self("poste", "post")
    case .fax: self("télécopieur", "fax")
    case nil: "—"
    }
  }

  func callAsFunction(_ state: CaseState) -> String {
    switch state {
    case .waiting: self("en attente", "waiting")
    case .claimed: self("pris en charge", "claimed")
    case .accepted: self("accepté", "accepted")
    case .returned: self("retourné", "returned")
    case .setAside: self("mis de côté", "set aside")
    }
  }

  func callAsFunction(_ source: Evidence.Source) -> String {
    switch source {
    case .widget: self("champ", "field")
    case .text: self("texte", "text")
    case .ocr: self("reconnu", "recognised")
    case .mark: self("case", "box")
    case .ink: self("encre", "ink")
    case .blank: self("vide", "blank")
    case .certificate: self("certificat", "certificate")
    case .clerk: self("commis", "clerk")
    }
  }

  /// What a signature field or a signature is.
  func signature(_ kind: String) -> String {
    switch kind {
    case "ink": self("à l’encre", "ink")
    case "stylus": self("tracée à l’écran", "drawn on screen")
    case "image": self("image", "image")
    case "certificate": self("certificat", "certificate")
    case "typed": self("tapée", "typed")
    case "none": self("aucune", "none")
    default: kind
    }
  }

  /// Why a document was not read, in the words that the worker gives.
  func reason(_ reason: String) -> String {
    switch reason {
    case "empty": self("fichier vide", "empty file")
    case "encrypted": self("protégé par mot de passe", "password-protected")
    case "damaged": self("fichier endommagé", "damaged file")
    case "tooLarge": self("trop grand", "too large")
    case "picture": self("page qui ne s’affiche pas", "page that cannot be drawn")
    case "xfaOnly": self("formulaire dynamique (XFA)", "dynamic form (XFA)")
    case "unsupported": self("type de fichier non pris en charge", "unsupported type of file")
    case "noForm": self("le formulaire n’y est pas", "the form is not in it")
    case "time": self("temps alloué écoulé", "time allowed used up")
    case "deadline":
      self("délai écoulé sans que le temps alloué soit épuisé", "deadline struck before the time allowed was used up")
    case "memory": self("mémoire allouée épuisée", "memory allowed used up")
    case "pages": self("trop de pages", "too many pages")
    case "output": self("trop de données", "too much data")
    case "notThisForm": self("un autre document", "another document")
    case "answer": self("réponse du lecteur irrecevable", "the reader’s answer was not sound")
    case "worker": self("lecteur perdu", "the reader was lost")
    case "attempts": self("abandonné après plusieurs essais", "given up after several attempts")
    case "original": self("original absent ou altéré", "original missing or altered")
    default:
      reason.hasPrefix("signal ") || reason.hasPrefix("exit ")
        ? self("le lecteur s’est arrêté", "the reader stopped") + " (\(reason))" : reason
    }
  }

  /// A value as people write it.
  func callAsFunction(_ value: FieldValue, of field: FieldDefinition?) -> String {
    let title = { (text: String) in
      field?.options.first { $0.value == text }.map { self($0.title) } ?? text
    }
    switch value {
    case .nothing: return "—"
    case .flag(let flag) where field?.kind == .preprinted:
      return flag ? self("intact", "intact") : self("modifié", "altered")
    case .flag(let flag): return flag ? self("oui", "yes") : self("non", "no")
    case .text(let text) where field?.kind == .signature: return signature(text)
    case .text(let text): return title(text)
    case .list(let list): return list.isEmpty ? "—" : list.map(title).joined(separator: ", ")
    }
  }
}
