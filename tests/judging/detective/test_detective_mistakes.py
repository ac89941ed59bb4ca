"""One mistake after the other: what was hashed, for which value, and how the detective says it."""

import base64
import hashlib

import pytest

from tests.judging.detective.conftest import Detect
from workbench.judging.detective.detective import Detective

EM = "jane.doe+news@example.com"
MISTAKES = [
    ("em", "A@B.com", " A@B.com ", "not lower-cased"),
    ("em", " a@b.com ", " A@B.com ", "not trimmed"),
    ("em", "A@B.COM", "a@b.com", "in upper case"),
    ("em", EM + "\n", EM, "trailing newline"),
    ("em", EM + "\r\n", EM, "CR LF"),
    ("em", "\ufeff" + EM, EM, "BOM"),
    ("em", f'"{EM}"', EM, "quotation marks"),
    ("em", f"mailto:{EM}", EM, "mailto:"),
    ("em", "jane.doe%2Bnews%40example.com", EM, "URL-encoded"),
    ("em", "janedoe+news@example.com", EM, "dots before the @"),
    ("em", "jane.doe@example.com", EM, "from + to @"),
    ("em", "janedoe@example.com", EM, "dots and the +tag"),
    ("em", "jane@example.com", "jane+a+b@example.com", "from + to @"),
    ("em", "jane@home@googlemail.com", "jane@home@gmail.com", "gmail.com and googlemail.com were exchanged"),
    ("em", "janedoe", "jane.doe", "dots before the @"),
    ("em", "jane", "jane+news", "from + to @"),
    ("fn", "mary-ann", "Mary Ann", "hyphens stood for spaces"),
    ("fn", "mary_ann", "Mary Ann", "underscores stood for spaces"),
    ("fn", "mary", "Mary Ann Lee", "only the first word"),
    ("fn", "mary ann", "Mary  Ann", "several spaces"),
    ("fn", "maryann", "Mary Ann", "spaces inside were removed"),
    ("fn", "oneill", "O'Neill", "punctuation was removed"),
    ("fn", "rene", "René", "accents were removed"),
    ("fn", "rene\u0301", "René", "NFD"),
    ("fn", "rene\u0301", "Rene\u0301", "NFC"),
    ("fn", "juergen", "Jürgen", "spelt out"),
    ("fn", "renÉ", "RenÉ", "only the letters a to z"),
    ("ln", "strasse", "Straße", "ß as ss"),
    ("ph", "+12065550142", "+1 206 555 0142", "the + was kept"),
    ("ph", "0012065550142", "0012065550142", "leading zeros were kept"),
    ("ph", "0012065550142", "+1 206 555 0142", "00 before"),
    ("ph", "0441234567890", "0441234567890", "leading zeros were kept"),
    ("ph", "2065550142", "+1 206 555 0142", "without its country code"),
    ("ph", "12345678", "+353 1 234 5678", "without its country code"),
    ("ph", "02079460958", "+44 20 7946 0958", "national form"),
    ("ph", "02101234567", "2101234567", "national form"),
    ("ph", "0012065550140", "+1 206 555 0140", "with 00 before the country code"),
    ("ph", "0012065550142", "012065550142", "with 00 before the country code"),
    ("ph", "001 206-555-0142", "+1 206-555-0142", "with 00 before the country code"),
    ("ph", "+1 206-555-0142", "001 206-555-0142", "with + before the country code"),
    ("ph", "491234", "1234", "country code 49 in front"),
    ("ph", "491234567890123", "1234567890123", "country code 49 in front"),
    ("ph", "1.206.555.0142", "1.206.555.0142", "dots were kept"),
    ("ph", "+1 206-555-0142", "+1 206-555-0142", "marks and all"),
    ("ph", "4915123456789", "0151 23456789", "country code 49 in front"),
    ("ph", "12065550142.0", "12065550142", "fraction"),
    ("ph", "+1 206-555-0142", "12065550142", "international spelling"),
    ("ph", "(206) 555-0142", "12065550142", "national spelling"),
    ("ph", "tel:+12065550142", "12065550142", "tel:"),
    ("ph", "tel:+1-206-555-0142", "12065550142", "in the usual “tel:” spelling, marks and all"),
    ("ge", "female", "f", "“female” was hashed"),
    ("ge", "1", "m", "number 1"),
    ("ge", "F", "f", "in upper case"),
    ("st", "california", "ca", "not its two-letter code"),
    ("st", "California", "CA", "name was hashed"),
    ("st", "CA", "ca", "in upper case"),
    ("st", "US-CA", "California", "with its country"),
    ("st", "newyork", "NY", "name"),
    ("st", "NewYork", "NY", "the state's name without spaces was hashed, not its code; not lower-cased"),
    ("country", "US", "US", "not lower-cased"),
    ("country", "usa", "us", "three-letter code"),
    ("country", "840", "us", "number"),
    ("country", "united states", "US", "name was hashed"),
    ("country", "Germany", "de", "name was hashed"),
    ("country", "uk", "gb", "no code of ISO 3166-1"),
    ("ct", "new york", "New York", "spaces were kept"),
    ("ct", "st.louis", "St. Louis", "punctuation was kept"),
    ("ct", "zrich", "Zürich", "accented letters were removed"),
    ("ct", "zurich", "Zürich", "accents were removed"),
    ("zp", "98101", "98101-1234", "ZIP+4"),
    ("zp", "98101-1234", "98101-1234", "punctuation was kept"),
    ("zp", "2134", "02134", "leading zero was lost"),
    ("zp", "02134", "2134", "the value has lost"),
    ("zp", "sw1a1aa", "SW1A 1AA", "letters were kept"),
    ("zp", "94107.0", "94107", "fraction"),
    ("zp", "98101-1234", "981011234", "ZIP+4"),
    ("external_id", "cust-00a7", "Cust-00A7", "case counts"),
    ("external_id", "42", "00042", "leading zeros were lost"),
    (
        "hashed_maids",
        "ea7583cda66748bcb80642ecb2b48606",
        "EA7583CD-A667-48BC-B806-42ECB2B48606",
        "hyphens were removed",
    ),
]


