"""« Registre »: a dense two-sided administrative table in a serif face."""
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kit import Layout, Slot

FONT_DIR = Path("/usr/share/fonts/truetype/liberation")
REG, BOLD, ITAL = "Registre", "Registre-Bold", "Registre-Italic"
FACES = {REG: "LiberationSerif-Regular", BOLD: "LiberationSerif-Bold", ITAL: "LiberationSerif-Italic"}

X0, X1 = 30.0, 582.0
GREY = 0.88
THICK, MEDIUM, THIN = 1.5, 0.8, 0.35

ORG_BASE = "Nom de l’établissement, de l’installation, de la grappe de services (OPTILAB)"
ROLES = (
    ("professionalServicesDirector", "Directeur des services professionnels"),
    ("executiveDirector", "Directeur général"),
    ("optilabRepresentative", "Représentant autorisé d’une grappe de services (OPTILAB)"),
    ("gmfPhysician", "Médecin responsable du GMF"),
    ("gmfCoPhysician", "Médecin coresponsable du GMF"),
)
SCOPES = (
    ("some", "De certaines installations de l’établissement",
     "Spécifiez le ou les numéros d’établissement à la section 5 au verso."),
    ("all", "De toutes les installations de l’établissement", "Ne joignez pas de liste."),
    ("cluster", "De la grappe de services (OPTILAB)", "Ne joignez pas de liste."),
)
DIRECTIVES = (
    ("Directives", (
        "– Remplissez en lettres majuscules les sections 2 et 3 du formulaire.",
        "– Signez aux endroits indiqués.",
        "– Aucun document photographié, télécopié ou non conforme ne sera accepté.")),
    ("Applications", (
        "Cochez la ou les applications auxquelles vous souhaitez accéder.",
        "NOTE : Pour l’application Autorisation des demandes de paiement en ligne, l’utilisateur doit avoir été désigné "
        "comme signataire autorisé par une résolution du conseil d’administration de l’établissement. Cette règle ne "
        "s’applique pas au représentant autorisé d’une grappe de services (OPTILAB) ni au représentant autorisé d’un GMF.")),
    ("Utilisateur", (
        "Cette section doit être remplie par la personne désignée pour utiliser le service en ligne demandé.",)),
    ("Fonction", (
        "Inscrivez le nom de la fonction que vous assumez (par exemple, secrétaire administratif, coordonnateur du projet, "
        "directeur ou représentant autorisé d’une grappe de services [OPTILAB]), qui vous oblige à communiquer avec la "
        "RAMQ et à utiliser le service en ligne demandé.",)),
    ("Nom et numéro de l’établissement", (
        "Indiquez le nom et le numéro de l’établissement, de l’installation, de la grappe de services (OPTILAB) ou du "
        "point de service pour lequel vous désirez avoir un accès.",)),
    ("Autorisation", (
        "Cette section doit être remplie par le directeur des services professionnels, le directeur général de "
        "l’établissement concerné, le représentant autorisé de la grappe de services (OPTILAB) ou le médecin responsable "
        "ou coresponsable du GMF.",)),
    ("Signature électronique", (
        "Voici les formats acceptés si vous souhaitez apposer une signature électronique :",
        "• une signature numérique (générée grâce à un certificat numérique produit au moyen d’un outil spécialisé);",
        "• une signature manuscrite apposée à l’aide d’un accessoire technologique (par exemple, un stylet, un écran "
        "tactile ou une souris);",
        "• une signature manuscrite numérisée (par exemple, l’apposition de l’image d’une signature).")),
    ("Transmission des éléments d’identification par courriel", (
        "Nous transmettrons par courriel à l’utilisateur son mot de passe temporaire. Toutefois, c’est à la personne qui "
        "autorise la demande d’accès que nous fournirons le nom d’utilisateur.",
        "Pour des raisons de sécurité, l’utilisateur et la personne qui autorise la demande d’accès doivent avoir des "
        "adresses électroniques différentes. Ainsi, les éléments d’identification de l’utilisateur sont mieux protégés.",
        "C’est pourquoi nous n’acceptons que les adresses électroniques personnelles ou professionnelles "
        "(p. ex. jacques.untel@xx.com), et non les adresses de boîte courriel partagée (p. ex. information@xx.com).",
        "Si vous êtes à la fois l’utilisateur et la personne qui autorise la demande, vous devez tout de même nous fournir "
        "deux adresses électroniques différentes. Par exemple, vous pouvez inscrire :",
        "• votre adresse personnelle à la section 2;",
        "• votre adresse professionnelle à la section 3.")),
)


