"""A moment: typed as a date and time in a zone, or as Unix seconds; told as Unix seconds."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.events.time_text import distance, epoch_of, offset_name, shown
from workbench.ui.compose.text_editors import Choice, Line
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ElidedLabel, IconButton, small_font

_LOCAL, _UTC = "Local time", "UTC"


def _zone(name: str) -> tzinfo:
    if name == _UTC:
        return UTC
    if name == _LOCAL or not name:
        return datetime.now(tz=UTC).astimezone().tzinfo or UTC
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


class _ZoneChoice(Choice):
    """Local time, UTC and, once opened, every zone this system knows."""

    def __init__(self, *, label: str, name: str, parent: QWidget) -> None:
        super().__init__(name=name, label=label, parent=parent)
        self.addItems([_LOCAL, _UTC])
        self.setMaxVisibleItems(16)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        if self.count() == 2:
            from zoneinfo import available_timezones

            self.addItems(sorted(name for name in available_timezones() if "/" in name and name[0].isupper()))
        super().showPopup()


class TimeEditor(QWidget):
    """A line for the moment, the zone it is read in, a *now* button, and what it means in words."""

    edited = Signal(str, object)

    def __init__(self, *, path: str, label: str, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._clock = clock
        self._typed = ""
        self.line = Line(name=path, label=label, hint="2026-11-22 14:03, now, -5m", parent=self)
        self.zone = _ZoneChoice(label=f"Time zone of {label}", name=f"{path}.zone", parent=self)
        self._now = IconButton("now", f"Set {label} to now", parent=self)
        self._now.setObjectName(f"{path}.now")
        self._meaning = ElidedLabel(tone=Tone.MUTED, parent=self)
        self._meaning.setFont(small_font(self.font()))
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addWidget(self.line, 3)
        across.addWidget(self.zone, 2)
        across.addWidget(self._now)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(across)
        layout.addWidget(self._meaning)
        self.line.textChanged.connect(self._read)
        self.line.editingFinished.connect(self._tidy)
        self.zone.currentTextChanged.connect(self._show_again)
        self._now.clicked.connect(self._set_now)

    def show_value(self, typed: str) -> None:
        """Shows the draft's text, Unix seconds, as a date and time; any other text as it is."""
        self._typed = typed
        text = self._as_shown(typed)
        if self.line.text() != text:
            self.line.blockSignals(True)
            self.line.setText(text)
            self.line.blockSignals(False)
        self._explain()

    def refresh(self) -> None:
        """Says anew how long ago it was."""
        self._explain()

    def target(self) -> QWidget:
        """The widget that takes the keys."""
        return self.line

    def _as_shown(self, typed: str) -> str:
        epoch = epoch_of(typed, zone=UTC, now=self._clock())
        # A moment no sane clock shows (milliseconds, say) stays digits, so that the fault can be seen.
        if epoch is None or not 0 < epoch < 10_000_000_000:
            return typed
        return shown(epoch, zone=_zone(self.zone.currentText())) or typed

    def _read(self, text: str) -> None:
        epoch = epoch_of(text, zone=_zone(self.zone.currentText()), now=self._clock())
        self._typed = text.strip() if epoch is None else str(epoch)
        self._explain()
        self.edited.emit(self._path, self._typed)

    def _tidy(self) -> None:
        """Digits, ``now`` and ``-5m`` become a date once the line is left."""
        self.show_value(self._typed)

    def _show_again(self) -> None:
        self.show_value(self._typed)

    def _set_now(self) -> None:
        self.line.setText("now")
        self._tidy()

    def _explain(self) -> None:
        now = self._clock()
        epoch = epoch_of(self._typed, zone=UTC, now=now)
        if epoch is None:
            self._meaning.say("")
            return
        zone = offset_name(epoch, zone=_zone(self.zone.currentText()))
        self._meaning.say(" · ".join(part for part in (distance(epoch, now=now), zone, f"{epoch} s") if part))
