"""Work off the GUI thread, delivered in it."""

import gc
import threading

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.ui.background import Background


def test_background_delivers_in_the_gui_thread(qtbot: QtBot, background: Background, qapp: QApplication) -> None:
    threads: list[int] = []

    def done(_result: int) -> None:
        threads.append(threading.get_ident())

    background.run(threading.get_ident, receiver=qapp, done=done, failed=_unexpected)
    qtbot.waitUntil(lambda: len(threads) == 1)
    assert threads == [threading.get_ident()]


def test_background_works_in_another_thread(qtbot: QtBot, background: Background, qapp: QApplication) -> None:
    results: list[int] = []
    background.run(threading.get_ident, receiver=qapp, done=results.append, failed=_unexpected)
    qtbot.waitUntil(lambda: len(results) == 1)
    assert results[0] != threading.get_ident()


def test_background_hands_an_error_over(qtbot: QtBot, background: Background, qapp: QApplication) -> None:
    errors: list[BaseException] = []
    background.run(_fails, receiver=qapp, done=_unexpected, failed=errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], ValueError)


def test_background_delivers_nothing_to_a_receiver_that_has_gone(qtbot: QtBot, background: Background) -> None:
    gate = threading.Event()
    results: list[bool] = []
    receiver = QObject()
    background.run(gate.wait, receiver=receiver, done=results.append, failed=_unexpected)
    with qtbot.waitSignal(receiver.destroyed):
        receiver.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert results == []


def test_background_delivers_nothing_after_it_was_closed(qtbot: QtBot, qapp: QApplication) -> None:
    background = Background(threads=1)
    gate = threading.Event()
    results: list[bool] = []
    background.run(gate.wait, receiver=qapp, done=results.append, failed=_unexpected)
    background.close()
    gate.set()
    background.finish()
    qtbot.wait(1)
    assert results == []


def test_background_says_when_its_work_has_not_ended(qapp: QApplication) -> None:
    background = Background(threads=1)
    gate = threading.Event()
    background.run(gate.wait, receiver=qapp, done=_unexpected, failed=_unexpected)
    background.close()
    assert not background.ended(within=0.01)
    gate.set()
    assert background.ended(within=10)
    background.finish()


def test_background_collecting_garbage_in_a_worker_upsets_nobody(
    qtbot: QtBot, background: Background, qapp: QApplication
) -> None:
    results: list[int] = []
    background.run(gc.collect, receiver=qapp, done=results.append, failed=_unexpected)
    qtbot.waitUntil(lambda: len(results) == 1)


def _unexpected(what: object) -> None:
    raise AssertionError(what)


def _fails() -> None:
    message = "on purpose"
    raise ValueError(message)
