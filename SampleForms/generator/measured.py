#!/usr/bin/env python3
"""Prints a row of README's table from an evaluation; names on standard error what was wrong but sure, and what was not read."""

from __future__ import annotations

import json
import math
import os
import sys


def share(p: dict) -> str:
    """A percentage with its 95 % bounds, rounded so that nothing is made to look better than it is."""
    down, up = (math.floor(p[k] * 1000) / 10 for k in ("share", "low")), math.ceil(p["high"] * 1000) / 10
    exact, low = down
    return f"{exact:g} % ({low:g}–{up:g})"


def main(what: str, held_out: str, path: str):
    with open(path, encoding="utf-8") as f:
        found = json.load(f)
    total, spent = found["total"], found.get("processorMilliseconds")
    wrong = total["wrongButSure"]
    cells = (what, f"**{held_out}**" if held_out == "held out" else held_out, f"{total['exact']['total']:,}", share(total["exact"]), share(total["sure"]),
             f"{wrong['count']} (at most {math.ceil(wrong['high'] * 10000) / 100:g} %)", f"{spent['median']} ms" if spent else "")
    print("| " + " | ".join(cells) + " |", flush=True)
    for one in found["unread"]:
        print(f"  not read: {os.path.basename(one['file'])} ({one['found']} of {one['expected']} forms, {one.get('reason') or one.get('outcome')})", file=sys.stderr)
    for one in found["wrong"]:
        if one["sure"]:
            print(f"  wrong but sure: {os.path.basename(one['file'])} {one['field']}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
