"""A flat form written over by a PDF editor (MuPDF): text, FreeText notes, ticks, signatures."""

from __future__ import annotations

import functools
import io
import subprocess

import pikepdf
import pymupdf
import signatures

from . import marks, passes
from .asked import Asked
from .places import saved
from .proof import Wrong
from .sheet import Sheet


@functools.cache
def font_file(family: str) -> str:
    return subprocess.run(["fc-match", "-f", "%{file}", family], check=True, capture_output=True, text=True).stdout


def rect(page, place) -> pymupdf.Rect:
    x0, y0, x1, y1 = place.box
    h = page.rect.height
    return pymupdf.Rect(x0, h - y1, x1, h - y0)


def sign(data: bytes, places: dict, a: Asked, r) -> bytes:
    """The drawn and pasted signatures, in the page or as annotations."""
    doc = pymupdf.open(stream=data)
    for f, kind in a.signs.items():
        if kind not in ("stylus", "image"):
            continue
        page = doc[places[f].page]
        box = rect(page, places[f])
        box = pymupdf.Rect(box.x0 + 4, box.y1 - min(max(box.height, 22), 34), box.x1, box.y1)
        lines = [[(x, box.y0 + box.y1 - y) for x, y in line] for line in signatures.place(a.who[f], tuple(box), r)]
        if kind == "image":
            page.insert_image(pymupdf.Rect(box.x0, box.y0, box.x0 + min(3 * box.height, box.width), box.y1), stream=signatures.png(a.who[f]))
        elif r.random() < 0.5:
            ink = page.add_ink_annot(lines)
            ink.set_border(width=1.1)
            ink.set_colors(stroke=(0.1, 0.1, 0.3))
            ink.update()
        else:
            shape = page.new_shape()
            for line in lines:
                shape.draw_polyline(line)
                shape.finish(color=(0.1, 0.1, 0.3), width=1.1, lineCap=1, closePath=False)
            shape.commit()
    return doc.tobytes(garbage=3, deflate=True, no_new_id=True)


def typed(data: bytes, places: dict, a: Asked, s: Sheet, r, how: str) -> bytes:
    """how: text (in the page) | notes (FreeText) | baked (FreeText, flattened)"""
    doc = pymupdf.open(stream=sign(data, places, a, r))
    family = r.choice(("Liberation Sans", "Liberation Serif", "Liberation Mono", "Carlito", "DejaVu Sans", "Open Sans"))
    font = pymupdf.Font(fontfile=font_file(family))
    wanted, color = r.choice((9, 9.5, 10, 11)), marks.rgb(s.look.ink)
    combs = {i.field: n for i in s.items if (n := marks.cells(i, s.look))}
    writers = [pymupdf.TextWriter(p.rect) for p in doc]
    for slot, text in a.texts.items():
        p = places[slot].page
        box = rect(doc[p], places[slot])
        if slot in combs:
            step = box.width / combs[slot]
            for n, c in enumerate(text):
                writers[p].append((box.x0 + step * (n + 0.5) - font.text_length(c, 9) / 2, box.y1 - max(2.5, (box.height - 7) / 2)), c, font, 9)
            continue
        size = wanted
        wide = lambda: font.text_length(text, size) if how == "text" else pymupdf.get_text_length(text, "helv", size) + 8  # a note breaks its lines
        while wide() > box.width - 4:
            size -= 0.25
            if size < 6:
                raise Wrong(f"{slot} has no room for {text}")
        if how != "text":
            size = min(size * 0.95, 10)
            size = min(size, max(6, box.height / 1.25))
            high = size * 1.3
            low = box.y1 + 2 - max(0.5, (box.height - high) / 2 if box.height < 22 else 1)
            note = pymupdf.Rect(box.x0, low - high, box.x1, low)
            doc[p].add_freetext_annot(note, text, fontsize=size, fontname="Helv", text_color=color)
        else:
            writers[p].append((box.x0 + 2, box.y1 - max(2.2, (box.height - size * 0.72) / 2 if box.height < 22 else 4)), text, font, size)
    for slot in a.ticks:
        p = places[slot].page
        box = rect(doc[p], places[slot])
        tick(doc[p], box, s.look.mark)
    for page, w in zip(doc, writers):
        w.write_text(page, color=color)
    if how != "text":
        return headroom(doc.tobytes(garbage=3, deflate=True, no_new_id=True), bake=how == "baked")
    doc.subset_fonts()
    return doc.tobytes(garbage=3, deflate=True, no_new_id=True)


def headroom(data: bytes, bake: bool) -> bytes:
    """MuPDF cuts the accents of capitals off at a note's upper edge: the edges are raised."""
    pdf = pikepdf.open(io.BytesIO(data))
    for page in pdf.pages:
        for a in page.get("/Annots", []):
            if a.get("/Subtype") == "/FreeText":
                a.Rect[3] = float(a.Rect[3]) + 4
                a.AP.N.BBox[3] = float(a.AP.N.BBox[3]) + 4
                code = a.AP.N.read_bytes().split(b"\n")
                a.AP.N.write(b"\n".join(line for line in code if not line.rstrip().endswith((b" re W n", b"W", b"W n")) or b"BT" in line))
    return passes.baked(saved(pdf)) if bake else saved(pdf)


def tick(page, box, mark: str):
    c, w = box.tl + (box.br - box.tl) * 0.5, min(box.width, box.height, 9) / 2 * 0.75
    shape = page.new_shape()
    if mark == "x":
        shape.draw_line(c + (-w, -w), c + (w, w))
        shape.draw_line(c + (-w, w), c + (w, -w))
        shape.finish(width=1.2, lineCap=1)
    elif mark == "check":
        shape.draw_polyline([c + (-w, 0), c + (-w * 0.3, w), c + (w, -w)])
        shape.finish(width=1.3, lineCap=1, closePath=False)
    else:
        shape.draw_circle(c, w * 0.8)
        shape.finish(fill=(0, 0, 0), width=0)
    shape.commit()
