"""Someone at the accounts page: looks for widgets by name, presses, types, reads."""

from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidget, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from workbench.accounts.account import Account
from workbench.sending.probe import ProbeResult
from workbench.ui.accounts.page import AccountsPage
from workbench.ui.background import Background

Found = TypeVar("Found", bound=QWidget)


@dataclass
class Probe:
    """Answers every check as told, and remembers who was checked."""

    answer: ProbeResult | Exception = field(default_factory=lambda: ProbeResult(ok=True, message="It works.", fix=""))
    checked: list[Account] = field(default_factory=list)

    def __call__(self, account: Account) -> ProbeResult:
        self.checked.append(account)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@dataclass(frozen=True)
class Person:
    """Waits for what is under way only when told to ``settle``."""

    page: AccountsPage
    background: Background
    qtbot: QtBot

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.background.busy)

    def find(self, kind: type[Found], name: str) -> Found:
        found = self.page.findChildren(kind, name)
        assert len(found) == 1, f"{len(found)} widgets named {name}"
        return found[0]

    def sees(self, name: str) -> bool:
        return self.find(QWidget, name).isVisibleTo(self.page)

    def can_press(self, name: str) -> bool:
        return self.sees(name) and self.find(QAbstractButton, name).isEnabled()

    def click(self, name: str) -> None:
        """Presses a button and waits for nothing."""
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def press(self, name: str) -> None:
        """Presses a button that can be pressed, and waits for what comes of it."""
        assert self.can_press(name), name
        self.find(QAbstractButton, name).click()
        self.settle()

    def type(self, name: str, text: str) -> None:
        line = self.find(QLineEdit, name)
        line.selectAll()
        QTest.keyClicks(line, text)

    def paste(self, name: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        line = self.find(QLineEdit, name)
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def choose_safety(self, level: str) -> None:
        self.find(QRadioButton, f"accounts.safety.{level}").click()

    def typed(self, name: str) -> str:
        return self.find(QLineEdit, name).text()

    def reads(self, name: str) -> str:
        return self.find(QLabel, name).text() if self.sees(name) else ""

    @property
    def rows(self) -> list[list[str]]:
        listed = self.find(QListWidget, "accounts.list")
        return [listed.item(row).text().split("\n") for row in range(listed.count())]

    def choose(self, row: int) -> None:
        self.find(QListWidget, "accounts.list").setCurrentRow(row)

    @property
    def row(self) -> int:
        return self.find(QListWidget, "accounts.list").currentRow()

    def store(self, token: str) -> None:
        self.paste("accounts.token", token)
        self.press("accounts.token.save")
