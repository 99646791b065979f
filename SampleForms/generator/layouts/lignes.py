"""« Lignes »: label, then a line to write on. Black on white; signatures are labelled below their line."""

from draw import box, rule, text, width, wrap
from kit import Layout, Slot
import words as w

L, R = 36.0, 576.0
PLAIN, BOLD, SLANT = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"
STEP = 17.3
PT = 8.2


class Sheet:
    def __init__(self):
        self.slots, self.things, self.page, self.y = [], {0: [], 1: []}, 0, 0.0

    def do(self, f, *a, **k):
        self.things[self.page].append((f, a, k))

    def heading(self, title):
        self.y -= 16
        self.do(text, L, self.y, title, BOLD, 10)
        self.do(rule, L, self.y - 3.5, R, self.y - 3.5, "#000000", 1.3)
        self.y -= 4

    def label(self, x, label, pt=PT, name=PLAIN) -> float:
        """Writes a label on the current line; gives where it ends."""
        self.do(text, x, self.y, label, name, pt)
        return x + width(label, name, pt)

    def blank(self, field, x0, x1, kind="text"):
        """A line to write on, from x0 to x1."""
        self.do(rule, x0, self.y - 2, x1, self.y - 2, "#000000", 0.5)
        self.slots.append(Slot(field, self.page, (x0, self.y - 1.5, x1, self.y + 11.5), kind))

    def line(self, *parts, step=STEP):
        """parts: (label, field, x of the end of its line); labels follow one another."""
        self.y -= step
        x = L
        for label, field, end in parts:
            x = self.label(x, label) + 4
            self.blank(field, x, end)
            x = end + 8

    def tick(self, field, option, label, x, pt=PT) -> float:
        s = 7.6
        self.do(box, x, self.y - 1, x + s, self.y - 1 + s, "#000000", None, 0.7)
        self.slots.append(Slot(field, self.page, (x, self.y - 1, x + s, self.y - 1 + s), "tick", option))
        self.do(text, x + s + 4, self.y, label, PLAIN, pt)
        return x + s + 4 + width(label, PLAIN, pt)

    def date(self, field, x, label):
        """Three short lines, their captions beneath."""
        at = self.label(x, label) + 8 if label else x
        for part, caption, wide in zip(("year", "month", "day"), w.YMD, (40, 26, 26)):
            self.do(rule, at, self.y - 2, at + wide, self.y - 2, "#000000", 0.5)
            self.do(text, at + wide / 2, self.y - 9, caption, PLAIN, 5.6, "#000000", "center")
            self.slots.append(Slot(field, self.page, (at, self.y - 1.5, at + wide, self.y + 11.5), "text", None, part))
            at += wide + 9

    def signature(self, field, label, x0, x1, high=21):
        self.do(rule, x0, self.y - 2, x1, self.y - 2, "#000000", 0.5)
        self.do(text, x0, self.y - 9, label, PLAIN, 6.2)
        self.slots.append(Slot(field, self.page, (x0, self.y - 1, x1, self.y + high), "signature"))

    def prose(self, s, x=L, pt=7.2, name=PLAIN, lead=8.5):
        for piece in wrap(s, name, pt, R - x):
            self.y -= lead
            self.do(text, x, self.y, piece, name, pt)

    def dashes(self, items):
        for s in items:
            self.do(text, L + 4, self.y - 8.5, "-", PLAIN, 7.2)
            self.prose(s, L + 11)


