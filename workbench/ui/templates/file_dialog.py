"""The system's dialogs for a file of templates."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_KIND = "Templates (*.json)"
_NOT_IN_A_FILE_NAME = '<>:"/\\|?*'


class FileDialog:
    """Asks in the system's own dialogs, which also ask before a file is replaced."""

    def save(self, name: str, parent: QWidget) -> Path | None:
        """Where to write; ``name`` is offered."""
        offered = "".join("-" if letter in _NOT_IN_A_FILE_NAME else letter for letter in name)
        chosen, _kind = QFileDialog.getSaveFileName(parent, "Export templates", offered, _KIND)
        return Path(chosen) if chosen else None

    def open(self, parent: QWidget) -> Path | None:
        """What to read."""
        chosen, _kind = QFileDialog.getOpenFileName(parent, "Import templates", "", _KIND)
        return Path(chosen) if chosen else None
