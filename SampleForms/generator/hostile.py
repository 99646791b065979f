"""Files that try a reader's patience: each ends in a named outcome, within limits."""

from __future__ import annotations

import io
import random
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

import acroform
import fill
import people
from acroform import Acro
from cases import Case
from fill import Filling, Style
from kit import LETTER

HOUSE = "maison"


def sound(name: str):
    g = people.good(random.Random(zlib.crc32(name.encode())), "institution", "association", "all")
    return g, Filling(g.values)


def bare(objects: list, root: int = 1) -> bytes:
    """A PDF of those object bodies, numbered from 1."""
    out, at = io.BytesIO(), []
    out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    for n, body in enumerate(objects, 1):
        at.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (n, body))
    xref = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at))
    out.write(b"trailer\n<</Size %d /Root %d 0 R /ID [<6700> <6700>]>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, xref))
    return out.getvalue()


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(data), more, data)


def encrypted(user: str, owner: str, filling: Filling) -> bytes:
    out = io.BytesIO()
    c = Canvas(out, pagesize=LETTER, invariant=1, encrypt=StandardEncryption(user, owner, canPrint=1, canModify=0, strength=128))
    lay = fill.layout(HOUSE)
    for page in range(lay.pages):
        lay.draw(c, page)
        fill.draw_filling(c, lay, page, filling, Style("Sans"), random.Random(1))
        c.showPage()
    c.save()
    return out.getvalue()


def letter(lines, title="Lettre") -> bytes:
    out = io.BytesIO()
    c = fill.new_canvas(out, title)
    c.setFont("Helvetica", 11)
    for n, line in enumerate(lines):
        c.drawString(72, 700 - 18 * n, line)
    c.save()
    return out.getvalue()


def filled(filling: Filling, change) -> bytes:
    """A sound fillable form with something added to it."""
    with pikepdf.open(io.BytesIO(acroform.acroform(fill.layout(HOUSE), filling, Acro()))) as pdf:
        change(pdf)
        return acroform.save(pdf)


