"""The form as a word processor's document (.docx), filled in there and exported to PDF by LibreOffice."""

from __future__ import annotations

import io
import os
import subprocess
import tempfile

import signatures
from docx import Document
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from .asked import Asked
from .marks import GLYPHS
from .sheet import PAPERS, Block, Item, Sheet

FAMILIES = ("cells", "pairs", "leaders")
FONTS = {"sans": "Liberation Sans", "serif": "Liberation Serif", "humanist": "Carlito", "wide": "DejaVu Sans", "narrow": "Open Sans", "mono": "Liberation Mono"}


class Letter:
    def __init__(self, sheet: Sheet, family: str, asked: Asked):
        self.s, self.k, self.family, self.a = sheet, sheet.look, family, asked
        self.d = Document()
        section = self.d.sections[0]
        w, h = PAPERS[self.k.paper]
        section.page_width, section.page_height = Pt(w), Pt(h)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(self.k.margin)
        self.wide = w - 2 * self.k.margin
        style = self.d.styles["Normal"]
        style.font.name, style.font.size = FONTS[self.k.font], Pt(self.k.size + 0.5)
        style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(1)
        self.d.core_properties.author = ""

    def color(self, c: str) -> RGBColor:
        return RGBColor.from_string(c[1:].upper())

    def say(self, p, text: str, size=None, bold=False, color=None, font=None, underline=False):
        run = p.add_run(text)
        run.bold, run.underline = bold, underline
        if size:
            run.font.size = Pt(size)
        if color:
            run.font.color.rgb = self.color(color)
        if font:
            run.font.name = font
            run._element.rPr.rFonts.set(qn("w:cs"), font)
            run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
        return run

    def shade(self, properties, color: str):
        e = OxmlElement("w:shd")
        for key, v in (("val", "clear"), ("color", "auto"), ("fill", color[1:])):
            e.set(qn("w:" + key), v)
        properties.append(e)

    def write(self, p, slot: str, underline=False):
        if text := self.a.texts.get(slot):
            size = self.k.value_size * (1 if len(text) < 45 else 0.85 if len(text) < 70 else 0.75)
            self.say(p, text, size, color=self.k.ink, font=FONTS[self.k.value_font], underline=underline)

    def table(self, host, columns: list, grid=True):
        t = host.add_table(rows=1, cols=len(columns)) if host is self.d else host.add_table(1, len(columns))
        t.autofit = False
        if grid:
            t.style = "Table Grid"
        for cell, w in zip(t.rows[0].cells, columns):
            cell.width = Pt(w)
        return t

    def options(self, p, i: Item):
        for n, (slot, text, note) in enumerate(i.options):
            if n:
                self.say(p, "    ")
            self.say(p, GLYPHS[self.k.mark] if slot in self.a.ticks else "☐", self.k.size + 2, font="DejaVu Sans")
            self.say(p, " " + text.replace(" ", " ") if len(text) < 30 else " " + text, self.k.size)
            if note:
                self.say(p, " " + note, 6.5)

    def entry(self, cell, i: Item, p=None):
        p = p or cell.add_paragraph()
        if i.kind == "choice":
            self.options(p, i)
        elif i.kind == "date" and self.k.dates == "boxes":
            for n, (part, caption) in enumerate((("year", "ANNÉE"), ("month", "MOIS"), ("day", "JOUR"))):
                p.paragraph_format.tab_stops.add_tab_stop(Pt(40 * (n + 1)))
                self.say(p, caption + ("\t" if n < 2 else ""), 6)
            q = cell.add_paragraph()
            for n, part in enumerate(("year", "month", "day")):
                q.paragraph_format.tab_stops.add_tab_stop(Pt(40 * (n + 1)))
                self.write(q, f"{i.field}/{part}")
                if n < 2:
                    self.say(q, "\t")
        elif self.a.signs.get(i.field) == "image":
            p.add_run().add_picture(io.BytesIO(signatures.png(self.a.who[i.field])), height=Pt(26))
        else:
            self.write(p, i.field)
            if i.kind == "signature":
                p.paragraph_format.space_before = Pt(12)

    def label(self, i: Item) -> str:
        return i.label + ("" if i.label.endswith("?") else self.k.colon)

    def row(self, b: Block):
        total = sum(max(i.weight, 3) for i in b.items)
        wides = [self.wide * max(i.weight, 3) / total for i in b.items]
        if self.family == "leaders":
            return self.leaders(b, wides)
        if self.family == "pairs":
            shares = [min(w * 0.4, 150) if i.kind != "date" else w * 0.35 for i, w in zip(b.items, wides)]
            t = self.table(self.d, [x for part, w in zip(shares, wides) for x in (part, w - part)])
            for n, i in enumerate(b.items):
                left, right = t.rows[0].cells[2 * n], t.rows[0].cells[2 * n + 1]
                self.shade(left._element.get_or_add_tcPr(), self.k.tint)
                self.say(left.paragraphs[0], self.label(i), self.k.size)
                self.entry(right, i, right.paragraphs[0])
        else:
            t = self.table(self.d, wides)
            for cell, i in zip(t.rows[0].cells, b.items):
                self.say(cell.paragraphs[0], self.label(i), self.k.size)
                self.entry(cell, i)
        cut = OxmlElement("w:cantSplit")
        t.rows[0]._tr.get_or_add_trPr().append(cut)
        self.gap()

    def gap(self):
        p = self.d.add_paragraph()
        p.paragraph_format.space_after = p.paragraph_format.space_before = Pt(0)
        p.paragraph_format.line_spacing = Pt(2)

    def leaders(self, b: Block, wides: list):
        p = self.d.add_paragraph()
        p.paragraph_format.space_before = Pt(4)
        p.paragraph_format.keep_together = True
        end = 0.0
        for n, (i, w) in enumerate(zip(b.items, wides)):
            end += w
            if len(self.label(i)) > 50 or n and sum(len(self.label(x)) + len(self.a.texts.get(x.field, "")) for x in b.items) > 75:
                p = self.d.add_paragraph() if n else p
                end = self.wide
            self.say(p, self.label(i) + "  ", self.k.size)
            if i.kind == "choice":
                self.options(p, i)
                self.say(p, "   ")
                continue
            if self.a.signs.get(i.field) == "image":
                p.add_run().add_picture(io.BytesIO(signatures.png(self.a.who[i.field])), height=Pt(24))
            else:
                self.write(p, i.field)
            p.paragraph_format.tab_stops.add_tab_stop(Pt(end - (6 if end < self.wide - 1 else 0)), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
            self.say(p, "\t", self.k.size)
            if end < self.wide - 1:
                self.say(p, " ", self.k.size)

    def block(self, b: Block):
        k = self.k
        if b.kind == "row":
            self.row(b)
        elif b.kind == "title":
            t = self.table(self.d, [self.wide - 160, 160], grid=False)
            left, right = t.rows[0].cells
            if k.logo:
                self.say(left.paragraphs[0], "Régie de l’assurance maladie du Québec", 7)
            self.say(left.add_paragraph(), b.text, 14, True, k.accent)
            right.paragraphs[0].paragraph_format.space_after = Pt(1)
            box = self.table(right, [150])
            self.say(box.rows[0].cells[0].paragraphs[0], b.items[0].label, 7)
            self.write(box.rows[0].cells[0].add_paragraph(), b.items[0].field)
        elif b.kind == "heading":
            p = self.d.add_paragraph()
            p.paragraph_format.keep_with_next = True
            p.paragraph_format.space_before = Pt(6)
            self.say(p, b.text, k.size + 2.5, True, "#ffffff" if k.heading == "bar" else k.accent)
            if k.heading in ("bar", "boxed"):
                self.shade(p._element.get_or_add_pPr(), k.accent if k.heading == "bar" else k.tint)
        elif b.kind == "service":
            p = self.d.add_paragraph()
            self.say(p, "Description" + k.colon + "   ", k.size)
            self.say(p, b.text, k.size + 1, True)
        elif b.kind == "bullets":
            for t in b.items:
                p = self.d.add_paragraph()
                p.paragraph_format.left_indent, p.paragraph_format.first_line_indent = Pt(14), Pt(-10)
                self.say(p, "–  " + t, k.size)
        elif b.kind == "break":
            self.d.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
        elif b.kind == "numbers":
            t = self.table(self.d, [self.wide / 3] * 3)
            for cell in t.rows[0].cells:
                self.say(cell.paragraphs[0], b.text, k.size)
            for y in range(b.rows):
                for x, cell in enumerate(t.add_row().cells):
                    self.write(cell.paragraphs[0], f"s5.numbers/{3 * y + x}")
            self.gap()
        else:
            self.say(self.d.add_paragraph(), b.text, k.size, b.bold)

    def save(self, path: str):
        for b in self.s.blocks:
            self.block(b)
        self.d.save(path)


def libreoffice(sheet, family, mode, asked=None) -> bytes:
    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, "form.docx")
        Letter(sheet, family, asked).save(path)
        profile = os.path.join(tempfile.gettempdir(), f"guichet-writers-{os.getuid()}")
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", d, path], check=True, capture_output=True, timeout=120)
        with open(os.path.join(d, "form.pdf"), "rb") as f:
            return f.read()
