"""Three libraries that draw PDFs: MuPDF, fpdf2 and cairo, each with the same few movements. y grows downwards."""

from __future__ import annotations

import io

import signatures

from . import marks
from .overlay import font_file
from .paper import Paper
from .sheet import PAPERS, Look

FONTS = {"sans": "Liberation Sans", "serif": "Liberation Serif", "humanist": "Carlito", "wide": "DejaVu Sans", "narrow": "Roboto Condensed", "mono": "Liberation Mono"}


class Pen:
    symbols = True

    def __init__(self, look: Look):
        self.look, self.size = look, PAPERS[look.paper]

    def family(self, bold: bool, written: bool) -> str:
        return FONTS[self.look.value_font if written else self.look.font] + (":bold" if bold else "")

    def strokes(self, x, y, w, h, who):
        for line in signatures.place(who, (x, y, x + w, y + h)):
            self.polyline([(px, y + y + h - py) for px, py in line], 1.1, "#14143c")


class MuPDF(Pen):
    def __init__(self, look):
        import pymupdf

        super().__init__(look)
        self.m, self.doc, self.fonts = pymupdf, pymupdf.open(), {}

    def page(self):
        self.p = self.doc.new_page(width=self.size[0], height=self.size[1])

    def font(self, family: str):
        if family not in self.fonts:
            self.fonts[family] = self.m.Font(fontfile=font_file(family))
        return self.fonts[family]

    def width(self, s, size, bold=False, written=False):
        return self.font(self.family(bold, written)).text_length(s, size)

    def text(self, x, y, s, size, bold=False, color="#000000", written=False):
        self.put(x, y, s, size, self.family(bold, written), color)

    def put(self, x, y, s, size, family, color="#000000"):
        self.p.insert_text((x, y), s, fontsize=size, fontname="F" + "".join(c for c in family if c.isalnum()), fontfile=font_file(family), color=marks.rgb(color))

    def symbol(self, x, y, s, size):
        self.put(x, y - 0.6, s, size, "DejaVu Sans")

    def rect(self, x, y, w, h, rule, color, fill=None):
        self.p.draw_rect(self.m.Rect(x, y, x + w, y + h), color=marks.rgb(color), width=rule, fill=marks.rgb(fill) if fill else None)

    def line(self, x0, y0, x1, y1, rule, color):
        self.p.draw_line((x0, y0), (x1, y1), color=marks.rgb(color), width=rule)

    def circle(self, x, y, r, rule, fill):
        self.p.draw_circle((x, y), r, color=(0, 0, 0), width=rule, fill=marks.rgb(fill) if fill else None)

    def polyline(self, points, rule, color):
        self.p.draw_polyline(points, color=marks.rgb(color), width=rule)

    def image(self, x, y, w, h, who):
        self.p.insert_image(self.m.Rect(x, y, x + w, y + h), stream=signatures.png(who))

    def link(self, x, y, w, h, slot):
        self.p.insert_link({"kind": self.m.LINK_URI, "from": self.m.Rect(x, y, x + w, y + h), "uri": marks.link(slot)})

    def finish(self):
        self.doc.subset_fonts()
        return self.doc.tobytes(garbage=3, deflate=True, no_new_id=True)


