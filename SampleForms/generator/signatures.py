"""Scribbles that look like signatures, the same for the same person, as polylines in a unit box."""

from __future__ import annotations

import io
import math
import random
import zlib

from PIL import Image, ImageDraw


def strokes(who: str) -> list:
    """Polylines of (x, y) in 0…3 × 0…1 that look like a hurried signature of that person."""
    r = random.Random(zlib.crc32(who.encode()))
    lines, x, line = [], 0.08, []
    # A tall looping initial.
    cx, cy, w, h = 0.28, 0.52, r.uniform(0.12, 0.2), r.uniform(0.3, 0.44)
    turn = r.uniform(1.1, 1.6)
    for i in range(44):
        t = i / 43
        a = math.pi * (0.8 - 2 * turn * t)
        line.append((cx + w * math.cos(a) * (1 - 0.3 * t) + 0.12 * t, cy + h * math.sin(a) * (1 - 0.35 * t)))
    x = line[-1][0]
    # The body: waves that flatten out.
    letters = r.randint(6, 15)
    base = r.uniform(0.3, 0.42)
    loopy = r.random() < 0.5
    for k in range(letters):
        fade = 1 - 0.6 * k / letters
        tall = r.random() < 0.25
        high = (r.uniform(0.4, 0.5) if tall else r.uniform(0.12, 0.26)) * fade
        step = r.uniform(0.13, 0.24)
        lean = r.uniform(0.02, 0.08)
        for i in range(1, 13):
            t = i / 12
            if loopy and tall:  # an ascender with a loop, like an l
                a = math.pi * (2 * t - 0.5)
                line.append((x + step * t + 0.05 * math.cos(a) * math.sin(math.pi * t), base + high * 0.9 * math.sin(math.pi * t) ** 0.7))
                continue
            line.append((x + step * t + lean * math.sin(math.pi * t), base + high * math.sin(math.pi * t) - 0.05 * math.sin(2 * math.pi * t) * fade))
        x += step
    for i in range(1, 12):
        t = i / 11
        line.append((x + 0.35 * t, base - 0.1 * math.sin(math.pi * t) + 0.12 * t * t))
    lines.append(line)
    if r.random() < 0.8:  # the flourish underneath
        y, a, b = r.uniform(0.1, 0.2), r.uniform(0.2, 0.5), min(x + r.uniform(-0.1, 0.4), 2.8)
        lines.append([(a + (b - a) * i / 16, y + 0.06 * math.sin(i / 16 * math.pi * r.uniform(0.98, 1.02))) for i in range(17)])
    if r.random() < 0.5:  # a dot or a cross stroke
        d = r.uniform(0.8, 1.2)
        lines.append([(d, 0.78), (d + r.uniform(0.06, 0.3), 0.8 + r.uniform(-0.04, 0.06))])
    top = max(p[0] for l in lines for p in l)
    fit = min(1.0, 2.9 / top)
    return [[(px * fit, min(0.97, max(0.03, py))) for px, py in l] for l in lines]


def place(who: str, box: tuple, r: random.Random | None = None) -> list:
    """The strokes of that person within a box on the page, slightly off when r is given."""
    x0, y0, x1, y1 = box
    h = y1 - y0
    scale = min(h, (x1 - x0) / 3)
    dx = (r.uniform(0.02, 0.25) if r else 0.08) * max(0, (x1 - x0) - 3 * scale)
    return [[(x0 + dx + px * scale, y0 + (h - scale) / 2 + py * scale) for px, py in line] for line in strokes(who)]


def image(who: str, ink=(18, 32, 110), height=120) -> Image.Image:
    """The signature as a transparent picture, like a scanned one."""
    big = Image.new("RGBA", (height * 3 * 2, height * 2), ink + (0,))
    d = ImageDraw.Draw(big)
    for line in strokes(who):
        pts = [(x * height * 2, (1 - y) * height * 2) for x, y in line]
        for n, (a, b) in enumerate(zip(pts, pts[1:])):
            d.line([a, b], fill=ink + (255,), width=int(5 + 3 * math.sin(n / 3)))
    return big.resize((height * 3, height), Image.LANCZOS)


def png(who: str, **more) -> bytes:
    out = io.BytesIO()
    image(who, **more).save(out, "PNG")
    return out.getvalue()
