"""The curated cases of the form."""

from __future__ import annotations

import io
import random
import zlib

import pikepdf
from reportlab.pdfgen.canvas import Canvas

import acroform
import fill
import people
import scan
from acroform import Acro
from cases import Case
from fill import Filling, Style
from kit import LETTER
from scan import Wear

HOUSE = "maison"


def rng(name: str) -> random.Random:
    return random.Random(zlib.crc32(name.encode()))


def typed(name, title, how=None, lay=HOUSE, change=None, written=None, appearances=None, findings=(), decision=None, channel="email", good=None, **kind) -> Case:
    """A form filled on a screen. change: field id -> value, over a good request."""
    g = good or people.good(rng(name), **kind)
    values = {**g.values, **(change or {})}
    f = Filling(values, written or {})
    data = acroform.acroform(fill.layout(lay), f, how or Acro(), zlib.crc32(name.encode()), appearances=appearances)
    return Case(name + ".pdf", title, data, [f], g.received, channel, "acroform", decision or "accept", list(findings))


def flat(name, title, style=None, lay=HOUSE, change=None, written=None, findings=(), decision=None, channel="email", good=None, **kind) -> Case:
    """A form whose filling is part of the page."""
    g = good or people.good(rng(name), **kind)
    f = Filling({**g.values, **(change or {})}, written or {})
    data = fill.flattened(fill.layout(lay), f, style or Style(), zlib.crc32(name.encode()))
    return Case(name + ".pdf", title, data, [f], g.received, channel, "flattened", decision or "accept", list(findings))


def blanks():
    lay = fill.layout(HOUSE)
    empty = Filling({})
    wrong = ["SVC-01", "SCP-01", "ORG-01", "ORG-02", "USR-01", "USR-04", "USR-05", "USR-06", "USR-08", "AUT-01", "AUT-02", "AUT-08", "EML-01", "EML-02", "SIG-01", "SIG-02", "DAT-01"]
    yield Case("blank-fillable.pdf", "The blank form, with fields", acroform.acroform(lay, empty), [empty], None, None, "acroform", "reject", wrong)
    yield Case("blank-flat.pdf", "The blank form, without fields", fill.blank_pdf(lay), [empty], None, None, "flattened", "reject", wrong)


def good_acroform():
    yield typed("acroform-plain", "Filled on screen: Helvetica, plain names, separate boxes", kind="institution", app="payment", scope="all")
    yield typed("acroform-type0-radio", "Filled on screen: Type0 font, opaque names, radio buttons with /Opt", Acro("type0", "opaque", "radio", opt=True, stroke="annot"),
                kind="institution", app="association", scope="some")
    yield typed("acroform-needappearances", "Filled on screen: NeedAppearances, no appearance streams, nested names, /Oui", Acro("needapp", "nested", on="Oui"),
                kind="institution", app="both", scope="some")
    yield typed("acroform-nested-inherited", "Filled on screen: nested names, inherited types, unsigned /Sig fields", Acro("winansi", "nested", "radio", sig=True),
                kind="cluster", app="association")
    yield typed("acroform-opaque-gmf", "GMF, opaque names, state /1, signatures as annotations", Acro("winansi", "opaque", on="1", stroke="annot", sig=True), kind="gmf", app="payment")


def good_flattened():
    yield flat("flattened-helvetica", "Flattened, Helvetica, ZapfDingbats ticks", kind="institution", app="payment", scope="some")
    yield flat("flattened-courier", "Flattened, Courier, X ticks", Style("Courier", tick="x"), kind="institution", app="association")
    yield flat("flattened-serif", "Flattened, Liberation Serif in blue, crossing lines", Style("Serif", color=(0, 0, 0.55), tick="cross"), kind="institution", app="both", scope="all")
    yield flat("flattened-dejavu", "Flattened, DejaVu Sans, check strokes", Style("DejaVu", 9, tick="check"), kind="gmf", app="both")
    yield flat("flattened-mono-optilab", "Flattened, Liberation Mono, OPTILAB", Style("Mono", tick="check"), kind="cluster", app="payment")


