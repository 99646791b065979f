"""A filling drawn straight into the page: the flattened form, and the sheet that goes to the printer."""

from __future__ import annotations

import importlib
import io
import random
from dataclasses import dataclass, field

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

import signatures
from draw import font, width
from kit import LETTER, Layout, Slot, blank


@dataclass
class Filling:
    """What is on the form (truth, by field id), how it is written where that differs, and who signs."""

    values: dict
    written: dict = field(default_factory=dict)  # field id -> text as put on the paper

    def truth(self) -> dict:
        return {**blank(), **self.values}


@dataclass
class Style:
    """The look of what is filled in."""

    font: str = "Helvetica"
    size: float | None = None
    color: tuple = (0, 0, 0)
    tick: str = "zapf"  # zapf | x | cross | check | disc
    pressure: float = 1.0


_layouts: dict = {}


def layout(name: str) -> Layout:
    if name not in _layouts:
        module, _, seed = name.partition(":")
        _layouts[name] = importlib.import_module("layouts." + module).build(*([int(seed)] if seed else []))
    return _layouts[name]


def ticked(value, option) -> bool:
    if option in (None, "true"):
        return value is True
    return option in value if isinstance(value, list) else value == option


def written(filling: Filling, slot: Slot, slots: list) -> str:
    """The text that goes into one slot."""
    value = filling.values.get(slot.field)
    shown = filling.written.get(slot.field, value)
    if slot.field == "s5.numbers":
        shown = shown or []
        return shown[slot.index] if slot.index < len(shown) else ""
    if shown in (None, "none") or isinstance(shown, bool):
        return ""
    shown = str(shown)
    if slot.part:
        bits = (shown.split("-") + ["", ""])[:3]
        return bits[("year", "month", "day").index(slot.part)].strip()
    if slot.kind == "comb" and slot.cells == 8 and shown.count("-") == 2:
        return shown.replace("-", "")
    same = [s for s in slots if s.field == slot.field and s.kind in ("text", "multiline")]
    if len(same) > 1 and slot.kind == "text":  # two lines for one field
        return part_of(shown, same, slot)
    return shown


def part_of(shown: str, same: list, slot: Slot) -> str:
    """Splits a text over several slots of one field, first slot first, at a space or a comma."""
    rest = shown
    for n, s in enumerate(sorted(same, key=lambda s: (s.page, -s.box[3], s.box[0]))):
        room = (s.box[2] - s.box[0]) * 0.95
        if n == len(same) - 1:
            piece, rest = rest, ""
        elif ", " in rest and width(rest, "Helvetica", 9) > room * 0.6:
            head, tail = rest.rsplit(", ", 1)
            piece, rest = head + ",", tail
        else:
            piece, rest = rest, ""
        if s is slot:
            return piece
    return ""


def lines_of(s: str, slot: Slot, name: str, size: float) -> list:
    from draw import wrap

    return wrap(s, name, size, slot.box[2] - slot.box[0] - 3) if slot.kind == "multiline" else [s]


def fit(s: str, name: str, size: float, room: float) -> float:
    while size > 4.5 and width(s, name, size) > room:
        size -= 0.25
    return size


def draw_text(c, slot: Slot, s: str, name: str, size: float):
    x0, y0, x1, y1 = slot.box
    if not s:
        return
    if slot.kind == "comb" and slot.cells:
        size = min(size, (y1 - y0) * 0.8)
        c.setFont(font(name), size)
        step = (x1 - x0) / slot.cells
        for i, ch in enumerate(s[: slot.cells] if len(s) <= slot.cells else s):
            c.drawCentredString(x0 + step * (i + 0.5), y0 + (y1 - y0 - size * 0.7) / 2, ch)
        return
    lines = lines_of(s, slot, name, size)
    while slot.kind == "multiline" and len(lines) * size * 1.15 > y1 - y0 + 2 and size > 5:
        size -= 0.25
        lines = lines_of(s, slot, name, size)
    size = min(size, (y1 - y0) * 0.92) if slot.kind != "multiline" else size
    if slot.kind == "signature":
        size = min(14.0, (y1 - y0) * 0.7)
    for i, line in enumerate(lines):
        z = fit(line, name, size, x1 - x0 - 2)
        c.setFont(font(name), z)
        y = y1 - z * 0.95 - i * size * 1.15 if slot.kind == "multiline" else y0 + (y1 - y0 - z * 0.7) / 2
        c.drawString(x0 + 1, y, line)


