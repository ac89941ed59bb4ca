"""The lines under an editor: what is wrong, and what a value becomes. Their height never changes while typing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.judging.problem import Problem
from workbench.ui.look.tones import SEVERITY_TONES, Tone
from workbench.ui.look.widgets import ElidedLabel, IconButton, IconLabel, small_font

if TYPE_CHECKING:
    from workbench.judging.judgement import Hashed

_DIGEST_SHOWN = 12


class ProblemNote(QWidget):
    """The worst problem of a field in one line, with a button if it can be fixed, or the help when there is none."""

    fix_asked = Signal(object)

    def __init__(self, *, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._help = help_text
        self._icon = IconLabel(size=14, parent=self)
        self._text = ElidedLabel(tone=Tone.MUTED, parent=self)
        self._text.setFont(small_font(self.font()))
        self._problem: Problem | None = None
        self._fix: IconButton | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._icon)
        self._layout.addWidget(self._text, 1)
        self._icon.hide()
        self.setFixedHeight(self._text.sizeHint().height() + 2)

    @property
    def text(self) -> str:
        """What the line says, whole."""
        return self._text.toolTip() or self._text.text()

    @property
    def problem(self) -> Problem | None:
        """The problem that the line speaks of."""
        return self._problem

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows the first of the problems, which come worst first."""
        self._problem = problems[0] if problems else None
        self._offer(self._problem.repair.label if self._problem and self._problem.repair else "")
        if not problems:
            self._icon.hide()
            self._text.say("", Tone.MUTED)
            self._text.setToolTip("")
            return
        worst = problems[0]
        more = f"  (+{len(problems) - 1})" if len(problems) > 1 else ""
        self._icon.show_icon(worst.severity.value, SEVERITY_TONES[worst.severity])
        self._icon.show()
        self._text.say(f"{worst.message} {worst.fix}{more}".strip(), SEVERITY_TONES[worst.severity])
        self._text.setToolTip("\n".join(f"{each.message} {each.fix}".strip() for each in problems))

    def _offer(self, label: str) -> None:
        """Most lines never have a button, so it is made when it is first wanted."""
        if not label:
            if self._fix is not None:
                self._fix.hide()
            return
        if self._fix is None:
            self._fix = IconButton("fix", label, tone=Tone.ACCENT, text=label, parent=self)
            self._fix.setFont(small_font(self.font()))
            self._fix.setIconSize(QSize(12, 12))
            self._fix.setFixedHeight(self.height())
            self._fix.clicked.connect(self._ask)
            self._layout.addWidget(self._fix)
        if self._fix.text() != label:
            self._fix.setText(label)
        name = f"Fix: {label}"
        if self._fix.accessibleName() != name:
            self._fix.setAccessibleName(name)
            self._fix.setToolTip(f"{name} (Alt+Return)")
        self._fix.show()

    def _ask(self) -> None:
        if self._problem is not None:
            self.fix_asked.emit(self._problem)


class DigestNote(QWidget):
    """What a hashed value becomes: the normalised text, the digest, and a button that copies the digest."""

    def __init__(self, *, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digest = ""
        self._text = ElidedLabel(tone=Tone.MUTED, parent=self)
        self._text.setFont(small_font(self.font()))
        self._copy = IconButton("copy", f"Copy the digest of {label}", tone=Tone.MUTED, parent=self)
        self._copy.setFixedSize(20, 18)
        self._copy.clicked.connect(self._put_on_clipboard)
        policy = self._copy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._copy.setSizePolicy(policy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._copy)
        self._copy.hide()
        self.setFixedHeight(max(18, self._text.sizeHint().height()))

    @property
    def text(self) -> str:
        """What the line says."""
        return self._text.text()

    def show_hashed(self, hashed: "Hashed | None") -> None:
        """Shows one value's way to its digest; None, or a refused value, leaves the line empty."""
        self._digest = hashed.digest or "" if hashed else ""
        self._copy.setVisible(bool(self._digest))
        if hashed is None or hashed.digest is None:
            self._text.say("")
            return
        short = f"{hashed.digest[:_DIGEST_SHOWN]}…"
        if hashed.already_hashed:
            self._text.say(f"already hashed: {short}")
        else:
            self._text.say(f"{hashed.normalised} → {short}")
        steps = ", ".join(hashed.steps) or "taken as it is"
        self._text.setToolTip(f"{steps}\nSHA-256: {hashed.digest}")

    def _put_on_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self._digest)
