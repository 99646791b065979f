"""As many files as asked: a program, a family of layouts, a request, a medium, and what happens to the file afterwards."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace

import scanners  # noqa: F401  (the same folder of modules)
from cases import dump

from . import browsers, fields, marks, overlay, paper, passes, pens, places, proof, typeset, wordproc
from .asked import Asked, asked
from .sheet import Sheet, look, sheet

MEDIA = ("acroform", "flattened", "typed")


def programs() -> dict:
    """name -> (families, draw(sheet, family, mode, asked), modes)"""
    return {
        "chromium": (browsers.CHROMIUM, browsers.chromium, ("filled", "links")),
        "weasyprint": (browsers.WEASYPRINT, browsers.weasyprint, ("filled", "links")),
        "typst": (typeset.FAMILIES, typeset.typst, ("filled", "links")),
        "libreoffice": (wordproc.FAMILIES, wordproc.libreoffice, ("filled",)),
        "mupdf": (paper.FAMILIES, pens.drawer(pens.MuPDF), ("filled", "links")),
        "fpdf2": (paper.FAMILIES, pens.drawer(pens.FPDF2), ("filled", "links")),
        "cairo": (paper.FAMILIES, pens.drawer(pens.Cairo), ("filled", "links")),
    }


def drawing(draw, family: str, s: Sheet) -> tuple:
    """The blank form, and where its slots are."""
    blank, found = places.take(draw(s, family, "links"))
    if absent := set(s.slots()) - set(found):
        raise proof.Wrong(f"no place for {sorted(absent)[:4]}")
    proof.printed(blank, s)
    proof.placed(blank, found, s)
    boxes, combs = {o[0] for i in s.items for o in i.options}, {i.field: n for i in s.items if (n := marks.cells(i, s.look))}
    tokens = {slot: "ABCDEFGH"[: combs[slot]] if slot in combs else f"{n % 10}Q{n}" for n, slot in enumerate(found) if slot not in boxes}
    proof.probed(draw(s, family, "filled", Asked(texts=tokens, signs={i.field: "typed" for i in s.items if i.kind == "signature"})), found, tokens, combs)
    return blank, found


def one(n: int, seed: int, wanted: list, media: list) -> tuple:
    """Name, bytes and truth of the file of that number."""
    r = marks.seeded("writers", seed, n)
    known = programs()
    name = wanted[n % len(wanted)]
    families, draw, modes = known[name]
    family = families[(n // len(wanted)) % len(families)]
    can = [m for m in media if m == "flattened" or "links" in modes]
    if not can:
        return None
    medium = r.choice(can)
    for attempt in range(6):
        q = marks.seeded("writers", seed, n, attempt)
        try:
            data, truth, how = made(q, name, family, draw, modes, medium)
        except (proof.Wrong, subprocess.SubprocessError) as why:
            print(f"  {name}-{family} {seed}-{n}, attempt {attempt + 1}: {why}")
            continue
        return f"{name}-{family}-{seed:03d}-{n:04d}-{how}", data, truth
    return None


def made(r, name: str, family: str, draw, modes: tuple, medium: str) -> tuple:
    k = look(r)
    if name == "libreoffice":
        k = replace(k, comb=False, dates="boxes" if k.dates == "boxes" and family != "leaders" else "line")
    if family == "leaders":
        k = replace(k, comb=False)  # no room for cells beside a label
    s = sheet(r, k)
    if medium == "flattened" and r.random() < 0.65 or "filled" in modes and len(modes) == 1:
        if "links" in modes:
            drawing(draw, family, s)
        a = asked(r, s, ("image", "typed", "none") if name == "libreoffice" else ("stylus", "image", "typed", "none"))
        data = draw(s, family, "filled", a)
        proof.printed(data, s)
        proof.shown(data, a)
        how = "native"
    else:
        blank, found = drawing(draw, family, s)
        if medium == "typed":
            how = r.choice(("text", "text", "notes", "baked"))
            a = asked(r, s, plain=how != "text")
            data = overlay.typed(blank, found, a, s, r, how)
            proof.ticked(blank, data, found, a, s)
            proof.within(blank, passes.baked(data) if how == "notes" else data, found, a)
            if how != "notes":
                proof.printed(data, s)
        else:
            choice, filler = r.choice(("boxes", "boxes", "radio")), r.choice(fields.FILLERS)
            if s.look.dates == "comb" or s.look.comb:  # the others know nothing of cells
                filler = r.choice(("pymupdf", "need"))
            a = asked(r, s, plain=True, free=False, doubles=choice == "boxes")
            drawn = {f for f, kind in a.signs.items() if kind in ("stylus", "image")}
            signed = overlay.sign(blank, found, a, r)
            data, names = fields.make(signed, {k: p for k, p in found.items() if k not in drawn}, s, r, choice, r.choice((0, 8, 9)), r.random() < 0.5, filler == "qpdf" or medium == "flattened")
            empty, data = data, fields.fill(data, names, a, filler)
            proof.held(data, names, a)
            proof.ticked(empty, data, found, a, s)
            if filler != "need":
                proof.within(blank, passes.baked(data), found, a)
            how = f"{choice}-{filler}"
            if medium == "acroform":
                if r.random() < 0.25:
                    data, how = passes.run(data, "linear"), how + "-linear"
                return data, a.truth, how
            flat = r.choice(("bake", "cairo", "qpdf-flat")) if filler != "need" else r.choice(("cairo", "qpdf-flat"))
            data = passes.baked(data) if flat == "bake" else passes.run(data, flat)
            proof.ticked(empty, data, found, a, s)
            proof.within(blank, data, found, a)
            proof.printed(data, s)
            return data, a.truth, f"{how}-{flat}"
    if r.random() < 0.4 and how != "notes":
        last = r.choice(("gs", "gs-old", "mutool", "cairo", "linear"))
        data, how = passes.run(data, last), f"{how}-{last}"
        proof.shown(data, a)
    return data, a.truth, how


def run(count: int, seed: int, wanted: list, media: list, output: str):
    os.makedirs(output, exist_ok=True)
    for n in range(count):
        if (got := one(n, seed, wanted, media)) is None:
            continue
        name, data, truth = got
        with open(os.path.join(output, name + ".pdf"), "wb") as f:
            f.write(data)
        dump(os.path.join(output, name + ".expected.json"), truth)
        print(name)
