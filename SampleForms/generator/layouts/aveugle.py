"""« Aveugle »: an airy drawing without rules; captions stand over tinted areas, in two or three columns."""
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kit import Layout, Slot

FONT_DIR = Path("/usr/share/fonts/truetype/dejavu")
REG, BOLD, OBL = "Aveugle", "Aveugle-Bold", "Aveugle-Oblique"
FACES = {REG: "DejaVuSansCondensed", BOLD: "DejaVuSansCondensed-Bold", OBL: "DejaVuSansCondensed-Oblique"}

LEFT, RIGHT, GAP = 40.0, 572.0, 12.0
ACCENT = (0.0, 0.37, 0.45)
TINT = (0.90, 0.945, 0.955)
EDGE = (0.70, 0.82, 0.85)
INK = (0.16, 0.19, 0.22)
CAPTION = (0.28, 0.34, 0.38)
FIELD = 16.5  # height of a field
STEP = 30.5   # from one line of fields to the next

ORG_BASE = "Nom de l’établissement, de l’installation, de la grappe de services (OPTILAB)"
SCOPES = (
    ("some", "De certaines installations de l’établissement",
     "Spécifiez le ou les numéros d’établissement à la section 5 au verso."),
    ("all", "De toutes les installations de l’établissement", "Ne joignez pas de liste."),
    ("cluster", "De la grappe de services (OPTILAB)", "Ne joignez pas de liste."),
)
ROLES = (  # down the first column, then down the second
    (("executiveDirector", "Directeur général"),
     ("professionalServicesDirector", "Directeur des services professionnels"),
     ("optilabRepresentative", "Représentant autorisé d’une grappe de services (OPTILAB)")),
    (("gmfPhysician", "Médecin responsable du GMF"),
     ("gmfCoPhysician", "Médecin coresponsable du GMF")),
)
DIRECTIVES = (
    (
        (None, (
            "– Remplissez en lettres majuscules les sections 2 et 3 du formulaire.",
            "– Signez aux endroits indiqués.",
            "– Aucun document photographié, télécopié ou non conforme ne sera accepté.")),
        ("Applications", (
            "Cochez la ou les applications auxquelles vous souhaitez accéder.",
            "NOTE : Pour l’application Autorisation des demandes de paiement en ligne, l’utilisateur doit avoir été désigné "
            "comme signataire autorisé par une résolution du conseil d’administration de l’établissement. Cette règle ne "
            "s’applique pas au représentant autorisé d’une grappe de services (OPTILAB) ni au représentant autorisé d’un "
            "GMF.")),
        ("Utilisateur", (
            "Cette section doit être remplie par la personne désignée pour utiliser le service en ligne demandé.",)),
        ("Fonction", (
            "Inscrivez le nom de la fonction que vous assumez (par exemple, secrétaire administratif, coordonnateur du "
            "projet, directeur ou représentant autorisé d’une grappe de services [OPTILAB]), qui vous oblige à communiquer "
            "avec la RAMQ et à utiliser le service en ligne demandé.",)),
        ("Nom et numéro de l’établissement", (
            "Indiquez le nom et le numéro de l’établissement, de l’installation, de la grappe de services (OPTILAB) ou du "
            "point de service pour lequel vous désirez avoir un accès.",)),
        ("Autorisation", (
            "Cette section doit être remplie par le directeur des services professionnels, le directeur général de "
            "l’établissement concerné, le représentant autorisé de la grappe de services (OPTILAB) ou le médecin "
            "responsable ou coresponsable du GMF.",)),
    ),
    (
        ("Signature électronique", (
            "Voici les formats acceptés si vous souhaitez apposer une signature électronique :",
            "• une signature numérique (générée grâce à un certificat numérique);",
            "• une signature manuscrite apposée à l’aide d’un stylet, d’un écran tactile ou d’une souris;",
            "• une signature manuscrite numérisée (l’image d’une signature).")),
        ("Transmission des éléments d’identification par courriel", (
            "Nous transmettrons par courriel à l’utilisateur son mot de passe temporaire. Toutefois, c’est à la personne "
            "qui autorise la demande d’accès que nous fournirons le nom d’utilisateur.",
            "Pour des raisons de sécurité, l’utilisateur et la personne qui autorise la demande d’accès doivent avoir des "
            "adresses électroniques différentes. C’est pourquoi nous n’acceptons que les adresses électroniques "
            "personnelles ou professionnelles (p. ex. jacques.untel@xx.com), et non les adresses de boîte courriel "
            "partagée (p. ex. information@xx.com).",
            "Si vous êtes à la fois l’utilisateur et la personne qui autorise la demande, vous devez tout de même nous "
            "fournir deux adresses électroniques différentes : par exemple, votre adresse personnelle à la section 2 et "
            "votre adresse professionnelle à la section 3.")),
    ),
)