def build() -> Layout:
    s = Sheet()
    s.do(text, L, 752, w.TITLE, BOLD, 15)
    s.do(box, 420, 740, R, 776, "#000000", None, 0.7)
    s.do(text, 424, 768, w.RAMQ_USE, PLAIN, 6)
    s.slots.append(Slot("hdr.ramqUse", 0, (424, 743, R - 4, 766), "text"))
    s.y = 742
    # 1
    s.heading(w.S1)
    s.y -= 13
    s.label(L, w.DESCRIPTION)
    s.label(L + 76, w.SERVICE, 8.6, BOLD)
    s.y -= 13
    s.label(L, w.APPLICATIONS)
    s.tick("s1.app.paymentAuthorization", "true", w.APP_PAYMENT, L + 76)
    s.y -= 12
    s.tick("s1.app.association", "true", w.APP_ASSOCIATION, L + 76)
    s.y -= 13
    s.label(L, w.SCOPE)
    for option, label, hint in w.SCOPE_OPTIONS:
        s.y -= 12
        x = s.tick("s1.scope", option, label, L + 12)
        s.label(x + 8, hint, 7, SLANT)
    # 2
    s.heading(w.S2)

    def who(n):
        s.y -= STEP
        x = s.label(L, w.FIRST) + 4
        s.blank(f"s{n}.firstName", x, 250)
        x = s.label(258, w.LAST) + 4
        s.blank(f"s{n}.lastName", x, 480)
        x = s.label(490, w.SEX) + 6
        x = s.tick(f"s{n}.sex", "M", "M", x) + 8
        s.tick(f"s{n}.sex", "F", "F", x)

    who(2)
    s.line((w.FUNCTION, "s2.function", 330), (w.NUMBER, "s2.orgNumber", R))
    s.y -= 13
    lines = wrap(w.ORG2, PLAIN, 7.4, 250)
    s.label(L, lines[0], 7.4)
    s.y -= 8.6
    s.label(L, " ".join(lines[1:]), 7.4)
    s.blank("s2.orgName", L + 256, R)
    s.line((w.ADDRESS, "s2.address", R))
    s.y -= STEP - 1
    s.blank("s2.address", L, 430)
    x = s.label(438, w.POSTAL) + 4
    s.blank("s2.postalCode", x, R)
    s.line((w.PHONE, "s2.phone", 210), (w.EXT, "s2.phoneExt", 300), (w.FAX, "s2.fax", 450))
    s.line((w.EMAIL, "s2.email", R))
    s.y -= STEP - 4
    s.label(L, w.ALREADY)
    s.y -= 14
    x = s.label(L, w.IF_SO) + 4
    s.blank("s2.existingUsername", x, 400)
    s.y -= 3
    s.prose(w.PLEDGE, name=BOLD)
    s.dashes(w.PLEDGE2)
    s.y -= 24
    s.signature("s2.signature", w.SIGN2, L, 380)
    s.date("s2.date", 410, w.DATE)
    s.y -= 10
    # 3
    s.heading(w.S3)
    who(3)
    s.line((w.FUNCTION, "s3.functionText", 330))
    s.y -= 13
    x = s.tick("s3.role", w.ROLES[0][0], w.ROLES[0][1], L + 12)
    x = s.tick("s3.role", w.ROLES[1][0], w.ROLES[1][1], x + 14)
    s.tick("s3.role", w.ROLES[2][0], w.ROLES[2][1], x + 14)
    s.y -= 12
    x = s.tick("s3.role", w.ROLES[3][0], w.ROLES[3][1], L + 12)
    s.tick("s3.role", w.ROLES[4][0], w.ROLES[4][1], x + 14)
    s.y -= 13
    lines = wrap(w.ORG3, PLAIN, 7.4, 230)
    s.label(L, lines[0], 7.4)
    s.y -= 8.6
    s.label(L, " ".join(lines[1:]), 7.4)
    s.blank("s3.orgName", L + 256, R)
    s.line((w.ADDRESS, "s3.address", R))
    s.line((w.POSTAL, "s3.postalCode", 150), (w.PHONE, "s3.phone", 300), (w.EXT, "s3.phoneExt", 390), (w.FAX, "s3.fax", R))
    s.line((w.EMAIL, "s3.email", R))
    s.y -= 3
    s.prose(w.AUTHORIZE)
    s.prose(w.PLEDGE, name=BOLD)
    s.dashes(w.PLEDGE3)
    s.y -= 24
    s.signature("s3.signature", w.SIGN3, L, 380)
    s.date("s3.date", 410, w.DATE)
    s.y -= 11
    s.prose(w.NOTE, pt=6.2, lead=7)
    # 4
    s.heading(w.S4)
    s.y -= 15
    s.date("s4.registrationDate", L, w.REGISTRATION)
    x = s.label(232, w.REFERENCE) + 4
    s.blank("s4.referenceNumber", x, 400)
    x = s.label(408, w.USERNAME) + 4
    s.blank("s4.username", x, R)
    s.line((w.VALIDITY, "s4.validity", R), step=23)
    s.line((w.RESPONDENT, "s4.respondentId", 260), step=16)
    s.y -= 21
    s.signature("s4.respondentSignature", w.SIGN_RESPONDENT, L, 380, 18)
    s.date("s4.respondentDate", 410, w.DATE)
    s.y -= 26
    s.signature("s4.soesSignature", w.SIGN_SOES, L, 380, 15)
    s.date("s4.soesDate", 410, w.DATE)
    # 5
    s.page, s.y = 1, 770
    s.heading(w.S5)
    columns, rows, wide = 3, 10, (R - L) / 3
    s.y -= 14
    for c in range(columns):
        s.do(text, L + c * wide, s.y, w.COLUMN, BOLD, 8.4)
    for r in range(rows):
        s.y -= 17
        for c in range(columns):
            s.do(rule, L + c * wide, s.y - 2, L + c * wide + 150, s.y - 2, "#000000", 0.5)
            s.slots.append(Slot("s5.numbers", 1, (L + c * wide, s.y - 1.5, L + c * wide + 150, s.y + 11.5), "text", index=r * columns + c))
    s.y -= 14
    s.heading("Directives")
    s.y -= 4
    for title, lines in w.DIRECTIVES:
        if title:
            s.y -= 3
            s.prose(title, pt=9, name=BOLD, lead=11.5)
        for line in lines:
            s.prose(line, pt=8.2, lead=10.2)
    s.y -= 10
    s.prose(w.SEND, pt=8.6, name=BOLD, lead=12)
    for line in (w.SEND_MAIL,) + w.SEND_POST:
        s.prose(line, L if line[0] == "–" else L + 70, pt=8.2, lead=10.5)

    def draw(c, page):
        for f, a, k in s.things[page]:
            f(c, *a, **k)

    return Layout("lignes", 2, s.slots, draw, 9.5)
