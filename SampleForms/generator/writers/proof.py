"""Looks whether a file shows what its truth says. A file that fails is not written."""

from __future__ import annotations

import io
import os
import re
import subprocess
import tempfile
import unicodedata

import pikepdf
import pymupdf
from PIL import Image, ImageStat

from .asked import Asked
from .sheet import Sheet


class Wrong(Exception):
    pass


def squeezed(s: str) -> str:
    s = unicodedata.normalize("NFKC", s).replace("­", "").replace("ﬁ", "fi").replace("ﬂ", "fl")
    return re.sub(r"[\s​]+", "", s).upper()


def printed(data: bytes, s: Sheet):
    """Labels are there, nothing lies over anything, nothing leaves the page."""
    doc = pymupdf.open(stream=data)
    text = squeezed("".join(p.get_text(sort=False) for p in doc))
    for i in s.items:
        if squeezed(i.label) not in text and squeezed(i.label.split("?")[0]) not in text:
            raise Wrong(f"label not found: {i.label}")
    for word in ("Je m’engage", "J’autorise l’utilisateur ci-dessus", "Établissements du réseau de la santé"):
        if squeezed(word) not in text:
            raise Wrong(f"not found: {word}")
    for n, page in enumerate(doc):
        words = [w for w in page.get_text("words") if re.search(r"\w", w[4])]
        for w in words:
            if w[0] < 4 or w[1] < 2 or w[2] > page.rect.width - 4 or w[3] > page.rect.height - 2:
                raise Wrong(f"leaves page {n + 1}: {w[4]}")
        for k, a in enumerate(words):
            for b in words[k + 1 :]:
                wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
                if wide > 1.5 and high > 0.45 * min(a[3] - a[1], b[3] - b[1]) and len(a[4]) + len(b[4]) > 2:
                    raise Wrong(f"one over the other on page {n + 1}: {a[4]!r} {b[4]!r}")


def placed(blank: bytes, places: dict, s: Sheet):
    """No printed word stands in a place for text, and where there is to be ticked there is a box."""
    doc = pymupdf.open(stream=blank)
    boxes = {o[0] for i in s.items for o in i.options}
    words = [p.get_text("words") for p in doc]
    for slot, p in places.items():
        x0, y0, x1, y1 = p.box
        h = doc[p.page].rect.height
        if slot in boxes:
            m = doc[p.page].get_pixmap(clip=pymupdf.Rect(x0 - 1, h - y1 - 1, x1 + 1, h - y0 + 1), dpi=144, colorspace="gray")
            if min(m.samples) > 200:
                raise Wrong(f"{slot}: no box there")
        elif hit := [w[4] for w in words[p.page] if x0 < (w[0] + w[2]) / 2 < x1 and h - y1 < (w[1] + w[3]) / 2 < h - y0 and re.search(r"\w", w[4])]:
            raise Wrong(f"{slot} lies over {hit[0]!r}")


def probed(data: bytes, places: dict, tokens: dict, combs: dict):
    """The same form with a token written in every slot: each stands where its link said, in a comb each letter in its cell."""
    doc = pymupdf.open(stream=data)
    words = [{w[4]: w for w in p.get_text("words")} for p in doc]
    letters = [[c for b in p.get_text("rawdict")["blocks"] for line in b.get("lines", []) for span in line["spans"] for c in span["chars"]] for p in doc]
    for slot, token in tokens.items():
        p = places[slot]
        x0, y0, x1, y1 = p.box
        h = doc[p.page].rect.height
        if slot in combs:
            step, seen = (x1 - x0) / combs[slot], [""] * combs[slot]
            for c in letters[p.page]:
                x, y = (c["bbox"][0] + c["bbox"][2]) / 2, (c["bbox"][1] + c["bbox"][3]) / 2
                if x0 <= x < x1 and h - y1 < y < h - y0 and c["c"].strip():
                    seen[int((x - x0) / step)] += c["c"]
            if seen != list(token):
                raise Wrong(f"{slot} is not in its cells: {seen}")
        elif (w := words[p.page].get(token)) is None or not (x0 - 2 < (w[0] + w[2]) / 2 < x1 + 2 and h - y1 - 3 < (w[1] + w[3]) / 2 < h - y0 + 3):
            raise Wrong(f"{slot} is not where its link is")