def _register_fonts():
    known = pdfmetrics.getRegisteredFontNames()
    for name, stem in FACES.items():
        if name not in known:
            path = FONT_DIR / f"{stem}.ttf"
            if not path.is_file():
                raise FileNotFoundError(f"{path} is missing (package fonts-dejavu)")
            pdfmetrics.registerFont(TTFont(name, str(path)))


def _length(text, font, size):
    return pdfmetrics.stringWidth(text, font, size)


class _Board:
    """Coordinates are measured from the top of the page; slots are converted when they are recorded."""

    def __init__(self):
        self.steps, self.slots, self.page, self.t = {}, [], 0, 0.0

    def draw(self, canvas, page_index):
        canvas.saveState()
        for step in self.steps.get(page_index, ()):
            step(canvas)
        canvas.restoreState()

    def _do(self, step):
        self.steps.setdefault(self.page, []).append(step)

    # ---- primitives
    def text(self, x, t, string, font=REG, size=7.5, color=INK, align=0.0):
        x -= align * _length(string, font, size)

        def step(c):
            c.setFillColorRGB(*color)
            c.setFont(font, size)
            c.drawString(x, 792 - t, string)
        self._do(step)
        return x + _length(string, font, size)

    def area(self, x0, t0, x1, t1, radius=2.5, fill=TINT, edge=None):
        def step(c):
            c.setFillColorRGB(*fill)
            c.setStrokeColorRGB(*(edge or fill))
            c.setLineWidth(0.5)
            c.roundRect(x0, 792 - t1, x1 - x0, t1 - t0, radius, stroke=int(edge is not None), fill=1)
        self._do(step)

    def stroke(self, x0, t0, x1, t1, color=EDGE, width=0.5):
        def step(c):
            c.setStrokeColorRGB(*color)
            c.setLineWidth(width)
            c.line(x0, 792 - t0, x1, 792 - t1)
        self._do(step)

    def slot(self, field, x0, t0, x1, t1, kind="text", **more):
        box = tuple(round(v, 2) for v in (x0, 792 - t1, x1, 792 - t0))
        self.slots.append(Slot(field, self.page, box, kind, **more))

    def flow(self, x, t, width, string, font=REG, size=7.0, leading=8.8, color=INK, hang=0.0):
        """A paragraph whose first baseline is t; returns the baseline of the line that would follow."""
        line = ""
        start = x
        for word in string.split(" "):
            trial = f"{line} {word}" if line else word
            if line and start + _length(trial, font, size) > x + width:
                self.text(start, t, line, font, size, color)
                t, line, start = t + leading, word, x + hang
            else:
                line = trial
        self.text(start, t, line, font, size, color)
        return t + leading

    # ---- parts of the form
    def heading(self, number, title, size=11.5):
        """A numbered disc and a coloured title; moves t under them."""
        radius, t = size * 0.68, self.t

        def step(c):
            c.setFillColorRGB(*ACCENT)
            c.circle(LEFT + radius, 792 - t - radius, radius, stroke=0, fill=1)
        self._do(step)
        base = t + radius + size * 0.34
        self.text(LEFT + radius, base - 0.3, str(number), BOLD, size * 0.87, (1, 1, 1), 0.5)
        self.text(LEFT + 2 * radius + 6, base, title, BOLD, size, ACCENT)
        self.t = t + 2 * radius + 5

    def caption(self, x, t, string, size=7.0):
        self.text(x, t, string, REG, size, CAPTION)

    def field(self, x0, x1, string, name, kind="text", height=FIELD):
        """The caption over the tinted field, at the current t."""
        self.caption(x0, self.t + 6.6, string)
        top = self.t + 9.2
        self.area(x0, top, x1, top + height)
        self.slot(name, x0 + 4, top + 1, x1 - 4, top + height - 1, kind)

    def tick(self, x, base, field, option, string, size=7.8, font=REG):
        """A pale-edged square with its words at the right; returns the x after the words."""
        side = 8.4
        top = base - side + 1.3
        self.area(x, top, x + side, top + side, 1.2, (1, 1, 1), (0.35, 0.55, 0.6))
        self.slot(field, x, top, x + side, top + side, "tick", option=option)
        return self.text(x + side + 4.5, base, string, font, size)

    def sex(self, x, field):
        self.caption(x, self.t + 6.6, "Sexe")
        end = self.tick(x, self.t + 20.3, field, "M", "M", 8.5)
        self.tick(end + 14, self.t + 20.3, field, "F", "F", 8.5)

    def comb(self, x0, x1, t0, field, height=FIELD):
        """One area for the eight figures of a date; small teeth part them, captions stand below."""
        step = (x1 - x0) / 8
        self.area(x0, t0, x1, t0 + height)
        for i in range(1, 8):
            whole = i in (4, 6)
            self.stroke(x0 + i * step, t0 + (1 if whole else height * 0.55), x0 + i * step, t0 + height - (1 if whole else 0),
                        ACCENT if whole else (0.45, 0.62, 0.67), 0.7 if whole else 0.5)
        for string, middle in (("ANNÉE", 2), ("MOIS", 5), ("JOUR", 7)):
            self.text(x0 + middle * step, t0 + height + 6.2, string, REG, 5.0, CAPTION, 0.5)
        self.slot(field, x0, t0, x1, t0 + height, "comb", cells=8)

    def signature(self, x0, x1, string, field, date_field, height=27.0, date_width=112.0):
        date_x = x1 - date_width
        self.caption(x0, self.t + 6.2, string, 6.4)
        self.area(x0, self.t + 9.2, date_x - GAP, self.t + 9.2 + height)
        self.slot(field, x0 + 3, self.t + 10.2, date_x - GAP - 3, self.t + 8.2 + height, "signature")
        self.caption(date_x, self.t + 6.2, "DATE", 6.4)
        self.comb(date_x, x1, self.t + 9.2, date_field, min(height, 18.0))


