"""Synthetic people and places. Nobody here exists: numbers begin with 6, telephones are 555-01xx, domains are example.*."""

from __future__ import annotations

import csv
import io
import random
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

WOMEN = ("MARIE-ÈVE", "GENEVIÈVE", "JOSÉE", "CHLOÉ", "FRANÇOISE", "ANNE-SOPHIE", "MÉLANIE", "ISABELLE", "NOÉMIE", "VÉRONIQUE", "LÉA", "MAUDE", "GISÈLE", "ÉLOÏSE",
         "MARIE-CLAUDE", "NATHALIE", "SYLVIE", "STÉPHANIE", "AUDREY", "CATHERINE", "FATIMA", "ANAÏS", "LINDA", "THI-MAI", "JO-ANN")
MEN = ("JEAN-FRANÇOIS", "ÉTIENNE", "FRÉDÉRIC", "GUY", "BENOÎT", "LOÏC", "MARC-ANDRÉ", "SÉBASTIEN", "RENÉ", "JOËL", "PIERRE-LUC", "MATHIEU", "ANDRÉ", "CÉDRIC",
       "FRANÇOIS", "LOUIS-PHILIPPE", "STÉPHANE", "YVES", "DENIS", "ALEXANDRE", "MOHAMED", "HUGO", "RAPHAËL", "CLAUDE", "NOËL")
LAST = ("TREMBLAY", "GAGNON", "BOUCHARD", "CÔTÉ", "L'HEUREUX", "D'AMOURS", "LÉVESQUE", "BÉLANGER", "ST-PIERRE", "SAINT-LAURENT", "O'BRIEN", "PARÉ", "NGUYEN",
        "DESROCHERS-CÔTÉ", "LA ROCHELLE", "DE LA DURANTAYE", "LEFRANÇOIS", "BEAULIEU", "THÉRIAULT", "GAUTHIER-ROY", "MC NICOLL", "OUELLET", "BENOÎT", "HÉBERT",
        "D'ASTOUS", "LE BLANC", "MARTIN", "VAN DEN BERG", "DIALLO", "CHARBONNEAU", "BÉRUBÉ", "POIRIER", "L'ÉCUYER", "ROY", "LY", "DUFRESNE-LAMY", "BRÛLÉ", "ÇELIK")
STREETS = ("RUE DES ÉRABLES", "BOUL. SAINT-ÉLOI", "AV. DU BON-AIR", "RUE PRINCIPALE", "CHEMIN DE L'ANSE", "RUE DE L'HÔPITAL", "1RE AVENUE", "RUE NOTRE-DAME EST",
           "RANG DU PETIT-BOIS", "AV. DES CÈDRES OUEST", "PLACE DE LA GARE", "RUE SAINTE-THÈCLE")
TOWNS = ("SAINT-ÉLOI-DU-LAC", "VAL-DES-CÈDRES", "RIVIÈRE-AUX-PINS", "SAINTE-ODILE", "LAC-ARGENTÉ", "L'ANSE-AU-FOIN", "BOIS-CLAIR", "TROIS-SAULES", "SAINT-CYRIAC", "MONT-ROND",
         "SAINTE-THÈCLE-DES-PRÉS", "POINTE-AUX-HÉRONS", "LA DÉCHARGE", "NOTRE-DAME-DU-RUISSEAU", "PORT-BERNARD", "SAINT-LÉANDRE-OUEST", "CAP-AUX-OIES", "GRANDE-COULÉE",
         "SAINT-MÉDARD-SUR-MER")
HEADS = ("CHEF DE SERVICE", "CHEF DE DÉPARTEMENT", "CHEFFE DE SERVICE", "CHEF DU SERVICE DE PHARMACIE")
CLERKS = ("SECRÉTAIRE ADMINISTRATIVE", "AGENTE ADMINISTRATIVE", "COORDONNATEUR DU PROJET", "COORDONNATRICE DES SOINS", "TECHNICIEN EN ADMINISTRATION", "ARCHIVISTE MÉDICALE")
LETTERS = "ABCEGHJKLMNPRSTVWXYZ"


@dataclass(frozen=True)
class Place:
    number: str
    name: str
    parent: str  # the number of the parent, or nothing
    address: str
    postal_code: str
    region: str
    category: str  # institution | installation | cluster | gmf | service-point | other
    valid_from: str = "2015-04-01"
    valid_to: str = ""

    @property
    def town(self) -> str:
        return self.address.rsplit(", ", 1)[1]


@dataclass(frozen=True)
class Person:
    first: str
    last: str
    sex: str

    def mailbox(self, domain: str) -> str:
        return f"{plain(self.first)}.{plain(self.last)}@{domain}"


def plain(name: str) -> str:
    """A name as it stands in an address: no accents, no apostrophes, hyphens for spaces."""
    base = "".join(ch for ch in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(ch))
    return "-".join(base.replace("'", "").replace("’", "").split())


def postal(r: random.Random, first: str = "GHJ") -> str:
    return f"{r.choice(first)}{r.randint(0, 9)}{r.choice(LETTERS)} {r.randint(0, 9)}{r.choice(LETTERS)}{r.randint(0, 9)}"