def scanned(name, title, ext=".pdf", coding="jpeg", dpi=200, wear=None, style=None, lay=HOUSE, change=None, findings=(), decision="review", channel="post",
            quality=45, pages=None, color=False, unknown=(), signatures=("ink", "ink"), bits=4, **kind) -> Case:
    """A form printed, signed by hand and scanned."""
    g = people.good(rng(name), signatures=signatures, **kind)
    f = Filling({**g.values, **(change or {})})
    seed = zlib.crc32(name.encode())
    w = wear or Wear()
    source = fill.flattened(fill.layout(lay), f, style or Style("Sans", tick="check"), seed, pages)
    images = [scan.degrade(im, w, dpi, seed + n) for n, im in enumerate(scan.render(source, dpi, color))]
    if coding == "searchable":
        data = scan.searchable(images, dpi, source, rng(name + "ocr"), quality)
    elif ext == ".tif":
        data = scan.tiff(images, dpi, w.threshold)
    elif ext in (".png", ".jpg"):
        data = scan.picture(images[0], "PNG" if ext == ".png" else "JPEG", dpi, quality, bits)
    else:
        data = scan.pdf_of(images, dpi, coding, quality, w.threshold)
    return Case(name + ext, title, data, [f], g.received, channel, "scan", decision, list(findings), unknown=list(unknown))


def good_scans():
    all_ = dict(kind="institution", scope="all")
    yield scanned("scan-jpeg-200", "Printed, signed in ink, scanned at 200 dpi, JPEG", kind="institution", app="association", scope="some")
    yield scanned("scan-g4-300", "Scanned at 300 dpi, CCITT G4", coding="g4", dpi=300, wear=Wear(0.3, 3, 0.4), app="both", **all_)
    yield scanned("scan-g4-200-skewed", "Scanned at 200 dpi, CCITT G4, 1.8 degrees askew", coding="g4", wear=Wear(1.8, 3, 0.4, specks=30), style=Style("Courier", tick="x"), app="association", **all_)
    yield scanned("scan-flate-200", "Scanned at 200 dpi, Flate, faint", coding="flate", wear=Wear(-0.7, 0, 0.5, 0.72, 252), app="payment", lay="lignes", **all_)
    yield scanned("scan-turned-180", "Scanned upside down, 200 dpi, G4", coding="g4", wear=Wear(-0.5, 2, 0.4, turned=True), style=Style("Serif", 11, tick="cross"), app="association", **all_)
    yield scanned("scan-dark-edges", "Scanned at 200 dpi, dark edges, specks, colour", wear=Wear(0.8, 5, 0.6, 0.85, 246, (8, -6), True, specks=50), color=True, quality=35, app="payment",
                  style=Style("Mono", color=(0.05, 0.1, 0.5), tick="check"), kind="gmf")
    yield scanned("scan-tiff-g4-300", "Multi-page TIFF, G4, 300 dpi", ".tif", dpi=300, wear=Wear(-0.4, 3, 0.4), kind="cluster", app="association")
    yield scanned("scan-tiff-g4-200", "Multi-page TIFF, G4, 200 dpi, by e-mail", ".tif", wear=Wear(0.6, 2, 0.4), app="association", channel="email", findings=["FMT-05"], **all_)
    yield scanned("scan-front-png", "Only the front, as PNG", ".png", wear=Wear(0.4, 0, 0.4), pages=[0], unknown=["s5.numbers"], app="association", **all_)
    yield scanned("scan-front-jpeg", "Only the front, as JPEG", ".jpg", wear=Wear(-0.9, 4, 0.5), pages=[0], unknown=["s5.numbers"], app="payment", quality=60, **all_)
    yield scanned("scan-searchable", "Image with invisible OCR text, some of it wrong", coding="searchable", app="payment", wear=Wear(0.2, 4, 0.5), **all_)
    yield scanned("scan-back-first", "The back before the front, G4", coding="g4", wear=Wear(0.5, 2, 0.4), pages=[1, 0], kind="institution", app="association", scope="some")
    yield scanned("scan-rule-sig-02", "SIG-02: no signature of the authorizer, scanned", coding="g4", wear=Wear(-0.3, 2, 0.4), change={"s3.signature": "none"}, findings=["SIG-02"],
                  decision="reject", app="association", **all_)
    yield scanned("scan-rule-svc-01", "SVC-01: no application, scanned", coding="g4", dpi=300, wear=Wear(0.3, 2, 0.4), lay="lignes", change={"s1.app.association": False},
                  findings=["SVC-01"], decision="reject", app="association", **all_)
    yield hybrid()
    yield batch()


def batch() -> Case:
    """What a mail room makes: several forms in one TIFF."""
    fillings, images, received = [], [], ""
    for n in range(2):
        g = people.good(rng(f"scan-batch-{n}"), "institution", "association", ("all", "some")[n], signatures=("ink", "ink"))
        fillings.append(Filling(g.values))
        source = fill.flattened(fill.layout((HOUSE, "lignes")[n]), fillings[-1], Style("Sans", tick="check"), n)
        images += [scan.degrade(im, Wear(0.4 - n, 2, 0.4), 200, 7 * n + p) for p, im in enumerate(scan.render(source, 200))]
        received = max(received, g.received)
    return Case("scan-batch-post.tif", "Two forms in one multi-page TIFF, by post", scan.tiff(images, 200), fillings, received, "post", "scan", "review")


