"""News from the endpoint's threads reach the window, and outlive it without harm."""

import threading

import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.practice.captures import Captures
from workbench.practice.received import ReceivedRequest
from workbench.ui.practice.capture_feed import CaptureFeed

REQUEST = ReceivedRequest(at=0, ad_account_id="1", test=True, event_count=1, status=200, body=b"{}")


def keep(captures: Captures, times: int = 1) -> None:
    """Requests arrive in a thread of their own."""

    def work() -> None:
        for _ in range(times):
            captures.keep(REQUEST)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_feed_tells_in_the_window_s_thread(captures: Captures, qtbot: QtBot, qapp: QApplication) -> None:
    owner = QObject()
    feed = CaptureFeed(captures=captures, parent=owner)
    threads: list[bool] = []
    feed.changed.connect(lambda: threads.append(QThread.currentThread() is qapp.thread()))
    keep(captures)
    qtbot.waitUntil(lambda: threads == [True])


def test_feed_tells_of_many_requests_once(captures: Captures, qtbot: QtBot, qapp: QApplication) -> None:
    owner = QObject()
    feed = CaptureFeed(captures=captures, parent=owner)
    told: list[int] = []
    feed.changed.connect(lambda: told.append(len(captures.newest_first())))
    keep(captures, times=50)
    qtbot.waitUntil(lambda: bool(told))
    qapp.processEvents()
    assert told == [50]


def test_feed_tells_again_of_what_arrives_later(captures: Captures, qtbot: QtBot) -> None:
    owner = QObject()
    feed = CaptureFeed(captures=captures, parent=owner)
    told: list[int] = []
    feed.changed.connect(lambda: told.append(len(captures.newest_first())))
    keep(captures)
    qtbot.waitUntil(lambda: told == [1])
    keep(captures)
    qtbot.waitUntil(lambda: told == [1, 2])


def test_feed_that_has_gone_fails_no_sender(captures: Captures, qapp: QApplication) -> None:
    owner = QObject(qapp)
    CaptureFeed(captures=captures, parent=owner)
    shiboken6.delete(owner)
    keep(captures)
    assert len(captures.newest_first()) == 1
