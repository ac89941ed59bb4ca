"""A window's surroundings, real where a user has real parts."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from workbench.ui.background import Background

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
    background = Background(threads=2)
    yield background
    background.finish()
