"""The form as HTML and CSS, for Chromium and WeasyPrint: blank with links over the slots, or filled in."""

from __future__ import annotations

from html import escape

from . import marks
from .asked import Asked
from .marks import GLYPHS, INSIDE, cells, link
from .sheet import PAPERS, Block, Item, Sheet

FAMILIES = ("grid", "table", "beside", "under", "legend", "shade", "right")
FONTS = {"sans": "Liberation Sans", "serif": "Caladea", "humanist": "Carlito", "wide": "DejaVu Sans", "narrow": "Roboto Condensed", "mono": "Liberation Mono"}


class Hypertext:
    def __init__(self, sheet: Sheet, family: str, mode: str, asked: Asked | None = None):
        """mode: filled | links"""
        self.s, self.k, self.family, self.mode, self.a = sheet, sheet.look, family, mode, asked or Asked()

    # -- what there is to write in

    def value(self, slot: str, more: str = "", style: str = "") -> str:
        if self.mode == "links":
            return f'<a class="v {more}" href="{link(slot)}" style="{style}"></a>'
        text = self.a.texts.get(slot, "")
        if "@" in text or len(text) > 60:
            style += f";font-size:{self.k.value_size * min(1, 34 / len(text) + 0.22):.1f}pt" + (";white-space:nowrap" if "@" in text else "")
        return f'<span class="v {more}" style="{style}">{escape(text) or "&#8203;"}</span>'

    def comb(self, slot: str, n: int) -> str:
        text = (self.a.texts.get(slot, "") if self.mode == "filled" else "").ljust(n)
        inside = "".join(f"<i>{escape(c.strip())}</i>" for c in text)
        over = f'<a href="{link(slot)}"></a>' if self.mode == "links" else ""
        return f'<div class="comb" style="width:min({n * 13}pt,100%)">{inside}{over}</div>'

    def date(self, i: Item) -> str:
        if self.k.dates == "line":
            return self.value(i.field)
        if self.k.dates == "comb":
            caps = "".join(f'<small style="flex:{w}">{c}</small>' for c, w in (("ANNÉE", 4), ("MOIS", 2), ("JOUR", 2)))
            return f'<div class="ymd"><div class="caps" style="width:104pt">{caps}</div>{self.comb(i.field, 8)}</div>'
        parts = "".join(f'<div style="flex:{w}"><small>{c}</small>{self.value(f"{i.field}/{p}", "part")}</div>'
                        for c, p, w in (("ANNÉE", "year", 5), ("MOIS", "month", 3), ("JOUR", "day", 3)))
        return f'<div class="parts">{parts}</div>'

    def box(self, slot: str) -> str:
        on = slot in self.a.ticks
        kind, mark = self.k.ticks, self.k.mark
        if kind == "glyph":
            inside, css = (GLYPHS[mark] if on else "☐"), "g"
        elif kind == "svg":
            path = {"x": "M2 2 L8 8 M8 2 L2 8", "check": "M2 5 L4 8 L9 1", "disc": "M3 3 H7 V7 H3 Z M4 4 H6 V6 H4 Z"}[mark] if on else ""
            inside = f'<svg viewBox="0 0 10 10"><rect x="0.5" y="0.5" width="9" height="9" fill="none" stroke="black" stroke-width="0.8"/><path d="{path}" fill="none" stroke="black" stroke-width="1.2"/></svg>'
            css = "s"
        elif kind == "circle":
            inside, css = ('<b class="dot"></b>' if on else ""), "c"
        else:
            inside, css = (INSIDE[mark] if on else ""), "q"
        tag = f'a href="{link(slot)}"' if self.mode == "links" else "span"
        return f'<{tag} class="b {css}">{inside}</{tag[:4].split()[0]}>'

    def signature(self, i: Item) -> str:
        kind = self.a.signs.get(i.field)
        if self.mode != "filled" or kind in ("typed", "none"):
            return self.value(i.field, "sign")
        who = self.a.who[i.field]
        inside = f'<img src="{marks.data_uri(who)}">' if kind == "image" else marks.svg(who, height=26)
        return f'<span class="v sign">{inside}</span>'

    # -- what is printed

    def label(self, i: Item) -> str:
        return f"<label>{escape(i.label)}{self.k.colon if not i.label.endswith('?') else ''}</label>"

    def entry(self, i: Item) -> str:
        if i.kind in ("tick", "choice"):
            opts = "".join(f'<span class="o">{self.box(s)} {escape(w)}{f"<small> {escape(n)}</small>" if n else ""}</span>' for s, w, n in i.options)
            return f'<div class="opts">{opts}</div>'
        if i.kind == "date":
            return self.date(i)
        if n := cells(i, self.k):
            return self.comb(i.field, n)
        return self.signature(i) if i.kind == "signature" else self.value(i.field)

    def row(self, b: Block) -> str:
        if self.family == "table":
            total = sum(max(i.weight, 3) for i in b.items)
            tds = ""
            for i in b.items:
                share = 100 * max(i.weight, 3) / total
                part = min(share * 0.45, 24 if i.kind != "date" else 12)
                tds += f'<td class="l" style="width:{part:.1f}%">{self.label(i)}</td><td style="width:{share - part:.1f}%">{self.entry(i)}</td>'
            return f'<table class="row"><tr>{tds}</tr></table>'
        tag, inner = ("fieldset", "legend") if self.family == "legend" else ("div", "label")
        fields = ""
        for i in b.items:
            label = self.label(i).replace("label>", inner + ">") if i.kind not in ("tick",) else ""
            fields += f'<{tag} class="f {i.kind}">{label}{self.entry(i)}</{tag}>'
        columns = " ".join(f"{max(i.weight, 3)}fr" for i in b.items)
        return f'<div class="row" style="grid-template-columns:{columns}">{fields}</div>'

    def block(self, b: Block) -> str:
        if b.kind == "row":
            return self.row(b)
        if b.kind == "title":
            logo = '<div class="logo">Régie de l’assurance<br>maladie du Québec</div>' if self.k.logo else ""
            i = b.items[0]
            return f'<header>{logo}<h1>{escape(b.text)}</h1><div class="ramq"><label>{escape(i.label)}</label>{self.value(i.field)}</div></header>'
        if b.kind == "heading":
            return f"<h2>{escape(b.text)}</h2>"
        if b.kind == "service":
            return f'<p class="service"><label>Description{self.k.colon}</label> <b>{escape(b.text)}</b></p>'
        if b.kind == "bullets":
            return "<ul>" + "".join(f"<li>{escape(t)}</li>" for t in b.items) + "</ul>"
        if b.kind == "break":
            return '<div class="break"></div>'
        if b.kind == "numbers":
            head = "".join(f"<th>{escape(b.text)}</th>" for _ in range(3))
            rows = "".join("<tr>" + "".join(f"<td>{self.value(f's5.numbers/{3 * y + x}')}</td>" for x in range(3)) + "</tr>" for y in range(b.rows))
            return f'<table class="numbers"><tr>{head}</tr>{rows}</table>'
        return f"<p>{'<b>' if b.bold else ''}{escape(b.text)}{'</b>' if b.bold else ''}</p>"

    def css(self) -> str:
        k, (w, h) = self.k, PAPERS[self.k.paper]
        r = f"{k.rule}pt solid {k.accent}"
        line = f"border-bottom:{r}"
        family = {
            "grid": f".row{{gap:0;padding:0 {k.rule}pt 0 {k.rule}pt;margin-bottom:0}} .f{{border:{r};margin:0 -{k.rule}pt -{k.rule}pt 0;padding:1pt 3pt 2pt}} .f label{{display:block}}",
            "table": f"table.row{{display:table;border-collapse:collapse;width:100%;table-layout:fixed;margin-bottom:-{k.rule}pt}} table.row td{{border:{r};padding:1.5pt 3pt}} td.l{{background:{k.tint}}}",
            "beside": f".row{{gap:8pt}} .f{{display:flex;align-items:flex-end}} .f.choice{{align-items:flex-start}} .f label{{flex:0 1 auto;max-width:62%;margin-right:4pt}} .f>.v,.f>.opts,.f>.parts,.f>.ymd{{flex:1 1 60pt}} .f>.v,.part{{{line}}}",
            "under": f".row{{gap:10pt}} .f{{display:flex;flex-direction:column-reverse;justify-content:flex-end}} .f.choice{{flex-direction:column}} .f>.v,.part{{{line}}} .f label{{font-size:{max(6.5, k.size - 1)}pt}}",
            "legend": f".row{{gap:5pt}} fieldset{{border:{r};border-radius:4pt;margin:0;padding:0 4pt 2pt;min-width:0}} legend{{font-size:{max(6.5, k.size - 1)}pt;padding:0 2pt;color:{k.accent}}}",
            "shade": f".row{{gap:6pt}} .f label{{display:block;margin-top:2pt}} .f>.v,.part{{background:{k.tint};padding:1pt 3pt}}",
            "right": f".row{{display:block!important}} .f{{display:grid;grid-template-columns:165pt 1fr;gap:6pt;margin-bottom:2pt;align-items:end}} .f label{{text-align:right}} .f>.v,.part{{border-bottom:{k.rule}pt dotted {k.accent}}} .f.tick{{display:block}}",
        }[self.family]
        head = {"bar": f"background:{k.accent};color:#fff;padding:2pt 4pt", "rule": f"border-bottom:1.5pt solid {k.accent};color:{k.accent}",
                "plain": f"color:{k.accent}", "boxed": f"border:{r};background:{k.tint};padding:2pt 4pt"}[k.heading]
        footer = '@bottom-right{content:"page " counter(page) " de " counter(pages);font-size:7pt}' if k.footer else ""
        t = k.size + 0.5
        return f"""@page{{size:{w}pt {h}pt;margin:{k.margin}pt;{footer}}}
*{{box-sizing:border-box;-webkit-print-color-adjust:exact}} body{{margin:0;font-family:"{FONTS[k.font]}";font-size:{t}pt;line-height:1.18}}
h1{{font-size:14pt;margin:0;flex:1;color:{k.accent}}} header{{display:flex;gap:10pt;align-items:flex-start;margin-bottom:4pt}}
.logo{{border:1pt solid {k.accent};font-size:7pt;padding:3pt;flex:none}} .ramq{{border:{r};width:150pt;height:38pt;padding:2pt;flex:none}} .ramq .v{{height:24pt}}
h2{{font-size:{k.size + 2.5}pt;margin:5pt 0 3pt;{head};break-after:avoid}} p{{margin:2pt 0}} ul{{margin:1pt 0 3pt;padding-left:12pt}} li{{margin:0}}
label,legend{{font-size:{k.size}pt}} small{{font-size:6.5pt}} .row{{display:grid;break-inside:avoid;margin-bottom:2pt}} .f{{break-inside:avoid;min-width:0}}
.v{{display:block;min-height:{k.value_size * 1.35:.1f}pt;font-family:"{FONTS[k.value_font]}","DejaVu Sans";font-size:{k.value_size}pt;color:{k.ink};line-height:1.15;text-decoration:none}}
.sign{{min-height:28pt}} .sign img{{height:26pt;display:block}} .sign svg{{display:block}} .opts{{display:flex;flex-wrap:wrap;gap:1pt 12pt;padding:1.5pt 0}} .o{{font-size:{t}pt}}
.b{{display:inline-block;width:9pt;height:9pt;vertical-align:-1pt;text-decoration:none;color:#000;text-align:center;line-height:9pt;font-size:8.5pt;font-family:"DejaVu Sans";overflow:hidden}}
.q{{border:0.6pt solid #000;line-height:7.6pt}} .c{{border:0.6pt solid #000;border-radius:5pt;padding:1.6pt}} .dot{{display:block;width:4.6pt;height:4.6pt;border-radius:3pt;background:#000}}
.g{{width:auto;height:auto;font-size:10pt;line-height:10pt;overflow:visible}} .s svg{{width:9pt;height:9pt;display:block}}
.parts{{display:flex;gap:4pt}} .parts small{{display:block}} .part{{border:0.4pt solid #777;padding-left:2pt}} .caps{{display:flex}} .ymd .caps small{{display:block}}
.comb{{display:flex;position:relative;color:{k.ink}}} .comb a{{position:absolute;left:0;top:0;width:100%;height:100%}} .comb i{{display:block;flex:1 1 0;min-width:0;height:15pt;border:0.4pt solid #555;margin-right:0;text-align:center;font:{min(k.value_size, 10)}pt "{FONTS[k.value_font]}";line-height:15pt}}
.service{{margin:2pt 0 3pt}} .break{{break-after:page}} table.numbers{{border-collapse:collapse;width:100%}} .numbers td,.numbers th{{border:{r};padding:1pt 4pt;font-weight:normal;width:33.3%;height:15pt}}
table{{break-inside:avoid}} {family}"""

    def text(self) -> str:
        body = "\n".join(self.block(b) for b in self.s.blocks)
        return f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Demande d’accès aux services en ligne</title><style>{self.css()}</style></head><body>{body}</body></html>'