def _columns(*shares):
    """The x bounds of columns of the given shares of the width."""
    free, x, bounds = RIGHT - LEFT - GAP * (len(shares) - 1), LEFT, []
    for share in shares:
        width = free * share / sum(shares)
        bounds.append((x, x + width))
        x += width + GAP
    return bounds


def _lines(board, fields):
    """fields: [(share, caption, name), ...] side by side; moves down one step."""
    for (x0, x1), (_, string, name) in zip(_columns(*(f[0] for f in fields)), fields):
        if name.endswith(".sex"):
            board.sex(x0, name)
        else:
            board.field(x0, x1, string, name)
    board.t += STEP


def _scope(board):
    top = board.t
    board.area(LEFT, top, RIGHT, top + 41, 4, (1, 1, 1), EDGE)
    board.text(LEFT + 8, top + 11, "L’objet de la demande s’applique aux registres :", BOLD, 7.6)
    for x, (option, string, note) in zip((LEFT + 8, LEFT + 202, LEFT + 376), SCOPES):
        board.tick(x, top + 23.5, "s1.scope", option, string, 7.0)
        if _length(note, OBL, 6) > 160:
            cut = note.index("d’établissement")
            board.text(x + 12.9, top + 31, note[:cut].strip(), OBL, 6, CAPTION)
            board.text(x + 12.9, top + 37.6, note[cut:], OBL, 6, CAPTION)
        else:
            board.text(x + 12.9, top + 31, note, OBL, 6, CAPTION)
    board.t = top + 47