@pytest.mark.parametrize(("name", "hashed", "value", "mistake"), MISTAKES)
def test_detect_names_the_mistake(detect_text: Detect, name: str, hashed: str, value: str, mistake: str) -> None:
    found = detect_text(name, hashed, value)
    assert mistake in found.explanation
    assert (found.match, found.correct, found.hashed_text) == (True, False, hashed)


@pytest.mark.parametrize(("name", "hashed", "value", "mistake"), MISTAKES)
def test_detect_says_how_to_put_the_mistake_right(
    detect_text: Detect, name: str, hashed: str, value: str, mistake: str
) -> None:
    del mistake
    assert detect_text(name, hashed, value).fix


SPELLINGS = [
    "1990-01-31", "1990/01/31", "1990.01.31", "31011990", "31-01-1990", "31/01/1990", "31.01.1990", "01311990",
    "01-31-1990", "01/31/1990", "1/31/1990", "31.1.1990", "19903101", "1990-31-01", "900131", "310190", "01/31/90",
    "31 January 1990", "January 31, 1990", "Jan 31, 1990", "31-Jan-1990", "1990-01-31T00:00:00Z",
    "1990-01-31 00:00:00", "633744000", "633744000000", "1990", "1/31/90",
]  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_detect_knows_every_order_of_a_date(detect_text: Detect, spelling: str) -> None:
    found = detect_text("db", spelling, "1990-01-31")
    assert "the date was" in found.explanation
    assert (found.match, found.correct) == (True, False)


def test_detect_takes_a_date_in_another_order_for_right_where_only_one_day_can_be_meant(detect_text: Detect) -> None:
    assert detect_text("db", "19900131", "31/01/1990").correct


def test_detect_leaves_open_which_day_an_ambiguous_date_means(detect_text: Detect) -> None:
    found = detect_text("db", "19900304", "04/03/1990")
    assert (found.match, found.correct) == (True, False)
    assert "which the value leaves open" in found.explanation


VALUE = "jane@example.com"
SHA = hashlib.sha256(VALUE.encode())
OTHER_WAYS = [
    (hashlib.sha256(SHA.hexdigest().encode()).hexdigest(), "hashed twice"),
    (hashlib.sha256(SHA.hexdigest().upper().encode()).hexdigest(), "digest in upper case"),
    (hashlib.sha256(SHA.digest()).hexdigest(), "raw bytes"),
    (hashlib.md5(VALUE.encode(), usedforsecurity=False).hexdigest(), "MD5"),
    (hashlib.sha1(VALUE.encode(), usedforsecurity=False).hexdigest(), "SHA-1"),
    (hashlib.sha512(VALUE.encode()).hexdigest(), "SHA-512"),
    (hashlib.sha256(hashlib.md5(VALUE.encode(), usedforsecurity=False).hexdigest().encode()).hexdigest(), "MD5"),
    (base64.b64encode(SHA.digest()).decode(), "base64"),
    (base64.urlsafe_b64encode(SHA.digest()).decode().rstrip("="), "base64"),
    (base64.b64encode(SHA.hexdigest().encode()).decode(), "base64"),
    (SHA.hexdigest().upper(), "upper case"),
    (SHA.hexdigest()[:50], "cut short"),
    (SHA.hexdigest()[:32], "cut short"),
    ("0x" + SHA.hexdigest(), "“0x”"),
    (hashlib.sha256(VALUE.encode("utf-16-le")).hexdigest(), "UTF-16"),
    (hashlib.sha256(VALUE.encode("utf-16-be")).hexdigest(), "UTF-16"),
    (hashlib.sha256(b"\xff\xfe" + VALUE.encode("utf-16-le")).hexdigest(), "UTF-16"),
]


