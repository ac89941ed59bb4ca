"""Programs that send events to Pinterest, and what each hashes. Rules restated from reading their sources.

Versions drift: each sender carries the day or the commit of the reading, and is never named without it.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from workbench.judging.detective import texts

_GENDERS = {"female": "f", "male": "m", "non-binary": "n", "nonbinary": "n", "f": "f", "m": "m", "n": "n"}
_GENDER_NUMBERS = {"1": "m", "2": "f", "3": "n"}


def _without(characters: str) -> Callable[[str], str]:
    out = str.maketrans("", "", characters)
    return lambda text: text.translate(out)


STEPS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "strip": lambda text: text.strip().strip("\ufeff"),
        "lower": str.lower,
        "lower-ascii": texts.ascii_lower,
        "remove-spaces": texts.without_spaces,
        "digits-only": texts.digits,
        "strip-zeros": texts.without_leading_zeros,
        "remove-phone-marks": _without(" -()+"),
        "remove-phone-marks-and-dots": _without(" -()+."),
        "remove-hyphens": _without("-"),
        "ascii-letters-only": lambda text: re.sub(r"[^a-z0-9]", "", text),
        "gender-letter": lambda text: _GENDERS.get(text.lower(), text),
        "gender-from-number": lambda text: _GENDER_NUMBERS.get(text, text),
    }
)
_TIDY = "strip lower"
_TIGHT = "remove-spaces lower"


class Sender(NamedTuple):
    """``rules``: steps by hash rule, "" for none; a field that is missing is not sent.

    ``passes``: a text that is a digest already goes out as it is.
    """

    name: str
    as_of: str
    rules: Mapping[str, str]
    passes: bool

    @property
    def title(self) -> str:
        """The name with the version that the rules are of."""
        return f"{self.name} (as of {self.as_of})"


def _all(rule: str, **others: str | None) -> Mapping[str, str]:
    fields = ("em", "ph", "ge", "db", "fn", "ln", "ct", "st", "zp", "country", "external_id", "hashed_maids")
    rules = {**dict.fromkeys(fields, rule), **others}
    return MappingProxyType({field: steps for field, steps in rules.items() if steps is not None})


SENDERS = (
    Sender(
        "Segment",
        "2026-08",
        _all(_TIGHT, ph="digits-only", ge="remove-spaces lower gender-letter", db="remove-spaces"),
        passes=True,
    ),
    Sender(
        "RudderStack",
        "2026-08",
        _all(
            _TIDY,
            ph="digits-only strip-zeros",
            ge="strip gender-letter lower",
            db="",
            zp="digits-only",
            external_id="",
            hashed_maids="",
        ),
        passes=False,
    ),
    Sender(
        "Stape tag for server-side Google Tag Manager",
        "2025-04",
        _all(_TIDY, ph="strip lower remove-phone-marks", ct="strip lower remove-spaces"),
        passes=True,
    ),
    Sender("Pinterest for WooCommerce plugin", "2024-10", MappingProxyType({"em": ""}), passes=False),
    Sender("Cloudflare managed component", "2026", _all(""), passes=False),
    Sender(
        "Adobe tags extension",
        "commit 1bf3b295",
        _all(
            "lower",
            em="lower strip",
            ph="digits-only strip-zeros",
            db="",
            ct="lower remove-spaces",
            zp="digits-only",
            external_id="",
            hashed_maids=None,
        ),
        passes=True,
    ),
    Sender(
        "PostHog",
        "commit 4582f507",
        _all(
            _TIDY,
            ph="strip lower remove-phone-marks-and-dots",
            ct="strip lower remove-spaces",
            zp="strip lower remove-spaces",
        ),
        passes=True,
    ),
    Sender(
        "Activepieces",
        "commit 8ce072a3",
        _all(
            _TIDY,
            ph="digits-only strip-zeros",
            ge="lower",
            db="digits-only",
            ct="lower ascii-letters-only",
            zp="digits-only",
            external_id="strip",
            hashed_maids="lower",
        ),
        passes=True,
    ),
    Sender(
        "Pinterest for Magento 2",
        "commit 1aafcd54",
        _all(
            "lower-ascii",
            ph=None,
            ge="gender-from-number",
            db="remove-hyphens lower-ascii",
            ct="remove-spaces lower-ascii",
            external_id=None,
            hashed_maids=None,
        ),
        passes=False,
    ),
    Sender("walkerOS", "commit dc29a82df", _all(""), passes=False),
)


def sent_by(sender: Sender, rule: str, value: str) -> tuple[str, tuple[str, ...]] | None:
    """The text that ``sender`` hashes for ``value``, and the steps that changed it; None if it hashes nothing."""
    steps = sender.rules.get(rule)
    if steps is None or (sender.passes and _is_digest(value)):
        return None
    text = value
    done: tuple[str, ...] = ()
    for step in steps.split():
        changed = STEPS[step](text)
        done = done if changed == text else (*done, step)
        text = changed
    return text, done


def _is_digest(value: str) -> bool:
    return re.fullmatch(r"[0-9a-fA-F]{64}", value.strip()) is not None