def _front(board):
    board.page = 0
    board.text(LEFT, 46, "Demande d’accès aux services en ligne", BOLD, 17, ACCENT)
    board.text(LEFT, 62, "Description — Établissements du réseau de la santé", REG, 9)
    board.caption(432, 31, "À L’USAGE DE LA RAMQ", 6)
    board.area(432, 34, RIGHT, 66, 2.5, (1, 1, 1), EDGE)
    board.slot("hdr.ramqUse", 435, 35.5, RIGHT - 3, 64.5, "multiline")

    # 1
    board.t = 78
    board.heading(1, "Description des services en ligne demandés")
    board.caption(LEFT, board.t + 6.6, "Applications", 7.4)
    end = board.tick(LEFT, board.t + 19, "s1.app.paymentAuthorization", "true",
                     "Autorisation des demandes de paiement en ligne", 7.6)
    board.tick(max(end + 18, 256), board.t + 19, "s1.app.association", "true",
               "Association entre le responsable de l’autorisation et le professionnel", 7.6)
    board.t += 33

    # 2
    board.heading(2, "Utilisateur")
    _lines(board, [(4, "Prénom", "s2.firstName"), (5, "Nom", "s2.lastName"), (1.4, "Sexe", "s2.sex")])
    _lines(board, [(1, "Adresse électronique", "s2.email")])
    _lines(board, [(5, "Fonction", "s2.function"), (2.4, "Téléphone", "s2.phone"), (1.2, "Poste", "s2.phoneExt"),
                   (2.4, "Télécopieur", "s2.fax")])
    _lines(board, [(4.2, f"{ORG_BASE}, du GMF ou du point de service", "s2.orgName"),
                   (1, "Numéro de l’établissement", "s2.orgNumber")])
    _lines(board, [(4.2, "Adresse de correspondance (lieu de travail)", "s2.address"), (1, "Code postal", "s2.postalCode")])
    x0 = board.text(LEFT, board.t + 10, "Possédez-vous un accès pour d’autres services en ligne de la RAMQ?", REG, 7.0, CAPTION)
    board.text(LEFT, board.t + 19, "Si oui, donnez votre nom d’utilisateur :", REG, 7.0, CAPTION)
    board.area(x0 + GAP, board.t + 4, RIGHT, board.t + 4 + FIELD)
    board.slot("s2.existingUsername", x0 + GAP + 4, board.t + 5, RIGHT - 4, board.t + 3 + FIELD)
    board.t += 26
    _scope(board)
    t = board.t + 6
    board.text(LEFT, t, "Je m’engage :", BOLD, 7.0)
    t = board.flow(LEFT + 52, t, RIGHT - LEFT - 52, "- à ne pas divulguer les éléments d’identification qui me seront délivrés "
                   "pour avoir accès aux services en ligne de la RAMQ;", size=6.8, leading=8.2, hang=4)
    t = board.flow(LEFT + 52, t, RIGHT - LEFT - 52, "- à n’utiliser ces éléments d’identification que pour les fins pour "
                   "lesquelles ils seront délivrés.", size=6.8, leading=8.2, hang=4)
    board.t = t - 3
    board.signature(LEFT, RIGHT, "SIGNATURE DE L’UTILISATEUR", "s2.signature", "s2.date")
    board.t += 49

    # 3
    board.heading(3, "Autorisation")
    _lines(board, [(4, "Prénom", "s3.firstName"), (5, "Nom", "s3.lastName"), (1.4, "Sexe", "s3.sex")])
    _lines(board, [(1, "Adresse électronique", "s3.email")])
    board.field(LEFT, LEFT + 168, "Fonction", "s3.functionText")
    for x, column in zip((LEFT + 182, LEFT + 406), ROLES):
        for i, (option, string) in enumerate(column):
            board.tick(x, board.t + 7.5 + 11.6 * i, "s3.role", option, string, 7.0)
    board.t += 36.5
    _lines(board, [(1, f"{ORG_BASE} ou du GMF", "s3.orgName")])
    _lines(board, [(4.2, "Adresse de correspondance (lieu de travail)", "s3.address"), (1, "Code postal", "s3.postalCode")])
    _lines(board, [(2, "Téléphone", "s3.phone"), (1, "Poste", "s3.phoneExt"), (2, "Télécopieur", "s3.fax")])
    t = board.t + 6
    board.text(LEFT, t, "J’autorise l’utilisateur ci-dessus à se servir des formulaires électroniques prévus pour les applications "
               "précisées à la section 1.", BOLD, 7.0)
    t += 9.4
    board.text(LEFT, t, "Je m’engage :", BOLD, 7.0)
    t = board.flow(LEFT + 52, t, RIGHT - LEFT - 52, "- à ne pas divulguer les éléments d’identification délivrés au nom de cet "
                   "utilisateur dont je pourrais prendre connaissance;", size=6.8, leading=8.2, hang=4)
    t = board.flow(LEFT + 52, t, RIGHT - LEFT - 52, "- à lui transmettre, en toute sécurité, les éléments d’identification qui "
                   "seront délivrés à son nom.", size=6.8, leading=8.2, hang=4)
    board.t = t - 3
    board.signature(LEFT, RIGHT, "SIGNATURE", "s3.signature", "s3.date")
    board.t += 45
    board.flow(LEFT, board.t + 4, RIGHT - LEFT, "Note : Advenant le non-respect d’un des engagements décrits ci-dessus, la RAMQ se "
               "réserve le droit de retirer en tout temps et sans préavis l’accès aux services en ligne accordé.", OBL, 6, 7.2,
               CAPTION)


