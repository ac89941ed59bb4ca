"""The help page: chapters written in Markdown, and the field catalogue as a reference."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QTextBrowser, QWidget

from workbench.contract.field import Field
from workbench.contract.loading import Contract
from workbench.ground.resources import resource_text
from workbench.ui.background import Background
from workbench.ui.help.comparison import ComparisonView

CHAPTERS = (
    ("Start here", "start.md"),
    ("Test, live, practice", "modes.md"),
    ("Templates and made-up people", "templates.md"),
    ("The practice endpoint", "practice.md"),
    ("Match keys and hashing", "hashing.md"),
    ("Coverage and read-back", "coverage.md"),
    ("Accounts and tokens", "accounts.md"),
    ("What an answer means", "answers.md"),
    ("The history", "history.md"),
    ("What stays on this computer", "privacy.md"),
)
_FIELDS = "All fields"
_EVENTS = "All event names"
_COMPARISON = "Compare with a newer specification"


class HelpPage(QWidget):
    """Chapters on the left, text on the right. Nothing is fetched from anywhere."""

    def __init__(self, *, contract: Contract, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contract = contract
        self._chapters = QListWidget(self)
        self._chapters.setObjectName("help.chapters")
        self._chapters.setAccessibleName("Chapters")
        self._chapters.addItems([title for title, _file in CHAPTERS])
        self._chapters.addItems([_FIELDS, _EVENTS, _COMPARISON])
        self._chapters.setMaximumWidth(260)
        self._chapters.setWordWrap(True)
        self._text = QTextBrowser(self)
        self._text.setObjectName("help.text")
        self._text.setAccessibleName("Help text")
        self._text.setOpenLinks(False)
        self._text.document().setDocumentMargin(16)
        self._comparison = ComparisonView(contract=contract, background=background, parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._text)
        self._stack.addWidget(self._comparison)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self._chapters)
        layout.addWidget(self._stack, 1)
        self._chapters.currentTextChanged.connect(self._show)
        self._chapters.setCurrentRow(0)

    def show_comparison(self) -> None:
        """Opens the comparison with a specification, the keys on its button."""
        self._chapters.setCurrentRow(self._chapters.count() - 1)
        self._comparison.focus_button()

    def _show(self, title: str) -> None:
        self._stack.setCurrentWidget(self._comparison if title == _COMPARISON else self._text)
        if title != _COMPARISON:
            self._show_text(title)

    def _show_text(self, title: str) -> None:
        files = dict(CHAPTERS)
        if title in files:
            text = resource_text(f"help/{files[title]}")
        elif title == _FIELDS:
            text = fields_text(self._contract)
        else:
            text = event_names_text(self._contract)
        self._text.setMarkdown(text)
        self._text.verticalScrollBar().setValue(0)
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft)


def fields_text(contract: Contract) -> str:
    """Every field of the catalogue as Markdown, in the order of the form."""
    parts = ["# All fields"]
    for group in contract.groups:
        parts.append(f"## {group.label}\n\n{group.help}")
        parts.extend(_field_text(field) for field in contract.fields if field.group == group.name)
    return "\n\n".join(parts)


def _field_text(field: Field) -> str:
    facts = [field.type.value]
    facts += ["required"] if field.required else []
    facts += ["hashed"] if field.hashed else []
    facts += [f"since {field.since}"] if not field.published else []
    note = f" *{field.note}*" if field.note else ""
    return f"**{field.label}** `{field.path}` ({', '.join(facts)}). {field.help} Example: `{field.example}`.{note}"


def event_names_text(contract: Contract) -> str:
    """Every standard event name as Markdown."""
    return "\n\n".join(["# All event names", *_event_lines(contract)])


def _event_lines(contract: Contract) -> Iterable[str]:
    for each in contract.event_names:
        tag = f", in the Pinterest tag `{each.tag_name}`" if each.tag_name else ""
        newer = "" if each.published else f" Newer than release {contract.spec_version}: since {each.since}."
        yield f"**{each.label}** `{each.name}`{tag}. {each.purpose}{newer}"
