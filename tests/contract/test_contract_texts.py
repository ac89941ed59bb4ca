"""Every text a person reads is there, is a whole sentence, and is our own."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from workbench.contract.loading import Contract


def sentences(contract: Contract) -> Iterator[tuple[str, str]]:
    """Each text that is meant to be made of whole sentences, with where it stands."""
    for field in contract.fields:
        yield field.path, field.help
        if field.note:
            yield f"{field.path} (note)", field.note
    for name in contract.event_names:
        yield name.name, name.purpose
    for source in contract.action_sources:
        yield source.name, source.help
    for answer in contract.responses.values():
        yield str(answer.status), answer.cause
        yield str(answer.status), answer.fix


def test_texts_end_with_one_full_stop_and_no_space(contract: Contract) -> None:
    assert [where for where, text in sentences(contract) if not re.search(r"[^\s.]\.$", text)] == []


def test_texts_have_no_double_spaces_or_line_breaks(contract: Contract) -> None:
    assert [where for where, text in sentences(contract) if re.search(r"\s\s|[\n\t]", text)] == []


def test_fields_have_label_help_and_example(contract: Contract) -> None:
    assert [field.path for field in contract.fields if not (field.label and field.help and field.example)] == []


def test_fields_have_at_most_two_sentences_of_help(contract: Contract) -> None:
    assert [field.path for field in contract.fields if len(re.findall(r"\.(?:\s|$)", field.help)) > 2] == []


def test_fields_have_at_most_one_sentence_of_note(contract: Contract) -> None:
    assert [field.path for field in contract.fields if len(re.findall(r"\.(?:\s|$)", field.note)) > 1] == []


def test_labels_are_trimmed_and_short(contract: Contract) -> None:
    labels = [field.label for field in contract.fields]
    assert [label for label in labels if label != label.strip() or label.endswith(".") or len(label) > 34] == []


def test_labels_are_unique_within_their_group(contract: Contract) -> None:
    counts = Counter((field.group, field.label.lower()) for field in contract.fields)
    assert [label for label, count in counts.items() if count > 1] == []


def test_fields_that_are_off_by_default_say_why(contract: Contract) -> None:
    assert [field.path for field in contract.fields if field.advanced and not field.note] == []


def test_examples_are_trimmed(contract: Contract) -> None:
    assert [field.path for field in contract.fields if field.example != field.example.strip()] == []


def described_texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for child in node.values():
            yield from described_texts(child)
    elif isinstance(node, list):
        for child in node:
            yield from described_texts(child)


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


@pytest.fixture(scope="module")
def pinterest_text(published: Mapping[str, Any]) -> str:
    return " | ".join(plain(text) for text in described_texts(published))


def test_pinterest_text_would_be_found(pinterest_text: str) -> None:
    assert plain("The app store app ID.") in pinterest_text


def test_texts_are_not_copied_from_the_description(contract: Contract, pinterest_text: str) -> None:
    pieces = [(where, piece) for where, text in sentences(contract) for piece in re.split(r"[.;:]\s", text)]
    long_pieces = [(where, plain(piece)) for where, piece in pieces if len(piece.split()) >= 3]
    assert [where for where, piece in long_pieces if piece in pinterest_text] == []
