"""Which country a name means: ISO 3166-1, and what people call countries besides."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from workbench.judging.normalising.tidying import name_key

# ISO 3166-1 alpha-2. Written out, because most values are codes and the library that knows them takes 100 ms to load;
# a test compares the two.
_CODES = """
ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz
ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo fr
ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it
je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly
ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om
pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv
sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
"""
COUNTRY_CODES = frozenset(_CODES.split())

# Names in English that ISO spells in another way, and names in the countries' own languages.
_OTHER_NAMES = {
    "at": "Österreich",
    "ba": "Bosnia",
    "be": "België, Belgique, Belgien",
    "bg": "България",
    "bn": "Brunei",
    "br": "Brasil",
    "ca": "Kanada",
    "cd": "DR Congo, DRC, Congo-Kinshasa, Democratic Republic of the Congo, Democratic Republic of Congo",
    "cg": "Congo-Brazzaville",
    "ch": "Schweiz, Suisse, Svizzera, Svizra",
    "ci": "Ivory Coast",
    "cn": "中国, 中國, People's Republic of China, PRC, Mainland China",
    "cv": "Cape Verde",
    "cz": "Česko, Česká republika",
    "de": "Deutschland, Bundesrepublik Deutschland, Allemagne, BRD",
    "dk": "Danmark",
    "dz": "الجزائر, Algérie",
    "ee": "Eesti",
    "eg": "مصر",
    "es": "España, Espagne, Spanien",
    "fi": "Suomi",
    "fm": "Micronesia",
    "fr": "République française, Frankreich, Francia",
    "gb": "Great Britain, Britain, Vereinigtes Königreich, Großbritannien, Royaume-Uni, Reino Unido",
    "gr": "Ελλάδα, Hellas",
    "hr": "Hrvatska",
    "hu": "Magyarország",
    "ie": "Éire, Republic of Ireland",
    "in": "भारत, Bharat",
    "is": "Ísland",
    "it": "Italia, Italie, Italien",
    "jp": "日本, 日本国, Nippon, Nihon",
    "kn": "St Kitts and Nevis",
    "kp": "North Korea",
    "kr": "한국, 대한민국, Republic of Korea",
    "lc": "St Lucia",
    "lt": "Lietuva",
    "lu": "Lëtzebuerg, Luxemburg",
    "lv": "Latvija",
    "ma": "المغرب, Maroc",
    "mk": "Macedonia, FYROM",
    "mm": "Burma",
    "mo": "Macau",
    "mx": "México",
    "nl": "Nederland, Holland",
    "no": "Norge, Noreg",
    "pa": "Panamá",
    "pe": "Perú",
    "pl": "Polska",
    "ps": "Palestine",
    "ro": "România",
    "rs": "Srbija, Србија",
    "ru": "Russia, Россия",
    "sa": "السعودية, KSA",
    "se": "Sverige",
    "si": "Slovenija",
    "sk": "Slovensko",
    "st": "Sao Tome",
    "sx": "Sint Maarten, St Maarten",
    "sz": "Swaziland",
    "th": "ไทย, ประเทศไทย",
    "tl": "East Timor",
    "tr": "Turkey",
    "tw": "台灣, 台湾, 臺灣",
    "ua": "Україна",
    "ae": "الإمارات, Emirates",
    "us": "U.S.A., United States of America, Estados Unidos, EE. UU., EEUU, États-Unis, Vereinigte Staaten",
    "va": "Vatican, Vatican City, Holy See",
    "vc": "St Vincent and the Grenadines",
    "vn": "Việt Nam",
}

# What stands for no country, or not for one in ISO 3166-1: why, and the code that was meant where that is certain.
NO_COUNTRY_CODES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "uk": ("it is kept free for the United Kingdom, whose code is gb", "gb"),
        "eu": ("it is kept for the European Union, which is no country", ""),
        "europeanunion": ("the European Union is no country", ""),
        "ez": ("it stands for the euro area, which is no country", ""),
        "un": ("it is kept for the United Nations", ""),
        "xk": ("the standard has none for Kosovo yet; xk is used by some", ""),
        "kosovo": ("the standard has none for Kosovo yet", ""),
        "el": ("it stands for Greece in offices of the European Union only", "gr"),
        "su": ("the Soviet Union no longer exists", ""),
        "yu": ("Yugoslavia no longer exists", ""),
        "cs": ("Serbia and Montenegro, and Czechoslovakia before, no longer exist", ""),
        "dd": ("East Germany no longer exists", "de"),
        "tp": ("it was East Timor's, whose code is tl now", "tl"),
        "zr": ("it was Zaire's, which is the Democratic Republic of the Congo, cd, now", "cd"),
        "bu": ("it was Burma's, whose code is mm now", "mm"),
        "an": ("the Netherlands Antilles no longer exist; there are bq, cw and sx now", ""),
        "ac": ("it is kept for Ascension Island, which belongs to sh", "sh"),
        "ic": ("it is kept for the Canary Islands, which belong to es", "es"),
        "zz": ("it stands for an unknown country", ""),
        "xx": ("it stands for an unknown country", ""),
        "en": ("it is the language English", ""),
        "ja": ("it is the language Japanese; the country is jp", "jp"),
    }
)
AMBIGUOUS_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "korea": "South Korea (kr), North Korea (kp)",
        "congo": "Republic of the Congo (cg), Democratic Republic of the Congo (cd)",
        "guinea": "Guinea (gn), Guinea-Bissau (gw), Equatorial Guinea (gq), Papua New Guinea (pg)",
        "virginislands": "Virgin Islands of the United States (vi), British Virgin Islands (vg)",
        "saintmartin": "Saint Martin, French part (mf), Sint Maarten, Dutch part (sx)",
        "stmartin": "Saint Martin, French part (mf), Sint Maarten, Dutch part (sx)",
        "america": "the United States (us), and every country of two continents",
    }
)
PARTS_OF_COUNTRIES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "england": ("England", "gb"),
        "scotland": ("Scotland", "gb"),
        "wales": ("Wales", "gb"),
        "northernireland": ("Northern Ireland", "gb"),
        "canaryislands": ("The Canary Islands", "es"),
        "azores": ("The Azores", "pt"),
        "madeira": ("Madeira", "pt"),
    }
)


@lru_cache(maxsize=1)
def codes_by_name() -> Mapping[str, str]:
    """The two-letter code of each name and three-letter code, keyed by :func:`name_key`. 100 ms the first time."""
    import pycountry  # costs 100 ms

    codes: dict[str, str] = {}
    for country in pycountry.countries:
        code = country.alpha_2.lower()
        codes |= {name_key(name): code for name in _spellings(dict(country))}
    for code, names_of_one in _OTHER_NAMES.items():
        codes |= {name_key(name): code for name in names_of_one.split(", ")}
    return MappingProxyType({key: code for key, code in codes.items() if key})


def _spellings(country: Mapping[str, str]) -> Iterator[str]:
    yield country["alpha_3"]
    for kind in ("name", "official_name", "common_name"):
        if name := country.get(kind):
            yield name
            # ISO files "Korea, Republic of" under K; people write it the other way round.
            main, comma, rest = name.partition(", ")
            yield f"{rest} {main}" if comma else main