def hybrid() -> Case:
    """Filled on screen, printed, signed by hand, scanned."""
    name = "scan-hybrid"
    g = people.good(rng(name), "institution", "both", "some", signatures=("ink", "ink"))
    lay = fill.layout(HOUSE)
    f = Filling(g.values)
    unsigned = Filling({**g.values, "s2.signature": "none", "s3.signature": "none"})
    printed = acroform.acroform(lay, unsigned, Acro("type0", "opaque"))
    out = io.BytesIO()
    c = Canvas(out, pagesize=LETTER, invariant=1)
    for page in range(lay.pages):
        fill.draw_filling(c, lay, page, f, Style(pressure=1.3), rng(name), "signatures")
        c.showPage()
    c.save()
    with pikepdf.open(io.BytesIO(printed)) as a, pikepdf.open(io.BytesIO(out.getvalue())) as b:
        for under, over in zip(a.pages, b.pages):
            under.add_overlay(over)
        both = acroform.save(a)
    images = [scan.degrade(im, Wear(-0.6, 4, 0.5, 0.9, 249), 200, n) for n, im in enumerate(scan.render(both, 200, True))]
    return Case(name + ".pdf", "Filled on screen, printed, signed by hand, scanned in colour", scan.pdf_of(images, 200, "jpeg", 40), [f], g.received, "post", "scan", "review")