@pytest.mark.parametrize(("digest", "mistake"), OTHER_WAYS)
def test_detect_names_another_way_of_hashing(detect: Detect, digest: str, mistake: str) -> None:
    found = detect("em", digest, f" {VALUE.upper()} ")
    assert mistake in found.explanation
    assert (found.match, found.correct) == (True, False)


def test_detect_names_latin_1_and_no_sender_of_utf_8(detect: Detect) -> None:
    digest = hashlib.sha256("zürich".encode("latin-1")).hexdigest()
    found = detect("ct", digest, "Zürich")
    assert "Latin-1" in found.explanation
    assert found.senders == ()


def test_detect_puts_up_with_spaces_around_the_digest(detect: Detect) -> None:
    assert detect("em", f"  {SHA.hexdigest()}\n", VALUE).correct


def test_detect_takes_a_digest_for_the_value_as_right(detect: Detect) -> None:
    assert detect("em", SHA.hexdigest(), SHA.hexdigest()).correct


def test_detect_sees_that_a_digest_was_hashed_again(detect_text: Detect) -> None:
    assert "a digest already" in detect_text("em", SHA.hexdigest(), SHA.hexdigest()).explanation


@pytest.mark.parametrize("text", ["", "null", "undefined", "None", "N/A", " "])
def test_detect_sees_that_the_value_was_missing(detect_text: Detect, text: str) -> None:
    found = detect_text("em", text, VALUE)
    assert (found.match, found.correct) == (True, False)
    assert "missing" in found.explanation


def test_look_up_knows_nothing_in_md5_too(detective: Detective) -> None:
    digest = hashlib.md5(b"", usedforsecurity=False).hexdigest()
    assert "nothing at all" in detective.look_up(digest).explanation


def test_look_up_knows_the_codes_of_countries(detective: Detective) -> None:
    found = detective.look_up(hashlib.sha256(b"ca").hexdigest())
    assert found.correct
    assert "a country and the code of a state" in found.explanation


def test_look_up_of_an_unknown_digest_explains_nothing(detective: Detective) -> None:
    found = detective.look_up(SHA.hexdigest())
    assert (found.match, found.correct) == (False, False)


@pytest.mark.parametrize(
    "text", ["", "hello", "jane@example.com", "12345", "zz" * 33, SHA.hexdigest() + "0", "0" * 200]
)
def test_look_up_says_what_is_no_digest(detective: Detective, text: str) -> None:
    assert "no digest" in detective.look_up(text).explanation


def test_detect_names_several_mistakes(detect_text: Detect) -> None:
    found = detect_text("ct", " St. Louis", " St. Louis")
    assert found.explanation == "not trimmed; not lower-cased; the spaces and the punctuation were kept"


def test_detect_prefers_the_explanation_with_fewer_mistakes(detect_text: Detect) -> None:
    assert detect_text("em", "JANE@EXAMPLE.COM", "JANE@EXAMPLE.COM").explanation == "not lower-cased"


def test_detect_lists_only_the_steps_that_changed_something(detect_text: Detect) -> None:
    assert detect_text("em", "A@B.com", " A@B.com ").recipe == ("strip", "sha256")


@pytest.mark.parametrize(
    ("name", "hashed", "value", "recipe"),
    [
        ("st", "NewYork", "NY", ("as-name", "sha256")),
        ("ph", "tel:+1-206-555-0142", "12065550142", ("link-spelling", "sha256")),
    ],
)
def test_detect_names_what_stood_in_the_value_s_place(
    detect_text: Detect, name: str, hashed: str, value: str, recipe: tuple[str, ...]
) -> None:
    assert detect_text(name, hashed, value).recipe == recipe


THREE_MISTAKES = [
    ("ge", "N\n", "o"),
    ("ge", "FEMALE\n", "f"),
    ("ge", hashlib.sha256(b"1\n").hexdigest(), "f"),
    ("country", "USA\n", "us"),
]


@pytest.mark.parametrize(("name", "hashed", "value"), THREE_MISTAKES)
def test_detect_explains_three_mistakes_at_once(detect_text: Detect, name: str, hashed: str, value: str) -> None:
    assert detect_text(name, hashed, value).explanation.count(";") == 2


FOUR_MISTAKES = [("ge", "N\n", "o"), ("ge", "FEMALE\n", "f"), ("country", "USA\n", "us")]