def draw_tick(c, slot: Slot, style: Style, r: random.Random):
    x0, y0, x1, y1 = slot.box
    w = x1 - x0
    if style.tick == "zapf":
        c.setFont("ZapfDingbats", w * 1.05)
        c.drawCentredString((x0 + x1) / 2, y0 + w * 0.16, "\u2714")
    elif style.tick == "x":
        c.setFont(font(style.font), w * 1.15)
        c.drawCentredString((x0 + x1) / 2, y0 + w * 0.1, "X")
    elif style.tick == "disc":
        c.circle((x0 + x1) / 2, (y0 + y1) / 2, w * 0.3, stroke=0, fill=1)
    else:
        c.setLineCap(1)
        c.setLineWidth(1.1 * style.pressure)
        j = lambda: r.uniform(-0.08, 0.08) * w
        if style.tick == "cross":
            m = 0.14 * w
            c.line(x0 + m + j(), y0 + m + j(), x1 - m + j(), y1 - m + j())
            c.line(x0 + m + j(), y1 - m + j(), x1 - m + j(), y0 + m + j())
        else:
            p = c.beginPath()
            p.moveTo(x0 + 0.15 * w + j(), y0 + 0.5 * w + j())
            p.lineTo(x0 + 0.42 * w + j(), y0 + 0.14 * w + j())
            p.lineTo(x1 + 0.05 * w + j(), y1 + 0.12 * w + j())
            c.drawPath(p)


def draw_signature(c, slot: Slot, kind: str, who: str, style: Style, r: random.Random):
    x0, y0, x1, y1 = slot.box
    if kind == "typed":
        draw_text(c, slot, who, style.font, 11)
    elif kind == "image":
        h = y1 - y0
        w = min(3 * h, x1 - x0)
        c.drawImage(ImageReader(io.BytesIO(signatures.png(who))), x0 + 6, y0, w, h, mask="auto", preserveAspectRatio=True)
    elif kind in ("stylus", "ink"):
        c.saveState()
        color = (0.05, 0.12, 0.45) if kind == "ink" else (0.08, 0.08, 0.1)
        c.setStrokeColorRGB(*color)
        c.setLineCap(1)
        c.setLineJoin(1)
        for line in signatures.place(who, (x0, y0, x1, y1), r):
            if kind == "stylus":
                c.setLineWidth(1.15)
                p = c.beginPath()
                p.moveTo(*line[0])
                for pt in line[1:]:
                    p.lineTo(*pt)
                c.drawPath(p)
            else:  # a pen: the line's width varies
                for n, (a, b) in enumerate(zip(line, line[1:])):
                    c.setLineWidth((0.9 + 0.5 * abs(((n * 7) % 20) / 10 - 1)) * style.pressure)
                    c.line(*a, *b)
        c.restoreState()


def signer(values: dict, section: str) -> str:
    return " ".join(str(values.get(f"{section}.{n}") or "") for n in ("firstName", "lastName")).strip() or "Sans Nom"


def draw_filling(c, lay: Layout, page: int, filling: Filling, style: Style, r: random.Random, only: str = "all"):
    """Draws what belongs on one page. only: "all", "texts" or "signatures"."""
    values = filling.values
    c.setFillColorRGB(*style.color)
    c.setStrokeColorRGB(*style.color)
    for slot in lay.slots:
        if slot.page != page:
            continue
        if slot.kind == "signature":
            kind = values.get(slot.field, "none")
            if only != "texts" and kind not in (None, "none", "certificate"):
                c.setFillColorRGB(*style.color)
                draw_signature(c, slot, kind, signer(values, slot.field[:2]), style, r)
        elif only == "signatures":
            continue
        elif slot.kind == "tick":
            if ticked(values.get(slot.field), slot.option):
                draw_tick(c, slot, style, r)
        else:
            draw_text(c, slot, written(filling, slot, lay.slots), style.font, style.size or lay.font_size)


def new_canvas(out, title="Demande d’accès aux services en ligne") -> Canvas:
    c = Canvas(out, pagesize=LETTER, invariant=1, pageCompression=1)
    c.setTitle(title)
    c.setAuthor("")
    return c


def blank_pdf(lay: Layout, filling: Filling | None = None, style: Style | None = None, seed: int = 0, only="signatures", pages=None) -> bytes:
    """The empty form, or with only part of a filling drawn into its pages."""
    out = io.BytesIO()
    c = new_canvas(out)
    r = random.Random(seed)
    for page in pages if pages is not None else range(lay.pages):
        lay.draw(c, page)
        if filling:
            draw_filling(c, lay, page, filling, style or Style(), r, only)
        c.showPage()
    c.save()
    return out.getvalue()


def flattened(lay: Layout, filling: Filling, style: Style | None = None, seed: int = 0, pages=None) -> bytes:
    """The filled form with everything in the page content."""
    return blank_pdf(lay, filling, style or Style(), seed, "all", pages)
