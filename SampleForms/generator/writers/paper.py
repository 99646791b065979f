"""The form drawn piece by piece, for programs that place every text themselves (see pens.py)."""

from __future__ import annotations

from . import marks
from .asked import Asked
from .marks import cells
from .sheet import PAPERS, Block, Item, Sheet

FAMILIES = ("cells", "blanks", "boxes", "captions")
PARTS = (("year", "ANNÉE", 5), ("month", "MOIS", 3), ("day", "JOUR", 3))


class Paper:
    """Lays the blocks of a sheet out from the top, a page after the other. y grows downwards."""

    def __init__(self, sheet: Sheet, family: str, mode: str, asked: Asked | None, pen):
        self.s, self.k, self.family, self.links, self.a, self.pen = sheet, sheet.look, family, mode == "links", asked or Asked(), pen
        self.w, self.h = PAPERS[sheet.look.paper]
        self.x0, self.x1 = self.k.margin, self.w - self.k.margin
        self.number, self.y = 0, 0.0

    def run(self) -> bytes:
        self.page()
        for b in self.s.blocks:
            if b.kind == "break":
                self.page()
            else:
                getattr(self, b.kind)(b)
        return self.pen.finish()

    def page(self):
        self.pen.page()
        self.number += 1
        self.y = self.k.margin
        if self.k.footer:
            self.pen.text(self.x1 - 30, self.h - 16, f"page {self.number}", 7)

    def room(self, high: float):
        if self.y + high > self.h - self.k.margin:
            self.page()

    def wrap(self, text: str, size: float, wide: float, bold: bool = False) -> list:
        lines = [""]
        for word in text.split(" "):
            new = (lines[-1] + " " + word).strip()
            if self.pen.width(new, size, bold) > wide and lines[-1]:
                lines.append(word)
            else:
                lines[-1] = new
        return lines

    def lines(self, x, y, lines, size, bold=False, color="#000000") -> float:
        for line in lines:
            self.pen.text(x, y + size * 0.95, line, size, bold, color)
            y += size * 1.2
        return y

    # -- blocks

    def title(self, b: Block):
        x = self.x0
        if self.k.logo:
            self.pen.rect(x, self.y, 92, 24, self.k.rule, self.k.accent)
            self.lines(x + 4, self.y + 3, ["Régie de l’assurance", "maladie du Québec"], 7)
            x += 102
        self.lines(x, self.y + 3, self.wrap(b.text, 13, self.x1 - 160 - x, True), 13, True, self.k.accent)
        i, left = b.items[0], self.x1 - 150
        self.pen.rect(left, self.y, 150, 36, self.k.rule, self.k.accent)
        self.lines(left + 3, self.y + 2, [i.label], 7)
        self.value(i.field, left + 3, self.y + 14, 144, 20)
        self.y += 44

    def heading(self, b: Block):
        size = self.k.size + 2
        lines = self.wrap(b.text, size, self.x1 - self.x0 - 8, True)
        high = len(lines) * size * 1.2 + 4
        self.room(high + 60)
        kind = self.k.heading
        if kind in ("bar", "boxed"):
            self.pen.rect(self.x0, self.y, self.x1 - self.x0, high, self.k.rule, self.k.accent, self.k.accent if kind == "bar" else self.k.tint)
        if kind == "rule":
            self.pen.line(self.x0, self.y + high, self.x1, self.y + high, 1.2, self.k.accent)
        self.lines(self.x0 + 3, self.y + 2, lines, size, True, "#ffffff" if kind == "bar" else self.k.accent)
        self.y += high + 4

    def service(self, b: Block):
        label = "Description" + self.k.colon
        self.pen.text(self.x0, self.y + 9, label, self.k.size)
        self.pen.text(self.x0 + self.pen.width(label, self.k.size) + 10, self.y + 9, b.text, self.k.size + 1, True)
        self.y += 15

    def text(self, b: Block):
        size = self.k.size
        lines = self.wrap(b.text, size, self.x1 - self.x0, b.bold)
        self.room(len(lines) * size * 1.2 + (24 if b.bold else 2))
        self.y = self.lines(self.x0, self.y + 1, lines, size, b.bold) + 1

    def bullets(self, b: Block):
        for t in b.items:
            lines = self.wrap(t, self.k.size, self.x1 - self.x0 - 12)
            self.room(len(lines) * self.k.size * 1.2)
            self.pen.text(self.x0 + 2, self.y + self.k.size * 0.95, "–", self.k.size)
            self.y = self.lines(self.x0 + 12, self.y, lines, self.k.size)
        self.y += 2

    def numbers(self, b: Block):
        wide, high = (self.x1 - self.x0) / 3, 16
        self.room(high * (b.rows + 1))
        for y in range(b.rows + 1):
            for x in range(3):
                left, top = self.x0 + x * wide, self.y + y * high
                self.pen.rect(left, top, wide, high, self.k.rule, self.k.accent, self.k.tint if y == 0 and self.k.heading != "plain" else None)
                if y == 0:
                    self.pen.text(left + (wide - self.pen.width(b.text, self.k.size)) / 2, top + 11, b.text, self.k.size)
                else:
                    self.value(f"s5.numbers/{3 * (y - 1) + x}", left + 3, top + 1, wide - 6, high - 2)
        self.y += high * (b.rows + 1) + 8

    def row(self, b: Block):
        total = sum(max(i.weight, 3) for i in b.items)
        gap = 0 if self.family == "cells" else 8
        wides = [(self.x1 - self.x0 + gap) * max(i.weight, 3) / total - gap for i in b.items]
        labels = [self.wrap(i.label + self.k.colon * (not i.label.endswith("?")), self.k.size, w * 0.62 if self.family == "blanks" and i.kind != "choice" else w - 6) for i, w in zip(b.items, wides)]
        tops = [len(label) * self.k.size * 1.2 for label in labels]
        bodies = [self.high(i, w) for i, w in zip(b.items, wides)]
        beside = self.family == "blanks"
        high = max(max(t, e) if beside and i.kind != "choice" else t + e for i, t, e in zip(b.items, tops, bodies)) + 3
        self.room(high + 2)
        x = self.x0
        for i, w, label, t, e in zip(b.items, wides, labels, tops, bodies):
            y = self.y
            if self.family == "cells":
                self.pen.rect(x, y, w, high, self.k.rule, self.k.accent)
                self.lines(x + 3, y + 1, label, self.k.size)
                self.entry(i, x + 3, y + high - e - 1, w - 6, e)
            elif i.kind == "choice":
                self.lines(x, y + 1, label, self.k.size)
                self.entry(i, x + 4, y + t + 2, w - 4, e)
            elif beside:
                wide = max(self.pen.width(line, self.k.size) for line in label) + 5
                self.lines(x, y + high - 3 - t, label, self.k.size)
                self.entry(i, x + wide, y + high - e - 2, w - wide, e, line=True)
            elif self.family == "captions":
                base = y + max(bodies)
                self.lines(x, base + 2, label, self.k.size)
                self.entry(i, x, base - e, w, e, line=True)
            else:
                self.lines(x, y + high - e - 3 - t, label, self.k.size)
                self.entry(i, x, y + high - e - 2, w, e, box=True)
            x += w + gap
        self.y += high + (0 if self.family == "cells" else 3)

    # -- what there is to write in

    def high(self, i: Item, wide: float) -> float:
        if i.kind == "choice":
            return 14.0 * len(self.options(i, wide))
        if i.kind == "date" and self.k.dates != "line":
            return 25
        return {"signature": 32.0}.get(i.kind, 17.0)

    def options(self, i: Item, wide: float) -> list:
        """The options of a choice, line by line, each with its x."""
        lines, x = [[]], 0.0
        for slot, text, note in i.options:
            need = 14 + self.pen.width(text, self.k.size) + (self.pen.width(note, 6.5) + 4 if note else 0)
            if x + need > wide and lines[-1]:
                lines.append([])
                x = 0.0
            lines[-1].append((x, slot, text, note))
            x += need + 14
        return lines

    def entry(self, i: Item, x, y, w, h, line=False, box=False):
        if i.kind == "choice":
            for n, opts in enumerate(self.options(i, w)):
                for dx, slot, text, note in opts:
                    self.tick(slot, x + dx, y + 14 * n + 2.5)
                    self.pen.text(x + dx + 13, y + 14 * n + 10, text, self.k.size)
                    if note:
                        self.pen.text(x + dx + 17 + self.pen.width(text, self.k.size), y + 14 * n + 10, note, 6.5)
        elif i.kind == "date" and self.k.dates == "boxes":
            step = min(w, 130) / 11
            for part, caption, n in PARTS:
                self.pen.text(x, y + 7, caption, 6)
                self.pen.rect(x, y + 9, step * n - 3, 15, 0.5, self.k.accent)
                self.value(f"{i.field}/{part}", x + 2, y + 10, step * n - 7, 13)
                x += step * n
        elif n := cells(i, self.k):
            top, step = (y + 9, min(13, w / n)) if n == 8 else (y + 1, min(13, w / n))
            for c, at in (("ANNÉE", 0), ("MOIS", 4), ("JOUR", 6)) if n == 8 else ():
                self.pen.text(x + at * step, y + 7, c, 6)
            for j, ch in enumerate(self.a.texts.get(i.field, "").ljust(n)):
                self.pen.rect(x + j * step, top, step, 14, 0.4, "#555555")
                if ch.strip():
                    self.pen.text(x + (j + 0.5) * step - self.pen.width(ch, 9) / 2, top + 10.5, ch, 9, color=self.k.ink)
            if self.links:
                self.pen.link(x, top, step * n, 14, i.field)
        else:
            if box:
                self.pen.rect(x, y, w, h, self.k.rule, self.k.accent, self.k.tint if self.k.rule > 0.5 else None)
            if line:
                self.pen.line(x, y + h, x + w, y + h, self.k.rule, self.k.accent)
            kind = self.a.signs.get(i.field, "none")
            if kind in ("image", "stylus"):
                (self.pen.image if kind == "image" else self.pen.strokes)(x + 6, y + 1, min(w - 8, 90), h - 2, self.a.who[i.field])
            else:
                self.value(i.field, x + 2, y + 1, w - 4, h - 2)

    def value(self, slot: str, x, y, w, h):
        if self.links:
            self.pen.link(x, y, w, h, slot)
        if not (text := self.a.texts.get(slot)):
            return
        size = min(self.k.value_size, h * 0.85)
        while self.pen.width(text, size, written=True) > w and size > 5:
            size -= 0.25
        self.pen.text(x, y + h - max(2, h * 0.25), text, size, color=self.k.ink, written=True)

    def tick(self, slot: str, x, y):
        on, w = slot in self.a.ticks, 8.5
        if self.links:
            self.pen.link(x, y, w, w, slot)
        if self.k.ticks == "circle":
            self.pen.circle(x + w / 2, y + w / 2, w / 2, 0.7, None)
            if on:
                self.pen.circle(x + w / 2, y + w / 2, w / 4, 0, "#000000")
            return
        if self.k.ticks == "glyph" and self.pen.symbols:
            self.pen.symbol(x, y + w, marks.GLYPHS[self.k.mark] if on else "☐", w * 1.15)
            return
        self.pen.rect(x, y, w, w, 0.7, "#000000")
        if on and self.k.ticks == "svg" or on and self.k.mark == "x":
            self.pen.line(x + 1.5, y + 1.5, x + w - 1.5, y + w - 1.5, 1.1, "#000000")
            self.pen.line(x + 1.5, y + w - 1.5, x + w - 1.5, y + 1.5, 1.1, "#000000")
        elif on and self.k.mark == "check":
            self.pen.line(x + 1.5, y + w * 0.5, x + w * 0.4, y + w - 1.5, 1.2, "#000000")
            self.pen.line(x + w * 0.4, y + w - 1.5, x + w - 1, y + 1, 1.2, "#000000")
        elif on:
            self.pen.rect(x + 2, y + 2, w - 4, w - 4, 0.3, "#000000", "#000000")
