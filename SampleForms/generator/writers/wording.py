"""What is printed: the official words first, and wordings that other editions plausibly bear."""

from __future__ import annotations

import words

# field -> wordings, the official one first. Those of section 2 hold for section 3 too, but for the ones under "s3.".
LABELS = {
    "sex": ("Sexe",),
    "firstName": ("Prénom", "Prénom (en lettres majuscules)"),
    "lastName": ("Nom", "Nom de famille", "Nom (en lettres majuscules)"),
    "function": ("Fonction", "Titre de la fonction"),
    "orgName": (words.ORG2, "Nom de l’établissement, de l’installation, de la grappe (OPTILAB), du GMF ou du point de service",
                "Nom de l’établissement, de l’installation ou du point de service", "Nom de l’établissement ou de l’installation"),
    "s3.orgName": (words.ORG3, "Nom de l’établissement, de l’installation, de la grappe (OPTILAB) ou du GMF", "Nom de l’établissement, de l’installation ou du GMF",
                   "Nom de l’établissement ou de l’installation"),
    "orgNumber": ("Numéro de l’établissement", "N° de l’établissement", "Numéro d’établissement"),
    "address": (words.ADDRESS, "Adresse de correspondance", "Adresse du lieu de travail"),
    "postalCode": ("Code postal",),
    "phone": ("Téléphone", "Numéro de téléphone", "Téléphone (travail)"),
    "phoneExt": ("Poste", "Numéro de poste", "Poste téléphonique"),
    "fax": ("Télécopieur", "Numéro de télécopieur"),
    "email": ("Adresse électronique", "Adresse de courrier électronique", "Courriel"),
    "existingUsername": (words.ALREADY + " " + words.IF_SO.rstrip(" :"), "Possédez-vous un accès pour d’autres services en ligne? Si oui, nom d’utilisateur",
                         "Si oui, inscrivez votre nom d’utilisateur"),
    "role": ("Fonction", "Fonction de la personne qui autorise la demande"),
    "functionText": ("Précisez la fonction", "Autre fonction"),
    "s2.signature": ("SIGNATURE DE L’UTILISATEUR", "Signature de l’utilisateur"),
    "s3.signature": ("SIGNATURE", "Signature", "Signature de la personne qui autorise la demande"),
    "date": ("DATE", "Date", "Date de la signature"),
    "date-line": ("Date (AAAA-MM-JJ)", "Date (année, mois, jour)", "DATE"),
    "hdr.ramqUse": ("À L’USAGE DE LA RAMQ", "Réservé à l’usage de la RAMQ"),
    "s1.app.paymentAuthorization": (words.APP_PAYMENT,),
    "s1.app.association": (words.APP_ASSOCIATION,),
    "s1.scope": (words.SCOPE.rstrip(" :"), "Objet de la demande"),
    "s4.registrationDate": (words.REGISTRATION,),
    "s4.referenceNumber": (words.REFERENCE,),
    "s4.username": (words.USERNAME,),
    "s4.validity": (words.VALIDITY, "Durée de validité des éléments d’identification délivrés"),
    "s4.respondentId": (words.RESPONDENT,),
    "s4.respondentSignature": (words.SIGN_RESPONDENT, "Signature du répondant"),
    "s4.soesSignature": (words.SIGN_SOES,),
    "s5.numbers": ("Numéro", "Numéro de l’établissement"),
}
SECTIONS = {
    "s1": ("Description des services en ligne demandés", "Services en ligne demandés"),
    "s2": ("Utilisateur", "Identification de l’utilisateur"),
    "s3": ("Autorisation", "Autorisation de la demande"),
    "s4": (words.S4[3:], "Privilèges d’accès créés et éléments d’identification remis"),
    "s5": ("Numéros d’établissement supplémentaires",),
}
SEX = (("M", "F"), ("Masculin", "Féminin"), ("Homme", "Femme"))
SHORT_DIRECTIVES = (
    ("", ("– Remplissez en lettres majuscules les sections 2 et 3 du formulaire.", "– Signez aux endroits indiqués.",
          "– Aucun document photographié, télécopié ou non conforme ne sera accepté.")),
    ("Signature électronique", ("Une signature numérique, une signature manuscrite apposée à l’aide d’un accessoire technologique ou l’image d’une signature manuscrite sont acceptées.",)),
    ("Transmission des éléments d’identification par courriel", (
        "L’utilisateur et la personne qui autorise la demande d’accès doivent avoir des adresses électroniques différentes, et non celle d’une boîte courriel partagée.",)),
)
DIRECTIVES = words.DIRECTIVES


def label(look_r, field: str, others: float = 0.12, kind: str = "") -> str:
    """The printed label of a field: mostly the official one."""
    section, _, name = field.partition(".")
    choices = LABELS.get("date-line" if kind == "date-line" else field) or LABELS.get(field) or LABELS.get("date" if name.lower().endswith("date") else name)
    if len(choices) > 1 and look_r.random() < others:
        return look_r.choice(choices[1:])
    return choices[0]
