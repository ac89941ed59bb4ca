"""A detective page in sight."""

import pytest
from pytestqt.qtbot import QtBot

from workbench.contract.loading import Contract
from workbench.ui.background import Background
from workbench.ui.detective.page import DetectivePage


@pytest.fixture
def page(qtbot: QtBot, contract: Contract, background: Background) -> DetectivePage:
    """As large as in the smallest window, warmed up."""
    page = DetectivePage(contract=contract, background=background)
    qtbot.addWidget(page)
    page.resize(1000, 570)
    page.show()
    qtbot.waitUntil(lambda: not background.busy, timeout=20_000)
    return page
