"""The look of one drawing of the `varie` family: every choice that its seed makes."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

FACES = (("Sans", "Sans-Bold", "Sans-Italic"), ("Serif", "Serif-Bold", "Serif-Italic"), ("DejaVu", "DejaVu-Bold", "DejaVu-Italic"),
         ("Narrow", "Narrow-Bold", "Narrow-Italic"), ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"), ("Times-Roman", "Times-Bold", "Times-Italic"))
# (rules, dark bands and accents, pale tint)
COLOURS = (("#000000", "#000000", "#e6e6e6"), ("#000000", "#333333", "#efefef"), ("#555555", "#444444", "#f0f0f0"), ("#777777", "#1d4e79", "#e8f0f7"),
           ("#1d4e79", "#1d4e79", "#dfeaf4"), ("#2b6b5e", "#2b6b5e", "#e4f1ee"), ("#7a2f3c", "#7a2f3c", "#f7eaec"), ("#000000", "#5b5b8c", "#ececf6"))


@dataclass(frozen=True)
class Look:
    place: str  # where a label stands: inside | above | line | boxed | beside
    face: tuple  # plain, bold, slanted
    label: float  # points
    prose: float
    value: float  # height of what is written on, points
    margin: float
    gap: float  # between neighbours that share no rule
    inner: float  # weight of ordinary rules
    outer: float  # weight of frames and of rules under headings
    rules: str
    accent: str
    tint: str
    filled: str  # what the tint fills: nothing | labels | values
    band: str  # headings: dark | light | none
    tick: str  # square | rounded | round
    side: float  # of a tick box
    tick_weight: float
    date: str  # comb | comb8 | boxes | lines | plain
    sex_after: bool  # the box stands after M and F
    columns: tuple  # how many fields to a line at most, one draw a line
    email_early: bool
    scope_in_two: bool
    role_line: bool  # a line to write on beside section 3's « Fonction »
    framed: bool  # a frame around each section
    five: tuple  # columns and rows of section 5
    directives: int  # columns

    def at(self, scale: float) -> Look:
        """The same look drawn closer, never smaller than an office would print: then more fields share a line."""
        least = 1 if scale > 0.9 else 2 if scale > 0.75 else 3
        return replace(self, label=max(6.0, self.label * scale), prose=max(5.8, self.prose * scale), value=max(11.5, self.value * scale),
                       side=max(6.5, self.side * scale), margin=max(26, self.margin * scale), gap=max(6, self.gap * scale),
                       columns=tuple(max(c, least) for c in self.columns))


def look(seed: int) -> Look:
    """The choices of a seed, always the same."""
    r = random.Random(f"varie/{seed}")
    place = r.choice(("inside", "inside", "above", "above", "line", "boxed", "beside", "beside"))
    rules, accent, tint = r.choice(COLOURS)
    inner = r.choice((0.25, 0.4, 0.5, 0.75, 1.0, 1.5))
    filled = r.choice(("nothing", "nothing", "values")) if place in ("above", "boxed") else r.choice(("nothing", "labels")) if place == "beside" else "nothing"
    return Look(
        place=place, face=r.choice(FACES), label=r.uniform(6, 10), prose=r.uniform(6.2, 8), value=r.uniform(12.5, 17), margin=r.uniform(26, 46), gap=r.uniform(7, 13),
        inner=inner, outer=r.choice((inner, inner, max(inner, 1.0), 1.5)), rules=rules, accent=accent, tint=tint, filled=filled,
        band=r.choice(("dark", "light", "none")), tick=r.choice(("square", "square", "rounded", "round")), side=r.uniform(7, 11), tick_weight=r.uniform(0.5, 1.25),
        date=r.choice(("comb", "comb8", "boxes", "lines", "plain")), sex_after=r.random() < 0.3,
        columns=tuple(r.choice((1, 2, 2, 3, 3, 4)) for _ in range(12)), email_early=r.random() < 0.4, scope_in_two=r.random() < 0.3, role_line=r.random() < 0.5,
        framed=place in ("line", "boxed", "above") and r.random() < 0.4, five=(r.randint(2, 4), r.randint(6, 10)), directives=r.choice((1, 1, 2)))
