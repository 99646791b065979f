"""A filling put into form fields or into annotations: the files that people fill on a screen."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfbase.ttfonts import TTFontFile

import draw
import fill
import signatures
from fill import Filling, Style
from kit import Layout, Slot


@dataclass
class Acro:
    """How an editor wrote its fields."""

    look: str = "winansi"  # winansi | type0 | needapp
    names: str = "plain"  # plain | opaque | nested
    choice: str = "boxes"  # boxes | radio (scope, sex, role)
    on: str = "Yes"  # the name of the ticked state
    opt: bool = False  # radio states are numbers, their values in /Opt
    sig: bool = False  # unsigned /Sig fields in the signature boxes
    stroke: str = "page"  # signatures: "page" content | "annot" (Ink, Stamp)


class Fonts:
    """The fonts of the appearance streams: a standard one, and a subset embedded as Type0/Identity-H."""

    def __init__(self, pdf: pikepdf.Pdf, look: str, characters: str):
        self.pdf, self.look = pdf, look
        self.zapf = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats))
        self.helv = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding))
        path = draw.find("LiberationSans-Regular.ttf") if look == "type0" else None
        self.cid = self.embed(path, characters) if path else None
        self.name = "/C0" if self.cid else "/Helv"
        self.face = "Sans" if self.cid else "Helvetica"

    def embed(self, path: str, characters: str):
        ttf = TTFontFile(path)
        codes = sorted({ord(ch) for ch in characters} | set(range(32, 127)))
        seen, self.glyph = {0: 0}, {}
        for code in codes:
            old = ttf.charToGlyph.get(code, 0)
            if old not in seen:
                seen[old] = len(seen)
            self.glyph[code] = seen[old]
        data = ttf.makeSubset(codes)
        pdf = self.pdf
        file = pdf.make_stream(data)
        file.Length1 = len(data)
        scale = 1000 / ttf.unitsPerEm
        descriptor = pdf.make_indirect(Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/AAAAAA+LiberationSans"), Flags=4, FontBBox=Array([int(v) for v in ttf.bbox]),
            ItalicAngle=0, Ascent=int(ttf.ascent), Descent=int(ttf.descent), CapHeight=int(ttf.capHeight), StemV=80, FontFile2=file))
        widths = {g: round(ttf.charWidths.get(code, ttf.defaultWidth)) for code, g in self.glyph.items()}
        w = Array()
        for g in sorted(widths):
            w.append(g)
            w.append(Array([widths[g]]))
        cid = pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/AAAAAA+LiberationSans"), CIDToGIDMap=Name.Identity, W=w, DW=500,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0), FontDescriptor=descriptor))
        pairs = sorted((g, code) for code, g in self.glyph.items() if g)
        rows = "".join(
            f"{len(chunk)} beginbfchar\n" + "".join(f"<{g:04X}> <{code:04X}>\n" for g, code in chunk) + "endbfchar\n"
            for chunk in (pairs[i:i + 100] for i in range(0, len(pairs), 100)))
        cmap = ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n" + rows +
                "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        return pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/AAAAAA+LiberationSans"), Encoding=Name("/Identity-H"),
            DescendantFonts=Array([cid]), ToUnicode=pdf.make_stream(cmap.encode())))

    def resources(self) -> Dictionary:
        d = Dictionary(Helv=self.helv, ZaDb=self.zapf)
        if self.cid is not None:
            d[Name("/C0")] = self.cid
        return Dictionary(Font=d)

    def shown(self, s: str) -> bytes:
        if self.cid is not None:
            return b"<" + "".join(f"{self.glyph.get(ord(ch), 0):04X}" for ch in s).encode() + b">"
        raw = s.encode("cp1252", "replace")
        return b"(" + raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def form_xobject(pdf, content: bytes, w: float, h: float, resources) -> pikepdf.Object:
    s = pdf.make_stream(content)
    s.Type, s.Subtype, s.FormType = Name.XObject, Name.Form, 1
    s.BBox = Array([0, 0, round(w, 2), round(h, 2)])
    s.Resources = resources
    return s


def text_content(fonts: Fonts, s: str, slot: Slot, size: float, comb: bool, marked=True) -> bytes:
    w, h = slot.box[2] - slot.box[0], slot.box[3] - slot.box[1]
    body = []
    if comb:
        size = min(size, h * 0.8)
        step = w / slot.cells
        y = (h - size * 0.7) / 2
        for i, ch in enumerate(s):
            x = step * (i + 0.5) - draw.width(ch, fonts.face, size) / 2
            body.append(b"1 0 0 1 %.2f %.2f Tm %s Tj" % (x, y, fonts.shown(ch)))
    else:
        lines = fill.lines_of(s, slot, fonts.face, size)
        while slot.kind == "multiline" and len(lines) * size * 1.15 > h and size > 5:
            size -= 0.5
            lines = fill.lines_of(s, slot, fonts.face, size)
        size = min([size, h * 0.92] + [fill.fit(line, fonts.face, size, w - 4) for line in lines])
        for i, line in enumerate(lines):
            y = h - size - i * size * 1.15 if slot.kind == "multiline" else (h - size * 0.7) / 2
            body.append(b"1 0 0 1 2 %.2f Tm %s Tj" % (y, fonts.shown(line)))
    text = b"q 1 1 %.2f %.2f re W n BT %s %.2f Tf 0 g %s ET Q" % (w - 2, h - 2, fonts.name.encode(), size, b" ".join(body)) if s else b""
    frame = b""
    if fonts.look == "type0":
        frame = b"q 0.95 0.97 1 rg 0 0 %.2f %.2f re f 0.6 0.7 0.85 RG 0.5 w 0.25 0.25 %.2f %.2f re S Q\n" % (w, h, w - 0.5, h - 0.5)
    return frame + (b"/Tx BMC " + text + b" EMC" if marked else text)


def rect(slot: Slot) -> Array:
    return Array([round(v, 2) for v in slot.box])


PLAIN = {"paymentAuthorization": "demandesPaiement", "association": "association"}


class Writer:
    def __init__(self, lay: Layout, filling: Filling, how: Acro, seed: int = 0, pages=None, base: bytes | None = None):
        self.lay, self.filling, self.how = lay, filling, how
        self.r = random.Random(seed)
        self.pages = list(pages if pages is not None else range(lay.pages))
        drawn = None if how.stroke == "annot" else filling
        self.pdf = pikepdf.open(io.BytesIO(base or fill.blank_pdf(lay, self.page_signatures() if drawn else None, Style(), seed, "signatures", self.pages)))
        text = "".join(str(v) for v in list(filling.values.values()) + list(filling.written.values()))
        self.fonts = Fonts(self.pdf, how.look, text + "ÀÂÇÉÈÊËÎÏÔÛÙàâçéèêëîïôûù’'-–«»")
        self.count, self.fields, self.tree = 0, Array(), {}

    def page_signatures(self) -> Filling:
        """The signatures that belong to the page content (typed ones are fields)."""
        v = {k: x for k, x in self.filling.values.items() if not (k.endswith("ignature") and x == "typed")}
        return Filling(v)

    def name(self, slot: Slot, extra: str = "") -> str:
        self.count += 1
        if self.how.names == "opaque":
            return f"f{self.count:04d}"
        base = slot.field.split(".", 1)[1] if self.how.names == "nested" else slot.field.replace(".", "_")
        more = "".join(f"_{x}" for x in (slot.part, slot.index if slot.field == "s5.numbers" else None, extra or None) if x is not None)
        return base.replace(".", "_") + more

    def attach(self, slot: Slot, field: Dictionary, widgets: list, name: str):
        """Puts a field into the tree: merged with its widget, or above it."""
        pdf = self.pdf
        field[Name.T] = String(name)
        if len(widgets) == 1 and self.how.names != "nested" and Name.Kids not in field:
            for k, v in field.items():
                widgets[0][Name(k)] = v
            node = widgets[0] = pdf.make_indirect(widgets[0])
        else:
            node = pdf.make_indirect(field)
            kids = []
            for wdg in widgets:
                wdg[Name.Parent] = node
                kids.append(pdf.make_indirect(wdg))
            node.Kids = Array(kids)
            widgets = kids
        if self.how.names == "nested":
            parent = self.parent(slot.field.split(".")[0])
            node.Parent = parent
            parent.Kids.append(node)
        else:
            self.fields.append(node)
        page = self.pdf.pages[self.pages.index(slot.page)]
        if Name.Annots not in page:
            page.Annots = Array()
        for wdg in widgets:
            wdg.P = page.obj
            page.Annots.append(wdg)

    def parent(self, section: str):
        if section not in self.tree:
            if "" not in self.tree:
                root = self.pdf.make_indirect(Dictionary(T=String("demande"), Kids=Array(), DA=String(f"{self.fonts.name} 10 Tf 0 g")))
                self.tree[""] = root
                self.fields.append(root)
            node = self.pdf.make_indirect(Dictionary(T=String(section), Kids=Array(), Parent=self.tree[""]))
            if section in ("s4", "s5"):
                node.FT = Name.Tx  # inherited by every kid
            self.tree[""].Kids.append(node)
            self.tree[section] = node
        return self.tree[section]

    def text(self, slot: Slot, value: str, appearance: str | None = None):
        how, pdf = self.how, self.pdf
        size = self.lay.font_size
        comb = slot.kind == "comb" and slot.cells and len(value) <= slot.cells
        flags = (1 << 24 if comb else 0) | (1 << 12 if slot.kind == "multiline" else 0)
        field = Dictionary(FT=Name.Tx)
        if how.names == "nested" and slot.field[:2] in ("s4", "s5"):
            field = Dictionary()
        if flags:
            field.Ff = flags
        if comb:
            field.MaxLen = slot.cells
        if value:
            field.V = String(value)
        if how.names != "nested":
            field.DA = String(f"{self.fonts.name} {size:g} Tf 0 g")
        w, h = slot.box[2] - slot.box[0], slot.box[3] - slot.box[1]
        widget = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=rect(slot), F=4)
        if how.look == "type0":
            widget.MK = Dictionary(BC=Array([0.6, 0.7, 0.85]), BG=Array([0.95, 0.97, 1]))
            widget.BS = Dictionary(W=0.5, S=Name.S)
        if how.look != "needapp" or appearance is not None:
            shown = value if appearance is None else appearance
            widget.AP = Dictionary(N=form_xobject(pdf, text_content(self.fonts, shown, slot, size, comb), w, h, self.fonts.resources()))
        self.attach(slot, field, [widget], self.name(slot))

    def button(self, slot: Slot, on: str, state: bool) -> Dictionary:
        w, h = slot.box[2] - slot.box[0], slot.box[3] - slot.box[1]
        z = min(w, h) * 0.95
        mark = {"winansi": b"4", "type0": b"8", "needapp": b"n"}[self.how.look]
        x = (w - z * {b"4": 0.846, b"8": 0.76, b"n": 0.761}[mark]) / 2
        ticked = b"q BT /ZaDb %.2f Tf 0 g %.2f %.2f Td (%s) Tj ET Q" % (z, x, h * 0.18, mark)
        res = self.fonts.resources()
        widget = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=rect(slot), F=4, MK=Dictionary(CA=String(mark.decode())),
                            AS=Name("/" + on) if state else Name.Off, DA=String("/ZaDb 0 Tf 0 g"))
        widget.AP = Dictionary(N=Dictionary({"/" + on: form_xobject(self.pdf, ticked, w, h, res), "/Off": form_xobject(self.pdf, b"", w, h, res)}))
        return widget

    def checkbox(self, slot: Slot):
        state = fill.ticked(self.filling.values.get(slot.field), slot.option)
        on = self.how.on
        field = Dictionary(FT=Name.Btn, V=Name("/" + on) if state else Name.Off)
        self.attach(slot, field, [self.button(slot, on, state)], self.name(slot, slot.option if slot.option != "true" else ""))

    def radio(self, slots: list):
        value = self.filling.values.get(slots[0].field)
        states = [str(i) if self.how.opt else s.option for i, s in enumerate(slots)]
        chosen = [n for n, s in zip(states, slots) if fill.ticked(value, s.option)]
        field = Dictionary(FT=Name.Btn, Ff=(1 << 15) | (1 << 14), V=Name("/" + chosen[0]) if chosen else Name.Off)
        if self.how.opt:
            field.Opt = Array([String(s.option) for s in slots])
        field.Kids = Array()
        widgets = [self.button(s, n, n in chosen) for n, s in zip(states, slots)]
        self.attach(slots[0], field, widgets, self.name(slots[0]))

    def annotate(self, slot: Slot, kind: str, who: str):
        """A signature as an annotation: strokes of a stylus, or the stamp of a picture."""
        pdf, page = self.pdf, self.pdf.pages[self.pages.index(slot.page)]
        if Name.Annots not in page:
            page.Annots = Array()
        x0, y0, x1, y1 = slot.box
        if kind == "stylus":
            lines = signatures.place(who, slot.box, self.r)
            body = b"q 1 J 1 j 1.15 w 0.08 0.08 0.1 RG " + b" ".join(
                b" ".join(b"%.2f %.2f %s" % (x - x0, y - y0, b"l" if n else b"m") for n, (x, y) in enumerate(line)) + b" S" for line in lines) + b" Q"
            a = Dictionary(Type=Name.Annot, Subtype=Name.Ink, Rect=rect(slot), F=4, C=Array([0.08, 0.08, 0.1]), BS=Dictionary(W=1.15),
                           InkList=Array([Array([round(v, 2) for p in line for v in p]) for line in lines]))
            a.AP = Dictionary(N=form_xobject(pdf, body, x1 - x0, y1 - y0, Dictionary()))
        else:
            im = signatures.image(who)
            mask = pdf.make_stream(im.getchannel("A").tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=im.width, Height=im.height,
                                   ColorSpace=Name.DeviceGray, BitsPerComponent=8)
            picture = pdf.make_stream(im.convert("RGB").tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=im.width, Height=im.height,
                                      ColorSpace=Name.DeviceRGB, BitsPerComponent=8, SMask=mask)
            w, h = x1 - x0, y1 - y0
            wide = min(w, 3 * h)
            body = b"q %.2f 0 0 %.2f 4 0 cm /Im Do Q" % (wide, wide / 3)
            a = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=rect(slot), F=4)
            a.AP = Dictionary(N=form_xobject(pdf, body, w, h, Dictionary(XObject=Dictionary(Im=picture))))
        page.Annots.append(pdf.make_indirect(a))

    def signature(self, slot: Slot):
        kind = self.filling.values.get(slot.field) or "none"
        who = fill.signer(self.filling.values, slot.field[:2])
        if kind == "typed":
            self.text(slot, who)
        elif self.how.sig:
            widget = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=rect(slot), F=4)
            self.attach(slot, Dictionary(FT=Name.Sig), [widget], self.name(slot))
        if kind in ("stylus", "image") and self.how.stroke == "annot":
            self.annotate(slot, kind, who)

    def fields_in(self, appearances: dict | None = None) -> "Writer":
        """Makes every slot a form field. appearances: field id -> the text shown in place of the value."""
        groups = {}
        slots = [s for s in self.lay.slots if s.page in self.pages]
        for s in slots:
            if s.kind == "tick" and s.option != "true":
                groups.setdefault(s.field, []).append(s)
        done = set()
        for s in slots:
            value = self.filling.values.get(s.field)
            if s.kind == "signature":
                self.signature(s)
            elif s.kind != "tick":
                self.text(s, fill.written(self.filling, s, self.lay.slots), (appearances or {}).get(s.field))
            elif s.field in groups and self.how.choice == "radio" and not isinstance(value, list):
                if s.field not in done:
                    done.add(s.field)
                    self.radio(groups[s.field])
            else:
                self.checkbox(s)
        form = Dictionary(Fields=self.fields, DR=self.fonts.resources(), DA=String(f"{self.fonts.name} 10 Tf 0 g"))
        if self.how.look == "needapp":
            form.NeedAppearances = True
        self.pdf.Root.AcroForm = form
        return self

    def freetext_in(self) -> "Writer":
        """Writes over the page with FreeText annotations, as « fill and sign » tools do."""
        for s in self.lay.slots:
            if s.page not in self.pages:
                continue
            value = self.filling.values.get(s.field)
            w, h = s.box[2] - s.box[0], s.box[3] - s.box[1]
            page = self.pdf.pages[self.pages.index(s.page)]
            if s.kind == "signature":
                if value in ("stylus", "image") and self.how.stroke == "annot":
                    self.annotate(s, value, fill.signer(self.filling.values, s.field[:2]))
                if value != "typed":
                    continue
                said = fill.signer(self.filling.values, s.field[:2])
            elif s.kind == "tick":
                if not fill.ticked(value, s.option):
                    continue
                said = "X"
            else:
                said = fill.written(self.filling, s, self.lay.slots)
            if not said:
                continue
            size = w * 0.95 if s.kind == "tick" else self.lay.font_size
            if s.kind == "tick":
                content = b"q BT %s %.2f Tf 0 g %.2f %.2f Td %s Tj ET Q" % (self.fonts.name.encode(), size, w * 0.18, h * 0.16, self.fonts.shown(said))
            else:
                look, self.fonts.look = self.fonts.look, "winansi"
                content = text_content(self.fonts, said, s, size, s.kind == "comb" and s.cells >= len(said), False)
                self.fonts.look = look
            a = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=rect(s), F=4, Contents=String(said), DA=String(f"/Helv {size:.1f} Tf 0 g"), BS=Dictionary(W=0))
            a.AP = Dictionary(N=form_xobject(self.pdf, content, w, h, self.fonts.resources()))
            if Name.Annots not in page:
                page.Annots = Array()
            page.Annots.append(self.pdf.make_indirect(a))
        return self

    def bytes(self) -> bytes:
        return save(self.pdf)


def save(pdf: pikepdf.Pdf, **more) -> bytes:
    out = io.BytesIO()
    if not more.get("encryption"):
        more["deterministic_id"] = True
    pdf.save(out, object_stream_mode=more.pop("object_stream_mode", pikepdf.ObjectStreamMode.generate), **more)
    return out.getvalue()


def acroform(lay, filling, how=None, seed=0, pages=None, appearances=None) -> bytes:
    return Writer(lay, filling, how or Acro(), seed, pages).fields_in(appearances).bytes()


def freetext(lay, filling, how=None, seed=0, pages=None) -> bytes:
    return Writer(lay, filling, how or Acro(stroke="annot"), seed, pages).freetext_in().bytes()
