"""Where the slots are in a PDF that another program laid out: its links tell."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf

from .marks import slot_of


@dataclass
class Place:
    page: int
    box: tuple  # x0, y0, x1, y1 from the bottom-left corner


def take(data: bytes) -> tuple:
    """The file without its links, and {slot: Place}."""
    pdf = pikepdf.open(io.BytesIO(data))
    found: dict = {}
    for n, page in enumerate(pdf.pages):
        keep = []
        for a in page.get("/Annots", []):
            name = None
            if a.get("/Subtype") == "/Link" and "/A" in a and "/URI" in a.A:
                name = slot_of(str(a.A.URI))
            if not name:
                keep.append(a)
                continue
            x0, y0, x1, y1 = (float(v) for v in a.Rect)
            box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            if name in found:
                old = found[name].box
                box = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))
            found[name] = Place(n, box)
        page.contents_add(b"q", prepend=True)  # whoever writes on it later finds the page's own scale
        page.contents_add(b"Q")
        if keep:
            page.Annots = pikepdf.Array(keep)
        elif "/Annots" in page:
            del page["/Annots"]
    return saved(pdf), found


def saved(pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()
