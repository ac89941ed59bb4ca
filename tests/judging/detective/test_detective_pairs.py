"""Many pairs from a CSV text."""

import hashlib

import pytest

from workbench.ground.errors import InputError
from workbench.judging.detective.detection import Detection
from workbench.judging.detective.detective import Detective
from workbench.judging.detective.pairs import Pair, detect_pairs, read_pairs

RIGHT = hashlib.sha256(b"jane@example.com").hexdigest()
OTHER = hashlib.sha256(b"joe@example.com").hexdigest()


def read(detective: Detective, text: str | bytes, field_name: str = "") -> tuple[Pair, ...]:
    return read_pairs(text, what="pairs.csv", detective=detective, field_name=field_name)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_read_pairs_knows_the_separator(detective: Detective, separator: str) -> None:
    lines = [["field", "digest", "value"], ["em", RIGHT, "jane@example.com"]]
    text = "\n".join(separator.join(line) for line in lines)
    assert read(detective, text) == (Pair(2, "em", RIGHT, "jane@example.com"),)


def test_read_pairs_takes_columns_in_any_order_and_leaves_others_alone(detective: Detective) -> None:
    text = f"note,Value,SHA256,Field\nx,jane@example.com,{RIGHT},em\n"
    assert read(detective, text) == (Pair(2, "em", RIGHT, "jane@example.com"),)


def test_read_pairs_does_without_a_header(detective: Detective) -> None:
    assert read(detective, f"em,{RIGHT},jane@example.com\n") == (Pair(1, "em", RIGHT, "jane@example.com"),)


def test_read_pairs_takes_the_field_for_the_whole_file(detective: Detective) -> None:
    assert read(detective, f"digest,value\n{RIGHT},jane@example.com\n", "em")[0].field_name == "em"


def test_read_pairs_keeps_spaces_and_line_breaks_of_values(detective: Detective) -> None:
    text = f'field,digest,value\r\nem,{RIGHT}," jane@example.com\r\n"\r\n'
    assert read(detective, text)[0].value == " jane@example.com\r\n"


def test_read_pairs_skips_empty_lines_and_counts_as_a_spreadsheet(detective: Detective) -> None:
    text = f"\ufefffield,digest,value\n\n,,\nem,{RIGHT},jane@example.com\n"
    assert [pair.row for pair in read(detective, text)] == [4]


def test_read_pairs_takes_a_short_row_for_one_without_a_value(detective: Detective) -> None:
    assert read(detective, f"field,digest,value\nem,{RIGHT}\n")[0].value == ""


@pytest.mark.parametrize(
    "data", ["", "\n", "name,age\nJane,30\n", "digest,value\na,b\n", b"\xff\xfef\x00", b"PK\x03\x04", "a,b,c\n"]
)
def test_read_pairs_refuses_in_words_what_holds_no_pairs(detective: Detective, data: str | bytes) -> None:
    with pytest.raises(InputError, match=r"^pairs\.csv"):
        read(detective, data)


def test_read_pairs_refuses_a_cell_that_never_ends(detective: Detective) -> None:
    with pytest.raises(InputError, match=r"^pairs\.csv cannot be read as CSV: .*, line \d+\.") as caught:
        read(detective, 'field,digest,value\nem,x,"' + "a" * 200_000)
    assert caught.value.fix == "Save it as CSV again, each text with a line break in quotation marks."


def test_read_pairs_says_what_a_file_needs(detective: Detective) -> None:
    fix = "Give a header with the columns field, digest and value."
    for text, message in (("\n", "holds no row"), ("name,age\n", "lacks the columns field, digest and value")):
        with pytest.raises(InputError, match=f"^pairs.csv {message}") as caught:
            read(detective, text)
        assert caught.value.fix == fix


@pytest.mark.parametrize("header", ["field,digest", "field,value", "digest,value"])
def test_read_pairs_takes_a_header_without_one_of_the_columns_for_one(detective: Detective, header: str) -> None:
    with pytest.raises(InputError, match="lacks the columns"):
        read(detective, f"{header}\nem,{RIGHT},jane@example.com\n")


