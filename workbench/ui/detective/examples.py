"""Pairs to look at before one has any: what real senders make of an invented shopper."""

from workbench.judging.digests import sha256

FIELD, HASHED, VALUE = "ct", "st. louis", "St. Louis"
"""The example of the single pair."""

_PAIRS = (
    ("em", "jane.doe@example.com", "Jane.Doe@Example.com"),
    ("em", "Jane.Doe@Example.com", "Jane.Doe@Example.com"),
    ("em", "jane.doe@example.com\n", "jane.doe@example.com"),
    ("ph", "1206.555.0142", "+1 206.555.0142"),
    ("ct", "st. louis", "St. Louis"),
    ("db", "01/31/1990", "1990-01-31"),
    ("country", "US", "us"),
    ("zp", "2134", "02134"),
)


def example_csv() -> str:
    """A CSV text with one right pair and the commonest mistakes."""
    lines = [f'{field},{sha256(hashed)},"{value}"' for field, hashed, value in _PAIRS]
    return "\n".join(("field,digest,value", *lines))
