"""Forms in the house styles of many bodies: each file has a layout of its own, chosen at random, dimension by dimension.

Typed forms on two Letter pages, laid out and printed by Chromium, whose own scripts see to it that nothing overlaps or is cut.
Written by somebody who had not seen the reader, for measuring it."""
import base64, html as H, io, json, math, os, random, shutil, subprocess, tempfile, time

from houses import data as D

NB = "\u00a0"
FILLR = "<div class='c fillr'></div>"
SCOPES = [("some", "De certaines installations de l’établissement", "Spécifiez le ou les numéros d’établissement à la section 5 au verso."),
          ("all", "De toutes les installations de l’établissement", "Ne joignez pas de liste."),
          ("cluster", "De la grappe de services (OPTILAB)", "Ne joignez pas de liste.")]
APPS = [("pay", "Autorisation des demandes de paiement en ligne"), ("assoc", "Association entre le responsable de l’autorisation et le professionnel")]
ROLES = [("professionalServicesDirector", "Directeur des services professionnels"), ("executiveDirector", "Directeur général"),
         ("optilabRepresentative", "Représentant autorisé d’une grappe de services (OPTILAB)"), ("gmfPhysician", "Médecin responsable du GMF"),
         ("gmfCoPhysician", "Médecin coresponsable du GMF")]
LAB = {"sex": "Sexe", "firstName": "Prénom", "lastName": "Nom", "function": "Fonction", "functionText": "Fonction",
       "orgNumber": "Numéro de l’établissement", "address": "Adresse de correspondance (lieu de travail)",
       "postalCode": "Code postal", "phone": "Téléphone", "phoneExt": "Poste", "fax": "Télécopieur", "email": "Adresse électronique"}
ORG2 = "Nom de l’établissement, de l’installation, de la grappe de services (OPTILAB), du GMF ou du point de service"
ORG3 = "Nom de l’établissement, de l’installation, de la grappe de services (OPTILAB) ou du GMF"
Q1, Q2 = "Possédez-vous un accès pour d’autres services en ligne de la RAMQ?", "Si oui, donnez votre nom d’utilisateur"
TITLES = {1: "Description des services en ligne demandés", 2: "Utilisateur", 3: "Autorisation",
          4: "Privilèges d’accès créés et éléments d’identification remis (à l’usage de la RAMQ)", 5: "Numéros d’établissement supplémentaires"}
# flex weight, least width in characters of an entry, most characters drawn (first try)
GEO = {"sex": (1, 0, 0), "firstName": (3, 13, 24), "lastName": (3, 14, 28), "function": (3.4, 17, 40), "functionText": (3, 14, 30), "orgName": (6, 26, 64),
       "orgNumber": (1.8, 6.5, 5), "address": (6, 30, 60), "postalCode": (1.4, 8, 7), "phone": (2.1, 14, 15), "phoneExt": (1, 6.5, 6), "fax": (2.1, 14, 15),
       "email": (4, 27, 44), "username": (3.5, 18, 34)}
SANS = ["Liberation Sans", "DejaVu Sans", "DejaVu Sans Condensed", "Lato", "Open Sans", "Open Sans Condensed", "Roboto", "Roboto Condensed", "Carlito", "Andika", "Liberation Sans Narrow", "Nimbus Sans", "URW Gothic"]
SERIF = ["Liberation Serif", "Caladea", "Gentium", "DejaVu Serif", "P052", "C059", "URW Bookman"]
MONO = ["Liberation Mono", "DejaVu Sans Mono", "Nimbus Mono PS", "Anonymous Pro"]
WIDE = {"DejaVu Sans": 1.13, "DejaVu Serif": 1.12, "DejaVu Sans Mono": 1.05, "Open Sans": 1.06, "URW Bookman": 1.1, "Andika": 1.05, "Liberation Mono": 1.05, "Nimbus Mono PS": 1.05,
        "URW Gothic": 1.06, "Liberation Sans Narrow": .83, "Roboto Condensed": .87, "Open Sans Condensed": .83, "Carlito": .93, "Gentium": .95, "Liberation Serif": .93, "Lato": .98, "DejaVu Sans Condensed": 1.02}


def esc(s): return H.escape(s, quote=False)


def mix(hexc, t, to=(255, 255, 255)):
    c = [int(hexc[i:i + 2], 16) for i in (1, 3, 5)]
    return "#%02x%02x%02x" % tuple(round(a + (b - a) * t) for a, b in zip(c, to))


