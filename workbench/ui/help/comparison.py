"""Compares the catalogue with a newer specification of the API that the user chooses."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from workbench.contract.comparison import Comparison, compare
from workbench.contract.comparison_words import differences, verdict
from workbench.contract.loading import Contract
from workbench.contract.openapi import read_specification
from workbench.ground.errors import explain_error
from workbench.ui.background import Background
from workbench.ui.history.latest import Latest
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ElidedLabel, IconButton

_ABOUT = """# Compare with a newer specification

Pinterest publishes the description of its API as an OpenAPI file (`openapi.json` or `openapi.yaml`) in the repository
*pinterest/api-description* on GitHub. Save the file, and choose it here: what it has and the workbench lacks, and the
other way round, is listed, field by field and event name by event name. Nothing is fetched and nothing is sent.

The catalogue was last compared with release {version}. Fields that are newer are marked in *All fields*.

The same on the command line, for CI: `workbench fields --against openapi.yaml`.
"""
_FILTER = "OpenAPI files (*.json *.yaml *.yml);;All files (*)"


@dataclass(frozen=True, slots=True)
class _Compared:
    name: str
    found: Comparison


def choose_specification(parent: QWidget) -> str:
    """Asks for a file; "" when the question is closed."""
    name, _filter = QFileDialog.getOpenFileName(parent, "Choose a specification", "", _FILTER)
    return name


class ComparisonView(QWidget):
    """The file is read and compared in a worker; ``choose`` asks for it."""

    def __init__(
        self,
        *,
        contract: Contract,
        background: Background,
        choose: Callable[[QWidget], str] = choose_specification,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._contract = contract
        self._choose = choose
        self._comparisons = Latest(background=background, parent=self)
        self._button = QPushButton("Choose a specification …", self)
        self._button.setObjectName("help.choose_specification")
        self._state = ElidedLabel(tone=Tone.MUTED, parent=self)
        self._state.setObjectName("help.comparison.state")
        self._copy = IconButton("copy", "Copy the comparison as text", parent=self)
        self._copy.setObjectName("help.comparison.copy")
        self._copy.setEnabled(False)
        self._text = QTextBrowser(self)
        self._text.setObjectName("help.comparison")
        self._text.setAccessibleName("Comparison with a specification")
        self._text.setOpenLinks(False)
        self._text.document().setDocumentMargin(16)
        self._text.setMarkdown(_ABOUT.format(version=contract.spec_version))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._button)
        line.addWidget(self._state, 1)
        line.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self._text, 1)
        self._button.clicked.connect(self.choose)
        self._copy.clicked.connect(self._copy_text)
        self._comparisons.arrived.connect(self._show)
        self._comparisons.failed.connect(self._fail)

    def choose(self) -> None:
        """Asks for a file, and compares."""
        name = self._choose(self)
        if name:
            path = Path(name)
            self._state.say(f"Reading {path.name} …", Tone.MUTED)
            self._comparisons.ask(partial(_compared, path, self._contract))

    def focus_button(self) -> None:
        """Puts the keys on the button."""
        self._button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, compared: _Compared) -> None:
        self._state.say(compared.name, Tone.MUTED)
        self._text.setMarkdown(comparison_text(compared.found, name=compared.name))
        self._copy.setEnabled(True)

    def _fail(self, error: BaseException) -> None:
        explained = explain_error(error)
        self._state.say("Not compared", Tone.ERROR)
        self._text.setPlainText(f"{explained.message}\n\n{explained.fix}".strip())
        self._copy.setEnabled(True)

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())


def comparison_text(found: Comparison, *, name: str) -> str:
    """A comparison as Markdown."""
    parts = [f"# {verdict(found)}", f"Compared with the file {_as_code(name)}."]
    if found.missing_fields or found.missing_event_names:
        parts.append(
            "Until the catalogue has an entry for it, what is missing here is judged as an unknown key, a new event "
            "name as one of your own."
        )
    for kind in differences(found):
        parts.append(f"## {kind.title}")
        listed = "\n".join(f"- {_as_code(line)}" for line in kind.lines)
        parts.append(listed or "Nothing.")
    return "\n\n".join(parts)


def _as_code(text: str) -> str:
    """What a file holds stays text, whatever Markdown it looks like."""
    return f"`{text.replace('`', chr(39))}`"


def _compared(path: Path, contract: Contract) -> _Compared:
    return _Compared(path.name, compare(contract, read_specification(path)))
