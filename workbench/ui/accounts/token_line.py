"""The line a token is pasted into: dots instead of signs, nothing to undo, and nothing left once it was taken."""

from PySide6.QtWidgets import QLineEdit, QWidget


class TokenLine(QLineEdit):
    """Keeps line breaks that were pasted, as ``clean_token`` wants to name what it removes."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accounts.token")
        self.setAccessibleName("Conversion token")
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def wipe(self) -> None:
        """Empties the line. ``clear`` would leave the text in the list of what can be undone."""
        self.setText("")
