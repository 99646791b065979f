"""What happens to a file afterwards: printed to PDF once more, cleaned, linearised, flattened."""

from __future__ import annotations

import subprocess
import tempfile

COMMANDS = {
    "gs": ("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", "-dNEWPDF=true", "-sOutputFile={b}", "{a}"),
    "gs-old": ("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", "-dNEWPDF=false", "-dCompatibilityLevel=1.4", "-sOutputFile={b}", "{a}"),
    "mutool": ("mutool", "clean", "-gggz", "{a}", "{b}"),
    "cairo": ("pdftocairo", "-pdf", "{a}", "{b}"),
    "linear": ("qpdf", "--warning-exit-0", "--linearize", "--object-streams=generate", "--deterministic-id", "{a}", "{b}"),
    "qpdf-flat": ("qpdf", "--warning-exit-0", "--flatten-annotations=all", "--generate-appearances", "--deterministic-id", "{a}", "{b}"),
}


def run(data: bytes, name: str) -> bytes:
    with tempfile.TemporaryDirectory() as d:
        a, b = d + "/a.pdf", d + "/b.pdf"
        with open(a, "wb") as f:
            f.write(data)
        subprocess.run([c.format(a=a, b=b) for c in COMMANDS[name]], check=True, capture_output=True, timeout=120)
        with open(b, "rb") as f:
            return f.read()


def baked(data: bytes) -> bytes:
    import pymupdf

    doc = pymupdf.open(stream=data)
    doc.bake()
    return doc.tobytes(garbage=3, deflate=True, no_new_id=True)
