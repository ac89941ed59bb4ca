"""Which two-letter code a state, territory or province of the United States or Canada has."""

from collections.abc import Mapping
from types import MappingProxyType

# Postal codes, also of the armed forces and the freely associated states; a test compares the rest with ISO 3166-2.
_CODES = """
al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa
ri sc sd tn tx ut vt va wa wv wi wy dc as gu mp pr vi um fm mh pw aa ae ap
ab bc mb nb nl ns nt nu on pe qc sk yt
"""
REGION_CODES = frozenset(_CODES.split())

_NAMES = {
    "al": "alabama ala",
    "ak": "alaska",
    "az": "arizona ariz",
    "ar": "arkansas ark",
    "ca": "california calif",
    "co": "colorado colo",
    "ct": "connecticut conn",
    "de": "delaware del",
    "fl": "florida fla",
    "ga": "georgia",
    "hi": "hawaii",
    "id": "idaho",
    "il": "illinois ill",
    "in": "indiana ind",
    "ia": "iowa",
    "ks": "kansas kan kans",
    "ky": "kentucky",
    "la": "louisiana",
    "me": "maine",
    "md": "maryland",
    "ma": "massachusetts mass",
    "mi": "michigan mich",
    "mn": "minnesota minn",
    "ms": "mississippi miss",
    "mo": "missouri",
    "mt": "montana mont",
    "ne": "nebraska neb nebr",
    "nv": "nevada nev",
    "nh": "newhampshire",
    "nj": "newjersey",
    "nm": "newmexico",
    "ny": "newyork newyorkstate",
    "nc": "northcarolina",
    "nd": "northdakota",
    "oh": "ohio",
    "ok": "oklahoma okla",
    "or": "oregon ore oreg",
    "pa": "pennsylvania penn penna",
    "ri": "rhodeisland",
    "sc": "southcarolina",
    "sd": "southdakota",
    "tn": "tennessee tenn",
    "tx": "texas tex",
    "ut": "utah",
    "vt": "vermont",
    "va": "virginia",
    "wa": "washington wash washingtonstate",
    "wv": "westvirginia",
    "wi": "wisconsin wis wisc",
    "wy": "wyoming wyo",
    "dc": "districtofcolumbia washingtondc",
    "as": "americansamoa",
    "gu": "guam",
    "mp": "northernmarianaislands",
    "pr": "puertorico",
    "vi": "virginislands usvirginislands virginislandsus virginislandsoftheunitedstates",
    "um": "unitedstatesminoroutlyingislands",
    "ab": "alberta alta",
    "bc": "britishcolumbia colombiebritannique",
    "mb": "manitoba man",
    "nb": "newbrunswick nouveaubrunswick",
    "nl": "newfoundlandandlabrador newfoundlandlabrador newfoundland terreneuveetlabrador nfld",
    "ns": "novascotia nouvelleecosse",
    "nt": "northwestterritories territoiresdunordouest nwt",
    "nu": "nunavut",
    "on": "ontario ont",
    "pe": "princeedwardisland ileduprinceedouard pei",
    "qc": "quebec que pq",
    "sk": "saskatchewan sask",
    "yt": "yukon yukonterritory territoireduyukon",
}

REGION_NAMES: Mapping[str, str] = MappingProxyType({key: code for code, keys in _NAMES.items() for key in keys.split()})
"""The code of each name in English and French, and of each abbreviation that is certain, keyed by ``name_key``."""
