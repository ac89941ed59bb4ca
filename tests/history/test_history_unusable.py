"""The history that could not be opened."""

import pytest

from workbench.contract.mode import Mode
from workbench.ground.errors import MachineError
from workbench.history.query import Query
from workbench.history.unusable import UnusableHistory


def test_unusable_history_lets_nothing_be_sent() -> None:
    history = UnusableHistory(reason=MachineError("The folder is read-only."))
    with pytest.raises(MachineError, match="read-only"):
        history.begin(account_name="Shop", ad_account_id="1", mode=Mode.TEST, url="", body=b"", at=0.0)


def test_unusable_history_says_why_when_it_is_read() -> None:
    history = UnusableHistory(reason=MachineError("The folder is read-only."))
    with pytest.raises(MachineError, match="read-only"):
        history.rows(Query())