class FPDF2(Pen):
    def __init__(self, look):
        import datetime

        import fpdf

        super().__init__(look)
        self.d = fpdf.FPDF(unit="pt", format=self.size)
        self.d.set_auto_page_break(False)
        self.d.set_margin(0)
        self.d.set_creation_date(datetime.datetime(2026, 1, 5, tzinfo=datetime.timezone.utc))
        self.known = set()

    def page(self):
        self.d.add_page()

    def use(self, family, size):
        if family not in self.known:
            self.d.add_font(family, fname=font_file(family))
            self.known.add(family)
        self.d.set_font(family, size=size)

    def width(self, s, size, bold=False, written=False):
        self.use(self.family(bold, written), size)
        return self.d.get_string_width(s)

    def text(self, x, y, s, size, bold=False, color="#000000", written=False):
        self.use(self.family(bold, written), size)
        self.d.set_text_color(color)
        self.d.text(x, y, s)

    def symbol(self, x, y, s, size):
        self.use("DejaVu Sans", size)
        self.d.set_text_color("#000000")
        self.d.text(x, y - 0.6, s)

    def rect(self, x, y, w, h, rule, color, fill=None):
        self.d.set_draw_color(color)
        self.d.set_line_width(rule)
        if fill:
            self.d.set_fill_color(fill)
        self.d.rect(x, y, w, h, style="DF" if fill else "D")

    def line(self, x0, y0, x1, y1, rule, color):
        self.d.set_draw_color(color)
        self.d.set_line_width(rule)
        self.d.line(x0, y0, x1, y1)

    def circle(self, x, y, r, rule, fill):
        self.d.set_draw_color("#000000")
        self.d.set_line_width(rule or 0.3)
        if fill:
            self.d.set_fill_color(fill)
        self.d.circle(x, y, r, style="DF" if fill else "D")

    def polyline(self, points, rule, color):
        self.d.set_draw_color(color)
        self.d.set_line_width(rule)
        self.d.polyline(points)

    def image(self, x, y, w, h, who):
        self.d.image(io.BytesIO(signatures.png(who)), x, y, w, h, keep_aspect_ratio=True)

    def link(self, x, y, w, h, slot):
        self.d.link(x, y, w, h, marks.link(slot))

    def finish(self):
        return bytes(self.d.output())


class Cairo(Pen):
    def __init__(self, look):
        import cairo

        super().__init__(look)
        self.out, self.k, self.started = io.BytesIO(), cairo, False
        self.surface = cairo.PDFSurface(self.out, *self.size)
        self.surface.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "2026-01-05T10:00:00Z")
        self.c = cairo.Context(self.surface)

    def page(self):
        if self.started:
            self.c.show_page()
        self.started = True

    def use(self, family, size):
        name, _, bold = family.partition(":")
        self.c.select_font_face(name, self.k.FONT_SLANT_NORMAL, self.k.FONT_WEIGHT_BOLD if bold else self.k.FONT_WEIGHT_NORMAL)
        self.c.set_font_size(size)

    def width(self, s, size, bold=False, written=False):
        self.use(self.family(bold, written), size)
        return self.c.text_extents(s).x_advance

    def text(self, x, y, s, size, bold=False, color="#000000", written=False):
        self.put(x, y, s, size, self.family(bold, written), color)

    def put(self, x, y, s, size, family, color="#000000"):
        self.use(family, size)
        self.c.set_source_rgb(*marks.rgb(color))
        self.c.move_to(x, y)
        self.c.show_text(s)

    def symbol(self, x, y, s, size):
        self.put(x, y - 0.6, s, size, "DejaVu Sans")

    def stroke(self, rule, color):
        self.c.set_source_rgb(*marks.rgb(color))
        self.c.set_line_width(rule)
        self.c.stroke()

    def fill(self, color):
        self.c.set_source_rgb(*marks.rgb(color))
        self.c.fill_preserve()

    def rect(self, x, y, w, h, rule, color, fill=None):
        self.c.rectangle(x, y, w, h)
        if fill:
            self.fill(fill)
        self.stroke(rule, color)

    def line(self, x0, y0, x1, y1, rule, color):
        self.polyline([(x0, y0), (x1, y1)], rule, color)

    def circle(self, x, y, r, rule, fill):
        self.c.new_path()
        self.c.arc(x, y, r, 0, 6.2832)
        if fill:
            self.fill(fill)
        self.stroke(rule or 0.3, "#000000")

    def polyline(self, points, rule, color):
        self.c.new_path()
        for p in points:
            self.c.line_to(*p)
        self.stroke(rule, color)

    def image(self, x, y, w, h, who):
        picture = self.k.ImageSurface.create_from_png(io.BytesIO(signatures.png(who)))
        scale = min(w / picture.get_width(), h / picture.get_height())
        self.c.save()
        self.c.translate(x, y)
        self.c.scale(scale, scale)
        self.c.set_source_surface(picture, 0, 0)
        self.c.paint()
        self.c.restore()

    def link(self, x, y, w, h, slot):
        self.c.tag_begin(self.k.TAG_LINK, f"rect=[{x:.2f} {y:.2f} {w:.2f} {h:.2f}] uri='{marks.link(slot)}'")
        self.c.tag_end(self.k.TAG_LINK)

    def finish(self):
        self.surface.finish()
        return self.out.getvalue()


def drawer(kind):
    return lambda sheet, family, mode, asked=None: Paper(sheet, family, mode, asked, kind(sheet.look)).run()