def _register_fonts():
    known = pdfmetrics.getRegisteredFontNames()
    for name, stem in FACES.items():
        if name not in known:
            path = FONT_DIR / f"{stem}.ttf"
            if not path.is_file():
                raise FileNotFoundError(f"{path} is missing (package fonts-liberation)")
            pdfmetrics.registerFont(TTFont(name, str(path)))


def _wrap(text, font, size, width):
    lines, line = [], ""
    for word in text.split(" "):
        trial = f"{line} {word}" if line else word
        if line and pdfmetrics.stringWidth(trial, font, size) > width:
            lines.append(line)
            line = word
        else:
            line = trial
    return lines + [line]


class _Sheet:
    """Collects drawing operations and slots; `y` is the upper edge of the next row, in PDF points."""

    def __init__(self, pages):
        self.tints = [[] for _ in range(pages)]  # drawn first, under the rules
        self.ops = [[] for _ in range(pages)]
        self.slots = []
        self.page = 0
        self.y = 0.0

    def draw(self, canvas, page_index):
        canvas.saveState()
        for op in self.tints[page_index] + self.ops[page_index]:
            op(canvas)
        canvas.restoreState()

    def op(self, function):
        self.ops[self.page].append(function)

    # ---- primitives
    def fill(self, x0, y0, x1, y1, grey):
        def go(c):
            c.setFillGray(grey)
            c.rect(x0, y0, x1 - x0, y1 - y0, stroke=0, fill=1)
        self.tints[self.page].append(go)

    def frame(self, x0, y0, x1, y1, width):
        def go(c):
            c.setStrokeGray(0)
            c.setLineWidth(width)
            c.rect(x0, y0, x1 - x0, y1 - y0, stroke=1, fill=0)
        self.op(go)

    def line(self, x0, y0, x1, y1, width):
        def go(c):
            c.setStrokeGray(0)
            c.setLineWidth(width)
            c.line(x0, y0, x1, y1)
        self.op(go)

    def text(self, x, y, text, font=REG, size=8.0, grey=0.0, align="left"):
        shift = {"left": 0.0, "center": 0.5, "right": 1.0}[align] * pdfmetrics.stringWidth(text, font, size)

        def go(c):
            c.setFillGray(grey)
            c.setFont(font, size)
            c.drawString(x - shift, y, text)
        self.op(go)
        return x - shift + pdfmetrics.stringWidth(text, font, size)

    def paragraph(self, x, y, width, text, font=REG, size=7.6, leading=8.4, hang=0.0):
        """Text under y; returns the y under the last line."""
        first = True
        for part in _wrap(text, font, size, width - hang):
            self.text(x + (0 if first else hang), y - size * 0.86, part, font, size)
            y -= leading
            first = False
        return y

    def slot(self, field, box, kind="text", **more):
        self.slots.append(Slot(field, self.page, tuple(round(v, 2) for v in box), kind, **more))

    # ---- table parts
    def band(self, text, height=12.5):
        y0 = self.y - height
        self.fill(X0, y0, X1, self.y, 0.0)
        self.text(X0 + 5, y0 + 3.4, text, BOLD, 9.2, grey=1.0)
        self.y = y0

    def label(self, x0, x1, y0, y1, text, size=7.6, font=REG):
        self.fill(x0, y0, x1, y1, GREY)
        lines = _wrap(text, font, size, x1 - x0 - 6)
        leading = size + 0.5
        base = (y0 + y1) / 2 + leading * len(lines) / 2 - size * 0.86
        for line in lines:
            self.text(x0 + 4, base, line, font, size)
            base -= leading

    def row(self, height, *cells, rule=THIN):
        """cells: (width, label) for a grey cell, (width, None, field, kind) for a value, (width, None) for a bare cell.
        Returns the x bounds of every cell."""
        y0, y1, x, bounds = self.y - height, self.y, X0, []
        for cell in cells:
            x1 = x + cell[0]
            if cell[1]:
                self.label(x, x1, y0, y1, cell[1])
            elif len(cell) > 2:
                self.slot(cell[2], (x + 3, y0 + 1.2, x1 - 2.5, y1 - 1.2), cell[3] if len(cell) > 3 else "text")
            bounds.append((x, x1))
            x = x1
        for x, _ in bounds[1:]:
            self.line(x, y0, x, y1, THIN)
        self.line(X0, y0, X1, y0, rule)
        self.y = y0
        return bounds

    def circle(self, field, option, cx, cy, r=3.9):
        def go(c):
            c.setStrokeGray(0)
            c.setLineWidth(0.7)
            c.circle(cx, cy, r, stroke=1, fill=0)
        self.op(go)
        self.slot(field, (cx - r, cy - r, cx + r, cy + r), "tick", option=option)

    def square(self, field, option, x, cy, side=8.0):
        def go(c):
            c.setStrokeGray(0)
            c.setLineWidth(0.7)
            c.roundRect(x, cy - side / 2, side, side, 2, stroke=1, fill=0)
        self.op(go)
        self.slot(field, (x, cy - side / 2, x + side, cy + side / 2), "tick", option=option)

    def date(self, field, x, y0, height=13.5):
        """Three boxes with captions above, separated by oblique strokes; 100 points wide."""
        for part, caption, dx, width in (("year", "ANNÉE", 0, 38), ("month", "MOIS", 46, 23), ("day", "JOUR", 77, 23)):
            self.frame(x + dx, y0, x + dx + width, y0 + height, 0.6)
            self.text(x + dx + width / 2, y0 + height + 1.8, caption, REG, 5.6, align="center")
            self.slot(field, (x + dx + 1, y0 + 0.8, x + dx + width - 1, y0 + height - 0.8), part=part)
        for dx in (39.8, 70.8):
            self.line(x + dx, y0 + 2, x + dx + 4.4, y0 + height - 2, 0.5)

    def signature(self, x0, x1, field, label, date_field, height):
        """A label above its box, and a date at the right."""
        y0, y1 = self.y - height, self.y
        date_x = x1 - 106
        box_x1 = date_x - 32
        self.text(x0 + 5, y1 - 8.6, label, BOLD, 7)
        self.frame(x0 + 5, y0 + 4, box_x1, y1 - 11, 0.6)
        self.slot(field, (x0 + 6.5, y0 + 5, box_x1 - 1.5, y1 - 12), "signature")
        self.text(date_x - 5, y0 + 8.4, "DATE", BOLD, 7, align="right")
        self.date(date_field, date_x, y0 + 4)

    def close(self, top, x0=X0, x1=X1):
        self.frame(x0, self.y, x1, top, THICK)


