"""Name the recipe that turns VALUE into DIGEST, and its mistake; DIGEST alone is looked up among the well-known ones.

  workbench detect em DIGEST VALUE     one pair; DIGEST in hexadecimal or base64
  workbench detect DIGEST              is it the digest of nothing, of a sample of Pinterest's, of a country's code?
  workbench detect --csv FILE          many pairs: columns field, digest, value; - for standard input
  workbench detect em --csv FILE       the same, for a file without the column field

JSON: match, correct, recipe[], explanation, fix, senders[]. With --csv: ok, rows[row, field, and the same keys].
match says that the digest is explained, correct that it is the one Pinterest wants for the value. No plain value is
ever repeated.
Exit 0: the digest is the right one (with --csv: all are); 1: it is not, or it is not known; 2: no such field or file.
"""

from argparse import ArgumentParser, Namespace
from typing import Any

from workbench.cli.exits import DONE, WRONG
from workbench.cli.inputs import read_bytes, what_is
from workbench.cli.output import coloured, print_json
from workbench.contract.field import Field
from workbench.contract.loading import load_contract
from workbench.ground.errors import InputError
from workbench.judging.detective.detection import Detection
from workbench.judging.detective.detective import Detective
from workbench.judging.detective.pairs import PairResult, detect_pairs, read_pairs

_HOW = "Give FIELD DIGEST VALUE, DIGEST alone, or --csv FILE. See workbench detect --help."


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "words", metavar="FIELD DIGEST VALUE", nargs="*", help="em, ph, country …; a digest; plain text"
    )
    parser.add_argument("--csv", metavar="FILE", help="many pairs: field, digest, value; - for standard input")


def run(options: Namespace) -> int:
    """Detects and tells."""
    detective = Detective(contract=load_contract())
    words = options.words
    if options.csv is not None:
        return _many(detective, words, options.csv, as_json=options.json)
    if len(words) == 1:
        found = detective.look_up(words[0])
    elif len(words) == 3:
        found = detective.detect(_hashed_field(detective, words[0]), words[1], words[2])
    else:
        raise InputError(f"workbench detect takes one or three values, not {len(words)}.", fix=_HOW)
    if options.json:
        print_json(_row(found))
    else:
        _tell(found)
    return DONE if found.correct else WRONG


def _many(detective: Detective, words: list[str], file: str, *, as_json: bool) -> int:
    if len(words) > 1:
        raise InputError("Besides --csv FILE only a FIELD can be given.", fix=_HOW)
    field_name = _hashed_field(detective, words[0]).name if words else ""
    pairs = read_pairs(read_bytes(file), what=what_is(file), detective=detective, field_name=field_name)
    results = detect_pairs(detective, pairs)
    right = 0
    rows = []
    for each in results:
        right += each.detection.correct
        if as_json:
            rows.append({"row": each.row, "field": each.field_name, **_row(each.detection)})
        else:
            print(_line(each))
    if as_json:
        print_json({"ok": right == len(pairs), "rows": rows})
    else:
        print(f"{len(pairs)} pair{'' if len(pairs) == 1 else 's'}, {right} right.")
    return DONE if right == len(pairs) else WRONG


def _hashed_field(detective: Detective, name: str) -> Field:
    field = detective.field(name)
    if field is None:
        known = ", ".join(each.name for each in detective.fields)
        raise InputError(f"{name} is no hashed field.", fix=f"Hashed fields: {known}.")
    return field


def _row(found: Detection) -> dict[str, Any]:
    return {
        "match": found.match,
        "correct": found.correct,
        "recipe": list(found.recipe),
        "explanation": found.explanation,
        "fix": found.fix,
        "senders": list(found.senders),
    }


def _word(found: Detection) -> str:
    if found.correct:
        return coloured("right", "good")
    return coloured("wrong", "error") if found.match else coloured("unexplained", "warning")


def _line(each: PairResult) -> str:
    found = each.detection
    senders = f" [{', '.join(found.senders)}]" if found.senders and not found.correct else ""
    return f"row {each.row} {each.field_name}: {_word(found)}: {found.explanation}{senders}"


def _tell(found: Detection) -> None:
    print(f"{_word(found)}: {found.explanation}.")
    if found.recipe:
        print(f"  recipe: {' → '.join(found.recipe)}")
    if found.fix:
        print(f"  {found.fix}")
    for sender in found.senders if not found.correct else ():
        print(f"  the recipe of {sender}")