AREA = {"03": ("418", "581", "367"), "06": ("514", "438", "263"), "16": ("450", "579", "354"), "05": ("819", "873", "468")}
SIGN = {"03": "G", "06": "H", "16": "J", "05": "J"}


def phone(r: random.Random, region: str = "03") -> str:
    return f"{r.choice(AREA.get(region, AREA['03']))} 555-01{r.randint(0, 99):02d}"


def person(r: random.Random) -> Person:
    sex = r.choice("MF")
    return Person(r.choice(WOMEN if sex == "F" else MEN), r.choice(LAST), sex)


def two(r: random.Random) -> tuple:
    """Two people whose addresses cannot be taken for one another's."""
    a = person(r)
    while True:
        b = person(r)
        if b.last != a.last and b.first != a.first and plain(a.last) not in plain(b.first) and plain(b.last) not in plain(a.first):
            return a, b


PARENTS = (
    ("69400", "CISSS DES TROIS-SAULES", "03"), ("69402", "CIUSSS DE LA RIVIÈRE-AUX-PINS", "06"), ("69404", "CISSS DU LAC-ARGENTÉ", "16"),
    ("69406", "CENTRE INTÉGRÉ DE SANTÉ ET DE SERVICES SOCIAUX DE L'ANSE-AU-FOIN", "05"), ("69408", "CHU DE BOIS-CLAIR", "03"),
)
UNITS = (
    ("6{a}{n}X", "HÔPITAL DE {t}"), ("6{b}{n}2", "CLSC DE {t}"), ("6{b}{n}5", "CHSLD {s}"), ("6{b}{n}3", "CENTRE DE RÉADAPTATION DE {t}"),
    ("6{a}{n}X", "PAVILLON {s}"), ("6{b}{n}2", "CLSC {s}"), ("6{c}{n}5", "POINT DE SERVICE DE {t}"), ("6{b}{n}5", "CENTRE D'HÉBERGEMENT {s}"),
)
SAINTS = ("SAINT-ANSELME", "SAINTE-ODILE", "NOTRE-DAME-DES-PINS", "D'YOUVILLE", "SAINT-ÉLOI", "MARIE-ROLLET", "DU BON-AIR", "JEANNE-LE BER", "L'ÉRABLIÈRE", "SAINTE-THÈCLE", "DES MARRONNIERS", "ROSE-HÉBERT", "SAINT-CYRIAC", "DU VIEUX-QUAI",
          "CLÉMENTINE-ROY", "DES DEUX-RIVES", "SAINT-PAUL-ERMITE")


def register() -> list:
    """The establishments of the samples, always the same."""
    r = random.Random(6)

    def address(town: str) -> str:
        return f"{r.randint(10, 9899)}, {r.choice(STREETS)}, {town}"

    places, n = [], 50
    for number, name, region in PARENTS:
        places.append(Place(number, name, "", address(r.choice(TOWNS)), postal(r, SIGN[region]), region, "institution"))
        for k, (shape, title) in enumerate(UNITS):
            town = TOWNS[n * 8 % len(TOWNS)]
            saint = SAINTS[n * 5 % len(SAINTS)]
            code = shape.format(a="0", b="1" if k % 2 else "3", c="8", n=f"{n:02d}"[-2:])
            n += 1
            category = "service-point" if title.startswith("POINT") else "installation"
            places.append(Place(code, title.format(t=town, s=saint), number, address(town), postal(r, SIGN[region]), region, category))
    for k, name in enumerate(("DE LA COLLINE", "DU VIEUX-MOULIN", "L'ENVOLÉE", "SANTÉ BOIS-CLAIR", "DES QUATRE-VENTS")):
        region = ("03", "06", "16", "05", "03")[k]
        places.append(Place(f"654{k * 7 + 11:02d}", f"GMF {name}", "", address(r.choice(TOWNS)), postal(r, SIGN[region]), region, "gmf"))
    # Names of three of the twelve real clusters, since rule ORG-10 sends any other to a clerk; all else of them is invented.
    for k, name in enumerate(("CAPITALE-NATIONALE", "MONTRÉAL-CHUM", "MONTÉRÉGIE")):
        region = ("03", "06", "16")[k]
        places.append(Place(f"699{k * 3 + 12:02d}", f"GRAPPE DE SERVICES OPTILAB {name}", "", address(r.choice(TOWNS)), postal(r, SIGN[region]), region, "cluster"))
    for number, name in (("65201", "CLINIQUE D'OPTOMÉTRIE DU CARREFOUR"), ("63901", "IMAGERIE MÉDICALE DE L'ANSE")):
        places.append(Place(number, name, "", address(r.choice(TOWNS)), postal(r, "G"), "03", "other"))
    places.append(Place("61772", "CLSC DES ANCIENNES-FORGES", "69400", address(TOWNS[0]), postal(r, "G"), "03", "installation", "1998-01-01", "2019-03-31"))
    places.append(Place("6001X", "HÔPITAL SAINT-ANSELME-DES-MONTS", "69408", address(TOWNS[1]), postal(r, "G"), "03", "installation"))
    places.append(Place("6123X", "HÔPITAL GÉNÉRAL DE BOIS-CLAIR", "69408", address(TOWNS[6]), postal(r, "G"), "03", "installation"))
    return places