def _sex(sheet, field, bounds, height):
    x, cy = bounds[0] + 14, sheet.y + height / 2
    for option in ("M", "F"):
        end = sheet.text(x, cy - 3, option, REG, 9)
        sheet.circle(field, option, end + 8, cy)
        x = end + 42


def _person(sheet, section, org_label):
    """From the name down to the organisation, for the user and for the authorizer."""
    s, height = f"s{section}", 17
    sheet.row(height, (62, "Nom"), (214, None, f"{s}.lastName"), (62, "Prénom"), (214, None, f"{s}.firstName"))
    if section == 2:
        bounds = sheet.row(height, (62, "Sexe"), (128, None), (62, "Fonction"), (300, None, "s2.function"))
    else:
        bounds = sheet.row(height, (62, "Sexe"), (128, None), (88, "Adresse électronique"), (274, None, "s3.email"))
    _sex(sheet, f"{s}.sex", bounds[1], height)
    if section == 3:
        _roles(sheet)
    sheet.row(23, (196, org_label), (356, None, f"{s}.orgName"))


def _roles(sheet):
    """One grey label; at its right a line to write on, over the tick circles."""
    y1, label_x1, line_y = sheet.y, X0 + 62, sheet.y - 17
    sheet.y = y0 = y1 - 46
    sheet.label(X0, label_x1, y0, y1, "Fonction")
    sheet.slot("s3.functionText", (label_x1 + 3, line_y + 1.2, X1 - 2.5, y1 - 1.2))
    sheet.line(label_x1, line_y, X1, line_y, THIN)
    for index, (option, label) in enumerate(ROLES):
        line, column = (0, index) if index < 3 else (1, index - 3)
        x = label_x1 + (10, 168, 266)[column]
        cy = line_y - 8 - 13 * line
        sheet.circle("s3.role", option, x + 4, cy)
        sheet.text(x + 12, cy - 2.8, label, REG, 8.4)
    sheet.line(label_x1, y0, label_x1, y1, THIN)
    sheet.line(X0, y0, X1, y0, THIN)


