"""The form set by Typst: ruled cells, or leaders after the labels."""

from __future__ import annotations

import os
import tempfile

import signatures

from . import marks
from .asked import Asked
from .marks import GLYPHS, INSIDE, cells, link
from .sheet import PAPERS, Block, Item, Sheet

FAMILIES = ("ruled", "leaders", "tinted")
FONTS = {"sans": "Liberation Sans", "serif": "Libertinus Serif", "humanist": "Lato", "wide": "DejaVu Sans", "narrow": "Open Sans", "mono": "DejaVu Sans Mono"}


def quoted(s: str) -> str:
    return '#"' + s.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Typeset:
    def __init__(self, sheet: Sheet, family: str, mode: str, asked: Asked | None, folder: str):
        self.s, self.k, self.family, self.links, self.a, self.folder = sheet, sheet.look, family, mode == "links", asked or Asked(), folder

    def value(self, slot: str, high: float = 15) -> str:
        stroke = {"ruled": "none", "leaders": f'(bottom: {self.k.rule}pt + rgb("{self.k.accent}"))', "tinted": "none"}[self.family]
        fill = f'rgb("{self.k.tint}")' if self.family == "tinted" else "none"
        text = self.a.texts.get(slot, "")
        size = self.k.value_size * (1 if len(text) < 38 else 0.85 if len(text) < 60 else 0.7)
        inside = f'#align(bottom)[#text(font: ("{FONTS[self.k.value_font]}", "DejaVu Sans"), size: {size:.1f}pt, fill: rgb("{self.k.ink}"), hyphenate: false)[{quoted(text)}]]' if text else ""
        box = f"#block(width: 100%, height: {'auto' if len(text) > 38 else f'{high}pt'}, stroke: {stroke}, fill: {fill}, inset: (x: 2pt, top: {4 if len(text) > 38 else 0}pt, bottom: 2.5pt), spacing: 0pt)[{inside}]"
        return f'#link("{link(slot)}")[{box}]' if self.links else box

    def tick(self, slot: str) -> str:
        on = slot in self.a.ticks
        if self.k.ticks == "glyph":
            box = f'#text(font: "DejaVu Sans", size: 10pt, "{GLYPHS[self.k.mark] if on else "☐"}")'
        elif self.k.ticks == "circle":
            dot = "#place(center + horizon, circle(radius: 2.2pt, fill: black))" if on else ""
            box = f"#box(width: 8.5pt, height: 8.5pt, radius: 4.25pt, stroke: 0.7pt, baseline: 1pt)[{dot}]"
        else:
            inside = f'#place(center + horizon, text(font: "DejaVu Sans", size: 7.5pt, "{INSIDE[self.k.mark]}"))' if on else ""
            box = f"#box(width: 8.5pt, height: 8.5pt, stroke: 0.6pt, baseline: 1pt)[{inside}]"
        return f'#link("{link(slot)}")[{box}]' if self.links else box

    def entry(self, i: Item) -> str:
        if i.kind == "choice":
            return "#par(hanging-indent: 12pt)[" + " #h(9pt) ".join(f"#box[{self.tick(s)} {quoted(t)}{f' #text(size: 6.5pt)[{quoted(n)}]' if n else ''}]" for s, t, n in i.options) + "]"
        if i.kind == "date" and self.k.dates == "boxes":
            parts = "".join(f"[#text(size: 6pt)[{c}] #v(-2pt) #box(stroke: 0.5pt, inset: 0.5pt, width: 100%)[{self.value(f'{i.field}/{p}', 13)}]]," for p, c in (("year", "ANNÉE"), ("month", "MOIS"), ("day", "JOUR")))
            return f"#grid(columns: (4fr, 3fr, 3fr), gutter: 3pt, {parts})"
        if n := cells(i, self.k):
            text = self.a.texts.get(i.field, "").ljust(n)
            inside = "".join(f'#box(width: 12pt, height: 14pt, stroke: 0.4pt)[#align(center + horizon, text(size: 9pt, fill: rgb("{self.k.ink}"), "{c.strip()}"))]' for c in text)
            comb = f"#box[{inside}]"
            caps = "#text(size: 6pt)[ANNÉE #h(24pt) MOIS #h(6pt) JOUR] #v(-2pt) " if n == 8 else ""
            return caps + (f'#link("{link(i.field)}")[{comb}]' if self.links else comb)
        kind = self.a.signs.get(i.field, "none")
        if kind in ("image", "stylus"):
            name = f"{i.field}.{'png' if kind == 'image' else 'svg'}"
            with open(os.path.join(self.folder, name), "wb") as f:
                f.write(signatures.png(self.a.who[i.field]) if kind == "image" else marks.svg(self.a.who[i.field]).encode())
            line = f'#v(-4pt) #line(length: 100%, stroke: {self.k.rule}pt + rgb("{self.k.accent}"))' if self.family == "leaders" else ""
            return f'#image("{name}", height: 26pt) {line}'
        return self.value(i.field, 28 if i.kind == "signature" else 15)

    def row(self, b: Block) -> str:
        label = lambda i: f"#text(size: {self.k.size}pt)[{quoted(i.label + self.k.colon * (not i.label.endswith('?')))}]"
        columns = ", ".join(f"{max(i.weight, 3)}fr" for i in b.items)
        if self.family == "leaders":
            wide = lambda i: "38%" if len(i.label) > 30 else "auto"
            inside = "".join(f"[#grid(columns: ({wide(i)}, 1fr), column-gutter: 4pt, align: bottom, [{label(i)}], [{self.entry(i)}])]," for i in b.items)
            return f"#grid(columns: ({columns}), column-gutter: 8pt, align: bottom, {inside})"
        inside = "".join(f"[{label(i)} #v({'2.5pt' if self.family == 'tinted' else '1pt'}) {self.entry(i)}]," for i in b.items)
        if self.family == "ruled":
            return f'#grid(columns: ({columns}), inset: (x: 3pt, top: 3pt, bottom: 2pt), stroke: {self.k.rule}pt + rgb("{self.k.accent}"), {inside})'
        return f"#grid(columns: ({columns}), column-gutter: 6pt, align: bottom, {inside})"

    def block(self, b: Block) -> str:
        k = self.k
        if b.kind == "row":
            return self.row(b)
        if b.kind == "title":
            logo = '#rect(stroke: 0.8pt, inset: 3pt)[#text(size: 7pt)[Régie de l’assurance \\ maladie du Québec]]' if k.logo else ""
            i = b.items[0]
            zone = f"#rect(width: 100%, height: 38pt, inset: 3pt, stroke: {k.rule}pt)[#text(size: 7pt)[{quoted(i.label)}] #v(1.5pt) {self.value(i.field, 18)}]"
            return f'#grid(columns: (auto, 1fr, 150pt), column-gutter: 8pt, [{logo}], [#text(size: 13pt, weight: "bold", fill: rgb("{k.accent}"))[{quoted(b.text)}]], [{zone}])'
        if b.kind == "heading":
            bar = {"bar": f'fill: rgb("{k.accent}")', "boxed": f'fill: rgb("{k.tint}"), stroke: {k.rule}pt', "rule": f'stroke: (bottom: 1.2pt + rgb("{k.accent}"))', "plain": "fill: none"}[k.heading]
            color = "white" if k.heading == "bar" else f'rgb("{k.accent}")'
            return f'#block(width: 100%, inset: 3pt, sticky: true, {bar})[#text(size: {k.size + 2}pt, weight: "bold", fill: {color})[{quoted(b.text)}]]'
        if b.kind == "service":
            return f"#text(size: {k.size}pt)[Description{k.colon}] #h(8pt) *{quoted(b.text)}*"
        if b.kind == "bullets":
            return "#list(" + ", ".join(f"[{quoted(t)}]" for t in b.items) + ")"
        if b.kind == "break":
            return "#pagebreak()"
        if b.kind == "numbers":
            head = f"[#text(size: {k.size}pt)[{quoted(b.text)}]]," * 3
            body = "".join(f"[{self.value(f's5.numbers/{n}', 13)}]," for n in range(3 * b.rows))
            return f'#table(columns: (1fr, 1fr, 1fr), inset: 2pt, stroke: {k.rule}pt + rgb("{k.accent}"), {head} {body})'
        return f"#strong[{quoted(b.text)}]" if b.bold else quoted(b.text)

    def source(self) -> str:
        w, h = PAPERS[self.k.paper]
        footer = 'footer: context align(right, text(size: 7pt)[page #counter(page).display() de #counter(page).final().at(0)])' if self.k.footer else ""
        head = f'#set page(width: {w}pt, height: {h}pt, margin: {self.k.margin}pt, {footer})\n#set text(font: ("{FONTS[self.k.font]}", "DejaVu Sans"), size: {self.k.size}pt, lang: "fr", hyphenate: false)\n'
        gap = 6 if self.family == "tinted" else 4.5
        head += f'#set par(spacing: 4pt, leading: 3pt)\n#set block(spacing: {gap}pt)\n#set document(title: "Demande d’accès aux services en ligne", date: none)\n#show grid: set block(breakable: false)\n'
        return head + "\n\n".join(self.block(b) for b in self.s.blocks)


def typst(sheet, family, mode, asked=None) -> bytes:
    import typst as t

    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, "form.typ")
        with open(path, "w", encoding="utf-8") as f:
            f.write(Typeset(sheet, family, mode, asked, d).source())
        return t.compile(path, root=d)
