"""Changes of a text that senders make, right or wrong: small functions from text to text."""

import re
import unicodedata

from workbench.judging.normalising.tidying import INVISIBLE, lower, tidy

_SPACES = re.compile(r"\s+")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa"}
)
_ASCII_CAPITALS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_MARKS = frozenset("PS")
_MARKS_AND_SPACES = _MARKS | {"Z"}


def composed(text: str) -> str:
    """Unicode NFC."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def decomposed(text: str) -> str:
    """Unicode NFD."""
    return text if text.isascii() else unicodedata.normalize("NFD", text)


def compatible(text: str) -> str:
    """Unicode NFKC."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def without_accents(text: str) -> str:
    """Letters without their marks."""
    if text.isascii():
        return text
    return "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))


def umlauts_spelt_out(text: str) -> str:
    """ü as ue."""
    return text if text.isascii() else composed(text).translate(_UMLAUTS)


def trimmed(text: str) -> str:
    """As the rule trims: white space and invisible characters."""
    return tidy(text)[0]


def first_capital(text: str) -> str:
    """A capital at the beginning."""
    return text[:1].upper() + text[1:]


def ascii_lower(text: str) -> str:
    """Only A to Z in lower case, as old programs do."""
    return text.translate(_ASCII_CAPITALS)


def rule_lower(text: str) -> str:
    """Lower case as the rule has it."""
    return lower(text)


def without_spaces(text: str) -> str:
    """No white space anywhere."""
    return _SPACES.sub("", text)


def single_spaced(text: str) -> str:
    """One space for each run of white space."""
    return _SPACES.sub(" ", text)


def hyphened(text: str) -> str:
    """Hyphens for spaces."""
    return _SPACES.sub("-", text)


def underscored(text: str) -> str:
    """Underscores for spaces."""
    return _SPACES.sub("_", text)


def without_punctuation(text: str) -> str:
    """No punctuation and no symbols; spaces stay."""
    return "".join(each for each in text if unicodedata.category(each)[0] not in _MARKS)


def bare(text: str) -> str:
    """Neither white space nor punctuation, symbols or invisible characters."""
    kept = (
        each
        for each in without_spaces(text)
        if each not in INVISIBLE and unicodedata.category(each)[0] not in _MARKS_AND_SPACES
    )
    return composed("".join(kept))


def only_ascii(text: str) -> str:
    """The letters a to z and the digits alone: accents take their letters with them."""
    return re.sub(r"[^a-zA-Z0-9]", "", text)


def first_word(text: str) -> str:
    """What stands before the first space."""
    words = text.split()
    return words[0] if words else text


def digits(text: str) -> str:
    """The characters 0 to 9."""
    return re.sub(r"[^0-9]", "", text)


def without_leading_zeros(text: str) -> str:
    """No zeros at the beginning."""
    return text.lstrip("0")


def url_encoded(text: str) -> str:
    """As in a web address."""
    from urllib.parse import quote

    return quote(text, safe="", errors="surrogatepass")


def form_encoded(text: str) -> str:
    """As in a web form: + for a space."""
    from urllib.parse import quote_plus

    return quote_plus(text, safe="@", errors="surrogatepass")


def url_decoded(text: str) -> str:
    """From a web address."""
    from urllib.parse import unquote

    return unquote(text)


def html_escaped(text: str) -> str:
    """As in a web page."""
    import html

    return html.escape(text)


def json_escaped(text: str) -> str:
    """As inside a JSON text in ASCII."""
    import json

    return json.dumps(text)[1:-1]