def _coordinates(sheet, section):
    s = f"s{section}"
    sheet.row(19, (100, "Adresse de correspondance (lieu de travail)"), (452, None, f"{s}.address"))
    sheet.row(16.5, (62, "Code postal"), (214, None, f"{s}.postalCode"), (62, "Télécopieur"), (214, None, f"{s}.fax"))
    sheet.row(16.5, (62, "Téléphone"), (214, None, f"{s}.phone"), (62, "Poste"), (214, None, f"{s}.phoneExt"))


def _front(sheet):
    sheet.page, y = 0, 770.0
    # Header
    sheet.text(X0, y - 8, "Régie de l’assurance maladie du Québec", ITAL, 9)
    sheet.text(X0, y - 28, "Demande d’accès aux services en ligne", BOLD, 17)
    sheet.label(398, X1, y - 10, y, "À L’USAGE DE LA RAMQ", 7, BOLD)
    sheet.line(398, y - 10, X1, y - 10, THIN)
    sheet.frame(398, y - 36, X1, y, MEDIUM)
    sheet.slot("hdr.ramqUse", (400, y - 35, X1 - 2, y - 11), "multiline")
    sheet.y = top = y - 40
    bounds = sheet.row(14, (92, "Description"), (460, None))
    sheet.text(bounds[1][0] + 6, sheet.y + 4, "Établissements du réseau de la santé", BOLD, 9.5)
    sheet.close(top)

    # Section 1
    sheet.y -= 3
    top = sheet.y
    sheet.band("1.  Description des services en ligne demandés")
    bounds = sheet.row(26, (92, "Applications"), (460, None), rule=MEDIUM)
    x = bounds[1][0] + 8
    for index, (field, label) in enumerate((
            ("s1.app.paymentAuthorization", "Autorisation des demandes de paiement en ligne"),
            ("s1.app.association", "Association entre le responsable de l’autorisation et le professionnel"))):
        cy = sheet.y + 19.5 - 12.5 * index
        sheet.square(field, "true", x, cy)
        sheet.text(x + 13, cy - 2.9, label, REG, 8.8)
    bounds = sheet.row(38, (92, "L’objet de la demande s’applique aux registres :"), (460, None))
    for index, (option, label, note) in enumerate(SCOPES):
        cy = sheet.y + 31.5 - 12.4 * index
        sheet.circle("s1.scope", option, x + 4, cy)
        end = sheet.text(x + 13, cy - 2.9, label, REG, 8.8)
        sheet.text(end + 7, cy - 2.9, note, ITAL, 7.8)
    sheet.close(top)

    # Section 2
    sheet.y -= 3
    top = sheet.y
    sheet.band("2.  Utilisateur")
    _person(sheet, 2, f"{ORG_BASE}, du GMF ou du point de service")
    sheet.row(19, (62, "Numéro de l’établissement"), (108, None, "s2.orgNumber"),
              (88, "Adresse électronique"), (294, None, "s2.email"))
    _coordinates(sheet, 2)
    sheet.row(19, (226, "Possédez-vous un accès pour d’autres services en ligne de la RAMQ? "
                        "Si oui, donnez votre nom d’utilisateur :"), (326, None, "s2.existingUsername"), rule=MEDIUM)
    y = sheet.y - 2
    sheet.text(X0 + 5, y - 6.8, "Je m’engage :", BOLD, 8)
    y = sheet.paragraph(X0 + 62, y, X1 - X0 - 68, "- à ne pas divulguer les éléments d’identification qui seront délivrés à "
                        "mon nom afin de me permettre d’avoir accès aux services en ligne de la RAMQ dans le cadre de la "
                        "présente demande;", hang=4)
    y = sheet.paragraph(X0 + 62, y, X1 - X0 - 68, "- à n’utiliser ces éléments d’identification que pour les fins pour "
                        "lesquelles ils seront délivrés.", hang=4)
    sheet.y = y - 1.5
    sheet.line(X0, sheet.y, X1, sheet.y, THIN)
    sheet.signature(X0, X1, "s2.signature", "SIGNATURE DE L’UTILISATEUR", "s2.date", 40)
    sheet.y -= 40
    sheet.close(top)

    # Section 3
    sheet.y -= 3
    top = sheet.y
    sheet.band("3.  Autorisation")
    _person(sheet, 3, f"{ORG_BASE} ou du GMF")
    _coordinates(sheet, 3)
    sheet.line(X0, sheet.y, X1, sheet.y, MEDIUM)
    y = sheet.y - 2
    y = sheet.paragraph(X0 + 5, y, X1 - X0 - 10, "J’autorise l’utilisateur ci-dessus à se servir des formulaires "
                        "électroniques prévus pour les applications précisées à la section 1.", BOLD, 8, 9.4)
    sheet.text(X0 + 5, y - 6.8, "Je m’engage :", BOLD, 8)
    y = sheet.paragraph(X0 + 62, y, X1 - X0 - 68, "- à ne pas divulguer les éléments d’identification délivrés au nom de "
                        "l’utilisateur mentionné ci-dessus dont je pourrais prendre connaissance;", hang=4)
    y = sheet.paragraph(X0 + 62, y, X1 - X0 - 68, "- à transmettre à cet utilisateur, en toute sécurité, les éléments "
                        "d’identification qui seront délivrés à son nom dans le cadre de la présente demande.", hang=4)
    sheet.y = y - 1.5
    sheet.line(X0, sheet.y, X1, sheet.y, THIN)
    sheet.signature(X0, X1, "s3.signature", "SIGNATURE", "s3.date", 40)
    sheet.y -= 40
    sheet.line(X0, sheet.y, X1, sheet.y, THIN)
    y = sheet.paragraph(X0 + 5, sheet.y - 1.5, X1 - X0 - 10, "Note : Advenant le non-respect d’un des engagements décrits "
                        "ci-dessus, la RAMQ se réserve le droit de retirer en tout temps et sans préavis l’accès aux services "
                        "en ligne accordé dans le cadre de la présente demande.", ITAL, 7, 7.6, hang=20)
    sheet.y = y - 1
    sheet.close(top)

    # Section 4
    sheet.y -= 3
    top = sheet.y
    sheet.band("4.  Privilèges d’accès créés et éléments d’identification remis (à l’usage de la RAMQ)")
    bounds = sheet.row(23, (76, "Date d’inscription"), (112, None), (94, "Numéro de référence"),
                       (270, None, "s4.referenceNumber"))
    sheet.date("s4.registrationDate", bounds[1][0] + 6, sheet.y + 1.8, 12.5)
    sheet.row(17, (76, "Nom d’utilisateur"), (200, None, "s4.username"), (94, "Identifiant du répondant"),
              (182, None, "s4.respondentId"))
    sheet.row(19, (152, "Période ou durée de validité des éléments d’identification délivrés"), (400, None, "s4.validity"),
              rule=MEDIUM)
    middle = (X0 + X1) / 2
    sheet.signature(X0, middle, "s4.respondentSignature", "SIGNATURE DU RÉPONDANT À LA RAMQ", "s4.respondentDate", 36)
    sheet.signature(middle, X1, "s4.soesSignature", "SIGNATURE SOES", "s4.soesDate", 36)
    sheet.line(middle, sheet.y, middle, sheet.y - 36, THIN)
    sheet.y -= 36
    sheet.close(top)
    sheet.text(X1, sheet.y - 12, "Voir au verso", ITAL, 7.5, align="right")


