"""Who asks: a request by `people`, written as people write, and the truth of it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date

import people
from corpus import free_writing
from kit import blank

from .sheet import Sheet

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
LONG = ("CENTRE INTÉGRÉ UNIVERSITAIRE DE SANTÉ ET DE SERVICES SOCIAUX DE L'EST-DE-LA-RIVIÈRE-AUX-PINS", "CENTRE D'HÉBERGEMENT ET DE SOINS DE LONGUE DURÉE NOTRE-DAME-DES-SEPT-DOULEURS",
        "HÔPITAL RÉGIONAL DE SAINTE-ODILE – PAVILLON JEANNE-LE BER")


@dataclass
class Asked:
    """What goes into each slot, and the truth by field."""

    texts: dict = field(default_factory=dict)  # slot -> text
    ticks: set = field(default_factory=set)  # slots
    signs: dict = field(default_factory=dict)  # field -> kind
    who: dict = field(default_factory=dict)  # field -> name
    truth: dict = field(default_factory=dict)


def lower(s: str) -> str:
    return s.title().replace("’S", "’s").replace(" De ", " de ").replace(" Du ", " du ").replace(" Des ", " des ").replace(" La ", " la ").replace("Optilab", "OPTILAB")


def mailbox(r, who: str, host: str) -> str:
    first, last = who.split("@")[0].split(".", 1)
    return r.choice((who.split("@")[0], f"{first[0]}{last}", f"{first[0]}.{last}{r.randint(1, 99)}", f"{last}_{first}", f"{first}.{last}.med", f"{last}-{first[0]}{r.randint(10, 2019)}")) + "@" + host


def asked(r: random.Random, s: Sheet, signs=("stylus", "image", "typed", "none"), free=True, plain=False, doubles=True) -> Asked:
    """free: telephones and dates as people write them; plain: no typographic signs; doubles: a choice may be ticked twice"""
    v = dict(people.good(r, same=r.random() < 0.05).values)
    for n in "23":
        kinds = [k for k in ("stylus", "image", "typed", "none") if k in signs]
        v[f"s{n}.signature"] = r.choices(kinds, [{"stylus": 4, "image": 4, "typed": 2, "none": 1}[k] for k in kinds])[0]
        if r.random() < 0.6:
            host = v[f"s{n}.email"].split("@")[1]
            v[f"s{n}.email"] = mailbox(r, v[f"s{n}.email"], r.choice((host, host if host.startswith("example.") else "sante-" + host, "cisss-03.example.org", "reg16.sante.example.org", "example.com")))
        if r.random() < 0.12:
            v[f"s{n}.orgName"] = r.choice(LONG)
        if r.random() < 0.3:
            head, town = v[f"s{n}.address"].rsplit(", ", 1)
            v[f"s{n}.address"] = f"{head}, {r.choice(('BUREAU 210', 'LOCAL A-1.204', '3E ÉTAGE', 'BUR. 12-B', 'PAVILLON B, PORTE 4'))}, {town}"
        if r.random() < 0.15:
            v[f"s{n}.fax"] = people.phone(r)
    there = {i.field for i in s.items}
    if "s3.functionText" in there and r.random() < 0.6:
        v["s3.functionText"] = r.choice(("DIRECTRICE ADJOINTE", "DIRECTEUR PAR INTÉRIM", "CHEF DES SERVICES", "MÉDECIN DE FAMILLE"))
    if v.get("s1.scope") == "some" or r.random() < 0.05:
        v["s5.numbers"] = [f"6{r.randint(0, 999):03d}{r.choice('0123456789XXX25')}" for _ in range(r.randint(0, min(12, s.numbers)))]
    if r.random() < 0.25:
        v = {k: lower(x) if isinstance(x, str) and k.endswith(("Name", "function", "functionText", "address")) else x for k, x in v.items()}
    if plain:
        v = {k: x.replace("–", "-") if isinstance(x, str) else x for k, x in v.items()}
    elif r.random() < 0.25:
        v = {k: x.replace("'", "’") if isinstance(x, str) else x for k, x in v.items()}
    spoil(r, v, doubles)
    a = Asked(truth={**blank(), **v})
    shown = {k: x for k, x in v.items() if isinstance(x, str)} | (free_writing(v, r) if free else {})
    for n in "23":
        a.who[f"s{n}.signature"] = " ".join(str(v.get(f"s{n}.{k}") or "") for k in ("firstName", "lastName")).strip() or "Sans Nom"
    put(r, s, a, shown, free)
    return a


def spoil(r, v: dict, doubles: bool):
    """Fields left out, boxes ticked twice, RAMQ's part filled in: now and then."""
    if r.random() < 0.2:
        for k in r.sample([k for k in v if k[3:] in ("firstName", "lastName", "function", "orgName", "orgNumber", "address", "postalCode", "phone", "email", "sex", "role", "date")], r.randint(1, 3)):
            v[k] = None
    if doubles and r.random() < 0.06:
        k, choices = r.choice((("s1.scope", ["some", "all"]), ("s2.sex", ["M", "F"]), ("s3.role", ["professionalServicesDirector", "executiveDirector"])))
        v[k] = choices
    if r.random() < 0.05:
        v["s1.app.paymentAuthorization"] = v["s1.app.association"] = False
    if r.random() < 0.05:
        v |= {"s4.referenceNumber": f"REF-{r.randint(600000, 699999)}", "s4.username": f"CE{r.randint(10000, 99999)}"}
    if r.random() < 0.03:
        v["hdr.ramqUse"] = "REÇU 2026"


def day(r, iso: str, free: bool) -> str:
    d = date.fromisoformat(iso)
    if not free or r.random() < 0.5:
        return iso
    return r.choice((iso.replace("-", "/"), iso.replace("-", " "), iso.replace("-", "."), f"{d.day} {MONTHS[d.month - 1]} {d.year}"))


def put(r, s: Sheet, a: Asked, shown: dict, free: bool):
    """Fills the slots of this sheet from the truth."""
    t = a.truth
    for i in s.items:
        if i.kind in ("tick", "choice"):
            for slot, _, _ in i.options:
                f, _, option = slot.partition("/")
                a.ticks |= {slot} if t[f] is True or option and (option in t[f] if isinstance(t[f], list) else t[f] == option) else set()
        elif i.kind == "signature":
            a.signs[i.field] = t[i.field]
            if t[i.field] == "typed":
                a.texts[i.field] = a.who[i.field]
        elif not t[i.field]:
            continue
        elif i.kind == "date" and s.look.dates == "boxes":
            a.texts |= {f"{i.field}/{p}": x for p, x in zip(("year", "month", "day"), t[i.field].split("-"))}
        elif i.kind == "date":
            a.texts[i.field] = t[i.field].replace("-", "") if s.look.dates == "comb" else day(r, t[i.field], free)
        else:
            a.texts[i.field] = t[i.field] if i.kind == "comb" else shown.get(i.field, t[i.field])
    numbers = t["s5.numbers"]
    places = list(range(len(numbers)))
    if r.random() < 0.2:  # not in the first cells
        places = sorted(r.sample(range(s.numbers), len(numbers)))
    a.texts |= {f"s5.numbers/{p}": n for p, n in zip(places, numbers)}
