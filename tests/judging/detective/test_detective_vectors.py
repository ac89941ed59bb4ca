"""Published pairs: anchors of the contract, Pinterest's samples, and what real senders make of one shopper."""

import hashlib

import pytest

from tests.judging.detective.conftest import Detect
from workbench.judging.detective.detective import Detective

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
UNTIDY = {
    "em": " TEST@Example.com\n",
    "ph": "+1 (555) 123-4567",
    "ct": "San Francisco",
    "st": "California",
    "zp": " 94107 ",
}

SAMPLES_AGAINST_THE_RULE = [
    ("country", "9b202ecbc6d45c6d8901d989a918878397a3eb9d00e8f48022fc051b19d21a1d", "us"),
    ("ge", "0d248e82c62c9386878327d491c762a002152d42ab2c391a31c44d9f62675ddf", "m"),
    ("db", "d4426a0086d10f12ad265539ae8d54221dc67786053d511407204b76e99d7739", "1900-01-01"),
]
PROBE = "411e44ce1261728ffd2c0686e44e3fffe413c0e2c5adc498bc7da883d476b9c8"

# Input, the text each sender hashes; "=" is the rule's own.
SHOPPER = [
    ("em", " Jane.Doe@Example.com ", {"Stape": "=", "Segment": "=", "Rudder": "=", "Woo": "raw", "Cloudflare": "raw"}),
    ("ph", "+1 206.555.0142", {"Stape": "1206.555.0142", "Segment": "=", "Rudder": "=", "Cloudflare": "raw"}),
    (
        "ph",
        "0044 20 7946 0958",
        {"Stape": "00442079460958", "Segment": "00442079460958", "Rudder": "=", "Cloudflare": "raw"},
    ),
    ("fn", "Mary Ann", {"Stape": "=", "Segment": "maryann", "Rudder": "=", "Cloudflare": "raw"}),
    ("ct", "St. Louis", {"Stape": "st.louis", "Segment": "st.louis", "Rudder": "st. louis", "Cloudflare": "raw"}),
    ("ct", "New York", {"Stape": "=", "Segment": "=", "Rudder": "new york", "Cloudflare": "raw"}),
    ("zp", "98101-1234", {"Stape": "98101-1234", "Segment": "98101-1234", "Rudder": "=", "Cloudflare": "raw"}),
    ("external_id", "Cust-00A7", {"Stape": "cust-00a7", "Segment": "cust-00a7", "Rudder": "=", "Cloudflare": "="}),
    (
        "hashed_maids",
        "EA7583CD-A667-48BC-B806-42ECB2B48606",
        {"Stape": "=", "Segment": "=", "Rudder": "raw", "Cloudflare": "raw"},
    ),
]
RIGHT = {
    " Jane.Doe@Example.com ": "jane.doe@example.com",
    "+1 206.555.0142": "12065550142",
    "0044 20 7946 0958": "442079460958",
    "Mary Ann": "mary ann",
    "St. Louis": "stlouis",
    "New York": "newyork",
    "98101-1234": "981011234",
    "Cust-00A7": "Cust-00A7",
    "EA7583CD-A667-48BC-B806-42ECB2B48606": "ea7583cd-a667-48bc-b806-42ecb2b48606",
}
CASES = [(name, value, sender, text) for name, value, texts in SHOPPER for sender, text in texts.items()]


@pytest.mark.parametrize(("name", "text", "digest"), ANCHORS)
def test_detect_finds_the_anchor_right(detect: Detect, name: str, text: str, digest: str) -> None:
    found = detect(name, digest, text)
    assert (found.match, found.correct, found.recipe) == (True, True, ("sha256",))


@pytest.mark.parametrize(("name", "text", "digest"), [each for each in ANCHORS if each[0] in UNTIDY])
def test_detect_finds_the_anchor_right_for_an_untidy_value(detect: Detect, name: str, text: str, digest: str) -> None:
    found = detect(name, digest, UNTIDY[name])
    assert (found.correct, found.hashed_text) == (True, text)


@pytest.mark.parametrize(("name", "digest", "value"), SAMPLES_AGAINST_THE_RULE)
def test_detect_says_that_a_sample_breaks_the_rule(detect: Detect, name: str, digest: str, value: str) -> None:
    found = detect(name, digest, value)
    assert (found.match, found.correct) == (True, False)
    assert "sample digest" in found.fix


@pytest.mark.parametrize(("name", "digest", "value"), SAMPLES_AGAINST_THE_RULE)
def test_look_up_names_the_sample_and_the_broken_rule(detective: Detective, name: str, digest: str, value: str) -> None:
    del name, value
    found = detective.look_up(digest)
    assert (found.match, found.correct) == (True, False)
    assert "breaks its own rule" in found.explanation


def test_look_up_knows_the_sample_that_keeps_the_rule(detective: Detective) -> None:
    digest = hashlib.sha256(b"99999").hexdigest()
    assert detective.look_up(digest).correct
    assert "keeps to the rule" in detective.look_up(digest).explanation


def test_look_up_knows_the_sample_of_which_the_text_is_unknown(detective: Detective) -> None:
    assert "not known" in detective.look_up(PROBE).explanation


def test_detect_knows_the_sample_in_place_of_a_real_value(detect: Detect) -> None:
    found = detect("em", PROBE, "jane@example.com")
    assert (found.match, found.correct) == (True, False)
    assert "sample" in found.explanation


@pytest.mark.parametrize(("name", "value", "sender", "text"), CASES)
def test_detect_names_the_sender_of_the_same_shopper(
    detect_text: Detect, name: str, value: str, sender: str, text: str
) -> None:
    found = detect_text(name, {"=": RIGHT[value], "raw": value}.get(text, text), value)
    assert any(sender in each and "as of 20" in each for each in found.senders)
    assert found.match


@pytest.mark.parametrize(("name", "value", "sender", "text"), CASES)
def test_detect_finds_exactly_the_documented_recipes_right(
    detect_text: Detect, name: str, value: str, sender: str, text: str
) -> None:
    del sender
    found = detect_text(name, {"=": RIGHT[value], "raw": value}.get(text, text), value)
    assert found.correct is (text == "=")
