#!/usr/bin/env python3
"""Writes the sample forms: the curated cases, or as many random ones as asked."""

from __future__ import annotations

import argparse
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import scanners  # noqa: E402

MEDIA = ("acroform", "flattened", "scan", *(f"scan:{p}" for p in scanners.PROFILES))


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    jobs = parser.add_subparsers(dest="job", required=True)
    c = jobs.add_parser("cases", help="the curated cases of the form")
    c.add_argument("--output", required=True)
    c.add_argument("--only", default="", help="only the cases whose name contains this")
    h = jobs.add_parser("hostile", help="the hostile files")
    h.add_argument("--output", required=True)
    k = jobs.add_parser("corpus", help="random cases with their truth")
    k.add_argument("--count", type=int, required=True)
    k.add_argument("--seed", type=int, default=1)
    k.add_argument("--layouts", default="maison,lignes,registre", help="comma-separated: maison, lignes, registre, aveugle, varie:N or varie:FIRST-LAST")
    k.add_argument("--fonts", default="standard", help="comma-separated families, or the sets standard and other")
    k.add_argument("--media", default="acroform,flattened,scan", help="comma-separated: acroform, flattened, scan:PROFILE (scan alone: scan:worn)")
    k.add_argument("--defects", type=float, default=0.3, help="share of the requests with something wrong")
    k.add_argument("--output", required=True)
    w = jobs.add_parser("writers", help="forms that other programs make, with their truth")
    w.add_argument("--count", type=int, required=True)
    w.add_argument("--seed", type=int, default=1)
    w.add_argument("--programs", default="", help="comma-separated; all when not given")
    w.add_argument("--media", default="acroform,flattened,typed", help="comma-separated: acroform, flattened, typed (over the flat form)")
    w.add_argument("--output", required=True)
    b = jobs.add_parser("houses", help="typed forms in random house styles of many bodies, by Chromium, with their truth")
    b.add_argument("--count", type=int, required=True)
    b.add_argument("--seed", type=int, default=1)
    b.add_argument("--output", required=True)
    r = jobs.add_parser("register", help="the register of establishments")
    r.add_argument("--output", required=True)
    p = jobs.add_parser("scan", help="prints and scans PDFs that have NAME.expected.json beside them")
    p.add_argument("--profile", required=True, choices=scanners.PROFILES)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("output")
    p.add_argument("files", nargs="+")
    a = parser.parse_args(arguments)

    if a.job == "cases":
        import curated

        for case in curated.all_cases():
            if a.only in case.name:
                case.write(a.output)
                print(case.name)
    elif a.job == "hostile":
        import hostile

        for case in hostile.all_cases():
            case.write(a.output)
            print(case.name)
    elif a.job == "register":
        import people

        with open(a.output, "w", encoding="utf-8", newline="\n") as f:
            f.write(people.register_csv())
    elif a.job == "writers":
        from writers import batch

        known = batch.programs()
        wanted, media = [p for p in a.programs.split(",") if p] or list(known), a.media.split(",")
        if unknown := [p for p in wanted if p not in known] + [m for m in media if m not in batch.MEDIA]:
            parser.error(f"unknown: {', '.join(unknown)} (programs: {', '.join(known)}; media: {', '.join(batch.MEDIA)})")
        batch.run(a.count, a.seed, wanted, media, a.output)
    elif a.job == "houses":
        from houses import forms

        forms.run(a.count, a.seed, a.output)
    elif a.job == "scan":
        import rescan

        rescan.rescan(a.files, a.profile, a.seed, a.output)
    else:
        import corpus

        media = a.media.split(",")
        if unknown := [m for m in media if m not in MEDIA]:
            parser.error(f"unknown media: {', '.join(unknown)} (there are {', '.join(MEDIA)})")
        try:
            fonts = corpus.font_names(a.fonts)
        except ValueError as why:
            parser.error(str(why))
        for n in range(a.count):
            corpus.case(n, a.seed, corpus.layout_names(a.layouts), media, a.defects, fonts).write(a.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
