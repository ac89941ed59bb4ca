"""Every folder the program writes to, as one value, so that a test or ``--data-dir`` can move all of them at once."""

from dataclasses import dataclass
from pathlib import Path

_APP = "conversion-workbench"


@dataclass(frozen=True, slots=True)
class AppPaths:
    """Where the program keeps what it remembers. Nothing here is created before it is needed."""

    data: Path

    @classmethod
    def for_user(cls) -> "AppPaths":
        """The place this system has for a user's data."""
        import platformdirs

        return cls(data=Path(platformdirs.user_data_dir(_APP, appauthor=False, roaming=False)))

    @classmethod
    def at(cls, data_dir: Path | None) -> "AppPaths":
        """The given folder, or the user's own when none is given."""
        return cls(data=data_dir) if data_dir is not None else cls.for_user()

    @property
    def history(self) -> Path:
        """The SQLite file of everything sent."""
        return self.data / "history.sqlite3"

    @property
    def accounts(self) -> Path:
        """Names, ids and safety levels of the ad accounts; never a token."""
        return self.data / "accounts.json"

    @property
    def settings(self) -> Path:
        """Theme, pane sizes and other choices that may be lost without harm."""
        return self.data / "settings.json"

    @property
    def draft(self) -> Path:
        """The request being composed, as it was when the window closed: digests only."""
        return self.data / "draft.json"

    @property
    def templates(self) -> Path:
        """Events that the user saved to start from: digests, unless the user asked to keep plain test values."""
        return self.data / "templates.json"
