"""Values of options, from text."""

import re
import time
from argparse import ArgumentTypeError, Namespace
from datetime import datetime
from pathlib import Path

_AGO = re.compile(r"(\d{1,6})\s*([smhdw])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}


def epoch(text: str) -> int:
    """Unix seconds."""
    if not re.fullmatch(r"\d{1,12}", text):
        message = f"{text[:20]!r} is no moment in Unix seconds"
        raise ArgumentTypeError(message)
    return int(text)


def data_folder(text: str) -> Path:
    """A folder, existing or to be made."""
    path = Path(text).expanduser()
    if path.exists() and not path.is_dir():
        message = f"{text} is a file, not a folder"
        raise ArgumentTypeError(message)
    return path


def moment(text: str) -> float:
    """``2h`` or ``3d`` ago, an ISO date and time in local time, or Unix seconds."""
    if match := _AGO.fullmatch(text.strip().lower()):
        return time.time() - int(match[1]) * _SECONDS[match[2]]
    if re.fullmatch(r"\d{9,12}", text):
        return float(text)
    try:
        return datetime.fromisoformat(text).astimezone().timestamp()
    except (ValueError, OverflowError, OSError):  # no calendar, or not Windows', reaches that far
        message = f"{text[:30]!r} is no moment: use 2h, 3d, 2026-11-22, or Unix seconds"
        raise ArgumentTypeError(message) from None


def now_of(options: Namespace) -> int:
    """The moment to judge at, in Unix seconds."""
    return int(options.now) if options.now is not None else int(time.time())
