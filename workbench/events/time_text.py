"""A moment as people write it, and as ``event_time`` wants it: whole Unix seconds."""

import re
from datetime import UTC, datetime, tzinfo

_RELATIVE = re.compile(r"-\s*(\d{1,6})\s*([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_STAGES = ((60, 1, "second"), (3600, 60, "minute"), (86_400, 3600, "hour"), (float("inf"), 86_400, "day"))


def epoch_of(text: str, *, zone: tzinfo, now: float) -> int | None:
    """The Unix seconds a text means, or None when it is no moment.

    Taken: whole seconds as digits (as they are, however wrong), ``2026-11-22 14:03[:05]`` in ``zone`` or with its own
    offset, ``now``, and ``-5m``, ``-2h``, ``-1d`` before now.
    """
    text = text.strip()
    if re.fullmatch(r"[+-]?[0-9]{1,19}", text) and not _RELATIVE.fullmatch(text):
        return int(text)
    if text.lower() == "now":
        return int(now)
    if match := _RELATIVE.fullmatch(text.lower()):
        return int(now) - int(match[1]) * _SECONDS[match[2]]
    if len(text) < len("2026-11-22 1:00"):
        return None
    try:
        moment = datetime.fromisoformat(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=zone)).timestamp())
    except (ValueError, OverflowError):
        return None


def shown(epoch: int, *, zone: tzinfo) -> str | None:
    """The date and time of Unix seconds in ``zone``, or None when no calendar reaches that far."""
    try:
        return datetime.fromtimestamp(epoch, tz=UTC).astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
    except (ValueError, OverflowError, OSError):
        return None


def offset_name(epoch: int, *, zone: tzinfo) -> str:
    """The zone's offset at that moment: ``UTC+1``, ``UTC-3:30``, ``UTC``."""
    try:
        offset = datetime.fromtimestamp(epoch, tz=UTC).astimezone(zone).utcoffset()
    except (ValueError, OverflowError, OSError):
        return ""
    minutes = int(offset.total_seconds() // 60) if offset else 0
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '-'}{hours}" + (f":{rest:02}" if rest else "")


def distance(epoch: int, *, now: float) -> str:
    """How far a moment is from now, in the largest unit that fits: ``3 minutes ago``, ``in 2 days``, ``just now``."""
    seconds = int(now) - epoch
    size = abs(seconds)
    if size < 5:
        return "just now"
    for below, unit, name in _STAGES:
        if size < below:
            count = size // unit
            words = f"{count:,} {name}{'' if count == 1 else 's'}"
            return f"{words} ago" if seconds > 0 else f"in {words}"
    return ""