def wd_font():
    """A small symbol font with private-use codes, as word processors' symbol fonts come out of a PDF."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    out = io.BytesIO()
    f = TTFont("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    o = subset.Options(); o.drop_tables += ["FFTM"]
    s = subset.Subsetter(o); s.populate(unicodes=[0x25a1, 0x2610, 0x2611, 0x2612, 0x25cb, 0x25c9, 0x25a0, 0x25cf]); s.subset(f)
    inv = f.getBestCmap(); m = {0xf0a8: 0x25a1, 0xf06f: 0x2610, 0xf0fe: 0x2611, 0xf078: 0x2612, 0xf0a1: 0x25cb, 0xf0a4: 0x25c9, 0xf06e: 0x25a0, 0xf06c: 0x25cf}
    for t in f["cmap"].tables:
        t.cmap = {k: inv[v] for k, v in m.items()} if t.isUnicode() and t.format != 12 else {}
    f["cmap"].tables = [t for t in f["cmap"].tables if t.cmap]
    f.save(out)
    return base64.b64encode(out.getvalue()).decode()


# ---------------------------------------------------------------- signatures
def scrawl(r):
    """strokes (lists of points) of a signature; returns strokes, w, h."""
    st, x, h = [], 0.0, 40.0
    n = r.randint(5, 10); pts = []
    pts += [(x, h * .55), (x + r.uniform(4, 10), h * r.uniform(-.1, .1)), (x + r.uniform(10, 20), h * r.uniform(.7, 1.0)), (x + r.uniform(-4, 8), h * r.uniform(.5, .7))]
    x += r.uniform(14, 22)
    for i in range(n):
        a = h * r.choice([.18, .22, .3, .5]); w = r.uniform(11, 22); lean = r.uniform(1, 6)
        if r.random() < .45:   # a loop
            for k in range(8):
                t = k / 7 * 2 * math.pi
                pts.append((x + w * k / 7 + lean * math.sin(t), h * .62 - a * (1 - math.cos(t)) * r.uniform(.85, 1.1)))
        else:
            pts += [(x, h * .64), (x + w * .4 + lean, h * .64 - a), (x + w * .7, h * r.uniform(.6, .7))]
        if r.random() < .18: pts += [(x + w, h * 1.02), (x + w * .6, h * 1.1), (x + w * .9, h * .6)]
        x += w
    pts.append((x + r.uniform(8, 30), h * r.uniform(.4, .7)))
    if r.random() < .3:
        k = r.randint(3, max(3, len(pts) - 5)); st += [pts[:k], pts[k:]]
    else: st.append(pts)
    if r.random() < .5: st.append([(-4, h * .88), (x * .4, h * .8), (x * .8, h * .86), (x + 10, h * .74)])
    if r.random() < .4: st.append([(x * .5, h * .1), (x * .7, h * .04), (x * .76, h * .08)])
    xs = [p[0] for s in st for p in s]; ys = [p[1] for s in st for p in s]
    ox, oy = min(xs) - 4, min(ys) - 4
    st = [[(a - ox, b - oy) for a, b in s] for s in st if len(s) > 1]
    return st, max(xs) - ox + 4, max(ys) - oy + 4


def beziers(s):
    """Catmull-Rom → cubic segments."""
    out = []
    for i in range(len(s) - 1):
        p0, p1, p2, p3 = s[max(0, i - 1)], s[i], s[i + 1], s[min(len(s) - 1, i + 2)]
        out.append(((p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6), (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6), p2))
    return out


def sig_html(r, kind):
    st, w, h = scrawl(r)
    col = r.choice(["#101010", "#101010", "#12277a", "#0b1a8a", "#2a2a3a"]); lw = r.uniform(1.0, 2.0)
    hp, left, bot = r.randint(88, 112), r.randint(3, 22), r.randint(-10, 4)
    pos = f"position:absolute;height:{hp}%;left:{left}%;bottom:{bot}%;max-width:{100-left-4}%"
    if kind == "stylus":
        if r.random() < .5:
            d = "".join("M%.1f %.1f" % s[0] + "".join("C" + " ".join("%.1f %.1f" % p for p in b) for b in beziers(s)) for s in st)
            body = f'<path d="{d}" fill="none" stroke="{col}" stroke-width="{lw:.2f}" stroke-linecap="round" stroke-linejoin="round"/>'
        else:
            body = ""
            for s in st:
                q = [s[0]]
                for (a, b, c), p in zip(beziers(s), s):
                    for t in (.25, .5, .75, 1):
                        q.append(tuple((1 - t) ** 3 * p[i] + 3 * (1 - t) ** 2 * t * a[i] + 3 * (1 - t) * t * t * b[i] + t ** 3 * c[i] for i in (0, 1)))
                body += f'<polyline points="{" ".join("%.1f,%.1f" % p for p in q)}" fill="none" stroke="{col}" stroke-width="{lw:.2f}" stroke-linecap="round"/>'
        return f'<svg class="sg" style="{pos}" viewBox="0 0 {w:.0f} {h:.0f}">{body}</svg>'
    import cairo
    z = 4; opaque = r.random() < .3
    sf = cairo.ImageSurface(cairo.FORMAT_ARGB32, int(w * z), int(h * z)); c = cairo.Context(sf)
    if opaque: c.set_source_rgb(1, 1, 1); c.paint()
    c.scale(z, z); c.set_line_cap(1); c.set_line_join(1); c.set_line_width(lw)
    c.set_source_rgb(*[int(col[i:i + 2], 16) / 255 for i in (1, 3, 5)])
    for s in st:
        c.move_to(*s[0])
        for b in beziers(s): c.curve_to(*b[0], *b[1], *b[2])
        c.stroke()
    f = io.BytesIO(); sf.write_to_png(f)
    if opaque: pos = f"position:absolute;height:84%;left:{left}%;bottom:10%;max-width:{100-left-4}%"
    return f'<img class="sg" style="{pos}" src="data:image/png;base64,{base64.b64encode(f.getvalue()).decode()}">'


# ---------------------------------------------------------------- one form
STICKY = {"family", "framedLabels", "openLabels", "cells", "mark", "heading", "combs", "dateParts", "pageScheme", "signature", "signatureArrangement", "tickBox", "labelFont"}


class Form:
    def __init__(self, seed, sticky, trial):
        """sticky: seed of the choices that stay when a layout that does not fit is drawn again (so that spacious layouts are not sorted out)."""
        self.seed = seed; self.trial = trial
        self.rs = random.Random("sticky-%s" % sticky)
        self.r = random.Random("layout-%s" % seed)
        self.dr = random.Random("data-%s" % seed)
        self.cap = {}      # id → most characters (learnt from a first print)
        self.st = {}
        self.house()
        self.draw_data()

    def pick(self, name, opts, w=None):
        v = (self.rs if name in STICKY else self.r).choices(opts, w)[0]
        self.st[name] = v
        return v

    # ---- the house style
    def house(self):
        r, p = self.r, self.pick
        lf = p("labelFont", SANS + SERIF + MONO, [74 / len(SANS)] * len(SANS) + [18 / len(SERIF)] * len(SERIF) + [8 / len(MONO)] * len(MONO))
        fam = self.st["fontClass"] = "sans" if lf in SANS else "serif" if lf in SERIF else "mono"
        same = p("entrySameFace", [True, False])
        ls = r.choice([6.5, 7, 7, 7.5, 7.5, 8, 8, 8.5, 9]) if fam != "mono" else r.choice([6.5, 7, 7.5, 8])
        if lf in ("Gentium", "Carlito", "Liberation Sans Narrow", "Open Sans Condensed"): ls = max(ls, 7.5)
        if WIDE.get(lf, 1) > 1.1: ls = min(ls, 8)
        if self.trial > 3: ls = min(ls, 8)
        if self.trial > 7: ls = max(6.5, min(ls, 7.2))
        if same:
            ef, es = lf, max(8, min(9.5, ls + r.choice([.5, .5, 1, 1, 1.5])))
        else:
            ef = r.choice([x for x in SANS[:8] + SERIF[:4] + MONO + MONO if x != lf]); es = r.choice([8.5, 9, 9.5, 10, 10.5, 11])
            if ef in MONO or WIDE.get(ef, 1) > 1.04: es = min(es, 9.5)
        if self.trial > 5: es = min(es, 9)
        self.st.update(entryFont=ef, labelSize=ls, entrySize=es)
        self.lf, self.ef, self.ls, self.es = lf, ef, ls, es
        self.hf = p("headFont", [lf, r.choice(SANS[:8]), r.choice(SERIF[:4])], [6, 2, 1])
        self.acc = p("accent", ["#000000", "#003366", "#095797", "#00573d", "#7a1e2c", "#555555", "#00707b", "#4b2e83", "#9a4a00"], [5, 3, 3, 2, 2, 2, 2, 1, 1])
        self.lc = p("lineColour", ["#000000", "#444444", "#808080", self.acc, mix(self.acc, .45)], [4, 2, 2, 2, 1])
        self.lw = p("lineWidth", [.4, .5, .75, 1], [1, 3, 2, 1])
        self.labc = p("labelColour", ["#000000", "#333333", "#555555", self.acc], [5, 2, 2, 2])
        self.entc = p("entryColour", ["#000000", "#000000", "#00007f", "#1a1a8c", "#303030"], [3, 3, 1, 1, 1])
        self.labw = p("labelWeight", ["normal", "bold", "italic"], [7, 3, .7])
        self.entw = p("entryWeight", ["normal", "bold"], [8, 1])
        self.enta = p("entryAlign", ["left", "indented", "far indented", "centred"], [7, 2, .7, 1])
        self.sexorder = p("sexOrder", ["M F", "F M"], [6, 1])
        self.lsp = p("letterSpacing", [0, 0, .15, .3], [6, 2, 1, 1])
        self.colon = p("colon", ["", NB + ":", ":"], [4, 6, 2])
        self.upper = p("labelCase", ["as is", "upper"], [9, 1])
        self.apos = p("apostrophe", ["curly", "straight"], [4, 1])
        self.tint = p("tint", [mix("#000000", .92), mix("#000000", .87), mix(self.acc, .9), mix(self.acc, .84), "#f3efe2"], [2, 2, 3, 2, .5])
        self.tick = {"kind": p("tickBox", ["css square", "css round", "glyph ☐", "glyph □", "glyph ○", "brackets", "parentheses", "OpenSymbol", "private-use symbol", "underscores", "css shaded square", "css 3d square"], [8, 3, 3, 2, 2, 2, .7, 1.5, 1.5, .9, 1, 1]),
                     "mark": p("tickMark", ["×", "X", "✓", "x", "✗", "dot", "square", "svg cross", "svg check", "✔"], [3, 5, 3, 1, 1, 2, 1, 2, 1, 1]),
                     "side": p("tickSide", ["before", "after"], [4, 1]), "size": p("tickSize", [7, 7.5, 8.5, 9.5, 11], [1, 3, 3, 2, 1])}
        self.fams = p("family", ["framed", "open"], [1, 1.15])
        self.M = p("margin", [26, 30, 36, 42, 50], [1, 2, 3, 2, 1])
        if self.trial > 5: self.M = self.st["margin"] = min(self.M, 36)
        self.W = 612 - 2 * self.M
        self.k0 = p("airiness", [.8, 1.0, 1.2, 1.5], [2, 3, 2, 1])
        self.fill = p("fillPage", [True, False])
        self.zorder = p("entriesDrawnLast", [True, False])
        self.page = p("pageScheme", ["stacked", "sections 2 and 3 side by side", "two columns in each section"], [82, 9, 9])
        # framed: kind of cells;  open: mark under/around entries
        self.cellkind = p("cells", ["grid", "horizontal rules", "separate boxes", "rounded boxes", "thick outer frame", "shaded cells", "white cells in shaded panel", "bottom and left lines", "dotted grid", "vertical short dividers", "double frame"], [7, 3, 3, 2, 2, 1.5, 2.5, 1.5, 1, 1, .6])
        self.flab = p("framedLabels", ["intop", "inleft", "leftcell", "headrow"], [6, 2, 2.4, 1.3])
        if self.flab in ("leftcell", "headrow") and self.cellkind in ("bottom and left lines", "shaded cells", "vertical short dividers"): self.cellkind = self.st["cells"] = "grid"
        self.leftcelltint = p("labelCell", ["tint", "white", "dark"], [4, 3, 1.2])
        self.mark = p("mark", ["box", "rounded", "shaded", "white in panel", "line", "dotted", "thick", "corner", "none (rules)", "none (zebra)", "underscores", "dot glyphs", "dashed", "U tray"], [4, 2, 2.4, 3, 6, 2.5, 1.2, 1.6, 1.5, 1, .9, .7, .7, .8])
        self.olab = p("openLabels", ["above", "left", "below", "labelcol", "leader"], [4, 4, 2.3, 2.8, 1.3])
        if self.mark.startswith("none") and self.olab in ("below", "left"): self.olab = self.st["openLabels"] = "labelcol"
        if self.mark in ("shaded", "rounded", "corner", "U tray", "white in panel") and self.olab == "below": self.olab = self.st["openLabels"] = "above"
        if self.mark in ("underscores", "dot glyphs") and self.olab in ("above",): self.olab = self.st["openLabels"] = "left"
        self.labalign = p("labelColumnAlign", ["left", "right"], [2, 1])
        self.labcol = r.choice([96, 110, 124, 138, 150])
        self.comb = p("combs", ["none", "dates only", "numbers", "numbers and names"], [7, 1, 3, 1.6])
        self.combkind = p("combKind", ["boxes", "teeth", "joined boxes with light dividers", "underlines"], [3, 3, 2, 1])
        self.cw = r.choice([10, 11, 12, 13])
        self.phonefmt = p("phoneWriting", ["{a} {b}", "({a}) {b}", "{a}-{b}", "{a}.{c}", "printed parentheses"], [6, 2, 2, .8, 1])
        self.postalfmt = p("postalWriting", ["space", "none"], [5, 1])
        self.head = p("heading", ["black band", "grey band", "coloured band", "bold over rule", "number in box", "number in circle", "margin column", "small caps", "first cell", "underlined", "number far left", "tab", "legend", "centred between rules", "large light", "left bar"],
                      [3, 3, 3, 2.5, 2, 2, 2.2, 1.2, 2.5, 1.2, 1.5, 1.5, 1.5, 1, 1, 1.2])
        if self.page.startswith("sections") and self.head in ("margin column",): self.head = self.st["heading"] = "grey band"
        self.headno = p("headingNumber", ["{n}. {t}", "{n} {t}", "{n} – {t}", "Section {n} – {t}", "SECTION {n}\u2002{t}", "{n}) {t}"], [6, 2, 1, 1.2, 1, .4])
        self.headcase = p("headingCase", ["none", "uppercase"], [3, 1])
        self.hs = p("headingSize", [8.5, 9, 9.5, 10.5, 12], [2, 3, 3, 2, 1])
        if self.trial > 5: self.hs = min(self.hs, 9.5)
        self.ds = {"kind": p("dateParts", ["three cells", "comb", "one line", "words at left", "three lines", "one cell", "table with DATE header", "comb unbroken"], [5, 3, 2, 2, 2.5, 2, 1.5, 1]),
                   "words": p("dateWords", ["above", "under", "in"], [3, 3, 1.5]), "label": p("dateLabel", ["left", "above", "under"], [3, 3, 1]),
                   "sep": p("dateSeparator", ["", "-", "/", "space"], [4, 2, 1.5, 1]), "hint": p("dateHint", ["AAAA-MM-JJ", "(ANNÉE MOIS JOUR)", "ANNÉE\u2003MOIS\u2003JOUR", "ANNÉE - MOIS - JOUR", "(aaaa-mm-jj)"], [2, 2, 2, 1, 1])}
        if self.comb == "dates only": self.ds["kind"] = self.st["dateParts"] = "comb"
        self.sigk = p("signature", ["line, label under", "line, label over", "line, label left", "cell, label at top", "box, label over", "box, label in left", "table cells"], [4, 2, 2.5, 4, 2, 1, 1.5])
        self.sigarr = p("signatureArrangement", ["signature then date", "date then signature", "date under signature", "beside commitments"], [7, 1, 1.3, 1.2])
        self.commit = p("commitments", ["bullets –", "bullets •", "bullets -", "paragraph", "boxed", "italic", "two columns", "lettered"], [3, 2, 2, 2, 1.5, 1.5, 1.3, 1])

    # ---- data
    def fit(self, fid, mx): return min(mx, self.cap.get(fid, 999))

    def draw_data(self):
        r = self.dr; e = {}
        self.dseed = {k: r.random() for k in ["n"]}
        self.has3text = self.r.random() < .5
        self.st["s3 Fonction line"] = self.has3text
        self.s4fill = r.random() < .125
        seeds = {k: r.getrandbits(40) for k in ("2f", "2l", "2fu", "2o", "2a", "2e", "2u", "3f", "3l", "3o", "3a", "3e", "3t", "4")}
        R = lambda k: random.Random(seeds[k])
        self._R = R
        e["hdr.ramqUse"] = None
        if r.random() < .05:
            e["hdr.ramqUse"] = r.choice(["REÇU LE 2026-07-%02d" % r.randint(1, 28), "REÇU 2026-05-%02d" % r.randint(1, 28), "SEL-%05d" % r.randint(100, 99999)])
        e["s1.service"] = True
        a = r.choices([(True, False), (False, True), (True, True), (False, False)], [4, 3, 3, .5])[0]
        e["s1.app.paymentAuthorization"], e["s1.app.association"] = a
        e["s1.scope"] = r.choices(["some", "all", "cluster", None], [4, 3, 2, 1.3])[0]
        e["s2.sex"] = r.choices(["M", "F", None], [5, 5, .8])[0]
        e["s3.sex"] = r.choices(["M", "F", None], [5, 5, .8])[0]
        e["s2.orgNumber"] = D.orgno(r) if r.random() < .95 else None
        e["s3.role"] = r.choices([x[0] for x in ROLES] + [None], [2, 2, 2, 2, 2, .6])[0]
        same = r.random() < .5
        for s in "23":
            e[f"s{s}.postalCode"] = D.postal(r) if r.random() < .98 else None
            e[f"s{s}.phone"] = D.phone(r)
            e[f"s{s}.phoneExt"] = D.ext(r) if r.random() < .55 else None
            e[f"s{s}.fax"] = D.phone(r) if r.random() < .6 else None
            e[f"s{s}.commitment"] = True
            e[f"s{s}.signature"] = r.choices(["image", "stylus", "none"], [4, 4, 2])[0]
            e[f"s{s}.date"] = D.date(r) if r.random() < .92 else None
        if same: e["s3.postalCode"] = e["s2.postalCode"]
        self.same = same
        self.blank = {k for k in ("s2.function", "s3.orgName", "s2.firstName", "s3.email", "s2.address") if r.random() < .02}
        self.hasft = self.has3text and r.random() < .75
        self.two = {s: self.r.random() < .3 for s in "23"}    # address place with two lines
        n = 0
        if e["s1.scope"] == "some": n = r.choice([0, 1, 1, 2, 3, 4, 5, 6, 7, 9, 11, 12])
        elif r.random() < .12: n = r.randint(1, 12)
        e["s5.numbers"] = [D.orgno(r) for _ in range(n)]
        if n > 4 and r.random() < .15: e["s5.numbers"][3] = e["s5.numbers"][1]
        for k in ("registrationDate", "referenceNumber", "username", "validity", "respondentId", "respondentDate", "soesDate"): e["s4." + k] = None
        e["s4.respondentSignature"] = e["s4.soesSignature"] = "none"
        self.base = e
        self.refit()

    def refit(self):
        """The length-dependent entries, at most as long as the places allow."""
        e = dict(self.base); R = self._R; f = self.fit; self.addr = {}
        G = lambda k: GEO[k][2]
        for s in "23":
            e[f"s{s}.firstName"] = D.first(R(s + "f"), f(f"s{s}.firstName", G("firstName")))
            e[f"s{s}.lastName"] = D.last(R(s + "l"), f(f"s{s}.lastName", G("lastName")))
            k = "2" if self.same else s
            mo = min(f("s2.orgName", 64), f("s3.orgName", 64)) if self.same else f(f"s{s}.orgName", 64)
            e[f"s{s}.orgName"] = D.org(R(k + "o"), mo)
            ma = min(f("s2.address", 60), f("s3.address", 60)) if self.same else f(f"s{s}.address", 60)
            two = self.two["2"] and self.two["3"] if self.same else self.two[s]
            self.addr[s] = D.address(R(k + "a"), ma, 2 if two else 1)
            e[f"s{s}.address"] = " ".join(self.addr[s])
            e[f"s{s}.email"] = D.email(R(s + "e"), e[f"s{s}.firstName"], e[f"s{s}.lastName"], f(f"s{s}.email", G("email")))
        e["s2.function"] = D.func(R("2fu"), f("s2.function", G("function")))
        e["s3.functionText"] = D.ftxt(R("3t"), f("s3.functionText", 30)) if self.hasft else None
        mx = f("s2.existingUsername", G("username"))
        e["s2.existingUsername"] = D.username(R("2u"), mx, lambda q: D.email(q, e["s2.firstName"], e["s2.lastName"], mx))
        for b in self.blank:
            e[b] = None
            if b == "s2.address": self.addr["2"] = []
        if self.s4fill:
            q = R("4")
            e["s4.registrationDate"] = D.date(q); e["s4.respondentDate"] = D.date(q)
            e["s4.soesDate"] = D.date(q) if q.random() < .8 else None
            e["s4.referenceNumber"] = q.choice(["SEL-%d", "26-%06d", "%08d", "REF%05d"]) % q.randint(1000, 99999)
            e["s4.username"] = q.choice(["IP", "CE", "IELP"]) + str(q.randint(1000, 99999))
            e["s4.validity"] = q.choice(["2 ANS", "12 MOIS", "2026-08-01 AU 2028-07-31", "24 MOIS", "1 AN"])
            if len(e["s4.validity"]) > f("s4.validity", 40): e["s4.validity"] = "2 ANS"
            e["s4.respondentId"] = q.choice(["R%04d", "REP-%03d", "JT%02d"]) % q.randint(10, 99)
            e["s4.respondentSignature"] = q.choice(["image", "stylus"]); e["s4.soesSignature"] = q.choice(["image", "stylus", "none"])
        self.exp = e

    # ---- small pieces
    def t(self, s):
        if self.apos == "straight": s = s.replace("’", "'")
        return esc(s)

    def lab(self, s, colon=False, cls="", title=False):
        x = self.t(s)
        if colon and self.colon and not s.rstrip().endswith(("?", ":")): x += self.colon
        return f'<span class="lab {cls}">{x}</span>'

    def v(self, fid, text, extra=""):
        if not text: return '<span class="st"></span>'
        return f'<span class="v {extra}" data-id="{fid}">{esc(text)}</span>'

    def write(self, fid, val):
        """how the value is written in the form"""
        if val is None: return None
        k = fid.split(".")[1]
        if k in ("phone", "fax"):
            a, b = val.split(" ")
            return (self.phonefmt if "{" in self.phonefmt else "{a} {b}").format(a=a, b=b, c=b.replace("-", "."))
        if k == "postalCode" and self.postalfmt == "none": return val.replace(" ", "")
        return val

    def combrow(self, fid, text, groups, cw=None, sep="", gap=True):
        """combs: groups of n cells; text without spaces for codes."""
        cw = cw or self.cw; out = []; i = 0; text = text or ""
        for gi, n in enumerate(groups):
            if gi and sep: out.append(f'<b class="csep">{sep}</b>')
            elif gi and gap: out.append('<b class="cgap"></b>')
            cells = ""
            for j in range(n):
                ch = text[i] if i < len(text) else ""; i += 1
                cells += f'<i style="width:{cw}pt">' + (f'<span class="v" data-id="{fid}" data-comb=1>{esc(ch)}</span>' if ch.strip() else '<span class="st"></span>') + "</i>"
            out.append(f'<span class="cg">{cells}</span>')
        return f'<span class="comb ck-{self.combkind.split()[0]}">{"".join(out)}</span>'

    def box(self, on, fid, tk=None):
        tk = tk or self.tick; k, m, z = tk["kind"], tk["mark"], tk["size"]; cls = "tk"
        M = lambda ch: f'<span class="v tkm" data-id="{fid}">{ch}</span>'
        if k.startswith("css"):
            rnd = "round" in k
            if not on: inner = ""
            elif m == "dot": inner = '<span class="dot"></span>'
            elif m == "square" and not rnd: inner = '<span class="sq"></span>'
            elif m == "square": inner = '<span class="dot"></span>'
            elif m == "svg cross": inner = '<svg viewBox="0 0 10 10"><path d="M1.5 1.5L8.5 8.5M8.5 1.5L1.5 8.5" stroke="currentColor" stroke-width="1.3" fill="none"/></svg>'
            elif m == "svg check": inner = '<svg viewBox="0 0 10 10"><path d="M1.5 5.5L4 8.2L8.8 1.6" stroke="currentColor" stroke-width="1.5" fill="none"/></svg>'
            else: inner = M(m)
            c = {"css square": "bsq", "css round": "brd", "css shaded square": "bsq bsh", "css 3d square": "bsq b3d"}[k]
            return f'<span class="{cls} {c}" style="width:{z}pt;height:{z}pt;font-size:{z*.98:.1f}pt">{inner}</span>'
        T = lambda ch, f: f'<span class="{cls} tg" data-tick=1 style="font-family:{f};font-size:{z+2.2:.1f}pt">{ch}</span>'
        dj = "'DejaVu Sans'"
        if k == "glyph ☐": return T({"✓": "☑", "✔": "☑", "svg check": "☑"}.get(m, "☒") if on else "☐", dj)
        if k == "glyph □": return T("■" if on else "□", dj)
        if k == "glyph ○": return T(("◉" if m in ("dot", "×", "X") else "●") if on else "○", dj)
        if k == "OpenSymbol":
            if m in ("✓", "✔", "svg check"): return T("☑" if on else "□", "OpenSymbol")
            if m in ("dot", "square"): return T("■" if on else "❏", "OpenSymbol")
            return T("☒" if on else "❏" if m == "X" else "□", "OpenSymbol")
        if k == "private-use symbol":
            if m in ("dot",): return T("\uf0a4" if on else "\uf0a1", "WD")
            if m == "square": return T("\uf06e" if on else "\uf0a8", "WD")
            if m in ("✓", "✔", "svg check"): return T("\uf0fe" if on else "\uf06f", "WD")
            return T("\uf078" if on else "\uf06f", "WD")
        ch = "x" if m == "x" else "X"
        if k == "brackets": return f'<span class="{cls} tb">[{ch if on else NB+(NB if self.ef not in MONO else "")}]</span>'
        if k == "parentheses": return f'<span class="{cls} tb">({ch if on else NB+NB})</span>'
        return f'<span class="{cls} tb">{"_"+ch+"_" if on else "___"}</span>'

    def opt(self, fid, words, on, tk, note=None, notepos="under"):
        b = self.box(on, fid, tk)
        w = f'<span class="ow">{self.t(words)}' + (f'<span class="on {"onl" if notepos=="under" else "oni"}">{" " if notepos!="under" else ""}{self.t(note)}</span>' if note else "") + "</span>"
        return f'<span class="opt">{b}{w}</span>' if tk["side"] == "before" else f'<span class="opt oa">{w}{b}</span>'

    def opts(self, fid, items, chosen, arr, tk, notepos="under"):
        hs = [self.opt(fid, i[1], i[0] in chosen, tk, i[2] if len(i) > 2 else None, notepos) for i in items]
        if arr == "row": return '<span class="orow">' + "".join(hs) + "</span>"
        if arr == "stack": return '<span class="ostack">' + "".join(hs) + "</span>"
        if arr == "cells": return '<span class="ocells">' + "".join(f"<span>{h}</span>" for h in hs) + "</span>"
        n = 2 if arr == "cols2" else 3
        return f'<span class="ocols" style="grid-template-columns:repeat({n},auto)">' + "".join(hs) + "</span>"

    def mark_ent(self, inner, mark, two=False, cls=""):
        m = {"box": "m-box", "rounded": "m-rnd", "shaded": "m-sh", "white in panel": "m-wp", "line": "m-ln", "dotted": "m-dt", "thick": "m-tk", "corner": "m-co", "none (rules)": "m-no", "none (zebra)": "m-no",
             "underscores": "m-us", "dot glyphs": "m-us", "dashed": "m-da", "U tray": "m-u"}[mark]
        if two:
            ls = inner if isinstance(inner, list) else [inner]
            if m in ("m-ln", "m-dt", "m-tk", "m-us", "m-da", "m-u", "m-co"):
                return '<span class="e2">' + "".join(self.mark_ent(x, mark, cls=cls) for x in ls) + "</span>"
            return f'<span class="ent {m} e2b {cls}">' + "".join(f'<span class="ln">{x}</span>' for x in ls) + "</span>"
        if m == "m-us":
            ch = "_" if mark == "underscores" else "."
            return f'<span class="ent m-us {cls}"><span class="us" data-ch="{ch}"></span>{inner}</span>'
        return f'<span class="ent {m} {cls}">{inner}</span>'

    # ---- the fields of sections 2 and 3
    def entry_inner(self, fid, s, k):
        """(html, isComb, width needed by combs)"""
        val = self.exp.get(fid); w = self.write(fid, val)
        cw = self.cw
        if k in self.combset:
            if k == "postalCode":
                g = self.cgap["postal"]; return self.combrow(fid, (val or "").replace(" ", ""), g), True, 6 * cw + 8
            if k == "orgNumber": return self.combrow(fid, val, [5]), True, 5 * cw + 4
            if k in ("phone", "fax"): return self.combrow(fid, (val or "").replace(" ", "").replace("-", ""), self.cgap["phone"], sep=self.cgap["psep"]), True, 10 * cw + 16
            if k == "phoneExt": return self.combrow(fid, val, [6 if self.cw < 12 else 6]), True, 6 * cw + 4
            if k in ("lastName", "firstName"):
                n = self.namecells; self.cap[fid] = min(self.cap.get(fid, 99), n); return self.combrow(fid, val, [n]), True, n * cw + 4
        if k in ("phone", "fax") and self.phonefmt == "printed parentheses":
            a, b = (val or " ").split(" ", 1)
            pa = f'<span class="pp">(</span>{self.v(fid, a) if a else "<span class=sp></span>"}<span class="pp">)</span>'
            return f'{pa}<span class="pg"></span>{self.v(fid, b)}', False, 0
        if k == "address" and self.two[s]:
            a = self.addr[s] + [""] * (2 - len(self.addr[s]))
            return [self.v(fid, x) for x in a], False, 0
        return self.v(fid, w), False, 0

    def ew(self, chars): return chars * self.es * .66 * WIDE.get(self.ef, 1)
    def lwid(self, s, one=True): return len(s) * self.ls * (.74 if self.upper == "upper" else .55) * WIDE.get(self.lf, 1) * (1.08 if self.labw == "bold" else 1)

    def need(self, s, k, lp, first=False):
        """least width of a field"""
        lab = self.label(s, k)
        if k == "sex": return (62 if lp in ("intop", "above", "headrow") else 90) + (18 if self.tick["kind"] in ("brackets", "underscores", "parentheses") else 0)
        fid = f"s{s}." + ("existingUsername" if k == "username" else k)
        e = self.ew(GEO[k][1]) * (1.08 if self.entw == "bold" else 1) + 10 + {"indented": 10, "far indented": 26}.get(self.enta, 0)
        if k in ("phone", "fax") and "paren" in self.phonefmt: e += self.ew(2.5)
        cb = self.entry_inner(fid, s, k)
        if cb[1]: e = cb[2] + 8
        lw = self.lwid(lab)
        if first and lp in ("labelcol", "leftcell"): return self.labcol + e + 8
        if lp in ("intop", "above", "below", "headrow"): return max(e, min(lw * .62, 130) + 8, max(self.lwid(x) for x in lab.split()) + 8)
        if lp == "leader": lw += 12
        return e + min(lw, 150) + 10

    def label(self, s, k):
        if k == "orgName": return ORG2 if s == "2" else ORG3
        if k == "username": return Q1 + " " + Q2
        return LAB[k]

    def rows(self, s, scope_here):
        """row composition: list of rows of field keys (groups kept in order)."""
        r = self.r
        idr = r.choices([[["sex", "firstName", "lastName"]], [["firstName", "lastName", "sex"]], [["lastName", "firstName", "sex"]], [["sex", "lastName", "firstName"]], [["lastName"], ["firstName", "sex"]], [["firstName"], ["lastName"], ["sex"]], [["lastName", "firstName"]], [["lastName"], ["firstName"], ["sex"]], [["sex"], ["firstName", "lastName"]]],
                        [5, 3, 4, 2, 1, .6, 3, .6, 1])[0]
        idr = [list(x) for x in idr]
        sexleft = not any("sex" in x for x in idr)
        if s == "2":
            fn = r.choices([[["function"]], [["function", "orgNumber"]]], [6, 1])[0]
            fn = [list(x) for x in fn]
            if sexleft: fn[0] = fn[0] + ["sex"] if r.random() < .6 else ["sex"] + fn[0]
            if r.random() < .15 and idr[-1] and len(idr[-1]) <= 2 and "orgNumber" not in fn[0]:
                idr[-1] = idr[-1] + fn[0]; fn = []
            on = any("orgNumber" in x for x in fn + idr)
            if on: og = [["orgName"]]
            else: og = r.choices([[["orgName", "orgNumber"]], [["orgNumber", "orgName"]], [["orgName"], ["orgNumber"]], [["orgNumber"], ["orgName"]]], [5, 2, 1.5, .8])[0]
            og = [list(x) for x in og]
        else:
            fn = [["role"]]
            if sexleft: idr[-1] = idr[-1] + ["sex"] if r.random() < .7 else ["sex"] + idr[-1]
            if self.has3text:
                how = self.pick("s3 Fonction line place", ["row before options", "left of options", "under options in the cell", "row after options"], [3, 2, 2, 1])
                if how == "row before options": fn = [["functionText"], ["role"]] if r.random() < .6 else [["functionText"], ["role"]]
                elif how == "row after options": fn = [["role"], ["functionText"]]
                self.ftplace = how
            else: self.ftplace = None
            og = [["orgName"]]
        ad = [["address", "postalCode"]] if r.random() < .6 else [["address"]]
        pc = [] if "postalCode" in ad[0] else ["postalCode"]
        ct = r.choices([[["phone", "phoneExt", "fax"], ["email"]], [["phone", "phoneExt", "fax", "email"]], [["email"], ["phone", "phoneExt", "fax"]], [["phone", "phoneExt"], ["fax", "email"]], [["email", "phone", "phoneExt"], ["fax"]], [["phone", "phoneExt", "fax"], ["email"]], [["email", "phone", "phoneExt", "fax"]]],
                       [4, 3, 2, 1, .6, 1, 1])[0]
        ct = [list(x) for x in ct]
        if pc:
            i = next(i for i, x in enumerate(ct) if "phone" in x)
            if r.random() < .75: ct[i] = pc + ct[i]
            else: ad.append(pc)
        if s == "2":
            if r.random() < .15 and len(ct[-1]) == 1: ct[-1].append("username")
            else: ct.append(["username"])
        groups = [("identity", idr), ("function", fn), ("org", og), ("address", ad), ("contact", ct)]
        o = r.random()
        if o < .1: groups = [groups[2], groups[0], groups[1], groups[3], groups[4]]
        elif o < .17: groups = [groups[0], groups[1], groups[4], groups[2], groups[3]]
        elif o < .22: groups = [groups[0], groups[2], groups[1], groups[3], groups[4]]
        elif o < .27 and s == "3": groups = [groups[1], groups[0], groups[2], groups[3], groups[4]]
        return [(g, rr) for g, rs in groups for rr in rs]

    def fieldhtml(self, s, k, lp, fam, mark, w, first=False, lastin=False):
        fid = f"s{s}." + ("existingUsername" if k == "username" else k)
        wt = GEO.get(k, (1,))[0]; need = self.need(s, k, lp, first) if k != "role" else 0
        flex = f"flex:{wt} 1 {need:.0f}pt"
        if k in ("sex",): flex = f"flex:0 0 {need:.0f}pt"
        elif k in self.combset: flex = f"flex:0 0 {need:.0f}pt"
        elif self.narrow and k in ("postalCode", "phoneExt", "orgNumber"): flex = f"flex:0 1 {need*1.1:.0f}pt"
        if k == "username":
            q1, q2 = self.t(Q1), self.t(Q2) + (self.colon or NB + ":")
            br = self.qbreak
            if br == "q above" or lp == "below":
                inner = self.v(fid, self.exp[fid]); e = self.mark_ent(inner, mark) if fam == "open" else f'<span class="ent">{inner}</span>'
                return f'<div class="c uq" style="flex:3.5 1 {max(need,190):.0f}pt"><span class="lab">{q1}</span><span class="uq2"><span class="lab nw">{q2}</span>{e}</span></div>'
            labh = f'<span class="lab {"wrap" if lp in ("left","leader") else ""}">{q1}{"<br>" if br=="br" else " "}{q2}</span>'
            if lp in ("left", "inleft", "leader"): labh = labh.replace('class="lab', 'class="lab lbase', 1)
            if lp in ("labelcol", "leftcell") and first is False and w < 200: lp = "above" if fam == "open" else "intop"
        else:
            col = lp in ("left", "inleft", "leader", "labelcol") or (lp == "leftcell" and self.r2 < .5)
            nm = self.label(s, k); big = len(nm) > 45 or (len(nm) > 30 and w < 330)
            labh = self.lab(nm, col, "wrap" if big and lp in ("left", "inleft", "leader") else ("" if lp in ("intop", "above", "below", "labelcol", "leftcell", "headrow") else "nw"))
        if k == "sex":
            tk = self.tick2[s]
            inner = self.opts(fid, [("M", "M"), ("F", "F")][::1 if self.sexorder == "M F" else -1], [self.exp[fid]], "row", tk)
            if lp in ("below", "left", "leader", "inleft"): return f'<div class="c sx sl" style="{flex}">{self.lab("Sexe", True, "nw")}{inner}</div>'
            if lp in ("labelcol", "leftcell") and not first: return f'<div class="c sx {"leftcell" if fam=="framed" else "sl"}" style="{flex}">{self.lab("Sexe", lp=="labelcol", "nw lc2")}<span class="ent">{inner}</span></div>'
            if lp in ("labelcol", "leftcell"): return f'<div class="c {lp}" style="flex:0 0 {self.labcol+100}pt">{self.lab("Sexe", lp=="labelcol")}<span class="ent en">{inner}</span></div>'
            if lp in ("intop",) and self.sexin == "left": return f'<div class="c sx sl" style="flex:0 0 {need+26:.0f}pt">{self.lab("Sexe", True, "nw")}{inner}</div>'
            return f'<div class="c {lp}" style="{flex}">{labh}<span class="ent en">{inner}</span></div>'
        inner, isc, cwid = self.entry_inner(fid, s, k)
        two = isinstance(inner, list)
        if isc: ent = f'<span class="ent en">{inner}</span>'
        elif fam == "framed":
            ent = f'<span class="ent {"e2b" if two else ""}">' + ("".join(f'<span class="ln">{x}</span>' for x in inner) if two else inner) + "</span>"
        else: ent = self.mark_ent(inner, mark, two)
        if lp == "below": return f'<div class="c below" style="{flex}">{ent}{labh}</div>'
        if lp == "leader":
            labh = labh.replace('</span>', '', 1) if False else labh
            return f'<div class="c left" style="{flex}">{labh}{"<span class=ldr></span>" if first else ""}{ent}</div>'
        if lp in ("labelcol", "leftcell"):
            c2 = "" if first else " lc2w"
            return f'<div class="c {lp}{c2}" style="{flex}">{labh}{ent}</div>'
        return f'<div class="c {lp}" style="{flex}">{labh}{ent}</div>'

    def role_html(self, lp, fam, mark):
        r = self.r; tk = self.tick2["3"]; fid = "s3.role"
        W = self.roleW
        kindtext = tk["kind"]
        arr = self.pick("roleOptions", ["row", "cols2", "cols3", "stack", "cells"], [3, 3, 3, 1, 1.5])
        if W < 320: arr = r.choice(["stack", "cols2"])
        if tk["side"] == "after" and arr == "row" : arr = "cols2"
        if W < 320 and tk["side"] == "after": arr = "stack"
        o = self.opts(fid, ROLES, [self.exp[fid]], arr, tk)
        q = self.pick("roleLabel", ["left", "above", "own cell"], [2, 4, 1.5])
        if W < 320: q = "above"
        ft = ""
        if self.ftplace in ("left of options", "under options in the cell"):
            inner = self.v("s3.functionText", self.exp["s3.functionText"])
            e = self.mark_ent(inner, mark if fam == "open" and not mark.startswith("none") else "line")
            if self.ftplace.startswith("under"):
                ft = f'<span class="uq2 fu">{self.lab("Précisez", True, "nw")}{e}</span>' if r.random() < .6 else f'<span class="uq2 fu">{e}</span>'
            else:
                lh = f'<div class="c {"intop" if fam=="framed" else "above"}" style="flex:0 0 {max(120, self.ew(14)+14):.0f}pt">{self.lab("Fonction")}' + (f'<span class="ent">{inner}</span>' if fam == "framed" else e) + '</div>'
                return f'<div class="row">{lh}<div class="c ro" style="flex:1">{o}</div></div>'
        if q == "left": b = f'<div class="c rl">{self.lab("Fonction", True, "nw")}<span class="rb">{o}{ft}</span></div>'
        elif q == "own cell": b = f'<div class="c" style="flex:0 0 {self.labcol*.8:.0f}pt">{self.lab("Fonction")}</div><div class="c ro" style="flex:1">{o}{ft}</div>'
        else: b = f'<div class="c ra" style="flex:1">{self.lab("Fonction", lp not in ("intop",))}<span class="rb">{o}{ft}</span></div>'
        return f'<div class="row rrow">{b}</div>'

    def fields(self, s, scope_html=None):
        r = self.r; W = self.secW
        fam, lp, mark = self.sf[s]
        rows = self.rows(s, False)
        self.st[f"s{s} rows"] = [" ".join(x) for _, x in rows]
        two = self.page.startswith("two columns") and W > 400 and lp != "leftcell"
        W = W - 10
        rolefull = r.random() < .6
        self.roleW = (W - 20) / 2 if two and not rolefull else W
        if two: W = (W - 20) / 2
        out = []; gexc = {}
        for g in ("identity", "function", "org", "address", "contact"):
            if r.random() < .13:
                if fam == "framed": gexc[g] = r.choice([x for x in ("intop", "inleft", "leftcell", "headrow") if x != lp and not (x == "headrow" and self.cellkind in ("bottom and left lines", "shaded cells", "vertical short dividers"))])
                elif lp in ("below", "above") and r.random() < .5: continue
                elif not mark.startswith("none") and mark not in ("underscores", "dot glyphs"): gexc[g] = r.choice([x for x in ("above", "left", "below", "labelcol") if x != lp and {x, lp} != {"above", "below"} and not ("below" in gexc.values() and x == "above") and not ("above" in gexc.values() and x == "below") and not (x == "below" and mark in ("shaded", "rounded", "corner", "U tray", "white in panel"))])
        if gexc: self.st[f"s{s} exceptions"] = gexc
        for g, row in rows:
            l = gexc.get(g, lp)
            if row == ["role"]: out.append((g, self.role_html(l, fam, mark))); continue
            if row == ["functionText"] and False: pass
            # split a row that is too narrow for its fields
            parts = []; cur = []; used = 0
            for k in row:
                n = self.need(s, k, l, not cur)
                if l in ("labelcol", "leftcell"):
                    if k == "username" and cur: n = 999
                if cur and used + n + 6 > W: parts.append(cur); cur = []; used = 0
                cur.append(k); used += n + 6
            parts.append(cur)
            for p in parts:
                h = "".join(self.fieldhtml(s, k, l, fam, mark, W / max(1, len(p)), first=(i == 0)) for i, k in enumerate(p))
                fixed = all(k in self.combset or k == "sex" or (self.narrow and k in ("postalCode", "phoneExt", "orgNumber")) for k in p)
                out.append((g, f'<div class="row">{h}{FILLR if fixed else ""}</div>'))
            if g == "org" and scope_html and row is [x for gg, x in rows if gg == "org"][-1]:
                out.append(("scope", f'<div class="row"><div class="c scp" style="flex:1">{scope_html}</div></div>'))
        if two:
            hts = [2 if "role" in h or g == "scope" or "orgName" in h else 1 for g, h in out]
            # full-width blocks stay out of the columns
            full = [h for g, h in out if g == "scope" or "rrow" in h and rolefull]
            rest = [h for g, h in out if h not in full]
            k = (len(rest) + 1) // 2
            a, b = rest[:k], rest[k:]
            ext = "" if fam == "open" else f" grid k-{self.ck(s)}"
            return f'<div class="duo"><div class="fs {self.fcls(s)}{ext}">{"".join(a)}</div><div class="fs {self.fcls(s)}{ext}">{"".join(b)}</div></div>' + (f'<div class="fs {self.fcls(s)}{ext} duofull">{"".join(full)}</div>' if full else ""), True
        return "".join(h for _, h in out), False

    def ck(self, s): return {"grid": "grid", "horizontal rules": "hr", "separate boxes": "sb", "rounded boxes": "rb", "thick outer frame": "to", "shaded cells": "sh", "white cells in shaded panel": "wc", "bottom and left lines": "bl", "dotted grid": "dg", "vertical short dividers": "vs", "double frame": "df"}[self.cellkind]
    def fcls(self, s):
        fam, lp, mark = self.sf[s]
        return f"fam-{fam} lp-{lp}" + (" zebra" if mark == "none (zebra)" and fam == "open" else " ruled" if mark == "none (rules)" and fam == "open" else "")

    # ---- dates and signatures
    def date(self, fid, small=False, labelled=True, label="DATE", block=None):
        ds = self.ds; val = self.exp.get(fid); p = val.split("-") if val else ["", "", ""]
        k, words, sep = ds["kind"], ds["words"], ds["sep"]; WD = ["ANNÉE", "MOIS", "JOUR"]; wid = [38, 28, 28]
        lab = f'<span class="lab dl">{label}</span>'
        dl = ds["label"]
        V = lambda i: self.v(fid, p[i]) if p[i] else '<span class="st"></span>'
        if block and dl == "under": dl = "above"
        if k in ("three cells", "comb", "three lines", "comb unbroken"):
            ws = words if not (k != "three cells" and words == "in") else "above"
            sp = f'<b class="dsep">{sep if sep in "-/" else ""}</b>' if sep else ('<b class="dsep0"></b>' if k != "three cells" or self.r3 < .5 else "")
            if k == "comb unbroken": sp = ""
            cells = []
            for i in range(3):
                if k.startswith("comb"): body = f'<span class="dv dvc">{self.combrow(fid, p[i], [4 if i == 0 else 2], min(self.cw, 11))}</span>'; wd = "auto"
                else: body = f'<span class="dv {"dln" if k=="three lines" else "dbx" if ws!="in" else ""}">{V(i)}</span>'; wd = f"{wid[i]}pt"
                w = f'<span class="lab dw">{WD[i]}</span>'
                cells.append(f'<span class="dc {"dcin" if ws=="in" else ""}" style="width:{wd}">' + (w + body if ws in ("above", "in") else body + w) + "</span>")
            parts = f'<span class="dp d-{"a" if ws=="above" else "i" if ws=="in" else "u"}">' + sp.join(cells) + "</span>"
        elif k == "words at left":
            parts = '<span class="dp dwl">' + "".join(f'<span class="lab dw">{WD[i]}{":" if self.r3 < .3 else ""}</span><span class="dv {"dbx" if self.r3 > .6 else "dln"}" style="width:{[30,20,20][i]}pt">{V(i)}</span>' for i in range(3)) + "</span>"
        elif k == "one line":
            j = {"": "-", "-": "-", "/": "/", "space": " "}[sep]
            hint = ds["hint"]
            parts = f'<span class="dp1"><span class="dv {"dbx" if self.r3 > .75 else "dln"}" style="width:92pt">{self.v(fid, j.join(p) if val else "")}</span><span class="lab dw">{hint}</span></span>'
        elif k == "one cell":
            parts = '<span class="dp d1">' + "".join(f'<span class="dc" style="width:{wid[i]}pt"><span class="lab dw">{WD[i]}</span><span class="dv">{V(i)}</span></span>' for i in range(3)) + "</span>"
        else:
            parts = f'<span class="dtab"><span class="dth lab">{label}</span><span class="dtr">' + "".join(f'<span class="dc" style="width:{wid[i]}pt"><span class="lab dw">{WD[i]}</span></span>' for i in range(3)) + '</span><span class="dtr">' + "".join(f'<span class="dc" style="width:{wid[i]}pt"><span class="dv">{V(i)}</span></span>' for i in range(3)) + "</span></span>"
            return f'<span class="date">{parts}</span>'
        if not labelled: return f'<span class="date">{parts}</span>'
        if dl == "left": return f'<span class="date dll">{lab}{parts}</span>'
        if dl == "above": return f'<span class="date dla">{lab}{parts}</span>'
        return f'<span class="date dla">{parts}{lab}</span>'

    def sigplace(self, fid):
        kind = self.exp[fid]
        return "" if kind == "none" else sig_html(random.Random(f"{self.seed}{fid}"), kind)

    def sign(self, fid, label, datef, cells, narrow=False, sk=None, arr=None):
        """signature with its date"""
        k = sk or self.sigk; sg = self.sigplace(fid); lab = f'<span class="lab sgl">{self.t(label)}</span>'
        labc = f'<span class="lab sgl nw">{self.t(label)}{self.colon}</span>'
        dt = self.date(datef, block=cells)
        sp = lambda c: f'<span class="sgp {c}">{sg}</span>'
        if cells:   # inside a grid
            sc = f'<div class="c sgc" style="flex:1 1 200pt">{lab}{sp("")}</div>' if k != "table cells" else f'<div class="c leftcell sgt" style="flex:1 1 200pt"><span class="lab" style="width:84pt">{self.t(label)}</span>{sp("sgpt")}</div>'
            dc = f'<div class="c dtc" style="flex:0 0 auto">{dt}</div>'
            if arr == "date under signature" or narrow: return f'<div class="row sgr">{sc}</div><div class="row sgr">{dc}</div>'
            return f'<div class="row sgr">{dc+sc if arr=="date then signature" else sc+dc}</div>'
        if k == "line, label under": s = f'<div class="sgb">{sp("dln")}{lab}</div>'
        elif k == "line, label over": s = f'<div class="sgb">{lab}{sp("dln")}</div>'
        elif k == "line, label left": s = f'<div class="sgb sgh">{labc}{sp("dln")}</div>'
        elif k == "cell, label at top": s = f'<div class="sgb sgf">{lab}{sp("")}</div>'
        elif k == "box, label over": s = f'<div class="sgb">{lab}{sp("dbx")}</div>'
        elif k == "box, label in left": s = f'<div class="sgb sgf sgh">{labc}{sp("")}</div>'
        else: s = f'<div class="sgb sgf sgtab"><span class="lab">{self.t(label)}</span>{sp("")}</div>'
        d = f'<div class="sgd">{dt}</div>'
        if arr == "date under signature" or narrow: return f'<div class="sgs sgv">{s}{d}</div>'
        return f'<div class="sgs">{d+s if arr=="date then signature" else s+d}</div>'

    def commitment(self, s):
        r = self.r; st = self.commit; t = self.t
        if s == "2": intro = "Je m’engage" + NB + ":"; items = ["à ne pas divulguer les éléments d’identification qui seront délivrés à mon nom afin de me permettre d’avoir accès aux services en ligne de la RAMQ dans le cadre de la présente demande;", "à n’utiliser ces éléments d’identification que pour les fins pour lesquelles ils seront délivrés."]
        else: intro = "Je m’engage" + NB + ":"; items = ["à ne pas divulguer les éléments d’identification délivrés au nom de l’utilisateur mentionné ci-dessus dont je pourrais prendre connaissance;", "à transmettre à cet utilisateur, en toute sécurité, les éléments d’identification qui seront délivrés à son nom dans le cadre de la présente demande."]
        aut = "J’autorise l’utilisateur ci-dessus à se servir des formulaires électroniques prévus pour les applications précisées à la section 1."
        note = "Note" + NB + ": Advenant le non-respect d’un des engagements décrits ci-dessus, la RAMQ se réserve le droit de retirer en tout temps et sans préavis l’accès aux services en ligne accordé dans le cadre de la présente demande."
        if st in ("paragraph", "boxed", "italic"):
            body = f"<p>{t(intro)} " + " ".join(t(x) for x in items) + "</p>"
        else:
            b = {"bullets –": "–", "bullets •": "•", "bullets -": "-"}.get(st, "–")
            body = f"<p>{t(intro)}</p>" + "".join(f'<div class="bl"><span>{"abc"[i]+")" if st=="lettered" else b}</span><span>{t(x)}</span></div>' for i, x in enumerate(items))
        if s == "3":
            a = f"<p>{t(aut)}</p>"; nt = f"<p class=nt>{t(note)}</p>"
            if st == "two columns" and self.secW > 400: body = f'<div class="cc"><div>{body}</div><div>{a}{nt}</div></div>'
            else: body = (a + body if self.r3 < .6 else body + a) + nt
        elif st == "two columns" and self.secW > 400:
            body = f"<p>{t(intro)}</p>" + '<div class="cc">' + "".join(f'<div class="bl"><span>–</span><span>{t(x)}</span></div>' for x in items) + "</div>"
        return f'<div class="cm {"cmb" if st=="boxed" else "cmi" if st=="italic" else ""}">{body}</div>'

    # ---- sections
    def heading(self, n, text=None):
        h = self.head; t = self.t(text or TITLES[n]); k = {"black band": "hb", "grey band": "hg", "coloured band": "hc", "bold over rule": "hr", "number in box": "hnb", "number in circle": "hnc", "margin column": "hm", "small caps": "hsc", "first cell": "hfc", "underlined": "hu", "number far left": "hfl", "tab": "ht", "legend": "hl", "centred between rules": "hce", "large light": "hll", "left bar": "hlb"}[h]
        if n == 0: return f'<div class="hd {k} sub"><span class="ht0">{t}</span></div>'
        if h in ("number in box", "number in circle", "number far left"): return f'<div class="hd {k}"><span class="hn">{n}</span><span class="ht0">{t}</span></div>'
        if h == "margin column" and self.r3 < .5: return f'<div class="hd {k}"><span class="hn">{n}</span><span class="ht0">{t}</span></div>'
        return f'<div class="hd {k}"><span class="ht0">{self.headno.format(n=n, t=t)}</span></div>'

    def section(self, n, body, extra=""):
        """extra: what stands under the frame"""
        hd = self.heading(n); c = f"sec sec{n} h-{self.head.replace(' ', '')}"
        if self.head == "margin column": return f'<section class="{c}"><div class="mcol">{hd}</div><div class="mbody">{body}{extra}</div></section>'
        if self.head == "legend": return f'<section class="{c}"><fieldset><legend>{hd}</legend>{body}{extra}</fieldset></section>'
        if self.head == "first cell": return f'<section class="{c}"><div class="hfw">{hd}{body}{extra}</div></section>'
        return f'<section class="{c}">{hd}<div class="bd">{body}{extra}</div></section>'

    def person(self, s):
        fam, lp, mark = self.sf[s]
        self.secW = self.W / 2 - 14 if self.page.startswith("sections") else self.W - (84 if self.head == "margin column" else 22 if self.head in ("legend", "number far left") else 0) - (12 if mark == "white in panel" and fam == "open" else 0)
        rows, duo = self.fields(s, self.scope_html() if s == "2" and self.scopeplace == "in section 2" else None)
        side = self.sigarr == "beside commitments" and self.secW > 400
        nar = self.secW < 330
        cm = self.commitment(s); lab = "SIGNATURE DE L’UTILISATEUR" if s == "2" else "SIGNATURE"
        arr = self.sigarr if self.sigarr != "beside commitments" else "date under signature" if side else "signature then date"
        sigcells = fam == "framed" and not duo and not side and (self.sigk in ("cell, label at top", "table cells", "box, label over", "box, label in left") or self.r4 < .3)
        sg = self.sign(f"s{s}.signature", lab, f"s{s}.date", sigcells, narrow=nar or side, arr=arr)
        if side: tail = f'<div class="sidecm"><div>{cm}</div><div>{sg}</div></div>'
        if fam == "framed":
            g = f"fs grid k-{self.ck(s)} {self.fcls(s)}"
            if side or not sigcells:
                tl = tail if side else cm + sg
                if duo: return rows + tl
                return f'<div class="{g}">{rows}</div>{tl}'
            if self.r4 < .65: return f'<div class="{g}">{rows}<div class="row"><div class="c cmc">{cm}</div></div>{sg}</div>'
            return f'<div class="{g}">{rows}</div>{cm}<div class="{g}">{sg}</div>'
        tl = tail if side else cm + sg
        if duo: return (f'<div class="panel">{rows}</div>' if mark == "white in panel" else rows) + tl
        pn = "panel" if mark == "white in panel" else "oframe" if self.oframe and self.head not in ("legend", "first cell") else ""
        allin = self.r4 < .6
        f = f'<div class="fs {self.fcls(s)}">{rows}</div>'
        return f'<div class="{pn}">{f}{tl}</div>' if allin else f'<div class="{pn}">{f}</div>{tl}'

    def scope_html(self):
        r = self.r; tk = self.tick2["1"]
        arr = self.scopearr; fid = "s1.scope"; c = [self.exp[fid]]
        it = [list(x) for x in SCOPES]
        if self.scopenote == "inline": it = [(a, b, "(" + n[0].lower() + n[1:].rstrip(".") + ")") for a, b, n in it]
        q = f'<span class="lab scq">{self.t("L’objet de la demande s’applique aux registres") + NB + ":"}</span>'
        if arr == "table":
            rows = "".join(f'<div class="row"><div class="c tcc">{self.box(a in c, fid, tk)}</div><div class="c tcw">{self.t(b)} <span class="on">{self.t(n)}</span></div></div>' if self.tabside == "left" else
                           f'<div class="row"><div class="c tcw">{self.t(b)} <span class="on">{self.t(n)}</span></div><div class="c tcc">{self.box(a in c, fid, tk)}</div></div>' for a, b, n in it)
            return f'{q}<div class="grid k-grid tt">{rows}</div>'
        if arr == "stack inline": tkn = "stack"; npos = "inline"
        elif arr == "stack": tkn, npos = "stack", "under"
        elif arr == "cells": tkn, npos = "cells", "under"
        else: tkn, npos = "cols3", "under"
        if self.scopenote == "inline": npos = "inline" if tkn == "stack" else "under"
        o = self.opts(fid, it, c, tkn, tk, npos)
        if self.scopeq == "left" and tkn == "stack" and self.secW > 400: return f'<div class="sq2"><span class="lab scq2">{self.t("L’objet de la demande s’applique aux registres") + NB + ":"}</span>{o}</div>'
        return f'{q}{o}'

    def section1(self):
        r = self.r; p = self.pick; fam, lp, mark = self.sf["1"]; tk = self.tick2["1"]
        self.secW = self.W - (84 if self.head == "margin column" else 16)
        ap = p("applications", ["stack", "two columns", "table left", "table right", "cells", "row"], [4, 3, 1.5, 1.5, 1.5, .8])
        ch = [k for k, f in (("pay", "s1.app.paymentAuthorization"), ("assoc", "s1.app.association")) if self.exp[f]]
        F = "s1.app"
        al = p("applicationsLabel", ["left", "above"], [3, 2])
        if ap in ("table left", "table right"):
            hd = p("applicationsTableHead", ["none", "head row"])
            H1 = '<div class="row th"><div class="c tcc">Cochez</div><div class="c tcw">Applications</div></div>' if ap == "table left" else '<div class="row th"><div class="c tcw">Applications</div><div class="c tcc">Cochez</div></div>'
            b = H1 if hd != "none" else ""
            for k, w in APPS:
                bx, wd = f'<div class="c tcc">{self.box(k in ch, F, tk)}</div>', f'<div class="c tcw">{self.t(w)}</div>'
                b += f'<div class="row">{bx+wd if ap=="table left" else wd+bx}</div>'
            apps = ("" if hd != "none" else self.lab("Applications", True, "blk")) + f'<div class="grid k-grid tt">{b}</div>'
            ah = f'<div class="s1b">{apps}</div>'
        else:
            arr = {"stack": "stack", "two columns": "cols2", "cells": "cells", "row": "row"}[ap]
            o = self.opts(F, APPS, ch, arr, tk)
            ah = f'<div class="s1l"><span class="lab s1lab">{self.t("Applications")}{self.colon}</span><div class="s1o">{o}</div></div>' if al == "left" else f'<div class="s1b"><span class="lab blk">Applications{self.colon}</span>{o}</div>'
        dk = p("description", ["left", "above", "cell"], [3, 1, 2])
        sv = self.t("Établissements du réseau de la santé")
        if dk == "above": de = f'<div class="s1b"><span class="lab blk">Description</span><span class="sv">{sv}</span></div>'
        else: de = f'<div class="s1l"><span class="lab s1lab">Description{self.colon}</span><span class="sv {"svb" if dk=="cell" else ""}">{sv}</span></div>'
        sc = f'<div class="s1b">{self.scope_html()}</div>'
        pl = self.scopeplace
        blocks = [de, ah, sc] if pl == "after applications" else [de, sc, ah] if pl == "before applications" else [de, ah]
        fr = p("section1 frame", ["grid", "boxes", "none", "panel", "rules"], [3, 1, 3, 1.2, 1.2])
        if self.head in ("legend", "first cell") and fr in ("grid",): fr = "rules"
        html = f'<div class="s1 s1-{fr}">' + "".join(f'<div class="s1r">{b}</div>' for b in blocks) + "</div>"
        if pl == "own band": return self.section(1, html) + f'<section class="sec secb"><div class="scopeband">{self.scope_html()}</div></section>'
        return self.section(1, html)

    def section4(self):
        r = self.r; p = self.pick
        a = p("section4", ["grid", "two columns", "lines under", "table", "boxes"], [4, 2, 1.5, 1.5, 1.5])
        self.secW = self.W - (84 if self.head == "margin column" else 16)
        e = self.exp
        tx = [("s4.referenceNumber", "Numéro de référence", 2), ("s4.username", "Nom d’utilisateur", 2), ("s4.validity", "Période ou durée de validité des éléments d’identification délivrés", 3), ("s4.respondentId", "Identifiant du répondant", 2)]
        dr = self.date("s4.registrationDate", labelled=False) if self.ds["kind"] != "table with DATE header" else self.date("s4.registrationDate", label="Date d’inscription")
        tabd = self.ds["kind"] == "table with DATE header"
        dlab = "" if tabd else self.lab("Date d’inscription", a != "grid", "nw")
        S1 = ("s4.respondentSignature", "SIGNATURE DU RÉPONDANT À LA RAMQ", "s4.respondentDate"); S2 = ("s4.soesSignature", "SIGNATURE SOES", "s4.soesDate")
        if a == "grid":
            C = lambda f, l, w: f'<div class="c intop" style="flex:{w} 1 {70 if w==2 else 130}pt">{self.lab(l)}<span class="ent">{self.v(f, e[f])}</span></div>'
            dc = f'<div class="c dtc s4d" style="flex:0 0 auto">{dlab}{dr}</div>'
            split = self.W < 999
            rw = [dc + C(*tx[0]) + C(*tx[1]), C(*tx[2]) + C(*tx[3])] if r.random() < .6 else [dc + C(*tx[2]), C(*tx[0]) + C(*tx[1]) + C(*tx[3])]
            sr = self.sign(*[S1[0], S1[1], S1[2]], True, arr="signature then date") + self.sign(*[S2[0], S2[1], S2[2]], True, arr="signature then date")
            ckk = self.ck("4") if self.fams == "framed" else "grid"
            b = f'<div class="fs grid k-{ckk} fam-framed lp-intop">' + "".join(f'<div class="row">{x}</div>' for x in rw) + sr + "</div>"
        else:
            mk = self.mark if self.fams == "open" and self.mark not in ("white in panel", "none (rules)", "none (zebra)") else "line" if a != "boxes" else "box"
            lpp = {"two columns": "left", "lines under": "below", "table": "left", "boxes": "above"}[a]
            if lpp == "below" and mk in ("shaded", "rounded", "corner", "U tray", "box"): mk = "line"
            if lpp in ("above", "below") and mk in ("underscores", "dot glyphs"): mk = "line"
            def C(f, l, w):
                ent = self.mark_ent(self.v(f, e[f]), mk)
                lb = self.lab(l, lpp == "left", "wrap" if len(l) > 30 and lpp == "left" else "nw" if lpp == "left" else "")
                return f'<div class="c {lpp}" style="flex:{w} 1 90pt">{ent+lb if lpp=="below" else lb+ent}</div>'
            dc = f'<div class="c sl" style="flex:1 1 auto">{dlab}{dr}</div>'
            if a == "two columns": rw = [dc + C(*tx[0]), C(*tx[1]) + C(*tx[3]), C(*tx[2])]
            elif a == "table": rw = [dc, C(*tx[0]) + C(*tx[1]), C(*tx[2]), C(*tx[3])]
            else: rw = [dc + C(*tx[0]) + C(*tx[1]), C(*tx[2]) + C(*tx[3])]
            sk = self.sigk if self.sigk not in ("cell, label at top", "table cells") or self.fams == "framed" else "line, label under"
            b = '<div class="fs fam-open">' + "".join(f'<div class="row">{x}</div>' for x in rw) + "</div>"
            b += self.sign(*S1, False, sk=sk, arr="signature then date") + self.sign(*S2, False, sk=sk, arr="signature then date")
            if a == "boxes" or r.random() < .3: b = f'<div class="{"panel0" if r.random() < .5 else "oframe"}">{b}</div>'
        return self.section(4, b)

    def section5(self):
        r = self.r; p = self.pick; nums = self.exp["s5.numbers"]
        a = p("section5", ["grid", "grid zebra", "lines", "combs", "numbered rows", "numbered cells", "separate boxes", "horizontal rules"], [4, 2, 2, 2, 1.5, 1.5, 1.2, 1])
        R = max(r.randint(5, 12), math.ceil(len(nums) / 3)); self.st["section5Rows"] = R
        sp = self.cw; h = ""
        hdr = ("".join(f'<div class="n5h">{"<b class=nn></b>" if a=="numbered cells" else ""}<span class="lab">Numéro</span></div>' for _ in range(3)))
        h += f'<div class="n5r n5hd">{"<div class=n5n></div>" if a=="numbered rows" else ""}{hdr}</div>'
        for i in range(R):
            row = ""
            for j in range(3):
                n = nums[i * 3 + j] if i * 3 + j < len(nums) else ""
                fid = "s5.numbers"
                x = self.combrow(fid, n, [5]) if a == "combs" else (self.v(fid, n) if n else '<span class="st"></span>')
                nn = f'<b class="nn lab">{i*3+j+1}.</b>' if a == "numbered cells" else ""
                row += f'<div class="n5c">{nn}{x}</div>'
            row = (f'<div class="n5n lab">{i+1}.</div>' if a == "numbered rows" else "") + row
            h += f'<div class="n5r {"zb" if a=="grid zebra" and i%2 else ""}">{row}</div>'
        k = {"grid": "g", "grid zebra": "g", "lines": "l", "combs": "c", "numbered rows": "g", "numbered cells": "g", "separate boxes": "b", "horizontal rules": "h"}[a]
        wn = p("section5Width", ["full", "narrow"], [3, 1])
        return self.section(5, f'<div class="n5 n5-{k} {"n5nar" if wn=="narrow" else ""} {"n5ctr" if self.n5ctr and a != "numbered cells" else ""}">{h}</div>')

    def directives(self):
        r = self.r; p = self.pick; t = self.t
        P = [(None, ["Remplissez en lettres majuscules les sections 2 et 3 du formulaire.", "Signez aux endroits indiqués.", "Aucun document photographié, télécopié ou non conforme ne sera accepté."]),
             ("Applications", "Cochez la ou les applications auxquelles vous souhaitez accéder."),
             (None, "NOTE : Pour l’application Autorisation des demandes de paiement en ligne, l’utilisateur doit avoir été désigné comme signataire autorisé par une résolution du conseil d’administration de l’établissement. Cette règle ne s’applique pas au représentant autorisé d’une grappe de services (OPTILAB) ni au représentant autorisé d’un GMF."),
             ("Utilisateur", "Cette section doit être remplie par la personne désignée pour utiliser le service en ligne demandé."),
             ("Fonction", "Inscrivez le nom de la fonction que vous assumez (par exemple, secrétaire administratif, coordonnateur du projet, directeur ou représentant autorisé d’une grappe de services [OPTILAB]), qui vous oblige à communiquer avec la RAMQ et à utiliser le service en ligne demandé."),
             ("Nom et numéro de l’établissement", "Indiquez le nom et le numéro de l’établissement, de l’installation, de la grappe de services (OPTILAB) ou du point de service pour lequel vous désirez avoir un accès."),
             ("Autorisation", "Cette section doit être remplie par le directeur des services professionnels, le directeur général de l’établissement concerné, le représentant autorisé de la grappe de services (OPTILAB) ou le médecin responsable ou coresponsable du GMF."),
             ("Signature électronique", "Voici les formats acceptés si vous souhaitez apposer une signature électronique :"),
             (None, ["une signature numérique (générée grâce à un certificat numérique produit au moyen d’un outil spécialisé);", "une signature manuscrite apposée à l’aide d’un accessoire technologique (par exemple, un stylet, un écran tactile ou une souris);", "une signature manuscrite numérisée (par exemple, l’apposition de l’image d’une signature)."]),
             ("Transmission des éléments d’identification par courriel", "Nous transmettrons par courriel à l’utilisateur son mot de passe temporaire. Toutefois, c’est à la personne qui autorise la demande d’accès que nous fournirons le nom d’utilisateur."),
             (None, "Pour des raisons de sécurité, l’utilisateur et la personne qui autorise la demande d’accès doivent avoir des adresses électroniques différentes. Ainsi, les éléments d’identification de l’utilisateur sont mieux protégés.")]
        lay = p("directives", ["one column", "two columns", "boxed", "panel"], [4, 3, 1.5, 1.5])
        b = ""
        for h, x in P:
            b += "<div class=dpar>" + (f"<p class=dh>{t(h)}</p>" if h else "")
            b += "".join(f'<div class="bl"><span>–</span><span>{t(q)}</span></div>' for q in x) if isinstance(x, list) else f"<p>{t(x)}</p>"
            b += "</div>"
        send = f'<div class="send"><p><b>{t("Veuillez remplir le formulaire, le signer et nous l’envoyer")}{NB}:</b></p><div class="snd2"><div>– par courriel : Demandes_acces_SEL@ramq.gouv.qc.ca</div><div>OU – par la poste : {t("Régie de l’assurance maladie du Québec")}<br>C. P. 6600, succ. Terminus<br>Québec (Québec) G1K 7T3</div></div></div>'
        hd = f'<div class="dirh">Directives</div>'
        return f'<div class="dir {"dir2" if lay=="two columns" else "dirb" if lay=="boxed" else "dirp" if lay=="panel" else ""}">{hd}<div class="dirt">{b}</div></div>{send}'

    def header(self):
        r = self.r; p = self.pick
        lay = p("header", ["logo left, title right", "title left, RAMQ right", "centred title", "title band", "three parts", "title under logo"], [3, 3, 2, 2, 2, 2])
        title = self.t("Demande d’accès aux services en ligne")
        lg = p("logo", ["rings", "bars", "square", "leaf image", "words only", "fleur", "none"], [2, 2, 2, 1.5, 2, 1, .6])
        A = self.acc
        mk = {"rings": f'<span class="lg" style="border:3pt solid {A};border-radius:50%;width:16pt;height:16pt"></span>', "bars": f'<span class="lg" style="border-left:5pt solid {A};border-right:5pt solid {mix(A,.5)};width:6pt;height:22pt"></span>',
              "square": f'<span class="lg" style="background:{A};color:#fff;font-weight:bold;font-size:12pt;width:22pt;height:22pt;line-height:22pt;text-align:center">Q</span>', "words only": "", "none": "",
              "fleur": f'<span class="lg" style="width:22pt;height:22pt"><svg viewBox="0 0 20 20" width="22pt" height="22pt"><path d="M10 1C13 5 13 9 10 14C7 9 7 5 10 1ZM9 15C4 16 1 13 3 8C4 12 6 12 9 15ZM11 15C16 16 19 13 17 8C16 12 14 12 11 15ZM6 15.5h8v1.6H6z" fill="{A}"/></svg></span>', "leaf image": ""}[lg]
        if lg == "leaf image":
            import cairo
            sf = cairo.ImageSurface(cairo.FORMAT_ARGB32, 96, 96); c = cairo.Context(sf); c.set_source_rgb(*[int(A[i:i + 2], 16) / 255 for i in (1, 3, 5)])
            c.move_to(48, 6); c.curve_to(90, 30, 84, 70, 48, 90); c.curve_to(12, 70, 6, 30, 48, 6); c.fill(); c.set_source_rgb(1, 1, 1); c.set_line_width(4); c.move_to(48, 20); c.line_to(48, 84); c.stroke()
            f = io.BytesIO(); sf.write_to_png(f); mk = f'<img class="lg" style="width:22pt;height:22pt" src="data:image/png;base64,{base64.b64encode(f.getvalue()).decode()}">'
        org = "" if lg == "none" else f'<span class="lgw">{self.t(r.choice(["Régie de l’assurance maladie", "Régie de l’assurance<br>maladie du Québec", "RAMQ<br>Québec", "Québec"]))}</span>'.replace("&lt;br&gt;", "<br>")
        logo = f'<span class="logo">{mk}{org}</span>'
        rb = p("ramqBox", ["label in box", "label over box", "shaded", "dashed", "label in left"], [4, 2, 2, 1, 1])
        st = self.exp["hdr.ramqUse"]; lab = f'<span class="lab rl0">{self.t("À L’USAGE DE LA RAMQ")}</span>'
        vv = f'<span class="rbv">{self.v("hdr.ramqUse", st)}</span>'
        cl = {"label in box": "rbx", "label over box": "rbo", "shaded": "rbx rbs", "dashed": "rbx rbd", "label in left": "rbx rbl"}[rb]
        ramq = f'<div class="ramq {cl}">{lab}{vv}</div>'
        T = f'<h1>{title}</h1>'
        num = r.choice(["4241", "3917", "1234", "F-108", "2201-A"]); date = r.choice(["(2026-05)", "(26/03)", "Rév. 2025-11", "2026/04"])
        self.formno = f"{num} {date}"
        ft = p("formNumberPlace", ["footer left", "footer right", "header", "none"], [3, 3, 2, 1])
        fn = f'<div class="fno">{self.formno}</div>' if ft == "header" else ""
        if lay == "logo left, title right": return f'<div class="hdr">{logo}<div class="ht1">{T}{fn}</div>{ramq}</div>' if r.random() < .5 else f'<div class="hdr">{logo}<div class="ht1" style="text-align:right">{T}{fn}</div></div><div class="hdrb">{ramq}</div>'
        if lay == "title left, RAMQ right": return f'<div class="hdr"><div class="ht1">{logo}{T}{fn}</div>{ramq}</div>'
        if lay == "centred title": return f'<div class="hdr">{logo}{fn}{ramq}</div><div style="text-align:center">{T}</div>'
        if lay == "title band": return f'<div class="hdr">{logo}{fn}{ramq}</div><div class="tband">{T}</div>'
        if lay == "three parts": return f'<div class="hdr">{ramq}<div class="ht1" style="text-align:center">{T}{fn}</div>{logo}</div>'
        return f'<div class="hdr"><div class="ht1">{logo}{T}{fn}</div></div><div class="hdrb {"hdrr" if r.random() < .5 else ""}">{ramq}</div>'

    def footer(self, pg):
        fp = self.st["formNumberPlace"]
        n = f"{pg}" if self.pn == "n" else f"Page {pg} de 2" if self.pn == "de" else f"{pg}/2" if self.pn == "/" else ("Suite au verso" if pg == 1 else "") if self.pn == "verso" else ""
        l = self.formno if fp == "footer left" else ""; rr = self.formno if fp == "footer right" else ""
        mid = self.t("Régie de l’assurance maladie du Québec") if self.r3 > .7 else ""
        if fp == "footer right": l, n = n, ""
        return f'<div class="foot"><span>{l}</span><span>{mid}</span><span>{rr or n}</span></div>'

    # ---- whole
    def html(self):
        self.r = random.Random("html-%s" % self.seed)   # the same choices at each re-print
        r = self.r; p = self.pick
        for _ in range(3): r.random()
        self.r2, self.r3, self.r4 = r.random(), r.random(), r.random()
        self.narrow = r.random() < .5; self.sexin = r.choice(["under", "under", "left"]); self.qbreak = p("existingNameQuestion", ["q above", "br", "run"], [3, 2, 2])
        self.cgap = {"postal": r.choice([[3, 3], [3, 3], [6]]), "phone": r.choice([[3, 3, 4], [3, 7], [3, 3, 4], [10]]), "psep": r.choice(["", "", "-"])}
        if len(self.cgap["phone"]) < 3: self.cgap["psep"] = ""
        self.combset = set() if self.comb in ("none", "dates only") else {"postalCode", "phone", "fax", "orgNumber"} | ({"phoneExt"} if r.random() < .5 else set())
        if self.comb == "numbers and names": self.combset |= {"firstName", "lastName"}
        if self.comb == "numbers" and r.random() < .4: self.combset = {"postalCode", "orgNumber"}
        self.namecells = r.choice([18, 20, 24])
        self.oframe = r.random() < .3; self.n5ctr = r.random() < .5
        self.pn = p("pageNumber", ["n", "de", "/", "verso", ""], [1, 3, 1, 2, 1])
        H0 = (self.fams, self.flab if self.fams == "framed" else self.olab, self.mark)
        self.sf = {s: H0 for s in "1234"}
        if r.random() < .14:   # section 3 drawn otherwise than section 2
            o = (self.fams, r.choice(["intop", "inleft", "leftcell"]) if self.fams == "framed" else r.choice(["above", "left", "labelcol"]), self.mark)
            if not (self.mark in ("underscores", "dot glyphs") and o[1] == "above") and not (self.mark.startswith("none") and o[1] == "left"):
                self.sf["3"] = o; self.st["section 3 differs"] = o[1]
        self.tick2 = {s: dict(self.tick) for s in "123"}
        if r.random() < .15:
            s = r.choice("123"); self.tick2[s]["side"] = "after" if self.tick["side"] == "before" else "before"; self.st["tickSide exception"] = "section " + s
        self.scopeplace = p("scopePlace", ["after applications", "before applications", "own band", "in section 2"], [6, 1.3, 1.3, 1.2])
        if self.page.startswith(("sections", "two")) and self.scopeplace == "in section 2": self.scopeplace = self.st["scopePlace"] = "own band"
        self.scopearr = p("scopeOptions", ["stack", "three columns", "cells", "table", "stack inline"], [3, 3, 1.5, 1, 3])
        if self.scopeplace == "in section 2" and self.scopearr == "table": self.scopearr = self.st["scopeOptions"] = "stack inline"
        if self.tick2["1"]["side"] == "after" and self.scopearr == "stack inline": self.scopearr = self.st["scopeOptions"] = "stack"
        self.scopenote = p("scopeNote", ["plain", "inline"], [3, 1]); self.scopeq = p("scopeQuestion", ["above", "left"], [2, 1]); self.tabside = r.choice(["left", "right"])
        self.formno = ""
        hdr = self.header()
        if self.page.startswith("sections"):
            mid = f'<div class="sbs"><div>{self.section(2, self.person("2"))}</div><div>{self.section(3, self.person("3"))}</div></div>'
            s1 = self.section1()
        else:
            s1 = self.section1(); mid = self.section(2, self.person("2")) + self.section(3, self.person("3"))
        p1 = hdr + s1 + mid + self.section4()
        p2h = p("page2Header", ["none", "title", "logo line"], [4, 2, 1])
        p2 = (f'<div class="p2h">{self.t("Demande d’accès aux services en ligne")}</div>' if p2h == "title" else f'<div class="p2h p2r">{self.t("Régie de l’assurance maladie du Québec")}</div>' if p2h == "logo line" else "") + self.section5() + self.directives()
        return f'<div class="page" id="p1"><div class="in">{p1}</div>{self.footer(1)}</div><div class="page" id="p2"><div class="in">{p2}</div>{self.footer(2)}</div>'

    def css(self):
        A, L, lw, ls, es, tint = self.acc, self.lc, self.lw, self.ls, self.es, self.tint
        q = lambda f: "'" + f + "'"
        up = "text-transform:uppercase;" if self.upper == "upper" else ""
        dbl = self.labw
        LC = {"tint": "background:" + tint, "white": "", "dark": "background:%s;color:#fff!important" % (A if A != "#000000" else "#404040")}[self.leftcelltint]
        cellpad = self.r.choice([2, 3, 4])
        rad = self.r.choice([2, 4, 6, 9])
        return f"""