def rules():
    """One case for each important rule. Sound in everything else."""
    good = people.good
    base = dict(kind="institution", app="association", scope="all")
    look = {  # a different way of writing from one case to the next
        0: (typed, lambda: Acro()), 1: (flat, lambda: Style("Sans", tick="check")), 2: (typed, lambda: Acro("type0", "opaque", "radio", "Oui", stroke="annot")),
        3: (flat, lambda: Style("Times-Roman", tick="x")), 4: (typed, lambda: Acro("needapp", "nested", sig=True))}
    turn = [0]

    def one(rule, title, change, decision, findings=None, good_=None, lay=None, suffix="", **more):
        make, how = look[turn[0] % 5]
        turn[0] += 1
        name = "rule-" + rule.lower() + suffix
        g = good_ or good(rng(name), **{**base, **more.pop("kind", {})})
        values = change(g.values) if callable(change) else change
        return make(name, f"{rule}: {title}", how(), lay or ("lignes" if turn[0] % 4 == 0 else HOUSE), values, findings=findings or [rule], decision=decision, good=g, **more)

    R, C = "reject", "review"
    same = dict(same=True)
    yield one("EML-01", "no address in section 2", {"s2.email": None}, R)
    yield one("EML-03", "an address without @", lambda v: {"s2.email": v["s2.email"].replace("@", ".")}, R)
    yield one("EML-04", "the same address twice", lambda v: {"s2.email": v["s3.email"].upper()}, R, kind=same)
    yield one("EML-05", "one mailbox, a plus tag", lambda v: {"s2.email": v["s3.email"].replace("@", "+ramq@")}, C, kind=same)
    yield one("EML-06", "a shared mailbox", lambda v: {"s2.email": "secretariat@" + v["s3.email"].split("@")[1]}, R)
    yield one("EML-07", "probably a shared mailbox", lambda v: {"s2.email": "pharmacie.etage4@" + v["s3.email"].split("@")[1]}, C)
    yield one("EML-08", "addresses crossed", lambda v: {"s2.email": v["s3.email"], "s3.email": v["s2.email"]}, C)
    yield one("SIG-01", "no signature of the user", {"s2.signature": "none"}, R)
    yield one("SIG-02", "no signature of the authorizer", {"s3.signature": "none"}, R)
    yield one("SIG-03", "a typed name for a signature", {"s2.signature": "typed"}, R)
    yield one("SVC-01", "no application", {"s1.app.association": False}, R)
    yield one("SVC-04", "payments of a GMF asked for by another person", {"s2.function": "CHEF DE SERVICE"}, C, kind=dict(kind="gmf", app="payment"))
    yield one("SCP-01", "no scope", {"s1.scope": None}, R)
    yield one("SCP-02", "two scopes", {"s1.scope": ["some", "all"]}, C)
    yield one("SCP-03", "some installations, none named", {"s5.numbers": []}, C, kind=dict(scope="some"))
    yield one("SCP-04", "all installations, and a list", lambda v: {"s5.numbers": [p.number for p in people.PLACES if p.parent == "69400" and not p.valid_to][:3]}, C,
              good_=in_institution("rule-scp-04", "69400"))
    yield one("SCP-06", "cluster scope, director general", {"s1.scope": "cluster"}, C)
    yield one("ORG-01", "no organisation", {"s2.orgName": None}, R)
    yield one("ORG-02", "no number", {"s2.orgNumber": None}, C)
    yield one("ORG-03", "a number of four digits", {"s2.orgNumber": "6123"}, C)
    yield one("ORG-07", "a code of the ministry", {"s2.orgNumber": "6104-4534"}, C)
    yield one("USR-01", "no first name", {"s2.firstName": None}, R)
    yield one("USR-06", "a postal code with D", {"s2.postalCode": "D1K 7T3"}, C)
    yield one("USR-08", "a telephone number cut short", {"s2.phone": "418 555-012"}, C)
    yield one("AUT-01", "authorizer without a first name", {"s3.firstName": None}, R)
    yield one("AUT-02", "no role", {"s3.role": None}, R)
    yield one("AUT-03", "two roles", {"s3.role": ["professionalServicesDirector", "executiveDirector"]}, C)
    yield one("DAT-01", "no date beside the user's signature", {"s2.date": None}, C)
    yield one("DAT-02", "30 February", {"s2.date": "2026-02-30"}, C)
    yield typed("rule-doc-09", "DOC-09: a field whose appearance shows another address", appearances={"s2.email": "quelquun.dautre@cisss.example.org"}, findings=["DOC-09"], decision=C, **base)
    yield one("RAM-01", "section 4 already filled", {"s4.referenceNumber": "REF-600123", "s4.username": "CE60012"}, C)
    yield one("PRV-01", "a social insurance number", lambda v: {"s2.address": v["s2.address"] + ", NAS 046 454 286"}, C)
    yield one("EML-02", "no address in section 3", {"s3.email": None}, R)
    yield one("SVC-03", "payments, asked for by a secretary", {"s2.function": "SECRÉTAIRE ADMINISTRATIVE"}, C, kind=dict(app="payment"))
    yield one("SCP-07", "a list, and no scope", {"s1.scope": None}, C, kind=dict(scope="some"))
    yield one("SCP-09", "a number of another institution", {"s5.numbers": [next(p.number for p in people.PLACES if p.parent == "69408")]}, C,
              good_=in_institution("rule-scp-09", "69402", "some"))
    yield one("ORG-04", "a number that is in no register", {"s2.orgNumber": "61999"}, C)
    yield one("ORG-06", "the number of another installation", lambda v: {"s2.orgNumber": next(p.number for p in people.PLACES if p.parent == "69404" and p.number != v["s2.orgNumber"])}, C,
              good_=in_institution("rule-org-06", "69404"))
    yield one("ORG-09", "two institutions that have nothing to do with each other", {"s3.orgName": "CHU DE BOIS-CLAIR"}, C, good_=in_institution("rule-org-09", "69406"))
    yield one("USR-04", "no function", {"s2.function": None}, C)
    yield one("USR-10", "a user name of another shape", {"s2.existingUsername": "ZZ9"}, C)
    yield one("AUT-06", "a title that the form does not list", {"s3.functionText": "PRÉSIDENTE-DIRECTRICE GÉNÉRALE ADJOINTE"}, C)
    yield one("DAT-03", "signed after it was received", {"s2.date": "2026-12-30"}, C)
    yield one("DAT-04", "signed ten months before", {"s2.date": "2025-03-03", "s3.date": "2025-03-05"}, C)
    yield struck()
    yield flat("same-person", "CRS-01: one person in both roles, two addresses: allowed", Style("DejaVuSerif", 9), kind="institution", app="payment", scope="all", same=True)


def struck() -> Case:
    """A commitment crossed out."""
    name = "rule-doc-04"
    g = people.good(rng(name), "institution", "association", "all")
    f = Filling({**g.values, "s2.commitment": False})
    lay = fill.layout(HOUSE)
    x, y = scan.where(fill.blank_pdf(lay, pages=[0]), "m’engage")
    out = io.BytesIO()
    c = fill.new_canvas(out)
    for page in range(lay.pages):
        lay.draw(c, page)
        fill.draw_filling(c, lay, page, f, Style("Sans", tick="cross"), rng(name))
        if page == 0:
            c.setLineWidth(1.6)
            c.setStrokeColorRGB(0.1, 0.1, 0.1)
            c.lines([(x, y + 2, 560, y - 25), (x, y - 23, 560, y + 3)])
        c.showPage()
    c.save()
    return Case(name + ".pdf", "DOC-04: the commitment of section 2 crossed out", out.getvalue(), [f], g.received, "email", "flattened", "review", ["DOC-04"])