def _back(board):
    board.page = 1
    board.t = 36
    board.heading(5, "Numéros d’établissement supplémentaires")
    columns = _columns(1, 1, 1)
    for x0, _ in columns:
        board.caption(x0, board.t + 6.6, "Numéro")
    top = board.t + 9.5
    for row in range(9):
        for column, (x0, x1) in enumerate(columns):
            t = top + row * 20.5
            board.area(x0, t, x1, t + FIELD)
            board.slot("s5.numbers", x0 + 4, t + 1, x1 - 4, t + FIELD - 1, index=row * 3 + column)
    board.t = top + 9 * 20.5 + 14

    board.text(LEFT, board.t + 10, "Directives", BOLD, 11.5, ACCENT)
    top = board.t + 27
    bottom = top
    for (x0, x1), articles in zip(_columns(1, 1), DIRECTIVES):
        t = top
        for heading, texts in articles:
            if heading:
                t = board.flow(x0, t, x1 - x0, heading, BOLD, 7.8, 10, ACCENT) + 0.5
            for string in texts:
                t = board.flow(x0, t, x1 - x0, string, REG, 7.2, 9, INK, 6 if string[0] in "–•" else 0) + 1
            t += 6
        bottom = max(bottom, t)
    # Where to send it: at the foot of the second column
    x0, x1 = _columns(1, 1)[1]
    box = bottom - 84
    board.area(x0, box, x1, bottom - 10, 4)
    board.text(x0 + 9, box + 14, "Veuillez remplir le formulaire, le signer et nous l’envoyer :", BOLD, 7.4, ACCENT)
    end = board.text(x0 + 9, box + 28, "– par courriel : Demandes_acces_SEL@ramq.gouv.qc.ca", REG, 7.4)
    board.text(end + 6, box + 28, "OU", BOLD, 7.4)
    end = board.text(x0 + 9, box + 42, "– par la poste : ", REG, 7.4)
    for i, string in enumerate(("Régie de l’assurance maladie du Québec", "C. P. 6600, succ. Terminus",
                                "Québec (Québec)  G1K 7T3")):
        board.text(end + 2, box + 42 + 10.5 * i, string, REG, 7.4)

    # 4, small, at the bottom
    board.t = 632
    board.stroke(LEFT, board.t - 10, RIGHT, board.t - 10, EDGE, 0.8)
    board.heading(4, "Privilèges d’accès créés et éléments d’identification remis (à l’usage de la RAMQ)", 9)
    board.caption(LEFT, board.t + 6.6, "Date d’inscription")
    board.comb(LEFT, LEFT + 104, board.t + 9.2, "s4.registrationDate")
    x = LEFT + 104 + GAP
    for width, string, name in ((130, "Nom d’utilisateur", "s4.username"), (130, "Numéro de référence", "s4.referenceNumber"),
                                (132, "Identifiant du répondant", "s4.respondentId")):
        board.field(x, x + width, string, name)
        x += width + GAP
    board.t += 36
    board.field(LEFT, RIGHT, "Période ou durée de validité des éléments d’identification délivrés", "s4.validity")
    board.t += STEP
    (a0, a1), (b0, b1) = _columns(1, 1)
    board.signature(a0, a1, "SIGNATURE DU RÉPONDANT À LA RAMQ", "s4.respondentSignature", "s4.respondentDate", 24, 100)
    board.signature(b0, b1, "SIGNATURE SOES", "s4.soesSignature", "s4.soesDate", 24, 100)


def build():
    _register_fonts()
    board = _Board()
    _front(board)
    _back(board)
    return Layout("aveugle", 2, board.slots, board.draw, font_size=9.5)