def all_cases():
    r, u, too = "reject", "unreadable", dict(outcome="overran", reason="tooLarge", decision="review")
    g, f = sound("encrypted")
    yield Case("encrypted.pdf", "FMT-04: a password is needed to open it", encrypted("ouvre-toi", "maitre", f), [], g.received, "email", None, r, ["FMT-04"], u, "encrypted")
    g, f = sound("owner")
    yield Case("owner-password-only.pdf", "Encrypted, but opens without a password", encrypted("", "maitre", f), [f], g.received, "email", "flattened")
    g, f = sound("damaged")
    good = fill.flattened(fill.layout(HOUSE), f, Style("Helvetica"))
    noise = random.Random(4).randbytes(4000)
    yield Case("damaged.pdf", "FMT-04: a header, then noise", b"%PDF-1.7\n" + noise + b"\nstartxref\n99999\n%%EOF\n", [], g.received, "email", None, r, ["FMT-04"], u, "damaged")
    yield Case("damaged-cross-references.pdf", "The cross-reference table is wrong; a reader can rebuild it", good.replace(b"startxref\n", b"startxref\n7"), [f], g.received, "email", "flattened")
    yield Case("truncated.pdf", "FMT-04: cut off after 1,500 bytes", good[:1500], [], g.received, "email", None, r, ["FMT-04"], u, "damaged")
    yield Case("empty.pdf", "FMT-04: 0 bytes", b"", [], "2026-03-02", "email", None, r, ["FMT-04"], u, "empty")
    yield Case("not-this-form.pdf", "A letter", letter(("Bonjour,", "Voici le compte rendu de la réunion du 12 mars.", "Demande d’accès au stationnement : voir l’annexe.", "Cordialement,", "Guy Tremblay")),
               [], "2026-03-02", "email", "flattened", "review", ["DOC-01"], "notAForm", None)
    xfa = b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="form1"/></template></xdp:xdp>'
    page = stream(b"BT /F1 14 Tf 72 700 Td (Please wait...) Tj 0 -24 Td /F1 10 Tf (If this message is not eventually replaced by the proper contents of the document, your PDF) Tj "
                  b"0 -14 Td (viewer may not be able to display this type of document.) Tj ET")
    yield Case("xfa-only.pdf", "XFA only: « Please wait... »", bare([
        b"<</Type /Catalog /Pages 2 0 R /AcroForm <</XFA 6 0 R /Fields []>> /NeedsRendering true>>", b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>", page,
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>", stream(xfa)]), [], "2026-03-02", "email", None, "review", [], u, "xfaOnly")
    html = "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Demande d’accès aux services en ligne</title></head><body><p>Connectez-vous.</p></body></html>\n"
    yield Case("html-named.pdf", "A web page under a PDF's name", html.encode(), [], "2026-03-02", "email", None, "review", [], u, "unsupported")

    def action(**what):
        def change(pdf):
            pdf.Root.OpenAction = pdf.make_indirect(Dictionary(Type=Name.Action, **what))
        return change

    def attachment(pdf):
        pdf.attachments["liste.csv"] = pikepdf.AttachedFileSpec(pdf, b"numero\n61234\n", filename="liste.csv", mime_type="text/csv", creation_date="", mod_date="")

    def formats(pdf):
        def visit(fields):
            for x in fields:
                if "/Kids" in x:
                    visit(x.Kids)
                elif x.get("/FT") == Name.Tx and "date" in str(x.get("/T", "")):
                    x.AA = Dictionary(F=Dictionary(S=Name.JavaScript, JS=String("AFNumber_Format(0, 2, 0, 0, \"\", true);")),
                                      K=Dictionary(S=Name.JavaScript, JS=String("AFNumber_Keystroke(0, 2, 0, 0, \"\", true);")))
        visit(pdf.Root.AcroForm.Fields)

    for name, title, change, found in (
        ("javascript", "FMT-10: a script that runs on opening", action(S=Name.JavaScript, JS=String("app.alert('Bonjour');")), True),
        ("launch-action", "FMT-10: an action that starts a program", action(S=Name.Launch, F=String("calc.exe")), True),
        ("embedded-file", "FMT-10: a file is attached", attachment, True),
        ("javascript-formats-only", "Fields with built-in AF… format scripts: allowed", formats, False),
    ):
        g, f = sound(name)
        yield Case(name + ".pdf", title, filled(f, change), [f], g.received, "email", "acroform", "review" if found else "accept", ["FMT-10"] if found else [])

    n = 5000
    kids = b" ".join(b"%d 0 R" % (i + 4) for i in range(n))
    with_pages = [b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 612 792]>>" % (kids, n), stream(b"0 0 m 612 792 l S")]
    with pikepdf.open(io.BytesIO(bare(with_pages + [b"<</Type /Page /Parent 2 0 R /Contents 3 0 R>>"] * n))) as pdf:
        many = acroform.save(pdf)
    yield Case("pages-5000.pdf", "5,000 pages", many, [], "2026-03-02", "email", **too)
    yield Case("huge-page.pdf", "A page of 1,000,000 by 1,000,000 points", bare([
        b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [3 0 R] /Count 1>>", b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 1000000 1000000] /Contents 4 0 R>>",
        stream(b"100 w 0 0 m 1000000 1000000 l S")]), [], "2026-03-02", "email", **too)

    pdf = pikepdf.open(io.BytesIO(fill.blank_pdf(fill.layout(HOUSE), pages=[0])))
    fields = [pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(f"x{i}"), V=String("61234"), F=4,
                                           Rect=Array([i % 200 * 3, i // 200 * 7, i % 200 * 3 + 2, i // 200 * 7 + 5]))) for i in range(20000)]
    pdf.pages[0].Annots = Array(fields)
    pdf.Root.AcroForm = Dictionary(Fields=Array(fields))
    yield Case("fields-20000.pdf", "20,000 fields on one page", acroform.save(pdf), [], "2026-03-02", "email", **too)

    z, block, inner = zlib.compressobj(9), b" " * (1 << 20), []
    for _ in range(400):
        inner.append(z.compress(block))
    twice = zlib.compress(b"".join(inner) + z.flush(), 9)
    yield Case("flate-bomb.pdf", "A page whose content unpacks to 400 MB", bare([
        b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [3 0 R] /Count 1>>", b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R>>",
        stream(twice, b"/Filter [/FlateDecode /FlateDecode]")]), [], "2026-03-02", "email", **too)
