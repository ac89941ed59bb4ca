"""What the options' values are read as."""

import time
from argparse import ArgumentTypeError
from collections.abc import Iterator

import pytest

from workbench.cli.options import moment


@pytest.fixture
def _in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Local time is behind Greenwich, so the calendar's last evening is beyond its end there."""
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_in_new_york")
def test_moment_that_no_calendar_reaches_is_refused_in_words() -> None:
    with pytest.raises(ArgumentTypeError, match="'9999-12-31T23:59:59' is no moment: use 2h, 3d, 2026-11-22"):
        moment("9999-12-31T23:59:59")
