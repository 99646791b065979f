"""« Maison »: the house drawing. Ruled cells, a small label at the top-left of each, the value below it."""

from draw import box, rule, text, width, wrap
from kit import Layout, Slot
import words as w

L, R = 30.0, 582.0
INK, BAND, TINT, LINE, SOFT = "#14213d", "#1d4e79", "#eef3f8", "#6d7f93", "#44546a"
H = 25.0  # an ordinary row


class Sheet:
    """Builds the slots and the list of things to draw in one pass, from the top of a page to its bottom."""

    def __init__(self):
        self.slots, self.things, self.page, self.y = [], {0: [], 1: []}, 0, 0.0

    def do(self, f, *a, **k):
        self.things[self.page].append((f, a, k))

    def band(self, title, note=None):
        y = self.y
        self.do(box, L, y - 15, R, y, BAND, BAND)
        self.do(text, L + 6, y - 10.9, title, "Sans-Bold", 9, "#ffffff")
        if note:
            self.do(text, R - 6, y - 10.6, note, "Sans", 7, "#ffffff", "right")
        self.y -= 15

    def row(self, height, *cells):
        """cells: (share of the width, label, what to put in: a field id, or a callable(x0, y0, x1, y1))."""
        x, y1, y0 = L, self.y, self.y - height
        total = sum(c[0] for c in cells)
        for share, label, content in cells:
            x1 = x + (R - L) * share / total
            self.do(box, x, y0, x1, y1, LINE, None, 0.5)
            if label:
                size = 6.5
                while width(label, "Sans", size) > x1 - x - 6:
                    size -= 0.1
                self.do(text, x + 3.5, y1 - 7.6, label, "Sans", size, SOFT)
            if callable(content):
                content(x, y0, x1, y1)
            elif content:
                self.slots.append(Slot(content, self.page, (x + 3, y0 + 2, x1 - 3, y1 - 9.2), "text"))
            x = x1
        self.y = y0

    def tick(self, field, option, label, x, y, size=8.4, name="Sans", pt=8.0):
        """A tick box with its lower left corner at x, y."""
        self.do(box, x, y, x + size, y + size, INK, "#ffffff", 0.8)
        self.slots.append(Slot(field, self.page, (x, y, x + size, y + size), "tick", option))
        self.do(text, x + size + 4, y + 1.5, label, name, pt, INK)

    def sex(self, field):
        def put(x0, y0, x1, y1):
            self.tick(field, "M", "M", x0 + 6, y0 + 4)
            self.tick(field, "F", "F", x0 + 36, y0 + 4)
        return put

    def date(self, field):
        """ANNÉE MOIS JOUR combs of 4 + 2 + 2 cells."""
        def put(x0, y0, x1, y1):
            cell, gap = 13.0, 7.0
            at = x1 - 4 - 8 * cell - 2 * gap
            top = y0 + 15.5
            for part, caption, cells in zip(("year", "month", "day"), w.YMD, (4, 2, 2)):
                right = at + cell * cells
                self.do(box, at, y0 + 2.5, right, top, LINE, "#ffffff", 0.6)
                for i in range(1, cells):
                    self.do(rule, at + cell * i, y0 + 2.5, at + cell * i, y0 + 7, LINE, 0.5)
                self.do(text, (at + right) / 2, top + 1.8, caption, "Sans", 5.4, SOFT, "center")
                self.slots.append(Slot(field, self.page, (at, y0 + 2.5, right, top), "comb", None, part, 0, cells))
                at = right + gap
        return put

    def signature(self, field):
        def put(x0, y0, x1, y1):
            self.slots.append(Slot(field, self.page, (x0 + 3, y0 + 2, x1 - 3, y1 - 9.5), "signature"))
        return put

    def pledge(self, height, field, lines):
        """Pre-printed commitment: a bold opening, then dashes."""
        y1, y0 = self.y, self.y - height
        self.do(box, L, y0, R, y1, LINE, TINT, 0.5)
        y = y1 - 9.5
        for bold, dash, s in lines:
            if bold:
                self.do(text, L + 6, y, s, "Sans-Bold", 7.2, INK)
                y -= 8.7
            else:
                if dash:
                    self.do(text, L + 10, y, "–", "Sans", 7, INK)
                x = L + (18 if dash else 6)
                for line in wrap(s, "Sans", 7, R - x - 6):
                    self.do(text, x, y, line, "Sans", 7, INK)
                    y -= 8.4
        self.y = y0


