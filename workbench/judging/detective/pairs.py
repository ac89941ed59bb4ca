"""Many pairs of digest and value at once, from a CSV text with the columns field, digest and value."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.events.decoding import decode_text
from workbench.ground.errors import InputError
from workbench.judging.detective.detection import Detection
from workbench.judging.detective.detective import Detective
from workbench.judging.hashing import hash_text

COLUMNS = ("field", "digest", "value")
_OTHER_NAMES = {"hash": "digest", "sha256": "digest", "sha-256": "digest", "plain": "value", "text": "value"}
_SEPARATORS = ",;\t|"
_HOW = "Give a header with the columns field, digest and value."


@dataclass(frozen=True, slots=True)
class Pair:
    """One row. ``row`` counts as a spreadsheet does: the header is row 1."""

    row: int
    field_name: str
    digest: str
    value: str


@dataclass(frozen=True, slots=True)
class PairResult:
    """What the detective found out about one row; it holds no plain value but ``detection.hashed_text``."""

    row: int
    field_name: str
    digest: str
    detection: Detection


def read_pairs(data: str | bytes, *, what: str, detective: Detective, field_name: str = "") -> tuple[Pair, ...]:
    """The rows of a CSV text, separated by commas, semicolons, tabs or bars.

    ``field_name`` is for rows, or a whole file, without a field of their own. Without a header the columns must stand
    in the order field, digest, value. Raises InputError, whose message begins with ``what``.
    """
    rows = [*_rows(decode_text(data, what=what), what)]
    if not rows:
        raise InputError(f"{what} holds no row.", fix=_HOW)
    columns = _columns(rows[0][1])
    if columns is None:
        columns = _without_header(rows[0][1], detective, field_name)
    else:
        rows = rows[1:]
    if columns is None or not {"digest", "value"} <= set(columns) or not (field_name or "field" in columns):
        raise InputError(f"{what} lacks the columns field, digest and value.", fix=_HOW)
    return tuple(_pair(row, cells, columns, field_name) for row, cells in rows)


def detect_pairs(detective: Detective, pairs: Sequence[Pair]) -> Iterator[PairResult]:
    """One result for each pair, in order."""
    owners = _owners(detective, pairs)
    for pair in pairs:
        field = detective.field(pair.field_name)
        detection = _no_field(detective) if field is None else detective.detect(field, pair.digest, pair.value)
        owner = owners.get((pair.field_name, pair.digest.strip().lower()))
        if not detection.match and owner is not None and owner != pair.row:
            detection = _out_of_step(detection, owner)
        yield PairResult(pair.row, pair.field_name, pair.digest, detection)


def _rows(text: str, what: str) -> Iterator[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                yield row, cells
    except csv.Error as error:
        fix = "Save it as CSV again, each text with a line break in quotation marks."
        raise InputError(f"{what} cannot be read as CSV: {error}, line {reader.line_num}.", fix=fix) from None


def _columns(cells: Iterable[str]) -> Mapping[str, int] | None:
    names = [cell.strip().lower() for cell in cells]
    known = {_OTHER_NAMES.get(name, name): at for at, name in enumerate(names)}
    found = {name: at for name, at in known.items() if name in COLUMNS}
    return found if "digest" in found or "value" in found else None


def _without_header(cells: Sequence[str], detective: Detective, field_name: str) -> Mapping[str, int] | None:
    if len(cells) == len(COLUMNS) and detective.field(cells[0].strip()):
        return {name: at for at, name in enumerate(COLUMNS)}
    if len(cells) == len(COLUMNS) - 1 and field_name:
        return {"digest": 0, "value": 1}
    return None


def _pair(row: int, cells: Sequence[str], columns: Mapping[str, int], field_name: str) -> Pair:
    def cell(name: str) -> str:
        at = columns.get(name, len(cells))
        return cells[at] if at < len(cells) else ""

    return Pair(row, cell("field").strip() or field_name, cell("digest"), cell("value"))


def _owners(detective: Detective, pairs: Iterable[Pair]) -> Mapping[tuple[str, str], int]:
    """The row that each right digest belongs to."""
    owners: dict[tuple[str, str], int] = {}
    for pair in pairs:
        field = detective.field(pair.field_name)
        if field is not None and (digest := hash_text(field, pair.value).digest):
            owners.setdefault((pair.field_name, digest), pair.row)
    return owners


def _out_of_step(detection: Detection, row: int) -> Detection:
    what = f"the right digest of another row's value, that of row {row}: digests and values are out of step"
    return replace(detection, explanation=what, fix="Join digests and values by an id, not by their order.")


def _no_field(detective: Detective) -> Detection:
    known = ", ".join(field.name for field in detective.fields)
    return Detection(
        match=False, correct=False, recipe=(), explanation="no hashed field", fix=f"Hashed fields: {known}."
    )
