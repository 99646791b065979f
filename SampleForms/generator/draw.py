"""Drawing helpers that the layouts and the fillers share."""

from __future__ import annotations

import os

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

FOLDERS = ("/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/liberation", "/usr/share/fonts/dejavu") + tuple(
    f"/usr/share/fonts/truetype/{f}" for f in ("crosextra", "roboto/unhinted", "roboto/unhinted/RobotoTTF", "lato", "open-sans", "gentium", "andika", "anonymous-pro"))
FILES = {
    "Sans": ("LiberationSans-Regular.ttf", "Helvetica"),
    "Sans-Bold": ("LiberationSans-Bold.ttf", "Helvetica-Bold"),
    "Sans-Italic": ("LiberationSans-Italic.ttf", "Helvetica-Oblique"),
    "Narrow": ("LiberationSansNarrow-Regular.ttf", "Helvetica"),
    "Mono": ("LiberationMono-Regular.ttf", "Courier"),
    "Serif": ("LiberationSerif-Regular.ttf", "Times-Roman"),
    "DejaVu": ("DejaVuSans.ttf", "Helvetica"),
    "DejaVuMono": ("DejaVuSansMono.ttf", "Courier"),
    "DejaVuSerif": ("DejaVuSerif.ttf", "Times-Roman"),
    # Bold and slanted ones, for what is printed
    "Serif-Bold": ("LiberationSerif-Bold.ttf", "Times-Bold"),
    "Serif-Italic": ("LiberationSerif-Italic.ttf", "Times-Italic"),
    "Narrow-Bold": ("LiberationSansNarrow-Bold.ttf", "Helvetica-Bold"),
    "Narrow-Italic": ("LiberationSansNarrow-Italic.ttf", "Helvetica-Oblique"),
    "DejaVu-Bold": ("DejaVuSans-Bold.ttf", "Helvetica-Bold"),
    "DejaVu-Italic": ("DejaVuSans-Oblique.ttf", "Helvetica-Oblique"),
    # Other families of Debian, for what is filled in
    "Carlito": ("Carlito-Regular.ttf", None),
    "Caladea": ("Caladea-Regular.ttf", None),
    "Roboto": ("Roboto-Regular.ttf", None),
    "RobotoCondensed": ("RobotoCondensed-Regular.ttf", None),
    "Lato": ("Lato-Regular.ttf", None),
    "OpenSans": ("OpenSans-Regular.ttf", None),
    "Gentium": ("Gentium-R.ttf", None),
    "Andika": ("Andika-Regular.ttf", None),
    "AnonymousPro": ("Anonymous Pro.ttf", None),
}


def find(file: str) -> str | None:
    """The path of a font file on this machine, or None."""
    return next((p for folder in FOLDERS if os.path.exists(p := os.path.join(folder, file))), None)


def font(name: str) -> str:
    """The reportlab name of a font: an embedded one when installed, else the nearest standard one."""
    if name not in FILES:
        return name
    if name not in pdfmetrics.getRegisteredFontNames():
        file, substitute = FILES[name]
        path = find(file)
        if path is None:
            return substitute
        try:
            pdfmetrics.registerFont(TTFont(name, path))
        except TTFError:
            return substitute
    return name


def there(name: str) -> bool:
    """Whether a font can be drawn as itself: a standard one of PDF, or an installed one that is embedded."""
    return find(FILES[name][0]) is not None if name in FILES else name in pdfmetrics.standardFonts


def width(text: str, name: str, size: float) -> float:
    return pdfmetrics.stringWidth(text, font(name), size)


def text(c, x, y, s, name="Sans", size=8.0, color="#000000", align="left"):
    c.setFillColor(HexColor(color))
    c.setFont(font(name), size)
    {"left": c.drawString, "right": c.drawRightString, "center": c.drawCentredString}[align](x, y, s)


def wrap(s: str, name: str, size: float, room: float) -> list:
    lines, line = [], ""
    for word in s.split(" "):
        longer = f"{line} {word}".strip()
        if line and width(longer, name, size) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return lines + [line] if line else lines


def paragraph(c, x, y, s, room, name="Sans", size=7.0, lead=None, color="#000000") -> float:
    """Draws wrapped text with its first baseline at y; gives the y below the last line."""
    lead = lead or size * 1.22
    for line in wrap(s, name, size, room):
        text(c, x, y, line, name, size, color)
        y -= lead
    return y


def box(c, x0, y0, x1, y1, stroke="#000000", fill=None, line=0.6, radius=0.0):
    c.setLineWidth(line)
    if stroke:
        c.setStrokeColor(HexColor(stroke))
    if fill:
        c.setFillColor(HexColor(fill))
    args = dict(stroke=1 if stroke else 0, fill=1 if fill else 0)
    if radius:
        c.roundRect(x0, y0, x1 - x0, y1 - y0, radius, **args)
    else:
        c.rect(x0, y0, x1 - x0, y1 - y0, **args)


def rule(c, x0, y0, x1, y1, stroke="#000000", line=0.6, dash=None):
    c.saveState()
    c.setStrokeColor(HexColor(stroke))
    c.setLineWidth(line)
    if dash:
        c.setDash(*dash)
    c.line(x0, y0, x1, y1)
    c.restoreState()
