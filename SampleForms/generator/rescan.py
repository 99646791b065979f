"""Existing forms printed and scanned, so that forms of other programs can be measured as scans too."""

from __future__ import annotations

import json
import os

import scanners
from cases import dump


def rescan(paths: list, profile: str, seed: int, output: str):
    """Writes FOLDER-NAME of each PDF, scanned, with its adapted truth. Says which cannot be scanned fairly, and why."""
    names = {path: f"{os.path.basename(os.path.dirname(os.path.abspath(path)))}-{os.path.splitext(os.path.basename(path))[0]}" for path in paths}
    if len(set(names.values())) < len(paths):
        raise SystemExit("two files have the same folder name and name: scan them into two folders")
    os.makedirs(output, exist_ok=True)
    for path, name in names.items():
        try:
            truth = truth_of(path)
        except (OSError, ValueError) as why:
            print(f"{path}: left out: {why}")
            continue
        with open(path, "rb") as f:
            data, extension, what = scanners.scanned(f.read(), profile, f"{seed}/{name}")
        stem = os.path.join(output, name)
        with open(stem + extension, "wb") as f:
            f.write(data)
        dump(stem + ".expected.json", truth)
        print(f"{name}{extension}: {profile}, {what}")


def truth_of(path: str):
    """The truth beside a file, as a scan of it can show it: one form, or a list of forms."""
    with open(os.path.splitext(path)[0] + ".expected.json", encoding="utf-8") as f:
        truth = json.load(f)
    return [scanners.on_paper(t) for t in truth] if isinstance(truth, list) else scanners.on_paper(truth)
