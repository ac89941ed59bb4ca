"""A digest without its value: what it can be told from alone."""

import hashlib
import sys

import pytest

from workbench.judging.detective.detection import Detection
from workbench.judging.detective.detective import Detective

ZERO_ID = "00000000-0000-0000-0000-000000000000"


def test_look_up_asks_for_the_value_of_an_unknown_digest(detective: Detective) -> None:
    assert detective.look_up(hashlib.sha256(b"jane@example.com").hexdigest()) == Detection(
        match=False,
        correct=False,
        recipe=(),
        explanation=(
            "this SHA-256 digest is none of the well-known ones (missing values, Pinterest's samples, codes of "
            "countries and states)"
        ),
        fix="Give the field and the plain value too, to see whether it is the right digest.",
    )


@pytest.mark.parametrize(
    ("digest", "name"),
    [(hashlib.sha512(b"jane@example.com").hexdigest(), "SHA-512"), ("7e546b3aa43f989dd359", "SHA-256")],
)
def test_look_up_of_an_unknown_digest_that_is_not_whole_sha_256_says_what_is_taken(
    detective: Detective, digest: str, name: str
) -> None:
    found = detective.look_up(digest)
    assert found.explanation.startswith(f"this {name} digest is none of the well-known ones")
    assert found.fix == "Pinterest takes only SHA-256 digests: 64 hexadecimal digits."


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("", "nothing"),
        (" ", "space"),
        ("\n", "newline"),
        (ZERO_ID, "zeros"),
        ("null", "null"),
        ("[object Object]", "[object-Object]"),
    ],
)
def test_look_up_names_the_step_that_lost_the_value(detective: Detective, text: str, step: str) -> None:
    found = detective.look_up(hashlib.sha256(text.encode()).hexdigest())
    assert found.recipe[0] == f"replace-with-{step}"


def test_warming_up_reads_the_library_of_numbering_plans(detective: Detective) -> None:
    detective.warm_up()
    assert "phonenumbers" in sys.modules


def test_look_up_hashes_nothing(detective: Detective) -> None:
    assert detective.look_up(hashlib.sha256(b"ca").hexdigest()).tried == 0