def test_read_pairs_takes_the_separator_from_the_first_line_alone(detective: Detective) -> None:
    text = f'field;digest;value\nem;{RIGHT};"j,a,n,e,j,a,n,e@example.com"\nem;{OTHER};x\n'
    assert [pair.value for pair in read(detective, text)] == ["j,a,n,e,j,a,n,e@example.com", "x"]


def test_read_pairs_reads_the_line_ends_of_old_computers(detective: Detective) -> None:
    assert read(detective, f"field,digest,value\rem,{RIGHT},x\r") == (Pair(2, "em", RIGHT, "x"),)


@pytest.mark.parametrize("header", ["digest,note", "note,value"])
def test_read_pairs_takes_a_header_with_one_of_the_columns_for_no_pair(detective: Detective, header: str) -> None:
    with pytest.raises(InputError, match="lacks the columns"):
        read(detective, f"{header}\n{RIGHT},jane@example.com\n", "em")


def test_read_pairs_knows_no_field_unless_one_is_given(detective: Detective) -> None:
    with pytest.raises(InputError, match="lacks the columns"):
        read_pairs(f"digest,value\n{RIGHT},x\n", what="pairs.csv", detective=detective)


@pytest.mark.parametrize(("digest", "value"), [("hash", "plain"), ("SHA-256", "text")])
def test_read_pairs_knows_other_names_of_the_columns(detective: Detective, digest: str, value: str) -> None:
    text = f"{value},field,{digest}\njane@example.com,em,{RIGHT}\n"
    assert read(detective, text) == (Pair(2, "em", RIGHT, "jane@example.com"),)


def test_detect_pairs_gives_one_result_for_each_pair_in_order(detective: Detective) -> None:
    pairs = read(detective, f"field,digest,value\nem,{RIGHT},JANE@example.com\nem,{OTHER},joe@Example.com\n")
    results = [
        (each.row, each.field_name, each.digest, each.detection.correct) for each in detect_pairs(detective, pairs)
    ]
    assert results == [(2, "em", RIGHT, True), (3, "em", OTHER, True)]


def test_detect_pairs_sees_rows_that_are_out_of_step(detective: Detective) -> None:
    pairs = read(detective, f"field,digest,value\nem,{OTHER},jane@example.com\nem,{RIGHT},joe@example.com\n")
    first, second = detect_pairs(detective, pairs)
    assert "row 3" in first.detection.explanation
    assert "row 2" in second.detection.explanation
    assert first.detection.fix == "Join digests and values by an id, not by their order."
    assert first.detection.explanation == (
        "the right digest of another row's value, that of row 3: digests and values are out of step"
    )


def test_detect_pairs_says_which_fields_there_are(detective: Detective) -> None:
    (result,) = detect_pairs(detective, (Pair(2, "email", RIGHT, "jane@example.com"),))
    assert (result.detection.match, result.detection.correct) == (False, False)
    assert "em, ph" in result.detection.fix


def test_read_pairs_without_a_header_takes_two_columns_for_the_field_given(detective: Detective) -> None:
    assert read(detective, f"{RIGHT},jane@example.com\n", "em") == (Pair(1, "em", RIGHT, "jane@example.com"),)


@pytest.mark.parametrize(
    ("text", "field_name"), [(f"{RIGHT},jane@example.com\n", ""), ("a,b,c,d\n", "em"), ("a\n", "em")]
)
def test_read_pairs_without_a_header_takes_no_other_columns(detective: Detective, text: str, field_name: str) -> None:
    with pytest.raises(InputError, match="lacks the columns field, digest and value"):
        read(detective, text, field_name)


def test_detect_pairs_explains_nothing_for_a_field_that_is_not_hashed(detective: Detective) -> None:
    (result,) = detect_pairs(detective, (Pair(2, "email", RIGHT, "jane@example.com"),))
    names = ", ".join(field.name for field in detective.fields)
    assert result.detection == Detection(
        match=False, correct=False, recipe=(), explanation="no hashed field", fix=f"Hashed fields: {names}."
    )
