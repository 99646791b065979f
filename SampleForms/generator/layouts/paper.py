"""What the `varie` family is drawn with: a sheet that knows where a label and its place stand in each look."""

from __future__ import annotations

from draw import box, rule, text, width, wrap
from kit import Slot
from layouts.look import Look
import words as w

DARK = "#111111"


def circle(c, x, y, r, stroke, line):
    c.setStrokeColor(stroke)
    c.setLineWidth(line)
    c.circle(x, y, r, stroke=1, fill=0)


class Sheet:
    """Fills pages from the top; y is the height of what comes next, from the bottom of the page."""

    def __init__(self, look: Look):
        self.look, self.slots, self.things, self.page, self.y = look, [], {0: [], 1: []}, 0, 0.0
        self.left, self.right = look.margin, 612 - look.margin
        self.plain, self.bold, self.slant = look.face
        self.lead = look.label * 1.15

    def do(self, f, *a, **k):
        self.things[self.page].append((f, a, k))

    def put(self, field, box_, kind="text", **more):
        self.slots.append(Slot(field, self.page, tuple(round(v, 2) for v in box_), kind, **more))

    def frame(self, x0, y0, x1, y1, fill=None, weight=None):
        self.do(box, x0, y0, x1, y1, self.look.rules, fill, self.look.inner if weight is None else weight)

    def line(self, x0, y0, x1, y1, weight=None):
        self.do(rule, x0, y0, x1, y1, self.look.rules, self.look.inner if weight is None else weight)

    # ---- texts
    def lines(self, s, room, size=None, name=None):
        return wrap(s, name or self.plain, size or self.look.label, room)

    def words(self, x, y1, pieces, size=None, name=None, color=DARK):
        """Lines of text under y1; gives the height under the last."""
        size = size or self.look.label
        for piece in pieces:
            self.do(text, x, y1 - size * 0.9, piece, name or self.plain, size, color)
            y1 -= size * 1.15
        return y1

    def prose(self, s, x0=None, x1=None, size=None, name=None, dash=False):
        x0, x1, size = x0 or self.left + 3, x1 or self.right - 3, size or self.look.prose
        if dash:
            self.do(text, x0, self.y - size * 0.9, "–", self.plain, size, DARK)
            x0 += size
        self.y = self.words(x0, self.y, wrap(s, name or self.plain, size, x1 - x0), size, name)

    def heading(self, title):
        k = self.look
        size = max(8.5, k.label * 1.2)
        if k.band == "none":
            self.do(text, self.left, self.y - size, title, self.bold, size, k.accent)
            self.line(self.left, self.y - size * 1.35, self.right, self.y - size * 1.35, k.outer)
        else:
            self.do(box, self.left, self.y - size * 1.5, self.right, self.y, k.accent if k.band == "dark" else k.rules,
                    k.accent if k.band == "dark" else k.tint, k.inner)
            self.do(text, self.left + 5, self.y - size * 1.1, title, self.bold, size, "#ffffff" if k.band == "dark" else DARK)
        self.y -= size * (1.5 if k.place in ("inside", "beside") else 1.7)

    # ---- what is filled in
    def tick(self, field, option, label, x, y, after=False, size=None) -> float:
        """A box and its words on the line whose lower edge is y; gives where they end."""
        k, side, size = self.look, self.look.side, size or self.look.label
        wide = width(label, self.plain, size)
        at = x + wide + 4 if after else x
        if k.tick == "round":
            self.do(circle, at + side / 2, y + side / 2, side / 2, k.rules, k.tick_weight)
        else:
            self.do(box, at, y, at + side, y + side, k.rules, "#ffffff", k.tick_weight, 2.0 if k.tick == "rounded" else 0.0)
        self.put(field, (at, y, at + side, y + side), "tick", option=option)
        self.do(text, x if after else x + side + 4, y + side / 2 - size * 0.34, label, self.plain, size, DARK)
        return x + side + 4 + wide

    def written(self, x0, y0, x1, y1):
        """The mark of a place to write on, where no cell shows it."""
        k = self.look
        if k.place == "line":
            self.line(x0, y0, x1, y0)
        elif k.place in ("above", "boxed"):
            self.do(box, x0, y0, x1, y1, None if k.filled == "values" and k.inner < 0.5 else k.rules, k.tint if k.filled == "values" else None, k.inner)

    def date_wide(self) -> float:
        return {"plain": 82, "lines": 104}.get(self.look.date, 112)

    def date_high(self) -> float:
        return self.look.value + 1 + self.caption()

    def caption(self) -> float:
        return max(5.0, self.look.label * 0.75)

    def date(self, field, x, y0):
        """A date whose captions stand within its height."""
        k, small, high = self.look, self.caption(), self.look.value - 1
        over = k.date in ("comb", "boxes", "plain")  # captions above; else below
        b0 = y0 + 0.8 if over else y0 + small + 0.8
        b1, said = b0 + high, b0 + high + 1.4 if over else y0 + 0.2
        if k.date == "plain":
            self.frame(x, b0, x + 80, b1)
            self.put(field, (x + 1, b0 + 0.5, x + 79, b1 - 0.5))
            self.do(text, x + 40, said, " ".join(w.YMD), self.plain, small, DARK, "center")
            return
        cell, gap = (13.0, 0.0) if k.date == "comb8" else (12.0, 6.0) if k.date == "comb" else (11.5, 8.0)
        if k.date == "comb8":
            self.put(field, (x, b0, x + 8 * cell, b1), "comb", cells=8)
        for part, caption, cells in zip(("year", "month", "day"), w.YMD, (4, 2, 2)):
            x1 = x + cell * cells
            if k.date == "lines":
                self.line(x, b0, x1, b0)
            else:
                self.frame(x, b0, x1, b1)
            if k.date in ("comb", "comb8"):
                for i in range(1, cells):
                    self.line(x + cell * i, b0, x + cell * i, b0 + high * 0.45)
            if k.date == "comb":
                self.put(field, (x, b0, x1, b1), "comb", part=part, cells=cells)
            elif k.date != "comb8":
                self.put(field, (x + 1, b0 + 0.5, x1 - 1, b1 - 0.5), part=part)
            self.do(text, (x + x1) / 2, said, caption, self.plain, small, DARK, "center")
            x = x1 + gap

    def sex(self, field, x, y0, high):
        for option in ("M", "F"):
            x = self.tick(field, option, option, x, y0 + (high - self.look.side) / 2, self.look.sex_after) + 12

    def content(self, field, x0, y0, x1, y1):
        """What stands in a place: a text, M and F, a date or a signature."""
        if field.endswith(".sex"):
            self.sex(field, x0 + 2, y0, y1 - y0)
        elif field.lower().endswith("date"):
            self.date(field, x0 + 2, y0)
        else:
            self.written(x0, y0, x1, y1)
            self.put(field, (x0 + 2, y0 + 1, x1 - 2, y1 - 1), "signature" if field.lower().endswith("signature") else "text")

    # ---- fields side by side
    def need(self, field) -> float:
        """The width that what is usually written there takes."""
        if field.lower().endswith("date"):
            return self.date_wide() + 4
        if field.endswith(".sex"):
            return 2 * (self.look.side + self.look.label + 16)
        return {"firstName": 120, "lastName": 125, "function": 215, "functionText": 200, "orgName": 320, "orgNumber": 62, "address": 280, "postalCode": 62, "phone": 82,
                "phoneExt": 42, "fax": 82, "email": 205, "existingUsername": 150, "referenceNumber": 95, "username": 90, "validity": 130,
                "respondentId": 110}.get(field.split(".")[1], 190)

    def room(self, label, field) -> float:
        """The width of label and place together."""
        natural = width(label, self.plain, self.look.label)
        if self.look.place in ("inside", "above"):
            return max(self.need(field) + 8, min(natural + 8, 96))
        return self.need(field) + self.side(label) + 12

    def side(self, label) -> float:
        """The width that a label takes at the left of its place: long ones are broken."""
        natural = width(label, self.plain, self.look.label)
        return natural + 1 if natural <= 118 else max(104, natural / 3 + 16)

    def row(self, cells, height=None, last=None):
        """cells: (label, field). All have the height of the tallest; `last` is a fixed width of the last, for columns that line up."""
        k = self.look
        joined = k.place in ("inside", "beside")
        gap = 0 if joined else k.gap
        rooms = [self.room(label, field) for label, field in cells]
        if last:
            rooms[-1] = last
        spare = self.right - self.left - gap * (len(cells) - 1) - sum(rooms)
        stretch = [0 if f.endswith(("sex", "phoneExt")) or (last and i == len(cells) - 1) else rooms[i] for i, (_, f) in enumerate(cells)]
        wides = [a + spare * b / (sum(stretch) or 1) for a, b in zip(rooms, stretch)]
        labels = [self.lines(l, (wd - 7) if k.place in ("inside", "above") else self.side(l)) for (l, _), wd in zip(cells, wides)]
        said = max(len(l) for l in labels) * self.lead
        highs = [height or (self.date_high() if f.lower().endswith("date") else k.value) for _, f in cells]
        high = max(highs) + said + 2 if k.place in ("inside", "above") else max(max(highs), said) + (2 if joined else 4)
        x, y0, y1 = self.left, self.y - high, self.y
        for (label, field), wide, pieces, own in zip(cells, wides, labels, highs):
            x1 = x + wide
            if k.place == "inside":
                self.frame(x, y0, x1, y1)
                self.words(x + 3, y1 - 1.5, pieces)
                self.content(field, x + 1.5, y0 + 0.8, x1 - 1.5, y1 - len(pieces) * self.lead - 1.6)
            elif k.place == "above":
                self.words(x, y0 + max(highs) + len(pieces) * self.lead + 0.6, pieces)
                self.content(field, x, y0, x1, y0 + max(highs) - 0.6)
            elif k.place == "beside":
                cut = x + self.side(label) + 8
                self.frame(x, y0, cut, y1, k.tint if k.filled == "labels" else None)
                self.frame(cut, y0, x1, y1)
                self.words(x + 4, (y0 + y1 + len(pieces) * self.lead) / 2, pieces)
                self.content(field, cut + 1.5, y0 + 1 + max(0, (high - 2 - own) / 2) * field.lower().endswith("date"), x1 - 1.5, y1 - 1)
            else:
                cut = x + max(width(p, self.plain, k.label) for p in pieces) + 5
                base = y0 + 3 + (self.caption() if field.lower().endswith("date") and k.date in ("lines", "comb8") else 0)
                self.words(x, max(base, y0 + 2) + (len(pieces) - 1) * self.lead + k.label * 0.9, pieces)
                self.content(field, cut, y0 + 1, x1, y0 + 1 + own - 0.5)
            x = x1 + gap
        self.y = y0 - (0 if joined else 3)

    def rows(self, items):
        """Breaks fields into lines of as many as the look likes and the width takes."""
        k, n, line = self.look, 0, []
        gap = 0 if k.place in ("inside", "beside") else k.gap
        for item in items:
            wide = sum(self.room(*i) for i in line + [item]) + gap * len(line)
            if line and (len(line) >= k.columns[n % len(k.columns)] and not item[1].endswith((".sex", ".phoneExt")) or wide > self.right - self.left):
                self.row(line)
                line, n = [], n + 1
            line.append(item)
        self.row(line)
