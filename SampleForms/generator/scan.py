"""Printing and scanning: pages become pictures, the pictures suffer, and a scanner's file holds them."""

from __future__ import annotations

import glob
import html
import io
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass

import numpy as np
import pikepdf
from PIL import Image, ImageDraw, ImageFilter
from pikepdf import Array, Dictionary, Name
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kit import LETTER


@dataclass
class Wear:
    """What the printer and the scanner do to a page."""

    skew: float = 0.6  # degrees
    noise: float = 5.0  # standard deviation, of 255
    blur: float = 0.5  # pixels at 200 dpi
    contrast: float = 0.92
    paper: int = 250
    shift: tuple = (4, -3)  # pixels at 200 dpi
    edges: bool = False
    turned: bool = False  # 180 degrees
    specks: int = 0
    threshold: float = 0.62  # bilevel
    holes: int = 0  # punched along the left edge
    weight: float = 0.0  # how much of the strokes' next pixel is black (above 0) or white (below)


def wear(r) -> Wear:
    """A likely amount of wear."""
    return Wear(r.uniform(-2, 2) if r.random() < 0.3 else r.uniform(-0.8, 0.8), r.uniform(1, 8), r.uniform(0.2, 0.8), r.uniform(0.75, 1), r.randint(238, 255),
                (r.randint(-8, 8), r.randint(-8, 8)), r.random() < 0.25, r.random() < 0.08, r.choice((0, 0, 20, 60)), r.uniform(0.55, 0.7),
                r.choice((0, 0, 0, 2, 3)), r.choice((0, 0, -0.4, 0.5)))


def render(pdf: bytes, dpi: int, color: bool = False) -> list:
    """The pages of a PDF as pictures."""
    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, "in.pdf")
        with open(path, "wb") as f:
            f.write(pdf)
        subprocess.run(["pdftoppm", "-r", str(dpi)] + ([] if color else ["-gray"]) + [path, os.path.join(d, "p")], check=True, capture_output=True)
        pages = []
        for p in sorted(glob.glob(os.path.join(d, "p-*"))):
            with Image.open(p) as im:
                pages.append(im.copy())
        return pages


def degrade(im: Image.Image, w: Wear, dpi: int, seed: int) -> Image.Image:
    g = np.random.Generator(np.random.PCG64(seed))
    k = dpi / 200
    white = 255 if im.mode == "L" else (255, 255, 255)
    if w.weight:
        im = Image.blend(im, im.filter((ImageFilter.MinFilter if w.weight > 0 else ImageFilter.MaxFilter)(3)), abs(w.weight))
    if w.holes:
        im = punched(im, w.holes, dpi)
    im = im.rotate(w.skew, Image.BICUBIC, translate=(round(w.shift[0] * k), round(w.shift[1] * k)), fillcolor=white)
    if w.blur:
        im = im.filter(ImageFilter.GaussianBlur(w.blur * k))
    a = np.asarray(im, dtype=np.float32)
    a = w.paper - (255 - a) * w.contrast * w.paper / 255
    if w.noise:
        n = g.standard_normal(a.shape[:2], dtype=np.float32) * w.noise
        a = a + (n if a.ndim == 2 else n[..., None])
    h, wd = a.shape[:2]
    if w.edges:
        ramp = np.clip(np.arange(wd, dtype=np.float32) / (14 * k), 0, 1)
        side = ramp if g.random() < 0.5 else ramp[::-1]
        a = a * (0.15 + 0.85 * (side if a.ndim == 2 else side[:, None]))
        a[-max(1, int(3 * k)):] *= 0.3
    for _ in range(w.specks):
        y, x, s = int(g.integers(0, h - 4)), int(g.integers(0, wd - 4)), int(g.integers(1, 3))
        a[y:y + s, x:x + s] = g.integers(0, 110)
    out = Image.fromarray(np.clip(a, 0, 255).astype(np.uint8))
    return out.transpose(Image.ROTATE_180) if w.turned else out


def punched(im: Image.Image, holes: int, dpi: int) -> Image.Image:
    """A sheet from a binder: holes of 7 mm show the scanner's dark lid."""
    im = im.copy()
    d, x, r = ImageDraw.Draw(im), 0.43 * dpi, 0.14 * dpi
    for y in {2: (4.11, 6.87), 3: (1.25, 5.5, 9.75)}[holes]:
        d.ellipse((x - r, y * dpi - r, x + r, y * dpi + r), fill=40 if im.mode == "L" else (40, 40, 40))
    return im


def bilevel(im: Image.Image, threshold=0.62) -> Image.Image:
    cut = int(threshold * 255)
    return im.convert("L").point(lambda v: 255 if v > cut else 0).convert("1")


def g4(im: Image.Image) -> bytes:
    """The bare CCITT G4 data of a bilevel picture; black is 1 in it."""
    out = io.BytesIO()
    im.save(out, "TIFF", compression="group4", tiffinfo={262: 0, 278: im.height})
    with Image.open(out) as t:
        (at,), (n,) = t.tag_v2[273], t.tag_v2[279]
        assert t.tag_v2[262] == 0
    return out.getvalue()[at:at + n]