def _back(sheet):
    sheet.page = 1
    sheet.y = top = 764.0
    sheet.band("5.  Numéros d’établissement supplémentaires")
    third = (X1 - X0) / 3
    head = 13.0
    for column in range(3):
        x = X0 + column * third
        sheet.fill(x, sheet.y - head, x + third, sheet.y, GREY)
        sheet.text(x + third / 2, sheet.y - 9.2, "Numéro", REG, 8.4, align="center")
    sheet.y -= head
    sheet.line(X0, sheet.y, X1, sheet.y, MEDIUM)
    rows, height = 8, 16.5
    for row in range(rows):
        y0 = sheet.y - height
        for column in range(3):
            x = X0 + column * third
            sheet.slot("s5.numbers", (x + 4, y0 + 1.2, x + third - 4, sheet.y - 1.2), index=row * 3 + column)
        sheet.line(X0, y0, X1, y0, THIN)
        sheet.y = y0
    for column in (1, 2):
        x = X0 + column * third
        sheet.line(x, sheet.y, x, sheet.y + rows * height + head, MEDIUM)
    sheet.close(top)

    # Directives, as a table of headings and texts
    sheet.y -= 14
    top = sheet.y
    label_x1, size, leading = X0 + 112, 8.2, 9.3
    for heading, texts in DIRECTIVES:
        y1 = sheet.y
        y = y1 - 3
        for text in texts:
            y = sheet.paragraph(label_x1 + 6, y, X1 - label_x1 - 12, text, REG, size, leading,
                                hang=6 if text[0] in "–•" else 0) - 1
        y0 = y - 2
        sheet.label(X0, label_x1, y0, y1, heading, 8.4, BOLD)
        sheet.line(X0, y0, X1, y0, THIN)
        sheet.y = y0
    sheet.line(label_x1, sheet.y, label_x1, top, THIN)
    sheet.close(top)

    # Where to send the form
    sheet.y -= 14
    top = sheet.y
    y = top - 14
    sheet.text(X0 + 8, y, "Veuillez remplir le formulaire, le signer et nous l’envoyer :", BOLD, 9)
    y -= 14
    sheet.text(X0 + 16, y, "– par courriel : Demandes_acces_SEL@ramq.gouv.qc.ca", REG, 9)
    sheet.text(X0 + 262, y, "OU", BOLD, 9)
    sheet.text(X0 + 292, y, "– par la poste :", REG, 9)
    for line in ("Régie de l’assurance maladie du Québec", "C. P. 6600, succ. Terminus", "Québec (Québec)  G1K 7T3"):
        sheet.text(X0 + 354, y, line, REG, 9)
        y -= 11
    sheet.y = y + 3
    sheet.close(top)


def build():
    _register_fonts()
    sheet = _Sheet(2)
    _front(sheet)
    _back(sheet)
    return Layout("registre", 2, sheet.slots, sheet.draw, font_size=9)
