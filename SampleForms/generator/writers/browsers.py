"""HTML printed by Chromium and by WeasyPrint."""

from __future__ import annotations

import os
import subprocess
import tempfile

from .hypertext import FAMILIES, Hypertext


def chromium(sheet, family, mode, asked=None, tagged=False) -> bytes:
    with tempfile.TemporaryDirectory() as d:
        page, out = os.path.join(d, "form.html"), os.path.join(d, "form.pdf")
        with open(page, "w", encoding="utf-8") as f:
            f.write(Hypertext(sheet, family, mode, asked).text())
        command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={d}/profile", f"--print-to-pdf={out}"]
        command += [] if tagged and mode == "filled" else ["--disable-pdf-tagging"]
        subprocess.run([*command, "file://" + page], check=True, capture_output=True, timeout=120)
        with open(out, "rb") as f:
            return f.read()


def weasyprint(sheet, family, mode, asked=None) -> bytes:
    import weasyprint as w

    return w.HTML(string=Hypertext(sheet, family, mode, asked).text()).write_pdf(uncompressed_pdf=False)


CHROMIUM = tuple(f for f in FAMILIES if f != "shade")
WEASYPRINT = tuple(f for f in FAMILIES if f != "legend")
