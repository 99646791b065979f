"""The printed words of the form, in the official wording."""

TITLE = "Demande d’accès aux services en ligne"
RAMQ_USE = "À L’USAGE DE LA RAMQ"
DESCRIPTION = "Description"
SERVICE = "Établissements du réseau de la santé"
S1 = "1. Description des services en ligne demandés"
S2 = "2. Utilisateur"
S3 = "3. Autorisation"
S4 = "4. Privilèges d’accès créés et éléments d’identification remis (à l’usage de la RAMQ)"
S5 = "5. Numéros d’établissement supplémentaires"
APPLICATIONS = "Applications"
APP_PAYMENT = "Autorisation des demandes de paiement en ligne"
APP_ASSOCIATION = "Association entre le responsable de l’autorisation et le professionnel"
SCOPE = "L’objet de la demande s’applique aux registres :"
SCOPE_OPTIONS = (
    ("some", "De certaines installations de l’établissement", "Spécifiez le ou les numéros d’établissement à la section 5 au verso."),
    ("all", "De toutes les installations de l’établissement", "Ne joignez pas de liste."),
    ("cluster", "De la grappe de services (OPTILAB)", "Ne joignez pas de liste."),
)
FIRST, LAST, SEX, FUNCTION = "Prénom", "Nom", "Sexe", "Fonction"
EMAIL, PHONE, EXT, FAX, POSTAL = "Adresse électronique", "Téléphone", "Poste", "Télécopieur", "Code postal"
ADDRESS = "Adresse de correspondance (lieu de travail)"
ORG2 = "Nom de l’établissement, de l’installation, de la grappe de services (OPTILAB), du GMF ou du point de service"
ORG3 = "Nom de l’établissement, de l’installation, de la grappe de services (OPTILAB) ou du GMF"
NUMBER = "Numéro de l’établissement"
ALREADY = "Possédez-vous un accès pour d’autres services en ligne de la RAMQ?"
IF_SO = "Si oui, donnez votre nom d’utilisateur :"
PLEDGE = "Je m’engage :"
PLEDGE2 = (
    "à ne pas divulguer les éléments d’identification qui seront délivrés à mon nom afin de me permettre d’avoir accès aux services en ligne de la RAMQ dans le cadre de la présente demande;",
    "à n’utiliser ces éléments d’identification que pour les fins pour lesquelles ils seront délivrés.",
)
AUTHORIZE = "J’autorise l’utilisateur ci-dessus à se servir des formulaires électroniques prévus pour les applications précisées à la section 1."
PLEDGE3 = (
    "à ne pas divulguer les éléments d’identification délivrés au nom de l’utilisateur mentionné ci-dessus dont je pourrais prendre connaissance;",
    "à transmettre à cet utilisateur, en toute sécurité, les éléments d’identification qui seront délivrés à son nom dans le cadre de la présente demande.",
)
NOTE = (
    "Note : Advenant le non-respect d’un des engagements décrits ci-dessus, la RAMQ se réserve le droit de retirer en tout temps et sans préavis "
    "l’accès aux services en ligne accordé dans le cadre de la présente demande."
)
ROLES = (
    ("professionalServicesDirector", "Directeur des services professionnels"),
    ("executiveDirector", "Directeur général"),
    ("optilabRepresentative", "Représentant autorisé d’une grappe de services (OPTILAB)"),
    ("gmfPhysician", "Médecin responsable du GMF"),
    ("gmfCoPhysician", "Médecin coresponsable du GMF"),
)
SIGN2, SIGN3, DATE = "SIGNATURE DE L’UTILISATEUR", "SIGNATURE", "DATE"
YMD = ("ANNÉE", "MOIS", "JOUR")
REGISTRATION, REFERENCE, USERNAME = "Date d’inscription", "Numéro de référence", "Nom d’utilisateur"
VALIDITY = "Période ou durée de validité des éléments d’identification délivrés"
RESPONDENT, SIGN_RESPONDENT, SIGN_SOES = "Identifiant du répondant", "SIGNATURE DU RÉPONDANT À LA RAMQ", "SIGNATURE SOES"
COLUMN = "Numéro"
SEND = "Veuillez remplir le formulaire, le signer et nous l’envoyer :"
SEND_MAIL = "– par courriel : Demandes_acces_SEL@ramq.gouv.qc.ca OU"
SEND_POST = ("– par la poste :", "Régie de l’assurance maladie du Québec", "C. P. 6600, succ. Terminus", "Québec (Québec)  G1K 7T3")
DIRECTIVES = (
    ("", ("–  Remplissez en lettres majuscules les sections 2 et 3 du formulaire.", "–  Signez aux endroits indiqués.",
          "–  Aucun document photographié, télécopié ou non conforme ne sera accepté.")),
    ("Applications", ("Cochez la ou les applications auxquelles vous souhaitez accéder.",
     "NOTE : Pour l’application Autorisation des demandes de paiement en ligne, l’utilisateur doit avoir été désigné comme signataire autorisé par une "
     "résolution du conseil d’administration de l’établissement. Cette règle ne s’applique pas au représentant autorisé d’une grappe de services "
     "(OPTILAB) ni au représentant autorisé d’un GMF.")),
    ("Utilisateur", ("Cette section doit être remplie par la personne désignée pour utiliser le service en ligne demandé.",)),
    ("Fonction", ("Inscrivez le nom de la fonction que vous assumez (par exemple, secrétaire administratif, coordonnateur du projet, directeur ou "
     "représentant autorisé d’une grappe de services [OPTILAB]), qui vous oblige à communiquer avec la RAMQ et à utiliser le service en ligne demandé.",)),
    ("Nom et numéro de l’établissement", ("Indiquez le nom et le numéro de l’établissement, de l’installation, de la grappe de services (OPTILAB) ou "
     "du point de service pour lequel vous désirez avoir un accès.",)),
    ("Autorisation", ("Cette section doit être remplie par le directeur des services professionnels, le directeur général de l’établissement concerné, "
     "le représentant autorisé de la grappe de services (OPTILAB) ou le médecin responsable ou coresponsable du GMF.",)),
    ("Signature électronique", ("Voici les formats acceptés si vous souhaitez apposer une signature électronique :",
     "•  une signature numérique (générée grâce à un certificat numérique produit au moyen d’un outil spécialisé);",
     "•  une signature manuscrite apposée à l’aide d’un accessoire technologique (par exemple, un stylet, un écran tactile ou une souris);",
     "•  une signature manuscrite numérisée (par exemple, l’apposition de l’image d’une signature).")),
    ("Transmission des éléments d’identification par courriel", (
     "Nous transmettrons par courriel à l’utilisateur son mot de passe temporaire. Toutefois, c’est à la personne qui autorise la demande d’accès que "
     "nous fournirons le nom d’utilisateur.",
     "Pour des raisons de sécurité, l’utilisateur et la personne qui autorise la demande d’accès doivent avoir des adresses électroniques différentes. "
     "C’est pourquoi nous n’acceptons que les adresses électroniques personnelles ou professionnelles (p. ex. jacques.untel@xx.com), et non les "
     "adresses de boîte courriel partagée (p. ex. information@xx.com).",
     "Si vous êtes à la fois l’utilisateur et la personne qui autorise la demande, vous devez tout de même nous fournir deux adresses électroniques "
     "différentes : par exemple, votre adresse personnelle à la section 2 et votre adresse professionnelle à la section 3.")),
)