def shown(data: bytes, a: Asked):
    """Every text that was asked for is in the page."""
    doc = pymupdf.open(stream=data)
    text = squeezed("".join(p.get_text(sort=False) for p in doc)) + squeezed("".join(p.get_text(sort=True) for p in doc))
    for slot, value in a.texts.items():
        if squeezed(value) not in text:
            raise Wrong(f"{slot} is not seen: {value}")


def within(blank: bytes, data: bytes, places: dict, a: Asked):
    """Every text stands in its place, whole."""
    doc, before = pymupdf.open(stream=data), pymupdf.open(stream=blank)
    known = [{(w[4], round(w[0] / 2), round(w[1] / 2)) for w in p.get_text("words")} for p in before]
    near = lambda w, n: any((w[4], round(w[0] / 2) + i, round(w[1] / 2) + j) in known[n] for i in (-1, 0, 1) for j in (-1, 0, 1))
    words = [[w for w in p.get_text("words") if not near(w, n)] for n, p in enumerate(doc)]
    for slot, text in a.texts.items():
        p = places[slot]
        x0, y0, x1, y1 = p.box
        h = doc[p.page].rect.height
        mine = [w for w in words[p.page] if x0 - 2 < w[0] < x1 and h - y1 - 4 < (w[1] + w[3]) / 2 < h - y0 + 4]
        lines = [(w[1] + w[3]) / 2 for w in mine]
        if lines and y1 - y0 < 22 and max(lines) - min(lines) > 4:
            raise Wrong(f"{slot} takes two lines in a place for one")
        seen = "".join(w[4] for w in mine)
        if sorted(squeezed(seen).replace("-", "")) != sorted(squeezed(text).replace("-", "")) or max(w[2] for w in mine) > x1 + 3:
            raise Wrong(f"{slot} is not wholly in its place: {seen}")


def held(data: bytes, names: dict, a: Asked):
    """Every field holds what was asked for, and nothing else."""
    pdf = pikepdf.open(io.BytesIO(data))
    values = {str(f.T): f for f in pdf.Root.AcroForm.Fields}
    for slot, (name, state) in names.items():
        f = values[name]
        v = str(f.get("/V", ""))
        if state is None and v != a.texts.get(slot, ""):
            raise Wrong(f"{slot} holds {v!r}")
        kids = [w for w in f.get("/Kids", [f]) if state and "/AP" in w and "/" + state in w.AP.N.keys()]
        if state and (slot in a.ticks) != any(str(w.get("/AS", "")) == "/" + state for w in kids):
            raise Wrong(f"{slot} is ticked otherwise")


def pages(data: bytes, folder: str, dpi: int) -> list:
    """The pages as Poppler shows them, in grey."""
    with open(folder + "/a.pdf", "wb") as f:
        f.write(data)
    subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), folder + "/a.pdf", folder + "/p"], check=True, capture_output=True)
    names = sorted(n for n in os.listdir(folder) if n.endswith(".pgm"))
    return [Image.open(os.path.join(folder, n)).copy() for n in names]


def ticked(blank: bytes, data: bytes, places: dict, a: Asked, s: Sheet):
    """The boxes that are ticked, and only these, look otherwise than before."""
    scale = 144 / 72
    with tempfile.TemporaryDirectory() as d, tempfile.TemporaryDirectory() as e:
        before, after = pages(blank, d, 144), pages(data, e, 144)
    for i in s.items:
        for slot, _, _ in i.options:
            p = places[slot]
            h = before[p.page].height / scale
            x0, y0, x1, y1 = p.box
            box = (x0 + 0.15 * (x1 - x0), h - y1 + 0.2 * (y1 - y0), x1 - 0.15 * (x1 - x0), h - y0 - 0.2 * (y1 - y0))
            dark = [255 - ImageStat.Stat(shot[p.page].crop(tuple(round(v * scale) for v in box))).mean[0] for shot in (before, after)]
            if (dark[1] - dark[0] > 12) != (slot in a.ticks):
                raise Wrong(f"{slot} looks {'unticked' if slot in a.ticks else 'ticked'}: {dark}")