@font-face{{font-family:WD;src:url(data:font/ttf;base64,{wd_font()})}}
@page{{size:612pt 792pt;margin:0}} *{{box-sizing:border-box}} html,body{{margin:0;padding:0;background:#fff}}
body{{--k:1;--z:1;--ez:1;font-family:{q(self.lf)};font-size:calc({ls}pt*var(--z));color:#000;line-height:1.15}}
.page{{width:612pt;height:792pt;position:relative;overflow:hidden;page-break-after:always}}
.in{{position:absolute;left:{self.M}pt;width:{self.W}pt;top:{max(22, self.M-8)}pt;}}
.foot{{position:absolute;left:{self.M}pt;right:{self.M}pt;bottom:16pt;display:flex;justify-content:space-between;font-size:6.5pt;color:#333}}
.lab{{font-family:{q(self.lf)};font-size:calc({ls}pt*var(--z));color:{self.labc};font-weight:{'bold' if dbl=='bold' else 'normal'};font-style:{'italic' if dbl=='italic' else 'normal'};letter-spacing:{self.lsp}pt;{up}line-height:1.12}}
.nw{{white-space:nowrap;flex:none}} .blk{{display:block;margin-bottom:calc(1.5pt*var(--k))}}
.v{{font-family:{q(self.ef)};font-size:calc({es}pt*var(--ez));color:{self.entc};font-weight:{self.entw};white-space:pre;line-height:1;letter-spacing:0;text-transform:none;font-style:normal;{'position:relative;z-index:2;' if self.zorder else ''}}}
.st{{display:inline-block;width:0;height:calc({es}pt*var(--ez)*.75)}} .sp{{display:inline-block;width:{es*1.9:.1f}pt}} .pg{{display:inline-block;width:5pt}}
.ent{{display:block;min-width:0;white-space:nowrap;line-height:calc({es}pt*var(--ez)*1.18);min-height:calc({es}pt*var(--ez)*1.18);position:static}}
{".c.intop>.ent:not(.en),.c.above>.ent:not(.en),.c.below>.ent:not(.en){padding-left:%dpt}" % (10 if self.enta=="indented" else 26) if "indent" in self.enta else ".c.intop>.ent:not(.en):not(.e2b),.c.below>.ent:not(.en):not(.e2b){text-align:center}" if self.enta=="centred" else ""}
.ln{{display:block;line-height:calc({es}pt*var(--ez)*1.22);min-height:calc({es}pt*var(--ez)*1.22)}}
.row{{display:flex}} .c{{min-width:0}}
.c.intop{{display:flex;flex-direction:column;justify-content:space-between;gap:calc(1pt*var(--k))}} 
.c.inleft,.c.left{{display:flex;align-items:baseline;gap:4pt}} .c.left>.ent,.c.left>.e2,.c.inleft>.ent{{flex:1 1 0}} .c.left>.ent.en,.c.inleft>.ent.en{{flex:none}}
.c:has(>.lbase),.c.labelcol:has(>.lab>br){{align-items:last baseline!important}} {".c.left:has(>.wrap),.c.inleft:has(>.wrap){align-items:last baseline}" if self.r3 < .5 else ""}
.c.left>.ldr{{flex:1 1 0;max-width:46pt;overflow:visible;white-space:nowrap;color:{self.labc};letter-spacing:1pt}} 
.c.above{{display:flex;flex-direction:column;justify-content:flex-end;gap:calc(1pt*var(--k) + .3pt)}} .c.below{{display:flex;flex-direction:column;gap:1.5pt}}
.c.labelcol{{display:flex;align-items:baseline;gap:5pt}} .c.labelcol>.lab{{flex:0 0 {self.labcol}pt;text-align:{self.labalign}}} .c.labelcol>.ent,.c.labelcol>.e2{{flex:1 1 0}} .c.labelcol>.ent.en{{flex:none}}
.c.labelcol.lc2w>.lab,.sx>.lc2{{flex:0 1 auto;width:auto;white-space:normal}}
.c.leftcell{{display:flex;align-items:stretch;padding:0!important}} .c.leftcell>.lab{{flex:0 0 {self.labcol}pt;padding:{cellpad*.5:.1f}pt {cellpad}pt;border-right:{lw}pt solid {L};display:flex;align-items:center;{LC}}} .c.leftcell>.ent{{flex:1 1 0;padding:calc(.8pt + {cellpad*.4:.1f}pt*var(--k)) {cellpad}pt;align-self:center}}
.c.headrow{{display:flex;flex-direction:column;padding:0!important}} .c.headrow>.lab{{padding:.8pt {cellpad}pt;border-bottom:{lw}pt solid {L};flex:1 0 auto;display:flex;align-items:center;{LC}}} .c.headrow>.ent{{padding:calc(.8pt + {cellpad*.4:.1f}pt*var(--k)) {cellpad}pt}}
.c.leftcell.lc2w>.lab,.c.leftcell.sx>.lab{{flex:0 1 auto;max-width:96pt}} .c.leftcell.sgt>.lab{{flex:none}}
.lab.wrap{{flex:0 1 auto;max-width:{'46%' if self.r.random()<.5 else '58%'}}} 
.sl{{display:flex;align-items:baseline;gap:6pt}} .sx{{align-items:center}} .en{{display:flex;align-items:center}}
.fillr{{flex:1 1 0;border-left-width:0!important}}
.fam-open>.row{{gap:9pt;margin-bottom:calc(3.4pt*var(--k))}} .fam-open>.row>.c{{align-self:flex-end}} .fam-open>.row:has(>.below){{margin-bottom:calc(3.6pt + 3.4pt*var(--k))}} .fam-open>.row.rrow>.c{{align-self:{self.r.choice(['flex-start','center'])}!important}}
.fam-open.lp-labelcol>.row>.c,.fam-open.lp-left>.row>.c{{align-self:center}}
.ruled>.row{{border-bottom:.5pt solid {mix(L,.35)};margin-bottom:calc(1.5pt*var(--k));padding-bottom:calc(1.5pt*var(--k))}} .zebra>.row{{padding:calc(1.8pt*var(--k)) 4pt;margin:0}} .zebra>.row:nth-child(odd){{background:{tint}}}
.m-box{{border:{lw}pt solid {L};padding:calc(1.2pt*var(--k)) 3pt;background:#fff}} .m-rnd{{border:{lw}pt solid {L};border-radius:{rad}pt;padding:calc(1.2pt*var(--k)) 5pt;background:#fff}}
.m-sh{{background:{mix(tint,0) if tint!='#f3efe2' else tint};padding:calc(1.4pt*var(--k)) 3pt}} .m-wp{{background:#fff;padding:calc(1.4pt*var(--k)) 3pt;{'border:.4pt solid '+mix(L,.4) if self.r.random()<.5 else ''}}}
.m-ln{{border-bottom:{lw}pt solid {L};padding:0 2pt}} .m-dt{{border-bottom:1pt dotted {L};padding:0 2pt}} .m-da{{border-bottom:.8pt dashed {L};padding:0 2pt}} .m-tk{{border-bottom:1.7pt solid {L};padding:0 2pt}}
.m-co{{border-bottom:{lw}pt solid {L};border-left:{lw}pt solid {L};padding:calc(.8pt*var(--k)) 4pt}} .m-u{{border:{lw}pt solid {L};border-top:0;padding:0 4pt}} .m-no{{padding:0 2pt}}
.m-us{{position:relative;padding:0 2pt}} .us{{position:absolute;left:0;bottom:0;white-space:nowrap;font-family:{q(self.lf)};font-size:calc({es}pt*var(--ez));letter-spacing:0;color:{L};line-height:inherit}}
.e2{{display:flex;flex-direction:column;gap:calc(1.5pt*var(--k));min-width:0}} .m-us .v{{position:relative;z-index:1;top:-.4pt}}
.grid{{--b:{lw}pt solid {L}}} .grid>.row>.c{{padding:calc(.9pt + {cellpad*.35:.2f}pt*var(--k)) {cellpad}pt calc(.5pt + {cellpad*.35:.2f}pt*var(--k))}}
.grid>.row>.c.inleft,.grid>.row>.c.sl,.grid>.row>.c.rl,.grid>.row>.c.ro{{padding-top:calc({cellpad*.8:.2f}pt*var(--k));padding-bottom:calc({cellpad*.8:.2f}pt*var(--k))}}
.k-grid,.k-to,.k-dg,.k-df{{border:var(--b)}} .k-grid>.row+.row,.k-to>.row+.row,.k-vs>.row+.row,.k-df>.row+.row{{border-top:var(--b)}} .k-grid>.row>.c+.c,.k-to>.row>.c+.c,.k-df>.row>.c+.c{{border-left:var(--b)}}
.k-to{{border:1.6pt solid {L}}} .k-df{{border:2.4pt double {L}}} .k-hr{{border-top:var(--b)}} .k-hr>.row{{border-bottom:var(--b)}}
.k-dg{{border:.8pt dotted {L}}} .k-dg>.row+.row{{border-top:.8pt dotted {L}}} .k-dg>.row>.c+.c{{border-left:.8pt dotted {L}}}
.k-sb>.row,.k-rb>.row,.k-sh>.row,.k-wc>.row,.k-bl>.row{{gap:4pt;margin-bottom:calc(2pt + 1pt*var(--k))}} .k-sb>.row>.c,.k-rb>.row>.c{{border:var(--b)}} .k-rb>.row>.c{{border-radius:{rad}pt;padding-left:{cellpad+2}pt}} .k-rb>.row>.c.leftcell{{overflow:visible}} .k-rb>.row>.c.headrow>.lab{{border-radius:{rad}pt {rad}pt 0 0;padding-left:{cellpad+2}pt}} .k-rb>.row>.c.headrow>.ent{{padding-left:{cellpad+2}pt}} .k-rb>.row>.c.leftcell>.lab{{border-radius:{rad}pt 0 0 {rad}pt}}
.k-sh>.row>.c{{background:{tint}}} .k-wc{{background:{tint};padding:4pt 4pt 1pt}} .k-wc>.row>.c{{background:#fff}} .k-bl>.row>.c{{border-left:var(--b);border-bottom:var(--b)}} .k-bl>.row>.fillr,.k-sb>.row>.fillr,.k-rb>.row>.fillr,.k-sh>.row>.fillr,.k-wc>.row>.fillr{{visibility:hidden}}
.k-vs{{border:var(--b)}} .k-vs>.row>.c+.c{{border-left:.5pt solid {mix(L,.55)}}} .k-sb>.row>.cmc,.k-rb>.row>.cmc{{border:0}}
.cmc{{flex:1}}
.tk{{display:inline-block;flex:none;vertical-align:-1pt;position:relative;text-align:center;line-height:1}} .bsq{{border:.8pt solid #000;background:#fff}} .brd{{border:.8pt solid #000;border-radius:50%;background:#fff}} .bsh{{background:{tint};border-color:#777}} .b3d{{border-width:1.2pt .5pt .5pt 1.2pt}}
.tk.bsq,.tk.brd{{display:inline-flex;align-items:center;justify-content:center;color:{self.entc}}} .tk .dot{{width:58%;height:58%;border-radius:50%;background:{self.entc}}} .tk .sq{{width:64%;height:64%;background:{self.entc}}} .tk svg{{width:100%;height:100%;position:absolute;left:0;top:0}} .tkm{{font-family:{q({'Nimbus Mono PS': 'Liberation Mono', 'URW Gothic': 'Liberation Sans', 'Nimbus Sans': 'Liberation Sans', 'P052': 'Liberation Serif', 'C059': 'Liberation Serif', 'URW Bookman': 'Liberation Serif'}.get(self.ef, self.ef))},'DejaVu Sans'!important;font-size:1em!important;line-height:1!important;position:static!important}}
.tg{{vertical-align:-1pt;line-height:.9;color:#000}} .tb{{top:-1.1pt;font-family:{q(self.ef)};font-size:{es}pt;white-space:nowrap;color:{self.entc}}}
.opt{{display:flex;align-items:center;gap:3pt;font-size:calc({ls}pt*var(--z));line-height:1.12;min-width:0}} .ow{{min-width:0}} .orow{{display:flex;flex-wrap:wrap;gap:calc(1pt + 2pt*var(--k)) 14pt}} .orow .opt{{flex:none;max-width:100%}} .ostack{{display:flex;flex-direction:column;gap:calc(1pt + 1.4pt*var(--k))}} .ocols{{display:grid;gap:calc(1pt + 2pt*var(--k)) 14pt;justify-content:{self.r.choice(['start','space-between'])}}}
.ocells{{display:flex;border:{lw}pt solid {L};background:#fff}} .ocells>span{{flex:1 1 0;padding:2pt 3pt;min-width:0}} .ocells>span+span{{border-left:{lw}pt solid {L}}}
.oa{{justify-content:flex-start}} .on{{color:{mix('#000000',.25)};font-size:.92em}} .onl{{display:block}} .sx .orow,.en .orow{{flex-wrap:nowrap;gap:{self.r.choice([9,12,16])}pt}}
.rl{{display:flex;gap:8pt;flex:1;align-items:baseline}} .rb{{flex:1;min-width:0;display:block}} .ra .lab{{display:block;margin-bottom:calc(2pt*var(--k))}} .ra .fu .lab{{margin:0}} .fu{{margin-top:calc(2.5pt*var(--k))}}
.uq{{display:flex;flex-direction:column;gap:1.5pt}} .uq2{{display:flex;align-items:baseline;gap:4pt}} .uq2>.ent{{flex:1 1 0}}
.comb{{display:inline-flex;align-items:flex-end}} .cg{{display:inline-flex}} .comb i{{font-style:normal;display:inline-block;height:calc({es}pt*var(--ez)*1.25 + 1.5pt);line-height:calc({es}pt*var(--ez)*1.25 + 1.5pt);text-align:center}} .cgap{{width:{self.r.choice([4,6])}pt}} .csep{{padding:0 2pt;font-weight:normal;line-height:calc({es}pt*var(--ez)*1.25 + 1.5pt)}}
.ck-boxes i{{border:{lw}pt solid {L};margin-left:-{lw}pt;background:#fff}} .ck-joined .cg{{border:{lw}pt solid {L};background:#fff}} .ck-joined i+i{{border-left:.4pt dotted {mix(L,.4)}}} .ck-underlines i{{border-bottom:{lw+.2}pt solid {L};transform:none;margin:0 1pt}}
.ck-teeth i{{border-bottom:{lw}pt solid {L};position:relative}} .ck-teeth i::before{{content:"";position:absolute;left:0;bottom:0;height:32%;border-left:{lw}pt solid {L}}} .ck-teeth .cg i:last-child::after{{content:"";position:absolute;right:0;bottom:0;height:32%;border-left:{lw}pt solid {L}}}
.dp{{display:inline-flex;align-items:flex-end}} .dc{{display:flex;flex-direction:column;align-items:stretch;text-align:center}} .dw{{font-size:calc({max(5.5, ls-1.2)}pt*var(--z));text-align:center;display:block;line-height:1.15}} .dv{{display:block;text-align:center;line-height:calc({es}pt*var(--ez)*1.2);min-height:calc({es}pt*var(--ez)*1.2);white-space:nowrap}}
.dbx{{border:{lw}pt solid {L};background:#fff;padding:calc(.8pt*var(--k)) 1pt}} .dc+.dc>.dbx{{margin-left:-{lw}pt}} .dln{{border-bottom:{lw}pt solid {L}}} .dcin{{border:{lw}pt solid {L};background:#fff;padding:.8pt 1pt}} .dcin+.dcin{{margin-left:-{lw}pt}}
.dsep{{width:8pt;text-align:center;font-weight:normal;font-size:{es}pt;line-height:1.2}} .d-u .dsep{{align-self:flex-start}} .dsep0{{width:5pt}} .dp1{{display:inline-flex;flex-direction:column;gap:1.3pt}} .dv+.dw{{margin-top:1pt}} .sgp+.sgl{{margin-top:1.6pt}} .d1{{border:{lw}pt solid {L};background:#fff;padding:1pt}} .dwl{{align-items:baseline;gap:3pt}} .dwl .dv{{margin-right:4pt}}
.dtab{{display:inline-flex;flex-direction:column;border:{lw}pt solid {L};background:#fff}} .dth{{text-align:center;border-bottom:{lw}pt solid {L};padding:.8pt}} .dtr{{display:flex}} .dtr+.dtr{{border-top:{lw*.6}pt solid {L}}} .dtr>.dc+.dc{{border-left:{lw*.6}pt solid {L}}}
.date{{display:inline-flex}} .dll{{align-items:{'center' if self.ds['words']=='in' else 'flex-end'};gap:5pt}} .d-u{{}} .dll:has(.d-u),.dll:has(.dp1){{align-items:flex-start}} .dll:has(.dwl){{align-items:baseline}} .dla{{flex-direction:column;align-items:flex-start;gap:1.8pt}}
.sgp{{display:block;position:relative;height:calc(15pt + 10pt*var(--k));flex:1;min-width:0}} .sgs{{display:flex;gap:14pt;align-items:flex-end;margin-top:calc(4pt*var(--k))}} .sgb{{flex:1;min-width:0}} .sgh{{display:flex;align-items:flex-end;gap:5pt}} .sgf{{border:{lw}pt solid {L};padding:1.5pt 3pt;background:#fff}} .sgtab{{display:flex;padding:0}} .sgtab>.lab{{flex:0 0 80pt;border-right:{lw}pt solid {L};padding:2pt 3pt;align-self:stretch;{LC}}}
.sgb>.sgl{{display:block}} .sgv{{flex-direction:column;align-items:stretch;gap:calc(3pt*var(--k))}} .sgc{{display:flex;flex-direction:column}} .sgc .sgp{{flex:none}} .dtc{{display:flex;align-items:{self.r.choice(['flex-end','center'])}}} .s4d{{flex-direction:column;align-items:flex-start!important;justify-content:space-between;gap:1pt}} .sgpt{{margin:1pt 4pt}} .sg{{z-index:1;pointer-events:none}}
.cm{{font-size:calc({max(6.3, ls-.5)}pt*var(--z));line-height:1.18;margin:calc(2.5pt*var(--k)) 0}} .cm p,.dir p,.send p{{margin:0}} .cmb{{border:{lw}pt solid {L};padding:3pt 5pt;background:#fff}} .cmi{{font-style:italic;font-size:calc({max(6.2, ls-.9)}pt*var(--z))}} .bl{{display:flex;gap:4pt;padding-left:6pt}} .bl>span:first-child{{flex:none}} .cc{{display:grid;grid-template-columns:1fr 1fr;gap:14pt}} .nt{{margin-top:1pt!important}}
.sidecm{{display:grid;grid-template-columns:57% 1fr;gap:14pt;align-items:end;margin-top:calc(2pt*var(--k))}}
.sec{{margin-top:calc(6.5pt*var(--k))}} .hd{{font-family:{q(self.hf)};font-size:{self.hs}pt;font-weight:bold;text-transform:{self.headcase};line-height:1.15}} .bd{{padding-top:calc(1pt + 2pt*var(--k))}}
.hb{{background:#000;color:#fff;padding:calc(1pt + 1pt*var(--k)) 5pt}} .hg{{background:#d6d6d6;padding:calc(1pt + 1pt*var(--k)) 5pt}} .hc{{background:{A if A!='#000000' else '#3b5b7a'};color:#fff;padding:calc(1pt + 1pt*var(--k)) 5pt}} .hr{{border-bottom:1.2pt solid {A};padding-bottom:1pt}} .hsc{{font-variant:small-caps;text-transform:none;font-size:{self.hs+1.5}pt;color:{A}}} .hu{{text-decoration:underline;text-underline-offset:1.5pt}} .hll{{font-weight:normal;font-size:{self.hs+3}pt;color:{A}}} .hlb{{border-left:4pt solid {A};padding-left:6pt}}
.h-blackband .bd,.h-greyband .bd,.h-colouredband .bd{{padding-top:{self.r.choice(['calc(2.5pt*var(--k))','0']) if self.fams == 'framed' else 'calc(1.8pt + 2pt*var(--k))'}}}
.hnb,.hnc,.hfl{{display:flex;align-items:center;gap:6pt}} .hnb .hn{{border:1pt solid {A};padding:0 4pt;{'background:'+A+';color:#fff' if self.r.random()<.5 else ''}}} .hnc .hn{{border-radius:50%;background:{A};color:#fff;width:{self.hs*1.5:.1f}pt;height:{self.hs*1.5:.1f}pt;line-height:{self.hs*1.5:.1f}pt;text-align:center;flex:none}}
.hfl{{align-items:baseline}} .hfl .hn{{width:16pt;flex:none}} .h-numberfarleft .bd{{padding-left:22pt}} .ht{{}} .h-tab .ht{{display:inline-block;background:{A if self.r3<.5 else tint};color:{'#fff' if self.r3<.5 else '#000'};padding:1.5pt 8pt;vertical-align:bottom}} .h-tab .bd{{border-top:1pt solid {A};}}
.hce{{text-align:center;border-top:.8pt solid {A};border-bottom:.8pt solid {A};padding:1pt}} fieldset{{border:{lw}pt solid {L};margin:0;padding:calc(2pt*var(--k)) 7pt calc(4pt*var(--k));min-width:0}} legend{{padding:0 5pt}} .hfw{{border:{lw}pt solid {L}}} .hfw>.hd{{padding:1.5pt 4pt;border-bottom:{lw}pt solid {L};{'background:'+tint if self.r3<.6 else ''}}} .hfw>.grid{{border:0}} .hfw>.grid+.cm,.hfw>.cm,.hfw>.sgs,.hfw>.sidecm{{margin-left:4pt;margin-right:4pt;margin-bottom:calc(3pt*var(--k))}} .hfw>.grid+.cm+.grid{{border-top:{lw}pt solid {L}}} .hfw>div:not(.hd):not(.grid):not(.cm):not(.sgs):not(.sidecm){{padding:calc(2.5pt*var(--k)) 4pt}} .hfw>.s1-rules{{padding:0!important}} .hfw>.k-sb,.hfw>.k-rb,.hfw>.k-sh,.hfw>.k-wc,.hfw>.k-bl{{padding:4pt 4pt 1pt}}
.h-margincolumn{{display:flex;gap:8pt;align-items:stretch}} .mcol{{flex:0 0 74pt;{'background:'+tint if self.r3<.35 else 'background:'+A+';color:#fff' if self.r3<.6 and A!='#000000' else 'border-top:1.2pt solid '+A};padding:4pt 4pt}} .mcol .hd{{font-size:{min(self.hs, 9)}pt;hyphens:none}} .mcol .hn{{display:block;font-size:{self.hs+4}pt}} .mbody{{flex:1;min-width:0;{'border-top:.6pt solid '+A if self.r3>=.6 else ''}}}
.panel{{background:{tint};padding:calc(3.5pt*var(--k)) 6pt}} .oframe{{border:{lw}pt solid {L};padding:calc(3.5pt*var(--k)) 6pt}} .panel0{{background:{mix('#000000',.93)};padding:calc(3.5pt*var(--k)) 6pt}}
.s1r{{padding:calc(1.8pt*var(--k)) 0}} .s1l{{display:flex;align-items:baseline;gap:8pt}} .s1lab{{flex:0 0 {self.r.choice([66,80,96])}pt}} .s1o{{flex:1;min-width:0}} .sv{{font-weight:{self.r.choice(['normal','bold'])};font-size:calc({ls+.7}pt*var(--z))}} .svb{{border:{lw}pt solid {L};padding:1pt 6pt;background:#fff}} .scq{{display:block;margin-bottom:calc(2pt*var(--k));{'font-weight:bold' if self.r.random()<.4 else ''}}} .sq2{{display:flex;gap:10pt;align-items:center}} .scq2{{flex:0 0 120pt}}
.s1-grid{{border:{lw}pt solid {L}}} .s1-grid>.s1r{{padding:calc(2pt*var(--k)) 4pt}} .s1-grid>.s1r+.s1r,.s1-rules>.s1r+.s1r{{border-top:{lw}pt solid {L}}} .s1-rules>.s1r{{padding:calc(2pt*var(--k)) 4pt}} .s1-boxes>.s1r{{border:{lw}pt solid {L};padding:calc(2pt*var(--k)) 5pt;margin-bottom:3pt}} .s1-panel{{background:{tint};padding:2pt 5pt}} .scopeband{{{self.r.choice(['background:'+tint,'border:%spt solid %s'%(lw,L),'border-top:1pt solid %s;border-bottom:1pt solid %s'%(A,A)])};padding:calc(3pt*var(--k)) 5pt}} .scp{{padding-top:2pt;padding-bottom:2pt}}
.tt{{background:#fff}} .tt .row{{font-size:calc({ls}pt*var(--z))}} .tt>.row>.tcc{{flex:0 0 44pt;text-align:center;padding:1.5pt 2pt}} .tt>.row>.tcw{{flex:1;padding:calc(1.8pt*var(--k)) 4pt}} .th{{font-weight:bold;background:{tint}}}
.hdr{{display:flex;align-items:center;justify-content:space-between;gap:14pt}} .ht1{{flex:1}} h1{{font-family:{q(self.hf)};font-size:{self.r.choice([13,14,15,16,18])}pt;margin:calc(2pt*var(--k)) 0;line-height:1.1;color:{A if self.r.random()<.5 else '#000'};{'font-weight:normal' if self.r.random()<.2 else ''}}} .logo{{display:inline-flex;align-items:center;gap:5pt;flex:none}} .lg{{display:inline-block}} .lgw{{font-size:9pt;line-height:1.05;font-weight:bold}} .fno{{font-size:6.5pt;color:#333}} .hdrb{{display:flex}} .hdrr{{justify-content:flex-end}} .hdrb .ramq{{margin-top:3pt}} .tband{{background:{tint};padding:2pt 6pt;margin-top:calc(3pt*var(--k))}} .tband h1{{text-align:{self.r.choice(['left','center'])}}}
.ramq{{flex:0 0 {self.r.choice([130,150,175,200])}pt;min-height:calc(16pt + 16pt*var(--k));display:flex;flex-direction:column}} .rbx{{border:{lw}pt solid {L};padding:2pt 4pt}} .rbo .rbv{{border:{lw}pt solid {L};padding:0 4pt}} .rbs{{background:{tint}}} .rbd{{border-style:dashed}} .rbl{{flex-direction:row;gap:6pt}} .rbl .lab{{flex:0 0 52pt}} .rbv{{flex:1;display:flex;align-items:center}} .hdrb .ramq{{min-height:calc(12pt + 12pt*var(--k))}} .rl0{{text-transform:none}}
.duo{{display:grid;grid-template-columns:1fr 1fr;gap:16pt;align-items:start}} .duo>.fs{{min-width:0}} .duofull{{margin-top:calc(2pt*var(--k))}} .sbs{{display:grid;grid-template-columns:1fr 1fr;gap:{self.r.choice([14,18,22])}pt}} .sbs>div{{min-width:0}}
.n5{{margin-top:3pt}} .n5r{{display:flex;align-items:stretch}} .n5nar{{width:70%}} .n5h,.n5c{{flex:1;display:flex;align-items:center;gap:6pt;padding:calc(2.4pt*var(--k)) 6pt;min-height:calc({es}pt + 6pt*var(--k))}} .n5ctr .n5h,.n5ctr .n5c{{justify-content:center}} .n5n{{flex:0 0 24pt;display:flex;align-items:center;justify-content:center}} .nn{{width:16pt;font-weight:normal;flex:none}} .zb{{background:{tint}}}
.n5-g{{border:{lw}pt solid {L}}} .n5-g>.n5r+.n5r{{border-top:{lw}pt solid {L}}} .n5-g>.n5r>*+*{{border-left:{lw}pt solid {L}}} .n5-g>.n5hd{{{self.r.choice(['background:'+tint,'font-weight:bold','background:#fff'])}}} .n5-l>.n5r,.n5-b>.n5r,.n5-c>.n5r{{gap:22pt;margin-bottom:calc(2pt*var(--k))}} .n5-l .n5c{{border-bottom:{lw}pt solid {L};padding-bottom:0;align-items:flex-end}} .n5-b .n5c{{border:{lw}pt solid {L}}} .n5-h>.n5r{{border-bottom:{lw}pt solid {L}}}
.dir{{margin-top:calc(9pt*var(--k));font-size:calc({max(6.6, min(ls, 8))}pt*var(--z))}} .dirh{{font-family:{q(self.hf)};font-weight:bold;font-size:{self.hs+.5}pt;margin-bottom:calc(2pt*var(--k))}} .dh{{font-weight:bold;margin-top:calc(2.5pt*var(--k))!important}} .dpar{{margin-bottom:calc(2pt*var(--k));break-inside:avoid}} .dir2 .dirt{{columns:2;column-gap:18pt}} .dirb{{border:{lw}pt solid {L};padding:5pt 7pt}} .dirp{{background:{tint};padding:5pt 7pt}} .send{{margin-top:calc(6pt*var(--k));font-size:calc({max(6.8, min(ls, 8))}pt*var(--z))}} .snd2{{display:flex;gap:30pt;margin-top:2pt}} .p2h{{font-size:8pt;color:#333;border-bottom:.5pt solid {L};padding-bottom:2pt;margin-bottom:4pt}} .p2r{{text-align:right;border:0}}
"""

    def document(self):
        body = self.html()
        css = self.css()
        return f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Demande</title><style>{css}</style></head><body>{body}</body></html>'


JS = r"""
(async (k0, fill, ES) => {
 await document.fonts.ready;
 await Promise.all([...document.images].map(i => i.decode ? i.decode().catch(()=>0) : 0));
 const R = {bad: [], over: {}, k: []};
 const PT = 96/72;
 const filler = () => {
  for (const u of document.querySelectorAll('.us')) { const w = u.parentElement.clientWidth; u.textContent = u.dataset.ch; const cw = Math.max(.5, (()=>{u.textContent=u.dataset.ch.repeat(40); return u.getBoundingClientRect().width/40})()); u.textContent = u.dataset.ch.repeat(Math.max(3, Math.floor(w/cw - .2))); }
  for (const u of document.querySelectorAll('.ldr')) { u.textContent=''; const w = u.getBoundingClientRect().width; u.textContent = '.'.repeat(20); const sp=document.createElement('span'); sp.textContent='.'.repeat(20); u.textContent=''; u.appendChild(sp); const cw = sp.getBoundingClientRect().width/20; u.textContent='.'.repeat(Math.max(0, Math.floor((w-1)/cw))); }
 };
 for (const pg of document.querySelectorAll('.page')) {
  const inn = pg.querySelector('.in'); const lim = pg.getBoundingClientRect().top + 792*PT - 29*PT;
  const set = (k, z) => { pg.style.setProperty('--k', k); pg.style.setProperty('--z', z); pg.style.setProperty('--ez', ES*(.35+.65*z) < 7.6 ? 7.6/ES : (.35+.65*z)); };
  const fits = () => inn.getBoundingClientRect().bottom <= lim;
  let ok = false;
  for (const z of [1, .95, .9, .86, .82]) { if (parseFloat(getComputedStyle(document.body).fontSize)*z < 6.1*PT && z < .95) break;
   let hi = fill ? Math.max(k0, 2.0) : k0; set(hi, z); if (fits()) { ok = true; R.k.push([hi, z]); break; }
   set(.35, z); if (!fits()) continue;
   let lo = .35; for (let i=0;i<9;i++) { const m=(lo+hi)/2; set(m, z); if (fits()) lo=m; else hi=m; }
   if (lo < .5 && z > .83) { if (z > .91) continue; }
   set(lo, z); ok = true; R.k.push([lo, z]); break; }
  if (!ok) R.bad.push('page does not fit ' + pg.id + ' ' + Math.round((inn.getBoundingClientRect().bottom-lim)/PT));
 }
 filler();
 // entries within their place
 for (const v of document.querySelectorAll('.v[data-id]')) {
  if (v.dataset.comb || v.classList.contains('tkm')) continue;
  const p = v.closest('.ent,.dv,.ln,.n5c,.rbv'); if (!p) continue;
  const a = v.getBoundingClientRect(), b = p.getBoundingClientRect(); const cs = getComputedStyle(p);
  const right = b.right - parseFloat(cs.paddingRight) + .5, left = b.left - .5;
  if (a.right > right || a.left < left) { const w = right - left - parseFloat(cs.paddingLeft); R.over[v.dataset.id] = Math.min(R.over[v.dataset.id]||999, Math.floor(v.textContent.length * w / a.width)); }
 }
 // texts
 const rects = []; const tw = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); let n;
 while (n = tw.nextNode()) { if (!n.textContent.trim()) continue; const el = n.parentElement; if (el.closest('style')) continue; if (el.classList.contains('us')) continue;
  const r = document.createRange(); r.selectNodeContents(n); const fs = parseFloat(getComputedStyle(el).fontSize);
  for (const q of r.getClientRects()) { if (q.width < .3) continue; const cy=(q.top+q.bottom)/2; rects.push({x0:q.left, x1:q.right, y0:cy-fs*.36, y1:cy+fs*.36, el, n, t:n.textContent.trim().slice(0,30), v: el.classList.contains('v')}); } }
 const pg0 = document.querySelector('.page').getBoundingClientRect();
 for (const a of rects) {
  if (a.x0 < pg0.left + 15*PT || a.x1 > pg0.right - 15*PT) R.bad.push('off page: ' + a.t);
  if (a.el.closest('.tk')) continue;
  for (let e = a.el; e && !e.classList.contains('page'); e = e.parentElement) {
   const cs = getComputedStyle(e); if (cs.display === 'inline' || cs.display==='contents') continue;
   const b = e.getBoundingClientRect();
   const edge = (cs.borderRightWidth !== '0px' || cs.backgroundColor !== 'rgba(0, 0, 0, 0)' || e.classList.contains('c') || e.classList.contains('fs') || e.classList.contains('in'));
   if (edge && (a.x1 > b.right + .6 || a.x0 < b.left - .6)) { if (!(a.v && !a.el.dataset.comb)) R.bad.push('out sideways: ' + a.t + ' / ' + e.className); else if (!(a.el.dataset.id in R.over)) R.bad.push('entry out: ' + a.t + ' / ' + e.className); break; }
   if ((cs.borderBottomWidth !== '0px' || cs.borderTopWidth !== '0px') && (a.y0 < b.top - .8 || a.y1 > b.bottom + .8)) { R.bad.push('out vertically: ' + a.t + ' / ' + e.className); break; }
  }
 }
 rects.sort((p,q)=>p.y0-q.y0);
 for (let i=0;i<rects.length;i++) for (let j=i+1;j<rects.length && rects[j].y0 < rects[i].y1;j++) { const a=rects[i], b=rects[j]; if (a.n===b.n && !a.el.classList.contains('x')) { if (Math.abs(a.y0-b.y0)<1) continue; }
  const ox = Math.min(a.x1,b.x1)-Math.max(a.x0,b.x0), oy=Math.min(a.y1,b.y1)-Math.max(a.y0,b.y0); if (ox > .8 && oy > .8) R.bad.push('overlap: ' + a.t + ' | ' + b.t);
  else if (oy > 1 && ox > -1.2*PT && (a.v !== b.v) && !a.el.closest('.tk') && !b.el.closest('.tk') && !a.el.classList.contains('pp') && !b.el.classList.contains('pp')) R.bad.push('touching: ' + a.t + ' | ' + b.t); }
 // texts crossed by a line or under a band
 for (const e of document.querySelectorAll('.in *')) { const cs=getComputedStyle(e); const b=e.getBoundingClientRect(); if (cs.display==='inline'||!b.width) continue; const ys=[]; if (cs.borderBottomWidth!=='0px' && cs.visibility!=='hidden') ys.push(b.bottom-parseFloat(cs.borderBottomWidth)/2); if (cs.borderTopWidth!=='0px' && cs.visibility!=='hidden') ys.push(b.top+parseFloat(cs.borderTopWidth)/2);
  for (const y of ys) for (const a of rects) { if (a.y1 < y-40 || a.el.closest('.tk')) continue; if (a.y0 > y+40) break; const fs=(a.y1-a.y0)/.72, top=a.y0-fs*.05; if (y > top && y < a.y1 - fs*.04 && Math.min(a.x1,b.right)-Math.max(a.x0,b.left) > 1 && e.tagName!=='FIELDSET') R.bad.push('line through: '+a.t+' / '+e.className); }
  if (e.classList.contains('hd') && cs.backgroundColor!=='rgba(0, 0, 0, 0)') for (const a of rects) { if (e.contains(a.el)) continue; const top=a.y0-(a.y1-a.y0)*.2; if (top < b.bottom && a.y1 > b.top && Math.min(a.x1,b.right)-Math.max(a.x0,b.left) > 1) R.bad.push('under band: '+a.t); } }
 // ticks touched by text of another
 const tks=[...document.querySelectorAll('.tk')].map(e=>({e, b:e.getBoundingClientRect()}));
 for (const t of tks) for (const a of rects) { if (a.el.closest('.tk')) continue; const ox=Math.min(a.x1,t.b.right)-Math.max(a.x0,t.b.left), oy=Math.min(a.y1,t.b.bottom)-Math.max(a.y0,t.b.top); if (ox>.5&&oy>.8) R.bad.push('tick over text: '+a.t); }
 // signatures over entries
 for (const s of document.querySelectorAll('.sg')) { const b=s.getBoundingClientRect(); for (const a of rects) { const ox=Math.min(a.x1,b.right)-Math.max(a.x0,b.left), oy=Math.min(a.y1,b.bottom)-Math.max(a.y0,b.top); if (ox>1&&oy>(a.v?1:3.5)) R.bad.push('signature over: '+a.t); } if (b.height<14*PT||b.width<30) R.bad.push('signature too small '+Math.round(b.height)+'x'+Math.round(b.width)); }
 // combs overflow
 for (const c of document.querySelectorAll('.comb')) { const b=c.getBoundingClientRect(); const p=c.closest('.c,.n5c,.date'); if (p) { const q=p.getBoundingClientRect(); if (b.right>q.right+1) R.bad.push('comb too wide'); } const nx=c.closest('.c') && c.closest('.c').nextElementSibling; if (nx && b.right > nx.getBoundingClientRect().left) R.bad.push('comb into next'); }
 for (const c of document.querySelectorAll('.date')) { const p=c.closest('.c,.sgd,.sgs'); const b=c.getBoundingClientRect(), q=c.closest('.in').getBoundingClientRect(), w=p.getBoundingClientRect(); if (b.right>q.right+1||b.right>w.right+1.5) R.bad.push('date too wide'); }
 for (const e of document.querySelectorAll('.m-box,.m-rnd,.m-sh,.m-wp,.m-ln,.m-dt,.m-da,.m-tk,.m-co,.m-u,.m-no,.m-us')) if (e.getBoundingClientRect().width < 26) R.bad.push('place too narrow');
 for (const e of document.querySelectorAll('.sgp')) if (e.getBoundingClientRect().width < 90) R.bad.push('signature place narrow');
 for (const e of document.querySelectorAll('.lab')) { if (e.getBoundingClientRect().height > 62) R.bad.push('label in too many lines: ' + e.textContent.slice(0,20)); }
 return JSON.stringify(R);
})
"""


class Chrome:
    def __init__(self):
        r1, w1 = os.pipe(); r2, w2 = os.pipe()
        self.dir = tempfile.mkdtemp()
        cmd = f"exec chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars --user-data-dir={self.dir} --remote-debugging-pipe about:blank 3<&{r1} 4>&{w2} 2>/dev/null >/dev/null"
        self.p = subprocess.Popen(["bash", "-c", cmd], pass_fds=(r1, w2)); os.close(r1); os.close(w2)
        self.w, self.rd, self.buf, self.i = w1, r2, b"", 0
        t = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.s = self.call("Target.attachToTarget", targetId=t, flatten=True)["sessionId"]
        self.call("Page.enable"); self.call("Emulation.setEmulatedMedia", media="print"); self.call("Emulation.setDeviceMetricsOverride", width=816, height=2112, deviceScaleFactor=1, mobile=False)
        self.frame = self.call("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def call(self, m, **p):
        self.i += 1; d = {"id": self.i, "method": m, "params": p}
        if hasattr(self, "s"): d["sessionId"] = self.s
        b = json.dumps(d).encode() + b"\0"
        while b: b = b[os.write(self.w, b):]
        while True:
            while b"\0" not in self.buf:
                x = os.read(self.rd, 1 << 20)
                if not x: raise RuntimeError("chromium ended")
                self.buf += x
            one, self.buf = self.buf.split(b"\0", 1); j = json.loads(one)
            if j.get("id") == self.i:
                if "error" in j: raise RuntimeError(j["error"])
                return j["result"]

    def load(self, html, k0, fill, es):
        self.call("Page.setDocumentContent", frameId=self.frame, html=html)
        r = self.call("Runtime.evaluate", expression=f"{JS}({k0},{'true' if fill else 'false'},{es})", awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in r: raise RuntimeError(str(r["exceptionDetails"])[:600])
        return json.loads(r["result"]["value"])

    def pdf(self, tagged):
        return base64.b64decode(self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True, marginTop=0, marginBottom=0, marginLeft=0, marginRight=0, generateTaggedPDF=tagged)["data"])

    def close(self):
        try: self.call("Browser.close")
        except Exception: pass
        self.p.wait(10)
        shutil.rmtree(self.dir, ignore_errors=True)


def check_pdf(b, f):
    import pymupdf
    d = pymupdf.open("pdf", b)
    if len(d) != 2: return ["%d pages" % len(d)]
    txt = [p.get_text() for p in d]; bad = []
    w = "".join("".join(t.split()) for t in txt)
    for k, v in f.exp.items():
        if not isinstance(v, str) or k.split(".")[1] in f.combset or "ignature" in k or "ate" in k.split(".")[1] and "va" not in k or k in ("s1.scope", "s2.sex", "s3.sex", "s3.role"): continue
        ps = f.addr[k[1]] if k.endswith(".address") else f.write(k, v).split(" ") if k.split(".")[1] in ("phone", "fax") else [f.write(k, v)]
        for q in ps:
            if "".join(q.split()) not in w: bad.append("not in the text: " + q)
    if not f.st["section5"] == "combs":
        for v in f.exp["s5.numbers"]:
            if v not in w: bad.append("not in the text: " + v)
    for n, s in ((0, "Utilisateur"), (1, "Directives")):
        if s.lower() not in txt[n].lower(): bad.append("no " + s)
    return bad


def run(count, seed, output):
    """Writes `count` forms as houses-SEED-NNN.pdf, with their truths and the choices made (.style.json)."""
    os.makedirs(output, exist_ok=True)
    c = Chrome(); t0 = time.time(); redrawn = {}
    for i in range(1, count + 1):
        for trial in range(40):
            f = Form(f"{seed}-{i}-{trial}", f"{seed}-{i}" if trial < 24 else f"{seed}-{i}-{trial//4}", trial); html = None; why = None
            for again in range(7):
                f.refit(); html = f.document(); res = c.load(html, f.k0, f.fill, f.es)
                if res["over"]:
                    ch = False
                    for k, n in res["over"].items():
                        if k in f.cap and f.cap[k] <= n: n = f.cap[k] - 2
                        f.cap[k] = max(4, n - (1 if again else 0)); ch = True
                    why = ["too long: " + str(res["over"])]
                    continue
                why = res["bad"]; break
            if not why and min(f.cap.get(k, 99) for k in ("s2.email", "s3.email", "s2.address", "s3.address")) < 18: why = ["tight e-mail or address"]
            if not why:
                b = c.pdf(f.r.random() < .5); why = check_pdf(b, f)
                if not why: break
            redrawn.setdefault(why[0].split(":")[0], []).append((i, trial))
        else:
            print("gave up on", i); continue
        n = f"{output}/houses-{seed}-{i:03d}"
        open(n + ".pdf", "wb").write(b)
        json.dump(f.exp, open(n + ".expected.json", "w"), ensure_ascii=False, indent=1)
        f.st["trial"] = trial; f.st["fit"] = res["k"]
        json.dump(f.st, open(n + ".style.json", "w"), ensure_ascii=False, indent=1)
    c.close()
    print(f"{count} forms in {time.time()-t0:.0f} s; layouts re-drawn:", {k: len(v) for k, v in redrawn.items()})