def build() -> Layout:
    s = Sheet()
    # Header
    s.do(text, L, 761, w.TITLE, "Sans-Bold", 17, INK)
    s.do(rule, L, 751, 388, 751, BAND, 1.6)
    s.do(box, 402, 738, R, 778, LINE, "#ffffff", 0.7)
    s.do(text, 406, 769.8, w.RAMQ_USE, "Sans", 6.5, SOFT)
    s.slots.append(Slot("hdr.ramqUse", 0, (406, 741, R - 4, 767.5), "text"))
    # 1
    s.y = 731
    s.band(w.S1)
    y = s.y
    s.do(box, L, y - 80, R, y, LINE, None, 0.5)
    s.do(text, L + 6, y - 12, w.DESCRIPTION, "Sans", 8, SOFT)
    s.do(text, L + 74, y - 12, w.SERVICE, "Sans-Bold", 9, INK)
    s.do(rule, L, y - 18, R, y - 18, LINE, 0.5)
    s.do(text, L + 6, y - 29.5, w.APPLICATIONS, "Sans", 8, SOFT)
    s.tick("s1.app.paymentAuthorization", "true", w.APP_PAYMENT, L + 74, y - 31)
    s.tick("s1.app.association", "true", w.APP_ASSOCIATION, L + 280, y - 31)
    s.do(rule, L, y - 37, R, y - 37, LINE, 0.5)
    s.do(text, L + 6, y - 47.5, w.SCOPE, "Sans", 8, SOFT)
    for (option, label, hint), x in zip(w.SCOPE_OPTIONS, (L + 6, L + 214, L + 408)):
        s.tick("s1.scope", option, label, x, y - 62.5, pt=7.6)
        for i, line in enumerate(["Spécifiez le ou les numéros d’établissement à la", "section 5 au verso."] if option == "some" else [hint]):
            s.do(text, x + 12.4, y - 69.4 - i * 7.2, line, "Sans-Italic", 6.4, SOFT)
    s.y = y - 80 - 6
    # 2
    s.band(w.S2)
    s.row(H, (44, w.FIRST, "s2.firstName"), (44, w.LAST, "s2.lastName"), (12, w.SEX, s.sex("s2.sex")))
    s.row(H, (50, w.FUNCTION, "s2.function"), (50, w.EMAIL, "s2.email"))
    s.row(H, (76, w.ORG2, "s2.orgName"), (24, w.NUMBER, "s2.orgNumber"))
    s.row(H, (76, w.ADDRESS, "s2.address"), (24, w.POSTAL, "s2.postalCode"))
    def already(x0, y0, x1, y1):
        s.do(text, x0 + 3.5, y1 - 15.2, w.IF_SO, "Sans", 6.5, SOFT)
        s.slots.append(Slot("s2.existingUsername", 0, (x0 + 122, y0 + 2, x1 - 3, y1 - 9.2), "text"))
    s.row(H, (20, w.PHONE, "s2.phone"), (10, w.EXT, "s2.phoneExt"), (20, w.FAX, "s2.fax"), (50, w.ALREADY, already))
    s.pledge(38, "s2.commitment", [(True, False, w.PLEDGE)] + [(False, True, t) for t in w.PLEDGE2])
    s.row(33, (72, w.SIGN2, s.signature("s2.signature")), (28, w.DATE, s.date("s2.date")))
    s.y -= 6
    # 3
    s.band(w.S3)
    s.row(H, (44, w.FIRST, "s3.firstName"), (44, w.LAST, "s3.lastName"), (12, w.SEX, s.sex("s3.sex")))
    def roles(x0, y0, x1, y1):
        places = ((x0 + 6, y1 - 12.5), (x0 + 178, y1 - 12.5), (x0 + 288, y1 - 12.5), (x0 + 6, y1 - 25.5), (x0 + 178, y1 - 25.5))
        for (option, label), (x, y) in zip(w.ROLES, places):
            s.tick("s3.role", option, label, x, y)
    s.row(H, (50, w.FUNCTION, "s3.functionText"), (50, w.EMAIL, "s3.email"))
    s.row(30, (100, "", roles))
    s.row(H, (100, w.ORG3, "s3.orgName"))
    s.row(H, (76, w.ADDRESS, "s3.address"), (24, w.POSTAL, "s3.postalCode"))
    s.row(H, (40, w.PHONE, "s3.phone"), (20, w.EXT, "s3.phoneExt"), (40, w.FAX, "s3.fax"))
    s.pledge(42, "s3.commitment", [(False, False, w.AUTHORIZE), (True, False, w.PLEDGE)] + [(False, True, t) for t in w.PLEDGE3])
    s.row(33, (72, w.SIGN3, s.signature("s3.signature")), (28, w.DATE, s.date("s3.date")))
    for line in wrap(w.NOTE, "Sans", 6.3, R - L - 4):
        s.y -= 7.4
        s.do(text, L + 2, s.y, line, "Sans", 6.3, SOFT)
    s.y -= 5
    # 4
    s.band(w.S4)
    s.row(33, (28, w.REGISTRATION, s.date("s4.registrationDate")), (17, w.REFERENCE, "s4.referenceNumber"), (17, w.USERNAME, "s4.username"),
          (38, w.VALIDITY, "s4.validity"))
    s.row(30, (28, w.RESPONDENT, "s4.respondentId"), (44, w.SIGN_RESPONDENT, s.signature("s4.respondentSignature")), (28, w.DATE, s.date("s4.respondentDate")))
    s.row(30, (72, w.SIGN_SOES, s.signature("s4.soesSignature")), (28, w.DATE, s.date("s4.soesDate")))
    s.do(text, L, s.y - 9.5, w.SEND, "Sans-Bold", 7.2, INK)
    s.do(text, L + 208, s.y - 9.5, w.SEND_MAIL, "Sans", 7.2, INK)
    s.do(text, L + 208, s.y - 18.5, w.SEND_POST[0] + " " + ", ".join(w.SEND_POST[1:3]) + ", " + w.SEND_POST[3], "Sans", 6.7, INK)
    # 5, on the back
    s.page = 1
    s.y = 760
    s.band(w.S5)
    rows, columns = 8, 3
    wide = (R - L) / columns
    top = s.y
    for column in range(columns):
        x = L + column * wide
        s.do(box, x, top - 13, x + wide, top, LINE, TINT, 0.5)
        s.do(text, x + 5, top - 9.4, w.COLUMN, "Sans", 7.5, INK)
    for r in range(rows):
        for column in range(columns):
            x, y1 = L + column * wide, top - 13 - r * 18
            s.do(box, x, y1 - 18, x + wide, y1, LINE, None, 0.5)
            s.slots.append(Slot("s5.numbers", 1, (x + 4, y1 - 16.5, x + wide - 4, y1 - 1.5), "text", index=r * columns + column))
    y = top - 13 - rows * 18 - 34
    s.do(text, L, y, "Directives", "Sans-Bold", 14, INK)
    s.do(rule, L, y - 6, R, y - 6, BAND, 1.2)
    y -= 22
    for title, lines in w.DIRECTIVES:
        if title:
            y -= 4
            s.do(text, L, y, title, "Sans-Bold", 9.4, BAND)
            y -= 12.5
        for line in lines:
            hang = 10 if line[:1] in "–•" else 0
            body = line[3:] if hang else line
            if hang:
                s.do(text, L + 2, y, line[0], "Sans", 8.6, INK)
            for piece in wrap(body, "Sans", 8.6, R - L - hang - 2):
                s.do(text, L + hang + 2 * bool(hang), y, piece, "Sans", 8.6, INK)
                y -= 11
            y -= 1.5

    def draw(c, page):
        for f, a, k in s.things[page]:
            f(c, *a, **k)

    return Layout("maison", 2, s.slots, draw, 10)
