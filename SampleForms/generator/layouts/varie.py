"""« Varié »: a family of drawings. A seed chooses where labels stand, columns, rules, tints, boxes, fonts and sizes; the words and their order stay."""

from __future__ import annotations

from draw import text, width
from kit import Layout
from layouts import look
from layouts.paper import DARK, Sheet
import words as w

TOP, BOTTOM = 768.0, 20.0


def header(s: Sheet):
    k, high = s.look, 34
    s.do(text, s.left, s.y - 17, w.TITLE, s.bold, 15, k.accent)
    s.frame(s.right - 150, s.y - high, s.right, s.y)
    s.words(s.right - 146, s.y - 1.5, [w.RAMQ_USE], max(6, k.label * 0.85))
    s.put("hdr.ramqUse", (s.right - 147, s.y - high + 1.5, s.right - 3, s.y - 11), "text")
    s.y -= high + 5


def section(s: Sheet, title: str, draw):
    """A heading, what stands under it and, in some looks, a frame around both."""
    top = s.y
    s.heading(title)
    draw(s)
    if s.look.framed:
        s.y -= 2
        s.do(lambda c, y=s.y: frame(c, s, y, top))
    s.y -= 6


def frame(c, s, y0, y1):
    c.setStrokeColor(s.look.rules)
    c.setLineWidth(s.look.outer)
    c.rect(s.left - 5, y0, s.right - s.left + 10, y1 - y0 + 2, stroke=1, fill=0)


def ticks(s: Sheet, field, choices, x, wide, size=None):
    """Choices one after another, on as many lines as they need; a hint follows its choice, or stands under it."""
    k, size = s.look, size or s.look.label
    step, at, fresh = max(k.side, size) + 3.5, x, True
    for option, label, *hint in choices:
        own = k.side + 8 + width(label, s.plain, size)
        if not fresh and at + own > x + wide:
            s.y -= step
            at = x
        fid = field if option != "true" else label_field(label)
        end = s.tick(fid, option, label, at, s.y - step + 1.5, size=size)
        if hint:
            small = max(5.8, size * 0.85)
            s.do(text, end + 8, s.y - step + 1.5 + k.side / 2 - small * 0.34, hint[0], s.slant, small, DARK)
            end += 8 + width(hint[0], s.slant, small)
        at, fresh = end + 14, False
        if hint:
            s.y -= step
            at, fresh = x, True
    if not fresh:
        s.y -= step


def label_field(label: str) -> str:
    return "s1.app.paymentAuthorization" if label == w.APP_PAYMENT else "s1.app.association"


def scope(s: Sheet):
    top = s.y
    s.y -= 1
    s.prose(w.SCOPE, size=s.look.label)
    size = s.look.label
    while max(width(l, s.plain, size) + width(h, s.slant, max(5.8, size * 0.85)) for _, l, h in w.SCOPE_OPTIONS) + s.look.side + 30 > s.right - s.left:
        size -= 0.2
    ticks(s, "s1.scope", w.SCOPE_OPTIONS, s.left + 10, s.right - s.left - 14, size)
    closed(s, top)


def closed(s: Sheet, top):
    """Where cells share rules, whatever is no cell is framed as one."""
    s.y -= 2
    if s.look.place in ("inside", "beside"):
        s.frame(s.left, s.y, s.right, top)


def one(s: Sheet):
    top, cut = s.y, s.left + 8 + width(w.DESCRIPTION + "  " + w.APPLICATIONS, s.plain, s.look.label) * 0.62
    s.y -= 2
    s.words(s.left + 3, s.y, [w.DESCRIPTION])
    s.y = s.words(cut, s.y, [w.SERVICE], name=s.bold)
    closed(s, top)
    top = s.y
    s.words(s.left + 3, s.y - 3, [w.APPLICATIONS])
    ticks(s, "", (("true", w.APP_PAYMENT), ("true", w.APP_ASSOCIATION)), cut, s.right - cut - 4, min(s.look.label, 8.4))
    closed(s, top)
    if not s.look.scope_in_two:
        scope(s)


def person(s: Sheet, n: int):
    f = lambda label, name: (label, f"s{n}.{name}")
    end = [f(w.ADDRESS, "address"), f(w.POSTAL, "postalCode"), f(w.PHONE, "phone"), f(w.EXT, "phoneExt"), f(w.FAX, "fax")]
    org = [f(w.ORG2, "orgName"), f(w.NUMBER, "orgNumber")] if n == 2 else [f(w.ORG3, "orgName")]
    mail = [f(w.EMAIL, "email")]
    start = [f(w.FIRST, "firstName"), f(w.LAST, "lastName"), f(w.SEX, "sex")]
    own = [f(w.FUNCTION, "function")] if n == 2 else []
    early, late = (mail, []) if s.look.email_early else ([], mail)
    if n == 2:
        s.rows(start + own + early + org + end + late)
    else:
        s.rows(start + early)
        roles(s)
        s.rows(org + end + late)


def roles(s: Sheet):
    if s.look.role_line:
        s.row([(w.FUNCTION, "s3.functionText")])
        top, x = s.y, s.left + 6
    else:
        top, x = s.y, s.left + 10 + width(w.FUNCTION, s.plain, s.look.label)
        s.words(s.left + 3, s.y - 3, [w.FUNCTION])
    s.y -= 1
    ticks(s, "s3.role", w.ROLES, x, s.right - x - 4, min(s.look.label, 8))
    closed(s, top)


