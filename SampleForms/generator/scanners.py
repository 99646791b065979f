"""Office scanners as data: what each does to a printed sheet, and the scan of a PDF by one of them.

A laser printer lays 600 dots an inch and a scanner's cell sees the mean of what lies under it: so a page is drawn at 600 dpi and averaged
down by whole cells. Drawing it at the scanner's resolution instead would let Poppler fit thin rules to whole pixels, all black and all sharp.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

import scan

PRINTER = 600  # dpi; a multiple of every scanner's


@dataclass(frozen=True)
class Scanner:
    """One kind of scanner: the bounds between which each file, or each page, falls."""

    dpi: int = 300
    mode: str = "grey"  # grey | colour | bilevel
    quality: tuple = (75, 92)  # of the JPEG
    skew: tuple = (-0.6, 0.6)  # degrees, each page its own
    shift: tuple = (-0.06, 0.06)  # inches, each page its own
    blur: tuple = (0.4, 0.8)  # pixels, standard deviation
    noise: tuple = (2, 5)  # of 255, standard deviation
    paper: tuple = (235, 250)  # tone of the bare sheet
    ink: tuple = (15, 45)  # tone of solid black
    tint: tuple = (0, 0)  # colour: by how much blue lies under red on the bare sheet
    threshold: tuple = (0.5, 0.64)  # bilevel: where black ends, from solid ink (0) to bare paper (1)
    screen: tuple = ()  # lines an inch of the printer's halftone; without, greys are printed as greys, which no laser printer can


SCANNERS = {
    "office": Scanner(),
    "office-colour": Scanner(mode="colour", tint=(0, 12)),
    "laser": Scanner(screen=(106, 141)),
    "bilevel": Scanner(mode="bilevel"),
    "bilevel200": Scanner(mode="bilevel", dpi=200),
}
PROFILES = (*SCANNERS, "worn")


def scanned(pdf: bytes, profile: str, seed: str) -> tuple:
    """The scan of a printed PDF: (file, its extension, what was done to it). The same seed gives the same bytes."""
    r = random.Random(f"{profile}/{seed}")
    if profile == "worn":
        return worn(pdf, r)
    s = SCANNERS[profile]
    blur, noise, paper, ink = (r.uniform(*b) for b in (s.blur, s.noise, s.paper, s.ink))
    tint, level, quality = r.uniform(*s.tint), r.uniform(*s.threshold), r.randint(*s.quality)
    screen = r.uniform(*s.screen) if s.screen else None
    images = []
    for im in scan.render(pdf, PRINTER, s.mode == "colour"):
        if screen:
            im = screened(im, screen)
        im = laid(im.reduce(PRINTER // s.dpi), s, r).filter(ImageFilter.GaussianBlur(blur))
        images.append(toned(im, ink, paper, tint, noise, r.randrange(1 << 32)))
    what = f"{s.dpi} dpi, {f'screen {screen:.0f} lpi, ' if screen else ''}blur {blur:.2f}, noise {noise:.1f}, paper {paper:.0f}, ink {ink:.0f}"
    if s.mode == "bilevel":
        cut = (ink + level * (paper - ink)) / 255
        return scan.pdf_of(images, s.dpi, "g4", threshold=cut), ".pdf", f"{what}, g4 at {level:.2f}"
    return scan.pdf_of(images, s.dpi, "jpeg", quality), ".pdf", f"{what}, jpeg {quality}"


def screened(im: Image.Image, lines: float) -> Image.Image:
    """A grey page as a laser printer puts it on paper: black dots or none, those of a grey in rows at 45 degrees that grow with its darkness."""
    step = 2 * np.pi * lines / PRINTER / np.sqrt(2)
    x, y = np.arange(im.width, dtype=np.float32) * step, np.arange(im.height, dtype=np.float32)[:, None] * step
    spot = (np.cos(x + y) + np.cos(x - y)) / 4 + 0.5
    # As much of the spot lies under a grey as the grey is dark: the spot's values are made even.
    steps = np.quantile(spot[:: 7, :: 7], np.linspace(0, 1, 256)).astype(np.float32)
    return Image.fromarray(np.where(np.asarray(im) > 254, 255, (steps[np.asarray(im)] > spot) * 255).astype(np.uint8))


def laid(im: Image.Image, s: Scanner, r: random.Random) -> Image.Image:
    """The sheet as it lies under the glass."""
    white = 255 if im.mode == "L" else (255, 255, 255)
    move = tuple(round(r.uniform(*s.shift) * s.dpi) for _ in "xy")
    return im.rotate(r.uniform(*s.skew), Image.BICUBIC, translate=move, fillcolor=white)


def toned(im: Image.Image, ink: float, paper: float, tint: float, noise: float, seed: int) -> Image.Image:
    """White becomes paper, black becomes ink, and every cell errs a little."""
    g = np.random.Generator(np.random.PCG64(seed))
    a = np.asarray(im, dtype=np.float32)
    light = np.float32(paper) if a.ndim == 2 else np.array([paper, paper - tint / 2, paper - tint], dtype=np.float32)
    a = ink + a * ((light - np.float32(ink)) / 255) + g.standard_normal(a.shape, dtype=np.float32) * np.float32(noise)
    return Image.fromarray(np.clip(a, 0, 255).astype(np.uint8))


def worn(pdf: bytes, r: random.Random) -> tuple:
    """A sheet that has been about: any resolution and coding, specks, holes, dark edges, faint or heavy print."""
    dpi, coding, w = r.choice((200, 200, 300)), r.choice(("jpeg", "jpeg", "g4", "g4", "flate", "tiff", "searchable")), scan.wear(r)
    if coding == "searchable":
        dpi, w.skew, w.turned = 200, w.skew / 4, False
    pages = scan.render(pdf, dpi, coding == "jpeg" and r.random() < 0.4)
    images = [scan.degrade(im, w, dpi, r.randrange(1 << 30)) for im in pages]
    what = f"{dpi} dpi, {coding}, {w.skew:.1f} degrees" + (", turned" if w.turned else "")
    if coding == "tiff":
        return scan.tiff(images, dpi, w.threshold), ".tif", what
    if coding == "searchable":
        return scan.searchable(images, dpi, pdf, r), ".pdf", what
    return scan.pdf_of(images, dpi, coding, 50, w.threshold), ".pdf", what


def on_paper(truth: dict) -> dict:
    """What a scan of a form can still show: a signature drawn or pasted on the screen is ink like any other.

    Raises ValueError for a certificate: what its appearance shows on paper is not said by the truth.
    """
    if "certificate" in truth.values():
        raise ValueError("a certificate does not survive printing")
    return {k: "ink" if k.lower().endswith("signature") and v in ("stylus", "image") else v for k, v in truth.items()}
