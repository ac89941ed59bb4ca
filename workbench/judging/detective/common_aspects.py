"""The aspects that most fields share: Unicode form, edges, letter case, and what got attached."""

from collections.abc import Callable

from workbench.judging.detective import texts
from workbench.judging.detective.recipe import Aspect, Choice, same, wrong

_AS_NFC = "Join accents to their letters (Unicode NFC) before hashing."
UNICODE: Aspect = (
    Choice(texts.composed, "nfc"),
    wrong(same, "", "accents not joined to their letters (Unicode NFC)", _AS_NFC),
    wrong(texts.decomposed, "nfd", "accents split from their letters (Unicode NFD)", _AS_NFC),
    wrong(texts.compatible, "nfkc", "in another Unicode form (NFKC)", _AS_NFC),
    wrong(texts.without_accents, "remove-accents", "the accents were removed", "Keep the accents."),
    wrong(
        texts.umlauts_spelt_out,
        "spell-out-umlauts",
        "umlauts were spelt out (ü as ue)",
        "Keep the letters as they are.",
    ),
)

_TRIM = "Remove white space around the value before hashing."
EDGES: Aspect = (
    Choice(texts.trimmed, "strip"),
    wrong(same, "", "not trimmed", _TRIM),
    wrong(str.lstrip, "strip-left", "the white space behind it was kept", _TRIM),
    wrong(str.rstrip, "strip-right", "the white space before it was kept", _TRIM),
    wrong(str.strip, "strip", "an invisible character at its edge was kept", "Remove invisible characters too."),
)

_LOWER = "Lower-case the value before hashing."
LOWER_CASE: Aspect = (
    Choice(texts.rule_lower, "lower"),
    wrong(same, "", "not lower-cased", _LOWER),
    wrong(str.upper, "upper", "in upper case", _LOWER),
    wrong(texts.first_capital, "capitalise", "with a capital first letter", _LOWER),
    wrong(str.title, "title", "with capital first letters", _LOWER),
    wrong(
        texts.ascii_lower, "lower-ascii", "only the letters a to z were lower-cased", "Lower-case accented letters too."
    ),
    wrong(str.casefold, "casefold", "case-folded (ß as ss), not lower-cased", "Use plain lower-casing."),
)

_KEEP = "Keep upper and lower case as they are."
KEPT_CASE: Aspect = (
    Choice(same),
    wrong(texts.rule_lower, "lower", "lower-cased, although case counts in this field", _KEEP),
    wrong(str.upper, "upper", "in upper case, although case counts in this field", _KEEP),
)

_CLEAN = "Hash the value alone, without what got attached to it."


def _attached(step: str, what: str, before: str, after: str = "") -> Choice:
    return wrong(_attach(before, after), step, what, _CLEAN)


def _attach(before: str, after: str) -> Callable[[str], str]:
    return lambda text: f"{before}{text}{after}"


ATTACHED: Aspect = (
    Choice(same),
    _attached("append-newline", "a line break followed (trailing newline)", "", "\n"),
    _attached("append-crlf", "a Windows line break followed (trailing CR LF)", "", "\r\n"),
    _attached("append-cr", "a carriage return followed", "", "\r"),
    _attached("append-space", "a space followed", "", " "),
    _attached("prepend-space", "a space stood before it", " "),
    _attached("pad-spaces", "spaces stood around it", " ", " "),
    _attached("append-tab", "a tab followed", "", "\t"),
    _attached("append-nul", "a NUL character followed", "", "\0"),
    _attached("prepend-bom", "a byte order mark (BOM) stood before it", "\ufeff"),
    _attached("append-zero-width-space", "a zero-width space followed", "", "\u200b"),
    _attached("append-no-break-space", "a no-break space followed", "", "\u00a0"),
    _attached("quote", "in quotation marks", '"', '"'),
    _attached("single-quote", "in single quotation marks", "'", "'"),
    _attached("json-list", "as a JSON list with brackets and quotation marks", '["', '"]'),
    _attached("append-comma", "a comma followed", "", ","),
    _attached("append-semicolon", "a semicolon followed", "", ";"),
    wrong(texts.url_encoded, "url-encode", "URL-encoded", "Decode the value before hashing."),
    wrong(texts.form_encoded, "form-encode", "encoded as in a web form", "Decode the value before hashing."),
    wrong(texts.html_escaped, "html-escape", "with HTML entities", "Decode the value before hashing."),
    wrong(texts.json_escaped, "json-escape", "with JSON escapes such as \\u00e9", "Decode the value before hashing."),
)
MAIL_LINK: Aspect = (
    *ATTACHED,
    _attached("prepend-mailto", "with “mailto:” before it", "mailto:"),
    _attached("angle-brackets", "in angle brackets", "<", ">"),
)
FRACTION: Aspect = (
    *ATTACHED,
    _attached("append-fraction", "as a number with a fraction (.0)", "", ".0"),
)
PHONE_LINK: Aspect = (
    *FRACTION,
    _attached("prepend-tel", "with “tel:” before it", "tel:"),
    _attached("prepend-tel", "with “tel:+” before it", "tel:+"),
)
