"""What a layout of the form is: slots to fill in, and a function that draws everything pre-printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

LETTER = (612.0, 792.0)


@dataclass
class Slot:
    """One place to write in: a line, a cell, a tick box, a comb or a signature box."""

    field: str  # field id, e.g. "s2.firstName"
    page: int  # 0-based
    box: tuple  # (x0, y0, x1, y1) PDF points, origin bottom-left
    kind: str  # "text" | "multiline" | "tick" | "comb" | "signature"
    option: str | None = None  # tick boxes: "true", or the choice that the tick stands for
    part: str | None = None  # dates drawn as three slots: "year" | "month" | "day"
    index: int = 0  # s5.numbers: rank, row by row, left to right
    cells: int = 0  # comb: number of cells


@dataclass
class Layout:
    """One drawing of the form."""

    name: str
    pages: int
    slots: list
    draw: Callable  # draw(canvas, page_index): the blank form
    font_size: float = 10


SCOPES = ("some", "all", "cluster")
ROLES = (
    "professionalServicesDirector",
    "executiveDirector",
    "optilabRepresentative",
    "gmfPhysician",
    "gmfCoPhysician",
)

# Every field of the form, in the order of the paper, with its kind of value.
FIELDS = {
    "hdr.ramqUse": "text",
    "s1.service": "preprinted",
    "s1.app.paymentAuthorization": "tick",
    "s1.app.association": "tick",
    "s1.scope": "choice",
    "s2.sex": "choice",
    "s2.firstName": "text",
    "s2.lastName": "text",
    "s2.function": "text",
    "s2.orgName": "text",
    "s2.orgNumber": "text",
    "s2.address": "text",
    "s2.postalCode": "text",
    "s2.phone": "text",
    "s2.phoneExt": "text",
    "s2.fax": "text",
    "s2.email": "text",
    "s2.existingUsername": "text",
    "s2.commitment": "preprinted",
    "s2.signature": "signature",
    "s2.date": "date",
    "s3.sex": "choice",
    "s3.firstName": "text",
    "s3.lastName": "text",
    "s3.role": "choice",
    "s3.functionText": "text",
    "s3.orgName": "text",
    "s3.address": "text",
    "s3.postalCode": "text",
    "s3.phone": "text",
    "s3.phoneExt": "text",
    "s3.fax": "text",
    "s3.email": "text",
    "s3.commitment": "preprinted",
    "s3.signature": "signature",
    "s3.date": "date",
    "s4.registrationDate": "date",
    "s4.referenceNumber": "text",
    "s4.username": "text",
    "s4.validity": "text",
    "s4.respondentId": "text",
    "s4.respondentSignature": "signature",
    "s4.respondentDate": "date",
    "s4.soesSignature": "signature",
    "s4.soesDate": "date",
    "s5.numbers": "list",
}


def blank() -> dict:
    """The reading of a form nobody has written on."""
    empty = {"tick": False, "list": [], "signature": "none", "preprinted": True}
    return {name: (list(v) if isinstance(v := empty.get(kind), list) else v) for name, kind in FIELDS.items()}
