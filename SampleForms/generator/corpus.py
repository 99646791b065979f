"""Random cases: any layout, any medium, any writing, sound or with a known defect."""

from __future__ import annotations

import random

import acroform
import draw
import fill
import people
import scanners
from acroform import Acro
from cases import Case
from fill import Filling, Style

# What fills are written in. The two sets have no family in common, so that what was fitted on one can be measured on the other.
FONT_SETS = {
    "standard": ("Helvetica", "Courier", "Times-Roman", "Sans", "Mono", "Serif", "DejaVu", "DejaVuMono", "DejaVuSerif", "Narrow"),
    "other": ("Carlito", "Caladea", "Roboto", "RobotoCondensed", "Lato", "OpenSans", "Gentium", "Andika", "AnonymousPro"),
}
# rule -> (severity, what is changed); none of them touches what another rests on
DEFECTS = {
    "EML-01": ("reject", lambda v, r: {"s2.email": None}),
    "EML-02": ("reject", lambda v, r: {"s3.email": None}),
    "EML-03": ("reject", lambda v, r: {"s3.email": v["s3.email"].replace("@", " ")}),
    "EML-06": ("reject", lambda v, r: {"s2.email": r.choice(("information", "secretariat", "direction", "accueil", "archives")) + "@" + v["s3.email"].split("@")[1]}),
    "SIG-01": ("reject", lambda v, r: {"s2.signature": "none"}),
    "SIG-02": ("reject", lambda v, r: {"s3.signature": "none"}),
    "SIG-03": ("reject", lambda v, r: {r.choice(("s2.signature", "s3.signature")): "typed"}),
    "SVC-01": ("reject", lambda v, r: {"s1.app.paymentAuthorization": False, "s1.app.association": False}),
    "SCP-02": ("review", lambda v, r: {"s1.scope": ["some", "all"]}),
    "ORG-01": ("reject", lambda v, r: {"s2.orgName": None}),
    "ORG-02": ("review", lambda v, r: {"s2.orgNumber": None}),
    "USR-01": ("reject", lambda v, r: {"s2.firstName": None}),
    "USR-04": ("review", lambda v, r: {"s2.function": None}),
    "USR-06": ("review", lambda v, r: {"s2.postalCode": None}),
    "USR-08": ("review", lambda v, r: {"s2.phone": None}),
    "AUT-01": ("reject", lambda v, r: {"s3.firstName": None}),
    "AUT-02": ("reject", lambda v, r: {"s3.role": None}),
    "DAT-01": ("review", lambda v, r: {r.choice(("s2.date", "s3.date")): None}),
    "RAM-01": ("review", lambda v, r: {"s4.referenceNumber": f"REF-{r.randint(600000, 699999)}"}),
}


def free_writing(values: dict, r: random.Random) -> dict:
    """Telephones and postal codes as people write them."""
    out = {}
    for k, v in values.items():
        if not v or r.random() < 0.6:
            continue
        if k.endswith((".phone", ".fax")) and len(v) == 12:
            a, b, c = v[:3], v[4:7], v[8:]
            out[k] = r.choice((f"({a}) {b}-{c}", f"{a}-{b}-{c}", f"{a} {b} {c}", f"{a}.{b}.{c}", a + b + c))
        elif k.endswith(".postalCode"):
            out[k] = v.replace(" ", "")
    return out


def layout_names(asked: str) -> list:
    """Comma-separated names of layouts, where varie:1-40 is forty of them."""
    names = []
    for name in asked.split(","):
        module, _, seeds = name.partition(":")
        first, _, last = seeds.partition("-")
        names += [f"{module}:{n}" for n in range(int(first), int(last or first) + 1)] if seeds else [name]
    return names


def font_names(asked: str) -> list:
    """Comma-separated families, or sets of them. Raises ValueError for one that this machine cannot draw."""
    names = [n for name in asked.split(",") for n in FONT_SETS.get(name, (name,))]
    if absent := [n for n in names if not draw.there(n)]:
        raise ValueError(f"no such font here: {', '.join(absent)} (see README.md for Debian's packages)")
    return names


def case(n: int, seed: int, layouts: list, media: list, defects: float, fonts=FONT_SETS["standard"]) -> Case:
    r = random.Random(f"{seed}/{n}")
    lay = fill.layout(r.choice(layouts))
    medium, _, profile = r.choice(media).partition(":")
    pens = ("stylus", "image") + (("ink",) if medium == "scan" else ())
    g = people.good(r, same=r.random() < 0.06, signatures=(r.choice(pens), r.choice(pens)))
    values, findings, decision = dict(g.values), [], "review" if medium == "scan" else "accept"
    if r.random() < defects:
        rule = r.choice([k for k in DEFECTS if not (k == "ORG-02" and g.values["s1.scope"] == "some" or k == "SCP-02" and g.values["s1.scope"] == "cluster")])
        severity, change = DEFECTS[rule]
        values.update(change(values, r))
        if rule == "SCP-02":
            values["s5.numbers"] = []
        findings, decision = [rule], severity
    if r.random() < 0.25:  # a typographic apostrophe
        values = {k: v.replace("'", "’") if isinstance(v, str) else v for k, v in values.items()}
    filling = Filling(values, free_writing(values, r))
    inner = r.randrange(1 << 30)
    style = Style(r.choice(fonts), lay.font_size - r.choice((0, 0.5, 1)), r.choice(((0, 0, 0), (0, 0, 0), (0, 0, 0.5), (0.1, 0.1, 0.3))),
                  r.choice(("zapf", "x", "cross", "check")) if medium == "flattened" else r.choice(("x", "cross", "check", "check")), r.uniform(0.8, 1.6))
    name, title = f"{seed:03d}-{n:05d}", f"{lay.name}, {medium}"
    if medium == "acroform":
        if r.random() < 0.12:
            data, title = acroform.freetext(lay, filling, Acro(stroke=r.choice(("annot", "page"))), inner), title + ", FreeText"
        else:
            how = Acro(r.choice(("winansi", "type0", "needapp")), r.choice(("plain", "opaque", "opaque", "nested")), r.choice(("boxes", "radio")),
                       r.choice(("Yes", "On", "1", "Oui")), r.random() < 0.5, r.random() < 0.3, r.choice(("page", "annot")))
            data, title = acroform.acroform(lay, filling, how, inner), f"{title}, {how.look}, {how.names}, {how.choice}"
        ext = ".pdf"
        medium = "flattened" if "FreeText" in title else medium
    elif medium == "flattened":
        data, ext, title = fill.flattened(lay, filling, style, inner), ".pdf", f"{title}, {style.font}, {style.tick}"
    else:
        profile = profile or "worn"
        data, ext, what = scanners.scanned(fill.flattened(lay, filling, style, inner), profile, inner)
        title += f", {profile}, {what}"
        filling = Filling(scanners.on_paper(filling.values))
    return Case(name + ext, title, data, [filling], g.received, "post" if medium == "scan" else "email", medium, decision, findings)
