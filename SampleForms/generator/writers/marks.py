"""Small things that all programs share: the address of a slot, signatures as SVG, shortened texts."""

from __future__ import annotations

import base64
import random
from urllib.parse import quote, unquote

import signatures

SLOT = "https://example.org/slot/"
# what a ticked box shows, by look.mark
GLYPHS = {"x": "☒", "check": "☑", "disc": "☒"}
INSIDE = {"x": "X", "check": "✓", "disc": "●"}


def link(slot: str) -> str:
    return SLOT + quote(slot, safe="")


def slot_of(address: str) -> str | None:
    return unquote(address[len(SLOT) :]) if address.startswith(SLOT) else None


def svg(who: str, color: str = "#14142a", height: float = 30) -> str:
    """The signature as a picture of strokes."""
    lines = []
    for line in signatures.strokes(who):
        lines.append("M" + " L".join(f"{x * 100:.1f} {(1 - y) * 100:.1f}" for x, y in line))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" width="{height * 3}pt" height="{height}pt">'
            f'<path d="{" ".join(lines)}" fill="none" stroke="{color}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>')


def data_uri(who: str) -> str:
    return "data:image/png;base64," + base64.b64encode(signatures.png(who)).decode()


def rgb(color: str) -> tuple:
    return tuple(int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))


def cells(item, look) -> int:
    """How many cells an entry has: 0 when it is no comb."""
    return 8 if item.kind == "date" and look.dates == "comb" else item.cells


def seeded(*parts) -> random.Random:
    return random.Random("/".join(str(p) for p in parts))
