"""One drawing of the form, program apart: what a seed chooses of its look, and what stands on it in which order."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import words

from . import wording
from .wording import label

PAPERS = {"letter": (612.0, 792.0), "a4": (595.28, 841.89), "legal": (612.0, 1008.0)}


@dataclass
class Look:
    """What a seed chooses."""

    paper: str
    margin: float
    font: str  # the program's own reading of "sans", "serif" … is in its module
    value_font: str
    size: float  # labels
    value_size: float
    ink: str  # colour of what is written, #rrggbb
    accent: str
    tint: str
    rule: float
    colon: str
    capitals: bool
    ticks: str  # square | glyph | circle | svg
    mark: str  # what a ticked box shows: x | check | disc
    dates: str  # boxes | comb | line
    comb: bool  # postal code and number in cells
    heading: str  # bar | rule | plain | boxed
    pages: int
    columns: int  # how many fields share a line, at most
    footer: bool
    logo: bool


@dataclass
class Item:
    """One field as printed: its label and what there is to write in."""

    field: str
    label: str
    kind: str  # text | long | comb | date | tick | choice | signature | zone
    weight: int = 4
    options: list = field(default_factory=list)  # (slot, wording, note)
    cells: int = 0


@dataclass
class Block:
    kind: str  # heading | row | text | bullets | numbers | break | title | service
    items: list = field(default_factory=list)
    text: str = ""
    rows: int = 0
    bold: bool = False


@dataclass
class Sheet:
    look: Look
    blocks: list

    @property
    def items(self) -> list:
        return [i for b in self.blocks for i in b.items if isinstance(i, Item)]

    @property
    def numbers(self) -> int:
        return sum(b.rows for b in self.blocks if b.kind == "numbers") * 3

    def slots(self) -> list:
        """Every place to write in, by name: field, field/option, field/part, s5.numbers/rank."""
        names = []
        for i in self.items:
            if i.kind in ("tick", "choice"):
                names += [o[0] for o in i.options]
            elif i.kind == "date" and self.look.dates == "boxes":
                names += [f"{i.field}/{p}" for p in ("year", "month", "day")]
            else:
                names.append(i.field)
        return names + [f"s5.numbers/{n}" for n in range(self.numbers)]


ACCENTS = ("#000000", "#1f3864", "#005a8c", "#095797", "#4a4a4a", "#7a1f3d", "#20603d")
TINTS = ("#eef3f9", "#f2f2f2", "#e8eef4", "#fdf6e3", "#eaf4ea", "#dfe6ee")


def look(r: random.Random, pages=(1, 2, 2, 2, 3)) -> Look:
    accent = r.choice(ACCENTS)
    return Look(
        r.choice(("letter", "letter", "letter", "a4", "legal")), r.choice((30, 36, 40, 50)), r.choice(("sans", "sans", "serif", "humanist", "wide", "narrow")),
        r.choice(("sans", "serif", "mono", "humanist", "sans")), r.choice((7, 7.5, 8, 8.5, 9)), r.choice((9, 9.5, 10, 10.5, 11)),
        r.choice(("#000000", "#000000", "#00007a", "#1a1a4d", "#0b3d0b")), accent, r.choice(TINTS), r.choice((0.4, 0.5, 0.75, 1.0)),
        r.choice(("", "", " :", " :", ":")), r.random() < 0.15, r.choice(("square", "square", "glyph", "circle", "svg")), r.choice(("x", "check", "x", "disc")),
        r.choice(("boxes", "boxes", "comb", "line")), r.random() < 0.2, r.choice(("bar", "rule", "plain", "boxed")), r.choice(pages), r.choice((2, 3, 4)),
        r.random() < 0.6, r.random() < 0.7)


def sheet(r: random.Random, k: Look) -> Sheet:
    """The blocks of the form in order. The choice of k.pages says where the pages end."""
    b = [Block("title", text=words.TITLE)]
    b[0].items = [Item("hdr.ramqUse", label(r, "hdr.ramqUse"), "zone")]
    b.append(heading(r, 1, k))
    b.append(Block("service", text=words.SERVICE))
    apps = [Item(f, label(r, f), "tick", 6, [(f, label(r, f), "")]) for f in ("s1.app.paymentAuthorization", "s1.app.association")]
    b.append(Block("row", [Item("s1.apps", words.APPLICATIONS, "choice", 12, [a.options[0] for a in apps])]))
    place = r.choice(("s1", "s1", "s2"))
    scope = Block("row", [Item("s1.scope", label(r, "s1.scope"), "choice", 12, [(f"s1.scope/{v}", w, note) for v, w, note in words.SCOPE_OPTIONS])])
    if place == "s1":
        b.append(scope)
    b.append(heading(r, 2, k))
    b += rows(r, k, person(r, k, "s2"))
    if place == "s2":
        b.append(scope)
    b += [Block("text", text=words.PLEDGE), Block("bullets", list(words.PLEDGE2)), signature(r, k, "s2", "signature", "date")]
    if k.pages == 3:
        b.append(Block("break"))
    b.append(heading(r, 3, k))
    b += rows(r, k, person(r, k, "s3"))
    b += [Block("text", text=words.AUTHORIZE), Block("text", text=words.PLEDGE), Block("bullets", list(words.PLEDGE3)), Block("text", text=words.NOTE)]
    b.append(signature(r, k, "s3", "signature", "date"))
    b.append(heading(r, 4, k))
    four = [Item("s4.registrationDate", label(r, "s4.registrationDate"), "date", 4), *(Item(f, label(r, f), "text", 4) for f in ("s4.referenceNumber", "s4.username"))]
    b += [Block("row", four), Block("row", [Item(f, label(r, f), "text", w) for f, w in (("s4.validity", 8), ("s4.respondentId", 4))])]
    b += [signature(r, k, "s4", "respondentSignature", "respondentDate"), signature(r, k, "s4", "soesSignature", "soesDate")]
    send = [Block("text", text=words.SEND), Block("bullets", [words.SEND_MAIL[2:], "par la poste : " + ", ".join(words.SEND_POST[1:])])]
    if k.pages > 1:
        b += send + [Block("break")]
    b.append(heading(r, 5, k))
    b.append(Block("numbers", text=label(r, "s5.numbers"), rows=r.choice((4, 5, 6, 8) if k.pages == 1 else (4, 6, 8, 10, 12))))
    if k.pages == 1:
        b += send
    b.append(Block("text", text="Directives", bold=True))
    for title, texts in wording.SHORT_DIRECTIVES if k.pages == 1 else wording.DIRECTIVES:
        b += [Block("text", text=title, bold=True)] if title else []
        b += [Block("text", text=t) for t in texts]
    s = Sheet(k, b)
    for i in s.items:
        if k.capitals and i.field != "s1.apps":
            i.label = i.label.upper()
    return s


def heading(r, n: int, k: Look) -> Block:
    text = wording.SECTIONS[f"s{n}"]
    return Block("heading", text=f"{n}. {text[0] if r.random() > 0.1 else r.choice(text)}")


def signature(r, k: Look, s: str, sign: str, day: str) -> Block:
    kind = "date-line" if k.dates == "line" else ""
    return Block("row", [Item(f"{s}.{sign}", label(r, f"{s}.{sign}"), "signature", 8), Item(f"{s}.{day}", label(r, f"{s}.{day}", 0.2, kind), "date", 4)])


def person(r, k: Look, s: str) -> list:
    """The fields of section 2 or 3 in groups that stay together."""
    t = lambda name, weight, kind="text", cells=0: Item(f"{s}.{name}", label(r, f"{s}.{name}"), kind, weight, cells=cells)
    names = r.choice(wording.SEX) if r.random() < 0.15 else wording.SEX[0]
    sex = Item(f"{s}.sex", "Sexe", "choice", 3, [(f"{s}.sex/{v}", n, "") for v, n in zip("MF", names)])
    code = t("postalCode", 3, "comb", 7) if k.comb else t("postalCode", 3)
    who = [sex, t("firstName", 4), t("lastName", 5)]
    if r.random() < 0.3:
        who = [t("lastName", 5), t("firstName", 4), sex]
    where = [t("address", 9, "long"), code]
    phones = [t("phone", 5), t("phoneExt", 2), t("fax", 5)]
    if s == "s3":
        role = Item("s3.role", label(r, "s3.role"), "choice", 12, [(f"s3.role/{v}", w, "") for v, w in words.ROLES])
        more = [[t("functionText", 12)]] if r.random() < 0.25 else []
        groups = [who, [role], *more, [t("orgName", 12)], where, phones, [t("email", 12)]]
    else:
        number = t("orgNumber", 4, "comb", 5) if k.comb else t("orgNumber", 4)
        groups = [who, [t("function", 12)], [t("orgName", 8), number], where, phones, [t("email", 12)]]
    if r.random() < 0.4:  # another order, still a plausible one
        rest = groups[1:]
        n = r.randrange(1, len(rest))
        groups = [groups[0]] + rest[n:] + rest[:n] if r.random() < 0.5 and s == "s2" else [groups[0]] + rest[:-2] + [rest[-1], rest[-2]]
    return groups + ([[t("existingUsername", 12)]] if s == "s2" else [])


def rows(r, k: Look, groups: list) -> list:
    out = []
    for g in groups:
        step = max(1, k.columns if len(g) != 3 or k.columns != 2 else r.choice((2, 3)))
        out += [Block("row", g[i : i + step]) for i in range(0, len(g), step)]
    return out