def jpeg(im: Image.Image, quality=55, dpi=200) -> bytes:
    out = io.BytesIO()
    im.save(out, "JPEG", quality=quality, dpi=(dpi, dpi), optimize=True)
    return out.getvalue()


def pdf_of(images: list, dpi: int, coding: str = "jpeg", quality: int = 55, threshold=0.62) -> bytes:
    """An image-only PDF. coding: jpeg | flate | g4."""
    pdf = pikepdf.new()
    for im in images:
        size = (round(im.width * 72 / dpi, 2), round(im.height * 72 / dpi, 2))
        common = dict(Type=Name.XObject, Subtype=Name.Image, Width=im.width, Height=im.height)
        if coding == "g4":
            x = pikepdf.Stream(pdf, g4(bilevel(im, threshold)))
            x.stream_dict.update(Dictionary(Filter=Name.CCITTFaxDecode, DecodeParms=Dictionary(K=-1, Columns=im.width, Rows=im.height, BlackIs1=False)))
            common |= dict(ColorSpace=Name.DeviceGray, BitsPerComponent=1)
        elif coding == "jpeg":
            x = pikepdf.Stream(pdf, jpeg(im, quality, dpi))
            x.stream_dict.update(Dictionary(Filter=Name.DCTDecode))
            common |= dict(ColorSpace=Name.DeviceRGB if im.mode == "RGB" else Name.DeviceGray, BitsPerComponent=8)
        else:
            small = im.convert("L").point(lambda v: v & 0xE0 | v >> 3 & 0x1F if v < 215 else 255)  # few levels: Flate does better
            x = pdf.make_stream(small.tobytes())
            common |= dict(ColorSpace=Name.DeviceGray, BitsPerComponent=8)
        for k, v in common.items():
            x.stream_dict[Name("/" + k)] = v
        page = pdf.add_blank_page(page_size=size)
        page.Resources = Dictionary(XObject=Dictionary(Im0=pdf.make_indirect(x)))
        page.Contents = pdf.make_stream(b"q %.2f 0 0 %.2f 0 0 cm /Im0 Do Q" % size)
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, compress_streams=True)
    return out.getvalue()


def tiff(images: list, dpi: int, threshold=0.62) -> bytes:
    """A multi-page TIFF, Group 4."""
    pages = [bilevel(im, threshold) for im in images]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", compression="group4", save_all=True, append_images=pages[1:], dpi=(dpi, dpi))
    return out.getvalue()


def picture(im: Image.Image, kind: str, dpi: int, quality=60, bits=8) -> bytes:
    out = io.BytesIO()
    if kind == "PNG":
        if bits < 8:
            im = im.convert("L").quantize(1 << bits)
        im.save(out, "PNG", dpi=(dpi, dpi), optimize=True)
    else:
        return jpeg(im, quality, dpi)
    return out.getvalue()


WRONG = (("0", "O"), ("É", "E"), ("È", "E"), ("1", "l"), ("rn", "m"), ("5", "S"), ("I", "l"), ("@", "©"), ("é", "e"))


def words(pdf: bytes) -> list:
    """The words of each page: (x0, y0, x1, y1, word), points from the top-left."""
    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, "in.pdf")
        with open(path, "wb") as f:
            f.write(pdf)
        boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True).stdout
    found = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    return [[(*map(float, m[:4]), html.unescape(m[4])) for m in re.findall(found, page)] for page in boxes.split("<page ")[1:]]


def where(pdf: bytes, word: str) -> tuple:
    """The left end of a word's baseline on the first page, from the bottom-left."""
    x0, _, _, y1, _ = next(w for w in words(pdf)[0] if w[4] == word)
    return x0, LETTER[1] - y1 + 2


def searchable(images: list, dpi: int, source: bytes, r, quality=45, errors=0.12) -> bytes:
    """The picture with invisible text over it, some of it guessed wrong, as an office scanner makes it."""
    out = io.BytesIO()
    c = Canvas(out, pagesize=LETTER, invariant=1, pageCompression=1)
    for im, page in zip(images, words(source)):
        c.drawImage(ImageReader(io.BytesIO(jpeg(im, quality, dpi))), 0, 0, *LETTER)
        for x0, y0, x1, y1, word in page:
            word = word.replace("’", "'")
            if r.random() < errors:
                fits = [p for p in WRONG if p[0] in word]
                if fits:
                    word = word.replace(*r.choice(fits), 1)
            word = word.encode("cp1252", "ignore").decode("cp1252")
            if not word.strip():
                continue
            size = max(3.0, (y1 - y0) * 0.8)
            t = c.beginText()
            t.setTextRenderMode(3)
            t.setFont("Helvetica", size)
            natural = c.stringWidth(word, "Helvetica", size)
            t.setHorizScale(100 * (x1 - x0) / natural if natural else 100)
            t.setTextOrigin(x0, LETTER[1] - y1 + size * 0.22)
            t.textOut(word)
            c.drawText(t)
        c.showPage()
    c.save()
    return out.getvalue()
