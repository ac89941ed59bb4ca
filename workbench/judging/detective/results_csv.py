"""The results of many pairs as CSV, without any plain value."""

import csv
import io
from collections.abc import Iterable

from workbench.judging.detective.detection import Detection
from workbench.judging.detective.pairs import PairResult

COLUMNS = ("row", "field", "digest", "verdict", "recipe", "explanation", "fix", "senders")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def verdict(detection: Detection) -> str:
    """One word: right, wrong or unexplained."""
    if detection.correct:
        return "right"
    return "wrong" if detection.match else "unexplained"


def results_csv(results: Iterable[PairResult]) -> str:
    """A line for each result under a header. No cell can be taken for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for each in results:
        found = each.detection
        cells = (
            str(each.row),
            each.field_name,
            each.digest,
            verdict(found),
            " > ".join(found.recipe),
            found.explanation,
            found.fix,
            "; ".join(found.senders),
        )
        writer.writerow([_harmless(cell) for cell in cells])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
