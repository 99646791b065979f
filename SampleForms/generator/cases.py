"""What a sample is: a file, what is truly on it, and what is expected to be said of it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field

from fill import Filling


@dataclass
class Case:
    name: str  # with its extension
    title: str
    data: bytes
    fillings: list = field(default_factory=list)  # one a form; none when there is nothing to read
    received: str | None = None
    channel: str | None = None
    medium: str | None = None  # acroform | flattened | scan
    decision: str = "accept"
    findings: list = field(default_factory=list)  # reject and clerk findings
    outcome: str = "read"
    reason: str | None = None
    unknown: list = field(default_factory=list)  # fields whose label is not in the file: null

    def write(self, folder: str):
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, self.name), "wb") as f:
            f.write(self.data)
        stem = os.path.join(folder, os.path.splitext(self.name)[0])
        if self.fillings:
            truths = [{k: None if k in self.unknown else v for k, v in f.truth().items()} for f in self.fillings]
            dump(stem + ".expected.json", truths[0] if len(truths) == 1 else truths)
        dump(stem + ".case.json", {
            "title": self.title, "received": self.received, "channel": self.channel, "outcome": self.outcome, "reason": self.reason,
            "medium": self.medium, "decision": self.decision, "findings": sorted(self.findings)})


def dump(path: str, value):
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        json.dump(value, f, ensure_ascii=False, indent=1)
        f.write("\n")
