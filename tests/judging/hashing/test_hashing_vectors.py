"""Published and recomputed pairs of text and digest, and what five real senders make of the same shopper."""

from collections.abc import Callable

import pytest

from workbench.judging.judgement import Hashed

ANCHORS = [
    ("em", "test@example.com", "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"),
    ("ph", "15551234567", "d6736136ea896c1bfdc553e0e86e702c70d060d805696ca3e4e9e0961353860a"),
    ("ge", "f", "252f10c83610ebca1a059c0bae8255eba2f95be4d1d7bcfa89d7248a82d9f111"),
    ("ge", "m", "62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a"),
    ("ge", "n", "1b16b1df538ba12dc3f97edbb85caa7050d46c148134290feba80f8236c83db9"),
    ("db", "19900131", "267b39628557f31a6766b3d7f8823978c276759be4a5c9c52bf868d802ba5a0d"),
    ("ct", "sanfrancisco", "1a6bd4d9d79dc0a79b53795c70d3349fa9e38968a3fbefbfe8783efb1d2b6aac"),
    ("st", "ca", "6959097001d10501ac7d54c0bdb8db61420f658f2922cc26e46d536119a31126"),
    ("zp", "94107", "c884a209ebe08750a7d13db63bd02233b375bd79786cbe329ab11586cc35dead"),
    ("country", "us", "79adb2a2fce5c6ba215fe5f27f532d4e7edbac4b6a5e09e1ef3a08084a904621"),
]

UNTIDY = [
    ("em", " TEST@Example.com\n", "test@example.com"),
    ("ph", "+1 (555) 123-4567", "15551234567"),
    ("ge", "Female", "f"),
    ("db", "1990-01-31", "19900131"),
    ("ct", "San Francisco", "sanfrancisco"),
    ("st", "California", "ca"),
    ("zp", " 94107 ", "94107"),
    ("country", "United States", "us"),
]

AS_DOCUMENTED = [
    ("em", " Jane.Doe@Example.com ", "jane.doe@example.com"),
    ("ph", "+1 206.555.0142", "12065550142"),
    ("ph", "0044 20 7946 0958", "442079460958"),
    ("fn", "Mary Ann", "mary ann"),
    ("ct", "St. Louis", "stlouis"),
    ("ct", "New York", "newyork"),
    ("zp", "98101-1234", "981011234"),
    ("external_id", "Cust-00A7", "Cust-00A7"),
    ("hashed_maids", "EA7583CD-A667-48BC-B806-42ECB2B48606", "ea7583cd-a667-48bc-b806-42ecb2b48606"),
]


@pytest.mark.parametrize(("name", "text", "digest"), ANCHORS)
def test_hash_text_gives_the_anchor_digest(
    hash_as: Callable[[str, str], Hashed], name: str, text: str, digest: str
) -> None:
    assert hash_as(name, text).digest == digest


@pytest.mark.parametrize(("name", "untidy", "tidy"), UNTIDY)
def test_hash_text_gives_the_anchor_digest_for_an_untidy_form(
    hash_as: Callable[[str, str], Hashed], name: str, untidy: str, tidy: str
) -> None:
    assert hash_as(name, untidy).digest == {name + text: digest for name, text, digest in ANCHORS}[name + tidy]


@pytest.mark.parametrize(("name", "text", "expected"), AS_DOCUMENTED)
def test_hash_text_follows_the_documented_rule_where_senders_differ(
    normalised: Callable[[str, str], str | None], name: str, text: str, expected: str
) -> None:
    assert normalised(name, text) == expected


def test_hash_text_passes_the_probe_digest_of_pinterests_sample_through(hash_as: Callable[[str, str], Hashed]) -> None:
    digest = "411e44ce1261728ffd2c0686e44e3fffe413c0e2c5adc498bc7da883d476b9c8"
    assert hash_as("em", digest).digest == digest
    assert not hash_as("em", digest).problems
