# Synthetic data for the form. Every function takes a largest length.
import datetime
FIRST = """MAUDE CLÉMENT LÉ ÈVE ZOÉ GUY LUC ANNE INÈS NOÉ LÉA RÉMI HUGO ANNE-MARIE JEAN-FRANÇOIS MARIE-ÈVE JEAN-SÉBASTIEN PIERRE-OLIVIER MARIE-HÉLÈNE
FRANÇOIS FRANÇOISE BENOÎT HÉLÈNE GENEVIÈVE STÉPHANE JOSÉE RENÉ ANDRÉE LOUISE SYLVAIN NATHALIE MÉLISSA FATOUMATA MOHAMED THI-MAI DJAMILA NGOC OLIVIER
CATHERINE VÉRONIQUE ÉMILE ÉLISABETH ÉTIENNE GAËTAN JOËLLE NOÉMIE CHARLES-ANTOINE MARC-ANDRÉ LISE-ANNE D'ARCY ROSE-AIMÉE SAMUEL ALEXANDRE WILLIAM
KARINE DANY CLAUDE DOMINIQUE SACHA""".split() + ["MARIE LOUISE", "JEAN PAUL", "ANNA MARIA", "MARIE-CLAUDE", "LOUIS PHILIPPE", "MARIE-ANTOINETTE"]
LAST = """OTIS NGUYEN LÉ ROY ST-AMOUR O'BRIEN TREMBLAY GAGNON BOUCHARD CÔTÉ FORTIN GAUTHIER MORIN PELLETIER BÉLANGER LÉVESQUE BERGERON LEBLANC SIMARD
BOUDREAULT D'AMOURS L'ITALIEN L'HEUREUX O'BRIEN-ST-AMOUR BEAUDOIN-LAFRENIÈRE DUBOIS-MÉNARD HÉBERT TRAORÉ DIALLO EL-KHOURY BEN-AMAR SÁNCHEZ MÜLLER
D'ASTOUS ST-PIERRE STE-MARIE LACHANCE-DESROSIERS THÉRIAULT-BOURGEOIS CHÂTEAUVERT QUÉVILLON PÂQUET ARÈS HUOT VU BÉ ÉMOND DESCÔTEAUX MC-KENZIE
DE-LA-DURANTAYE PRUD'HOMME ROBITAILLE VAILLANCOURT CHAREST NAULT IRÉNÉE""".split() + ["DE LA SABLONNIÈRE", "LE BEL", "VAN DER MEER", "ST PIERRE", "BEN SALAH", "DOS SANTOS"]
FUNC = ["RÉCEPTIONNISTE", "SECRÉTAIRE ADMINISTRATIVE", "SECRÉTAIRE", "COORDONNATEUR DU PROJET", "COORDONNATRICE", "DIRECTRICE", "DIRECTEUR ADJOINT",
 "REPRÉSENTANT OPTILAB", "ADJOINTE DE DIRECTION", "CHEF DE SERVICE", "TECHNICIENNE EN ADMINISTRATION", "AGENT ADMINISTRATIF CL. 2", "ARCHIVISTE MÉDICALE",
 "INFIRMIÈRE-CHEF", "CONSEILLER EN GESTION", "GESTIONNAIRE", "COMMIS", "ANALYSTE", "AGENTE DE LIAISON", "CHARGÉ DE PROJET", "PHARMACIEN", "ADM. DE SYSTÈME",
 "CHEF DU SERVICE DES ARCHIVES", "PRÉPOSÉE AUX REGISTRES", "DIRECTEUR DES SERVICES PROFESSIONNELS PAR INTÉRIM"]
FTXT = ["DSP", "DG ADJOINTE", "DIRECTEUR MÉDICAL", "CHEF DE DÉPARTEMENT", "MÉDECIN", "PAR INTÉRIM", "DIRECTRICE GÉNÉRALE", "COORDONNATEUR MÉDICAL", "CHEF DU LABORATOIRE", "INTERIM", "DIRECTION DES SERVICES PROF."]
ORG = ["GMF LA PASSERELLE", "GMF DES RIVES", "GMF-U DU LAC", "CLSC NORD", "CHSLD L'ÉRABLE", "CISSS DE L'ESTRIE-SUD", "CIUSSS DU FJORD", "HÔPITAL SAINT-NOÉ",
 "CENTRE D'HÉBERGEMENT LES BOULEAUX", "GRAPPE OPTILAB CAPITALE", "GRAPPE DE SERVICES OPTILAB DU LITTORAL", "CENTRE HOSPITALIER DE LA VALLÉE-D'OR",
 "CLINIQUE MÉDICALE DU QUAI", "INSTITUT DE CARDIOLOGIE DU PLATEAU", "CENTRE DE RÉADAPTATION L'ENVOL", "POINT DE SERVICE DE LA RIVIÈRE-BLEUE", "GMF SAINTE-ÈVE (SITE 2)",
 "CENTRE INTÉGRÉ DE SANTÉ ET DE SERVICES SOCIAUX DES HAUTES-RIVES", "HÔPITAL DE L'ANSE", "MAISON DE NAISSANCE COLETTE-ROY", "CH DU HAUT-PAYS", "CHSLD 4 SAISONS", "CENTRE JEUNESSE DU BAS-FLEUVE"]