def register_csv() -> str:
    out = io.StringIO()
    w = csv.writer(out, lineterminator="\n")
    w.writerow(("number", "name", "parent", "address", "postal_code", "region", "category", "valid_from", "valid_to"))
    for p in register():
        w.writerow((p.number, p.name, p.parent, p.address, p.postal_code, p.region, p.category, p.valid_from, p.valid_to))
    return out.getvalue()


PLACES = register()
BY_NUMBER = {p.number: p for p in PLACES}


def domain(place: Place) -> str:
    top = BY_NUMBER.get(place.parent, place)
    word = plain(top.name).split("-")
    kind = word[0] if word[0] in ("cisss", "ciusss", "chu", "gmf") else "grappe" if word[0] == "grappe" else "cisss"
    return f"{kind}.example.org"


@dataclass
class Good:
    """A request that nothing can be said against, and the day it arrived."""

    values: dict
    received: str
    place: Place


def section(who: Person, place: Place, r: random.Random, n: str, email: str, extra=True) -> dict:
    v = {f"s{n}.sex": who.sex, f"s{n}.firstName": who.first, f"s{n}.lastName": who.last, f"s{n}.orgName": place.name, f"s{n}.address": place.address,
         f"s{n}.postalCode": place.postal_code, f"s{n}.phone": phone(r, place.region), f"s{n}.email": email}
    if extra and r.random() < 0.6:
        v[f"s{n}.phoneExt"] = str(r.choice((r.randint(20, 99), r.randint(201, 9899), r.randint(10000, 99999))))
    if extra and r.random() < 0.35:
        v[f"s{n}.fax"] = phone(r, place.region)
    return v


def good(r: random.Random, kind: str | None = None, app: str | None = None, scope: str | None = None, same: bool = False, signatures=("stylus", "image")) -> Good:
    """A good request. kind: institution | gmf | cluster; app: payment | association | both; same: one person in both roles."""
    kind = kind or r.choices(("institution", "gmf", "cluster"), (8, 1, 1))[0]
    app = app or r.choice(("payment", "association", "both"))
    received = date(2026, 1, 12) + timedelta(days=r.randint(0, 250))
    live = [p for p in PLACES if not p.valid_to]
    user, boss = two(r)
    if same:
        user = boss
    v: dict = {}
    if kind == "institution":
        place = r.choice([p for p in live if p.category in ("institution", "installation", "service-point")])
        top = BY_NUMBER.get(place.parent, place)
        v["s3.role"] = role = r.choice(("professionalServicesDirector", "executiveDirector"))
        v["s2.function"] = r.choice(HEADS if app != "association" else CLERKS)
        if same:
            v["s2.function"] = {"executiveDirector": "DIRECTEUR GÉNÉRAL", "professionalServicesDirector": "DIRECTEUR DES SERVICES PROFESSIONNELS"}[role]
            if app != "association":
                v["s3.role"], v["s2.function"] = "professionalServicesDirector", "DIRECTEUR DES SERVICES PROFESSIONNELS"
        family = [p.number for p in live if p.parent == top.number and p.number != place.number]
        v["s1.scope"] = scope or r.choice(("some", "all"))
        if v["s1.scope"] == "some":
            r.shuffle(family)
            v["s5.numbers"] = family[: r.randint(1, min(6, len(family)))]
    elif kind == "gmf":
        place = top = r.choice([p for p in live if p.category == "gmf"])
        v["s3.role"] = "gmfPhysician"
        v["s2.function"] = "MÉDECIN RESPONSABLE DU GMF" if same else "MÉDECIN CORESPONSABLE DU GMF"
        v["s1.scope"] = scope or "all"
    else:
        place = top = r.choice([p for p in live if p.category == "cluster"])
        v["s3.role"] = "optilabRepresentative"
        v["s2.function"] = "REPRÉSENTANT AUTORISÉ DE LA GRAPPE (OPTILAB)" if app != "association" or same else r.choice(CLERKS)
        v["s1.scope"] = scope or "cluster"
    v["s1.app.paymentAuthorization"] = app in ("payment", "both")
    v["s1.app.association"] = app in ("association", "both")
    d = domain(place)
    private = r.random() < 0.25
    mine = user.mailbox("example.com" if private or same else d)
    v |= section(user, place, r, "2", mine) | section(boss, top, r, "3", boss.mailbox(d))
    v["s2.orgNumber"] = place.number
    if r.random() < 0.3:
        v["s2.existingUsername"] = f"{r.choice(('CE', 'CE', 'IP', 'IELP'))}{r.randint(10000, 99999)}"
    v["s2.signature"], v["s3.signature"] = signatures
    later = received - timedelta(days=r.randint(1, 4))
    v["s3.date"] = later.isoformat()
    v["s2.date"] = (later - timedelta(days=r.randint(0, 5))).isoformat()
    return Good(v, received.isoformat(), place)
