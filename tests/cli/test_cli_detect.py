"""detect: keys and exit codes, as other people's CI depends on them."""

import hashlib
from pathlib import Path

import pytest

from tests.cli.conftest import DIGEST, Run

KEYS = {"match", "correct", "recipe", "explanation", "fix", "senders"}


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_detect_tells_every_documented_key(run: Run) -> None:
    told = run("detect", "em", sha256("Jane@Example.com"), " Jane@Example.com ", "--json")
    assert told.code == 1
    assert set(told.json) == KEYS
    assert (told.json["match"], told.json["correct"]) == (True, False)
    assert (told.json["recipe"], told.json["explanation"]) == (["strip", "sha256"], "not lower-cased")


def test_detect_of_the_right_digest_exits_0(run: Run) -> None:
    told = run("detect", "em", DIGEST, " JANE@example.com", "--json")
    assert (told.code, told.json["match"], told.json["correct"]) == (0, True, True)


def test_detect_names_the_sender_with_its_version(run: Run) -> None:
    told = run("detect", "ct", sha256("st. louis"), "St. Louis", "--json")
    assert told.json["senders"] == ["RudderStack (as of 2026-08)"]


def test_detect_that_finds_nothing_exits_1(run: Run) -> None:
    told = run("detect", "em", DIGEST, "joe@example.com", "--json")
    assert (told.code, told.json["match"], told.json["recipe"]) == (1, False, [])


def test_detect_says_it_in_words(run: Run) -> None:
    told = run("detect", "em", sha256("Jane@Example.com"), "Jane@Example.com")
    assert told.out.startswith("wrong: not lower-cased.")
    assert DIGEST in told.out


def test_detect_of_a_digest_alone_looks_it_up(run: Run) -> None:
    told = run("detect", sha256(""), "--json")
    assert (told.code, told.json["match"], told.json["correct"]) == (1, True, False)
    assert "empty" in told.json["explanation"]


def test_detect_of_a_field_that_is_not_hashed_exits_2(run: Run) -> None:
    assert run("detect", "currency", DIGEST, "USD").code == 2


@pytest.mark.parametrize("words", [(), ("em", DIGEST), ("em", DIGEST, "a", "b"), ("em", DIGEST, "--csv", "-")])
def test_detect_with_the_wrong_number_of_values_exits_2_with_one_line(run: Run, words: tuple[str, ...]) -> None:
    told = run("detect", *words)
    assert told.code == 2
    assert len(told.err.strip().splitlines()) == 1


def test_detect_of_a_file_has_a_row_of_result_for_each_pair(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text(f"field,digest,value\nem,{DIGEST},jane@example.com\nem,{DIGEST},joe@x.org\n", encoding="utf-8")
    told = run("detect", "--csv", str(file), "--json")
    assert (told.code, set(told.json), told.json["ok"]) == (1, {"ok", "rows"}, False)
    assert all(set(row) == {"row", "field"} | KEYS for row in told.json["rows"])
    assert [(row["row"], row["correct"]) for row in told.json["rows"]] == [(2, True), (3, False)]


def test_detect_of_standard_input_exits_0_when_all_are_right(run: Run) -> None:
    told = run("detect", "--csv", "-", typed=f"field,digest,value\nem,{DIGEST},jane@example.com\n")
    assert told.code == 0
    assert told.out.splitlines() == ["row 2 em: right: the digest is the right one", "1 pair, 1 right."]


def test_detect_takes_the_field_for_a_file_without_that_column(run: Run) -> None:
    told = run("detect", "em", "--csv", "-", typed=f"digest,value\n{DIGEST},jane@example.com\n")
    assert told.code == 0


def test_detect_of_a_file_that_holds_no_pairs_exits_2_with_one_line(run: Run) -> None:
    told = run("detect", "--csv", "-", "--json", typed="name,age\nJane,30\n")
    assert (told.code, told.out) == (2, "")
    assert len(told.err.strip().splitlines()) == 1


def test_detect_never_repeats_a_plain_value(run: Run) -> None:
    told = run("detect", "--csv", "-", typed=f"em,{DIGEST},joe.secret@example.org\n")
    assert "joe.secret" not in told.out + told.err