def in_institution(name, number, scope="all"):
    """A good request from an installation of that institution."""
    r = rng(name)
    while True:
        g = people.good(r, "institution", "association", scope)
        if number == g.place.parent:
            return g


def joined(name, title, parts, **more) -> Case:
    """Several PDF files in one, in that order."""
    out = pikepdf.new()
    for data in parts:
        with pikepdf.open(io.BytesIO(data)) as p:
            out.pages.extend(p.pages)
    return Case(name + ".pdf", title, acroform.save(out), **more)


def shapes():
    """The file is odd, the request is sound."""
    lay = fill.layout(HOUSE)
    goods = [people.good(rng(f"several-{n}"), "institution", "association", "some" if n else "all") for n in range(2)]
    fillings = [Filling(g.values) for g in goods]
    parts = [fill.flattened(lay, f, Style(("Helvetica", "Courier")[n]), n) for n, f in enumerate(fillings)]
    received = max(g.received for g in goods)
    yield joined("several-forms-email", "FMT-06: two forms in one file, by e-mail", parts, fillings=fillings, received=received, channel="email", medium="flattened", decision="reject", findings=["FMT-06"])
    yield joined("several-forms-post", "Two forms in one file, by post: a scanning batch", parts, fillings=fillings, received=received, channel="post", medium="flattened")
    g = people.good(rng("no-back"), "institution", "association", "all")
    f = Filling(g.values)
    yield Case("back-missing.pdf", "FMT-11: the back is missing; all installations", fill.flattened(lay, f, Style("Sans"), 1, [0]), [f], g.received, "email", "flattened", "review", unknown=["s5.numbers"])
    g = people.good(rng("cover"), "institution", "payment", "some")
    f = Filling(g.values)
    out = io.BytesIO()
    c = fill.new_canvas(out, "Bordereau")
    c.setFont("Helvetica-Bold", 18)
    c.drawString(72, 700, "Bordereau de transmission")
    c.setFont("Helvetica", 11)
    for n, line in enumerate(("Destinataire : Régie de l’assurance maladie du Québec", "Objet : Demande d’accès aux services en ligne", "Nombre de pages : 3, incluant celle-ci",
                              "Bonjour, vous trouverez ci-joint la demande d’une personne de notre équipe.")):
        c.drawString(72, 660 - 20 * n, line)
    c.save()
    yield joined("cover-page-first", "A cover page before the form", [out.getvalue(), fill.flattened(lay, f, Style("Serif"), 2)], fillings=[f], received=g.received, channel="email", medium="flattened")
    g = people.good(rng("freetext"), "institution", "association", "some")
    f = Filling(g.values)
    yield Case("freetext.pdf", "Written with FreeText annotations, signed with Ink and Stamp annotations", acroform.freetext(lay, f), [f], g.received, "email", "flattened")
    g = people.good(rng("lower"), "institution", "association", "all")
    v = {k: x.title() if isinstance(x, str) and k[3:] in ("firstName", "lastName", "address", "orgName") else x for k, x in g.values.items()}
    v["s2.function"] = "Agente administrative"
    f = Filling(v, {"s2.phone": "(" + v["s2.phone"][:3] + ") " + v["s2.phone"][4:], "s3.phone": v["s3.phone"].replace(" ", "-"), "s2.postalCode": v["s2.postalCode"].replace(" ", "").lower()})
    yield Case("lower-case-written-freely.pdf", "DOC-07: small letters; telephone and postal codes written freely", fill.flattened(fill.layout("lignes"), f, Style("Sans", tick="check"), 3), [f], g.received, "email", "flattened")
    yield flat("lignes-flattened", "Label-and-line drawing, flattened", Style("DejaVu", 8.5, tick="cross"), "lignes", kind="institution", app="both", scope="some")
    yield flat("registre-flattened", "Register drawing, flattened", Style("Sans", tick="check"), "registre", kind="institution", app="both", scope="some")
    yield typed("registre-acroform", "Register drawing, fields", Acro("type0", "opaque"), "registre", kind="gmf", app="payment")
    yield typed("lignes-acroform", "Label-and-line drawing, fields", Acro("winansi", "opaque", "radio", opt=True), "lignes", kind="institution", app="association", scope="some")


def all_cases():
    for part in (blanks, good_acroform, good_flattened, good_scans, rules, shapes):
        yield from part()