@pytest.mark.parametrize(("name", "hashed", "value"), FOUR_MISTAKES)
def test_detect_explains_no_fourth_mistake(detect_text: Detect, name: str, hashed: str, value: str) -> None:
    assert not detect_text(name, hashlib.sha256(hashed.encode()).hexdigest(), value).match


def test_detect_explains_no_fourth_mistake_of_a_number_for_a_gender(detect: Detect) -> None:
    once = hashlib.sha256("1\n".encode("utf-16-le")).hexdigest()
    assert not detect("ge", hashlib.sha256(once.encode()).hexdigest(), "f").match


@pytest.mark.parametrize(
    ("hashed", "value"),
    [("49123", "123"), ("4912345678901234", "12345678901234"), (" 206-555-0142", "1 206-555-0142")],
)
def test_detect_guesses_no_country_code_where_none_can_be_told(detect_text: Detect, hashed: str, value: str) -> None:
    assert not detect_text("ph", hashed, value).match


def test_detect_sees_the_rule_of_another_field(detect_text: Detect) -> None:
    found = detect_text("country", "sanfrancisco", "San Francisco")
    assert (found.match, found.correct) == (True, False)
    assert found.explanation == "by the rule of another field, City (ct)"


def test_detect_searches_for_a_value_that_the_rule_refuses(detect_text: Detect) -> None:
    found = detect_text("em", "nobody", "Nobody")
    assert (found.match, found.correct) == (True, False)
    assert "refuses such a value" in found.explanation


def test_detect_takes_the_address_out_of_a_link(detect_text: Detect) -> None:
    found = detect_text("em", VALUE, f"mailto:{VALUE}")
    assert found.correct
    assert "mailto:" in found.explanation


def test_detect_gives_the_right_digest_of_what_a_refused_value_means(detect_text: Detect) -> None:
    found = detect_text("db", "01/31/1990", "31/01/1990")
    assert found.right_digest == hashlib.sha256(b"19900131").hexdigest()


def test_detect_gives_no_right_digest_for_a_date_that_can_mean_two_days(detect_text: Detect) -> None:
    assert detect_text("db", "something else", "04/03/1990").right_digest is None


@pytest.mark.parametrize(
    ("name", "hashed", "value"),
    [("country", "gb", "UK"), ("country", "gb", "England"), ("ge", "f", "Frau"), ("ge", "m", "Mr")],
)
def test_detect_takes_what_a_refused_value_certainly_means_for_right(
    detect_text: Detect, name: str, hashed: str, value: str
) -> None:
    found = detect_text(name, hashed, value)
    assert found.correct
    assert f"“{hashed}”" in found.explanation


def test_detect_leaves_open_what_a_single_letter_means(detect_text: Detect) -> None:
    found = detect_text("ge", "n", "o")
    assert (found.match, found.correct) == (True, False)


def test_detect_tells_the_doubts_of_a_right_digest(detect_text: Detect) -> None:
    found = detect_text("ph", "2065550142", "206 555 0142")
    assert found.correct
    assert "country code may be missing" in found.fix


def test_detect_says_that_another_code_was_hashed(detect_text: Detect) -> None:
    found = detect_text("country", "us", "de")
    assert (found.match, found.correct) == (False, False)
    assert "“us”" in found.explanation


def test_detect_counts_what_it_tried_before_it_knew_the_digest(detect_text: Detect) -> None:
    assert detect_text("country", "us", "de").tried > 100
    assert detect_text("zp", "99999", "12345").tried > 100


def test_detect_takes_the_sample_of_another_postal_code_for_wrong(detect_text: Detect) -> None:
    found = detect_text("zp", "99999", "12345")
    assert (found.match, found.correct) == (True, False)


def test_detect_gives_no_right_digest_for_a_country_that_is_none(detect_text: Detect) -> None:
    assert detect_text("country", "something else", "Atlantis").right_digest is None


def test_detect_tells_a_refusal_without_its_full_stop(detect_text: Detect) -> None:
    found = detect_text("em", "nobody", "nobody")
    assert found.explanation == "the rule refuses such a value: “This is not an e-mail address: it has no @”"


def test_detect_keeps_the_last_letter_of_base64(detect: Detect) -> None:
    digest = base64.b64encode(hashlib.sha384(b"jane155@example.com").digest()).decode()
    assert digest.endswith("X")
    assert detect("em", digest, "jane155@example.com").recipe == ("sha384", "base64")


def test_detect_is_honest_when_nothing_fits(detect_text: Detect) -> None:
    found = detect_text("em", "somebody.else@example.org", VALUE)
    assert (found.match, found.correct, found.recipe, found.senders) == (False, False, (), ())
    assert "candidates" in found.explanation


def test_detect_gives_the_right_digest_with_every_mistake(detect_text: Detect) -> None:
    assert SHA.hexdigest() in detect_text("em", VALUE.upper(), VALUE).fix
