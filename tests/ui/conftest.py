"""A window's surroundings, real where a user has real parts."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.app import Parts, fresh_id
from workbench.contract.loading import Contract
from workbench.ground.paths import AppPaths
from workbench.judging.judge import Judge
from workbench.ui.background import Background
from workbench.ui.compose.composer import Composer
from workbench.ui.workbench import Workbench

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _leaves_no_window_behind(qapp: QApplication) -> Iterator[None]:
    """Deleted widgets are really destroyed after each test, and none is left open."""
    before = set(qapp.topLevelWidgets())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in qapp.topLevelWidgets() if widget not in before and widget.isVisible()]
    assert not left, f"Windows left open: {left}"


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    """Worker threads that have ended when the test has."""
    assert qapp is not None
    background = Background(threads=2)
    yield background
    background.finish()


NOW = 1_795_000_000


@pytest.fixture(scope="session")
def judge(contract: Contract) -> Judge:
    """The real judge."""
    return Judge(contract=contract)


@pytest.fixture
def composer(judge: Judge, qapp: QApplication) -> Composer:
    """A request being composed and judged, at a fixed moment."""
    composer = Composer(judge=lambda: judge, clock=lambda: float(NOW), parent=qapp)
    composer.refresh()
    return composer


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """Everything below the window, over a data folder of its own."""
    parts = Parts(paths=AppPaths(data=tmp_path / "data"))
    yield parts
    parts.close()


@pytest.fixture
def workbench(qtbot: QtBot, qapp: QApplication, parts: Parts) -> Iterator[Workbench]:
    """The whole window, open, its first request the checkout example."""
    workbench = Workbench(app=qapp, parts=parts, fresh_id=fresh_id)
    workbench.open()
    qtbot.waitUntil(lambda: workbench.compose.form.complete)
    qtbot.waitUntil(lambda: not workbench.background.busy, timeout=20_000)
    yield workbench
    workbench.window.close()
    workbench.background.finish()
    workbench.window.deleteLater()
    workbench.deleteLater()