def pledge(s: Sheet, items, before=None):
    top = s.y
    s.y -= 2
    if before:
        s.prose(before)
    s.prose(w.PLEDGE, name=s.bold)
    for item in items:
        s.prose(item, s.left + 8, dash=True)
    closed(s, top)


def signed(s: Sheet, label, field, date, high):
    """A signature and its date on one line."""
    s.row([(label, field), (w.DATE, date)], max(high, s.date_high() + 1), s.room(w.DATE, date))


def two(s: Sheet):
    person(s, 2)
    top = s.y
    s.y -= 2
    s.prose(w.ALREADY, size=s.look.label)
    k, y0 = s.look, s.y - s.look.value
    x = s.left + 3 + width(w.IF_SO, s.plain, k.label) + 6
    s.do(text, s.left + 3, y0 + 3.5, w.IF_SO, s.plain, k.label, DARK)
    end = s.right - 4 if k.place in ("inside", "beside") else min(s.right, x + 230)
    s.written(x, y0 + 0.5, end, y0 + k.value - 0.5)
    s.put("s2.existingUsername", (x + 2, y0 + 1, end - 2, y0 + k.value - 1))
    s.y = y0
    closed(s, top)
    if s.look.scope_in_two:
        scope(s)
    pledge(s, w.PLEDGE2)
    signed(s, w.SIGN2, "s2.signature", "s2.date", 24)


def three(s: Sheet):
    person(s, 3)
    pledge(s, w.PLEDGE3, w.AUTHORIZE)
    signed(s, w.SIGN3, "s3.signature", "s3.date", 24)
    s.y -= 1
    s.prose(w.NOTE, size=max(5.6, s.look.prose * 0.9), name=s.slant)


def four(s: Sheet):
    s.rows([(w.REGISTRATION, "s4.registrationDate"), (w.REFERENCE, "s4.referenceNumber"), (w.USERNAME, "s4.username"), (w.VALIDITY, "s4.validity"),
            (w.RESPONDENT, "s4.respondentId")])
    signed(s, w.SIGN_RESPONDENT, "s4.respondentSignature", "s4.respondentDate", 18)
    signed(s, w.SIGN_SOES, "s4.soesSignature", "s4.soesDate", 18)


def five(s: Sheet):
    k = s.look
    columns, rows = k.five
    joined = k.place in ("inside", "beside")
    gap = 0 if joined else k.gap
    wide, size, high = (s.right - s.left - gap * (columns - 1)) / columns, max(7.5, k.label), 18.0
    for n in range(columns):
        x = s.left + n * (wide + gap)
        if joined:
            s.frame(x, s.y - size * 1.6, x + wide, s.y, k.tint if k.filled == "labels" else None)
        s.do(text, x + 4, s.y - size * 1.15, w.COLUMN, s.plain, size, DARK)
    s.y -= size * 1.6
    for row in range(rows):
        for n in range(columns):
            x, y0 = s.left + n * (wide + gap), s.y - high
            if joined:
                s.frame(x, y0, x + wide, s.y)
            else:
                s.written(x, y0 + 1.5, x + wide, s.y - 1.5)
            s.put("s5.numbers", (x + 4, y0 + 2, x + wide - 4, s.y - 2), index=row * columns + n)
        s.y -= high


def directives(s: Sheet):
    k, size = s.look, min(8.6, max(7.2, s.look.prose))
    columns = k.directives
    wide = (s.right - s.left - 16 * (columns - 1)) / columns
    s.do(text, s.left, s.y - 14, "Directives", s.bold, 12, k.accent)
    s.y -= 20
    top, low, x, half = s.y, s.y, s.left, (len(w.DIRECTIVES) + 1) // 2
    for n, (title, items) in enumerate(w.DIRECTIVES):
        if columns == 2 and n == half + 1:
            low, s.y, x = s.y, top, s.left + wide + 16
        if title:
            s.y -= 2
            s.prose(title, x, x + wide, size + 0.6, s.bold)
        for item in items:
            s.prose(item, x, x + wide, size)
    s.y = min(low, s.y) - 10
    s.prose(w.SEND, size=size, name=s.bold)
    for line in (w.SEND_MAIL,) + w.SEND_POST:
        s.prose(line, s.left + (3 if line[0] == "–" else 60), size=size)


def build(seed: int) -> Layout:
    """The drawing of a seed, as large as the front page lets it be."""
    for percent in range(100, 40, -3):
        s = Sheet(look.look(seed).at(percent / 100))
        s.y = TOP
        header(s)
        for title, draw in ((w.S1, one), (w.S2, two), (w.S3, three), (w.S4, four)):
            section(s, title, draw)
        if s.y >= BOTTOM:
            break
    else:
        raise ValueError(f"varie:{seed} does not fit a page ({s.y:.0f})")
    s.page, s.y = 1, TOP
    section(s, w.S5, five)
    s.y -= 8
    directives(s)

    def draw(c, page):
        for f, a, k in s.things[page]:
            f(c, *a, **k)

    return Layout(f"varie:{seed}", 2, s.slots, draw, min(10.0, s.look.value * 0.72))
