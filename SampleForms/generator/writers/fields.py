"""Form fields over a flat form, made and filled in by several editors."""

from __future__ import annotations

import io
import subprocess
import tempfile

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from . import marks
from .asked import Asked
from .places import saved
from .sheet import Sheet

MARK = {"x": "8", "check": "4", "disc": "l"}  # ZapfDingbats
FILLERS = ("pypdf", "pymupdf", "need", "qpdf")


def names_for(slots: list, how: str, r) -> dict:
    """slot -> name of its field; the boxes of a choice under radio buttons share one."""
    if how == "plain":
        return {s: s.replace(".", "_").replace("/", "-") for s in slots}
    numbers = list(range(1, len(slots) + 1))
    if how == "shuffled":
        r.shuffle(numbers)
        return {s: f"Texte{n}" if "/" not in s else f"Case à cocher{n}" for s, n in zip(slots, numbers)}
    return {s: f"f{n:04d}" for s, n in zip(slots, numbers)}


def make(data: bytes, places: dict, s: Sheet, r, choice: str = "boxes", size: float = 0, border: bool = True, yes: bool = False) -> tuple:
    """The file with empty fields, and {slot: (name, state)}; state is None for texts. Signature slots that are drawn in must be left out of places.
    yes: every single box has the state Yes, the only one that qpdf knows."""
    pdf = pikepdf.open(io.BytesIO(data))
    helv = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding))
    zapf = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats))
    fonts = Dictionary(Helv=helv, ZaDb=zapf)
    fields, names, groups = Array(), {}, {}
    combs = {i.field: n for i in s.items if (n := marks.cells(i, s.look))}
    long = {i.field for i in s.items if i.kind == "long"}
    kinds = {o[0]: i for i in s.items if i.kind in ("tick", "choice") for o in i.options}
    titles = names_for([x for x in places], r.choice(("opaque", "opaque", "plain", "shuffled")), r)
    for slot, place in places.items():
        w = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=Array([round(v, 2) for v in place.box]), F=4, P=pdf.pages[place.page].obj, MK=Dictionary())
        if border and slot not in combs:
            w.MK.BC, w.BS = Array([0.6]), Dictionary(W=0.4, S=Name.S)
        ref = pdf.make_indirect(w)
        if slot in kinds:
            x0, y0, x1, y1 = place.box
            half = min(x1 - x0, y1 - y0, 10) / 2
            cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
            w.Rect = Array([round(v, 2) for v in (cx - half, cy - half, cx + half, cy + half)])
            f, _, option = slot.partition("/")
            state = "Yes" if yes and (choice == "boxes" or not option) else option or r.choice(("Yes", "On", "Oui"))
            w.MK.CA, w.DA = String(MARK[s.look.mark]), String("/ZaDb 0 Tf 0 g")
            w.AP, w.AS = Dictionary(N=Dictionary()), Name.Off
            on = f"q BT /ZaDb {half * 1.9:.2f} Tf {half * 0.22:.2f} {half * 0.4:.2f} Td ({MARK[s.look.mark]}) Tj ET Q"
            for key, code in ((state, on), ("Off", "")):
                w.AP.N["/" + key] = pdf.make_stream(code.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 2 * half, 2 * half]), Resources=Dictionary(Font=Dictionary(ZaDb=zapf)))
            if choice == "radio" and option:
                if f not in groups:
                    groups[f] = pdf.make_indirect(Dictionary(FT=Name.Btn, Ff=(1 << 15) + (1 << 14), T=String(titles[slot]), V=Name.Off, Kids=Array()))
                    fields.append(groups[f])
                w.Parent = groups[f]
                groups[f].Kids.append(ref)
                names[slot] = (str(groups[f].T), state)
            else:
                w.FT, w.T, w.V = Name.Btn, String(titles[slot]), Name.Off
                fields.append(ref)
                names[slot] = (titles[slot], state)
        else:
            w.FT, w.T, w.DA, w.Ff = Name.Tx, String(titles[slot]), String(f"/Helv {size:g} Tf 0 g"), 0
            if slot in combs:
                w.MaxLen, w.Ff = combs[slot], 1 << 24
            elif slot in long and place.box[3] - place.box[1] > 22:
                w.Ff = 1 << 12
                w.DA = String(f"/Helv {size or 9:g} Tf 0 g")
            x0, y0, x1, y1 = place.box
            w.AP = Dictionary(N=pdf.make_stream(b"/Tx BMC EMC", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, round(x1 - x0, 2), round(y1 - y0, 2)]), Resources=Dictionary(Font=Dictionary(Helv=helv))))
            fields.append(ref)
            names[slot] = (titles[slot], None)
        page = pdf.pages[place.page]
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(ref)
    pdf.Root.AcroForm = Dictionary(Fields=fields, DR=Dictionary(Font=fonts), DA=String("/Helv 0 Tf 0 g"))
    return saved(pdf), names


def fill(data: bytes, names: dict, a: Asked, filler: str) -> bytes:
    texts = {names[s][0]: t for s, t in a.texts.items()}
    ticks = {(names[s]) for s in a.ticks}
    return {"pypdf": with_pypdf, "pymupdf": with_pymupdf, "need": with_pikepdf, "qpdf": with_qpdf}[filler](data, texts, ticks)


def with_pypdf(data: bytes, texts: dict, ticks: set) -> bytes:
    import pypdf

    w = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    values = texts | {n: "/" + state for n, state in ticks}
    for page in w.pages:
        if "/Annots" in page:
            w.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    w.write(out)
    return out.getvalue()


def with_pymupdf(data: bytes, texts: dict, ticks: set) -> bytes:
    import pymupdf

    doc = pymupdf.open(stream=data)
    for page in doc:
        for w in page.widgets():
            if w.field_name in texts and w.field_type == pymupdf.PDF_WIDGET_TYPE_TEXT:
                w.field_value = texts[w.field_name]
                w.update()
    return with_pikepdf(doc.tobytes(garbage=1, deflate=True, no_new_id=True), {}, ticks, need=False)  # its own ticks are not seen in Poppler


def with_pikepdf(data: bytes, texts: dict, ticks: set, keep: bool = False, need: bool = True) -> bytes:
    """Values only; the viewer is to draw them."""
    pdf = pikepdf.open(io.BytesIO(data))
    states = {}
    for n, state in ticks:
        states.setdefault(n, set()).add(state)
    for f in pdf.Root.AcroForm.Fields:
        name = str(f.T)
        if name in texts:
            f.V = String(texts[name])
            if not keep:
                del f["/AP"]
        for w in f.get("/Kids", [f]):
            if name in states and "/AP" in w and (s := [k for k in w.AP.N.keys() if k[1:] in states[name]]):
                w.AS, f.V = Name(s[0]), Name(s[0])
    if need:
        pdf.Root.AcroForm.NeedAppearances = True
    return saved(pdf)


def with_qpdf(data: bytes, texts: dict, ticks: set) -> bytes:
    return qpdf(with_pikepdf(data, texts, ticks, keep=True), "--generate-appearances")


def qpdf(data: bytes, *options: str) -> bytes:
    with tempfile.TemporaryDirectory() as d:
        with open(d + "/a.pdf", "wb") as f:
            f.write(data)
        subprocess.run(["qpdf", "--deterministic-id", "--warning-exit-0", *options, d + "/a.pdf", d + "/b.pdf"], check=True, capture_output=True)
        with open(d + "/b.pdf", "rb") as f:
            return f.read()