STREET = ["RUE BEL-AIR", "RUE DE L'ÉGLISE", "BOUL. LAURIER", "CH. DU ROY", "AV. DES ÉRABLES", "RUE PRINCIPALE", "RANG 4", "RUE SAINT-JEAN O.", "1RE AVENUE", "BOUL. RENÉ-LÉVESQUE EST",
 "MONTÉE SAINTE-MARIE", "ROUTE 132", "RUE KING OUEST", "CÔTE DU PASSAGE", "PLACE D'YOUVILLE", "RUE DU DR-LEMIEUX", "CHEMIN DU LAC-À-LA-TORTUE"]
TOWN = ["SAINT-NOÉ", "QUÉBEC", "LÉVIS", "GASPÉ", "VAL-D'OR", "ALMA", "SAINT-HYACINTHE", "TROIS-RIVIÈRES", "SEPT-ÎLES", "MONTRÉAL", "RIMOUSKI", "L'ANCIENNE-LORETTE", "BAIE-SAINT-PAUL", "MATANE", "AMOS",
 "SHERBROOKE", "SAINTE-ANNE-DES-MONTS", "LA TUQUE", "ROUYN-NORANDA", "GRANBY", "MAGOG", "NOTRE-DAME-DU-PORTAGE"]
OFF = ["BUREAU 200", "BUR. 3", "LOCAL 1.14", "B-204", "APP. 5", "2E ÉTAGE", "PORTE 7", "AILE B", "SUITE 610"]
ALIAS = ["passerelle", "rives", "cisss-est", "hsn", "clinique.quai", "sante07", "gmf-dulac", "ciusss-fjord", "reg12"]
AREA = "418 581 367 819 873 450 579 514 438 263 354".split()
USER = ["chef.service_02", "adm-2", "accueil99"]


def shortest(pool, mx):
    ok = [x for x in pool if len(x) <= mx]
    return ok or [min(pool, key=len)]


def deacc(s):
    import unicodedata
    return "".join(c for c in unicodedata.normalize("NFD", s.lower()) if c.isalnum() or c in "-'").replace("'", "")


def first(r, mx): return r.choice(shortest(FIRST, mx))


def last(r, mx):
    if r.random() < .12 and mx > 16:
        return r.choice(shortest([a + "-" + b for a in LAST[:16] for b in LAST[5:30] if "-" not in a + b and " " not in a + b], mx))
    return r.choice(shortest(LAST, mx))


def func(r, mx): return r.choice(shortest(FUNC, mx))
def ftxt(r, mx): return r.choice(shortest(FTXT, mx))
def org(r, mx): return r.choice(shortest(ORG, mx))


def orgno(r): return "6" + "".join(r.choice("0123456789") for _ in range(3)) + (r.choice("0123456789") if r.random() < .8 else "X")


def address(r, mx, lines):
    """list of 1 or 2 lines each at most mx."""
    for _ in range(400):
        k = r.random()
        no = str(r.choice([r.randint(1, 99), r.randint(100, 999), r.randint(1000, 12999)])) + r.choice(["", "", "", "", "A", "-B"])
        l1 = no + r.choice([", ", ", ", " "]) + r.choice(STREET)
        if k < .1: l1 = "C. P. %d, SUCC. %s" % (r.randint(10, 6900), r.choice(["TERMINUS", "A", "CENTRE-VILLE"]))
        elif k < .17: l1 = "%d, RR %d" % (r.randint(10, 900), r.randint(1, 6))
        elif k < .45: l1 += ", " + r.choice(OFF)
        t = r.choice(TOWN) + r.choice(["", "", "", " (QUÉBEC)", " (QC)", " QC"])
        if lines == 2 and r.random() < .7:
            if len(l1) <= mx and len(t) <= mx: return [l1, t]
        else:
            s = l1 + r.choice([" ", ", ", ", "]) + t
            if len(s) <= mx: return [s]
    return ["9, RANG 4 ALMA"] if mx >= 14 else ["9, RG 4"]


def postal(r):
    L = "ABCEGHJKLMNPRSTVWXYZ"
    return r.choice("GHJ") + str(r.randint(0, 9)) + r.choice(L) + " " + str(r.randint(0, 9)) + r.choice(L) + str(r.randint(0, 9))


def phone(r): return r.choice(AREA) + " 555-01%02d" % r.randint(0, 99)


def ext(r): return str(r.choice([r.randint(1, 9), r.randint(10, 99), r.randint(100, 999), r.randint(1000, 9999), r.randint(10000, 999999)]))


def email(r, f, l, mx):
    f, l = deacc(f), deacc(l)
    f0 = f.split("-")[0]
    tld = ["example.org", "example.net", "example.com"]
    out = []
    for _ in range(200):
        u = r.choice([f + "." + l, f[0] + "." + l, f[0] + l, l + "_" + f[0] + str(r.randint(1, 99)), f0 + "-" + l, f0 + "_" + l.split("-")[0], f + str(r.randint(1, 2030)), l + "." + f0 + r.choice(["", "2", ".07"]), f[0] + l[0] + str(r.randint(10, 999)), r.choice(USER)])
        d = r.choice(tld)
        if r.random() < .5: d = r.choice(ALIAS) + "." + d
        s = u + "@" + d
        if len(s) <= mx: return s
    return f[0] + l[0] + "1@example.org"


def username(r, mx, mail):
    k = r.random()
    if k < .4: return None
    if k < .88: return r.choice(["IP", "CE", "IELP"]) + "".join(r.choice("0123456789") for _ in range(r.choice([4, 5, 6, 8])))
    return mail(r)


def date(r, y=(2025, 2027)):
    d = datetime.date(r.randint(*y), 1, 1) + datetime.timedelta(days=r.randint(0, 364))
    return d.isoformat()
